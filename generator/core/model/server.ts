import { listOf, objectOf, textOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { Names } from "./names.js";
import type { RawOperation } from "./operation.js";
import type { Server } from "./types.js";

/** The servers of a document. */
export interface Servers {
  /** Those of the document, then those of operations that have their own; these have names. */
  readonly all: readonly Server[];
  /** The name of the server of an operation; undefined where that is the service itself. */
  readonly nameOf: (operation: RawOperation) => string | undefined;
}

/** Reads the document's servers, then those of operations that have their own. */
export function readServers(document: JsonObject, operations: readonly RawOperation[], findings: Finding[]): Servers {
  const service = textOf(objectOf(listOf(document.servers)[0]).url);
  const all = listOf(document.servers).map((raw) => readServer(raw));
  // The client calls the service itself `service`, and its address `baseUrl`.
  const names = new Names(["service", "base"]);
  const byUrl = new Map<string, string>();
  const nameOf = (operation: RawOperation): string | undefined => byUrl.get(urlOf(operation) ?? "");
  for (const operation of operations) {
    const url = urlOf(operation);
    if (url === undefined || url === service || byUrl.has(url)) continue;
    if (!/^https?:\/\//i.test(url)) findings.push(relativeServer(operation, url));
    const name = names.claim(/^https?:\/\/([a-z0-9-]+)/i.exec(url)?.[1] ?? "other");
    byUrl.set(url, name);
    all.push(readServer(operation.servers[0], name));
  }
  return { all, nameOf };
}

function urlOf({ servers }: RawOperation): string | undefined {
  return textOf(objectOf(servers[0]).url);
}

function relativeServer({ pointer }: RawOperation, url: string): Finding {
  const message = `the server ${url === "" ? "without an address" : url} is relative, and nothing says to what`;
  return { pointer: childPointer(pointer, "servers"), message, fix: "write the whole address" };
}

function readServer(raw: Json | undefined, name?: string): Server {
  const server = objectOf(raw);
  const variables = Object.entries(objectOf(server.variables)).map(([variable, value]) => ({
    name: variable,
    default: textOf(objectOf(value).default) ?? "",
    values: listOf(objectOf(value).enum).map(String),
    description: textOf(objectOf(value).description) ?? "",
  }));
  const head = { url: textOf(server.url) ?? "", description: textOf(server.description) ?? "", variables };
  return name === undefined ? head : { name, ...head };
}
