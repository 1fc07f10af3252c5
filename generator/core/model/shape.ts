// Whether the values of a schema are single values, lists or objects.
import type { SchemaContext } from "./schema.js";
import type { Schema } from "./types.js";

/** What form a value has on the wire: a single value, a list, or named values. */
export type Shape = "scalar" | "array" | "object";

const all: readonly Shape[] = ["scalar", "array", "object"];

/** The shapes that the values of a schema may have; all of them where it does not say. */
export function shapesOf(schema: Schema, { named }: Pick<SchemaContext, "named">): Set<Shape> {
  return new Set(shapes(schema, named, new Set()) ?? all);
}

/** Undefined where a schema says nothing of it. */
function shapes(schema: Schema, named: SchemaContext["named"], via: ReadonlySet<string>): readonly Shape[] | undefined {
  if (schema.constant !== undefined) return [shapeOf(schema.constant.value)];
  if (schema.values !== undefined) return schema.values.map(shapeOf);
  const target = schema.ref === undefined || via.has(schema.ref) ? undefined : named(schema.ref);
  const below = schema.ref === undefined ? via : new Set([...via, schema.ref]);
  const read = (member: Schema): readonly Shape[] | undefined => shapes(member, named, below);
  const choices = [schema.anyOf, schema.oneOf].map((members) => either(members.map(read)));
  const own = schema.types.length === 0 ? undefined : schema.types.map(shapeOfType);
  const said = [own, target === undefined ? undefined : read(target), ...schema.allOf.map(read), ...choices];
  return said.reduce(both, undefined);
}

function either(members: ReadonlyArray<readonly Shape[] | undefined>): readonly Shape[] | undefined {
  if (members.length === 0 || members.includes(undefined)) return undefined;
  return members.flatMap((member) => member ?? []);
}

function both(a: readonly Shape[] | undefined, b: readonly Shape[] | undefined): readonly Shape[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.filter((shape) => b.includes(shape));
}

function shapeOf(value: unknown): Shape {
  return Array.isArray(value) ? "array" : typeof value === "object" && value !== null ? "object" : "scalar";
}

function shapeOfType(type: string): Shape {
  return type === "array" || type === "object" ? type : "scalar";
}
