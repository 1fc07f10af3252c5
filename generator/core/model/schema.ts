import {
  isArray,
  isObject,
  listOf,
  numberOf,
  objectOf,
  ownValue,
  textOf,
  without,
  wordsOf,
  type Json,
  type JsonObject,
} from "../lib/json.js";
import { restricts } from "../lib/keywords.js";
import { childPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { isBytes } from "./media.js";
import { partsOf, type FindSchema } from "./resolve.js";
import { checkExact, isNullable, readValues } from "./values.js";
import type { Conflict, Discriminator, JsonType, KnownValue, Limits, Property, Schema } from "./types.js";

/** What is needed to read a schema: the document for references, the names of its component schemas. */
export interface SchemaContext {
  readonly document: JsonObject;
  readonly typeNames: ReadonlyMap<string, string>;
  readonly findings: Finding[];
  /** Finds the schema with a TypeScript name. */
  readonly named: FindSchema;
  /** The schema and all that it refers to or is composed of. */
  readonly partsOf: (schema: Schema) => Schema[];
}

/** The context for the schemas of a document, each named one of which is read once. */
export function schemaContext(
  document: JsonObject,
  typeNames: ReadonlyMap<string, string>,
  findings: Finding[],
): SchemaContext {
  const pointers = new Map([...typeNames].map(([pointer, name]) => [name, pointer]));
  const read = new Map<string, Schema>();
  const named: FindSchema = (name) => {
    const pointer = pointers.get(name);
    if (pointer === undefined) return undefined;
    const known = read.get(name) ?? readSchema(context, valueAt(document, parsePointer(pointer)), pointer);
    read.set(name, known);
    return known;
  };
  const context: SchemaContext = { document, typeNames, findings, named, partsOf: (schema) => partsOf(schema, named) };
  return context;
}

const jsonTypes: readonly string[] = ["string", "number", "integer", "boolean", "null", "array", "object"];

/** Reads the JSON Schema at a pointer. `via` holds the references that were followed, to stop one that never ends. */
export function readSchema(
  context: SchemaContext,
  raw: Json | undefined,
  pointer: string,
  via: readonly string[] = [],
): Schema {
  if (raw === false) return { ...emptySchema(pointer), never: true };
  if (!isObject(raw)) {
    if (raw !== undefined && raw !== true) {
      context.findings.push({ pointer, message: "a schema is an object", fix: "write `type:` and the rest below it" });
    }
    return emptySchema(pointer);
  }
  const reference = textOf(raw.$ref);
  if (reference !== undefined) {
    const target = pointerOfReference(reference);
    const name = context.typeNames.get(target);
    if (name === undefined) return followInPlace(context, raw, target, pointer, via);
    const schema = readKeywords(context, raw, pointer, via);
    schema.ref = name;
    return schema;
  }
  return readKeywords(context, raw, pointer, via);
}

const none: readonly never[] = [];
const unlimited: Limits = {};

/** A schema without keywords. Most schemas have few, so empty lists are shared. */
export function emptySchema(pointer: string): Schema {
  return {
    pointer,
    types: none,
    description: "",
    examples: none,
    limits: unlimited,
    properties: none,
    required: none,
    leading: none,
    allOf: none,
    anyOf: none,
    oneOf: none,
    conflicts: none,
  };
}

/** A reference to a schema that has no name: what it leads to stands in its place. */
function followInPlace(
  context: SchemaContext,
  raw: JsonObject,
  target: string,
  pointer: string,
  via: readonly string[],
): Schema {
  if (via.includes(target)) {
    const fix = "move the schema that recurs to components/schemas/";
    context.findings.push({ pointer, message: `\`$ref: #${target}\` leads back to itself`, fix });
    return emptySchema(pointer);
  }
  const siblings = without(raw, "$ref");
  const found = valueAt(context.document, parsePointer(target));
  const below = [...via, target];
  // What describes takes the place of what the target says; of what restricts, both hold.
  if (!restricts(siblings) || !isObject(found)) {
    return readSchema(context, isObject(found) ? { ...found, ...siblings } : found, target, below);
  }
  const own = readKeywords(context, siblings, pointer, via);
  return { ...own, allOf: [...own.allOf, readSchema(context, found, target, below)] };
}

function readKeywords(context: SchemaContext, raw: JsonObject, pointer: string, via: readonly string[]): Draft {
  const holder: Holder = { context, raw, pointer, via };
  refuseDynamic(holder);
  const schema: Draft = {
    pointer,
    types: readTypes(context, raw, pointer),
    description: textOf(raw.description) ?? textOf(raw.title) ?? "",
    examples: raw.example === undefined ? listOf(raw.examples) : [raw.example, ...listOf(raw.examples)],
    limits: readLimits(raw),
    properties: readProperties(holder),
    required: raw.required === undefined ? none : listOf(raw.required).filter((name) => typeof name === "string"),
    leading: readMembers(holder, "prefixItems"),
    allOf: readMembers(holder, "allOf"),
    anyOf: readAlternatives(holder, "anyOf"),
    oneOf: readAlternatives(holder, "oneOf"),
    conflicts: readConflicts(raw["x-conflicts"]),
  };
  addRest(schema, holder);
  return schema;
}

/** A schema while it is read. */
type Draft = { -readonly [K in keyof Schema]: Schema[K] };

/** What a schema is read from. */
interface Holder {
  readonly context: SchemaContext;
  readonly raw: JsonObject;
  readonly pointer: string;
  readonly via: readonly string[];
}

function readBelow({ context, pointer, via }: Holder, value: Json | undefined, ...way: Array<string | number>): Schema {
  return readSchema(context, value, childPointer(pointer, ...way), via);
}

function readMembers(holder: Holder, keyword: string): readonly Schema[] {
  const members = listOf(holder.raw[keyword]);
  return members.length === 0 ? none : members.map((member, index) => readBelow(holder, member, keyword, index));
}

/** Where `nullable` stands beside alternatives, null becomes one of them. */
function readAlternatives(holder: Holder, keyword: "anyOf" | "oneOf"): readonly Schema[] {
  const members = readMembers(holder, keyword);
  const { raw, pointer } = holder;
  const withNull = members.some(({ types }) => types.includes("null"));
  if (members.length === 0 || raw.nullable !== true || raw.type !== undefined || withNull) return members;
  return [...members, { ...emptySchema(pointer), types: ["null"] }];
}

/** Adds the keywords that most schemas do without. */
function addRest(schema: Draft, holder: Holder): void {
  const { context, raw, pointer } = holder;
  const given = {
    // The second is what OpenAPI 3.0 has a name for.
    format: textOf(raw.format) ?? (/^base64$/i.test(textOf(raw.contentEncoding) ?? "") ? "byte" : undefined),
    known: raw["x-states"] === undefined ? undefined : readKnown(context, raw, pointer),
    values: raw.enum === undefined ? undefined : readValues(context.findings, raw, pointer),
    others: readOthers(holder),
    discriminator: raw.discriminator === undefined ? undefined : readDiscriminator(context, raw),
  };
  if (given.format !== undefined) schema.format = given.format;
  if (raw.deprecated === true) schema.deprecated = true;
  if (raw.readOnly === true) schema.readOnly = true;
  if (raw.writeOnly === true) schema.writeOnly = true;
  if (isBytes(raw)) schema.bytes = true;
  if (raw.default !== undefined) schema.default = raw.default;
  if (raw.const !== undefined) {
    checkExact(context.findings, raw.const, childPointer(pointer, "const"));
    schema.constant = { value: raw.const };
  }
  if (given.values !== undefined) schema.values = given.values;
  if (given.known !== undefined) schema.known = given.known;
  if (given.others !== undefined) schema.others = given.others;
  if (raw.additionalProperties === false) schema.closed = true;
  if (raw.items !== undefined) schema.items = readBelow(holder, raw.items, "items");
  if (given.discriminator !== undefined) schema.discriminator = given.discriminator;
}

function readTypes(context: SchemaContext, raw: JsonObject, pointer: string): readonly JsonType[] {
  const listed = isArray(raw.type) ? raw.type : raw.type === undefined ? [] : [raw.type];
  for (const type of listed) {
    if (typeof type === "string" && jsonTypes.includes(type)) continue;
    const message = `${JSON.stringify(type)} is not a type`;
    context.findings.push({
      pointer: childPointer(pointer, "type"),
      message,
      fix: `use one of ${jsonTypes.join(", ")}`,
    });
  }
  const types = listed.length === 0 ? impliedTypes(raw) : listed.filter(isJsonType);
  return types.length > 0 && isNullable(raw) && !types.includes("null") ? [...types, "null"] : types;
}

function isJsonType(type: Json): type is JsonType {
  return jsonTypes.includes(wordsOf(type));
}

/** What the other keywords of a schema without a `type` are about. */
function impliedTypes(raw: JsonObject): readonly JsonType[] {
  if (raw.contentEncoding !== undefined || isBytes(raw)) return ["string"];
  if (["properties", "additionalProperties", "patternProperties"].some((keyword) => isObject(raw[keyword]))) {
    return ["object"];
  }
  return raw.items !== undefined || raw.prefixItems !== undefined ? ["array"] : [];
}

/** These depend on who refers to a schema: there is no one type for it. */
function refuseDynamic({ context, raw, pointer }: Holder): void {
  for (const keyword of ["$dynamicRef", "$recursiveRef"]) {
    if (raw[keyword] === undefined) continue;
    const message = `\`${keyword}\` has no type of its own`;
    context.findings.push({ pointer: childPointer(pointer, keyword), message, fix: "write a plain `$ref`" });
  }
}

/** The values of a discriminator, by the schema that each stands for: those of the mapping, else the schemas' names. */
function readDiscriminator({ typeNames }: SchemaContext, raw: JsonObject): Discriminator | undefined {
  const { propertyName, mapping } = objectOf(raw.discriminator);
  if (typeof propertyName !== "string") return undefined;
  const mapped = Object.entries(objectOf(mapping)).map(([value, target]) => {
    const text = textOf(target) ?? "";
    const pointer = text.includes("#") ? pointerOfReference(text) : childPointer("/components/schemas", text);
    return { ref: typeNames.get(pointer) ?? "", value };
  });
  const members = [...listOf(raw.oneOf), ...listOf(raw.anyOf)].map((member) => textOf(objectOf(member).$ref) ?? "");
  const implied = members.map((reference) => {
    const pointer = pointerOfReference(reference);
    return { ref: typeNames.get(pointer) ?? "", value: parsePointer(pointer).at(-1) ?? "" };
  });
  const rest = implied.filter(({ ref }) => !mapped.some((entry) => entry.ref === ref));
  return { property: propertyName, values: [...mapped, ...rest].filter(({ ref }) => ref !== "") };
}

function readProperties(holder: Holder): readonly Property[] {
  const { raw } = holder;
  if (raw.properties === undefined) return none;
  const required = new Set(listOf(raw.required));
  return Object.entries(objectOf(raw.properties)).map(([name, value]) => ({
    name,
    required: required.has(name),
    schema: readBelow(holder, value, "properties", name),
  }));
}

function readOthers(holder: Holder): Schema | undefined {
  const { additionalProperties: additional, patternProperties } = holder.raw;
  if (additional === undefined && patternProperties === undefined) return undefined;
  const patterns = Object.entries(objectOf(patternProperties));
  const members = patterns.map(([pattern, value]) => readBelow(holder, value, "patternProperties", pattern));
  if (additional !== undefined && additional !== false)
    members.push(readBelow(holder, additional, "additionalProperties"));
  const [only, ...more] = members;
  if (only === undefined || more.length === 0) return only;
  return { ...emptySchema(only.pointer), anyOf: members };
}

/** Reads `x-states`: the values that a text is known to have, of a list that stays open. */
function readKnown({ findings }: SchemaContext, raw: JsonObject, pointer: string): KnownValue[] | undefined {
  const report = (message: string, fix: string): void => {
    findings.push({ pointer: childPointer(pointer, "x-states"), message: `x-states: ${message}`, fix });
  };
  const types = isArray(raw.type) ? raw.type : [raw.type];
  if (raw.type !== undefined && !types.includes("string")) {
    report(`the schema holds no text, but ${wordsOf(raw.type)}`, "write `type: string`, or take it away");
  }
  if (raw.enum !== undefined) report("beside `enum` the list is not open", "keep one of the two");
  const known = objectOf(raw["x-states"]).known;
  if (isArray(known)) return known.map((value) => ({ value: wordsOf(value), meaning: "" }));
  if (isObject(known)) {
    return Object.entries(known).map(([value, meaning]) => ({ value, meaning: textOf(meaning) ?? "" }));
  }
  report("it names no values", "list them below `known`, each with its meaning");
  return undefined;
}

const numberLimits = [
  ...(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"] as const),
  ...(["minItems", "maxItems", "minProperties", "maxProperties"] as const),
];

function readLimits(raw: JsonObject): Limits {
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {};
  for (const name of numberLimits) {
    const value = numberOf(raw[name]);
    if (value !== undefined) limits[name] = value;
  }
  const pattern = textOf(raw.pattern);
  if (pattern !== undefined) limits.pattern = pattern;
  if (raw.uniqueItems === true) limits.uniqueItems = true;
  return Object.keys(limits).length === 0 ? unlimited : limits;
}

/** Reads `x-conflicts`: where the vendor's documents disagree. */
export function readConflicts(raw: Json | undefined): readonly Conflict[] {
  if (raw === undefined) return none;
  return listOf(raw)
    .filter(isObject)
    .map((entry) => ({
      about: textOf(entry.about) ?? "",
      claims: Object.entries(objectOf(entry.claims)).map(([source, claim]) => ({ source, claim: wordsOf(claim) })),
      decision: wordsOf(ownValue(entry, "decision")),
      why: textOf(entry.why) ?? "",
    }));
}
