import {
  isArray,
  isObject,
  listOf,
  objectOf,
  textOf,
  wordsOf,
  type Json,
  type JsonObject,
} from "../../generator/core/lib/json.js";
import { pointerOfReference } from "../../generator/core/lib/pointer.js";
import type { Contract, Operation, Request } from "./contract.js";

/** What is wrong with the named examples of an operation's parameters and bodies. */
export function exampleFaults(contract: Contract, operation: Operation): string[] {
  const parameters = contract
    .parametersOf(operation)
    .flatMap(({ name: parameter, pointer, examples }) =>
      Object.entries(examples).flatMap(([name, example]) =>
        contract.faultsAt(pointer, valueOf(example), `${parameter} (${name})`),
      ),
    );
  const bodies = ["request", ...contract.statusesOf(operation)].flatMap((of) =>
    contract
      .bodiesOf(operation, of)
      .flatMap(({ pointer, examples, schema }) =>
        Object.entries(examples).flatMap(([name, example]) => [
          ...contract.faultsAt(pointer, valueOf(example), `${of} (${name})`),
          ...wideIntegers(contract, schema, valueOf(example), `${of} (${name})`),
        ]),
      ),
  );
  return [...parameters, ...bodies];
}

/** The requests that the named examples of parameters and body make together, by name. */
export function requestsOf(contract: Contract, operation: Operation): Map<string, Request> {
  const parameters = contract.parametersOf(operation);
  const bodies = contract.bodiesOf(operation, "request");
  const names = new Set([...parameters, ...bodies].flatMap(({ examples }) => Object.keys(examples)));
  return new Map(
    [...names].map((name) => {
      const given = parameters.filter(({ examples }) => Object.hasOwn(examples, name));
      const body = bodies.find(({ examples }) => Object.hasOwn(examples, name));
      const values = Object.fromEntries(given.map((parameter) => [parameter.name, valueOf(parameter.examples[name])]));
      return [name, body ? { parameters: values, body: valueOf(body.examples[name]) } : { parameters: values }];
    }),
  );
}

/**
 * What is wrong with the requests that the examples make: each has to be complete, and its URL has to lead back to the
 * operation and the same values. Where a document has the operation, one of them is the document's.
 */
export function requestExampleFaults(contract: Contract, operation: Operation): string[] {
  if (documentedRequests(contract, operation).size === 0) return ["no example of a document makes a request"];
  return [...wholeRequests(contract, operation)].flatMap(([name, request]) => {
    const faults = contract.requestFaults(operation, request).map((fault) => `${name}: ${fault}`);
    return [...faults, ...urlFaults(contract, operation, name, request)];
  });
}

/** The requests that the examples of a document make, whole; of an operation that takes nothing, the one there is. */
export function documentedRequests(contract: Contract, operation: Operation): Map<string, Request> {
  const fromDocument = documentedNames(contract, operation);
  const whole = wholeRequests(contract, operation);
  return takesNothing(contract, operation) ? whole : new Map([...whole].filter(([name]) => fromDocument.has(name)));
}

/** True for an operation without parameters and without a body: there is one request, and no example is needed. */
export function takesNothing(contract: Contract, operation: Operation): boolean {
  return contract.parametersOf(operation).length === 0 && operation.spec.requestBody === undefined;
}

function wholeRequests(contract: Contract, operation: Operation): Map<string, Request> {
  if (takesNothing(contract, operation)) return new Map([["nothing", { parameters: {} }]]);
  // An empty body is not documented: the client sends it.
  const whole = (request: Request): Request =>
    emptyBody(contract, operation) && request.body === undefined ? { ...request, body: {} } : request;
  return new Map([...requestsOf(contract, operation)].map(([name, request]) => [name, whole(request)]));
}

/** The examples that a document shows, at least in part. */
function documentedNames(contract: Contract, operation: Operation): Set<string> {
  const holders = [
    ...contract.parametersOf(operation),
    ...["request", ...contract.statusesOf(operation)].flatMap((of) => contract.bodiesOf(operation, of)),
  ];
  const entries = holders.flatMap(({ examples }) => Object.entries(examples));
  const shown = entries.filter(([, example]) => exampleSources(example).some((source) => DOCUMENT.test(source)));
  return new Set(shown.map(([name]) => name));
}

const DOCUMENT = /^(page|pdf|walkthrough)(-\d+)?$/;

/** The sources that an example names in `x-from`. */
export function exampleSources(example: Json | undefined): string[] {
  return listOf(objectOf(example)["x-from"]).map(wordsOf);
}

function emptyBody(contract: Contract, operation: Operation): boolean {
  const [body] = contract.bodiesOf(operation, "request");
  const reference = textOf(objectOf(body?.schema).$ref);
  return reference !== undefined && objectOf(contract.at(pointerOfReference(reference))).maxProperties === 0;
}

/** The URL of a request, written and read again by the platform. */
function urlFaults(contract: Contract, operation: Operation, name: string, { parameters }: Request): string[] {
  const inPath = contract.parametersOf(operation).filter((parameter) => parameter.in === "path");
  const inQuery = contract.parametersOf(operation).filter((parameter) => parameter.in === "query");
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, key: string) => encodeURIComponent(textFor(parameters[key])));
  const url = new URL(path, "https://service.example");
  for (const { name: key } of inQuery)
    if (parameters[key] !== undefined) url.searchParams.set(key, textFor(parameters[key]));
  const pattern = new RegExp(`^${operation.path.replace(/\{([^}]+)\}/g, "(?<$1>[^/]+)")}$`);
  const found = pattern.exec(url.pathname);
  if (!found) return [`${name}: ${url.pathname} does not match ${operation.path}`];
  const read = { ...found.groups, ...Object.fromEntries(url.searchParams) } as Record<string, string>;
  return [...inPath, ...inQuery]
    .filter(({ name: key }) => parameters[key] !== undefined)
    .filter(({ name: key }) => decodeURIComponent(read[key] ?? "") !== textFor(parameters[key]))
    .map(({ name: key }) => `${name}: ${key} is lost on the way through ${url.href}`);
}

/** Whole numbers that do not fit into 32 bits have to be declared as wide; epoch milliseconds are. */
function wideIntegers(contract: Contract, schema: Json | undefined, value: Json, where: string): string[] {
  const layers = layersOf(contract, schema);
  if (isArray(value)) {
    const items = layers.map(({ items: one }) => one).find((one) => one !== undefined);
    return value.flatMap((item, index) => wideIntegers(contract, items, item, `${where}/${index}`));
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) => {
      const below = layers.map((layer) => objectOf(layer.properties)[key] ?? layer.additionalProperties);
      return wideIntegers(
        contract,
        below.find((one) => one !== undefined),
        inner,
        `${where}/${key}`,
      );
    });
  }
  const wide = typeof value === "number" && Number.isInteger(value) && Math.abs(value) > 2 ** 31 - 1;
  return wide && !layers.some(({ format }) => format === "int64" || format === "double") ? [`${where}: not int64`] : [];
}

function layersOf(contract: Contract, schema: Json | undefined): JsonObject[] {
  if (!isObject(schema)) return [];
  const reference = textOf(schema.$ref);
  const branches = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => (isArray(list) ? list : []));
  const inner = [...(reference === undefined ? [] : [contract.at(pointerOfReference(reference))]), ...branches];
  return [schema, ...inner.flatMap((one) => layersOf(contract, one))];
}

function valueOf(example: Json | undefined): Json {
  const value = objectOf(example).value;
  if (value === undefined) throw new Error("an example has no value");
  return value;
}

function textFor(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
