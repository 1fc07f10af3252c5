import { newWriter, printModule, writeDoc } from "../lib/source.js";
import { propertyKey } from "../lib/text.js";
import type { Argument, ArgumentPlace, Model, NamedSchema, Operation, Schema } from "../model/types.js";
import { notice, type OutputFile } from "./file.js";
import { fieldDoc } from "./jsdoc.js";
import { isPlainObject, memberOf, membersOf, typeOf, writeMembers, type Member } from "./type.js";

/** `src/types.ts`: the request and response of every operation, and every component schema, by name. */
export function emitTypes(model: Model): OutputFile {
  const named = new Set(model.schemas.map(({ name }) => name));
  const operations = model.operations.flatMap((operation) => operationTypes(operation, named));
  const schemas = model.schemas.map(printNamed);
  return { path: "src/types.ts", text: printModule(`// ${notice}`, [], [...operations, ...schemas]) };
}

/** The types of one operation as TypeScript. `named` are the names that component schemas have. */
export function operationTypes(operation: Operation, named: ReadonlySet<string>): string[] {
  const { answer, requestType, responseType, itemType } = operation;
  const printed: string[] = [];
  if (requestType !== undefined && !named.has(requestType)) printed.push(printRequest(operation, requestType));
  if (responseType !== undefined && answer.kind === "json" && !named.has(responseType)) {
    const doc = `What \`${operation.name}\` returns.`;
    printed.push(printAnswer(responseType, answer.schemas, doc));
  }
  if (itemType !== undefined && !named.has(itemType) && responseType !== undefined) {
    printed.push(printItem(operation, itemType, responseType));
  }
  return printed;
}

function printNamed({ name, schema }: NamedSchema): string {
  return printType(name, schema, fieldDoc(schema));
}

function printType(name: string, schema: Schema, doc: string): string {
  if (isPlainObject(schema)) return printInterface(name, membersOf(schema), doc, schema.others);
  const writer = newWriter();
  writeDoc(writer, doc);
  return writer.write(`export type ${name} = ${typeOf(schema)};`).toString();
}

function printInterface(name: string, members: readonly Member[], doc: string, others?: Schema): string {
  const writer = newWriter();
  writeDoc(writer, doc);
  writer.write(`export interface ${name} `).inlineBlock(() => writeMembers(writer, members, others));
  return writer.toString();
}

function printAnswer(name: string, schemas: readonly Schema[], doc: string): string {
  const [only, ...more] = schemas;
  if (only !== undefined && more.length === 0) return printType(name, only, doc);
  const types = [...new Set(schemas.map(typeOf))];
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

function printRequest(operation: Operation, name: string): string {
  const doc = `What \`${operation.name}\` takes.`;
  if (!operation.grouped) return printInterface(name, argumentMembers(operation, operation.arguments), doc);
  const writer = newWriter();
  writeDoc(writer, doc);
  writer.write(`export interface ${name} `).inlineBlock(() => {
    for (const place of ["path", "query", "header", "body"] as const) writeGroup(operation, place);
  });
  return writer.toString();

  function writeGroup({ arguments: all, body }: Operation, place: ArgumentPlace): void {
    const group = all.filter((argument) => argument.in === place);
    if (group.length === 0) return;
    const optional = group.some(({ required }) => required) ? "" : "?";
    if (place === "body" && body?.kind === "value") {
      writer.writeLine(`body${optional}: ${typeOf(body.schema)};`);
      return;
    }
    writer
      .write(`${propertyKey(place)}${optional}: `)
      .inlineBlock(() => writeMembers(writer, argumentMembers(operation, group)));
    writer.write(";").newLine();
  }
}

function argumentMembers({ behaviour }: Operation, args: readonly Argument[]): Member[] {
  const times = new Set(behaviour.time?.flatMap(({ start, end }) => [start, end]));
  return args.map(({ name, required, schema, description, deprecated, example }) => {
    const examples = example === undefined ? schema.examples : [example];
    const doc = fieldDoc(schema, { description, examples, deprecated: deprecated || schema.deprecated === true });
    const member = memberOf(name, required, schema, doc);
    // Callers build requests from what they have: a point in time, and fields that may be undefined.
    const more = [...(times.has(name) ? ["Date"] : []), ...(required ? [] : ["undefined"])];
    return { ...member, types: [...member.types, ...more] };
  });
}
