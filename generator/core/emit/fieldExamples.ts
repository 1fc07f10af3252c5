import { isArray, isObject, ownValue, type Json } from "../lib/json.js";
import type { Model, Schema } from "../model/types.js";

/** The examples of a field. */
export type ExamplesOf = (field: Schema) => readonly Json[];

/**
 * The examples of a model's fields: their own, or, where a field has none and no listed values either, the first plain
 * value that a documented request or response has there.
 */
export function fieldExamplesOf(model: Model): ExamplesOf {
  const seen = collect(model);
  return (field) => {
    const value = seen.get(field.pointer);
    const told = field.examples.length > 0 || field.known !== undefined || field.values !== undefined;
    const secret = field.format === "password";
    // An example of a boolean tells nothing.
    return value === undefined || typeof value === "boolean" || told || secret ? field.examples : [value];
  };
}

/** The values that the documented exchanges have, by the pointer of the schema that describes them. */
function collect({ operations, schemas }: Model): ReadonlyMap<string, Json> {
  const named = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const seen = new Map<string, Json>();
  const visit = (schema: Schema, value: Json): void => {
    if (isPlain(value) && !seen.has(schema.pointer)) seen.set(schema.pointer, value);
    const target = schema.ref === undefined ? undefined : named.get(schema.ref);
    for (const part of [...(target === undefined ? [] : [target]), ...schema.allOf]) visit(part, value);
    if (isArray(value)) for (const item of value) if (schema.items !== undefined) visit(schema.items, item);
    if (!isObject(value)) return;
    for (const { name, schema: field } of schema.properties) {
      const inner = ownValue(value, name);
      if (inner !== undefined) visit(field, inner);
    }
  };
  for (const operation of operations) {
    for (const { arguments: given, responses } of operation.examples) {
      for (const { name, in: place, value } of given) {
        const argument = operation.arguments.find((one) => one.name === name && one.in === place);
        if (argument !== undefined) visit(argument.schema, value);
      }
      for (const { status, body } of responses) {
        const schema = operation.responses.find((one) => one.status === status)?.schema;
        if (schema !== undefined) visit(schema, body);
      }
    }
  }
  return seen;
}

/** True for what tells something on one line of a comment: no text that was cut off. */
function isPlain(value: Json): boolean {
  if (typeof value === "string") return value !== "" && value.length <= 60 && !/[\n*]|\.{3}$/.test(value);
  return typeof value === "number" || typeof value === "boolean";
}
