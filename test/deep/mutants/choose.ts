import { hashOf } from "../../../generator/core/lib/hash.js";
import type { Edit, Path } from "./edit.js";
import { operators } from "./operators/index.js";
import type { Specification } from "./specification.js";
import { sharedSpots, territoriesOf, type Spot } from "./spots.js";

/** A specification with one thing made wrong. */
export interface Mutant {
  /** The operation that it concerns, or `shared`. */
  readonly operationId: string;
  readonly kind: string;
  readonly what: string;
  readonly file: string;
  readonly path: Path;
  readonly edits: readonly Edit[];
}

/** The slips that hands make most; they come up three times as often as the others. */
const USUAL = new Set([
  "drop a required entry",
  "change a type",
  "rename a field",
  "drop a field",
  "widen a limit",
  "drop a listed value",
  "drop an example",
  "change a value in an example",
  "swap the types of two fields",
  "flip required of a parameter",
]);

/** How many mutants an operation has, and each kind of what all operations share. */
export interface Numbers {
  readonly perOperation: number;
  readonly perSharedKind: number;
}

/** All mutants of a specification, by the operation that they concern. */
export function allMutants(specification: Specification): Map<string, Mutant[]> {
  const groups = new Map(territoriesOf(specification).map(({ operationId, spots }) => [operationId, spots]));
  groups.set("shared", sharedSpots(specification));
  return new Map(
    [...groups].map(([operationId, spots]) => [operationId, spots.flatMap((spot) => mutantsOf(operationId, spot))]),
  );
}

function mutantsOf(operationId: string, spot: Spot): Mutant[] {
  const { file, path } = spot;
  return operators
    .filter(({ on }) => on === spot.role)
    .flatMap(({ kind, mutate }) =>
      mutate(spot).map(({ what, edits }) => ({ operationId, kind, what: `${spot.where}: ${what}`, file, path, edits })),
    );
}

/**
 * Chooses mutants of every operation, the kinds that were chosen least first and rare ones before others, so that all have
 * their turn. The seed decides among places by a hash of the mutant itself, so that an edit of the specification elsewhere
 * does not move the choice.
 */
export function chooseMutants(all: ReadonlyMap<string, readonly Mutant[]>, seed: number, numbers: Numbers): Mutant[] {
  const rank = (text: string): string => hashOf(`${seed} ${text}`);
  const kindsOf = new Map([...all].map(([operationId, mutants]) => [operationId, byKind(mutants)]));
  const places = new Map<string, number>();
  for (const kind of [...kindsOf.values()].flatMap((kinds) => [...kinds.keys()])) {
    places.set(kind, (places.get(kind) ?? 0) + 1);
  }
  const times = new Map<string, number>();
  const seen = new Set<string>();
  return [...kindsOf].flatMap(([operationId, kinds]) => {
    const shared = operationId === "shared";
    const turn = (kind: string): number => Math.floor((times.get(kind) ?? 0) / (USUAL.has(kind) ? 3 : 1));
    const inTurn = sortBy([...kinds.keys()], (kind) => [turn(kind), places.get(kind) ?? 0, rank(operationId + kind)]);
    const chosen = inTurn.flatMap((kind) => {
      const fresh = (kinds.get(kind) ?? []).filter((mutant) => !seen.has(nameOf(mutant)));
      return sortBy(fresh, (mutant) => [rank(nameOf(mutant))]).slice(0, shared ? numbers.perSharedKind : 1);
    });
    const taken = shared ? chosen : chosen.slice(0, numbers.perOperation);
    for (const mutant of taken) {
      seen.add(nameOf(mutant));
      times.set(mutant.kind, (times.get(mutant.kind) ?? 0) + 1);
    }
    return taken;
  });
}

function byKind(mutants: readonly Mutant[]): Map<string, Mutant[]> {
  const kinds = new Map<string, Mutant[]>();
  for (const mutant of mutants) kinds.set(mutant.kind, [...(kinds.get(mutant.kind) ?? []), mutant]);
  return kinds;
}

/** A component belongs to several operations; its mutants are the same for all of them. */
function nameOf({ kind, file, path, edits }: Mutant): string {
  return JSON.stringify([kind, file, path, edits]);
}

function sortBy<T>(values: readonly T[], keys: (value: T) => ReadonlyArray<number | string>): T[] {
  const keyed = values.map((value) => [keys(value), value] as const);
  return keyed.sort(([a], [b]) => compare(a, b)).map(([, value]) => value);
}

function compare(a: ReadonlyArray<number | string>, b: ReadonlyArray<number | string>): number {
  const index = a.findIndex((key, place) => key !== b[place]);
  const [one = 0, other = 0] = [a[index], b[index]];
  return index < 0 ? 0 : one < other ? -1 : 1;
}
