import type { ParameterFacts, TableFacts } from "./facts.js";
import { readField, referenceOf } from "./fields.js";
import { quote, SourceError, type PagePlace } from "./problems.js";
import type { CaptionElement, Element, PieceElement } from "./elements.js";

/** A printed table with all its pieces, and what it belongs to. */
export interface Table {
  line: number;
  number: string;
  name: string;
  status?: number;
  pieces: PieceElement[];
}

/** Gathers the tables of one part of an operation: each caption with the pieces that follow it. */
export function gatherTables(elements: Element[], place: PagePlace): Table[] {
  const tables: Table[] = [];
  let status: number | undefined;
  let open: Table | undefined;
  for (const element of elements) {
    if (element.kind === "status") {
      status = element.status;
      open = undefined;
    } else if (element.kind === "caption") {
      open = openTable(element, status);
      tables.push(open);
    } else if (element.kind === "piece") {
      if (!open) throw new SourceError(place, element.line, "expected a table's caption before its header row");
      open.pieces.push(element);
    } else if (element.kind === "text" && element.text.trim() !== "") {
      throw new SourceError(place, element.line, `expected a table or a status, found ${quote(element.text)}`);
    }
  }
  for (const table of tables) checkPieces(table, place);
  return tables;
}

function openTable(caption: CaptionElement, status: number | undefined): Table {
  const { line, number, name } = caption;
  return { line, number, name, ...(status === undefined ? {} : { status }), pieces: [] };
}

function checkPieces(table: Table, place: PagePlace): void {
  const [first] = table.pieces;
  if (!first || table.pieces.every((piece) => piece.rows.length === 0)) {
    throw new SourceError(place, table.line, `expected rows in Table ${table.number}, found none`);
  }
  for (const piece of table.pieces) {
    if (piece.columns.join() !== first.columns.join()) {
      throw new SourceError(
        place,
        piece.line,
        `expected Table ${table.number} to go on with ${first.columns.join(", ")}, found ${piece.columns.join(", ")}`,
      );
    }
    const [short] = piece.rows.filter((row) => row.cells.length !== piece.columns.length);
    if (short) {
      throw new SourceError(
        place,
        short.line,
        `expected ${piece.columns.length} cells in Table ${table.number}, found ${short.cells.length} from ${quote(short.cells[0] ?? "")}`,
      );
    }
  }
}

const REQUEST_COLUMNS = "Parameter,Mandatory,Type,Description";
const RESPONSE_COLUMNS = "Parameter,Type,Description";

/** Reads a gathered table's fields. */
export function readTable(table: Table, of: "request" | number, place: PagePlace): TableFacts {
  const columns = table.pieces[0]?.columns ?? [];
  const wanted = of === "request" ? REQUEST_COLUMNS : RESPONSE_COLUMNS;
  if (columns.join() !== wanted) {
    throw new SourceError(
      place,
      table.line,
      `expected the columns ${wanted} in Table ${table.number}, found ${columns.join()}`,
    );
  }
  const fields = table.pieces.flatMap((piece) => piece.rows.map((row) => readField(row, columns, place)));
  const names = fields.map((field) => field.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new SourceError(
      place,
      table.line,
      `expected each name once in Table ${table.number}, found "${twice}" twice`,
    );
  }
  return { of, name: table.name, fields };
}

/** Reads a table of path, query or header parameters. */
export function readParameterTable(table: Table, location: ParameterFacts["in"], place: PagePlace): ParameterFacts[] {
  return readTable(table, "request", place).fields.map(({ name, type, mandatory, ...rest }) => ({
    name,
    type,
    mandatory: mandatory ?? false,
    ...rest,
    in: location,
  }));
}

/** Tables refer to each other by name: each that a cell names must be there, and each but the body's must be named. */
export function checkReferences(tables: TableFacts[], printed: Table[], body: string, place: PagePlace): void {
  const line = printed[0]?.line ?? 0;
  const named = new Set<string>();
  for (const field of tables.flatMap((table) => table.fields)) {
    const reference = referenceOf(field.type);
    if (reference === undefined) continue;
    named.add(reference);
    const targets = tables.filter((table) => table.name === reference).length;
    if (targets === 1) continue;
    const found = targets === 0 ? "none" : `${targets}`;
    throw new SourceError(place, line, `expected one table "${reference}" for "${field.name}", found ${found}`);
  }
  const [first] = tables;
  if (first && first.name.toLowerCase() !== body) {
    throw new SourceError(place, line, `expected a table "${body}" first, found ${quote(first.name)}`);
  }
  const loose = tables.slice(1).find((table) => !named.has(table.name));
  if (loose) throw new SourceError(place, line, `expected a field that refers to table "${loose.name}", found none`);
}

/** Table numbers run without a gap: a missing one means that a table was lost. */
export function checkNumbers(tables: Table[], from: number, prefix: string, place: PagePlace): void {
  tables.forEach((table, index) => {
    const wanted = `${prefix}${from + index}`;
    if (table.number !== wanted) {
      throw new SourceError(
        place,
        table.line,
        `expected Table ${wanted}, found Table ${table.number} (${quote(table.name)})`,
      );
    }
  });
}
