import { fileURLToPath } from "node:url";

/** A fault that somebody could make in the runtime, and the tests that must notice it. */
export interface Mutant {
  /** In generator/. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What users would suffer. */
  readonly breaks: string;
  /** Files in test/, without `.test.ts`, from the cheapest to the dearest. */
  readonly tests: readonly string[];
}

/** The table, or the tests that it names, do not fit the runtime: nothing can be said of the fault. */
export class Unfit extends Error {}

/** The path of a file of the project. */
export const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** The path of the file that the fault is in. */
export const source = ({ file }: Mutant): string => path(`generator/${file}`);

/** Names that code may have without declaring them, or that a fault declares itself. */
const known = new Set(["true", "false", "Boolean", "const", "as", "unknown", "found", "asked"]);

/** The names in code, without the members of objects and without texts. */
function namesIn(code: string): string[] {
  return code.replace(/"[^"\n]*"|'[^'\n]*'/g, "").match(/(?<![\w$.#])[A-Za-z_$][\w$]*/g) ?? [];
}

/** The text with the fault in it; an error where it cannot be made, which means that the runtime has moved on. */
export function mutate(text: string, { file, find, replace, breaks }: Mutant): string {
  const times = text.split(find).length - 1;
  // A name that the file does not have would end every test with an error, and say nothing of the fault.
  const strange = namesIn(replace).find((name) => !namesIn(text).includes(name) && !known.has(name));
  if (strange !== undefined) throw new Unfit(`"${breaks}": ${file} has nothing that is called ${strange}.`);
  if (times === 1) return text.split(find).join(replace);
  throw new Unfit(`"${breaks}": ${file} has ${times} times ${JSON.stringify(find)}; give a text that it has once.`);
}
