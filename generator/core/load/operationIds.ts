// Gives an operationId to operations that have none.
import { isObject, objectOf, textOf, type Json, type JsonObject } from "../lib/json.js";
import { follow } from "../lib/reference.js";
import { capitalized } from "../lib/text.js";
import { methods } from "./locate.js";

/**
 * The document with an operationId for each operation: one that its author left out is made of the method and the path,
 * `GET /jobs/{id}` becomes `getJobsById`. A document that has them all stays as it is.
 */
export function withOperationIds(document: JsonObject): JsonObject {
  const items = Object.entries(objectOf(document.paths));
  const read = items.map(([path, item]): [string, JsonObject] => [path, follow(document, item, "").raw]);
  const operations = read.flatMap(([, item]) => methods.map((method) => item[method]).filter(isObject));
  const taken = new Set(operations.flatMap(({ operationId }) => textOf(operationId) ?? []));
  if (operations.every(({ operationId }) => operationId !== undefined)) return document;
  const paths = read.map(([path, item], index) => [path, named(path, item, taken) ?? items[index]?.[1]] as const);
  return { ...document, paths: Object.fromEntries(paths) as JsonObject };
}

/** The path item with the operationIds that it lacks; nothing where it lacks none. */
function named(path: string, item: JsonObject, taken: Set<string>): JsonObject | undefined {
  const unnamed = methods.filter((method) => isObject(item[method]) && item[method].operationId === undefined);
  if (unnamed.length === 0) return undefined;
  const added = unnamed.map((method): [string, Json] => {
    return [method, { operationId: claim(nameOf(method, path), taken), ...objectOf(item[method]) }];
  });
  return { ...item, ...Object.fromEntries(added) };
}

function nameOf(method: string, path: string): string {
  const words = path.split("/").flatMap((segment) => segment.split(/(\{[^}]*\})/));
  const name = words.map((word) => {
    const parts = word.split(/[^\p{ID_Continue}]+/u).filter((part) => part !== "");
    return (word.startsWith("{") ? "By" : "") + parts.map(capitalized).join("");
  });
  return method + (name.join("") || "Root");
}

function claim(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  taken.add(name);
  return name;
}
