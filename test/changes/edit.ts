import { isObject, setOwn, type Json, type JsonObject } from "../../generator/core/lib/json.js";
import { parsePointer } from "../../generator/core/lib/pointer.js";
import type { Parts, Seed } from "./seeds.js";

/** The names that take the place of ID and Thing in a seed. */
export interface Names {
  readonly id: string;
  readonly schema: string;
}

/** Puts a seed's own names for ID and Thing. */
export function withNames(text: string, { id, schema }: Names): string {
  return text.replaceAll("ID", id).replace(/\bThing(?!s)/g, schema);
}

/** Edits a document in place, as a seed says. */
export function plant(document: JsonObject, { edit }: Seed, names: Names): void {
  const own = (value: Json | undefined): Json | undefined =>
    value === undefined ? undefined : (JSON.parse(withNames(JSON.stringify(value), names)) as Json);
  const set = (pointer: string, value: Json | undefined): void =>
    setAt(document, withNames(pointer, names), own(value));
  const path = "/paths/~1v1~1ID~1{thing_id}";
  const parts: Parts = {
    path,
    document: set,
    operation: (pointer, value) => set(`${path}/put${pointer}`, value),
    thing: (pointer, value) => set(`/components/schemas/Thing${pointer}`, value),
    rename: (pointer, name) => renameAt(document, withNames(pointer, names), withNames(name, names)),
  };
  // A path is renamed last, so that the other edits of a seed find it.
  edit(parts);
}

function holderOf(document: JsonObject, pointer: string): { holder: object; key: string } {
  const tokens = parsePointer(pointer);
  const key = tokens.pop() ?? "";
  let at: Json | undefined = document;
  for (const token of tokens) {
    at = Array.isArray(at) ? (at as readonly Json[])[Number(token)] : isObject(at) ? at[token] : undefined;
  }
  if (typeof at !== "object" || at === null) throw new Error(`${pointer} leads to nothing`);
  return { holder: at, key };
}

function setAt(document: JsonObject, pointer: string, value: Json | undefined): void {
  const { holder, key } = holderOf(document, pointer);
  if (Array.isArray(holder)) holder.splice(Number(key), 1, ...(value === undefined ? [] : [value]));
  else if (value === undefined) Reflect.deleteProperty(holder, key);
  else setOwn(holder, key, value);
}

function renameAt(document: JsonObject, pointer: string, name: string): void {
  const { holder, key } = holderOf(document, pointer);
  const entries = Object.entries(holder) as Array<[string, Json]>;
  if (!entries.some(([each]) => each === key)) throw new Error(`${pointer} leads to nothing`);
  for (const [each] of entries) Reflect.deleteProperty(holder, each);
  for (const [each, value] of entries) setOwn(holder, each === key ? name : each, value);
}
