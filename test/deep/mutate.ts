import { join } from "node:path";
import { projectFolder } from "../../generator/project/folder.js";
import { Misuse, processTerminal, runCommand, type Terminal } from "../../generator/shell/shell.js";
import { mutateSpecification } from "./mutants/main.js";
import { mutateRuntime } from "./runtimeMutants/main.js";

const usage = `Usage: npm run test:mutants [-- <kind>...]

Makes one fault after the other, and tells which check or test notices it.
`;

const means = [["<kind>", "specification: in spec/; runtime: in the client; default: both"]] as const;

const kinds: Readonly<Record<string, (terminal: Terminal) => Promise<number>>> = {
  specification: (terminal) => mutateSpecification(join(projectFolder, "spec"), terminal),
  runtime: mutateRuntime,
};

/** The command line of `npm run test:mutants`: gives the exit code. */
export function main(words: readonly string[]): Promise<number> {
  return runCommand(
    { usage, means, options: {}, takesWords: true, run: (asked, out) => mutate(asked.words, out) },
    words,
  );
}

async function mutate(chosen: readonly string[], terminal = processTerminal): Promise<number> {
  const unknown = chosen.find((kind) => !Object.hasOwn(kinds, kind));
  if (unknown !== undefined) throw new Misuse(`There are no mutants of "${unknown}": choose specification or runtime.`);
  let code = 0;
  for (const [kind, run] of Object.entries(kinds)) {
    if (chosen.length === 0 || chosen.includes(kind)) code = Math.max(code, await run(terminal));
  }
  return code;
}
