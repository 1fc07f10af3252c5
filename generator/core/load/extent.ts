// Finds what in a document is too deep, too long, or unfolds too far.
import { isObject, listOf, objectOf, type Json, type JsonObject } from "../lib/json.js";
import { referredValue } from "../lib/reference.js";
import { formatPointer } from "../lib/pointer.js";
import type { Finding, Place, Problem } from "../problems.js";
import { placeIn, type Source } from "./source.js";

/** How deep objects and lists may be nested: code that walks them calls itself once for each level. */
const DEEPEST = 500;

/** Characters of one text. */
const LONGEST = 1_000_000;

/** Schemas that `oneOf`, `anyOf` and `allOf` may lead to from one schema, and the combinations that they may make. */
const WIDEST = 10_000;

/** The problem of something that is nested too deeply. */
const tooDeep = {
  message: `this is nested more than ${DEEPEST} levels deep`,
  fix: "move parts of it to components, and refer to them",
};

const combining = ["oneOf", "anyOf", "allOf"] as const;

/** The problem of a file that is nested too deeply, or has a text that is too long; undefined where there is none. */
export function extentProblem(source: Source): Problem | undefined {
  const found = beyond(source.value);
  if (found === undefined) return undefined;
  const { tokens, deep } = found;
  if (!deep) {
    const message = `this text has more than ${LONGEST.toLocaleString("en-US")} characters`;
    return { ...placeIn(source, tokens), message, fix: "shorten it" };
  }
  // The parser that knows the places of JSON gives up at such a depth.
  const place = source.file.endsWith(".json") ? placeOfDepth(source.text, source.shown) : placeIn(source, tokens);
  return { ...place, ...tooDeep };
}

/** A container on the way to what is looked at. */
interface Spot {
  readonly value: object;
  readonly depth: number;
  readonly key: string;
  readonly above: Spot | undefined;
}

/** The first spot that is too deep. It keeps a stack of its own, because the call stack is what would overflow. */
function beyond(root: Json): { tokens: string[]; deep: boolean } | undefined {
  const open: Spot[] = [{ value: [root], depth: 0, key: "", above: undefined }];
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    for (const [key, value] of Object.entries(spot.value) as Array<[string, Json]>) {
      if (typeof value === "string" && value.length > LONGEST) return { tokens: wayTo(spot, key), deep: false };
      if (typeof value !== "object" || value === null) continue;
      if (spot.depth >= DEEPEST) return { tokens: wayTo(spot, key), deep: true };
      open.push({ value, depth: spot.depth + 1, key, above: spot });
    }
  }
  return undefined;
}

function wayTo(spot: Spot, key: string): string[] {
  const tokens = [key];
  for (let at: Spot | undefined = spot; at.above !== undefined; at = at.above) tokens.unshift(at.key);
  // The outermost holds the document itself.
  return tokens.slice(1);
}

/** Where the text of a JSON file goes too deep. */
function placeOfDepth(text: string, file: string): Place {
  let [depth, quoted, at] = [0, false, 0];
  for (; at < text.length && depth <= DEEPEST; at++) {
    const character = text[at];
    if (quoted && character === "\\") at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "[" || character === "{")) depth++;
    else if (!quoted && (character === "]" || character === "}")) depth--;
  }
  const before = text.slice(0, at - 1).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** How far a schema unfolds: the schemas that it leads to, their longest row, and the combinations that they make. */
interface Extent {
  readonly schemas: number;
  readonly row: number;
  readonly combinations: number;
}

const single: Extent = { schemas: 1, row: 1, combinations: 1 };

/** Finds the schemas whose `oneOf`, `anyOf` and `allOf` unfold too far: a few lines can ask for millions of combinations. */
export function checkExtent(document: JsonObject): Finding[] {
  const unfolding = new Unfolding(document);
  const schemas = objectOf(objectOf(document.components).schemas);
  for (const [name, schema] of Object.entries(schemas)) {
    const far = unfolding.tooFar(schema);
    if (far === undefined) continue;
    const pointer = formatPointer(["components", "schemas", name]);
    return [{ pointer, message: `oneOf, anyOf and allOf lead from here ${far}`, fix: "combine fewer of them" }];
  }
  return [];
}

/** Measures each schema once. */
class Unfolding {
  readonly #known = new Map<object, Extent>();

  constructor(readonly document: JsonObject) {}

  /** Where a schema leads that is too far; undefined where it is not. */
  tooFar(schema: Json): string | undefined {
    const { schemas, row, combinations } = this.#measure(schema);
    const many = WIDEST.toLocaleString("en-US");
    if (schemas > WIDEST) return `to more than ${many} schemas`;
    if (combinations > WIDEST) return `to more than ${many} combinations`;
    return row > DEEPEST ? `through more than ${DEEPEST} schemas, one after the other` : undefined;
  }

  /** Without calling itself, for a row can be long: what a schema needs is measured before it. */
  #measure(root: Json): Extent {
    const open: Json[] = [root];
    const begun = new Set<object>();
    for (let schema = open.at(-1); schema !== undefined; schema = open.at(-1)) {
      const needed =
        isObject(schema) && !this.#known.has(schema) && !begun.has(schema) ? this.#parts(schema).flat() : [];
      if (isObject(schema)) begun.add(schema);
      const missing = needed.filter((part) => isObject(part) && !this.#known.has(part) && !begun.has(part));
      if (missing.length > 0) {
        open.push(...missing);
        continue;
      }
      open.pop();
      if (isObject(schema) && !this.#known.has(schema)) this.#known.set(schema, this.#combine(schema));
    }
    return this.#extentOf(root);
  }

  /** A schema that is being measured, because it leads back to itself, counts as one. */
  #extentOf(schema: Json): Extent {
    return (isObject(schema) ? this.#known.get(schema) : undefined) ?? single;
  }

  /** The alternatives, each as a group of which one holds, and what holds beside them. */
  #parts(schema: JsonObject): Json[][] {
    const { $ref } = schema;
    const target = typeof $ref === "string" && $ref.startsWith("#") ? this.#target($ref) : undefined;
    const [one, any, all] = combining.map((keyword) => [...listOf(schema[keyword])]);
    return [one ?? [], any ?? [], ...[...(all ?? []), ...(target === undefined ? [] : [target])].map((part) => [part])];
  }

  #target(reference: string): Json | undefined {
    return referredValue(this.document, reference);
  }

  #combine(schema: JsonObject): Extent {
    let [schemas, row, combinations] = [1, 0, 1];
    for (const group of this.#parts(schema)) {
      const extents = group.map((part) => this.#extentOf(part));
      for (const part of extents) {
        schemas += part.schemas;
        row = Math.max(row, part.row);
      }
      if (extents.length > 0) combinations *= extents.reduce((sum, part) => sum + part.combinations, 0);
    }
    // A mere reference is no schema of its own.
    const own = schema.$ref === undefined ? 1 : 0;
    // Bounded, because sums of sums would become infinite; what is beyond the limits is refused anyway.
    return { schemas: Math.min(schemas, 1e9), row: row + own, combinations: Math.min(combinations, 1e9) };
  }
}
