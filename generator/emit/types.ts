import { newWriter, printModule, writeDoc } from "../lib/source.js";
import { comment, propertyKey } from "../lib/text.js";
import type { Argument, ArgumentPlace, Body, Model, NamedSchema, Operation, Schema } from "../model/types.js";
import { withFieldExamples } from "./fieldExamples.js";
import { notice, type OutputFile } from "./file.js";
import { argumentText, fieldDoc, joinDoc } from "./jsdoc.js";
import { successOf } from "./sample.js";
import {
  bytesTypes,
  isPlainObject,
  memberOf,
  membersOf,
  othersOf,
  typeOf,
  viewOf,
  writeMembers,
  type Member,
  type View,
} from "./type.js";
import { sentence } from "./words.js";

/** `src/types.ts`: the request and response of every operation, and every component schema, by name. */
export function emitTypes(model: Model): OutputFile {
  const illustrated = withFieldExamples(model);
  const given = viewOf(illustrated, "given");
  const sent = viewOf(illustrated, "sent");
  const operations = illustrated.operations.flatMap((operation) => printOperationTypes(operation, given, sent));
  const schemas = illustrated.schemas.flatMap((named) => printNamed(named, given, sent));
  return { path: "src/types.ts", text: printModule(`// ${notice}`, [], [...operations, ...schemas]) };
}

/** The types of one operation as TypeScript. */
export function operationTypes(operation: Operation, model: Model): string[] {
  return printOperationTypes(operation, viewOf(model, "given"), viewOf(model, "sent"));
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

/** "Request of `runJob`: run a build task." */
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
  // An interface without members would take anything but null.
  if (members.length > 0) return printInterface(name, members, doc, othersOf(schema, view));
  const writer = newWriter();
  writeDoc(writer, doc);
  return writer.write(`export type ${name} = ${typeOf(schema, view)};`).toString();
}

function printInterface(
  name: string,
  members: readonly Member[],
  doc: string,
  others?: ReturnType<typeof othersOf>,
): string {
  const writer = newWriter();
  writeDoc(writer, doc);
  writer.write(`export interface ${name} `).inlineBlock(() => writeMembers(writer, members, others));
  return writer.toString();
}

function printAnswer(name: string, schemas: readonly Schema[], doc: string, view: View): string {
  const [only, ...more] = schemas;
  if (only !== undefined && more.length === 0) return printType(name, only, doc, view);
  const types = [...new Set(schemas.map((schema) => typeOf(schema, view)))];
  const writer = newWriter();
  writeDoc(writer, doc);
  return writer.write(`export type ${name} = ${types.length === 0 ? "unknown" : types.join(" | ")};`).toString();
}

/** The item type of a paginated answer whose items have no name of their own: read off the response type. */
function printItem(operation: Operation, name: string, response: string): string {
  const tokens = (operation.behaviour.pagination?.items ?? "").split("/").slice(1);
  const type = tokens.reduce((inner, token) => `NonNullable<${inner}[${JSON.stringify(token)}]>`, response);
  const writer = newWriter();
  writeDoc(writer, `One item of \`${response}\`.`);
  return writer.write(`export type ${name} = ${type}[number];`).toString();
}

function printRequest(operation: Operation, name: string, view: View): string {
  const doc = typeDoc("Request", operation, operation.summary);
  if (!operation.grouped) return printInterface(name, argumentMembers(operation, operation.arguments, view), doc);
  const writer = newWriter();
  writeDoc(writer, doc);
  writer.write(`export interface ${name} `).inlineBlock(() => {
    for (const place of ["path", "query", "header", "cookie", "body"] as const) writeGroup(operation, place);
  });
  return writer.toString();

  function writeGroup({ arguments: all, body }: Operation, place: ArgumentPlace): void {
    const group = all.filter((argument) => argument.in === place);
    if (group.length === 0) return;
    const optional = group.some(({ required }) => required) ? "" : "?";
    if (place === "body" && body?.kind === "value") {
      writer.writeLine(
        `body${optional}: ${bodyTypes(body, view).join(" | ")}${optional === "" ? "" : " | undefined"};`,
      );
      return;
    }
    writer
      .write(`${propertyKey(place)}${optional}: `)
      .inlineBlock(() => writeMembers(writer, argumentMembers(operation, group, view)));
    writer.write(";").newLine();
  }
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
    const doc = fieldDoc(schema, { description, examples, deprecated: deprecated || schema.deprecated === true });
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
