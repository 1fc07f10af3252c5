import type { Descriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import { writeTimes } from "./times.js";

/** The parts of a request. */
export interface RequestParts {
  /** The path, values filled in and encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Lower-case names. */
  readonly header: Record<string, string>;
  /** What is sent: mostly JSON. */
  readonly body: string | Blob | undefined;
  /** Values of the body that must not show up anywhere else. */
  readonly secrets: readonly string[];
}

/** The arguments of a call, by their place in the request. */
export interface Values {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Writes the arguments of an operation with `wire`. Passwords and the like in the body are added to `secrets`. */
export type WireWriter = (operation: Descriptor, values: Values, secrets: string[]) => Omit<RequestParts, "secrets">;

/** What the specification says about requests. */
export interface RequestData {
  readonly write?: WireWriter;
  /** A POST without a body goes out without one. Absent: it gets `{}`, since the service may refuse that. */
  readonly bodiless?: true;
}

/** Percent-encodes everything but `A-Z a-z 0-9 - _ . ~`: what the signature expects as well. */
export function encode(text: string): string {
  // Nearly all texts are ids and numbers.
  if (!/[^\w.~-]/.test(text)) return text;
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A value as text. Throws where it cannot be written as text. */
export function scalar(name: string, value: unknown): string {
  if (typeof value === "string") {
    // Half a surrogate pair has no UTF-8 form.
    if (/\p{Surrogate}/u.test(value)) throw new ConfigurationError(`${name} is not well-formed text.`);
    return value;
  }
  if (typeof value === "boolean" || Number.isFinite(value) || typeof value === "bigint") return String(value);
  const what = value === null ? "null" : typeof value === "number" ? String(value) : `of type ${typeof value}`;
  throw new ConfigurationError(`${name} is ${what}: give text, a finite number or a boolean.`);
}

/** Refuses `.` and `..` as a path segment, also in the form that a server decodes: they would lead to another path. */
export function checkSegment(name: string, text: string): void {
  if (/^(\.|%2e){0,2}$/i.test(text)) throw new ConfigurationError(`${name} is "${text}": a path cannot carry that.`);
}

/** Refuses a path value that is missing. */
export function checkGiven(name: string, value: unknown): void {
  if (value === undefined) throw new ConfigurationError(`${name} is missing: the path needs it.`);
}

function pathValue(name: string, value: unknown): string {
  checkGiven(name, value);
  const text = scalar(name, value);
  checkSegment(name, text);
  return encode(text);
}

/** The path template with its values. */
export function fillPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  write: (name: string, value: unknown) => string = pathValue,
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    write(name, Object.hasOwn(values, name) ? values[name] : undefined),
  );
}

/** The query: `undefined` is left out, an array repeats its name. */
export function queryText(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => [name, one] as const),
    )
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encode(name)}=${encode(scalar(name, value))}`)
    .join("&");
}

/** Header values as they are sent, by lower-case names. */
export function headerTexts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const text = scalar(name, value);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(text) || !/^[\w-]+$/.test(name)) {
      throw new ConfigurationError(`${name} has characters that a header cannot carry.`);
    }
    texts[name.toLowerCase()] = text;
  }
  return texts;
}

/** Headers that `fetch` writes itself, or refuses. */
const FETCH_HEADERS =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;

/** The headers that a caller adds, by lower-case names. */
export function furtherHeaders(headers: unknown): Record<string, string> {
  if (headers === undefined) return {};
  // A `Headers` object has no fields of its own: its content would be left out without an error.
  if (typeof headers !== "object" || headers === null || Symbol.iterator in headers) {
    throw new ConfigurationError("headers is no plain object: give one with names and texts.");
  }
  const texts = headerTexts(headers as Readonly<Record<string, unknown>>);
  const wrong = Object.keys(texts).find((name) => FETCH_HEADERS.test(name));
  if (wrong === undefined) return texts;
  throw new ConfigurationError(`The header ${wrong} cannot be given: what sends the request writes it.`);
}

/** A body as JSON. */
export function bodyText(body: unknown, secrets: string[]): string {
  return JSON.stringify(body, (name, value: unknown) => {
    // JSON would write these as null.
    if (typeof value === "number") scalar(name, value);
    if (typeof value === "string" && /password|secret|token/i.test(name)) secrets.push(value);
    return value;
  });
}

/** Takes the named values out of `values`. */
function take(values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const taken = names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]] as const);
  for (const name of names) Reflect.deleteProperty(values, name);
  return Object.fromEntries(taken.filter(([, value]) => value !== undefined));
}

/** Takes out of the arguments all that is not the body, by place. */
function split({ path, query = [], header = [], wire, grouped }: Descriptor, values: Record<string, unknown>) {
  const takeAll = (place: string, names: readonly string[]): Record<string, unknown> =>
    grouped ? { ...(take(values, [place])[place] as object | undefined) } : take(values, names);
  return {
    path: takeAll("path", path.match(/(?<=\{)[^{}]+/g) ?? []),
    query: takeAll("query", query),
    header: takeAll("header", header),
    cookie: takeAll("cookie", Object.keys(wire?.cookie ?? {})),
  };
}

function bodyOf(operation: Descriptor, rest: Record<string, unknown>, bodiless: boolean | undefined): unknown {
  if (operation.body === "json") return operation.grouped ? (rest.body ?? {}) : rest;
  const { body, ...others } = rest;
  const wrong = Object.keys(operation.body ? others : rest).filter((name) => rest[name] !== undefined);
  if (wrong.length) throw new ConfigurationError(`${wrong.join(", ")}: no such argument.`);
  // The service may refuse a POST without a body; `{}` is safe.
  const absent = !bodiless && operation.method.startsWith("P") ? {} : undefined;
  // Null is a body, too: JSON has a word for it.
  return body === undefined ? absent : body;
}

function writePlain({ path: template }: Descriptor, { path, query, header, body }: Values, secrets: string[]) {
  return {
    path: fillPath(template, path),
    query: queryText(query),
    header: headerTexts(header),
    body: body === undefined ? undefined : bodyText(body, secrets),
  };
}

/** The arguments of a call, checked and put where they belong, and the caller's further headers. */
export function toRequest(
  operation: Descriptor,
  request: object | undefined,
  headers: unknown,
  { timeZone, data }: { readonly timeZone: string | undefined; readonly data?: RequestData },
): RequestParts {
  try {
    const rest: Record<string, unknown> = { ...request };
    if (!operation.grouped) writeTimes(operation.time, rest, timeZone);
    const given = split(operation, rest);
    if (operation.grouped) writeTimes(operation.time, given.query, timeZone);
    const body = bodyOf(operation, rest, data?.bodiless);
    const secrets: string[] = [];
    const write = operation.wire && data?.write ? data.write : writePlain;
    const header = { ...operation.headers, ...given.header };
    const written = write(operation, { ...given, header, body }, secrets);
    return { ...written, header: { ...written.header, ...furtherHeaders(headers) }, secrets };
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw new ConfigurationError(`${operation.id}: ${cause.message}`);
    throw new ConfigurationError(`${operation.id}: the body cannot be written as JSON (${String(cause)}).`, { cause });
  }
}
