/** Where a source text was being read: the file, and the section of a document that holds many. */
export interface PagePlace {
  file: string;
  section?: string;
}

/** A source text that cannot be read: the error says where, what was expected and what was found. */
export class SourceError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(place: PagePlace, line: number, problem: string) {
    const section = place.section === undefined ? "" : `section ${place.section}: `;
    super(`${place.file}:${line}: ${section}${problem}`);
    this.name = "SourceError";
    this.file = place.file;
    this.line = line;
  }
}

/** What several independent parts of one text gave: their values, and the problems of those that gave none. */
export interface Collected<Value> {
  values: Value[];
  problems: SourceError[];
}

/** Runs every reading and keeps all problems, so that one broken section does not hide the next one's. */
export function collect<Value>(readings: ReadonlyArray<() => Value>): Collected<Value> {
  const collected: Collected<Value> = { values: [], problems: [] };
  for (const read of readings) {
    try {
      collected.values.push(read());
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      collected.problems.push(error);
    }
  }
  return collected;
}

/** A text as an error message quotes it: short, on one line. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line === "" ? "an empty line" : `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}
