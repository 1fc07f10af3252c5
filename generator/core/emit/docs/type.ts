import { cellCode, escaped } from "../../lib/markdown.js";
import type { Schema } from "../../model/types.js";

/** How a named schema is linked to: its place on the same page. */
export type SchemaLink = (name: string) => string;

/** The type of a value in words, for a cell of a table; named schemas are links. */
export function markdownType(schema: Schema, link: SchemaLink): string {
  if (schema.ref !== undefined) return `[${escaped(schema.ref)}](${link(schema.ref)})`;
  if (schema.constant !== undefined) return cellCode(JSON.stringify(schema.constant.value));
  const variants = [...schema.anyOf, ...schema.oneOf];
  const parts = [
    ...schema.types.map((type) => ownType(type, schema, link)),
    ...variants.map((variant) => markdownType(variant, link)),
  ];
  const all = schema.allOf.filter(({ ref }) => ref !== undefined).map((member) => markdownType(member, link));
  const text = [[...new Set(parts)].join(" or "), ...all].filter((part) => part !== "").join(" with ");
  return text === "" ? (schema.allOf.length > 0 ? "object" : "any") : text;
}

function ownType(type: string, schema: Schema, link: SchemaLink): string {
  if (type === "array") return schema.items === undefined ? "array" : `array of ${markdownType(schema.items, link)}`;
  if (type === "object" && schema.properties.length === 0 && schema.others !== undefined) {
    return `map of ${markdownType(schema.others, link)}`;
  }
  return type;
}
