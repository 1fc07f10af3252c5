import type { JsonObject } from "../lib/json.js";
import { tidyProblems, type Finding, type Problem } from "../problems.js";
import { bundle, type Bundle, type BundleFault } from "./bundle.js";
import { checkDocument } from "./check.js";
import { checkExtent } from "./extent.js";
import { withHeirs } from "./inheritance.js";
import { lint, lintConfiguration, lintProblems } from "./lint.js";
import { locate, operationOfFile } from "./locate.js";
import { withOperationIds } from "./operationIds.js";
import { placeIn } from "./source.js";
import { upgrade } from "./upgrade.js";

/** A specification that was read: its document, where everything stands, and what is wrong with it so far. */
export interface Loaded {
  readonly bundle: Bundle;
  /** The bundle's document in OpenAPI 3.1, whatever version it was written in, each operation with an operationId. */
  readonly document: JsonObject;
  readonly problems: readonly Problem[];
  /** The linter runs beside the rest; its problems come last. Undefined where no configuration asks for it. */
  readonly linted: Promise<{ readonly problems: readonly Problem[]; readonly took: number }> | undefined;
}

/**
 * Reads the specification that begins with the file `entry`. Files are named in problems as seen from `shownFrom`. Files
 * outside the folder of `entry` are read only where they are `allowed`.
 */
export function load(entry: string, shownFrom: string, allowed: readonly string[] = []): Loaded {
  const configuration = lintConfiguration(entry);
  const began = performance.now();
  const linting = configuration === undefined ? undefined : lint(entry, configuration);
  const loaded = bundle(entry, shownFrom, allowed);
  const problems = [...loaded.broken, ...loaded.faults.map((fault) => faultProblem(loaded, fault))];
  const taken = new Set(problems.map(spotOf));
  if (Object.keys(loaded.document).length > 0) {
    const found = locateAll(loaded, [...checkDocument(loaded.document), ...checkExtent(loaded.document)]).filter(
      (problem) => !taken.has(spotOf(problem)),
    );
    // What several operations take from one file is wrong there once.
    problems.push(...new Map(found.reverse().map((problem) => [spotOf(problem) + problem.message, problem])).values());
  }
  const linted = linting?.then((found) => ({
    problems: lintProblems(found, loaded, entry, shownFrom),
    took: performance.now() - began,
  }));
  const document = problems.length === 0 ? withHeirs(withOperationIds(upgrade(loaded.document))) : loaded.document;
  return { bundle: loaded, document, problems, linted };
}

function faultProblem(loaded: Bundle, { source, tokens, message, fix }: BundleFault): Problem {
  return { ...placeIn(source, tokens), operationId: operationOfFile(loaded, source, tokens), message, fix };
}

function spotOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** Places findings at the lines that they are about. */
export function locateAll(loaded: Bundle, findings: readonly Finding[]): Problem[] {
  return findings.map((finding) => locate(loaded, finding));
}

/** Our problems and the linter's as one list. Where both are about one line, ours is kept: it says how to correct it. */
export function mergeProblems(ours: readonly Problem[], linter: readonly Problem[]): Problem[] {
  const taken = new Set(ours.map((problem) => `${problem.file}:${problem.line}`));
  return tidyProblems([...ours, ...linter.filter((problem) => !taken.has(`${problem.file}:${problem.line}`))]);
}
