import { clean, cutSections, plainTitle, releaseDate, type Section } from "./contents.js";
import { landmark, linesOf, modeAfter, type Element, type Line, type Mode, type PieceElement } from "./elements.js";
import { readOperation, type FoundDocument, type OperationDocument } from "./operation.js";
import { collect, quote, SourceError, type Collected, type PagePlace } from "./problems.js";
import { checkNumbers } from "./tables.js";
import { readWalkthrough } from "./walkthrough.js";

/** Reads every operation of the PDF's text, and the application examples. */
export function readPdf(file: string, text: string): Collected<FoundDocument> {
  const lines = linesOf(text);
  const cut = collect([() => cutSections(lines, { file })]);
  const [sections] = cut.values;
  if (!sections) return { values: [], problems: cut.problems };
  const history = collect([() => releaseDate(sections, { file })]);
  const [date] = history.values;
  if (date === undefined) return { values: [], problems: history.problems };
  const operations = collect(
    operationSections(sections).map((section) => () => readSection(section, date, { file, section: section.number })),
  );
  const numbers = operations.problems.length > 0 ? [] : tableNumberProblems(operations.values, file);
  const walkthroughs = collect(
    sections
      .filter((section) => /^Example \d+: /.test(section.title))
      .map((section) => () => readWalkthrough(section, date, operations.values, { file, section: section.number })),
  );
  return {
    values: [...operations.values, ...walkthroughs.values.flat()],
    problems: [...operations.problems, ...numbers, ...walkthroughs.problems],
  };
}

const MARKS = new Set(["Function", "URI", "Calling Method", "Example Requests", "Status Codes", "Error Codes"]);

/**
 * The sections of the chapters that describe operations. A chapter is one of these when any of its sections looks like
 * an operation; then all of them must be, so that a section with a lost heading is an error and not skipped.
 */
function operationSections(sections: Section[]): Section[] {
  const chapters = new Set<string>();
  for (const section of sections) {
    const marks = new Set(section.lines.map((line) => plainTitle(line.text)).filter((text) => MARKS.has(text)));
    if (marks.size > 1) chapters.add(chapterOf(section.number));
  }
  return sections.filter((section) => section.number.includes(".") && chapters.has(chapterOf(section.number)));
}

function chapterOf(number: string): string {
  return number.split(".")[0] ?? number;
}

function readSection(section: Section, date: string, place: PagePlace): OperationDocument {
  const { lines, title, number } = section;
  const text = { document: "pdf" as const, section: number, title, date, lines, elements: elementsOf(lines, place) };
  return readOperation(text, place);
}

/** Table numbers run through a chapter: where they jump between sections, a table was lost. */
function tableNumberProblems(operations: OperationDocument[], file: string): SourceError[] {
  const next = new Map<string, number>();
  return collect(
    operations.map(({ facts, tables }) => () => {
      const chapter = chapterOf(facts.section ?? "");
      const from = next.get(chapter) ?? 1;
      next.set(chapter, from + tables.length);
      const place = facts.section === undefined ? { file } : { file, section: facts.section };
      checkNumbers(tables, from, `${chapter}-`, place);
    }),
  ).problems;
}

/** Cuts a section into elements. Sample code is skipped; example code is kept as it is printed. */
function elementsOf(lines: Line[], place: PagePlace): Element[] {
  const elements: Element[] = [];
  let mode: Mode = "tables";
  let piece: PieceElement | undefined;
  for (const line of lines.flatMap(splitBold)) {
    const mark = landmark({ number: line.number, text: plainTitle(line.text) });
    if (mode === "sample" && !(mark?.kind === "heading" && mark.name === "Status Codes")) continue;
    if (mark && (mode !== "example" || mark.kind !== "caption")) {
      if (mark.kind === "heading") mode = modeAfter(mark.name);
      elements.push(mark);
      piece = undefined;
    } else if (mode === "example") {
      elements.push({ kind: "text", line: line.number, text: line.text });
    } else if (line.text.includes("\t")) {
      piece = readRow(line, piece, elements, place);
    } else {
      if (line.text.trim() !== "" && piece) {
        throw new SourceError(place, line.number, `expected the next table row, found ${quote(line.text)}`);
      }
      piece = undefined;
      elements.push({ kind: "text", line: line.number, text: plainTitle(line.text) });
    }
  }
  return elements;
}

/** "**Status code: 400****Table 4-6** Response body parameters" holds two things that lost the break between them. */
function splitBold(line: Line): Line[] {
  if (!/^[#\s]*\*\*/.test(line.text)) return [line];
  return line.text.split(/(?<=\S)\*{4}(?=\S)/).map((text) => ({ number: line.number, text }));
}

/** Adds a row to the open piece; a header row opens the next one. */
function readRow(line: Line, open: PieceElement | undefined, elements: Element[], place: PagePlace): PieceElement {
  const cells = line.text.split("\t").map(clean);
  if (cells[0] === "Parameter" || cells[0] === "Status Code") {
    const piece: PieceElement = { kind: "piece", line: line.number, columns: cells, rows: [] };
    elements.push(piece);
    return piece;
  }
  if (!open) throw new SourceError(place, line.number, `expected a header row before ${quote(line.text)}`);
  const empty = cells.findIndex((cell) => cell === "");
  if (empty >= 0) {
    throw new SourceError(
      place,
      line.number,
      `expected a text in each cell of ${quote(line.text)}, found none in cell ${empty + 1}`,
    );
  }
  open.rows.push({ line: line.number, cells, description: cells.slice(-1) });
  return open;
}
