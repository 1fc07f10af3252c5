import { resolve } from "node:path";
import { tidyProblems, type Finding, type Problem } from "../problems.js";
import { bundle, type Bundle, type Fault } from "./bundle.js";
import { checkDocument } from "./check.js";
import { lint, lintConfiguration, lintProblems } from "./lint.js";
import { locate, operationOfFile } from "./locate.js";
import { placeIn } from "./source.js";

/** A specification that was read: its document, where everything stands, and what is wrong with it so far. */
export interface Loaded {
  readonly bundle: Bundle;
  readonly problems: readonly Problem[];
  /** The linter runs beside the rest; its problems come last. Undefined where no configuration asks for it. */
  readonly linted: Promise<readonly Problem[]> | undefined;
}

/** Reads the specification in a folder. Files are named in problems as seen from `shownFrom`. */
export function load(folder: string, shownFrom: string): Loaded {
  const entry = resolve(folder, "openapi.yaml");
  const configuration = lintConfiguration(resolve(folder));
  const linting = configuration === undefined ? undefined : lint(entry, configuration);
  const loaded = bundle(entry, shownFrom);
  const problems = [...loaded.broken, ...loaded.faults.map((fault) => faultProblem(loaded, fault))];
  const taken = new Set(problems.map(spotOf));
  if (Object.keys(loaded.document).length > 0) {
    const found = locateAll(loaded, checkDocument(loaded.document));
    problems.push(...found.filter((problem) => !taken.has(spotOf(problem))));
  }
  const linted = linting?.then((found) => lintProblems(found, loaded, shownFrom));
  return { bundle: loaded, problems, linted };
}

function faultProblem(loaded: Bundle, { source, tokens, message, fix }: Fault): Problem {
  return { ...placeIn(source, tokens), operationId: operationOfFile(loaded, source, tokens), message, fix };
}

function spotOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** Places findings at the lines that they are about. */
export function locateAll(loaded: Bundle, findings: readonly Finding[]): Problem[] {
  return findings.map((finding) => locate(loaded, finding));
}

/** Ours and the linter's problems as one list; where both complain about one line, ours says how to mend it. */
export function mergeProblems(ours: readonly Problem[], linter: readonly Problem[]): Problem[] {
  const taken = new Set(ours.map((problem) => `${problem.file}:${problem.line}`));
  return tidyProblems([...ours, ...linter.filter((problem) => !taken.has(`${problem.file}:${problem.line}`))]);
}
