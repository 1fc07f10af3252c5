// What is counted, and how it is counted.
import type { Conflicts } from "../sources/check/conflicts.js";
import { asList } from "../sources/check/ledger.js";
import type { Spot } from "../core/load/spots.js";
import type { DescribedOperation } from "../sources/check/operation.js";
import type { DocumentFacts } from "../sources/facts.js";

/** The kinds of thing that documents describe, in the order of the report. */
const KINDS = ["operations", "parameters", "fields", "statuses", "examples"] as const;

/**
 * What became of a thing that a document describes: the specification has it; it has something else, and an x-conflicts
 * entry says so; or it has nothing of the kind.
 */
export type ItemState = "specified" | "recorded" | "missing";

/** One thing that a document describes. */
export interface Item {
  readonly kind: (typeof KINDS)[number];
  /** Tells it from all others, and tells a reader what it is: "runJob request/parameter/name". */
  readonly name: string;
  readonly state: ItemState;
}

/** What one document says of one operation, and the operation in the specification, if it is there. */
export interface Described {
  readonly id: string;
  readonly facts: DocumentFacts;
  readonly operation: DescribedOperation | undefined;
  readonly conflicts: Conflicts;
}

/** A line of the report. */
export interface Coverage {
  readonly kind: Item["kind"];
  readonly documented: number;
  readonly specified: number;
  readonly recorded: number;
  /** Names of what is missing. */
  readonly missing: readonly string[];
}

/** Counts the items by kind; what several documents describe counts once. */
export function countItems(items: readonly Item[]): Coverage[] {
  return KINDS.map((kind) => {
    const states = new Map(items.filter((item) => item.kind === kind).map(({ name, state }) => [name, state]));
    const named = (wanted: ItemState): string[] =>
      [...states].filter(([, state]) => state === wanted).map(([name]) => name);
    return {
      kind,
      documented: states.size,
      specified: named("specified").length,
      recorded: named("recorded").length,
      missing: named("missing"),
    };
  });
}

/** What became of a thing that is `present` or not, when an entry at one of the spots may quote the document's claim. */
export function stateOf(
  present: boolean,
  { facts, conflicts }: Described,
  spots: readonly Spot[],
  about: readonly string[],
  claim: unknown,
): ItemState {
  if (present) return "specified";
  const entries = spots.flatMap((spot) => conflicts.at(spot)).filter((entry) => about.includes(entry.about));
  return entries.some((entry) => asList(entry.claims[facts.document]).includes(claim)) ? "recorded" : "missing";
}
