// Everything in the specification that has a description: parameters, fields, schemas, operations.
import { child, childrenAt, dataAt, followSpot, referenced, textAt, type Spot } from "../../core/load/spots.js";
import { operationsOf } from "./operation.js";
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
  const found: DescribedPart[] = [];
  const seen = new Set<unknown>();
  const add = (where: string, spot: Spot, name?: string): void => {
    const text = textAt(spot, "description");
    if (text !== undefined) found.push({ where, spot, text, ...(name === undefined ? {} : { name }) });
  };
  const walk = (written: Spot, owner: string): void => {
    const name = componentOf(written) ?? owner;
    const schema = followSpot(written) ?? written;
    if (seen.has(schema.node)) return;
    seen.add(schema.node);
    if (componentOf(written) !== undefined) add(name, schema);
    for (const [key, property] of childrenAt(schema, "properties")) {
      add(`${name}.${key}`, property, key);
      walk(property, `${name}.${key}`);
    }
    for (const word of ["items", "additionalProperties"]) {
      const inner = child(schema, word);
      if (inner && typeof dataAt(inner) === "object") walk(inner, name);
    }
    for (const word of ["allOf", "anyOf", "oneOf"]) childrenAt(schema, word).forEach(([, part]) => walk(part, name));
  };
  for (const [, server] of childrenAt(root, "servers")) add(`server ${textAt(server, "url") ?? ""}`, server);
  for (const operation of operationsOf(root)) {
    const { operationId, spot } = operation;
    add(operationId, spot);
    const summary = child(spot, "summary");
    if (summary) found.push({ where: operationId, spot: summary, text: String(dataAt(summary)) });
    for (const { name, spot: parameter, schema } of parametersOf(operation)) {
      add(`${operationId}.${name}`, parameter, name);
      if (schema) walk(schema, `${operationId}.${name}`);
    }
    const bodies = [
      child(spot, "requestBody"),
      ...childrenAt(spot, "responses").map(([, response]) => followSpot(response)),
    ];
    for (const body of bodies) {
      for (const [, media] of childrenAt(body, "content")) {
        const schema = child(media, "schema");
        if (schema) walk(schema, operationId);
      }
    }
  }
  return found;
}

/** The name of the component that a reference leads to: files of components are named after them. */
function componentOf(spot: Spot): string | undefined {
  const target = referenced(spot);
  return target === undefined ? undefined : /(\w+)\.yaml$/.exec(target.source.file)?.[1];
}
