// The files of a specification as nodes that remember their place: for whoever edits them, and not only the document.
import { existsSync } from "node:fs";
import { posix, relative, resolve, sep } from "node:path";
import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from "yaml";
import { parsePointer, pointerOfReference } from "../lib/pointer.js";
import { readFileReference } from "./fileReference.js";
import { readSource } from "./source.js";
import type { Problem } from "../problems.js";

/** One YAML file of the specification, parsed. */
interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly files: SpecFiles;
}

/** A node of the specification that remembers where it stands. */
export interface Spot {
  readonly source: Source;
  readonly node: Node;
  /** Where a reader should look: the key that leads to the node. */
  readonly offset: number;
  /** That key, or the index in a list; absent for a whole file. */
  readonly key?: string;
}

/** The files of a specification below a root folder, each read once. */
export class SpecFiles {
  readonly problems: Problem[] = [];
  readonly #sources = new Map<string, Spot | undefined>();

  constructor(readonly root: string) {}

  /** The whole content of a file; its path is relative to the root, with forward slashes. */
  read(file: string): Spot | undefined {
    if (!this.#sources.has(file)) this.#sources.set(file, this.#parse(file));
    return this.#sources.get(file);
  }

  /** Everything read so far. */
  all(): Spot[] {
    return [...this.#sources.values()].filter((spot) => spot !== undefined);
  }

  #parse(file: string): Spot | undefined {
    const path = posix.join(this.root, file);
    if (!existsSync(path)) return undefined;
    const read = readSource(path, file);
    if (Array.isArray(read)) {
      this.problems.push(...read);
      return undefined;
    }
    const { document, lines } = read.tree();
    const node = document.contents;
    return node === null ? undefined : { source: { file, document, lines, files: this }, node, offset: 0 };
  }
}

/** File, line and column of a spot. */
export function placeOf(spot: Spot): { file: string; line: number; column: number } {
  const { line, col } = spot.source.lines.linePos(spot.offset);
  return { file: spot.source.file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

const childrenOf = new WeakMap<Node, ReadonlyMap<string, Spot>>();

/** The children of a map or a list, by key or index; references are not followed. */
export function children(spot: Spot): ReadonlyMap<string, Spot> {
  let known = childrenOf.get(spot.node);
  if (!known) childrenOf.set(spot.node, (known = new Map(readChildren(spot))));
  return known;
}

function readChildren({ node, source }: Spot): Array<[key: string, child: Spot]> {
  if (isSeq(node)) return node.items.flatMap((item, index) => childOf(source, String(index), item as Node));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    // A key without a value stands for itself, so that the place is known.
    return childOf(source, String(key.value), (value ?? key) as Node, key.range?.[0]);
  });
}

function childOf(source: Source, key: string, child: Node, offset?: number): Array<[string, Spot]> {
  const node = isAlias(child) ? child.resolve(source.document) : child;
  return node === undefined ? [] : [[key, { source, node, offset: offset ?? node.range?.[0] ?? 0, key }]];
}

/** The child with that key. */
export function child(spot: Spot | undefined, key: string): Spot | undefined {
  return spot && children(spot).get(key);
}

/** The children of the child with that key; none where there is no such child. */
export function childrenAt(spot: Spot | undefined, key: string): Array<[key: string, child: Spot]> {
  const owner = child(spot, key);
  return owner ? [...children(owner)] : [];
}

/** The spot that a path of keys leads to; references on the way and at its end are followed. */
export function at(spot: Spot | undefined, ...path: string[]): Spot | undefined {
  let current = followSpot(spot);
  for (const key of path) current = followSpot(child(current, key));
  return current;
}

/** What a spot refers to, or the spot itself. */
export function followSpot(spot: Spot | undefined): Spot | undefined {
  let current = spot;
  for (let hops = 0; current !== undefined && hops < 20; hops++) {
    const next = referenced(current);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

/** The target of the spot's own `$ref`. */
export function referenced(spot: Spot): Spot | undefined {
  const reference = child(spot, "$ref");
  const text = reference && dataAt(reference);
  if (typeof text !== "string") return undefined;
  const { source } = spot;
  const { root } = source.files;
  const { file, fragment } = readFileReference(text, resolve(root, source.file));
  const path = relative(resolve(root), file).split(sep).join("/");
  const target = at(source.files.read(path), ...parsePointer(pointerOfReference(fragment)));
  if (!target) {
    const message = `$ref leads nowhere: ${text}`;
    source.files.problems.push({ ...placeOf(reference ?? spot), message, fix: "correct it, or add what it refers to" });
  }
  return target;
}

/** The value at a spot as plain data. */
export function dataAt(spot: Spot | undefined): unknown {
  if (spot === undefined) return undefined;
  if (isScalar(spot.node)) return spot.node.value;
  return spot.node.toJS(spot.source.document);
}

/** The text at a key of the spot. */
export function textAt(spot: Spot | undefined, key: string): string | undefined {
  const value = dataAt(child(spot, key));
  return typeof value === "string" ? value : undefined;
}

/** The list at a key of the spot, as data; a lone value is a list of one. */
export function listAt(spot: Spot | undefined, key: string): unknown[] {
  const value = dataAt(child(spot, key));
  return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
}
