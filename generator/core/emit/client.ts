import {
  importAll,
  importNames,
  printModule,
  printStatement,
  StructureKind,
  type ImportDeclarationStructure,
  type MethodDeclarationStructure,
  type ParameterDeclarationStructure,
} from "../lib/source.js";
import { comment } from "../lib/text.js";
import { finderOf } from "../model/resolve.js";
import type { Argument, Model, Operation, TimeRule } from "../model/types.js";
import type { PackageModel } from "../product.js";
import { notice, type OutputFile } from "./file.js";
import { argumentText, joinDoc, withLimits } from "./jsdoc.js";
import { successorWord, printCall, successOf } from "./sample.js";
import { throughAlias } from "./type.js";
import { sentence } from "./words.js";

/** `src/client.ts`: the client class, one method of one line per operation. */
export function emitClient(model: PackageModel): OutputFile {
  const { base } = model.product;
  const parts = base?.of(model);
  const roles = Object.entries(parts?.operations ?? {}).map(([role, { name }]) => `${role}: operations.${name}`);
  const more = parts === undefined ? "" : `, ${parts.field}: { ${roles.join(", ")} }`;
  const given = `{ ...data, errorCatalogue${more} }`;
  const client = printStatement({
    kind: StructureKind.Class,
    name: model.product.client,
    isExported: true,
    extends: base && parts ? `${base.name}<${parts.typeArguments.join(", ")}>` : "Client",
    docs: [comment(`${sentence(model.title)} One method per operation, named as the vendor names it.`)],
    ctors: [
      { parameters: [{ name: "options", type: "ClientOptions<Region>" }], statements: [`super(options, ${given});`] },
    ],
    methods: model.operations.map((operation) => method(operation, model)),
  });
  return { path: "src/client.ts", text: printModule(`// ${notice}`, imports(model), [client]) };
}

/** The method of one operation as TypeScript, as it stands in the class. */
export function printMethod(operation: Operation, model: PackageModel): string {
  return printStatement({ kind: StructureKind.Class, name: model.product.client, methods: [method(operation, model)] });
}

function imports(model: PackageModel): ImportDeclarationStructure[] {
  const { operations, product } = model;
  const base = product.base?.of(model) && product.base;
  const types = operations.flatMap(({ requestType, responseType, itemType }) => [requestType, responseType, itemType]);
  const promises = new Set(operations.flatMap((operation) => promiseNames(operation)));
  const named = [...new Set(types.filter((name) => name !== undefined))].sort();
  const options = operations.length === 0 ? ["ClientOptions"] : ["CallOptions", "ClientOptions"];
  return [
    importNames("./data.js", ["data", "type Region"], false),
    importNames("./errorCatalogue.js", ["errorCatalogue"], false),
    ...(operations.length === 0 ? [] : [importAll("./operations.js", "operations")]),
    base === undefined
      ? importNames("./runtime/client.js", ["Client"], false)
      : importNames(`./${base.module}.js`, [base.name], false),
    importNames(`./${product.entries.index}.js`, [...promises, ...options].sort(), true),
    ...(named.length === 0 ? [] : [importNames("./types.js", named, true)]),
  ];
}

function promiseNames(operation: Operation): string[] {
  if (operation.answer.kind === "binary") return ["ApiPromise", "Download"];
  return [operation.itemType === undefined ? "ApiPromise" : "PagePromise"];
}

function method(operation: Operation, model: PackageModel): MethodDeclarationStructure {
  const { name, requestType } = operation;
  const request = requestType === undefined ? "undefined" : "request";
  return {
    kind: StructureKind.Method,
    name,
    parameters: [...requestParameter(operation), { name: "options", type: "CallOptions", hasQuestionToken: true }],
    returnType: returnType(operation),
    statements: [`return this.${runtimeCall(operation)}(operations.${name}, ${request}, options);`],
    docs: [methodDoc(operation, model)],
  };
}

function requestParameter({ requestType, arguments: all }: Operation): ParameterDeclarationStructure[] {
  if (requestType === undefined) return [];
  const optional = all.every(({ required }) => !required);
  const parameter: ParameterDeclarationStructure = {
    kind: StructureKind.Parameter,
    name: "request",
    type: requestType,
  };
  if (!optional) return [parameter];
  // Every object inherits these names, so TypeScript does not accept an empty object as the default.
  const inherited = all.some(({ name }) => name in Object.prototype);
  return [{ ...parameter, ...(inherited ? { hasQuestionToken: true } : { initializer: "{}" }) }];
}

/** The type that the method returns. */
export function returnType({ answer, responseType, itemType }: Operation): string {
  if (answer.kind === "binary") return "ApiPromise<Download>";
  if (answer.kind === "empty" || (answer.kind === "json" && responseType === undefined)) return "ApiPromise<void>";
  const value = `${responseType ?? "string"}${answer.mayBeEmpty ? " | undefined" : ""}`;
  return itemType === undefined ? `ApiPromise<${value}>` : `PagePromise<${value}, ${itemType}>`;
}

function runtimeCall(operation: Operation): string {
  if (operation.answer.kind === "binary") return "download";
  return operation.itemType === undefined ? "call" : "pages";
}

function methodDoc(operation: Operation, model: PackageModel): string {
  const { id, method: verb, path, summary, description, source, arguments: all } = operation;
  const tags = [
    ...all.map((argument) => argumentTag(argument, operation.behaviour.time ?? [], model)),
    `@returns ${returnsText(operation)}`,
    ...throwsTags(operation),
    ...(operation.deprecated ? [deprecatedTag(operation, model)] : []),
    exampleTag(operation, model),
    ...(source?.url === undefined ? [] : [`@see {@link ${oneLine(source.url)}}`]),
  ];
  const retry =
    operation.behaviour.retry === "never" ? " It is sent once, unless it was refused before it took effect." : "";
  const paragraphs = [sentence(summary), sentence(description), `\`${id}\`: \`${verb} ${path}\`.${retry}`];
  const described = model.servers.find(({ name }) => name !== undefined && name === operation.server);
  if (described !== undefined) paragraphs.push(`Server: ${described.url}`);
  return joinDoc(paragraphs.map(comment), tags);
}

function argumentTag(argument: Argument, rules: readonly TimeRule[], model: Model): string {
  const { name, in: place, required, schema } = argument;
  const told = withLimits(argumentText(argument, rules), throughAlias(schema, finderOf(model)));
  const text = `${required ? "" : "Optional. "}${told === "" ? `In the ${place}.` : told}`;
  // A name that is not a plain word is quoted: editors read it up to the first space.
  const shown = /^[\w$]+$/.test(name) ? `request.${name}` : `request[${JSON.stringify(name)}]`;
  return `@param ${oneLine(`${shown} - ${text}`)}`;
}

function returnsText(operation: Operation): string {
  const { answer, itemType } = operation;
  const description = oneLine(sentence(successOf(operation)?.description ?? ""));
  if (answer.kind === "binary") return `${description} The bytes, as they arrive.`.trim();
  const unsaid = answer.kind === "empty" ? "Nothing." : "What the service answers.";
  if (itemType === undefined) return description === "" ? unsaid : description;
  return `${description} Iterate over it with \`for await\` to get the items of all pages.`.trim();
}

function throwsTags({ responses }: Operation): string[] {
  const failures = responses.filter(({ status }) => /^[45]/.test(status)).map(({ status }) => status);
  return failures.length === 0
    ? []
    : [`@throws ApiError when the service refuses or fails: status ${failures.join(", ")}.`];
}

function deprecatedTag({ successor, nearest }: Operation, { product }: PackageModel): string {
  const lost = nearest === undefined ? "" : ` ${oneLine(nearest)}`;
  if (successor === undefined) return "@deprecated The vendor is going to remove it.";
  if ("operation" in successor) return `@deprecated Use {@link ${product.client}.${successor.operation}}.${lost}`;
  return `@deprecated Its ${successorWord(nearest)} is \`${oneLine(successor.text)}\`, which this package does not have yet.${lost}`;
}

function exampleTag(operation: Operation, model: PackageModel): string {
  return `@example\n${comment(printCall(operation, model))}`;
}

function oneLine(text: string): string {
  return comment(text).replace(/\s+/g, " ");
}
