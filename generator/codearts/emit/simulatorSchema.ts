import { isObject, listOf, objectOf, textOf, type Json, type JsonObject } from "../../core/lib/json.js";

/** The keywords that the simulator checks; those that only describe are left out. */
const checked = new Set([
  ...["type", "enum", "pattern", "format", "minLength", "maxLength", "minimum", "maximum"],
  ...["minItems", "maxItems", "required", "maxProperties"],
]);
/** Keywords that hold a schema. */
const nested = new Set(["items", "additionalProperties", "not"]);
const describing = new Set([
  ...["description", "title", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"],
]);

/** A schema with the keywords that the simulator checks, and no others. A reference becomes the component's name. */
export function checkedSchema(schema: Json): JsonObject {
  const entries = Object.entries(objectOf(schema)).map(([keyword, value]): [string, Json | undefined] => {
    if (keyword === "$ref") return [keyword, textOf(value)?.split("/").pop()];
    if (keyword === "anyOf") return [keyword, listOf(value).map(checkedSchema)];
    if (keyword === "properties") return [keyword, mapValues(objectOf(value), checkedSchema)];
    if (nested.has(keyword)) return [keyword, isObject(value) ? checkedSchema(value) : value];
    return [keyword, checked.has(keyword) ? value : undefined];
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function mapValues(object: JsonObject, map: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}

/** The names of the components that a checked schema refers to. */
export function referencesIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "$ref" in schema && typeof schema.$ref === "string" ? [schema.$ref] : [];
  return [...own, ...Object.values(schema).flatMap(referencesIn)];
}

/** Where a schema has keywords that the simulator would pass over in silence: a test wants none. */
export function unknownKeywords(schema: Json, at = ""): string[] {
  return Object.entries(objectOf(schema)).flatMap(([keyword, value]) => {
    const place = `${at}/${keyword}`;
    if (keyword === "anyOf") return listOf(value).flatMap((one, i) => unknownKeywords(one, `${place}/${i}`));
    if (keyword === "properties") {
      return Object.entries(objectOf(value)).flatMap(([name, one]) => unknownKeywords(one, `${place}/${name}`));
    }
    if (nested.has(keyword)) return unknownKeywords(value, place);
    const known = keyword === "$ref" || checked.has(keyword) || describing.has(keyword) || keyword.startsWith("x-");
    return known ? [] : [place];
  });
}
