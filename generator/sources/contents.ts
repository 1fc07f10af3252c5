// The PDF's table of contents and sections.
import type { Line } from "./elements.js";
import { quote, SourceError, type PagePlace } from "./problems.js";

interface Entry {
  number: string;
  title: string;
  line: number;
}

/** A section of the PDF: what its table of contents says of it, and its lines. */
export interface Section extends Entry {
  lines: Line[];
}

/** The line of the table of contents, by which a text is known to be the PDF's. */
export function contentsLine(lines: Line[]): number {
  return lines.findIndex((line) => plainTitle(line.text) === "Contents");
}

/** A line without heading marks, bold and escapes. */
export function plainTitle(text: string): string {
  return clean(text.trim().replace(/^#+\s*/, ""));
}

/** A cell or title without mark-up. `<String,X>` is no mark-up. */
export function clean(text: string): string {
  return text
    .replaceAll(/<\/?(?:a|b|br|i|li|p|span|strong|sub|sup|ul)\b[^>]*>/gi, " ")
    .replaceAll("**", "")
    .replaceAll(/\\([_*<>[\]])/g, "$1")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,;])/g, "$1")
    .trim();
}

/** Cuts the text at the headings that its table of contents names, each of which must stand there once, in order. */
export function cutSections(lines: Line[], place: PagePlace): Section[] {
  const contents = contentsLine(lines);
  const entries = readContents(lines.slice(contents + 1), place);
  const found: Section[] = [];
  let from = entries.after;
  for (const entry of entries.list) {
    const heading = `${entry.number} ${entry.title}`;
    const at = lines.findIndex((line, index) => index >= from && plainTitle(line.text) === heading);
    if (at < 0) {
      const last = found.at(-1);
      const after = last ? `section ${last.number}` : "the contents";
      throw new SourceError(
        place,
        last?.line ?? entry.line,
        `expected the heading "${heading}" after ${after}, found none`,
      );
    }
    found.push({ ...entry, line: at + 1, lines: [] });
    from = at + 1;
  }
  return found.map((section, index) => ({
    ...section,
    lines: lines.slice(section.line, (found[index + 1]?.line ?? lines.length + 1) - 1),
  }));
}

/** The table of contents: its numbers run without a gap, so that a lost line cannot hide a section. */
function readContents(lines: Line[], place: PagePlace): { list: Entry[]; after: number } {
  const list: Entry[] = [];
  let after = lines[0]?.number ?? 1;
  for (const line of lines) {
    const match = /^(\d+)(?:\.(\d+))? (\S.*?)\s*\.{3,}\s*\d+$/.exec(plainTitle(line.text));
    if (!match) {
      const [first] = list;
      if (first && plainTitle(line.text) === `${first.number} ${first.title}`) break;
      continue;
    }
    const number = match[2] === undefined ? (match[1] ?? "") : `${match[1] ?? ""}.${match[2]}`;
    const wanted = following(list.at(-1)?.number);
    if (!wanted.includes(number)) {
      throw new SourceError(
        place,
        line.number,
        `expected ${wanted.join(" or ")} in the contents, found ${quote(number)}`,
      );
    }
    list.push({ number, title: match[3] ?? "", line: line.number });
    after = line.number;
  }
  if (list.length === 0) throw new SourceError(place, after, "expected a table of contents, found no entry");
  return { list, after };
}

function following(number: string | undefined): string[] {
  if (number === undefined) return ["1"];
  const [chapter, section] = number.split(".").map(Number);
  return [`${chapter ?? 0}.${(section ?? 0) + 1}`, `${(chapter ?? 0) + 1}`];
}

/** The newest date of the change history. */
export function releaseDate(sections: Section[], place: PagePlace): string {
  const history = sections.find((section) => section.title === "Change History");
  const dates = history?.lines.flatMap((line) => /\t(\d{4}-\d{2}-\d{2})$/.exec(line.text.trim())?.[1] ?? []) ?? [];
  const newest = dates.sort().at(-1);
  if (newest !== undefined) return newest;
  throw new SourceError(place, history?.line ?? 1, 'expected dates in the chapter "Change History", found none');
}
