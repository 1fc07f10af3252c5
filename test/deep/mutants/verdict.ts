import { formatPointer } from "../../../generator/core/lib/pointer.js";
import type { Mutant } from "./choose.js";

/** Mutants that no check catches, and why none should. */
export interface Accepted {
  readonly kind: string;
  /** Which operations and places it is about, as in the lines of the run; all if absent. */
  readonly where?: RegExp;
  readonly why: string;
}

/** A mutant and the check that caught it, if one did. */
export interface Outcome {
  readonly mutant: Mutant;
  readonly catcher: string | undefined;
}

/** The entry of the list that a mutant stands under. */
export function entryFor(list: readonly Accepted[], mutant: Mutant): Accepted | undefined {
  const place = `${mutant.operationId} ${mutant.what}`;
  return list.find(({ kind, where }) => kind === mutant.kind && (where?.test(place) ?? true));
}

/** One line that tells how a mutant fared. */
export function lineOf(list: readonly Accepted[], { mutant, catcher }: Outcome): string {
  const survived = entryFor(list, mutant) === undefined ? "SURVIVED" : "on the list";
  const verdict = catcher === undefined ? survived : `caught by ${catcher}`;
  return `${mutant.operationId}  ${mutant.kind}  ${mutant.what} → ${verdict}`;
}

/** A survivor that the list does not explain, or one that the list explains in vain. */
export function failureOf(list: readonly Accepted[], { mutant, catcher }: Outcome): string | undefined {
  const entry = entryFor(list, mutant);
  if ((catcher === undefined) === (entry !== undefined)) return undefined;
  const place = `spec/${mutant.file}#${formatPointer(mutant.path.map(String))}`;
  const name = `${mutant.operationId}: ${mutant.kind}, ${mutant.what} (${place})`;
  return catcher === undefined
    ? `${name}: no check catches it; add one to test/contract, or an entry to test/deep/mutants/accepted.ts`
    : `${name}: ${catcher} catches it; narrow its entry in test/deep/mutants/accepted.ts, or delete it`;
}

/** Entries under which no mutant can stand any more. */
export function needlessEntries(list: readonly Accepted[], mutants: readonly Mutant[]): string[] {
  const used = new Set(mutants.map((mutant) => entryFor(list, mutant)));
  const needless = list.filter((entry) => !used.has(entry));
  return needless.map(
    ({ kind }) => `test/deep/mutants/accepted.ts: no mutant "${kind}" stands under this entry; delete it`,
  );
}
