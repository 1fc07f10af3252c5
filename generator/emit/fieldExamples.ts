import { isArray, isObject, ownValue, type Json } from "../lib/json.js";
import type { Model, NamedSchema, Operation, Property, Schema } from "../model/types.js";

/**
 * The model with an example for each field that has none of its own and no listed values: the first plain value that
 * a documented request or response has there.
 */
export function withFieldExamples(model: Model): Model {
  const seen = collect(model);
  const schemas = model.schemas.map((named): NamedSchema => ({ ...named, schema: illustrated(named.schema, seen) }));
  const operations = model.operations.map((operation): Operation => {
    const { answer } = operation;
    if (answer.kind !== "json") return operation;
    return { ...operation, answer: { ...answer, schemas: answer.schemas.map((schema) => illustrated(schema, seen)) } };
  });
  return { ...model, operations, schemas };
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

/** The schema itself where nothing is to be added: most of a large document stays as it is. */
function illustrated(schema: Schema, seen: ReadonlyMap<string, Json>): Schema {
  const inner = (part: Schema): Schema => illustrated(part, seen);
  const changed = {
    properties: mapped(schema.properties, (property): Property => {
      const field = withExample(inner(property.schema), seen);
      return field === property.schema ? property : { ...property, schema: field };
    }),
    ...(schema.items !== undefined && { items: inner(schema.items) }),
    ...(schema.others !== undefined && { others: inner(schema.others) }),
    allOf: mapped(schema.allOf, inner),
    anyOf: mapped(schema.anyOf, inner),
    oneOf: mapped(schema.oneOf, inner),
  };
  const same = Object.entries(changed).every(([name, value]) => schema[name as keyof Schema] === value);
  return same ? schema : { ...schema, ...changed };
}

/** The list itself where each member stays the same. */
function mapped<T>(list: readonly T[], change: (member: T) => T): readonly T[] {
  const made = list.map(change);
  return made.every((member, index) => member === list[index]) ? list : made;
}

function withExample(field: Schema, seen: ReadonlyMap<string, Json>): Schema {
  const value = seen.get(field.pointer);
  const told = field.examples.length > 0 || field.known !== undefined || field.values !== undefined;
  const secret = field.format === "password";
  // Of two truth values, an example tells nothing.
  if (value === undefined || typeof value === "boolean" || told || secret) return field;
  return { ...field, examples: [value] };
}
