import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Output, Screen } from "./screen.js";
import { type Parts, tell } from "./story.js";

/** What the demo talks through. */
export interface Terminal {
  readonly output: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
}

/** Runs the demo with the package that is built in a folder; gives the exit code. */
export async function main(packageFolder: string, { output, env, say }: Terminal): Promise<number> {
  const fileOf = (name: string): string => join(packageFolder, "dist", `${name}.js`);
  if (!["index", "simulator"].every((name) => existsSync(fileOf(name)))) {
    say("The package is not built yet. To build it: npm run generate\n");
    return 1;
  }
  // By their files: the name of the package would lead this project's own loader to the sources.
  const load = async (name: string): Promise<object> => (await import(pathToFileURL(fileOf(name)).href)) as object;
  const parts = { ...(await load("index")), ...(await load("simulator")) } as Parts;
  await tell(parts, new Screen(output, env));
  return 0;
}
