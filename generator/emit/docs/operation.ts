import { anchor, blocks, cell, cellCode, code, fence, paragraph, plain, table } from "../../lib/markdown.js";
import type { Conflict, Model, Operation, Response, Schema } from "../../model/types.js";
import { finderOf, reachable } from "../../model/resolve.js";
import { notice, type OutputFile } from "../file.js";
import { printSample, printWire } from "../sample.js";
import { sentence } from "../words.js";
import { behaviourRows } from "./behaviour.js";
import { describe, fieldTable } from "./fields.js";
import { markdownType, type SchemaLink } from "./type.js";

/** `docs/<operationId>.md`: everything that the specification says of one operation. */
export function emitOperationPage(operation: Operation, model: Model): OutputFile {
  const page = blocks([
    `<!-- ${notice} -->`,
    `# ${plain(operation.id)}`,
    paragraph(sentence(operation.summary)),
    deprecation(operation, model),
    paragraph(operation.description),
    fence("http", `${operation.method} ${operation.path}`),
    table(["", ""], behaviourRows(operation, model)),
    ...sample(operation, model),
    ...parameters(operation),
    ...body(operation),
    ...answers(operation),
    ...schemas(operation, model),
    ...conflicts(operation, model),
    "[All operations](README.md)",
  ]);
  return { path: `docs/${operation.page}.md`, text: page };
}

const linkHere: SchemaLink = (name) => `#${anchor(name)}`;

function deprecation({ deprecated, successor }: Operation, model: Model): string {
  if (!deprecated) return "";
  if (successor === undefined) return "> **Deprecated.** The vendor is going to remove it.";
  if (!("operation" in successor)) return `> **Deprecated.** Use ${code(successor.text)} instead.`;
  const target = model.operations.find(({ name }) => name === successor.operation);
  return `> **Deprecated.** Use [${plain(target?.id ?? "")}](${target?.page ?? ""}.md) instead.`;
}

function sample(operation: Operation, model: Model): string[] {
  return ["## Sample", fence("ts", printSample(operation, model))];
}

function parameters(operation: Operation): string[] {
  const rows = operation.arguments
    .filter(({ in: place }) => place !== "body")
    .map(({ name, in: place, required, schema, description, deprecated }) => [
      cellCode(name),
      place,
      markdownType(schema, linkHere),
      required ? "yes" : "",
      cell(`${deprecated ? "Deprecated. " : ""}${describe(schema, description)}`),
    ]);
  if (rows.length === 0) return [];
  return ["## Parameters", table(["Name", "In", "Type", "Required", "Description"], rows)];
}

function body({ body: declared }: Operation): string[] {
  if (declared === undefined) return [];
  const required = declared.required ? "" : " It may be left out.";
  const type = `${code(declared.mediaType)}: ${markdownType(declared.schema, linkHere)}.${required}`;
  return ["## Request body", paragraph(sentence(declared.description)), type, fieldTable(declared.schema, linkHere)];
}

function answers(operation: Operation): string[] {
  const successes = operation.responses.filter(({ status }) => !isFailure(status));
  const failures = operation.responses.filter(({ status }) => isFailure(status));
  const rows = failures.map(({ status, description }) => [status, cell(description), errorExamples(operation, status)]);
  return [
    ...successes.flatMap((response) => answer(response)),
    ...exchanges(operation),
    ...(rows.length === 0
      ? []
      : ["## Errors", table(["Status", "Meaning", "Examples"], rows), "What the codes mean: [errors](errors.md)."]),
  ];
}

function isFailure(status: string): boolean {
  return /^[45]/.test(status);
}

function errorExamples({ examples }: Operation, status: string): string {
  const bodies = examples.flatMap(({ responses }) => responses.filter((response) => response.status === status));
  return [...new Set(bodies.map(({ body: answered }) => cellCode(JSON.stringify(answered))))].join("<br>");
}

function answer({ status, description, mediaType, schema, headers }: Response): string[] {
  const type = schema === undefined ? "" : `: ${markdownType(schema, linkHere)}`;
  const heads = headers.map(({ name, description: text }) => [cellCode(name), cell(text)]);
  return [
    `## Response ${plain(status)}`,
    paragraph(sentence(description)),
    mediaType === undefined ? "Without a body." : `${code(mediaType)}${type}.`,
    schema === undefined ? "" : fieldTable(schema, linkHere),
    table(["Header", "Description"], heads),
  ];
}

function exchanges(operation: Operation): string[] {
  return operation.examples.flatMap((example) => {
    const answered = example.responses.filter(({ status }) => !isFailure(status));
    if (!example.callable && answered.length === 0) return [];
    const wire = printWire(operation, example);
    return [
      `## ${plain(example.name === "sample" ? "Example" : `Example: ${example.name}`)}`,
      paragraph(sentence(example.summary)),
      example.callable ? fence("http", wire.line) : "",
      example.callable && wire.body !== undefined ? fence("json", JSON.stringify(wire.body, null, 2)) : "",
      ...answered.flatMap(({ status, body: value }) => [
        `Response ${status}:`,
        fence(typeof value === "string" ? "text" : "json", inFull(value)),
      ]),
    ];
  });
}

function inFull(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function schemas(operation: Operation, model: Model): string[] {
  const find = finderOf(model);
  const roots = [
    ...operation.arguments.map(({ schema }) => schema),
    ...(operation.body === undefined ? [] : [operation.body.schema]),
    ...operation.responses.flatMap(({ schema }) => (schema === undefined ? [] : [schema])),
  ];
  const names = reachable(roots, find);
  if (names.length === 0) return [];
  const sections = names.flatMap((name) => {
    const schema = find(name);
    if (schema === undefined) return [];
    const fields = fieldTable(schema, linkHere);
    const text = fields === "" ? describe(schema) : sentence(schema.description);
    return [`### ${plain(name)}`, paragraph(text), fields === "" ? `Type: ${markdownType(schema, linkHere)}.` : fields];
  });
  return ["## Schemas", ...sections];
}

function conflicts(operation: Operation, model: Model): string[] {
  const rows = allConflicts(operation, model).map(({ at, conflict }) => [
    at === "" ? "" : cellCode(at),
    cell(conflict.about),
    conflict.claims.map(({ source, claim }) => `${cell(source)}: ${cellCode(claim)}`).join("<br>"),
    cell(conflict.decision),
    cell(conflict.why),
  ]);
  if (rows.length === 0) return [];
  const head = ["Where", "About", "What the sources say", "Decided", "Why"];
  return ["## Where the sources disagree", table(head, rows)];
}

interface PlacedConflict {
  readonly at: string;
  readonly conflict: Conflict;
}

/** The conflicts recorded on the operation, its arguments and its answers, nested fields and named schemas included. */
function allConflicts(operation: Operation, model: Model): PlacedConflict[] {
  const found: PlacedConflict[] = operation.conflicts.map((conflict) => ({ at: "", conflict }));
  const named = new Set<string>();
  const visit = (schema: Schema, at: string): void => {
    found.push(...schema.conflicts.map((conflict) => ({ at, conflict })));
    if (schema.ref !== undefined && !named.has(schema.ref)) {
      named.add(schema.ref);
      const target = finderOf(model)(schema.ref);
      if (target !== undefined) visit(target, schema.ref);
    }
    for (const { name, schema: field } of schema.properties) visit(field, at === "" ? name : `${at}.${name}`);
    if (schema.items !== undefined) visit(schema.items, `${at}[]`);
    if (schema.others !== undefined) visit(schema.others, `${at}.*`);
    for (const member of [...schema.allOf, ...schema.anyOf, ...schema.oneOf]) visit(member, at);
  };
  for (const argument of operation.arguments) {
    if (argument.in === "body") continue;
    found.push(...argument.conflicts.map((conflict) => ({ at: argument.name, conflict })));
    visit(argument.schema, argument.name);
  }
  if (operation.body !== undefined) visit(operation.body.schema, "");
  for (const { status, schema } of operation.responses) {
    if (schema !== undefined && !/^[45]/.test(status)) visit(schema, "");
  }
  return found;
}
