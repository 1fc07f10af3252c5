import { isArray, isObject, objectOf, setOwn, without, type Json, type JsonObject } from "../lib/json.js";
import { holdsData, holdsNames, restricting, restricts } from "../lib/keywords.js";

/** True for a document of OpenAPI 3.0. */
export function isOlder(document: JsonObject): boolean {
  return typeof document.openapi === "string" && /^3\.0\.\d+/.test(document.openapi);
}

/** A document of OpenAPI 3.0 as one of 3.1; any other document as it is. The given one is left as it was written. */
export async function upgrade(document: JsonObject): Promise<JsonObject> {
  if (!isOlder(document)) return document;
  // Loaded only when needed: our own specification does without.
  const library = await import("@scalar/openapi-upgrader");
  // The library sets the version in what it is given, and copies the rest.
  const upgraded = library.upgrade({ ...objectOf(withoutIgnored(document)) }, "3.1") as Json;
  return isObject(upgraded) ? upgraded : document;
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
