import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from "parse5";
import { columnsInEnglish, inEnglish, isChinese } from "./chinese.js";
import { landmark, modeAfter, type Element, type Line, type Mode, type PieceElement, type Row } from "./elements.js";
import { quote, SourceError, type PagePlace } from "./problems.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/** A help-center page's HTML, cut into what it says in the order in which it says it. */
export interface HtmlPage {
  title: string;
  date: string;
  /** Code samples and titles as lines, from which the operation's name is read. */
  lines: Line[];
  elements: Element[];
}

/** What stands in a page: a title, a paragraph, printed code, or a table. */
type Block =
  | { kind: "title"; line: number; text: string }
  | { kind: "paragraph"; line: number; text: string }
  | { kind: "code"; line: number; lines: Line[] }
  | { kind: "table"; line: number; element: HtmlElement };

/** Whether a text is HTML: a page starts with a tag, the vendor's texts never do. */
export function isHtml(text: string): boolean {
  return /^\uFEFF?\s*<(?:!doctype|!--|html|head|body|div|main|article)\b/i.test(text) || /^\s*<!--/.test(text);
}

const UPDATED = /^Updated on (\d{4}-\d{2}-\d{2})\b/;

/**
 * Cuts a page into elements by what its titles and tables say. Class names and the page's frame (menus, feedback,
 * scripts) do not count: the operation starts at the first title that an operation has.
 */
export function readHtml(text: string, place: PagePlace): HtmlPage {
  const blocks = blocksIn(parse(text, { sourceCodeLocationInfo: true }).childNodes);
  const chinese = isChinese(blocks.flatMap((block) => ("text" in block ? [block.text] : [])));
  const said = chinese
    ? blocks.map((block) => ("text" in block ? { ...block, text: inEnglish(block.text) } : block))
    : blocks;
  const date = said.flatMap((block) => ("text" in block ? (UPDATED.exec(block.text)?.[1] ?? []) : []))[0];
  if (date === undefined) throw new SourceError(place, 1, 'expected "Updated on" a date, found none');
  const start = said.findIndex((block) => block.kind === "title" && landmark(lineOf(block))?.kind === "heading");
  const title = said.slice(0, Math.max(start, 0)).findLast((block) => block.kind === "title");
  if (start < 0 || title?.kind !== "title") {
    throw new SourceError(place, 1, 'expected the title of an operation before "Function", found none');
  }
  const body = said.slice(start);
  return {
    title: title.text,
    date,
    lines: body.flatMap((block) => (block.kind === "code" ? block.lines : codeLines(block))),
    elements: elementsOf(body, chinese, place),
  };
}

/** Code that is laid out as a table (numbers beside lines) is code all the same. */
function codeLines(block: Block): Line[] {
  if (block.kind !== "table") return [];
  return preformatted(block.element).flatMap((code) => linesOfCode(code));
}

function elementsOf(blocks: Block[], chinese: boolean, place: PagePlace): Element[] {
  const elements: Element[] = [];
  let mode: Mode = "tables";
  for (const block of blocks) {
    const mark = "text" in block ? landmarkOf(block) : undefined;
    if (mode === "sample" && !(mark?.kind === "heading" && mark.name === "Status Codes")) continue;
    if (mark) {
      if (mark.kind === "heading") mode = modeAfter(mark.name);
      elements.push(mark);
    } else if (block.kind === "table") {
      elements.push(...tableElements(block, mode, elements, chinese, place));
    } else if (block.kind === "code") {
      elements.push(...fenced(block.lines, block.line));
    } else {
      elements.push({ kind: "text", line: block.line, text: block.text });
      // A paragraph ends where it ends: the next one is another block.
      if (mode === "example") elements.push({ kind: "text", line: block.line, text: "" });
    }
  }
  return elements;
}

/** A title is a landmark when it says a heading; a paragraph, when it says a status or a caption. */
function landmarkOf(block: Block & { text: string }): ReturnType<typeof landmark> {
  const mark = landmark(lineOf(block));
  return mark?.kind === "heading" && block.kind !== "title" ? undefined : mark;
}

function lineOf({ line, text }: { line: number; text: string }): Line {
  return { number: line, text };
}

function fenced(lines: Line[], line: number): Element[] {
  const fence: Element = { kind: "text", line, text: "```" };
  return [fence, ...lines.map((code): Element => ({ kind: "text", line: code.number, text: code.text })), fence];
}

const HEADERS = ["Parameter,Mandatory,Type,Description", "Parameter,Type,Description", "Status Code,Description"];

function tableElements(
  { element, line }: { element: HtmlElement; line: number },
  mode: Mode,
  before: Element[],
  chinese: boolean,
  place: PagePlace,
): Element[] {
  const code = preformatted(element);
  if (code.length > 0 && mode === "example") return code.flatMap((pre) => fenced(linesOfCode(pre), line));
  const translated = (text: string): string => (chinese ? inEnglish(text) : text);
  const caption = elementsNamed(element, "caption").map((own) => translated(textOf(own)))[0];
  const mark = caption === undefined ? undefined : landmark({ number: line, text: caption });
  const last = before.findLast((one) => one.kind !== "text" || one.text.trim() !== "");
  const known = mark?.kind === "caption" || last?.kind === "caption";
  const closing = last?.kind === "heading" && last.name === "Status Codes";
  if (!known && !closing) return [{ kind: "text", line, text: `a table ${quote(caption ?? textOf(element))}` }];
  const rows = elementsNamed(element, "tr").map((row) => readRow(row, translated, place));
  const [header, ...body] = rows;
  const columns = chinese ? columnsInEnglish(header?.cells ?? []) : (header?.cells ?? []);
  if (!HEADERS.includes(columns.join())) {
    throw new SourceError(place, line, `expected a table's column titles, found ${quote(columns.join(", "))}`);
  }
  for (const row of body) requireCells(row, place);
  const piece: PieceElement = { kind: "piece", line, columns, rows: body };
  return [...(mark?.kind === "caption" ? [mark] : []), piece];
}

function readRow(row: HtmlElement, translated: (text: string) => string, place: PagePlace): Row {
  const line = lineOfNode(row);
  const cells = row.childNodes
    .filter((child) => tree.isElementNode(child))
    .filter(({ tagName }) => /^t[dh]$/.test(tagName));
  for (const cell of cells) {
    const spans = cell.attrs.find(({ name, value }) => /^(?:row|col)span$/.test(name) && value !== "1");
    if (spans) throw new SourceError(place, line, `expected one cell a column, found ${spans.name}="${spans.value}"`);
    if (elementsNamed(cell, "table").length > 0) {
      throw new SourceError(place, line, "expected text in a table's cell, found another table");
    }
  }
  const paragraphs = cells.map((cell) =>
    blocksIn(cell.childNodes).flatMap((block) => ("text" in block ? [translated(block.text)] : [])),
  );
  return { line, cells: paragraphs.map((texts) => texts.join(" ")), description: paragraphs.at(-1) ?? [] };
}

function requireCells({ line, cells }: Row, place: PagePlace): void {
  const empty = cells.findIndex((cell) => cell === "");
  if (empty < 0) return;
  const row = quote(cells.join(" "));
  throw new SourceError(place, line, `expected a text in each cell of ${row}, found none in cell ${empty + 1}`);
}

const UNREAD = new Set(["script", "style", "template", "noscript", "svg", "head"]);
const BLOCKS = new Set(
  "address article aside blockquote br body caption dd div dl dt figure footer form header hr html li main nav ol p section tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** The blocks below some nodes; text between two block tags is a paragraph, whatever the tags are. */
function blocksIn(nodes: Node[]): Block[] {
  const blocks: Block[] = [];
  let open = "";
  let line = 0;
  const close = (): void => {
    const text = tidy(open);
    if (text !== "") blocks.push({ kind: "paragraph", line, text });
    open = "";
  };
  const visit = (node: Node): void => {
    if (tree.isTextNode(node)) {
      if (tidy(open) === "") line = lineOfNode(node);
      open += node.value;
      return;
    }
    if (!tree.isElementNode(node) || UNREAD.has(node.tagName)) return;
    const own = ownBlock(node);
    if (own || BLOCKS.has(node.tagName)) close();
    if (own) blocks.push(own);
    else node.childNodes.forEach(visit);
    if (BLOCKS.has(node.tagName)) close();
  };
  nodes.forEach(visit);
  close();
  return blocks;
}

/** Titles, code and tables are read as a whole. */
function ownBlock(node: HtmlElement): Block | undefined {
  const line = lineOfNode(node);
  if (/^h[1-6]$/.test(node.tagName)) return { kind: "title", line, text: textOf(node) };
  if (node.tagName === "pre") return { kind: "code", line, lines: linesOfCode(node) };
  return node.tagName === "table" ? { kind: "table", line, element: node } : undefined;
}

function tidy(text: string): string {
  return text.replaceAll(/[\s\u00A0]+/g, " ").trim();
}

function textOf(node: HtmlElement): string {
  return tidy(rawText(node));
}

function rawText(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node) || UNREAD.has(node.tagName)) return "";
  return node.tagName === "br" ? "\n" : node.childNodes.map(rawText).join("");
}

/** Code, line by line; a column of line numbers beside it is none. */
function linesOfCode(pre: HtmlElement): Line[] {
  const texts = rawText(pre).replaceAll("\u00A0", " ").split(/\r?\n/);
  if (texts.every((text) => /^\s*\d*\s*$/.test(text))) return [];
  return texts.map((text, index) => ({ number: lineOfNode(pre) + index, text }));
}

function preformatted(element: HtmlElement): HtmlElement[] {
  return elementsNamed(element, "pre").filter((pre) => linesOfCode(pre).length > 0);
}

function elementsNamed(element: HtmlElement, name: string): HtmlElement[] {
  return element.childNodes
    .filter((child) => tree.isElementNode(child))
    .flatMap((child) => {
      return child.tagName === name ? [child] : elementsNamed(child, name);
    });
}

function lineOfNode(node: Node): number {
  return node.sourceCodeLocation?.startLine ?? 1;
}
