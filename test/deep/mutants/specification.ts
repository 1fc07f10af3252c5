import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "yaml";
import { listTree } from "../../../generator/core/lib/tree.js";
import { isArray, isObject, objectOf, textOf, type Json, type JsonObject } from "../../../generator/core/lib/json.js";
import { valueAt } from "../../../generator/core/lib/pointer.js";
import type { Path } from "./edit.js";

/** One YAML file of the specification. */
export interface SpecFile {
  readonly text: string;
  readonly data: Json;
}

/** The files of a specification by their path in its folder. */
export type Specification = ReadonlyMap<string, SpecFile>;

/** A node of the specification: an object in a file. */
export interface Node {
  readonly file: string;
  readonly path: Path;
  readonly value: JsonObject;
}

/** Reads every YAML file of a specification. */
export function readSpecification(folder: string): Specification {
  const names = listTree(folder).filter((name) => name.endsWith(".yaml"));
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return [name, { text, data: parse(text) as Json }];
    }),
  );
}

/** The whole content of a file. */
export function fileNode(specification: Specification, file: string): Node {
  const source = specification.get(file);
  if (source === undefined) throw new Error(`The specification has no ${file}`);
  return { file, path: [], value: objectOf(source.data) };
}

/** The object that the keys lead to within a node. */
export function childNode(node: Node, ...keys: Path): Node | undefined {
  const value = valueAt(node.value, keys.map(String));
  return isObject(value) ? { file: node.file, path: [...node.path, ...keys], value } : undefined;
}

/** The objects in the object or list at a key, each with its own key or index. */
export function childNodes(node: Node, key: string): Array<readonly [key: string, child: Node]> {
  const owner = node.value[key];
  const keys: Path = isArray(owner) ? owner.map((_, index) => index) : Object.keys(objectOf(owner));
  return keys.flatMap((name) => {
    const child = childNode(node, key, name);
    return child === undefined ? [] : [[String(name), child] as const];
  });
}

/** What a node refers to, or the node itself. References of this specification name whole files. */
export function follow(specification: Specification, node: Node): Node {
  const reference = textOf(node.value.$ref);
  if (reference === undefined) return node;
  return follow(specification, fileNode(specification, posix.join(posix.dirname(node.file), reference)));
}
