import { isObject, objectOf, ownValue, textOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { mediaEntry } from "./body.js";
import { follow, type RawOperation } from "./operation.js";
import { successesOf } from "./resolve.js";
import type { Argument, Body, Exchange, Schema } from "./types.js";

interface NamedExample {
  readonly summary: string;
  readonly value: Json;
}

/**
 * Puts the examples of one name together: those of the parameters and of the body are one request, those of the
 * responses its answers. An operation without an example of a whole request gets one made of its schemas.
 */
export function readExchanges(
  document: JsonObject,
  operation: RawOperation,
  args: readonly Argument[],
  body: Body | undefined,
  resolve: (name: string) => Schema | undefined,
): Exchange[] {
  const read = (holder: Json | undefined): Map<string, NamedExample> => readExamples(document, holder);
  const parameters = operation.parameters.map(({ raw }) => ({ raw, examples: read(raw) }));
  const bodyExamples = read(mediaEntry(operation.body?.raw, body?.mediaType));
  const responses = operation.responses.map(({ status, raw }) => ({
    status,
    examples: read(mediaEntry(raw, undefined)),
  }));
  const holders = [
    bodyExamples,
    ...parameters.map(({ examples }) => examples),
    ...responses.map(({ examples }) => examples),
  ];
  // Summaries of errors speak of the error, not of the request.
  const telling = [bodyExamples, ...successesOf(responses).map(({ examples }) => examples)];
  const names = [...new Set(holders.flatMap((examples) => [...examples.keys()]))];
  const exchanges = names.map((name): Exchange => {
    const given = args.flatMap((argument) => {
      const value = argumentValue(argument, name, parameters, bodyExamples, body);
      return value === undefined ? [] : [{ name: argument.name, in: argument.in, value }];
    });
    const missing = args.some(
      ({ required, ...argument }) => required && !given.some((value) => sameArgument(value, argument)),
    );
    const answers = responses.flatMap(({ status, examples }) => {
      const example = examples.get(name);
      return example === undefined ? [] : [{ status, body: example.value }];
    });
    const summary = telling
      .map((examples) => examples.get(name)?.summary)
      .find((text) => text !== undefined && text !== "");
    return { name, summary: summary ?? "", arguments: given, callable: !missing, responses: answers };
  });
  if (exchanges.some(({ callable }) => callable)) return exchanges;
  return [...exchanges, madeUp(args, resolve)];
}

function sameArgument(a: { name: string; in: string }, b: { name: string; in: string }): boolean {
  return a.name === b.name && a.in === b.in;
}

function argumentValue(
  argument: Argument,
  name: string,
  parameters: ReadonlyArray<{ raw: JsonObject; examples: ReadonlyMap<string, NamedExample> }>,
  bodyExamples: ReadonlyMap<string, NamedExample>,
  body: Body | undefined,
): Json | undefined {
  if (argument.in !== "body") {
    const parameter = parameters.find(({ raw }) => raw.name === argument.name && raw.in === argument.in);
    return parameter?.examples.get(name)?.value;
  }
  const example = bodyExamples.get(name)?.value;
  if (body?.kind === "value") return example;
  return isObject(example) ? ownValue(example, argument.name) : undefined;
}

function readExamples(document: JsonObject, holder: Json | undefined): Map<string, NamedExample> {
  const { example, examples } = objectOf(holder);
  const found = new Map<string, NamedExample>();
  if (example !== undefined) found.set("example", { summary: "", value: example });
  for (const [name, entry] of Object.entries(objectOf(examples))) {
    const { raw } = follow(document, entry, childPointer("", name));
    if (raw.value !== undefined) found.set(name, { summary: textOf(raw.summary) ?? "", value: raw.value });
  }
  return found;
}

function madeUp(args: readonly Argument[], resolve: (name: string) => Schema | undefined): Exchange {
  const required = args.filter((argument) => argument.required);
  const given = required.map((argument) => ({
    name: argument.name,
    in: argument.in,
    value: sampleValue(argument.schema, resolve),
  }));
  return { name: "sample", summary: "", arguments: given, callable: true, responses: [] };
}

/** A value that the schema allows, as its author would give one: an example, the default, a listed value, a plain one. */
export function sampleValue(schema: Schema, resolve: (name: string) => Schema | undefined, depth = 0): Json {
  const said = schema.examples[0] ?? schema.default ?? schema.constant?.value ?? schema.values?.[0];
  if (said !== undefined) return said;
  if (schema.ref !== undefined) {
    const target = depth > 4 ? undefined : resolve(schema.ref);
    return target === undefined ? {} : sampleValue(target, resolve, depth + 1);
  }
  const variant = schema.oneOf[0] ?? schema.anyOf[0];
  if (variant !== undefined) return sampleValue(variant, resolve, depth + 1);
  switch (schema.types[0]) {
    case "integer":
    case "number":
      return schema.limits.minimum ?? 1;
    case "boolean":
      return true;
    case "null":
      return null;
    case "array":
      return schema.items === undefined || depth > 4 ? [] : [sampleValue(schema.items, resolve, depth + 1)];
    case "string":
      return sampleText(schema);
    default:
      return sampleObject(schema, resolve, depth);
  }
}

const formedTexts: JsonObject = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  uuid: "8f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f",
  uri: "https://example.com/",
  email: "someone@example.com",
  // "text" in Base64.
  byte: "dGV4dA==",
};

function sampleText(schema: Schema): string {
  if (schema.known?.[0] !== undefined) return schema.known[0].value;
  const formed = ownValue(formedTexts, schema.format ?? "");
  if (typeof formed === "string") return formed;
  return "text".padEnd(schema.limits.minLength ?? 0, "x").slice(0, schema.limits.maxLength);
}

function sampleObject(schema: Schema, resolve: (name: string) => Schema | undefined, depth: number): Json {
  const parts = [schema, ...schema.allOf].map((part) => (part.ref === undefined ? part : (resolve(part.ref) ?? part)));
  const required = parts.flatMap((part) => part.properties.filter((property) => property.required));
  if (depth > 4) return {};
  return Object.fromEntries(required.map(({ name, schema: field }) => [name, sampleValue(field, resolve, depth + 1)]));
}
