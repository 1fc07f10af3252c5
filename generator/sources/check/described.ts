// Everything in the specification that has a description: parameters, fields, schemas, operations.
import { child, childrenAt, dataAt, followSpot, referenced, textAt, type Spot } from "../../core/load/spots.js";
import { operationsOf, type DescribedOperation } from "./operation.js";
import { parametersOf } from "./parameters.js";

/** Something with a description. */
export interface DescribedPart {
  /** `JobConfig.arch`, `runJob.job_id`, `JobConfig`, `runJob`. */
  readonly where: string;
  /** Of a parameter or field, as it is on the wire. */
  readonly name?: string;
  readonly spot: Spot;
  readonly text: string;
}

/** All that is described, each once. */
export function describedIn(root: Spot): DescribedPart[] {
  const parts = new Parts();
  parts.servers(root);
  for (const operation of operationsOf(root)) parts.operation(operation);
  return parts.found;
}

class Parts {
  readonly found: DescribedPart[] = [];
  readonly #seen = new Set<unknown>();

  add(where: string, spot: Spot, name?: string): void {
    const text = textAt(spot, "description");
    if (text !== undefined) this.found.push({ where, spot, text, ...(name === undefined ? {} : { name }) });
  }

  servers(owner: Spot): void {
    for (const [, server] of childrenAt(owner, "servers")) this.add(`server ${textAt(server, "url") ?? ""}`, server);
  }

  operation(operation: DescribedOperation): void {
    const { operationId, spot } = operation;
    this.servers(spot);
    this.add(operationId, spot);
    for (const [, entry] of childrenAt(spot, "x-instead")) {
      const where = `${operationId}.${textAt(entry, "use") ?? ""}`;
      this.found.push({ where, spot: entry, text: textAt(entry, "to") ?? "" });
    }
    const nearest = child(spot, "x-nearest");
    if (nearest) this.found.push({ where: `${operationId}.x-nearest`, spot: nearest, text: String(dataAt(nearest)) });
    const summary = child(spot, "summary");
    if (summary) this.found.push({ where: operationId, spot: summary, text: String(dataAt(summary)) });
    for (const { name, spot: parameter, schema } of parametersOf(operation)) {
      this.add(`${operationId}.${name}`, parameter, name);
      if (schema) this.#schema(schema, `${operationId}.${name}`);
    }
    const responses = childrenAt(spot, "responses").map(([, response]) => followSpot(response));
    for (const body of [child(spot, "requestBody"), ...responses]) {
      for (const [, media] of childrenAt(body, "content")) {
        const schema = child(media, "schema");
        if (schema) this.#schema(schema, operationId);
      }
    }
  }

  #schema(written: Spot, owner: string): void {
    const component = componentOf(written);
    const name = component ?? owner;
    const schema = followSpot(written) ?? written;
    if (this.#seen.has(schema.node)) return;
    this.#seen.add(schema.node);
    if (component !== undefined) this.add(name, schema);
    for (const [key, property] of childrenAt(schema, "properties")) {
      this.add(`${name}.${key}`, property, key);
      this.#schema(property, `${name}.${key}`);
    }
    for (const word of ["items", "additionalProperties"]) {
      const inner = child(schema, word);
      if (inner && typeof dataAt(inner) === "object") this.#schema(inner, name);
    }
    for (const word of ["allOf", "anyOf", "oneOf"]) {
      childrenAt(schema, word).forEach(([, part]) => this.#schema(part, name));
    }
  }
}

/** The name of the component that a reference leads to: files of components are named after them. */
function componentOf(spot: Spot): string | undefined {
  const target = referenced(spot);
  return target === undefined ? undefined : /(\w+)\.yaml$/.exec(target.source.file)?.[1];
}
