import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Alias, Document, Node, Pair } from "yaml";
import type { Json } from "../lib/json.js";
import type { Place, Problem } from "../problems.js";

/** One file of the specification. Its syntax tree is kept for finding places; a JSON file's is made only then. */
export interface Source {
  readonly file: string;
  /** How the file is called in messages. */
  readonly shown: string;
  readonly text: string;
  readonly value: Json;
  readonly tree: () => Tree;
}

interface Tree {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Reads and parses a file. Syntax errors come back as problems, each at its place. */
export function readSource(file: string, shown: string): Source | Problem[] {
  const text = readText(file);
  const strange = notText(file, text, shown);
  if (strange !== undefined) return [strange];
  if (file.endsWith(".json")) {
    try {
      return jsonSource(file, shown, JSON.parse(text) as Json);
    } catch {
      // The parser below says where it is broken.
    }
  }
  const tree = parseTree(text);
  const problems = [...syntaxProblems(tree, shown), ...notJson(tree, shown)];
  if (problems.length > 0) return problems;
  const value = plainValue(tree, shown);
  return Array.isArray(value) ? value : { file, shown, text, value: value.value, tree: () => tree };
}

/** Line endings are those of the machine that wrote the file; nothing that is made may depend on them. */
function readText(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}

/**
 * Bytes that are not UTF-8 were decoded to the replacement character, which hardly anybody writes; binary files and
 * UTF-16 contain nulls.
 */
function notText(file: string, text: string, shown: string): Problem | undefined {
  const offset = text.search(/[\uFFFD\0]/);
  if (offset < 0 || (!text.includes("\0") && isUtf8(readFileSync(file)))) return undefined;
  const before = text.slice(0, offset).split("\n");
  const place = { file: shown, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { ...place, message: "this is not UTF-8 text", fix: "save the file as UTF-8" };
}

/** A JSON file can be large, and its text is needed once more at most: it is read again instead of kept. */
function jsonSource(file: string, shown: string, value: Json): Source {
  return {
    file,
    shown,
    value,
    get text() {
      return readText(file);
    },
    tree: once(() => parseTree(readText(file))),
  };
}

/** The value of a file. Aliases that lead nowhere, back to themselves, or unfold too far are problems. */
function plainValue({ document, lines }: Tree, shown: string): { readonly value: Json } | Problem[] {
  const refuse = (message: string, fix: string, offset = 0): Problem[] => {
    const { line, col } = lines.linePos(offset);
    return [{ file: shown, line, column: col, message, fix }];
  };
  try {
    const value = document.toJS() as Json;
    if (isCyclic(value)) return refuse("a YAML alias leads back to itself", "use `$ref` for what recurs");
    return { value };
  } catch (error) {
    const lost = unresolvedAlias(document);
    if (lost !== undefined) {
      const fix = `write \`&${lost.source}\` before what it stands for`;
      return refuse(`the YAML alias *${lost.source} stands for nothing`, fix, startOf(lost));
    }
    return refuse(error instanceof Error ? error.message : String(error), "write it with fewer aliases, or as `$ref`");
  }
}

function unresolvedAlias(document: Document.Parsed): Alias | undefined {
  let lost: Alias | undefined;
  const anchors = new Set<string>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) return void anchors.add(node.anchor ?? "");
      if (anchors.has(node.source)) return undefined;
      lost = node;
      return visit.BREAK;
    },
  });
  return lost;
}

function isCyclic(value: Json, above = new Set<object>(), done = new Set<object>()): boolean {
  if (typeof value !== "object" || value === null || done.has(value)) return false;
  if (above.has(value)) return true;
  above.add(value);
  const cyclic = Object.values(value).some((child) => isCyclic(child, above, done));
  above.delete(value);
  done.add(value);
  return cyclic;
}

/** Finds what YAML can write and JSON cannot: infinite numbers, bytes, sets. */
function notJson({ document, lines }: Tree, shown: string): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar: (_, { value, source = "", range }) => {
      const isJson = value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
      if (isJson) return;
      const { line, col } = lines.linePos(range?.[0] ?? 0);
      const message = `\`${source}\` is no value that JSON has`;
      problems.push({
        file: shown,
        line,
        column: col,
        message,
        fix: "write a number, text, `true`, `false` or `null`",
      });
    },
  });
  return problems;
}

function parseTree(text: string): Tree {
  const lines = new LineCounter();
  // A key is the text that was written: `Null`, `1.10` and `0x1` are names too. `<<` merges, as everywhere.
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true, merge: true };
  return { document: parseDocument(text, options), lines };
}

function syntaxProblems({ document, lines }: Tree, shown: string): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const place = { file: shown, line, column: col };
    // The parser calls itself once for each level, and reports what the runtime says when that is too often.
    if (error.message.includes("call stack"))
      return { ...place, message: "this is nested too deeply", fix: "move parts of it to components" };
    return { ...place, message: error.message.replace(/\s+/g, " ").replace(/[.:;]+$/, ""), fix: "correct the YAML" };
  });
}

/** The place of the value that the tokens lead to, or the last place on the way that exists. */
export function placeIn(source: Source, tokens: readonly string[]): Place {
  const { document, lines } = source.tree();
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const token of tokens) {
    const child = childOf(node, token);
    if (child === undefined) break;
    offset = startOf(child.shown) ?? offset;
    node = child.value;
  }
  const { line, col } = lines.linePos(offset);
  return { file: source.shown, line, column: col };
}

/** A scalar is shown where it stands, a collection where its key stands. */
function childOf(node: unknown, token: string): { value: unknown; shown: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && keyOf(item) === token);
    if (pair === undefined) return undefined;
    return { value: pair.value, shown: isScalar(pair.value) && pair.value.value !== null ? pair.value : pair.key };
  }
  if (isSeq(node)) {
    const value = node.items[Number(token)];
    return value === undefined ? undefined : { value, shown: value };
  }
  return undefined;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
