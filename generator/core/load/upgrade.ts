import { isArray, isObject, listOf, setOwn, without, type Json, type JsonObject } from "../lib/json.js";
import { holdsData, holdsNames, restricting, restricts } from "../lib/keywords.js";

/** True for a document of OpenAPI 3.0. */
export function isOlder(document: JsonObject): boolean {
  return typeof document.openapi === "string" && /^3\.0\.\d+/.test(document.openapi);
}

/** A document of OpenAPI 3.0 as one of 3.1; any other document as it is. The given one is left as it was written. */
export function upgrade(document: JsonObject): JsonObject {
  if (!isOlder(document)) return document;
  const upgraded = walk(withoutIgnored(document), "object");
  return isObject(upgraded) ? { ...upgraded, openapi: "3.1.1" } : document;
}

/** What a value is: a schema, a map or list of schemas, a map with names of the author, or any other object of OpenAPI. */
type Kind = "schema" | "schemas" | "names" | "object";

/** What the keywords of a schema hold that are schemas themselves. */
const within: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(["items", "additionalProperties", "not"].map((keyword) => [keyword, "schema"])),
  ...Object.fromEntries(["properties", "allOf", "anyOf", "oneOf"].map((keyword) => [keyword, "schemas"])),
};

/** Rewrites all schemas below a value. What does not change stays the same object. */
function walk(value: Json, kind: Kind): Json {
  if (typeof value !== "object" || value === null) return value;
  let made: Json = value;
  for (const [key, child] of Object.entries<Json>(value)) {
    const inner = kindOf(key, child, kind, isArray(value));
    const kept = inner === undefined ? child : walk(child, inner);
    if (kept === child) continue;
    if (made === value) made = isArray(value) ? [...value] : { ...value };
    setOwn(made, key, kept);
  }
  return kind === "schema" && isObject(made) ? upgradeSchema(made) : made;
}

/** What stands at a key; undefined for data. */
function kindOf(key: string, child: Json, kind: Kind, inList: boolean): Kind | undefined {
  if (kind === "schemas") return "schema";
  if (kind === "schema") return within[key];
  if (inList || kind === "names") return "object";
  if (holdsData(key, child) || key.startsWith("x-")) return undefined;
  if (key === "schema" || key === "schemas") return key;
  return holdsNames(key) || key === "encoding" ? "names" : "object";
}

/** A schema of 3.0 in the words of 3.1. */
function upgradeSchema(schema: JsonObject): JsonObject {
  const { example, ...rest } = schema;
  const upgraded = withNull(withBounds(rest));
  return example === undefined ? upgraded : { ...upgraded, examples: [example] };
}

/** In 3.1 a limit that is excluded is a number of its own. */
function withBounds(schema: JsonObject): JsonObject {
  let made = schema;
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof made[exclusive] !== "boolean") continue;
    const { [limit]: bound, [exclusive]: excluded, ...rest } = made;
    if (bound === undefined) made = rest;
    else made = { ...rest, [excluded === true ? exclusive : limit]: bound };
  }
  return made;
}

/** In 3.1 null is a type. A schema without one keeps `nullable`, which the model understands. */
function withNull(schema: JsonObject): JsonObject {
  const { nullable, ...rest } = schema;
  if (nullable !== true) return nullable === undefined ? schema : rest;
  const { type, $ref, allOf } = rest;
  if (typeof type === "string") {
    const listed = isArray(rest.enum) && !rest.enum.includes(null) ? { enum: [...rest.enum, null] } : {};
    return { ...rest, type: [type, "null"], ...listed };
  }
  const parts = listOf($ref === undefined ? allOf : [{ $ref }]);
  if (parts.length === 0) return schema;
  const [only = {}, ...more] = parts;
  return {
    ...without(rest, "$ref", "allOf"),
    anyOf: [more.length === 0 ? only : { allOf: [...parts] }, { type: "null" }],
  };
}

/**
 * The value without what would restrict it in OpenAPI 3.1 and, beside a reference, does not count in 3.0; itself, where
 * there is nothing of the kind.
 */
function withoutIgnored(value: Json, isMap = false): Json {
  if (typeof value !== "object" || value === null) return value;
  const isReference = isObject(value) && typeof value.$ref === "string";
  if (isReference && restricts(value)) return without(value, ...restricting);
  let made: Json = value;
  for (const [key, child] of Object.entries<Json>(value)) {
    if (isObject(value) && !isMap && holdsData(key, child)) continue;
    const kept = withoutIgnored(child, isObject(value) && !isMap && holdsNames(key));
    if (kept === child) continue;
    if (made === value) made = isArray(value) ? [...value] : { ...value };
    setOwn(made, key, kept);
  }
  return made;
}
