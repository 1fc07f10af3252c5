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
  const visit = (schema: Schema): void => {
    if (schema.ref !== undefined && !names.has(schema.ref)) {
      names.add(schema.ref);
      const target = find(schema.ref);
      if (target !== undefined) visit(target);
    }
    below(schema).forEach(visit);
  };
  roots.forEach(visit);
  return [...names];
}

/** The schemas that stand within a schema. */
export function below(schema: Schema): Schema[] {
  return [
    ...schema.properties.map((property) => property.schema),
    ...[schema.items, schema.others].filter((inner) => inner !== undefined),
    ...schema.leading,
    ...schema.allOf,
    ...schema.anyOf,
    ...schema.oneOf,
  ];
}

/** The schema, and all that holds with it: what it refers to, and the members of `allOf`. */
export function conjuncts(schema: Schema, find: FindSchema, seen = new Set<string>()): Schema[] {
  const target = schema.ref === undefined || seen.has(schema.ref) ? undefined : find(schema.ref);
  if (schema.ref !== undefined) seen.add(schema.ref);
  const inner = [...(target === undefined ? [] : [target]), ...schema.allOf];
  return [schema, ...inner.flatMap((member) => conjuncts(member, find, seen))];
}

/** Who alone knows a field: the service, which gives it (`readOnly`), or the caller, who sends it (`writeOnly`). */
export function sideOf(schema: Schema, find: FindSchema): "given" | "sent" | undefined {
  const own = [schema, ...schema.allOf].flatMap((part) => {
    const target = part.ref === undefined ? undefined : find(part.ref);
    return target === undefined ? [part] : [part, target];
  });
  if (own.some(({ readOnly }) => readOnly === true)) return "given";
  return own.some(({ writeOnly }) => writeOnly === true) ? "sent" : undefined;
}

/** The responses of a success. Where none is described by its status, `default` speaks for it. */
export function successesOf<T extends { readonly status: string }>(responses: readonly T[]): T[] {
  const own = responses.filter(({ status }) => status.startsWith("2"));
  if (own.length > 0 || responses.some(({ status }) => status.startsWith("3"))) return own;
  return responses.filter(({ status }) => status === "default");
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

/** Each page of an operation asks anew. */
const finders = new WeakMap<Model["schemas"], FindSchema>();
