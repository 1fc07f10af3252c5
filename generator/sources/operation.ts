import type { DocumentFacts, DocumentId, ExampleFacts, ParameterFacts, TableFacts } from "./facts.js";
import { HEADINGS, type Element, type Heading, type Line } from "./elements.js";
import { readRequests, readExampleResponses } from "./examples.js";
import { operationIdOf } from "./names.js";
import { neutralExample } from "./neutral.js";
import { quote, SourceError, type PagePlace } from "./problems.js";
import { checkReferences, gatherTables, readParameterTable, readTable, type Table } from "./tables.js";

/** An operation's part of a document, cut into elements. */
export interface OperationText {
  document: DocumentId;
  section?: string;
  title: string;
  date: string;
  lines: Line[];
  elements: Element[];
}

/** A document's facts and the operation that they are about. */
export interface FoundDocument {
  operationId: string;
  facts: DocumentFacts;
}

/** The same with the tables as printed, for the check of their numbers. */
export interface OperationDocument extends FoundDocument {
  tables: Table[];
}

type Areas = Map<Heading, { line: number; elements: Element[] }>;

/** Reads all facts of one operation; throws a SourceError where a part is missing or cannot be read. */
export function readOperation(text: OperationText, place: PagePlace): OperationDocument {
  const areas = cutAreas(text, place);
  const area = (name: Heading): Element[] => areas.get(name)?.elements ?? [];
  requireText(area("Function"), areas.get("Function")?.line ?? 0, "Function", place);
  requireText(area("Error Codes"), areas.get("Error Codes")?.line ?? 0, "Error Codes", place);
  const uri = readUri(area("URI"), areas.get("URI")?.line ?? 0, place);
  const inPath = gatherTables(area("URI").slice(uri.length), place);
  const inRequest = gatherTables(area("Request Parameters"), place);
  const inResponse = gatherTables(area("Response Parameters"), place);
  const parameters = readAllParameters([...inPath, ...inRequest], uri.path, uri.line, place);
  const statuses = readStatuses(area("Status Codes"), areas.get("Status Codes")?.line ?? 0, place);
  const responses = readResponseTables(inResponse, statuses, areas.get("Response Parameters")?.line ?? 0, place);
  const request = readRequestBody(inRequest, place);
  const examples = readExamples(areas, place);
  checkExamples(examples, responses, areas.get("Example Responses")?.line ?? 0, place);
  const facts: DocumentFacts = {
    document: text.document,
    ...(text.section === undefined ? {} : { section: text.section }),
    title: text.title.endsWith(UNAVAILABLE) ? text.title.slice(0, -UNAVAILABLE.length) : text.title,
    date: text.date,
    unavailableSoon: text.title.endsWith(UNAVAILABLE),
    method: uri.method,
    path: uri.path,
    parameters,
    tables: [...request, ...responses],
    statuses,
    examples: examples.map(neutralExample),
  };
  const operationId = operationIdOf(text.lines, uri.method, uri.path, place);
  return { operationId, facts, tables: [...inPath, ...inRequest, ...inResponse] };
}

const UNAVAILABLE = " (Unavailable Soon)";

/** The elements under each heading; every heading but the sample code's must be there once, in order. */
function cutAreas(text: OperationText, place: PagePlace): Areas {
  const areas: Areas = new Map();
  let current: { line: number; elements: Element[] } | undefined;
  let last: Heading | undefined;
  for (const element of text.elements) {
    if (element.kind !== "heading") {
      if (current) current.elements.push(element);
      else if (element.kind !== "text" || element.text.trim() !== "") {
        throw new SourceError(place, element.line, `expected "Function" before anything else, found a ${element.kind}`);
      }
      continue;
    }
    // The PDF prints some headings twice in a row.
    if (element.name === last && current?.elements.every(isBlank)) continue;
    const wanted = nextHeadings(last);
    if (!wanted.includes(element.name)) {
      throw new SourceError(
        place,
        element.line,
        `expected "${wanted.join('" or "')}" after ${last === undefined ? "the title" : `"${last}"`}, found "${element.name}"`,
      );
    }
    last = element.name;
    current = { line: element.line, elements: [] };
    areas.set(element.name, current);
  }
  if (last !== "Error Codes") {
    const end = text.lines.at(-1)?.number ?? 0;
    const after = last === undefined ? "the title" : `"${last}"`;
    throw new SourceError(place, end, `expected "${nextHeadings(last).join('" or "')}" after ${after}, found the end`);
  }
  return areas;
}

function isBlank(element: Element): boolean {
  return element.kind === "text" && element.text.trim() === "";
}

function nextHeadings(last: Heading | undefined): Heading[] {
  if (last === "Example Responses") return ["SDK Sample Code", "Status Codes"];
  const next = HEADINGS[last === undefined ? 0 : HEADINGS.indexOf(last) + 1];
  return next === undefined ? [] : [next];
}

function requireText(elements: Element[], line: number, heading: Heading, place: PagePlace): void {
  // A page that was cut off may end in half a tag, which is no text.
  const words = elements.some((element) => element.kind !== "text" || /[\p{L}\p{N}]/u.test(element.text));
  if (!words) throw new SourceError(place, line, `expected a text under "${heading}", found none`);
}

/** The URI line, which opens its part. `length` counts the elements up to it. */
function readUri(
  elements: Element[],
  heading: number,
  place: PagePlace,
): { method: string; path: string; line: number; length: number } {
  const index = elements.findIndex((element) => !isBlank(element));
  const element = elements[index];
  const text = element?.kind === "text" ? element.text.trim() : "";
  const match = /^(GET|POST|PUT|PATCH|DELETE|HEAD) (\/[\w\-./{}]+)$/.exec(text);
  if (!match) {
    throw new SourceError(place, element?.line ?? heading, `expected "METHOD /path" under "URI", found ${quote(text)}`);
  }
  return { method: match[1] ?? "", path: match[2] ?? "", line: element?.line ?? heading, length: index + 1 };
}

const LOCATIONS = new Map<string, ParameterFacts["in"]>([
  ["path parameters", "path"],
  ["query parameters", "query"],
  ["request header parameters", "header"],
]);

function readAllParameters(tables: Table[], path: string, line: number, place: PagePlace): ParameterFacts[] {
  const parameters = tables.flatMap((table) => {
    const location = LOCATIONS.get(table.name.toLowerCase());
    return location === undefined ? [] : readParameterTable(table, location, place);
  });
  const printed = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
  const listed = parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
  if (printed.join() !== listed.sort().join()) {
    throw new SourceError(
      place,
      line,
      `expected the path parameters of ${path} in a table, found ${quote(listed.join(", "))}`,
    );
  }
  return parameters;
}

function readRequestBody(tables: Table[], place: PagePlace): TableFacts[] {
  const printed = tables.filter((table) => !LOCATIONS.has(table.name.toLowerCase()));
  const facts = printed.map((table) => readTable(table, "request", place));
  checkReferences(facts, printed, "request body parameters", place);
  return facts;
}

function readStatuses(elements: Element[], heading: number, place: PagePlace): number[] {
  const pieces = elements.filter((element) => element.kind === "piece");
  const [odd] = elements.filter((element) => element.kind !== "piece" && !isBlank(element));
  if (odd) throw new SourceError(place, odd.line, `expected the table of status codes, found a ${odd.kind}`);
  const statuses: number[] = [];
  for (const piece of pieces) {
    if (piece.columns.join() !== "Status Code,Description") {
      throw new SourceError(place, piece.line, `expected Status Code, Description, found ${piece.columns.join(", ")}`);
    }
    for (const row of piece.rows) {
      const status = Number(row.cells[0]);
      if (
        !/^[1-5]\d\d$/.test(row.cells[0] ?? "") ||
        !row.cells[1] ||
        row.cells.length > 2 ||
        status <= (statuses.at(-1) ?? 0)
      ) {
        throw new SourceError(
          place,
          row.line,
          `expected the next status code and its meaning, found ${quote(row.cells.join(" "))}`,
        );
      }
      statuses.push(status);
    }
  }
  if (statuses.length === 0) throw new SourceError(place, heading, "expected a table of status codes, found none");
  return statuses;
}

function readResponseTables(printed: Table[], statuses: number[], line: number, place: PagePlace): TableFacts[] {
  const facts = printed.map((table) => {
    if (table.status === undefined || !statuses.includes(table.status)) {
      const found = table.status === undefined ? "no status" : `status ${table.status}`;
      throw new SourceError(place, table.line, `expected Table ${table.number} under a listed status, found ${found}`);
    }
    return readTable(table, table.status, place);
  });
  for (const status of statuses) {
    const own = facts.filter((table) => table.of === status);
    if (own.length === 0 && status >= 300) {
      throw new SourceError(place, line, `expected a response table for status ${status}, which is listed, found none`);
    }
    checkReferences(
      own,
      printed.filter((table) => table.status === status),
      "response body parameters",
      place,
    );
  }
  return facts;
}

function readExamples(areas: Areas, place: PagePlace): ExampleFacts[] {
  const asked = areas.get("Example Requests");
  const answered = areas.get("Example Responses");
  const requests = readRequests(asked?.elements ?? [], place);
  if (requests.length === 0) {
    throw new SourceError(place, asked?.line ?? 0, `expected a request line under "Example Requests", found none`);
  }
  return [...requests, ...readExampleResponses(answered?.elements ?? [], answered?.line ?? 0, place)];
}

function checkExamples(examples: ExampleFacts[], tables: TableFacts[], line: number, place: PagePlace): void {
  for (const { of } of examples) {
    if (of === "request" || tables.some((table) => table.of === of)) continue;
    throw new SourceError(place, line, `expected a response table for the example with status ${of}, found none`);
  }
}
