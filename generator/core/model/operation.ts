import { isObject, listOf, objectOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { follow, type Referred } from "../lib/reference.js";
import type { Finding } from "../problems.js";
import type { Method } from "./types.js";

/** An operation as it stands in the document, references to parameters and the like followed. */
export interface RawOperation {
  readonly raw: JsonObject;
  readonly pointer: string;
  readonly path: string;
  readonly method: Method;
  /** Those of the path item included. */
  readonly parameters: readonly Referred[];
  readonly body?: Referred;
  readonly responses: ReadonlyArray<Referred & { readonly status: string }>;
  readonly servers: readonly Json[];
}

const verbs = ["get", "put", "post", "delete", "options", "head", "patch"] as const;

/** All operations, in the order of the document. */
export function rawOperations(document: JsonObject, findings: Finding[]): RawOperation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, itemOrReference]) => {
    const item = follow(document, itemOrReference, childPointer("/paths", path));
    if (isObject(item.raw.trace)) {
      const pointer = childPointer(item.pointer, "trace");
      findings.push({ pointer, message: "fetch cannot send TRACE", fix: "leave the operation out" });
    }
    return verbs.flatMap((verb) => {
      const raw = item.raw[verb];
      return isObject(raw) ? [rawOperation(document, item, path, verb, raw)] : [];
    });
  });
}

function rawOperation(
  document: JsonObject,
  item: Referred,
  path: string,
  verb: (typeof verbs)[number],
  raw: JsonObject,
): RawOperation {
  const pointer = childPointer(item.pointer, verb);
  const own = followAll(document, raw.parameters, childPointer(pointer, "parameters"));
  const shared = followAll(document, item.raw.parameters, childPointer(item.pointer, "parameters"));
  const inherited = shared.filter((each) => !own.some((other) => sameParameter(each.raw, other.raw)));
  const responses = Object.entries(objectOf(raw.responses)).map(([status, response]) => ({
    status,
    ...follow(document, response, childPointer(pointer, "responses", status)),
  }));
  const body = raw.requestBody;
  return {
    raw,
    pointer,
    path,
    method: verb.toUpperCase() as Method,
    parameters: [...inherited, ...own],
    ...(body === undefined ? {} : { body: follow(document, body, childPointer(pointer, "requestBody")) }),
    responses,
    servers: listOf(raw.servers ?? item.raw.servers ?? document.servers),
  };
}

function sameParameter(a: JsonObject, b: JsonObject): boolean {
  return a.in === b.in && a.name === b.name;
}

function followAll(document: JsonObject, list: Json | undefined, pointer: string): Referred[] {
  return listOf(list).map((value, index) => follow(document, value, childPointer(pointer, index)));
}

/** The security schemes that the operation itself, or else the document, asks for. */
export function readCredentials(document: JsonObject, operation: RawOperation): string[] {
  const security = listOf(operation.raw.security ?? document.security);
  return [...new Set(security.flatMap((entry) => Object.keys(objectOf(entry))))];
}
