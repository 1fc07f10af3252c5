// From a pointer into the document to a line of the author's file.
import { isArray, isObject, ownValue, textOf, type Json, type JsonObject } from "../lib/json.js";
import { formatPointer, parsePointer, valueAt } from "../lib/pointer.js";
import type { Finding, Problem } from "../problems.js";
import type { Bundle, Origin } from "./bundle.js";
import { placeIn, type Source } from "./source.js";

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Turns a finding, which names a spot of the bundled document, into a problem at a line of the author's file. */
export function locate(bundle: Bundle, finding: Finding): Problem {
  const tokens = parsePointer(finding.pointer);
  const place = originOf(bundle, tokens);
  const at = place === undefined ? { file: "spec", line: 1, column: 1 } : placeIn(place.source, place.tokens);
  return { ...at, operationId: operationAt(bundle.document, tokens), message: finding.message, fix: finding.fix };
}

/** The author's file and the way to the spot in it: the nearest object that has an origin, and the rest of the way. */
function originOf(bundle: Bundle, tokens: readonly string[]): Origin | undefined {
  let value: Json | undefined = bundle.document;
  let found: Origin | undefined;
  for (let index = 0; index <= tokens.length; index++) {
    const origin = typeof value === "object" && value !== null ? bundle.origins.get(value) : undefined;
    if (origin !== undefined) found = { source: origin.source, tokens: [...origin.tokens, ...tokens.slice(index)] };
    const token = tokens[index];
    if (token === undefined) break;
    value = isArray(value) ? value[Number(token)] : isObject(value) ? ownValue(value, token) : undefined;
  }
  return found;
}

/** The operationId of the operation that the spot belongs to. */
function operationAt(document: JsonObject, tokens: readonly string[]): string | undefined {
  if (tokens[0] !== "paths") return undefined;
  return operationIdOf(valueAt(document, tokens.slice(0, 3)));
}

function operationIdOf(operation: Json | undefined): string | undefined {
  const id = isObject(operation) ? textOf(operation.operationId) : undefined;
  return id === "" ? undefined : id;
}

/** The operationId of the operation that a spot of an author's file belongs to, found through the bundled document. */
export function operationOfFile(bundle: Bundle, source: Source, tokens: readonly string[]): string | undefined {
  const pointer = formatPointer(tokens);
  for (const [path, item] of Object.entries(isObject(bundle.document.paths) ? bundle.document.paths : {})) {
    if (!isObject(item)) continue;
    for (const method of methods) {
      const operation = item[method];
      const origin = isObject(operation) ? originOf(bundle, ["paths", path, method]) : undefined;
      if (origin?.source !== source) continue;
      const own = formatPointer(origin.tokens);
      if (pointer !== own && !pointer.startsWith(`${own}/`)) continue;
      return operationIdOf(operation);
    }
  }
  return undefined;
}
