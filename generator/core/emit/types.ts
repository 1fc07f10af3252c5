import { printBlock, printDoc, printModule } from "../lib/source.js";
import { comment, propertyKey } from "../lib/text.js";
import type { Argument, ArgumentPlace, Body, Model, NamedSchema, Operation, Schema } from "../model/types.js";
import { notice, type OutputFile } from "./file.js";
import { argumentText, fieldDoc, joinDoc } from "./jsdoc.js";
import { referencesOf } from "../model/resolve.js";
import { successOf } from "./sample.js";
import {
  bytesTypes,
  isPlainObject,
  memberOf,
  membersOf,
  othersOf,
  throughAlias,
  typeOf,
  printMembers,
  viewsOf,
  type Member,
  type View,
} from "./type.js";
import { sentence } from "./words.js";

/** `src/types.ts`: the request and response of every operation, and every component schema, by name. */
export function emitTypes(model: Model): OutputFile {
  const { given, sent } = viewsOf(model);
  const operations = model.operations.flatMap((operation) => printOperationTypes(operation, given, sent));
  const unused = withoutType(model);
  const schemas = model.schemas
    .filter(({ name }) => !unused.has(name))
    .flatMap((named) => printNamed(named, given, sent));
  return { path: "src/types.ts", text: printModule(`// ${notice}`, [], [...operations, ...schemas]) };
}

/** The components that no type refers to: bodies whose fields are members of a request, and bytes that are downloaded. */
function withoutType({ operations, schemas }: Model): ReadonlySet<string> {
  const names = new Set(schemas.filter(({ schema }) => schema.bytes === true).map(({ name }) => name));
  for (const { body } of operations)
    if (body?.kind === "json" && body.schema.ref !== undefined) names.add(body.schema.ref);
  for (const { schema } of schemas) referencesOf(schema).forEach((name) => names.delete(name));
  for (const { arguments: given, responses, requestType } of operations) {
    const used = [...given.map(({ schema }) => schema), ...responses.flatMap(({ schema }) => schema ?? [])];
    used.flatMap(referencesOf).forEach((name) => names.delete(name));
    names.delete(requestType ?? "");
  }
  return names;
}

/** The types of one operation as TypeScript. */
export function operationTypes(operation: Operation, model: Model): string[] {
  const { given, sent } = viewsOf(model);
  return printOperationTypes(operation, given, sent);
}

function printOperationTypes(operation: Operation, given: View, sent: View): string[] {
  const { answer, requestType, responseType, itemType } = operation;
  const { schemas } = given;
  const printed: string[] = [];
  const isTwin =
    requestType?.endsWith("Writable") === true && [...schemas.values()].some((each) => each.writable === requestType);
  if (requestType !== undefined && !schemas.has(requestType) && !isTwin) {
    printed.push(printRequest(operation, requestType, sent));
  }
  if (responseType !== undefined && answer.kind === "json" && !schemas.has(responseType)) {
    const doc = typeDoc("Response", operation, successOf(operation)?.description ?? "");
    printed.push(printAnswer(responseType, answer.schemas, doc, given));
  }
  if (itemType !== undefined && !schemas.has(itemType) && responseType !== undefined) {
    printed.push(printItem(operation, itemType, responseType));
  }
  return printed;
}

/** "Request of `listCrates`: list the crates of a depot." */
function typeDoc(what: string, { name }: Operation, about: string): string {
  return joinDoc([comment(`${what} of \`${name}\`. ${sentence(about)}`)], []);
}

function printNamed({ name, schema, sent: onlySent, writable }: NamedSchema, given: View, sent: View): string[] {
  const own = printType(name, schema, fieldDoc(schema), onlySent === true ? sent : given);
  if (writable === undefined) return [own];
  return [own, printType(writable, schema, `\`${name}\` as it is sent: without what only the service gives.`, sent)];
}

function printType(name: string, schema: Schema, doc: string, view: View): string {
  const members = isPlainObject(schema) ? membersOf(schema, view) : [];
  // An interface without members would accept anything but null.
  if (members.length > 0) return printInterface(name, members, doc, othersOf(schema, view));
  return printAlias(name, typeOf(schema, view), doc);
}

function printAlias(name: string, type: string, doc: string): string {
  return `${printDoc(doc)}export type ${name} = ${type};`;
}

function printInterface(
  name: string,
  members: readonly Member[],
  doc: string,
  others?: ReturnType<typeof othersOf>,
): string {
  return `${printDoc(doc)}export interface ${name} ${printMembers(members, others)}`;
}

function printAnswer(name: string, schemas: readonly Schema[], doc: string, view: View): string {
  const [only, ...more] = schemas;
  if (only !== undefined && more.length === 0) return printType(name, only, doc, view);
  const types = [...new Set(schemas.map((schema) => typeOf(schema, view)))];
  return printAlias(name, types.length === 0 ? "unknown" : types.join(" | "), doc);
}

/** The item type of a paginated answer whose items have no name of their own: read off the response type. */
function printItem(operation: Operation, name: string, response: string): string {
  const tokens = (operation.behaviour.pagination?.items ?? "").split("/").slice(1);
  const type = tokens.reduce((inner, token) => `NonNullable<${inner}[${JSON.stringify(token)}]>`, response);
  return printAlias(name, `${type}[number]`, `One item of \`${response}\`.`);
}

function printRequest(operation: Operation, name: string, view: View): string {
  const doc = typeDoc("Request", operation, operation.summary);
  if (!operation.grouped) return printInterface(name, argumentMembers(operation, operation.arguments, view), doc);
  const places = ["path", "query", "header", "cookie", "body"] as const;
  const groups = places.flatMap((place) => printGroup(operation, place, view));
  return `${printDoc(doc)}export interface ${name} ${printBlock(groups)}`;
}

/** The arguments of one place as a member of the request; none where there are none. */
function printGroup(operation: Operation, place: ArgumentPlace, view: View): string[] {
  const group = operation.arguments.filter((argument) => argument.in === place);
  if (group.length === 0) return [];
  const optional = group.some(({ required }) => required) ? "" : "?";
  const { body } = operation;
  if (place === "body" && body?.kind === "value") {
    return [`body${optional}: ${bodyTypes(body, view).join(" | ")}${optional === "" ? "" : " | undefined"};`];
  }
  return [`${propertyKey(place)}${optional}: ${printMembers(argumentMembers(operation, group, view))};`];
}

/** What may be given as a whole body. */
function bodyTypes({ encoding, schema }: Body, view: View): string[] {
  if (encoding === "binary") return bytesTypes;
  if (encoding === "text") return ["string"];
  return memberOf("body", true, schema, "", encoding === "multipart" ? { ...view, files: true } : view).types.slice();
}

function argumentMembers({ behaviour, body }: Operation, args: readonly Argument[], view: View): Member[] {
  return args.map((argument) => {
    const { name, in: place, required, schema, deprecated, example } = argument;
    const examples = example === undefined ? schema.examples : [example];
    const rules = behaviour.time ?? [];
    const description = argumentText(argument, rules);
    const doc = fieldDoc(throughAlias(schema, view.find), {
      description,
      examples,
      deprecated: deprecated || schema.deprecated === true,
    });
    const isBody = place === "body" && body !== undefined;
    const seen = isBody && body.encoding === "multipart" ? { ...view, files: true as const } : view;
    const member = memberOf(name, required, schema, doc, seen);
    const types = isBody && body.kind === "value" ? bodyTypes(body, view) : member.types;
    // Callers build requests from what they have: a point in time, and fields that may be undefined.
    const time = rules.some(({ start, end }) => start === name || end === name);
    const more = [...(time ? ["Date"] : []), ...(required ? [] : ["undefined"])];
    return { ...member, types: [...types, ...more] };
  });
}
