import type { Mutant } from "./choose.js";

/** Mutants that no check catches, and why none should. */
export interface Accepted {
  readonly kind: string;
  /** Where it is so; everywhere if absent. */
  readonly where?: RegExp;
  readonly why: string;
}

/** The whole list. An entry that holds for a mutant which is caught, or for none at all, has to go. */
export const accepted: readonly Accepted[] = [
  {
    kind: "reword a field's description",
    why: "Descriptions are in our own words; nothing else says the same, so that only a reader can judge them.",
  },
];

/** The entry that a mutant stands under. */
export function acceptedFor(mutant: Mutant): Accepted | undefined {
  return accepted.find(({ kind, where }) => kind === mutant.kind && (where?.test(mutant.what) ?? true));
}
