import type { Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { newWriter, writeDoc, type CodeBlockWriter } from "../lib/source.js";
import { propertyKey } from "../lib/text.js";
import type { Schema } from "../model/types.js";
import { fieldDoc } from "./jsdoc.js";

/** A member of an interface: a property of a schema, or an argument of an operation. */
export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** The types of which any may hold. */
  readonly types: readonly string[];
  readonly doc: string;
}

/** The member for a property or argument with a schema. */
export function memberOf(name: string, required: boolean, schema: Schema, doc: string): Member {
  return { name, required, readOnly: schema.readOnly === true, types: alternatives(schema), doc };
}

/** The TypeScript type of the values that a schema allows. */
export function typeOf(schema: Schema): string {
  return union(alternatives(schema));
}

/** True where the type of the schema can be an interface. */
export function isPlainObject(schema: Schema): boolean {
  const composed = schema.allOf.length + schema.anyOf.length + schema.oneOf.length > 0;
  if (composed || schema.ref !== undefined || schema.constant !== undefined || schema.values !== undefined)
    return false;
  return schema.types.length === 1 && schema.types[0] === "object" && schema.properties.length > 0;
}

/** The members of an object schema, those that only `required` names included. */
export function membersOf(schema: Schema): Member[] {
  const listed = schema.properties.map(({ name, required, schema: field }) =>
    memberOf(name, required, field, fieldDoc(field)),
  );
  const names = new Set(listed.map(({ name }) => name));
  const named = schema.required.filter((name) => !names.has(name));
  return [...listed, ...named.map((name) => ({ name, required: true, readOnly: false, types: ["unknown"], doc: "" }))];
}

/** Writes members as lines of an interface or a type literal. */
export function writeMembers(writer: CodeBlockWriter, members: readonly Member[], others?: Schema): void {
  for (const { name, required, readOnly, types, doc } of members) {
    writeDoc(writer, doc);
    writer.writeLine(`${readOnly ? "readonly " : ""}${propertyKey(name)}${required ? "" : "?"}: ${union(types)};`);
  }
  if (others !== undefined) writer.writeLine(`[name: string]: ${indexType(members, others)};`);
}

/** An index signature must admit the types of all named members too. */
function indexType(members: readonly Member[], others: Schema): string {
  const types = new Set(alternatives(others));
  for (const member of members) {
    for (const type of member.types) types.add(type);
    if (!member.required) types.add("undefined");
  }
  const list = [...types];
  return list.includes("unknown") || list.some((type) => type.includes("\n")) ? "unknown" : union(list);
}

/** The types of which any may hold. */
function alternatives(schema: Schema): string[] {
  if (schema.never === true) return ["never"];
  const parts = [
    schema.ref === undefined ? [] : [schema.ref],
    ownAlternatives(schema),
    ...schema.allOf.map(alternatives),
    [...new Set(schema.anyOf.flatMap(alternatives))],
    [...new Set(schema.oneOf.flatMap(alternatives))],
  ].filter((part) => part.length > 0 && !part.includes("unknown"));
  const [only, ...more] = parts;
  if (only === undefined) return ["unknown"];
  if (more.length === 0) return only;
  return [parts.map((part) => (part.length > 1 ? `(${union(part)})` : union(part))).join(" & ")];
}

/** What the keywords of the schema itself say, without references and compositions; nothing if they say nothing. */
function ownAlternatives(schema: Schema): string[] {
  if (schema.constant !== undefined) return [valueType(schema.constant.value)];
  if (schema.values !== undefined) return [...new Set(schema.values.map(valueType))];
  const composed = schema.ref !== undefined || schema.allOf.length + schema.anyOf.length + schema.oneOf.length > 0;
  const bare = schema.properties.length + schema.required.length === 0 && schema.others === undefined;
  if (schema.types.length === 0) return bare ? [] : [objectType(schema)];
  // Beside a composition, `type: object` alone only repeats what its members say.
  if (composed && bare && schema.types.includes("object")) return [];
  return [
    ...new Set(
      schema.types.flatMap((type): string[] => {
        if (type === "object") return [objectType(schema)];
        if (type === "array") return [arrayType(schema)];
        if (type === "string") return stringTypes(schema);
        return [type === "integer" ? "number" : type];
      }),
    ),
  ];
}

/** A list of values that stays open still lets an editor propose those that are known. */
function stringTypes(schema: Schema): string[] {
  if (schema.known === undefined || schema.known.length === 0) return ["string"];
  return [...schema.known.map(({ value }) => JSON.stringify(value)), "(string & {})"];
}

function objectType(schema: Schema): string {
  const members = membersOf(schema);
  if (members.length === 0) {
    // Not `Record`: an alias could not refer to itself in it.
    if (schema.others !== undefined) return `{ [name: string]: ${typeOf(schema.others)} }`;
    return schema.closed === true ? "Record<string, never>" : "Record<string, unknown>";
  }
  const writer = newWriter();
  writer.inlineBlock(() => writeMembers(writer, members, schema.others));
  return writer.toString();
}

function arrayType(schema: Schema): string {
  if (schema.leading.length === 0) {
    const items = schema.items === undefined ? ["unknown"] : alternatives(schema.items);
    const type = union(items);
    return items.length > 1 || / [&|] /.test(type) ? `Array<${type}>` : `${type}[]`;
  }
  const least = schema.limits.minItems ?? 0;
  const leading = schema.leading.map((item, index) => (index < least ? typeOf(item) : `(${typeOf(item)})?`));
  const rest =
    schema.items?.never === true ? [] : [`...Array<${schema.items === undefined ? "unknown" : typeOf(schema.items)}>`];
  return `[${[...leading, ...rest].join(", ")}]`;
}

function valueType(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map((item) => valueType(item as Json)).join(", ")}]` : literal(value);
}

function union(types: readonly string[]): string {
  return types.length === 0 ? "unknown" : types.join(" | ");
}
