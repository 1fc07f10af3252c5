import type { JsonSchema, SimulatorData, SimulatorOperation, SimulatorParameter } from "./data.js";
import { ServiceFailure, invalid, invalidJobId, windowTooLong, unreadableBody } from "./failure.js";
import { type Received, queryPairs, bodyTextOf } from "./received.js";
import { DAY, parseLocal } from "./times.js";
import { type Issue, isRecord, validate } from "./validate.js";

/** The arguments of a call, checked against the specification: path, query and body together. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Reads and checks the arguments of a call. Throws the error that the service answers. */
export function readArguments(
  operation: SimulatorOperation,
  path: Readonly<Record<string, string>>,
  received: Received,
  { schemas }: SimulatorData,
): Arguments {
  const found: Record<string, unknown> = {};
  // A plus sign is a space, as in forms; where a signature says otherwise, it has been written as %2B by now.
  const query = firstValues(queryPairs(received.query.replaceAll("+", "%20")));
  for (const parameter of operation.parameters ?? []) {
    const text = textFor(parameter, path, query, received);
    if (text === undefined) {
      if (parameter.required) throw failureFor(parameter.name, { at: parameter.name, message: "is missing" });
      continue;
    }
    const value = fromText(text, parameter.schema);
    const issue = validate(value, parameter.schema, schemas, parameter.name);
    if (issue) throw failureFor(parameter.name, issue);
    found[parameter.name] = value;
  }
  checkPages(operation, found);
  checkTimes(operation, found);
  return { ...readBody(operation, received, schemas), ...found };
}

/** A parameter that is given twice counts once. */
function firstValues(pairs: ReadonlyArray<readonly [string, string]>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of pairs) if (!found.has(name)) found.set(name, value);
  return found;
}

function textFor(
  { name, in: place }: SimulatorParameter,
  path: Readonly<Record<string, string>>,
  query: ReadonlyMap<string, string>,
  { headers }: Received,
): string | undefined {
  if (place === "path") return path[name];
  return place === "query" ? query.get(name) : headers[name.toLowerCase()];
}

/** The value that a text stands for by the type of its schema; the text itself where it does not fit. */
function fromText(text: string, { type }: JsonSchema): unknown {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

function readBody(
  { body: schema, bodyOptional }: SimulatorOperation,
  { body, headers, garbled }: Received,
  schemas: SimulatorData["schemas"],
): Arguments {
  if (!schema) return {};
  if (garbled) throw unreadableBody("The body is not in the coding that content-encoding names.");
  const text = bodyTextOf(body);
  if (text === "" && bodyOptional) return {};
  if (!text.trim()) throw unreadableBody("The request has no body: send a JSON object.");
  if (!/json/i.test(headers["content-type"] ?? "json"))
    throw unreadableBody("The body is not JSON: send content-type application/json.");
  if (depthOf(text) > DEEPEST) throw invalid(`the body is nested more than ${DEEPEST} levels deep`);
  const value = parse(text);
  if (!isRecord(value)) throw unreadableBody("The body is not a JSON object.");
  const given = withTexts(value);
  const issue = validate(given, schema, schemas);
  if (issue) throw failureFor(issue.at, issue);
  return given;
}

/** No real task comes near this depth. Deeper values would overflow the stack of the code that walks them. */
const DEEPEST = 100;

/** How deep the objects and lists of a JSON text are nested. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted && character === "\\") i++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "[" || character === "{")) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (character === "]" || character === "}")) depth--;
  }
  return deepest;
}

/** The fields of a repository that hold an integer as text. */
const INTEGER_TEXTS = ["depth", "repo_id"];

/**
 * A task's repositories, with the text of each integer that may be one: nothing says that the service refuses the
 * number.
 */
function withTexts(body: Arguments): Arguments {
  if (!Array.isArray(body.scms)) return body;
  const write = ([name, value]: [string, unknown]): [string, unknown] =>
    INTEGER_TEXTS.includes(name) && Number.isSafeInteger(value) ? [name, String(value)] : [name, value];
  const scms = body.scms.map((scm: unknown) =>
    isRecord(scm) ? Object.fromEntries(Object.entries(scm).map(write)) : scm,
  );
  return { ...body, scms };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadableBody("The body cannot be read as JSON.");
  }
}

function failureFor(name: string, { at, message }: Issue): ServiceFailure {
  if (name === "job_id" && message !== "is missing") return invalidJobId();
  if (name === "file_name") return new ServiceFailure("CB.00060203", "Invalid file name.");
  return invalid(`${at || "the body"} ${message}`);
}

/** The specification gives the largest page; that a page has at least one item goes without saying. */
function checkPages({ pagination }: SimulatorOperation, values: Arguments): void {
  if (!pagination) return;
  const { page, size, first } = pagination;
  for (const [name, least] of [
    [page, first],
    [size, 1],
  ] as const) {
    const value = values[name];
    if (value !== undefined && !(Number(value) >= least)) throw invalid(`${name} is less than ${least}`);
  }
}

function checkTimes({ time = [] }: SimulatorOperation, values: Arguments): void {
  for (const { start, end, maximumDays = Infinity } of time) {
    const [from, to] = [start, end].map((name) => {
      const milliseconds = parseLocal(String(values[name]));
      if (milliseconds === undefined) throw invalid(`${name} is not a time that the calendar has`);
      return milliseconds;
    });
    if (from === undefined || to === undefined) continue;
    if (from > to) throw invalid(`${start} is after ${end}`);
    if (to - from > maximumDays * DAY) throw windowTooLong(maximumDays);
  }
}
