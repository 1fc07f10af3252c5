// The state of a comparison, and the words that all rules share.
import { capitalized } from "../core/lib/text.js";
import { formatPointer, parsePointer, valueAt } from "../core/lib/pointer.js";
import { defined, type Json, type JsonObject } from "../core/lib/json.js";
import { follow, type Referred } from "../core/lib/reference.js";
import type { Change, Direction, Effect } from "./types.js";

/** A place in both documents. A pointer is undefined where the thing is missing on that side. */
export interface PointerPair {
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** What is being compared at the moment, and how messages name it. */
export interface Scope {
  readonly gather: Comparison;
  readonly spot: PointerPair;
  /** The owner in words: "`Job`", "the response of `runJob`". */
  readonly owner: string;
  /** The path from the owner, each step as it is written: `parts[]`. */
  readonly path: readonly string[];
  readonly directions: readonly Direction[];
  readonly operation?: string;
  readonly component?: string;
}

/** What a rule says about a change; where it is comes from the scope. */
export interface FoundChange {
  readonly kind: string;
  readonly sentence: string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
  readonly wire: Effect;
  readonly typescript: Effect;
  readonly migration?: string;
}

/** Two documents, how their components correspond, and the changes found so far. */
export class Comparison {
  readonly changes: Change[] = [];
  /** New names of renamed schemas, by their old ones. */
  readonly renamed = new Map<string, string>();
  /** Pairs of places that are compared already: schemas may refer to themselves. */
  readonly compared = new Set<string>();

  readonly new: JsonObject;

  constructor(
    readonly old: JsonObject,
    after: JsonObject,
  ) {
    this.new = after;
  }

  add(scope: Scope, finding: FoundChange, spot: PointerPair = scope.spot): void {
    const { operation, component, directions: affected } = scope;
    this.changes.push(
      defined({
        oldPointer: spot.old,
        newPointer: spot.new,
        operation,
        component,
        affected,
        migration: "",
        ...finding,
        sentence: capitalized(finding.sentence),
      }),
    );
  }
}

/** The scope of a part of what is compared. */
export function below(scope: Scope, step: string | undefined, ...tokens: readonly string[]): Scope {
  return {
    ...scope,
    spot: spotBelow(scope.spot, ...tokens),
    path: step === undefined ? scope.path : [...scope.path, step],
  };
}

/** The place of something below, on both sides. */
export function spotBelow(spot: PointerPair, ...tokens: readonly string[]): PointerPair {
  const more = formatPointer(tokens);
  return {
    old: spot.old === undefined ? undefined : spot.old + more,
    new: spot.new === undefined ? undefined : spot.new + more,
  };
}

/** The place on one side only. */
export function onlyOld({ old }: PointerPair): PointerPair {
  return { old, new: undefined };
}

/** The place on one side only. */
export function onlyNew(spot: PointerPair): PointerPair {
  return { old: undefined, new: spot.new };
}

/** How a sentence names what the scope is about. */
export function named({ owner, path }: Scope): string {
  return path.length === 0 ? owner : `\`${path.join(".").replaceAll(".[]", "[]")}\` of ${owner}`;
}

/** A field or parameter of the scope, in code. */
export function member(scope: Scope, name: string): string {
  return named({ ...scope, path: [...scope.path, name] });
}

/** The effect of allowing more or less: allowing less breaks a request, allowing more breaks a response. */
export function variance({ directions }: Scope, gained: boolean, lost: boolean): Effect {
  const request = directions.includes("request");
  const response = directions.includes("response");
  if ((request && lost) || (response && gained)) return "major";
  return request && gained ? "minor" : "patch";
}

/** What stands at a pointer, references followed; with the pointer at which it stands. Without one, nothing. */
export function objectAt(document: JsonObject, pointer: string | undefined): Referred {
  return pointer === undefined
    ? { raw: {}, pointer: "" }
    : follow(document, valueAt(document, parsePointer(pointer)), pointer);
}

/** The same JSON, whatever the order of its keys. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: Json | undefined): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(",")}]`;
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`);
  return `{${entries.sort().join(",")}}`;
}

/** A value in a sentence. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" && value !== "" ? value : JSON.stringify(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return `\`${short.replaceAll("`", "'").replace(/\s+/g, " ")}\``;
}

/** Values in a sentence. */
export function listed(values: readonly Json[]): string {
  const words = values.map(shown);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
