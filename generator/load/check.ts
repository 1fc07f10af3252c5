import { isArray, isObject, wordsOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer, formatPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { methods } from "./locate.js";

/** What must hold of any document before a model can be made of it. */
export function checkDocument(document: JsonObject): Finding[] {
  const own = [...checkVersion(document), ...checkReferences(document)];
  return [...own, ...checkMethods(document), ...checkOperationIds(document)];
}

function checkVersion(document: JsonObject): Finding[] {
  const { openapi, swagger } = document;
  if (typeof openapi === "string" && /^3\.[01]\.\d+/.test(openapi)) return [];
  if (swagger !== undefined) {
    const message = `this is Swagger ${wordsOf(swagger)}, which is not read`;
    return [{ pointer: "/swagger", message, fix: "convert it to OpenAPI 3 first" }];
  }
  const found = openapi === undefined ? "missing" : wordsOf(openapi);
  return [{ pointer: "/openapi", message: `\`openapi\` is ${found}, not 3.1`, fix: "write `openapi: 3.1.0`" }];
}

/** Every reference must lead somewhere, and not only to other references that lead back. */
function checkReferences(document: JsonObject): Finding[] {
  const findings: Finding[] = [];
  // Where the walk is. A pointer is made of it only where something is wrong.
  const way: string[] = [];
  const visit = (value: Json, data: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    if (!data && isObject(value) && typeof value.$ref === "string") {
      const finding = checkReference(document, value.$ref, [...way, "$ref"]);
      if (finding !== undefined) findings.push(finding);
    }
    const above = way.at(-1) ?? "";
    for (const [key, child] of Object.entries(value)) {
      way.push(key);
      visit(child, data || (isObject(value) && isData(key, above, child)));
      way.pop();
    }
  };
  visit(document, false);
  return findings;
}

const dataKeys = new Set(["example", "default", "const", "enum", "value"]);
const nameKeys = new Set("properties patternProperties $defs schemas parameters responses examples headers".split(" "));

/** Below `example` and its like stands data, unless the author gave a property or a component that name. */
function isData(key: string, above: string, value: Json): boolean {
  // The examples of a schema are values; those of a media type have names, and may be references.
  if (key === "examples" && isArray(value)) return !nameKeys.has(above);
  return dataKeys.has(key) ? !nameKeys.has(above) : key === "$ref";
}

function checkReference(document: JsonObject, reference: string, way: readonly string[]): Finding | undefined {
  if (!reference.startsWith("#")) return undefined;
  const seen = new Set<string>();
  let target: Json | undefined = { $ref: reference };
  while (isObject(target) && typeof target.$ref === "string" && target.$ref.startsWith("#")) {
    if (seen.has(target.$ref)) {
      const pointer = formatPointer(way);
      return { pointer, message: `\`$ref: ${reference}\` leads back to itself`, fix: "let it lead to a definition" };
    }
    seen.add(target.$ref);
    target = valueAt(document, parsePointer(pointerOfReference(target.$ref)));
  }
  if (target !== undefined) return undefined;
  const pointer = formatPointer(way);
  return { pointer, message: `\`$ref: ${reference}\` leads nowhere`, fix: "correct it, or add what it names" };
}

const itemKeys: readonly string[] = [...methods, "$ref", "summary", "description", "servers", "parameters"];

/** A method that is misspelled would be an operation that nobody sees. */
function checkMethods({ paths }: JsonObject): Finding[] {
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) => {
    const strange = Object.keys(isObject(item) ? item : {}).filter(
      (key) => !itemKeys.includes(key) && !key.startsWith("x-"),
    );
    return strange.map((key) => ({
      pointer: childPointer("/paths", path, key),
      message: `\`${key}\` is no method`,
      fix: `write one of ${methods.join(", ")}`,
    }));
  });
}

function checkOperationIds(document: JsonObject): Finding[] {
  const findings: Finding[] = [];
  const firstUse = new Map<string, string>();
  for (const [path, item] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    for (const method of methods) {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) continue;
      const pointer = childPointer("/paths", path, method);
      const verb = `${method.toUpperCase()} ${path}`;
      const id = operation.operationId;
      if (typeof id !== "string" || id === "") {
        findings.push({
          pointer,
          message: `${verb} has no operationId`,
          fix: "add the vendor's name in lower camel case",
        });
        continue;
      }
      const first = firstUse.get(id);
      if (first !== undefined) {
        const message = `operationId ${id} is already that of ${first}`;
        findings.push({
          pointer: childPointer(pointer, "operationId"),
          message,
          fix: "give each operation its own name",
        });
      }
      firstUse.set(id, first ?? verb);
    }
  }
  return findings;
}
