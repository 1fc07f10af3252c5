import { cell, cellCode, code, table } from "../../lib/markdown.js";
import type { Property, Schema } from "../../model/types.js";
import { limitSentence, sentence, textCode } from "../words.js";
import { markdownType, type SchemaLink } from "./type.js";

/** A row of a table of fields: its path from the value that the table is about, such as `steps[].name`. */
interface Field {
  readonly path: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** A table of all fields of an object schema; objects that have no name of their own are unfolded in it. */
export function fieldTable(schema: Schema, link: SchemaLink): string {
  const fields = fieldsOf(schema, "");
  const rows = fields.map(({ path, required, schema: field }) => [
    cellCode(path),
    markdownType(field, link),
    required ? "yes" : "",
    cell(describe(field)),
  ]);
  return table(["Field", "Type", "Required", "Description"], rows);
}

/** What a table's last column says of a value: description, limits, default, values. */
export function describe(schema: Schema, description = schema.description): string {
  const known = (schema.known ?? []).map(({ value, meaning }) => {
    return `${textCode(value)}${meaning === "" ? "" : ` (${meaning.replace(/\.$/, "")})`}`;
  });
  const values = (schema.values ?? []).map((value) => code(JSON.stringify(value)));
  const parts = [
    schema.deprecated === true ? "Deprecated." : "",
    sentence(description),
    limitSentence(schema),
    values.length === 0 ? "" : `One of ${values.join(", ")}.`,
    known.length === 0 ? "" : `Known values: ${known.join(", ")}.`,
    schema.default === undefined ? "" : `Default: ${code(JSON.stringify(schema.default))}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function fieldsOf(schema: Schema, prefix: string): Field[] {
  const own = schema.properties.flatMap((property) => unfold(property, prefix));
  const composed = [...schema.allOf, ...schema.anyOf, ...schema.oneOf];
  return [...own, ...composed.flatMap((member) => (member.ref === undefined ? fieldsOf(member, prefix) : []))];
}

function unfold({ name, required, schema }: Property, prefix: string): Field[] {
  const path = `${prefix}${name}`;
  const own: Field = { path, required, schema };
  if (schema.ref !== undefined) return [own];
  const items = schema.items;
  const below = items !== undefined && items.ref === undefined ? fieldsOf(items, `${path}[].`) : [];
  const others = schema.others;
  const values = others !== undefined && others.ref === undefined ? fieldsOf(others, `${path}.*.`) : [];
  return [own, ...fieldsOf(schema, `${path}.`), ...below, ...values];
}
