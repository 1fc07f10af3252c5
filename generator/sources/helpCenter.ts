import { isChinese, linesInEnglish } from "./chinese.js";
import {
  landmark,
  linesOf,
  modeAfter,
  type Element,
  type Line,
  type Mode,
  type PieceElement,
  type Row,
} from "./elements.js";
import { readHtml } from "./html.js";
import { isName, readType } from "./fields.js";
import { readOperation, type FoundDocument } from "./operation.js";
import { collect, quote, SourceError, type Collected, type PagePlace } from "./problems.js";
import { checkNumbers } from "./tables.js";

const UPDATED = /^Updated on (\d{4}-\d{2}-\d{2})\b/;

/** Whether a text is a help-center page's, in English or Chinese. */
export function isHelpCenterPage(lines: Line[]): boolean {
  return lines.some((line) => UPDATED.test(line.text)) || isChinese(lines.map((line) => line.text));
}

/** Reads a help-center page's HTML. */
export function readHelpCenterHtml(file: string, text: string): Collected<FoundDocument> {
  const place = { file };
  return collect([
    () => {
      const operation = readOperation({ document: "page", ...readHtml(text, place) }, place);
      checkNumbers(operation.tables, 1, "", place);
      return operation;
    },
  ]);
}

/** Reads the text of a help-center page: a paragraph is one line, a table cell one line or more. */
export function readHelpCenterPage(file: string, text: string): Collected<FoundDocument> {
  const place = { file };
  return collect([
    () => {
      const printed = linesOf(text);
      const lines = isChinese(printed.map((line) => line.text)) ? linesInEnglish(printed) : printed;
      const { title, date, from } = readHead(lines, place);
      const body = lines.slice(from);
      const operation = readOperation(
        { document: "page", title, date, lines: body, elements: elementsOf(body, place) },
        place,
      );
      checkNumbers(operation.tables, 1, "", place);
      return operation;
    },
  ]);
}

/** The date and the title; where the page starts with its place in the help center, that ends with the title too. */
function readHead(lines: Line[], place: PagePlace): { title: string; date: string; from: number } {
  const at = lines.findIndex((line) => UPDATED.test(line.text));
  const date = UPDATED.exec(lines[at]?.text ?? "")?.[1] ?? "";
  const title = lines.slice(at + 1).find((line) => line.text.trim() !== "");
  if (!title || landmark(title)) {
    throw new SourceError(place, at + 1, `expected the title after the date, found ${quote(title?.text ?? "")}`);
  }
  const trail = lines.slice(0, at).find((line) => line.text.trim() !== "");
  if (trail && !trail.text.trim().endsWith(`/ ${title.text.trim()}`)) {
    throw new SourceError(place, trail.number, `expected this to end with the title ${quote(title.text)}`);
  }
  return { title: title.text.trim(), date, from: title.number };
}

/** Cuts a page into elements. Sample code is skipped; example code is kept as it is printed. */
function elementsOf(lines: Line[], place: PagePlace): Element[] {
  const elements: Element[] = [];
  let mode: Mode = "tables";
  let cells: Line[] = [];
  const close = (): void => {
    if (cells.length > 0) elements.push(readPiece(cells, place));
    cells = [];
  };
  for (const line of lines) {
    const mark = landmark(line);
    const text = line.text.trim();
    if (mode === "sample" && !(mark?.kind === "heading" && mark.name === "Status Codes")) continue;
    if (mark && (mode !== "example" || mark.kind !== "caption")) {
      close();
      if (mark.kind === "heading") mode = modeAfter(mark.name);
      elements.push(mark);
    } else if (mode === "tables" && (cells.length > 0 || isTableStart(text, elements))) {
      if (text !== "") cells.push({ number: line.number, text });
    } else {
      elements.push({ kind: "text", line: line.number, text: line.text });
    }
  }
  close();
  return elements;
}

/** A table's cells start after its caption, or after the heading "Status Codes", which has none. */
function isTableStart(text: string, elements: Element[]): boolean {
  const last = elements.findLast((element) => element.kind !== "text" || element.text.trim() !== "");
  return text !== "" && (last?.kind === "caption" || (last?.kind === "heading" && last.name === "Status Codes"));
}

const HEADERS = [
  ["Parameter", "Mandatory", "Type", "Description"],
  ["Parameter", "Type", "Description"],
  ["Status Code", "Description"],
];

/** A table's cells, which stand below each other, as rows. */
function readPiece(cells: Line[], place: PagePlace): PieceElement {
  const line = cells[0]?.number ?? 0;
  const columns = HEADERS.find((header) => header.every((column, index) => cells[index]?.text === column));
  if (!columns) {
    const found = cells.slice(0, 4).map((cell) => cell.text);
    throw new SourceError(place, line, `expected a table's column titles, found ${quote(found.join(", "))}`);
  }
  const body = cells.slice(columns.length);
  const starts = body.flatMap((_, index) => (startsRow(body, index, columns) ? index : []));
  if (body.length > 0 && starts[0] !== 0) {
    const found = body.slice(0, columns.length).map((cell) => cell.text);
    throw new SourceError(
      place,
      body[0]?.number ?? line,
      `expected a row of ${columns.join(", ")}, found ${quote(found.join(", "))}`,
    );
  }
  const rows = starts.map((start, index) => toRow(body.slice(start, starts[index + 1]), columns));
  return { kind: "piece", line, columns, rows };
}

/** A row starts where the cells before its description are what they must be: a name, Yes or No, a type. */
function startsRow(cells: Line[], index: number, columns: string[]): boolean {
  return columns.slice(0, -1).every((column, offset) => {
    const text = cells[index + offset]?.text ?? "";
    if (column === "Status Code") return /^\d{3}$/.test(text);
    if (column === "Parameter") return isName(text);
    return column === "Type" ? readType(text) !== undefined : text === "Yes" || text === "No";
  });
}

function toRow(lines: Line[], columns: string[]): Row {
  const texts = lines.map((line) => line.text);
  const description = texts.slice(columns.length - 1);
  return {
    line: lines[0]?.number ?? 0,
    cells: [...texts.slice(0, columns.length - 1), description.join(" ")],
    description,
  };
}
