// Which components are sent, and which are received.
import { isArray, isObject, objectOf, type Json, type JsonObject } from "../core/lib/json.js";
import { formatPointer, parsePointer, valueAt } from "../core/lib/pointer.js";
import type { Direction } from "./types.js";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** For every component that operations reach, by its pointer: which way its data goes. */
export function directionsOf(document: JsonObject): ReadonlyMap<string, ReadonlySet<Direction>> {
  const found = new Map<string, Set<Direction>>();
  for (const { value, direction } of entryPoints(document)) {
    for (const component of componentsBelow(document, value)) {
      const directions = found.get(component) ?? new Set();
      found.set(component, directions.add(direction));
    }
  }
  return found;
}

/** For every component, by its pointer, the ids of the operations that reach it. */
export function operationsReaching(document: JsonObject): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, operation, item } of operations(document)) {
    for (const component of componentsBelow(document, [operation, item.parameters ?? null])) {
      const list = found.get(component) ?? [];
      list.push(id);
      found.set(component, list);
    }
  }
  return found;
}

function operations(document: JsonObject): Array<{ id: string; operation: JsonObject; item: JsonObject }> {
  return Object.values(objectOf(document.paths)).flatMap((item) =>
    Object.entries(objectOf(item))
      .filter(([method]) => methods.has(method))
      .map(([method, value]) => {
        const operation = objectOf(value);
        const id = typeof operation.operationId === "string" ? operation.operationId : method;
        return { id, operation, item: objectOf(item) };
      }),
  );
}

function entryPoints(document: JsonObject): Array<{ value: Json; direction: Direction }> {
  return operations(document).flatMap(({ operation, item }) => [
    {
      value: [operation.parameters ?? null, item.parameters ?? null, operation.requestBody ?? null],
      direction: "request" as const,
    },
    { value: operation.responses ?? null, direction: "response" as const },
  ]);
}

/** The pointers of all components that a value refers to, directly or through others. */
function componentsBelow(document: JsonObject, value: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: Json | undefined): void => {
    if (isArray(part)) part.forEach(visit);
    if (!isObject(part)) return;
    const reference = part.$ref;
    if (typeof reference === "string" && reference.startsWith("#/")) {
      const tokens = parsePointer(reference.slice(1));
      const pointer = formatPointer(tokens);
      if (!found.has(pointer)) {
        found.add(pointer);
        visit(valueAt(document, tokens));
      }
    }
    for (const [key, child] of Object.entries(part)) if (key !== "examples" && key !== "example") visit(child);
  };
  visit(value);
  return found;
}
