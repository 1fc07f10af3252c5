// The grammar in the form in which shape.ts walks it.
import { grammar, type KindName, type ValueShape, type Value } from "./grammar.js";

/** The grammar in a form that is fast for large documents: names are resolved, fields are maps. */
export type Ready =
  | { readonly is: Value }
  | { readonly is: "words"; readonly words: readonly string[] }
  | { readonly is: "list"; readonly of: Ready; readonly filled: boolean }
  | { readonly is: "map"; readonly of: Ready; readonly single: boolean }
  | { readonly is: "either"; readonly shapes: readonly Ready[] }
  | ReadyKind;

/** A kind of object, ready. */
export interface ReadyKind {
  readonly is: "kind";
  readonly a: string;
  readonly fields: ReadonlyMap<string, Ready>;
  readonly entries: ReadyEntries | undefined;
  readonly required: readonly string[];
  readonly needsOneOf: readonly string[];
  readonly notBoth: readonly [string, string] | undefined;
  readonly reference: boolean;
  readonly open: boolean;
}

export interface ReadyEntries {
  readonly of: Ready;
  readonly each: string;
  readonly names: RegExp | undefined;
  readonly fix: string;
}

const made = new Map<string, ReadyKind>();

function ready(shape: ValueShape): Ready {
  if (typeof shape === "string") return isKind(shape) ? readyKind(shape) : { is: shape };
  if ("words" in shape) return { is: "words", words: shape.words };
  if ("list" in shape) return { is: "list", of: ready(shape.list), filled: shape.filled };
  if ("map" in shape) return { is: "map", of: ready(shape.map), single: shape.single };
  return { is: "either", shapes: shape.either.map(ready) };
}

function isKind(name: KindName | Value): name is KindName {
  return Object.hasOwn(grammar, name);
}

function readyKind(name: KindName): ReadyKind {
  const known = made.get(name);
  if (known !== undefined) return known;
  const { fields, entries, required = [], needsOneOf = [], reference = false, open = false, ...rest } = grammar[name];
  const byName = new Map<string, Ready>();
  const kind: { -readonly [K in keyof ReadyKind]: ReadyKind[K] } = {
    is: "kind",
    a: rest.a,
    fields: byName,
    entries: undefined,
    required,
    needsOneOf,
    notBoth: rest.notBoth,
    reference,
    open,
  };
  // Kinds hold each other: this one is known before its fields are.
  made.set(name, kind);
  for (const [field, shape] of Object.entries(fields)) byName.set(field, ready(shape));
  if (entries !== undefined) {
    kind.entries = { of: ready(entries.of), each: entries.each, names: entries.names, fix: entries.fix ?? "" };
  }
  return kind;
}

/** Where a document begins. */
export const begin = readyKind("document");

export const pathItem = readyKind("pathItem");
