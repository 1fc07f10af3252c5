// What a document consists of: titles, tables, text and code.
/**
 * What an operation's text consists of, whatever document it stands in. The PDF and the help-center page are each
 * cut into these elements; from there on both are read by the same code.
 */

/** The titles that structure an operation, in the order in which they must stand. */
export const HEADINGS = [
  "Function",
  "Calling Method",
  "URI",
  "Request Parameters",
  "Response Parameters",
  "Example Requests",
  "Example Responses",
  "SDK Sample Code",
  "Status Codes",
  "Error Codes",
] as const;

export type Heading = (typeof HEADINGS)[number];

export interface Line {
  number: number;
  text: string;
}

/** A table row: plain cells, and the paragraphs of the last one, which may hold labels such as "Range". */
export interface Row {
  line: number;
  cells: string[];
  description: string[];
}

export interface HeadingElement {
  kind: "heading";
  line: number;
  name: Heading;
}

export interface StatusElement {
  kind: "status";
  line: number;
  status: number;
}

export interface CaptionElement {
  kind: "caption";
  line: number;
  /** "4-16" in the PDF, "5" on a page. */
  number: string;
  name: string;
}

/** A header row and what follows it. One table may come in several pieces: page breaks repeat the header row. */
export interface PieceElement {
  kind: "piece";
  line: number;
  columns: string[];
  rows: Row[];
}

export interface TextElement {
  kind: "text";
  line: number;
  text: string;
}

export type Element = HeadingElement | StatusElement | CaptionElement | PieceElement | TextElement;

/** The element that a line is by itself, when it is a title, a status or a table's caption. */
export function landmark(line: Line): HeadingElement | StatusElement | CaptionElement | undefined {
  const text = line.text.trim();
  const heading = HEADINGS.find((name) => name === text);
  if (heading !== undefined) return { kind: "heading", line: line.number, name: heading };
  const status = /^Status code: ?(\d{3})$/.exec(text);
  if (status) return { kind: "status", line: line.number, status: Number(status[1]) };
  const caption = /^Table (\d+(?:-\d+)?) (\S.*)$/.exec(text);
  if (caption) return { kind: "caption", line: line.number, number: caption[1] ?? "", name: caption[2] ?? "" };
  return undefined;
}

/** What stands under a heading: tables and text, code to keep as it is printed, or sample code to skip. */
export type Mode = "tables" | "example" | "sample";

/** What stands under the heading. */
export function modeAfter(heading: Heading): Mode {
  if (heading === "Example Requests" || heading === "Example Responses") return "example";
  return heading === "SDK Sample Code" ? "sample" : "tables";
}

/** A text's lines, numbered from 1. */
export function linesOf(text: string): Line[] {
  return text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line }));
}
