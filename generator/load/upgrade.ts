import { isObject, type Json, type JsonObject } from "../lib/json.js";

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
  const upgraded = library.upgrade({ ...document }, "3.1") as Json;
  return isObject(upgraded) ? upgraded : document;
}
