import type { Json } from "../core/lib/json.js";

/** What a change asks of the version: `none` asks nothing, the others the step of semantic versioning of that name. */
export type Effect = "none" | "patch" | "minor" | "major";

/** Whether the data that a change is about is sent by callers, or received. */
export type Direction = "request" | "response";

/** One difference between two documents, before it is known on which line it stands and what the judges say. */
export interface Change {
  /** What sort of change, such as `field-added`. */
  readonly kind: string;
  readonly sentence: string;
  /** Where it stands in the old document, in the new one, or in both. */
  readonly oldPointer?: string;
  readonly newPointer?: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly affected: readonly Direction[];
  /** The operation that it belongs to; absent where several share it. */
  readonly operation?: string;
  /** A component that it belongs to, by its section and its name in the new document: `schemas/Job`. */
  readonly component?: string;
  /** Our own judgement. */
  readonly wire: Effect;
  readonly typescript: Effect;
  /** What a caller has to do if it breaks something. */
  readonly migration: string;
}

/** The vendor's page that describes a change. */
export interface VendorPage {
  readonly document: string;
  readonly date: string;
  readonly url?: string;
}

/** One change as the report tells it. */
export interface Entry {
  readonly kind: string;
  readonly sentence: string;
  /** All operations that it reaches. */
  readonly operations: readonly string[];
  readonly pointer: string;
  /** The line in the author's file: of the new specification, or of the old one for what was removed. */
  readonly source: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly of: "old" | "new";
  };
  readonly before?: Json;
  readonly after?: Json;
  readonly affected: readonly Direction[];
  readonly wire: Effect;
  readonly typescript: Effect;
  /** The rules of `redocly diff` that report it. */
  readonly rules: readonly string[];
  /** What the compiler says about programs that were written for the old package. */
  readonly errors: readonly string[];
  /** What callers have to do; only where it breaks something. */
  readonly migration?: string;
  readonly vendor?: VendorPage;
}

/** The whole comparison; `report.schema.json` says the same in JSON Schema. */
export interface ChangeReport {
  readonly format: 1;
  readonly base: {
    /** The git reference compared with, and its commit. */
    readonly reference: string;
    readonly commit: string;
    readonly version: string;
    /** False where nothing has been released yet: then any version will do. */
    readonly released: boolean;
  };
  readonly version: {
    /** The version in the root package.json. */
    readonly current: string;
    /** The lowest version that the changes allow. */
    readonly required: string;
    readonly sufficient: boolean;
  };
  readonly effect: { readonly wire: Effect; readonly typescript: Effect; readonly largest: Effect };
  readonly entries: readonly Entry[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

const order: readonly Effect[] = ["none", "patch", "minor", "major"];

/** The largest of some effects. */
export function largest(effects: Iterable<Effect>): Effect {
  let found: Effect = "none";
  for (const effect of effects) if (order.indexOf(effect) > order.indexOf(found)) found = effect;
  return found;
}
