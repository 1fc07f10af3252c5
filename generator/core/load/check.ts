// Checks that concern the whole document: names, paths and versions.
import { isObject, objectOf, textOf, wordsOf, type JsonObject } from "../lib/json.js";
import { follow } from "../lib/reference.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { methods } from "./locate.js";
import { checkShape } from "./shape.js";

/** What must hold of any document before a model can be made of it. */
export function checkDocument(document: JsonObject): Finding[] {
  const version = checkVersion(document);
  // The rest would be checked by the rules of another version.
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

/** No two operations have the same name, wherever their path items stand. */
function checkOperationIds(document: JsonObject): Finding[] {
  const findings: Finding[] = [];
  const firstUse = new Map<string, string>();
  for (const [path, written] of Object.entries(objectOf(document.paths))) {
    const { raw: item, pointer: place } = follow(document, written, childPointer("/paths", path));
    for (const method of methods) {
      const id = textOf(objectOf(item[method]).operationId);
      if (id === undefined) continue;
      const pointer = childPointer(place, method, "operationId");
      const verb = `${method.toUpperCase()} ${path}`;
      const first = firstUse.get(id);
      if (id === "") {
        const fix = "write a name, or leave the line out: one is then made of the path";
        findings.push({ pointer, message: `the operationId of ${verb} is empty`, fix });
      } else if (first !== undefined) {
        const message = `operationId ${id} of ${verb} is already that of ${first}`;
        // One path that refers to another has its operations a second time: that is told where it refers.
        const at = isObject(written) && written.$ref !== undefined ? childPointer("/paths", path) : pointer;
        findings.push({ pointer: at, message, fix: "give each operation its own name" });
      }
      firstUse.set(id, first ?? verb);
    }
  }
  return findings;
}
