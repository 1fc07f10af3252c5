import { isObject, listOf, objectOf, ownValue, textOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { successesOf } from "../lib/successes.js";
import { mediaEntry } from "./body.js";
import { follow } from "../lib/reference.js";
import type { RawOperation } from "./operation.js";
import { fits } from "./fits.js";
import { sampleValue } from "./sampleValue.js";
import type { Argument, Body, Exchange, Schema } from "./types.js";

interface NamedExample {
  readonly summary: string;
  readonly from: readonly string[];
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
    // An example of another type than its schema is not what one could send.
    const wrong = given.some((value) => {
      const argument = args.find((each) => sameArgument(each, value));
      return argument !== undefined && !fits(value.value, argument.schema, resolve);
    });
    const answers = responses.flatMap(({ status, examples }) => {
      const example = examples.get(name);
      return example === undefined ? [] : [{ status, body: example.value }];
    });
    const summary = telling
      .map((examples) => examples.get(name)?.summary)
      .find((text) => text !== undefined && text !== "");
    const from = [...new Set(holders.flatMap((examples) => examples.get(name)?.from ?? []))];
    return { name, summary: summary ?? "", from, arguments: given, callable: !missing && !wrong, responses: answers };
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
  if (example !== undefined) found.set("example", { summary: "", from: [], value: example });
  for (const [name, entry] of Object.entries(objectOf(examples))) {
    const { raw } = follow(document, entry, childPointer("", name));
    if (raw.value === undefined) continue;
    const from = listOf(raw["x-from"]).flatMap((source) => textOf(source) ?? []);
    found.set(name, { summary: textOf(raw.summary) ?? "", from, value: raw.value });
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
  return { name: "sample", summary: "", from: [], arguments: given, callable: true, responses: [] };
}
