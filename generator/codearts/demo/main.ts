import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { processTerminal, runCommand, type Terminal } from "../../shell/shell.js";
import { type Output, Screen } from "./screen.js";
import { type Parts, tell } from "./story.js";

/** Where the demo shows itself. */
export interface Stage {
  readonly output: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const usage = `Usage: npx tsx scripts/demo.ts

Shows a build in the simulator, from its start to its artefacts, and an error: under ten seconds.
`;

/** The command line of the demo: gives the exit code. It runs the package that is built in `packageFolder`. */
export function main(
  words: readonly string[],
  packageFolder: string,
  stage: Stage = { output: process.stdout, env: process.env },
  terminal = processTerminal,
): Promise<number> {
  return runCommand(
    { usage, means: [], options: {}, run: (_, out) => show(packageFolder, stage, out) },
    words,
    terminal,
  );
}

async function show(packageFolder: string, { output, env }: Stage, { say }: Terminal): Promise<number> {
  const fileOf = (name: string): string => join(packageFolder, "dist", `${name}.js`);
  if (!["index", "simulator"].every((name) => existsSync(fileOf(name)))) {
    say("The package is not built yet. To build it: npm run generate");
    return 1;
  }
  // By the paths of the files: this project resolves the name of the package to its sources.
  const load = async (name: string): Promise<object> => (await import(pathToFileURL(fileOf(name)).href)) as object;
  const parts = { ...(await load("index")), ...(await load("simulator")) } as Parts;
  await tell(parts, new Screen(output, env));
  return 0;
}
