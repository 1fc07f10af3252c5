import { isArray, isObject, setOwn, type Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { successesOf } from "../lib/successes.js";
import { identifier, sentPath } from "../lib/text.js";
import { conjuncts, finderOf, partsOf, type FindSchema } from "../model/resolve.js";
import type { Exchange, Model, Operation, Response, Schema } from "../model/types.js";
import type { PackageModel, Product } from "../product.js";
import { defaultRegion, regionsOf, serverAddress } from "./data.js";

/**
 * The sample of an operation: a module that calls it with the values of its first whole example. The same text stands on
 * its page, in `x-codeSamples`, and in the test that compiles and runs it.
 */
export function printSample(operation: Operation, model: PackageModel): string {
  const { client } = model.product;
  return [
    ...importLines(operation, model.product),
    "",
    `const client = new ${client}(${clientOptions(operation, model)});`,
    "",
    ...(operation.deprecated ? [`// ${deprecationNote(operation)}`] : []),
    printCall(operation, model),
    "",
  ].join("\n");
}

/** The imports of a sample: the client, what makes the credentials, and what saves a file. */
function importLines(operation: Operation, product: Product): string[] {
  const { name, client } = product;
  const used = product.credentials;
  const names = (entry: string): readonly string[] => (used?.entry === entry ? used.names : []);
  const own = [client, ...names("")].sort();
  const ofNode = [...names("node"), ...(operation.answer.kind === "binary" ? ["saveTo"] : [])].sort();
  return [
    `import { ${own.join(", ")} } from "${name}";`,
    ...(ofNode.length === 0 ? [] : [`import { ${ofNode.join(", ")} } from "${name}/node";`]),
  ];
}

/** The options of the client in a sample: where the service is, and who calls. */
function clientOptions({ server }: Operation, model: PackageModel): string {
  const region = defaultRegion(model) ?? regionsOf(model)[0];
  const address = serverAddress(model.servers.find(({ name }) => name === server));
  const place =
    region === undefined
      ? address === ""
        ? 'baseUrl: "https://api.example.com"'
        : ""
      : `region: ${JSON.stringify(region)}`;
  const { credentials } = model.product;
  const options = [place, credentials === undefined ? "" : `credentials: ${credentials.expression}`];
  const given = options.filter((option) => option !== "");
  return given.length === 0 ? "{}" : `{ ${given.join(", ")} }`;
}

/** What a successor is called in texts: where it does not do the same, it is only the nearest one. */
export function successorWord(nearest: string | undefined): string {
  return nearest === undefined ? "successor" : "nearest successor";
}

/** The note on a deprecated operation, in one line of plain text. */
export function deprecationNote({ successor, nearest }: Operation): string {
  if (successor === undefined) return "Deprecated: the vendor is going to remove it.";
  if ("operation" in successor) return `Deprecated: use client.${successor.operation} instead.`;
  return `Deprecated: its ${successorWord(nearest)} is ${successor.text.replace(/\s+/g, " ")}, which this package does not have yet.`;
}

/** The statements of the sample that call the operation and look at what it answers. */
export function printCall(operation: Operation, model: PackageModel): string {
  const call = `client.${operation.name}(${printArguments(operation, model)})`;
  if (operation.answer.kind === "binary")
    return `const download = await ${call};\nawait saveTo(download, ${JSON.stringify(fileNameOf(operation))});`;
  if (operation.itemType !== undefined) return printLoop(call, operation.itemType, model);
  if (operation.answer.kind === "empty") return `await ${call};`;
  const [header] = successOf(operation)?.headers ?? [];
  if (header !== undefined)
    return `const { response } = await ${call}.withResponse();\nconsole.log(response.headers.get(${JSON.stringify(header.name)}));`;
  return printAnswer(call, operation, model);
}

/** Prints the fields that the answer always has. For a change without such fields, only the call is printed. */
function printAnswer(call: string, { answer, method, responseType }: Operation, model: PackageModel): string {
  const [only, ...more] = answer.kind === "json" ? answer.schemas : [];
  const parts = only === undefined || more.length > 0 ? [] : conjuncts(only, finderOf(model));
  const fields = parts.flatMap(({ properties }) => properties).filter(({ required }) => required);
  const names = [...new Set(fields.map(({ name }) => name))];
  const plain = names.every((name) => isFree(name, model)) && names.length <= 3;
  if (names.length > 0 && plain)
    return `const { ${names.join(", ")} } = await ${call};\nconsole.log(${names.join(", ")});`;
  if (method !== "GET" && names.length === 0 && responseType !== undefined) return `await ${call};`;
  return `const response = await ${call};\nconsole.log(response);`;
}

/** Iterates over all pages, and prints what the items are called. */
function printLoop(call: string, itemType: string, model: PackageModel): string {
  const word = /[A-Z][a-z]+$/.exec(itemType)?.[0].toLowerCase() ?? "item";
  const item = isFree(word, model) ? word : "item";
  const schema = model.schemas.find(({ name }) => name === itemType)?.schema;
  const shown = telling(schema).map((name) => `${item}.${name}`);
  return `for await (const ${item} of ${call}) {\n  console.log(${shown.length === 0 ? item : shown.join(", ")});\n}`;
}

/** The fields by which a person recognizes an item: its name or number, and its state. */
function telling(schema: Schema | undefined): string[] {
  const fields = (schema?.properties ?? []).filter(({ name }) => identifier(name) === name);
  const names = fields.map(({ name }) => name);
  const called = ["name", "_name", "_number", "number", "_no"].flatMap((end) =>
    names.filter((name) => name === end || (end.startsWith("_") && name.endsWith(end))),
  );
  const state = fields.find((field) => field.schema.known !== undefined)?.name;
  return [...called.slice(0, 1), ...(state === undefined || called[0] === state ? [] : [state])];
}

/** True for a name that the sample can give to a variable. */
function isFree(name: string, { product }: PackageModel): boolean {
  const taken = [product.client, "client", "console", "saveTo", ...(product.credentials?.names ?? [])];
  return identifier(name) === name && !taken.includes(name);
}

/**
 * The name under which a sample saves what it downloads: that of the file, or `crate-list.txt` for
 * `downloadCrateListTxt`.
 */
export function fileNameOf(operation: Operation): string {
  const given = exampleOf(operation)?.arguments.find(({ name }) => /^file_?name$/i.test(name))?.value;
  if (typeof given === "string" && /^\w[\w.-]*$/.test(given)) return given;
  const words = operation.name.replace(/^download(?=[A-Z])/, "").replace(/(?<=.)By[A-Z].*$/, "");
  const parts = words.split(/(?=[A-Z])/).map((word) => word.toLowerCase().replaceAll(/\W/g, ""));
  return `${parts.slice(0, -1).join("-") || "download"}.${parts.at(-1) ?? "bin"}`;
}

/** The example that samples show: the first of a whole request. */
export function exampleOf(operation: Operation): Exchange | undefined {
  return operation.examples.find(({ callable }) => callable);
}

/** The response that a call is made for. */
export function successOf({ responses }: Operation): Response | undefined {
  return successesOf(responses)[0];
}

/** The request that samples send: that of the first whole example, from the first page on. */
export function sampleExchange(operation: Operation): Exchange {
  const none: Exchange = { name: "", summary: "", from: [], arguments: [], callable: false, responses: [] };
  return fromTheStart(operation, exampleOf(operation) ?? none);
}

function printArguments(operation: Operation, model: Model): string {
  if (operation.requestType === undefined) return "";
  const value = requestOf(operation, withAbsent(operation, withBytes(operation, sampleExchange(operation), model)));
  if (Object.keys(value as object).length === 0) return "";
  return literal(value, operation.name.length + 40)
    .replaceAll(JSON.stringify(bytes), 'new Blob(["text"])')
    .replaceAll(JSON.stringify(absent), "undefined");
}

/** Stands for bytes in the values of an example: no JSON does. */
export const bytes = "\u0000bytes";
/** Stands for what is not given. */
const absent = "\u0000absent";

/** Members that TypeScript finds on any object: a sample must say that an argument with such a name is not given. */
const inherited = "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split(
  " ",
);

function withAbsent({ arguments: all, grouped }: Operation, example: Exchange): Exchange {
  const given = ({ name, in: place }: { name: string; in: string }): boolean =>
    example.arguments.some((argument) => argument.name === name && argument.in === place);
  const grouping = new Set(example.arguments.map((argument) => argument.in));
  const missing = all.filter(
    (argument) => inherited.includes(argument.name) && !given(argument) && (!grouped || grouping.has(argument.in)),
  );
  const values = missing.map(({ name, in: place }) => ({ name, in: place, value: absent }));
  return { ...example, arguments: [...example.arguments, ...values] };
}

/** The example with bytes where its body takes bytes, and with text where it takes text. */
export function withBytes({ body }: Operation, example: Exchange, model: Model): Exchange {
  if (body === undefined || body.encoding === "json" || body.encoding === "form") return example;
  const find = finderOf(model);
  const parts = partsOf(body.schema, find);
  const given = example.arguments.map((argument) => {
    const { in: place, name, value } = argument;
    if (place !== "body") return argument;
    if (body.encoding === "binary") return { ...argument, value: bytes };
    if (body.encoding === "text") return { ...argument, value: typeof value === "string" ? value : "text" };
    const field = parts.flatMap(({ properties }) => properties).find((property) => property.name === name);
    const schema = body.kind === "value" ? body.schema : field?.schema;
    return schema === undefined ? argument : { ...argument, value: filled(value, schema, find) };
  });
  return { ...example, arguments: given };
}

/** The value with bytes for each file of a form. */
function filled(value: Json, schema: Schema, find: FindSchema): Json {
  const parts = partsOf(schema, find);
  if (parts.some((part) => part.bytes === true)) return bytes;
  const items = parts.find((part) => part.items !== undefined)?.items;
  if (isArray(value)) return items === undefined ? value : value.map((item) => filled(item, items, find));
  if (!isObject(value)) return value;
  const fields = parts.flatMap(({ properties }) => properties);
  const entries = Object.entries(value).map(([name, member]): [string, Json] => {
    const field = fields.find((property) => property.name === name);
    return [name, field === undefined ? member : filled(member, field.schema, find)];
  });
  return Object.fromEntries(entries);
}

/** A loop reads all pages, so its request starts with the first one. */
function fromTheStart({ itemType, behaviour: { pagination }, arguments: all }: Operation, example: Exchange): Exchange {
  if (itemType === undefined || pagination === undefined) return example;
  const required = all.some(({ name, required: must }) => must && name === pagination.page);
  const given = example.arguments.flatMap((argument) => {
    if (argument.name !== pagination.page) return [argument];
    const first = typeof argument.value === "string" ? String(pagination.first) : pagination.first;
    return required ? [{ ...argument, value: first }] : [];
  });
  return { ...example, arguments: given };
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
    sentPath(operation.path),
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
