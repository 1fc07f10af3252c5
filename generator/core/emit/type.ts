// The TypeScript type of a schema, as text.
import type { Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { printBlock, printDoc } from "../lib/source.js";
import { propertyKey } from "../lib/text.js";
import { conjuncts, finderOf, partsOf, sideOf, type FindSchema } from "../model/resolve.js";
import type { Discriminator, JsonType, Model, NamedSchema, Schema } from "../model/types.js";
import { fieldExamplesOf, type ExamplesOf } from "./fieldExamples.js";
import { fieldDoc } from "./jsdoc.js";

/** The side from which a type is seen, and what the model knows besides. */
export interface View {
  readonly side: "sent" | "given";
  /** The named schemas that it refers to. */
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  readonly find: FindSchema;
  readonly examplesOf: ExamplesOf;
  /** In a form, bytes are a file; in JSON they are text. */
  readonly files?: true;
}

/** The views on the types of a model: what the service gives, and what it is sent. */
export function viewsOf(model: Model): { readonly given: View; readonly sent: View } {
  const schemas = new Map(model.schemas.map((schema) => [schema.name, schema]));
  const shared = { schemas, find: finderOf(model), examplesOf: fieldExamplesOf(model) };
  return { given: { side: "given", ...shared }, sent: { side: "sent", ...shared } };
}

/** What a caller may give for bytes. */
export const bytesTypes = ["Blob", "ArrayBuffer", "Uint8Array"];

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
export function memberOf(name: string, required: boolean, schema: Schema, doc: string, view: View): Member {
  return { name, required, readOnly: schema.readOnly === true, types: alternatives(schema, view), doc };
}

/** The TypeScript type of the values that a schema allows. */
export function typeOf(schema: Schema, view: View): string {
  return union(alternatives(schema, view));
}

/** True where the type of the schema can be an interface. */
export function isPlainObject(schema: Schema): boolean {
  if (isComposed(schema) || schema.constant !== undefined || schema.values !== undefined) return false;
  return schema.types.length === 1 && schema.types[0] === "object" && schema.properties.length > 0;
}

/** True for a schema that is made of others. */
function isComposed({ ref, allOf, anyOf, oneOf }: Schema): boolean {
  return ref !== undefined || allOf.length + anyOf.length + oneOf.length > 0;
}

/**
 * The members of an object schema, those that only `required` names included, without those of the other side. `whole`
 * are the schemas that hold of the same value: what is required here may be described there.
 */
export function membersOf(schema: Schema, view: View, whole: readonly Schema[] = [schema]): Member[] {
  const members: Member[] = [];
  for (const { name, required, schema: field } of schema.properties) {
    if (isHidden(field, view)) continue;
    const doc = fieldDoc(throughAlias(field, view.find), { examples: view.examplesOf(field) });
    members.push(memberOf(name, required, field, doc, view));
  }
  if (schema.required.length === 0) return members;
  const names = new Set(schema.properties.map(({ name }) => name));
  const named = schema.required.filter((name) => !names.has(name));
  return [...members, ...named.flatMap((name) => namedMember(name, view, whole))];
}

/** A schema that refers to a named scalar, with what that says besides: an editor shows no comment of an alias. */
export function throughAlias(schema: Schema, find: FindSchema): Schema {
  if (schema.ref === undefined) return schema;
  const target = find(schema.ref);
  const isScalar = target?.types.every((type) => type !== "object" && type !== "array") === true;
  if (target === undefined || !isScalar || target.types.length === 0 || isComposed(target)) return schema;
  return {
    ...target,
    ref: schema.ref,
    description: schema.description === "" ? target.description : schema.description,
  };
}

/** True for what only the other side knows. */
function isHidden(field: Schema, { side, find }: View): boolean {
  return sideOf(field, find) === (side === "sent" ? "given" : "sent");
}

/** The member for a field that only `required` names. */
function namedMember(name: string, view: View, whole: readonly Schema[]): Member[] {
  const fields = fieldsNamed(name, whole, view.find) ?? [];
  if (fields.some((field) => isHidden(field, view))) return [];
  const types = [...new Set(fields.flatMap((field) => alternatives(field, view)))];
  const readOnly = fields.some((field) => field.readOnly === true);
  return [{ name, required: true, readOnly, types: types.length === 0 ? ["unknown"] : types, doc: "" }];
}

/** What a field is by the schemas that hold of one value; of alternatives, all that it may be. Undefined: anything. */
function fieldsNamed(name: string, whole: readonly Schema[], find: FindSchema): readonly Schema[] | undefined {
  const parts = whole.flatMap((schema) => conjuncts(schema, find));
  const [own] = parts.flatMap(({ properties }) => properties.filter((property) => property.name === name));
  if (own !== undefined) return [own.schema];
  for (const members of parts.flatMap(({ anyOf, oneOf }) => [anyOf, oneOf])) {
    const found = members.map((member) => fieldsNamed(name, [member], find));
    if (found.length > 0 && !found.includes(undefined)) return found.flatMap((fields) => fields ?? []);
  }
  const others = parts.find((part) => part.others !== undefined)?.others;
  return others === undefined ? undefined : [others];
}

/** Members in braces: the body of an interface, or a type literal. */
export function printMembers(
  members: readonly Member[],
  others?: { readonly schema: Schema; readonly view: View },
): string {
  const lines = members.map(
    ({ name, required, readOnly, types, doc }) =>
      `${printDoc(doc)}${readOnly ? "readonly " : ""}${propertyKey(name)}${required ? "" : "?"}: ${union(types)};`,
  );
  if (others !== undefined)
    lines.push(`[name: string]: ${indexType(members, alternatives(others.schema, others.view))};`);
  return printBlock(lines);
}

/** An index signature must admit the types of all named members too. */
function indexType(members: readonly Member[], others: readonly string[]): string {
  const types = new Set(others);
  for (const member of members) {
    for (const type of member.types) types.add(type);
    if (!member.required) types.add("undefined");
  }
  return types.has("unknown") ? "unknown" : union([...types]);
}

/** The alternatives of a schema as types. `around` are the schemas that it is part of. */
function alternatives(schema: Schema, view: View, around: readonly Schema[] = []): readonly string[] {
  if (schema.never === true) return ["never"];
  if (view.files === true && isFile(schema, view)) return bytesTypes;
  const whole = [...around, schema];
  if (!isComposed(schema)) {
    const own = ownAlternatives(schema, view, whole);
    return own.length === 0 || own.includes("unknown") ? ["unknown"] : own;
  }
  const parts = [
    schema.ref === undefined ? [] : [refType(schema.ref, view)],
    ownAlternatives(schema, view, whole),
    ...schema.allOf.map((member) => alternatives(member, view, whole)),
    variants(schema.anyOf, schema, view, whole),
    variants(schema.oneOf, schema, view, whole),
  ].filter((part) => part.length > 0 && !part.includes("unknown"));
  const [only, ...more] = parts;
  if (only === undefined) return ["unknown"];
  if (more.length === 0) return only;
  return [parts.map((part) => (part.length > 1 ? `(${union(part)})` : union(part))).join(" & ")];
}

function isFile({ bytes, ref }: Schema, { find }: View): boolean {
  return bytes === true || (ref !== undefined && find(ref)?.bytes === true);
}

function refType(name: string, { side, schemas }: View): string {
  return (side === "sent" ? schemas.get(name)?.writable : undefined) ?? name;
}

/** The members of a composition; where a property tells them apart, each says its value. */
function variants(
  members: readonly Schema[],
  { discriminator }: Schema,
  view: View,
  whole: readonly Schema[],
): string[] {
  const types = members.flatMap((member) => {
    const own = alternatives(member, view, whole);
    const tag = discriminator === undefined ? undefined : tagOf(member, discriminator, view);
    return tag === undefined ? own : [`(${own.join(" | ")} & ${tag})`];
  });
  return [...new Set(types)];
}

/** The value of the discriminator, unless the member itself says which values its property can have. */
function tagOf({ ref }: Schema, { property, values }: Discriminator, { find }: View): string | undefined {
  const own = values.filter((entry) => entry.ref === ref).map(({ value }) => JSON.stringify(value));
  const target = ref === undefined ? undefined : find(ref);
  if (own.length === 0 || target === undefined) return undefined;
  const parts = partsOf(target, find);
  const fields = parts.flatMap((part) => part.properties.filter(({ name }) => name === property));
  const open = fields.every(({ schema }) => schema.types.join() === "string" && isBare(schema));
  return open ? `{ ${propertyKey(property)}: ${own.join(" | ")} }` : undefined;
}

/** True for a schema that says nothing of its values beyond their type. */
function isBare(schema: Schema): boolean {
  return !isComposed(schema) && schema.values === undefined && schema.constant === undefined;
}

/** What the keywords of the schema itself say, without references and compositions; nothing if they say nothing. */
function ownAlternatives(schema: Schema, view: View, whole: readonly Schema[]): string[] {
  if (schema.constant !== undefined) return [valueType(schema.constant.value)];
  if (schema.values !== undefined) return [...new Set(schema.values.map(valueType))];
  const [only, ...more] = schema.types;
  if (only === undefined) return isSilent(schema, view, whole) ? [] : [objectType(schema, view, whole)];
  // Beside a composition, `type: object` alone only repeats what its members say.
  if (isComposed(schema) && schema.types.includes("object") && isSilent(schema, view, whole)) return [];
  if (more.length === 0) return typesOf(only, schema, view, whole);
  return [...new Set(schema.types.flatMap((type) => typesOf(type, schema, view, whole)))];
}

/** True for a schema that says nothing of fields; what is only `required` is not always seen from this side. */
function isSilent(schema: Schema, view: View, whole: readonly Schema[]): boolean {
  if (schema.properties.length > 0 || schema.others !== undefined) return false;
  return schema.required.length === 0 || membersOf(schema, view, whole).length === 0;
}

function typesOf(type: JsonType, schema: Schema, view: View, whole: readonly Schema[]): string[] {
  if (type === "object") return [objectType(schema, view, whole)];
  if (type === "array") return [arrayType(schema, view)];
  if (type === "string") return stringTypes(schema);
  return [type === "integer" ? "number" : type];
}

/** An open list of values: an editor proposes the known ones, and any other text is allowed. */
function stringTypes(schema: Schema): string[] {
  if (schema.known === undefined || schema.known.length === 0) return ["string"];
  return [...schema.known.map(({ value }) => JSON.stringify(value)), "(string & {})"];
}

function objectType(schema: Schema, view: View, whole: readonly Schema[]): string {
  const members = membersOf(schema, view, whole);
  if (members.length === 0) {
    // Not `Record`: an alias could not refer to itself in it.
    if (schema.others !== undefined) return `{ [name: string]: ${typeOf(schema.others, view)} }`;
    return schema.closed === true ? "Record<string, never>" : "Record<string, unknown>";
  }
  return printMembers(members, othersOf(schema, view));
}

/** What other properties hold, as `printMembers` wants it. */
export function othersOf({ others }: Schema, view: View): { readonly schema: Schema; readonly view: View } | undefined {
  return others === undefined ? undefined : { schema: others, view };
}

function arrayType(schema: Schema, view: View): string {
  if (schema.leading.length === 0) {
    const items = schema.items === undefined ? ["unknown"] : alternatives(schema.items, view);
    const type = union(items);
    return items.length > 1 || / [&|] /.test(type) ? `Array<${type}>` : `${type}[]`;
  }
  const least = schema.limits.minItems ?? 0;
  const leading = schema.leading.map((item, index) =>
    index < least ? typeOf(item, view) : `(${typeOf(item, view)})?`,
  );
  const rest =
    schema.items?.never === true
      ? []
      : [`...Array<${schema.items === undefined ? "unknown" : typeOf(schema.items, view)}>`];
  return `[${[...leading, ...rest].join(", ")}]`;
}

function valueType(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map((item) => valueType(item as Json)).join(", ")}]` : literal(value);
}

function union(types: readonly string[]): string {
  return types.length === 0 ? "unknown" : types.join(" | ");
}
