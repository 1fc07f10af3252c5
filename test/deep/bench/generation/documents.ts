import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  isArray,
  isObject,
  objectOf,
  textOf,
  without,
  type Json,
  type JsonObject,
} from "../../../../generator/core/lib/json.js";
import { parsePointer, pointerOfReference, valueAt } from "../../../../generator/core/lib/pointer.js";
import { projectFolder } from "../../../../generator/project/folder.js";
import { benchFolder } from "../install.js";

/** A description that all generators are given. */
export interface BenchDocument {
  readonly name: string;
  readonly operations: number;
  readonly document: JsonObject;
  /** The folder that our generator reads instead: the specification as its authors write it. */
  readonly specification?: string;
}

/** So many paths of GitHub's description: from 31 operations to all 1,223 of them. */
const pathCounts = [19, 75, 300, Infinity];

/** Our own specification, and GitHub's description, whole and in smaller parts. */
export function benchDocuments(): BenchDocument[] {
  const own = readJson(join(projectFolder, "generated", "openapi.json"));
  const github = readJson(join(benchFolder, "node_modules/@octokit/openapi/generated/api.github.com.json"));
  const parts = pathCounts.map((count) => subset(github, count));
  return [
    { name: "own", operations: countOperations(own), document: own, specification: join(projectFolder, "spec") },
    ...parts.map((document): BenchDocument => {
      const operations = countOperations(document);
      return { name: `github-${operations}`, operations, document };
    }),
  ];
}

function readJson(path: string): JsonObject {
  return objectOf(JSON.parse(readFileSync(path, "utf8")) as Json);
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** How many operations a description has. */
export function countOperations({ paths }: JsonObject): number {
  const items = Object.values(objectOf(paths)).map((item) => Object.keys(objectOf(item)));
  return items.flat().filter((key) => methods.has(key)).length;
}

/** The description with so many of its paths, taken at even distances, and the components that they need. */
export function subset(document: JsonObject, count: number): JsonObject {
  const all = Object.entries(objectOf(document.paths));
  if (count >= all.length) return document;
  const chosen = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]);
  const paths = Object.fromEntries(chosen.filter((entry) => entry !== undefined));
  const rest = without(document, "x-webhooks", "webhooks", "paths", "components");
  return { ...rest, paths, components: componentsFor(document, paths) };
}

/** The components that something refers to, directly or through others. */
function componentsFor(document: JsonObject, from: JsonObject): JsonObject {
  const found = new Map<string, Set<string>>();
  const visit = (value: Json | undefined): void => {
    if (isArray(value)) for (const item of value) visit(item);
    if (!isObject(value)) return;
    const [, kind, name] = parsePointer(pointerOfReference(textOf(value.$ref) ?? "#"));
    if (kind !== undefined && name !== undefined && found.get(kind)?.has(name) !== true) {
      found.set(kind, (found.get(kind) ?? new Set()).add(name));
      visit(valueAt(document, ["components", kind, name]));
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(from);
  const kept = Object.entries(objectOf(document.components)).map(([kind, members]): [string, JsonObject] => {
    // Who is named without a reference stays.
    if (kind === "securitySchemes") return [kind, objectOf(members)];
    return [kind, Object.fromEntries(Object.entries(objectOf(members)).filter(([name]) => found.get(kind)?.has(name)))];
  });
  return Object.fromEntries(kept);
}
