import type { JsonObject } from "./json.js";

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
