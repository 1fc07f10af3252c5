// Makes up a value for a schema that has no example.
import { isObject, ownValue, setOwn, type Json, type JsonObject } from "../lib/json.js";
import { fits } from "./fits.js";
import { conjuncts, sideOf, type FindSchema } from "./resolve.js";
import type { JsonType, Schema } from "./types.js";

/** The largest depth of a made-up value: what goes deeper refers to itself, or is not worth showing. */
const deepest = 6;

/**
 * A value to send that the schema allows, as its author would give one: an example, the default, a listed value, else a
 * plain one. What its author gave, but the types do not allow, is passed over.
 */
export function sampleValue(schema: Schema, find: FindSchema, depth = 0, around: readonly Schema[] = []): Json {
  const parts = conjuncts(schema, find);
  const said = parts
    .flatMap((part) => [...part.examples, part.default, part.constant?.value, ...(part.values ?? [])])
    .find((value) => value !== undefined && fits(value, schema, find));
  if (said !== undefined) return said;
  const plain = plainValue(parts, find, depth, around);
  const choices = parts.flatMap(({ oneOf, anyOf }) => (oneOf.length > 0 ? oneOf : anyOf));
  if (choices.length === 0 || depth > deepest) return plain;
  let first: Json | undefined;
  for (const choice of choices) {
    const value = sampleValue(choice, find, depth + 2, [...parts, ...around]);
    // Beside fields of its own, an alternative adds to them.
    const whole = isObject(value) && isObject(plain) ? { ...plain, ...value } : value;
    if (fits(whole, schema, find)) return whole;
    first ??= whole;
  }
  return fits(plain, schema, find) ? plain : (first ?? plain);
}

/** A value by the type alone that all parts allow. */
function plainValue(parts: readonly Schema[], find: FindSchema, depth: number, around: readonly Schema[]): Json {
  const typed = parts.filter(({ types }) => types.length > 0);
  const [type] = (typed[0]?.types ?? []).filter((each) => typed.every(({ types }) => allows(types, each)));
  if (type === "integer" || type === "number") return plainNumber(parts);
  if (type === "boolean") return true;
  if (type === "null") return null;
  if (type === "array") return plainArray(parts, find, depth);
  return type === "string" ? plainText(parts) : plainObject(parts, find, depth, around);
}

function allows(types: readonly JsonType[], type: JsonType): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

function plainNumber(parts: readonly Schema[]): number {
  const limits = parts.map((part) => part.limits);
  const least = limits.find(({ minimum }) => minimum !== undefined)?.minimum;
  const most = limits.find(({ maximum }) => maximum !== undefined)?.maximum;
  return least ?? (most !== undefined && most < 1 ? most : 1);
}

function plainArray(parts: readonly Schema[], find: FindSchema, depth: number): Json {
  const leading = parts.find((part) => part.leading.length > 0)?.leading;
  if (leading !== undefined) return leading.map((item) => sampleValue(item, find, depth + 1));
  const items = parts.find((part) => part.items !== undefined)?.items;
  return items === undefined || items.never === true || depth > 4 ? [] : [sampleValue(items, find, depth + 1)];
}

const formedTexts: JsonObject = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  uuid: "8f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f",
  uri: "https://example.com/",
  email: "someone@example.com",
  // "text" in Base64.
  byte: "dGV4dA==",
};

function plainText(parts: readonly Schema[]): string {
  const known = parts.find((part) => part.known?.[0] !== undefined)?.known?.[0];
  if (known !== undefined) return known.value;
  const format = parts.find((part) => part.format !== undefined)?.format;
  const formed = ownValue(formedTexts, format ?? "");
  if (typeof formed === "string") return formed;
  const limits = parts.map((part) => part.limits);
  const least = limits.find(({ minLength }) => minLength !== undefined)?.minLength;
  const most = limits.find(({ maxLength }) => maxLength !== undefined)?.maxLength;
  return "text".padEnd(least ?? 0, "x").slice(0, most);
}

/** The fields that must be sent; what they are may stand in a schema `around`. */
function plainObject(parts: readonly Schema[], find: FindSchema, depth: number, around: readonly Schema[]): Json {
  const made = {};
  if (depth > deepest) return made;
  for (const name of new Set(parts.flatMap(({ required }) => required))) {
    const own = [...parts, ...around].flatMap(({ properties }) =>
      properties.filter((property) => property.name === name),
    );
    const others = parts.find((part) => part.others !== undefined)?.others;
    const field = own[0]?.schema ?? others;
    if (field !== undefined && sideOf(field, find) === "given") continue;
    setOwn(made, name, field === undefined ? "text" : sampleValue(field, find, depth + 1));
  }
  return made;
}
