// Edits YAML text without touching other lines.
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  stringify,
  visit,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** A key of a map, a place in a list, or the item of a list that has these values. */
export type Step = string | number | Readonly<Record<string, string>>;

/** One edit of a YAML file. */
export type Edit =
  | {
      readonly file: string;
      readonly action: "set";
      readonly path: readonly Step[];
      readonly value: unknown;
      readonly after?: string;
    }
  | { readonly file: string; readonly action: "append"; readonly path: readonly Step[]; readonly value: unknown }
  | { readonly file: string; readonly action: "prepend"; readonly path: readonly Step[]; readonly value: unknown }
  | { readonly file: string; readonly action: "remove"; readonly path: readonly Step[] }
  | { readonly file: string; readonly action: "rename"; readonly path: readonly Step[]; readonly name: string }
  | { readonly file: string; readonly action: "create"; readonly text: string };

/** The place that an edit speaks of is not there. */
export class EditError extends Error {}

/**
 * Applies an edit to a file's text. Only the lines that it concerns change: a person has to read the difference, and the
 * file's own layout and comments are theirs.
 */
export function applyEdit(text: string, edit: Edit): string {
  if (edit.action === "create") return edit.text;
  const document = parseDocument(text);
  const root = document.contents;
  if (root === null) throw new EditError("the file is empty");
  if (edit.action === "remove") return remove(text, root, edit.path);
  if (edit.action === "rename") return rename(text, root, edit.path, edit.name);
  const flow = flowOn(root, edit.path);
  if (flow) return editFlow(text, flow.node, { ...edit, path: edit.path.slice(flow.depth) });
  if (edit.action === "set") return set(text, root, edit);
  return insertItem(text, root, edit);
}

function stepInto(node: unknown, step: Step): Node | undefined {
  if (typeof step === "string") return isMap(node) ? node.get(step, true) : undefined;
  if (!isSeq(node)) return undefined;
  if (typeof step === "number") return node.items[step] as Node | undefined;
  return node.items.find(
    (item): item is Node =>
      isMap(item) && Object.entries(step).every(([key, value]) => String(item.get(key)) === value),
  );
}

function nodeAt(root: Node, path: readonly Step[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = stepInto(node, step);
  return node;
}

function mustFind(root: Node, path: readonly Step[]): Node {
  const node = nodeAt(root, path);
  if (!node) throw new EditError(`nothing stands at ${pathText(path)}`);
  return node;
}

function pathText(path: readonly Step[]): string {
  return path.map((step) => (typeof step === "object" ? Object.values(step).join(" ") : String(step))).join("/");
}

/** The outermost collection on the way that is written as `{ ... }` or `[ ... ]`. */
function flowOn(root: Node, path: readonly Step[]): { node: Node; depth: number } | undefined {
  for (let depth = 0; depth <= path.length; depth++) {
    const node = nodeAt(root, path.slice(0, depth));
    if (!node || !isCollection(node)) return undefined;
    // What is replaced as a whole needs no regard for how it was written.
    if (node.flow === true && depth < path.length) return { node, depth };
  }
  return undefined;
}

function editFlow(text: string, node: Node, edit: Exclude<Edit, { action: "create" | "remove" | "rename" }>): string {
  const inner = new Document(node.toJS(new Document()));
  const own = inner.toString();
  const edited = parseDocument(applyEdit(own, { ...edit, file: "" })).toJS() as unknown;
  const flat = stringify(edited, { collectionStyle: "flow", lineWidth: 0 }).trim();
  return splice(text, startOf(node), endOf(node), flat);
}

function set(text: string, root: Node, { path, value, after }: Extract<Edit, { action: "set" }>): string {
  let depth = path.length;
  while (depth > 0 && !nodeAt(root, path.slice(0, depth))) depth--;
  const key = path[depth - 1];
  if (depth === path.length && key !== undefined) return replace(text, root, path, value);
  const owner = mustFind(root, path.slice(0, depth));
  const rest = path.slice(depth);
  const [name, ...below] = rest;
  if (typeof name !== "string" || !isMap(owner)) throw new EditError(`nothing stands at ${pathText(path)}`);
  const built = below.reduceRight<unknown>((inner, step) => {
    if (typeof step !== "string") throw new EditError(`nothing stands at ${pathText(path)}`);
    return { [step]: inner };
  }, value);
  return insertPair(text, owner, name, built, after);
}

function replace(text: string, root: Node, path: readonly Step[], value: unknown): string {
  const owner = mustFind(root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof key !== "string") {
    const item = mustFind(root, path);
    const column = columnOf(text, startOf(item));
    return splice(text, startOf(item), endOf(item), render(value, column).trimStart());
  }
  const node = mustFind(root, path);
  if (isScalar(node) && isPlainValue(value) && !isBlock(node)) {
    return splice(text, startOf(node), endOf(node), scalarText(value, node));
  }
  const pair = pairOf(owner, key);
  const start = startOf(pair.key);
  return splice(text, start, endOfPair(text, pair), render({ [key]: value }, columnOf(text, start)).trimStart());
}

function insertPair(text: string, owner: YAMLMap, name: string, value: unknown, after: string | undefined): string {
  const items = owner.items as Array<Pair<Node, Node>>;
  const previous = items.find(({ key }) => isScalar(key) && key.value === after) ?? items.at(-1);
  const [first] = items;
  if (!previous || !first) throw new EditError("nothing can be added to an empty map");
  const at = lineAfter(text, endOfPair(text, previous));
  return insertLines(text, at, render({ [name]: value }, columnOf(text, startOf(first.key))));
}

function insertItem(
  text: string,
  root: Node,
  { path, value, action }: Extract<Edit, { action: "append" | "prepend" }>,
): string {
  const list = nodeAt(root, path);
  if (!list) return set(text, root, { file: "", action: "set", path, value: [value] });
  if (!isSeq(list)) throw new EditError(`no list stands at ${pathText(path)}`);
  const item = (action === "append" ? list.items.at(-1) : list.items[0]) as Node | undefined;
  if (!item) return replace(text, root, path, [value]);
  const dash = text.lastIndexOf("-", startOf(item) - 1);
  const column = columnOf(text, dash);
  const at = action === "append" ? lineAfter(text, endOf(item)) : dash - column;
  return insertLines(text, at, render([value], column));
}

/** A whole line or more at the start of a line; the file may have ended without a break. */
function insertLines(text: string, at: number, lines: string): string {
  const gap = at > 0 && text[at - 1] !== "\n" ? "\n" : "";
  return splice(text, at, at, `${gap}${lines}\n`);
}

function remove(text: string, root: Node, path: readonly Step[]): string {
  const node = mustFind(root, path);
  const ownerPath = path.slice(0, -1);
  const owner = mustFind(root, ownerPath);
  if (!isMap(owner) && !isSeq(owner)) throw new EditError(`nothing stands at ${pathText(path)}`);
  // A collection that would be empty goes as a whole.
  if (owner.items.length === 1 && ownerPath.length > 0) return remove(text, root, ownerPath);
  const flow = flowOn(root, path);
  if (flow) {
    const inner = new Document(flow.node.toJS(new Document())).toString();
    const edited = parseDocument(
      applyEdit(inner, { file: "", action: "remove", path: path.slice(flow.depth) }),
    ).toJS() as unknown;
    return splice(text, startOf(flow.node), endOf(flow.node), stringify(edited, { collectionStyle: "flow" }).trim());
  }
  if (isSeq(owner)) return removeItem(text, owner, node);
  const key = lastKey(path);
  const pair = pairOf(owner, key);
  const items = owner.items as Array<Pair<Node, Node>>;
  const next = items[items.indexOf(pair) + 1];
  const start = startOf(pair.key);
  if (next) return splice(text, start, startOf(next.key), "");
  return splice(text, start - columnOf(text, start), lineAfter(text, endOfPair(text, pair)), "");
}

function removeItem(text: string, owner: YAMLSeq, node: Node): string {
  const dash = text.lastIndexOf("-", startOf(node) - 1);
  const next = owner.items[owner.items.indexOf(node) + 1] as Node | undefined;
  const end = next ? text.lastIndexOf("-", startOf(next) - 1) : lineAfter(text, endOf(node));
  return next ? splice(text, dash, end, "") : splice(text, dash - columnOf(text, dash), end, "");
}

function rename(text: string, root: Node, path: readonly Step[], name: string): string {
  const owner = mustFind(root, path.slice(0, -1));
  const { key } = pairOf(owner, lastKey(path));
  return splice(text, startOf(key), endOf(key), stringify(name).trim());
}

function lastKey(path: readonly Step[]): string {
  const key = path.at(-1);
  return typeof key === "string" ? key : "";
}

function pairOf(owner: Node, key: string): Pair<Node, Node> {
  const pairs = isMap(owner) ? (owner.items as Array<Pair<Node, Node>>) : [];
  const pair = pairs.find((one) => isScalar(one.key) && String(one.key.value) === key);
  if (!pair) throw new EditError(`nothing stands at ${key}`);
  return pair;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

/** Where a pair's value ends, without the break behind it. */
function endOfPair(text: string, { key, value }: Pair<Node, Node | null>): number {
  const end = value?.range ? endOf(value) : endOf(key) + 1;
  return text[end - 1] === "\n" ? end - 1 : end;
}

/** The start of the line behind an offset. */
function lineAfter(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== "object";
}

function isBlock(node: Scalar): boolean {
  return node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
}

/** A scalar in the quotes of the one that it replaces. */
function scalarText(value: string | number | boolean | null, former: Scalar): string {
  if (typeof value === "string" && former.type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value);
  return render(value, 0).trim();
}

/** A value as YAML in the layout of the specification's files, each line indented. */
export function render(value: unknown, column: number): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_key, node) {
      // Unquoted, other readers take these for dates.
      if (typeof node.value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({ lineWidth: Math.max(120 - column, 40) }).trimEnd();
  return text.replaceAll(/^(?=.)/gm, " ".repeat(column));
}
