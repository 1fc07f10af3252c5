import { child, dataAt, type Spot } from "../../core/load/spots.js";
import { itemsOf, keyword, layersOf, propertiesOf, typesOf, valuesOf } from "./schema.js";

type ScalarType = "string" | "integer" | "number" | "boolean";

/** A printed type ("Array of Job objects"), understood. */
export type PrintedType =
  | { readonly kind: "scalar"; readonly type: ScalarType; readonly format?: string }
  | { readonly kind: "object"; readonly table?: string }
  | { readonly kind: "array" | "map"; readonly of: PrintedType };

const SCALARS: Readonly<Record<string, ScalarType>> = {
  string: "string",
  date: "string",
  integer: "integer",
  int: "integer",
  long: "integer",
  number: "number",
  double: "number",
  float: "number",
  boolean: "boolean",
};

/** Formats that a printed type states by its name. */
const FORMATS: Readonly<Record<string, string>> = { long: "int64", double: "double", float: "float" };

/** Formats of numbers: a document states them by the name of a type, or not at all. */
export const NUMBER_FORMATS: ReadonlySet<string> = new Set(["int32", ...Object.values(FORMATS)]);

/** Reads a printed type; undefined for an unknown one. */
export function parseType(printed: string): PrintedType | undefined {
  const text = printed.trim().replace(/\s+/g, " ");
  const array = /^(?:Array of (.+)|(?:Array|List) ?<(.+)>)$/i.exec(text);
  if (array) return wrap("array", (array[1] ?? array[2] ?? "").replace(/^(\w+)s$/, singular));
  const map = /^Map ?<String, ?(.+)>$/i.exec(text);
  if (map) return wrap("map", map[1] ?? "");
  const word = text.toLowerCase();
  const scalar = Object.hasOwn(SCALARS, word) ? SCALARS[word] : undefined;
  const format = FORMATS[word];
  if (scalar) return { kind: "scalar", type: scalar, ...(format === undefined ? {} : { format }) };
  if (word === "object") return { kind: "object" };
  const table = /^(\S+)(?: objects?)?$/i.exec(text);
  return table?.[1] === undefined ? undefined : { kind: "object", table: table[1] };
}

/** "strings" is the plural of a type; "CreateBuildJobSteps" is a name. */
function singular(word: string, stem: string): string {
  return Object.hasOwn(SCALARS, stem.toLowerCase()) || /^object$/i.test(stem) ? stem : word;
}

function wrap(kind: "array" | "map", inner: string): PrintedType | undefined {
  const of = parseType(inner);
  return of && { kind, of };
}

/** The table that a type leads to, through arrays and maps. */
export function tableOf(type: PrintedType): string | undefined {
  if (type.kind === "scalar") return undefined;
  return type.kind === "object" ? type.table : tableOf(type.of);
}

/** What a printed type means, apart from the names of tables: equal texts mean equal types. */
export function senseOf(type: PrintedType): string {
  if (type.kind === "scalar") return type.type;
  return type.kind === "object" ? "object" : `${type.kind}<${senseOf(type.of)}>`;
}

/** What a schema accepts in the same words, null aside: "string", "integer|string", "array<object>". */
export function senseOfSchema(schema: Spot): string {
  const types = [...typesOf(schema)].filter((type) => type !== "null").sort();
  return types.map((type) => senseOfMember(schema, type)).join("|") || "any";
}

function senseOfMember(schema: Spot, type: string): string {
  if (type === "array") {
    const items = itemsOf(schema);
    return `array<${items ? senseOfSchema(items) : "any"}>`;
  }
  if (type !== "object" || propertiesOf(schema).length > 0) return type;
  const values = valuesOf(schema);
  if (values) return `map<${senseOfSchema(values)}>`;
  return keyword(schema, "additionalProperties") === true ? "map<any>" : type;
}

/** Whether the schema says what the document prints: no more and no less, null aside. */
export function sameType(type: PrintedType, schema: Spot): boolean {
  if (!sameFormat(type, schema)) return false;
  const wanted = senseOf(type);
  const found = senseOfSchema(schema);
  if (wanted === found) return true;
  // Objects whose fields the document does not describe: the values are free.
  if (type.kind === "map") return wanted === "map<object>" && found === "map<any>" && tableOf(type) === undefined;
  return type.kind === "object" && type.table === undefined && found === "map<any>";
}

/** Whether the schema has the format that a printed type states; whole numbers have none but int64. */
export function sameFormat(type: PrintedType, schema: Spot): boolean {
  if (type.kind !== "scalar" || type.format === undefined) return true;
  if (type.type === "number" && !typesOf(schema).has("number")) return true;
  return keyword(schema, "format") === type.format;
}

/** What a disagreement between type and schema is about: scalar types, containers, or either where one meets the other. */
export function aspectsOf(type: PrintedType, schema: Spot): Array<"type" | "container"> {
  const senses = [senseOf(type), senseOfSchema(schema)];
  const outline = (sense = ""): string =>
    sense.replace(/(string|integer|number|boolean)(\|(string|number))*/g, "scalar");
  if (outline(senses[0]) === outline(senses[1])) return ["type"];
  return senses.every((sense) => /^(array|map|object)/.test(sense)) ? ["container"] : ["type", "container"];
}

/** The layers of a schema that let null through. */
export function nullLayers(schema: Spot): Spot[] {
  return layersOf(schema).filter((layer) => {
    const type = dataAt(child(layer, "type"));
    return type === "null" || (Array.isArray(type) && type.includes("null"));
  });
}
