import type { Json } from "../../lib/json.js";
import { anchor, blocks, cell, cellCode, code, fence, paragraph, escaped, table } from "../../lib/markdown.js";
import type { Exchange, Operation, Response, Schema, Successor } from "../../model/types.js";
import type { PackageModel } from "../../product.js";
import { finderOf, reachable, type FindSchema } from "../../model/resolve.js";
import { notice, type OutputFile } from "../file.js";
import { successorWord, printSample, printWire } from "../sample.js";
import { printCurl } from "../curl.js";
import { sentence } from "../words.js";
import { behaviourRows } from "./behaviour.js";
import { conflictsOf, conflictTable } from "./conflicts.js";
import { drawingOf } from "./drawings.js";
import { describe, fieldTable } from "./fields.js";
import { markdownType, type SchemaLink } from "./type.js";

/** `docs/<operationId>.md`: everything that the specification says of one operation. */
export function emitOperationPage(operation: Operation, model: PackageModel): OutputFile {
  const bodies = bodiesOf(operation, model);
  const page = blocks([
    `<!-- ${notice} -->`,
    `# ${escaped(operation.id)}`,
    paragraph(sentence(operation.summary)),
    deprecation(operation, model),
    paragraph(operation.description),
    drawingOf(operation, model),
    notFor(operation, model),
    "## Request",
    fence("http", `${operation.method} ${operation.path}`),
    table(["Property", "Value"], behaviourRows(operation, model)),
    ...samples(operation, model),
    ...parameters(operation),
    ...body(operation, bodies),
    ...answers(operation, bodies, model),
    ...schemas(operation, bodies),
    ...disagreements(operation, model),
    "[All operations](README.md)",
  ]);
  return { path: `docs/${operation.page}.md`, text: page };
}

const linkHere: SchemaLink = (name) => `#${anchor(name)}`;

function deprecation({ deprecated, successor, nearest }: Operation, model: PackageModel): string {
  if (!deprecated) return "";
  const lost = nearest === undefined ? "" : ` ${paragraph(nearest)}`;
  if (successor === undefined) return "> **Deprecated.** The vendor is going to remove it.";
  if ("operation" in successor) return `> **Deprecated.** Use ${linkTo(successor, model)} instead.${lost}`;
  return `> **Deprecated.** Its ${successorWord(nearest)} is ${code(successor.text)}, which this package does not have yet.${lost}`;
}

/** What the operation is not for, with links to what is. */
function notFor({ instead }: Operation, model: PackageModel): string {
  if (instead.length === 0) return "";
  const items = instead.map(({ purpose, use }) => `- To ${paragraph(purpose)}: ${linkTo(use, model)}.`);
  return blocks(["## When not to use it", items.join("\n")]).trimEnd();
}

/** A link to the page of an operation, or its request where the specification does not have it. */
function linkTo(target: Successor, model: PackageModel): string {
  if (!("operation" in target)) return code(target.text);
  const operation = model.operations.find(({ name }) => name === target.operation);
  return `[${escaped(operation?.id ?? "")}](${operation?.page ?? ""}.md)`;
}

function samples(operation: Operation, model: PackageModel): string[] {
  const [ts, curl] = [printSample(operation, model), printCurl(operation, model)];
  return ["## Samples", "With the client:", fence("ts", ts), "With curl:", fence("sh", curl)];
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

function body({ body: declared }: Operation, bodies: Bodies): string[] {
  if (declared === undefined) return [];
  const required = declared.required ? "" : " It may be left out.";
  const { type, fields } = shown(declared.schema, bodies);
  const head = `${code(declared.mediaType)}: ${type}.${required}`;
  return ["## Request body", paragraph(sentence(declared.description)), head, fields];
}

/** A body: its type and its fields. Where nothing else on the page refers to it, its name is no link but stands here. */
function shown(schema: Schema, { inPlace, find }: Bodies): { readonly type: string; readonly fields: string } {
  const { ref } = schema;
  const target = ref !== undefined && inPlace.has(ref) ? find(ref) : undefined;
  return {
    type: ref === undefined || target === undefined ? markdownType(schema, linkHere) : code(ref),
    fields: fieldTable(target ?? schema, linkHere),
  };
}

/** The named bodies of an operation whose fields are shown in place, instead of among the schemas of the page. */
interface Bodies {
  readonly inPlace: ReadonlySet<string>;
  readonly find: FindSchema;
}

function bodiesOf(operation: Operation, model: PackageModel): Bodies {
  const find = finderOf(model);
  const successes = operation.responses.filter(({ status }) => !isFailure(status));
  const bodies = [operation.body, ...successes].flatMap((each) => each?.schema ?? []);
  const targets = bodies.flatMap(({ ref }) => (ref === undefined ? [] : (find(ref) ?? [])));
  const elsewhere = new Set(reachable([...operation.arguments.map(({ schema }) => schema), ...targets], find));
  const names = bodies.flatMap(({ ref }) => ref ?? []).filter((name) => !elsewhere.has(name));
  return { inPlace: new Set(names.filter((name) => hasFields(find(name)))), find };
}

function hasFields(schema: Schema | undefined): boolean {
  return schema !== undefined && fieldTable(schema, linkHere) !== "";
}

function answers(operation: Operation, bodies: Bodies, model: PackageModel): string[] {
  const successes = operation.responses.filter(({ status }) => !isFailure(status));
  const failures = operation.responses.filter(({ status }) => isFailure(status));
  const rows = failures.map(({ status, description }) => [status, cell(description), errorExamples(operation, status)]);
  return [
    ...successes.flatMap((response) => answer(response, bodies)),
    ...exchanges(operation, model),
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

function answer({ status, description, mediaType, schema, headers }: Response, bodies: Bodies): string[] {
  const { type, fields } = schema === undefined ? { type: "", fields: "" } : shown(schema, bodies);
  const heads = headers.map(({ name, description: text }) => [cellCode(name), cell(text)]);
  return [
    `## Response ${escaped(status)}`,
    paragraph(sentence(description)),
    mediaType === undefined ? "Without a body." : `${code(mediaType)}${type === "" ? "" : `: ${type}`}.`,
    fields,
    table(["Header", "Description"], heads),
  ];
}

function exchanges(operation: Operation, model: PackageModel): string[] {
  return operation.examples.flatMap((example) => {
    const answered = example.responses.filter(({ status }) => !isFailure(status));
    if (!example.callable && answered.length === 0) return [];
    const wire = printWire(operation, example);
    return [
      `## ${escaped(example.name === "sample" ? "Example" : `Example: ${example.name.replaceAll("-", " ")}`)}`,
      paragraph(sentence(example.summary)),
      sourceOf(example, model),
      example.callable ? fence("http", wire.line) : "",
      example.callable && wire.body !== undefined ? bodyFence(operation, wire.body) : "",
      ...answered.flatMap(({ status, body: value }) => [
        `Response ${status}:`,
        fence(typeof value === "string" ? "text" : "json", inFull(value)),
      ]),
    ];
  });
}

/** Which documents show an example. */
function sourceOf({ from }: Exchange, { product }: PackageModel): string {
  const names = from.flatMap((source) => product.sources?.examples[source] ?? []);
  return names.length === 0 ? "" : `Source: ${names.join(", ")}.`;
}

/** A body as an example shows it; of bytes there is nothing to show. */
function bodyFence({ body: declared }: Operation, value: Json): string {
  if (declared?.encoding === "binary") return "";
  if (declared?.encoding === "text" && typeof value === "string") return fence("text", value);
  return fence("json", JSON.stringify(value, null, 2));
}

function inFull(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function schemas(operation: Operation, { inPlace, find }: Bodies): string[] {
  const roots = [
    ...operation.arguments.map(({ schema }) => schema),
    ...(operation.body === undefined ? [] : [operation.body.schema]),
    ...operation.responses.flatMap(({ schema }) => schema ?? []),
  ];
  const names = reachable(roots, find).filter((name) => !inPlace.has(name));
  if (names.length === 0) return [];
  const sections = names.map((name) => {
    const schema = find(name);
    return schema === undefined ? "" : section(name, schema);
  });
  return ["## Schemas", ...sections];
}

/** The section of a named schema. It is the same on every page that has it, and a schema may be on hundreds. */
function section(name: string, schema: Schema): string {
  const known = written.get(schema);
  if (known !== undefined) return known;
  const fields = fieldTable(schema, linkHere);
  const text = fields === "" ? describe(schema) : sentence(schema.description);
  const type = fields === "" ? `Type: ${markdownType(schema, linkHere)}.` : fields;
  const made = blocks([`### ${escaped(name)}`, paragraph(text), type]).trimEnd();
  written.set(schema, made);
  return made;
}

const written = new WeakMap<Schema, string>();

function disagreements(operation: Operation, model: PackageModel): string[] {
  const text = conflictTable(conflictsOf(operation, model), model);
  return text === "" ? [] : ["## Where the sources disagree", text, "[All of them](conflicts.md)."];
}
