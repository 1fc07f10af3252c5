// What the keywords of OpenAPI hold: data, names, schemas.
import { isArray, type Json, type JsonObject } from "./json.js";

/** The sections of a document's components. */
export const sections =
  "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems".split(" ");

const nameKeys = new Set(["properties", "patternProperties", "$defs", ...sections]);

/** True for a key below which stand names that the author chose, whatever they are called. */
export function holdsNames(key: string): boolean {
  return nameKeys.has(key);
}

const dataKeys = new Set(["example", "default", "const", "enum", "value"]);

/** True for a key below which stands data, in which `$ref` is only a name. */
export function holdsData(key: string, value: Json): boolean {
  // The examples of a schema are values; those of a media type have names, and may be references.
  return dataKeys.has(key) || (key === "examples" && isArray(value));
}

/** The keywords that restrict a value, where others describe it. */
export const restricting = (
  "type format enum const not allOf anyOf oneOf properties required additionalProperties patternProperties items " +
  "prefixItems pattern uniqueItems minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength " +
  "minItems maxItems minProperties maxProperties"
).split(" ");

/** True for a schema that does not only describe. */
export function restricts(schema: JsonObject): boolean {
  return restricting.some((keyword) => Object.hasOwn(schema, keyword));
}

const one = "schema items additionalProperties not if then else contains propertyNames".split(" ");
const several = "properties patternProperties $defs schemas allOf anyOf oneOf prefixItems".split(" ");

/** True for a way through a document that ends at a schema. */
export function endsAtSchema(way: readonly string[]): boolean {
  const [above = "", last = ""] = way.slice(-2);
  return several.includes(above) || one.includes(last);
}
