import { listOf, objectOf, textOf } from "../../../generator/core/lib/json.js";
import { childNode, childNodes, fileNode, follow, type Node, type Specification } from "./specification.js";

const METHODS = ["get", "put", "post", "delete", "patch"];

/** What a spot is to the specification; each operator works on one of these. */
export type Role =
  | "root"
  | "host"
  | "path"
  | "operation"
  | "parameter"
  | "body"
  | "response"
  | "schema"
  | "example"
  | "noted"
  | "error"
  | "errors"
  | "scheme";

/** A node that mutants can be made of. */
export interface Spot extends Node {
  readonly role: Role;
  /** In words: "parameter job_id", "response 200 /result/status". */
  readonly where: string;
  /** Whether the caller sends what is described here. */
  readonly sent: boolean;
}

/** An operation and all the spots that say something about it. */
export interface Territory {
  readonly operationId: string;
  readonly spots: readonly Spot[];
}

/** The territories of all operations in the order of the root; components belong to each operation that reaches them. */
export function territoriesOf(specification: Specification): Territory[] {
  const root = fileNode(specification, "openapi.yaml");
  return childNodes(root, "paths").flatMap(([path, written]) => {
    const item = follow(specification, written);
    const method = METHODS.find((name) => name in item.value) ?? "";
    const operation = childNode(item, method);
    if (operation === undefined) throw new Error(`${path} has no operation`);
    const spots = new Walk(specification);
    spots.add("path", written, path, true);
    if ("servers" in operation.value) spots.add("host", operation, "path", true);
    spots.operation(operation);
    return [{ operationId: textOf(operation.value.operationId) ?? path, spots: spots.found }];
  });
}

/** What belongs to no operation alone: the root, the error catalogue, the shared responses and security schemes. */
export function sharedSpots(specification: Specification): Spot[] {
  const walk = new Walk(specification);
  const root = fileNode(specification, "openapi.yaml");
  walk.add("root", root, "openapi.yaml", false);
  walk.add("host", root, "openapi.yaml", false);
  const entries = listOf(specification.get("errors.yaml")?.data);
  walk.add("errors", { file: "errors.yaml", path: [], value: { entries } }, "errors.yaml", false);
  for (const [index, entry] of entries.entries()) {
    const value = objectOf(entry);
    walk.add("error", { file: "errors.yaml", path: [index], value }, textOf(value.code) ?? "", false);
  }
  for (const file of specification.keys()) {
    const [, folder, name = ""] = /^components\/(responses|securitySchemes)\/(\w+)\.yaml$/.exec(file) ?? [];
    if (folder === "responses") walk.response(fileNode(specification, file), name);
    if (folder === "securitySchemes") walk.add("scheme", fileNode(specification, file), name, false);
  }
  return walk.found;
}

/** `response 200, example one-task (page)`. */
function exampleAt(where: string, name: string, { value }: Node): string {
  return `${where}, example ${name} (${listOf(value["x-from"]).join()})`;
}

class Walk {
  readonly found: Spot[] = [];
  readonly #seen = new Set<unknown>();

  constructor(readonly specification: Specification) {}

  add(role: Role, node: Node, where: string, sent: boolean): void {
    this.found.push({ ...node, role, where, sent });
    this.#notes(node, where, sent);
  }

  #notes(node: Node, where: string, sent: boolean): void {
    if ("x-conflicts" in node.value) this.found.push({ ...node, role: "noted", where, sent });
  }

  operation(operation: Node): void {
    this.add("operation", operation, "operation", true);
    for (const [, parameter] of childNodes(operation, "parameters")) {
      const where = `parameter ${textOf(parameter.value.name) ?? ""}`;
      this.add("parameter", parameter, where, true);
      this.schema(childNode(parameter, "schema"), where, true);
      for (const [name, example] of childNodes(parameter, "examples")) {
        this.add("example", example, exampleAt(where, name, example), true);
      }
    }
    const body = childNode(operation, "requestBody");
    if (body !== undefined) {
      this.add("body", body, "request", true);
      this.content(body, "request", true);
    }
    for (const [status, written] of childNodes(operation, "responses")) {
      // Shared responses have their own spots.
      if (!("$ref" in written.value)) this.response(written, `response ${status}`);
    }
  }

  response(response: Node, where: string): void {
    this.add("response", response, where, false);
    this.content(response, where, false);
  }

  content(owner: Node, where: string, sent: boolean): void {
    for (const [, media] of childNodes(owner, "content")) {
      this.schema(childNode(media, "schema"), where, sent);
      for (const [name, example] of childNodes(media, "examples")) {
        this.add("example", example, exampleAt(where, name, example), sent);
      }
    }
  }

  schema(written: Node | undefined, where: string, sent: boolean): void {
    if (written === undefined) return;
    const schema = follow(this.specification, written);
    // Notes may stand beside a $ref.
    if (schema !== written) this.#notes(written, where, sent);
    if (this.#seen.has(schema.value)) return;
    this.#seen.add(schema.value);
    this.add("schema", schema, where, sent);
    for (const [name, property] of childNodes(schema, "properties")) this.schema(property, `${where} /${name}`, sent);
    this.schema(childNode(schema, "items"), `${where} /0`, sent);
    this.schema(childNode(schema, "additionalProperties"), `${where} /*`, sent);
    for (const [, part] of childNodes(schema, "anyOf")) this.schema(part, where, sent);
  }
}
