// Ways through the schemas of a model: by pointer, by reference, by reachability.
import { parsePointer } from "../lib/pointer.js";
import type { Model, Schema } from "./types.js";

/** Finds a named schema. */
export type FindSchema = (name: string) => Schema | undefined;

/** What a JSON pointer into a value leads to, by the value's schema. */
export type Resolution =
  | { readonly found: Schema }
  /** `missing` is the token that led nowhere, `known` are those that would have led on. */
  | { readonly missing: string; readonly known: readonly string[] };

/** Follows a JSON pointer (`/jobs/0/id`) through a schema, its references and compositions. */
export function resolvePointer(schema: Schema, pointer: string, find: FindSchema): Resolution {
  let current = schema;
  for (const token of parsePointer(pointer)) {
    const parts = partsOf(current, find);
    const next = parts.map((part) => childSchema(part, token)).find((child) => child !== undefined);
    if (next === undefined) {
      const known = parts.flatMap((part) => part.properties.map((property) => property.name));
      return { missing: token, known: [...new Set(known)] };
    }
    current = next;
  }
  return { found: current };
}

/** The schema itself and all that it refers to or is composed of. */
export function partsOf(schema: Schema, find: FindSchema): Schema[] {
  const parts: Schema[] = [];
  const names = new Set<string>();
  const visit = (part: Schema): void => {
    parts.push(part);
    if (part.ref !== undefined && !names.has(part.ref)) {
      names.add(part.ref);
      const target = find(part.ref);
      if (target !== undefined) visit(target);
    }
    for (const member of [...part.allOf, ...part.anyOf, ...part.oneOf]) visit(member);
  };
  visit(schema);
  return parts;
}

function childSchema(schema: Schema, token: string): Schema | undefined {
  const property = schema.properties.find(({ name }) => name === token);
  if (property !== undefined) return property.schema;
  if (/^\d+$/.test(token) && schema.types.includes("array")) return schema.leading[Number(token)] ?? schema.items;
  return schema.others;
}

/** The names of all schemas that can be reached from the given ones, in the order in which a reader meets them. */
export function reachable(roots: readonly Schema[], find: FindSchema): string[] {
  const names = new Set<string>();
  for (const root of roots) addReachable(root, find, names);
  return [...names];
}

function addReachable(schema: Schema, find: FindSchema, names: Set<string>): void {
  for (const name of referencesOf(schema)) {
    if (names.has(name)) continue;
    names.add(name);
    const target = find(name);
    if (target !== undefined) addReachable(target, find, names);
  }
}

/** The names that a schema itself refers to, at any depth. */
export function referencesOf(schema: Schema): readonly string[] {
  const known = references.get(schema);
  if (known !== undefined) return known;
  const names = new Set<string>();
  addReferences(schema, names);
  const found = [...names];
  references.set(schema, found);
  return found;
}

/** Each page of an operation asks anew, and a schema may be reached from hundreds. */
const references = new WeakMap<Schema, readonly string[]>();

function addReferences(schema: Schema, names: Set<string>): void {
  if (schema.ref !== undefined) names.add(schema.ref);
  eachBelow(schema, (inner) => addReferences(inner, names));
}

/** Visits the schemas that stand within a schema. No list is made of them: most schemas have none. */
export function eachBelow(schema: Schema, visit: (inner: Schema) => void): void {
  for (const property of schema.properties) visit(property.schema);
  if (schema.items !== undefined) visit(schema.items);
  if (schema.others !== undefined) visit(schema.others);
  schema.leading.forEach(visit);
  schema.allOf.forEach(visit);
  schema.anyOf.forEach(visit);
  schema.oneOf.forEach(visit);
}

/** The schema, and all that holds with it: what it refers to, and the members of `allOf`. */
export function conjuncts(schema: Schema, find: FindSchema, seen = new Set<string>()): Schema[] {
  const target = schema.ref === undefined || seen.has(schema.ref) ? undefined : find(schema.ref);
  if (schema.ref !== undefined) seen.add(schema.ref);
  const inner = [...(target === undefined ? [] : [target]), ...schema.allOf];
  return [schema, ...inner.flatMap((member) => conjuncts(member, find, seen))];
}

/**
 * The side that alone has a field: the service, which returns it (`readOnly`), or the caller, who sends it
 * (`writeOnly`).
 */
export function sideOf(schema: Schema, find: FindSchema): "given" | "sent" | undefined {
  let sent = false;
  for (const part of schema.allOf.length === 0 ? [schema] : [schema, ...schema.allOf]) {
    const target = part.ref === undefined ? undefined : find(part.ref);
    if (part.readOnly === true || target?.readOnly === true) return "given";
    sent ||= part.writeOnly === true || target?.writeOnly === true;
  }
  return sent ? "sent" : undefined;
}

/** Finds the named schemas of a model. */
export function finderOf({ schemas }: Pick<Model, "schemas">): FindSchema {
  const known = finders.get(schemas);
  if (known !== undefined) return known;
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const find: FindSchema = (name) => byName.get(name);
  finders.set(schemas, find);
  return find;
}

/** Cached: the page of each operation asks for the same. */
const finders = new WeakMap<Model["schemas"], FindSchema>();
