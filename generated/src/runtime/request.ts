import type { Descriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import { writeTimes } from "./times.js";

/** What goes where in a request. */
export interface RequestParts {
  /** The path, values filled in and encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Lower-case names. */
  readonly header: Record<string, string>;
  /** The JSON text to send. */
  readonly body: string | undefined;
  /** Values of the body that must not show up anywhere else. */
  readonly secrets: readonly string[];
}

/** Percent-encodes everything but `A-Z a-z 0-9 - _ . ~`: what the signature expects as well. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A value as text, or an error that says why it has none. */
function scalar(name: string, value: unknown): string {
  if (typeof value === "string") {
    // Half a surrogate pair has no UTF-8 form.
    if (/\p{Surrogate}/u.test(value)) throw new ConfigurationError(`${name} is not well-formed text.`);
    return value;
  }
  if (typeof value === "boolean" || Number.isFinite(value) || typeof value === "bigint") return String(value);
  const what = value === null ? "null" : typeof value === "number" ? String(value) : `of type ${typeof value}`;
  throw new ConfigurationError(`${name} is ${what}: give text, a finite number or a boolean.`);
}

function pathValue(name: string, value: unknown): string {
  if (value === undefined) throw new ConfigurationError(`${name} is missing: the path needs it.`);
  const text = scalar(name, value);
  // A dot segment, also one that a server decodes, would lead to another path.
  if (/^(\.|%2e){0,2}$/i.test(text)) throw new ConfigurationError(`${name} is "${text}": a path cannot carry that.`);
  return encode(text);
}

/** The path template with its values. */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    pathValue(name, Object.hasOwn(values, name) ? values[name] : undefined),
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

function headerTexts(values: Readonly<Record<string, unknown>>): Record<string, string> {
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

function bodyText(body: unknown, secrets: string[]): string {
  return JSON.stringify(body, (name, value: unknown) => {
    // JSON would write these as null.
    if (typeof value === "number") scalar(name, value);
    if (typeof value === "string" && /password|secret|token/i.test(name)) secrets.push(value);
    return value;
  });
}

/** Takes the named values out of `values`. */
function take(values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const taken: Record<string, unknown> = {};
  for (const name of names) {
    if (Object.hasOwn(values, name) && values[name] !== undefined) taken[name] = values[name];
    Reflect.deleteProperty(values, name);
  }
  return taken;
}

function split({ path, query = [], header = [] }: Descriptor, values: Record<string, unknown>) {
  const inPath = path.match(/(?<=\{)[^{}]+/g) ?? [];
  return { path: take(values, inPath), query: take(values, query), header: take(values, header) };
}

function group(value: unknown): Record<string, unknown> {
  return { ...(value as object | undefined) };
}

function bodyOf(operation: Descriptor, rest: Record<string, unknown>): unknown {
  if (operation.body === "json") return operation.grouped ? (rest.body ?? {}) : rest;
  const { body, ...others } = rest;
  const wrong = Object.keys(operation.body ? others : rest).filter((name) => rest[name] !== undefined);
  if (wrong.length) throw new ConfigurationError(`${wrong.join(", ")}: no such argument.`);
  // The gateway refuses a POST without a body.
  return body ?? (operation.method.startsWith("P") ? {} : undefined);
}

/** The arguments of a call, checked and put where they belong, and the caller's further headers. */
export function toRequest(
  operation: Descriptor,
  request: object | undefined,
  headers: Readonly<Record<string, string>> | undefined,
  { timeZone }: { readonly timeZone: string | undefined },
): RequestParts {
  try {
    const rest: Record<string, unknown> = { ...request };
    if (!operation.grouped) writeTimes(operation.time, rest, timeZone);
    const { path, query, header } = operation.grouped
      ? { path: group(rest.path), query: group(rest.query), header: group(rest.header) }
      : split(operation, rest);
    if (operation.grouped) {
      take(rest, ["path", "query", "header"]);
      writeTimes(operation.time, query, timeZone);
    }
    const body = bodyOf(operation, rest);
    const secrets: string[] = [];
    return {
      path: fillPath(operation.path, path),
      query: queryText(query),
      header: headerTexts({ ...header, ...headers }),
      body: body === undefined ? undefined : bodyText(body, secrets),
      secrets,
    };
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw new ConfigurationError(`${operation.id}: ${cause.message}`);
    throw new ConfigurationError(`${operation.id}: the body cannot be written as JSON (${String(cause)}).`, { cause });
  }
}
