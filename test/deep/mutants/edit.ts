import { isMap, isScalar, parseDocument, type Document } from "yaml";
import type { Json } from "../../../generator/core/lib/json.js";

/** Keys and indices that lead to a node of a file. */
export type Path = ReadonlyArray<string | number>;

/** One change of one node: a mutant is what a few of them make. */
export type Edit =
  | { readonly put: Path; readonly value: Json }
  | { readonly drop: Path }
  | { readonly rename: Path; readonly to: string };

/** The text of a YAML file after the edits; everything that they do not name stays as it is written. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  for (const edit of edits) {
    if ("put" in edit) document.setIn(edit.put, document.createNode(edit.value));
    else if ("drop" in edit) drop(document, edit.drop);
    else rename(document, edit.rename, edit.to);
  }
  return document.toString({ lineWidth: 0 });
}

/** An edit that finds nothing would make a mutant that is none. */
function drop(document: Document, path: Path): void {
  if (!document.deleteIn(path)) throw new Error(`There is nothing to drop at /${path.join("/")}`);
}

/** Keeps the node's place among its neighbours. */
function rename(document: Document, path: Path, to: string): void {
  const owner = document.getIn(path.slice(0, -1), true);
  const pair = isMap(owner) ? owner.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  if (pair === undefined) throw new Error(`There is nothing to rename at /${path.join("/")}`);
  pair.key = document.createNode(to);
}
