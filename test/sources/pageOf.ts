import type { DocumentFacts, FieldFacts, PrintedLimits, TableFacts } from "../../generator/sources/facts.js";

const NOTHING = "N/A.";

/** A help-center page's text that says, in words of our own, what recorded facts say. */
export function pageOf(facts: DocumentFacts, operationId: string): string {
  let number = 0;
  const table = (name: string, columns: string[], rows: string[][]): string[] => {
    number += 1;
    return [`Table ${number} ${name}`, ...columns, ...rows.flat()];
  };
  const asked = ["Parameter", "Mandatory", "Type", "Description"];
  const parameters = (location: string, name: string): string[] => {
    const rows = facts.parameters.filter((row) => row.in === location);
    return rows.length === 0 ? [] : table(name, asked, rows.map(requestRow));
  };
  const tables = (of: TableFacts["of"]): string[] => {
    const columns = of === "request" ? asked : asked.filter((column) => column !== "Mandatory");
    const row = of === "request" ? requestRow : responseRow;
    return facts.tables
      .filter((one) => one.of === of)
      .flatMap(({ name, fields }) => table(name, columns, fields.map(row)));
  };
  const texts = [
    ...[`Updated on ${facts.date} GMT+08:00`, facts.title],
    ...["Function", "What it does.", "Calling Method", "See elsewhere.", "URI", `${facts.method} ${facts.path}`],
    ...parameters("path", "Path Parameters"),
    ...parameters("query", "Query Parameters"),
    "Request Parameters",
    ...parameters("header", "Request header parameters"),
    ...tables("request"),
    "Response Parameters",
    ...facts.statuses.flatMap((status) => [`Status code: ${status}`, ...tables(status)]),
    "Example Requests",
    ...facts.examples.flatMap(({ of, method, url, body }) =>
      of === "request" ? [[`${method ?? ""} ${url ?? ""}`, jsonOf(body)].filter(Boolean).join("\n")] : [],
    ),
    "Example Responses",
    ...facts.examples.flatMap(({ of, body }) => (of === "request" ? [] : [`Status code: ${of}`, "OK", jsonOf(body)])),
    ...[
      "SDK Sample Code",
      "As follows.",
      `public class ${operationId[0]?.toUpperCase() ?? ""}${operationId.slice(1)}Solution {`,
    ],
    ...[
      "Status Codes",
      "Status Code",
      "Description",
      ...facts.statuses.flatMap((status) => [String(status), "Meaning"]),
    ],
    ...["Error Codes", "See elsewhere."],
  ];
  return `${texts.join("\n\n")}\n`;
}

function jsonOf(body: unknown): string {
  return body === undefined ? "" : JSON.stringify(body, undefined, 2);
}

function requestRow(row: FieldFacts): string[] {
  const value = row.limits?.default === undefined ? NOTHING : String(row.limits.default);
  return [
    ...[row.name, row.mandatory === true ? "Yes" : "No", row.type],
    ...["Definition", `What ${row.name} is.`, "Constraints", NOTHING, "Range", ...rangeOf(row), "Default Value", value],
  ];
}

function responseRow(row: FieldFacts): string[] {
  return [row.name, row.type, "Definition", `What ${row.name} is.`, "Range", ...rangeOf(row)];
}

function rangeOf({ limits = {}, values }: FieldFacts): string[] {
  if (values) return values.map((value) => `${value}: Its meaning`);
  const words = wordsOf(limits);
  return words === "" ? [NOTHING] : [words];
}

function wordsOf({ minimum, maximum, pattern, maxLength }: PrintedLimits): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum}–${maximum}`;
  const length = /^\^\[0-9A-Za-z\]\{(\d+)\}\$$/.exec(pattern ?? "")?.[1];
  return [
    minimum === undefined ? "" : `Give ${minimum} or greater.`,
    maximum === undefined ? "" : `Give no more than ${maximum}.`,
    maxLength === undefined ? "" : `The length cannot exceed ${maxLength} characters.`,
    length === undefined ? "" : `A ${length}-character string of digits and letters.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}
