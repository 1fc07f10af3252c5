import {
  defined,
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
import { childPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import type { Conflict, JsonType, KnownValue, Limits, Property, Schema } from "./types.js";

/** What is needed to read a schema: the document for references, the names of its component schemas. */
export interface SchemaContext {
  readonly document: JsonObject;
  readonly typeNames: ReadonlyMap<string, string>;
  readonly findings: Finding[];
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
    return { ...readKeywords(context, raw, pointer, via), ref: name };
  }
  return readKeywords(context, raw, pointer, via);
}

/** A schema that says nothing. */
export function emptySchema(pointer: string): Schema {
  return {
    pointer,
    types: [],
    description: "",
    examples: [],
    limits: {},
    properties: [],
    required: [],
    leading: [],
    allOf: [],
    anyOf: [],
    oneOf: [],
    conflicts: [],
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
  const merged = isObject(found) ? { ...found, ...siblings } : found;
  return readSchema(context, merged, target, [...via, target]);
}

function readKeywords(context: SchemaContext, raw: JsonObject, pointer: string, via: readonly string[]): Schema {
  const read = (value: Json | undefined, ...tokens: Array<string | number>): Schema =>
    readSchema(context, value, childPointer(pointer, ...tokens), via);
  const readAll = (keyword: string): Schema[] =>
    listOf(raw[keyword]).map((member, index) => read(member, keyword, index));
  const others = readOthers(raw, read);
  return defined({
    ...emptySchema(pointer),
    types: readTypes(context, raw, pointer),
    description: textOf(raw.description) ?? textOf(raw.title) ?? "",
    format: textOf(raw.format),
    deprecated: raw.deprecated === true ? (true as const) : undefined,
    readOnly: raw.readOnly === true ? (true as const) : undefined,
    writeOnly: raw.writeOnly === true ? (true as const) : undefined,
    default: raw.default,
    constant: raw.const === undefined ? undefined : { value: raw.const },
    values: isArray(raw.enum) ? raw.enum : undefined,
    known: readKnown(raw["x-states"]),
    examples: raw.example === undefined ? listOf(raw.examples) : [raw.example, ...listOf(raw.examples)],
    limits: readLimits(raw),
    properties: readProperties(raw, read),
    required: listOf(raw.required).filter((name) => typeof name === "string"),
    others,
    closed: raw.additionalProperties === false ? (true as const) : undefined,
    items: raw.items === undefined ? undefined : read(raw.items, "items"),
    leading: readAll("prefixItems"),
    allOf: readAll("allOf"),
    anyOf: readAll("anyOf"),
    oneOf: readAll("oneOf"),
    conflicts: readConflicts(raw["x-conflicts"]),
  });
}

function readTypes(context: SchemaContext, raw: JsonObject, pointer: string): JsonType[] {
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
  if (listed.length > 0) return listed.filter((type): type is JsonType => jsonTypes.includes(wordsOf(type)));
  if (["properties", "additionalProperties", "patternProperties"].some((keyword) => isObject(raw[keyword]))) {
    return ["object"];
  }
  return raw.items !== undefined || raw.prefixItems !== undefined ? ["array"] : [];
}

type Read = (value: Json | undefined, ...tokens: Array<string | number>) => Schema;

function readProperties(raw: JsonObject, read: Read): Property[] {
  const required = new Set(listOf(raw.required));
  return Object.entries(objectOf(raw.properties)).map(([name, value]) => ({
    name,
    required: required.has(name),
    schema: read(value, "properties", name),
  }));
}

function readOthers(raw: JsonObject, read: Read): Schema | undefined {
  const patterns = Object.entries(objectOf(raw.patternProperties));
  const additional = raw.additionalProperties;
  const members = patterns.map(([pattern, value]) => read(value, "patternProperties", pattern));
  if (additional !== undefined && additional !== false) members.push(read(additional, "additionalProperties"));
  const [only, ...more] = members;
  if (only === undefined || more.length === 0) return only;
  return { ...emptySchema(only.pointer), anyOf: members };
}

function readKnown(raw: Json | undefined): KnownValue[] | undefined {
  const known = isObject(raw) ? raw.known : undefined;
  if (isArray(known)) return known.map((value) => ({ value: wordsOf(value), meaning: "" }));
  if (!isObject(known)) return undefined;
  return Object.entries(known).map(([value, meaning]) => ({ value, meaning: textOf(meaning) ?? "" }));
}

function readLimits(raw: JsonObject): Limits {
  return defined({
    minimum: numberOf(raw.minimum),
    maximum: numberOf(raw.maximum),
    exclusiveMinimum: numberOf(raw.exclusiveMinimum),
    exclusiveMaximum: numberOf(raw.exclusiveMaximum),
    multipleOf: numberOf(raw.multipleOf),
    minLength: numberOf(raw.minLength),
    maxLength: numberOf(raw.maxLength),
    pattern: textOf(raw.pattern),
    minItems: numberOf(raw.minItems),
    maxItems: numberOf(raw.maxItems),
    uniqueItems: raw.uniqueItems === true ? (true as const) : undefined,
    minProperties: numberOf(raw.minProperties),
    maxProperties: numberOf(raw.maxProperties),
  });
}

/** Reads `x-conflicts`: where the vendor's documents disagree. */
export function readConflicts(raw: Json | undefined): Conflict[] {
  return listOf(raw)
    .filter(isObject)
    .map((entry) => ({
      about: textOf(entry.about) ?? "",
      claims: Object.entries(objectOf(entry.claims)).map(([source, claim]) => ({ source, claim: wordsOf(claim) })),
      decision: wordsOf(ownValue(entry, "decision")),
      why: textOf(entry.why) ?? "",
    }));
}
