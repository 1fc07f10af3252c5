import { isObject, wordsOf, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { methods } from "./locate.js";
import { checkShape } from "./shape.js";

/** What must hold of any document before a model can be made of it. */
export function checkDocument(document: JsonObject): Finding[] {
  const version = checkVersion(document);
  // What it says of the rest would be said by the rules of another version.
  if (version.length > 0) return version;
  return [...checkShape(document), ...checkOperationIds(document)];
}

function checkVersion(document: JsonObject): Finding[] {
  const { openapi, swagger } = document;
  if (typeof openapi === "string" && /^3\.[01]\.\d+/.test(openapi)) return [];
  if (/^3\.[01]$/.test(wordsOf(openapi))) {
    const message = `\`openapi\` is ${wordsOf(openapi)}, without the third number`;
    return [{ pointer: "/openapi", message, fix: `write \`openapi: ${wordsOf(openapi)}.0\`` }];
  }
  if (swagger !== undefined) {
    const message = `this is Swagger ${wordsOf(swagger)}, which is not read`;
    return [{ pointer: "/swagger", message, fix: "convert it to OpenAPI 3 first" }];
  }
  const found = openapi === undefined ? "missing" : wordsOf(openapi);
  return [{ pointer: "/openapi", message: `\`openapi\` is ${found}, not 3.1`, fix: "write `openapi: 3.1.0`" }];
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
