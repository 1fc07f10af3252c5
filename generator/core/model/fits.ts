// Checks an example value against a schema, for samples.
import { isArray, isObject, ownValue, type Json, type JsonObject } from "../lib/json.js";
import type { FindSchema } from "./resolve.js";
import type { Property, Schema } from "./types.js";

const deepest = 100;

/** True where a schema's types, listed values and required fields allow the value; limits and formats are not looked at. */
export function fits(value: Json, schema: Schema, find: FindSchema, depth = 0): boolean {
  // A schema that contains itself is reported elsewhere.
  if (depth > deepest) return true;
  if (schema.never === true) return false;
  if (schema.constant !== undefined && !isSame(value, schema.constant.value)) return false;
  if (schema.values !== undefined && !schema.values.some((listed) => isSame(value, listed))) return false;
  if (schema.types.length > 0 && !schema.types.some((type) => isOfType(value, type))) return false;
  const target = schema.ref === undefined ? undefined : find(schema.ref);
  const holds = (member: Schema): boolean => fits(value, member, find, depth + 1);
  if (target !== undefined && !holds(target)) return false;
  if (!schema.allOf.every(holds)) return false;
  if ([schema.anyOf, schema.oneOf].some((members) => members.length > 0 && !members.some(holds))) return false;
  if (isArray(value)) return itemsFit(value, schema, find);
  return !isObject(value) || fieldsFit(value, schema, find);
}

function itemsFit(value: readonly Json[], { leading, items, limits }: Schema, find: FindSchema): boolean {
  if (leading.length > 0 && value.length < (limits.minItems ?? 0)) return false;
  return value.every((item, index) => {
    const schema = leading[index] ?? items;
    return schema === undefined || fits(item, schema, find);
  });
}

function fieldsFit(value: JsonObject, schema: Schema, find: FindSchema): boolean {
  const { properties, others } = schema;
  const isThere = ({ name, required, schema }: Property): boolean => {
    const field = ownValue(value, name);
    return field === undefined ? !required || schema.readOnly === true : fits(field, schema, find);
  };
  if (!properties.every(isThere)) return false;
  // What a schema around this one describes, and only the service gives, would look as if it were missing.
  const bare = properties.length === 0 && schema.ref === undefined && schema.allOf.length === 0;
  if (bare && schema.required.some((name) => !Object.hasOwn(value, name))) return false;
  const named = new Set(properties.map(({ name }) => name));
  return Object.entries(value).every(([name, field]) => named.has(name) || !others || fits(field, others, find));
}

/** True for a value of a type of JSON Schema. */
export function isOfType(value: Json, type: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return isArray(value);
  if (type === "object") return isObject(value);
  return type === "null" ? value === null : typeof value === type;
}

function isSame(a: Json, b: Json): boolean {
  if (isArray(a))
    return isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index] ?? null));
  if (!isObject(a)) return a === b;
  const names = Object.keys(a);
  if (!isObject(b) || names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null));
}
