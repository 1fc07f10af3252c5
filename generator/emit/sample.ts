import { setOwn, type Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import type { Exchange, Model, Operation } from "../model/types.js";
import { defaultRegion, regionsOf } from "./data.js";

/**
 * The sample of an operation: a module that calls it with the values of its first whole example. The same text stands on
 * its page, in `x-codeSamples`, and in the test that compiles and runs it.
 */
export function printSample(operation: Operation, model: Model): string {
  const region = defaultRegion(model) ?? regionsOf(model)[0] ?? "region";
  return [
    'import { CodeArtsBuild } from "codearts-build";',
    'import { fromEnvironment } from "codearts-build/node";',
    "",
    `const client = new CodeArtsBuild({ region: ${JSON.stringify(region)}, credentials: fromEnvironment() });`,
    "",
    printCall(operation),
    "",
  ].join("\n");
}

/** The statements of the sample that call the operation and look at the answer. */
export function printCall(operation: Operation): string {
  const args = printArguments(operation);
  const call = `client.${operation.name}(${args})`;
  if (operation.answer.kind === "binary")
    return `const download = await ${call};\nconst bytes = await download.bytes();`;
  if (operation.itemType !== undefined) return `for await (const item of ${call}) {\n  console.log(item);\n}`;
  if (operation.answer.kind === "empty") return `await ${call};`;
  return `const response = await ${call};\nconsole.log(response);`;
}

function printArguments(operation: Operation): string {
  if (operation.requestType === undefined) return "";
  const example = operation.examples.find(({ callable }) => callable);
  const value = example === undefined ? {} : requestOf(operation, example);
  return Object.keys(value as object).length === 0 ? "" : literal(value, operation.name.length + 40);
}

/** The one object that the client's method takes, for an example. */
export function requestOf(operation: Operation, example: Exchange): Json {
  const request = {};
  const groups: Record<string, object> = {};
  for (const { name, in: place, value } of example.arguments) {
    if (!operation.grouped) setOwn(request, name, value);
    else if (place === "body" && operation.body?.kind === "value") setOwn(request, "body", value);
    else setOwn((groups[place] ??= {}), name, value);
  }
  return { ...groups, ...request };
}

/** The request as it goes out: its line, with the values of an example, and its body. */
export function printWire(operation: Operation, example: Exchange): { line: string; body?: Json } {
  const valueOf = (place: string): Array<[string, Json]> =>
    example.arguments.filter((argument) => argument.in === place).map(({ name, value }) => [name, value]);
  const path = valueOf("path").reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, encodeURIComponent(inPath(value))),
    operation.path,
  );
  const pairs = valueOf("query").flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as Json[]) : [value]).map((item) => `${name}=${encodeURIComponent(inPath(item))}`),
  );
  const line = `${operation.method} ${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
  if (operation.body === undefined) return { line };
  const fields = valueOf("body");
  if (operation.body.kind === "value") return fields[0] === undefined ? { line } : { line, body: fields[0][1] };
  return { line, body: Object.fromEntries(fields) };
}

function inPath(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
