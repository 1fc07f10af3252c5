import { isObject, listOf, objectOf, textOf, wordsOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { readConflicts, readSchema, type SchemaContext } from "./schema.js";
import type { Answer, Argument, ArgumentPlace, Body, Method, Response, Schema } from "./types.js";

/** An operation as it stands in the document, references to parameters and the like followed. */
export interface RawOperation {
  readonly raw: JsonObject;
  readonly pointer: string;
  readonly path: string;
  readonly method: Method;
  /** Those of the path item included. */
  readonly parameters: readonly Referred[];
  readonly body?: Referred;
  readonly responses: ReadonlyArray<Referred & { readonly status: string }>;
  readonly servers: readonly Json[];
}

/** An object of the document, and where it stands once references to it are followed. */
export interface Referred {
  readonly raw: JsonObject;
  readonly pointer: string;
}

const verbs = ["get", "put", "post", "delete", "options", "head", "patch"] as const;

/** All operations, in the order of the document. */
export function rawOperations(document: JsonObject, findings: Finding[]): RawOperation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, itemOrReference]) => {
    const item = follow(document, itemOrReference, childPointer("/paths", path));
    if (isObject(item.raw.trace)) {
      const pointer = childPointer(item.pointer, "trace");
      findings.push({ pointer, message: "fetch cannot send TRACE", fix: "leave the operation out" });
    }
    return verbs.flatMap((verb) => {
      const raw = item.raw[verb];
      return isObject(raw) ? [rawOperation(document, item, path, verb, raw)] : [];
    });
  });
}

function rawOperation(
  document: JsonObject,
  item: Referred,
  path: string,
  verb: (typeof verbs)[number],
  raw: JsonObject,
): RawOperation {
  const pointer = childPointer(item.pointer, verb);
  const own = followAll(document, raw.parameters, childPointer(pointer, "parameters"));
  const shared = followAll(document, item.raw.parameters, childPointer(item.pointer, "parameters"));
  const inherited = shared.filter((each) => !own.some((other) => sameParameter(each.raw, other.raw)));
  const responses = Object.entries(objectOf(raw.responses)).map(([status, response]) => ({
    status,
    ...follow(document, response, childPointer(pointer, "responses", status)),
  }));
  const body = raw.requestBody;
  return {
    raw,
    pointer,
    path,
    method: verb.toUpperCase() as Method,
    parameters: [...inherited, ...own],
    ...(body === undefined ? {} : { body: follow(document, body, childPointer(pointer, "requestBody")) }),
    responses,
    servers: listOf(raw.servers ?? item.raw.servers ?? document.servers),
  };
}

function sameParameter(a: JsonObject, b: JsonObject): boolean {
  return a.in === b.in && a.name === b.name;
}

/** What an object is, or what it refers to. */
export function follow(document: JsonObject, value: Json | undefined, pointer: string): Referred {
  const reference = isObject(value) ? textOf(value.$ref) : undefined;
  if (reference === undefined) return { raw: objectOf(value), pointer };
  const target = pointerOfReference(reference);
  return follow(document, valueAt(document, parsePointer(target)), target);
}

function followAll(document: JsonObject, list: Json | undefined, pointer: string): Referred[] {
  return listOf(list).map((value, index) => follow(document, value, childPointer(pointer, index)));
}

/** Reads the parameters as arguments, in the order path, query, header. */
export function readParameters(context: SchemaContext, operation: RawOperation): Argument[] {
  const read = operation.parameters.flatMap(({ raw, pointer }) => readParameter(context, raw, pointer));
  const inPath = new Set([...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? ""));
  for (const name of inPath) {
    if (read.some((argument) => argument.in === "path" && argument.name === name)) continue;
    const message = `the path has {${name}}, but no path parameter has that name`;
    context.findings.push({
      pointer: operation.pointer,
      message,
      fix: `add the parameter \`${name}\` with \`in: path\``,
    });
  }
  for (const argument of read) {
    if (argument.in !== "path" || inPath.has(argument.name)) continue;
    const message = `the path parameter ${argument.name} does not occur in the path`;
    context.findings.push({ pointer: operation.pointer, message, fix: `put {${argument.name}} into the path` });
  }
  const order: readonly ArgumentPlace[] = ["path", "query", "header"];
  return order.flatMap((place) => read.filter((argument) => argument.in === place));
}

function readParameter(context: SchemaContext, raw: JsonObject, pointer: string): Argument[] {
  const name = textOf(raw.name) ?? "";
  const place = textOf(raw.in);
  if (place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase())) return [];
  if (place !== "path" && place !== "query" && place !== "header") {
    const message = `a parameter in ${place ?? "no place"} cannot be sent`;
    context.findings.push({ pointer, message, fix: "use `in: path`, `query` or `header`" });
    return [];
  }
  const schema = readSchema(context, raw.schema, childPointer(pointer, "schema"));
  checkStyle(context, raw, place, schema, pointer);
  return [
    {
      name,
      in: place,
      required: raw.required === true || place === "path",
      deprecated: raw.deprecated === true,
      description: textOf(raw.description) ?? schema.description,
      schema,
      conflicts: readConflicts(raw["x-conflicts"]),
    },
  ];
}

/** The runtime writes parameters in one way; a parameter that asks for another would be sent wrongly. */
function checkStyle(context: SchemaContext, raw: JsonObject, place: string, schema: Schema, pointer: string): void {
  const report = (keyword: string, message: string, fix: string): void => {
    context.findings.push({ pointer: childPointer(pointer, keyword), message, fix });
  };
  if (raw.content !== undefined)
    report("content", "a parameter with `content` cannot be sent", "describe it by `schema`");
  const usual = place === "query" ? "form" : "simple";
  const composed = schema.types.includes("array") || schema.types.includes("object");
  if (raw.style !== undefined && raw.style !== usual && composed) {
    report("style", `style ${wordsOf(raw.style)} cannot be sent`, `use ${usual}`);
  }
  if (place === "query" && raw.explode === false && composed) {
    report("explode", "a list joined by commas cannot be sent", "leave `explode` out: each item is sent as a pair");
  }
}

/** Reads the request body: its fields as arguments where it is a plain object, else the one argument `body`. */
export function readBody(context: SchemaContext, operation: RawOperation): { body?: Body; arguments: Argument[] } {
  if (operation.body === undefined) return { arguments: [] };
  const { raw, pointer } = operation.body;
  const [mediaType, media] = jsonMedia(raw.content) ?? Object.entries(objectOf(raw.content))[0] ?? ["", {}];
  if (!isJsonType(mediaType)) {
    const message = mediaType === "" ? "the request body has no `content`" : `a body of ${mediaType} cannot be sent`;
    context.findings.push({
      pointer: childPointer(pointer, "content"),
      message,
      fix: "describe it as application/json",
    });
    return { arguments: [] };
  }
  const at = childPointer(pointer, "content", mediaType, "schema");
  const schema = readSchema(context, objectOf(media).schema, at);
  const description = textOf(raw.description) ?? schema.description;
  const required = raw.required === true;
  const fields = bodyFields(context, schema);
  const common = { mediaType, required, description, schema };
  // A body that may be left out, but not its fields, cannot be told from its fields alone.
  if (fields === undefined || (!required && fields.some((field) => field.required))) {
    const argument = {
      name: "body",
      in: "body" as const,
      required,
      deprecated: false,
      description,
      schema,
      conflicts: [],
    };
    return { body: { kind: "value", ...common }, arguments: [argument] };
  }
  return { body: { kind: "json", ...common }, arguments: fields };
}

/** The fields of a body that is a plain object, or an `allOf` of such; undefined for any other body. */
function bodyFields(context: SchemaContext, schema: Schema): Argument[] | undefined {
  const seen = new Set<string>();
  const collect = (part: Schema): Schema[] | undefined => {
    if (part.ref !== undefined) {
      if (seen.has(part.ref)) return undefined;
      seen.add(part.ref);
      const target = namedSchema(context, part.ref);
      return target === undefined ? undefined : collect(target);
    }
    const plain = part.types.every((type) => type === "object") && part.anyOf.length + part.oneOf.length === 0;
    if (!plain || part.others !== undefined || part.values !== undefined || part.constant !== undefined)
      return undefined;
    if (part.types.length + part.allOf.length + part.required.length === 0) return undefined;
    const members = part.allOf.map(collect);
    return members.includes(undefined) ? undefined : [part, ...members.flatMap((member) => member ?? [])];
  };
  const parts = collect(schema);
  if (parts === undefined) return undefined;
  const required = new Set(parts.flatMap((part) => part.required));
  const byName = new Map(parts.flatMap((part) => part.properties.map((property) => [property.name, property.schema])));
  return [...byName].flatMap(([name, field]) =>
    field.readOnly === true ? [] : [bodyField(name, required.has(name), field)],
  );
}

function bodyField(name: string, required: boolean, schema: Schema): Argument {
  return {
    name,
    in: "body",
    required,
    deprecated: schema.deprecated === true,
    description: schema.description,
    schema,
    conflicts: schema.conflicts,
  };
}

function namedSchema(context: SchemaContext, name: string): Schema | undefined {
  for (const [pointer, typeName] of context.typeNames) {
    if (typeName === name) return readSchema(context, valueAt(context.document, parsePointer(pointer)), pointer);
  }
  return undefined;
}

/** Reads the responses, in the order of the document. */
export function readResponses(context: SchemaContext, operation: RawOperation): Response[] {
  return operation.responses.map(({ status, raw, pointer }) => {
    const media = jsonMedia(raw.content) ?? Object.entries(objectOf(raw.content))[0];
    const at = childPointer(pointer, "content", media?.[0] ?? "", "schema");
    const headers = Object.entries(objectOf(raw.headers)).map(([name, header]) => ({
      name,
      description: textOf(follow(context.document, header, "").raw.description) ?? "",
    }));
    const description = textOf(raw.description) ?? "";
    if (media === undefined) return { status, description, headers };
    const schema = objectOf(media[1]).schema;
    if (!isJsonType(media[0]) || schema === undefined) return { status, description, headers, mediaType: media[0] };
    return { status, description, headers, mediaType: media[0], schema: readSchema(context, schema, at) };
  });
}

/** What a success carries: JSON where any success is JSON, else bytes, else nothing. */
export function answerOf(responses: readonly Response[]): Answer {
  const successes = responses.filter(
    ({ status }) => status.startsWith("2") || (status === "default" && responses.length === 1),
  );
  const schemas = successes.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  const json = successes.some(({ mediaType }) => mediaType !== undefined && isJsonType(mediaType));
  if (json) return { kind: "json", schemas, mayBeEmpty: successes.some(({ mediaType }) => mediaType === undefined) };
  const bytes = successes.find(({ mediaType }) => mediaType !== undefined);
  return bytes?.mediaType === undefined ? { kind: "empty" } : { kind: "binary", mediaType: bytes.mediaType };
}

/** True for `application/json` and its relatives. */
export function isJsonType(mediaType: string): boolean {
  return /^(application|text)\/(json|[^;]+\+json)\b/i.test(mediaType);
}

function jsonMedia(content: Json | undefined): [string, Json] | undefined {
  return Object.entries(objectOf(content)).find(([mediaType]) => isJsonType(mediaType));
}

/** The security schemes that the operation itself, or else the document, asks for. */
export function readCredentials(document: JsonObject, operation: RawOperation): string[] {
  const security = listOf(operation.raw.security ?? document.security);
  return [...new Set(security.flatMap((entry) => Object.keys(objectOf(entry))))];
}
