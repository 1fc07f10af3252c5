// New parts of the specification, made from a table.
import { parseType, type PrintedType } from "../check/types.js";
import type { FieldFacts, PrintedLimits, TableFacts } from "../facts.js";
import { PLACEHOLDER } from "./proposal.js";

type Schema = Record<string, unknown>;

/** What a new schema needs to know of the document that it comes from. */
export interface FragmentOrigin {
  /** The tables of the body, for the fields behind a type. */
  readonly tables: readonly TableFacts[];
  /** Requests are closed to unknown values, responses open. */
  readonly request: boolean;
}

/** The schema that a row of a table describes, with a description left to write. */
export function schemaOfRow(row: FieldFacts, origin: FragmentOrigin, seen: readonly string[] = []): Schema {
  const { type, items, ...rest } = schemaOfType(row.type, origin, seen);
  const described = { ...(type === undefined ? {} : { type }), description: PLACEHOLDER, ...rest };
  return {
    ...described,
    ...(items === undefined ? {} : { items }),
    ...keywordsOf(row.limits ?? {}),
    ...valuesSchema(row, origin),
  };
}

/** The schema of an object whose fields a table lists. */
export function schemaOfTable(
  { name, fields }: TableFacts,
  origin: FragmentOrigin,
  seen: readonly string[] = [],
): Schema {
  const required = fields.filter(({ mandatory }) => mandatory === true).map((field) => field.name);
  return {
    type: "object",
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map((row) => [row.name, schemaOfRow(row, origin, [...seen, name])])),
  };
}

/** A printed type as a schema; one that nobody knows accepts anything. */
export function schemaOfType(printed: string, origin: FragmentOrigin, seen: readonly string[] = []): Schema {
  const type = parseType(printed);
  return type ? build(type, origin, seen) : {};
}

function build(type: PrintedType, origin: FragmentOrigin, seen: readonly string[]): Schema {
  if (type.kind === "scalar") {
    return { type: type.type, ...(type.format === undefined ? {} : { format: type.format }) };
  }
  if (type.kind !== "object") {
    const inner = build(type.of, origin, seen);
    return type.kind === "array" ? { type: "array", items: inner } : { type: "object", additionalProperties: inner };
  }
  const table = origin.tables.find(({ name }) => name === type.table);
  return table && !seen.includes(table.name) ? schemaOfTable(table, origin, seen) : { type: "object" };
}

/** Limits as the keywords of a schema; a longest window is a rule of the operation (`x-time`). */
export function keywordsOf(limits: PrintedLimits): Schema {
  const { timeFormat, forbidden } = limits;
  const elsewhere = ["timeFormat", "maximumDays", "forbidden"];
  return {
    ...Object.fromEntries(Object.entries(limits).filter(([word]) => !elsewhere.includes(word))),
    ...(timeFormat === "date" ? { format: "date" } : {}),
    ...(forbidden === undefined ? {} : { not: { enum: forbidden } }),
  };
}

function valuesSchema({ values }: FieldFacts, { request }: FragmentOrigin): Schema {
  if (values === undefined) return {};
  return request ? { enum: values } : { "x-states": { known: meanings(values) } };
}

/** Values with their meanings left to write. */
export function meanings(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, PLACEHOLDER]));
}
