// Types and limits of a catalogue, in the words of the vendor's tables, so that one comparison serves both.
import type { FieldFacts, PrintedLimits, TableFacts } from "../facts.js";
import type { Catalogue, CatalogueField, CatalogueLimits, CatalogueType } from "./format.js";

const SCALARS: Readonly<Record<string, string>> = {
  string: "String",
  boolean: "Boolean",
  integer: "Integer",
  number: "Number",
  any: "Object",
  object: "Object",
  file: "File",
};
const FORMATS: Readonly<Record<string, string>> = { int64: "Long", double: "Double", float: "Float" };

/** A type as a table prints it: `Array of Job objects`, `Map<String,Object>`, `Long`. */
export function printedType(type: CatalogueType, own = ""): string {
  if (type.items) {
    const item = printedType(type.items, own);
    return /^[A-Z]\w*$/.test(item) && Object.values({ ...SCALARS, ...FORMATS }).includes(item)
      ? `Array of ${item.toLowerCase()}s`
      : `Array of ${item}s`;
  }
  if (type.additionalProperties)
    return `Map<String,${printedType(type.additionalProperties, own).replace(/ object$/, "")}>`;
  if (type.ref !== undefined) return `${type.ref} object`;
  if (type.fields) return `${own} object`;
  return FORMATS[type.format ?? ""] ?? SCALARS[type.type ?? "any"] ?? "Object";
}

/** A field as a row of a table. */
export function printedField(name: string, field: CatalogueField, table: string, mandatory: boolean): FieldFacts {
  const limits = printedLimits(field);
  return {
    name,
    type: printedType(field, `${table}.${name}`),
    ...(mandatory ? { mandatory: field.required === true } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(field.enum ? { values: field.enum.map(String) } : {}),
  };
}

const TIMES: Readonly<Record<string, PrintedLimits["timeFormat"]>> = {
  "yyyy-MM-dd": "date",
  "yyyy-MM-dd HH:mm:ss": "local-date-time",
};

function printedLimits({ limits = {}, default: preset, type, enum: values }: CatalogueField): PrintedLimits {
  const { length, timeFormat, ...rest } = limits;
  const format = TIMES[timeFormat ?? ""];
  return {
    ...tidy(rest, format !== undefined),
    ...(length !== undefined && rest.pattern === undefined ? { minLength: length, maxLength: length } : {}),
    ...(format ? { timeFormat: format } : {}),
    ...defaultOf(preset, type, values),
  };
}

/** A pattern that only spells out a format of times says nothing more; the largest int32 is no limit of the service. */
function tidy(
  { pattern, maximum, ...rest }: Omit<CatalogueLimits, "length" | "timeFormat">,
  isTime: boolean,
): PrintedLimits {
  return {
    ...rest,
    ...(maximum === undefined || maximum === 2 ** 31 - 1 ? {} : { maximum }),
    ...(pattern === undefined || isTime ? {} : { pattern }),
  };
}

/** Dates are the vendor's sample values, no defaults. */
function defaultOf(
  preset: CatalogueField["default"],
  type: string | undefined,
  values: CatalogueField["enum"],
): Pick<PrintedLimits, "default"> {
  if (preset === undefined || /^\d{4}-\d\d-\d\d/.test(String(preset))) return {};
  if (values !== undefined && !values.map(String).includes(String(preset))) return {};
  return { default: type === "integer" || type === "number" ? Number(preset) : preset };
}

/** The tables of one body: its own fields first, then those of every schema that they lead to. */
export function tablesOf(
  of: TableFacts["of"],
  fields: Readonly<Record<string, CatalogueField>>,
  schemas: Catalogue["schemas"],
): TableFacts[] {
  const tables: TableFacts[] = [];
  const named = new Set<string>();
  const add = (name: string, own: Readonly<Record<string, CatalogueField>>): void => {
    const rows = Object.entries(own).map(([key, field]) => printedField(key, field, name, of === "request"));
    if (rows.length > 0) tables.push({ of, name, fields: rows });
    for (const [key, field] of Object.entries(own)) follow(field, `${name}.${key}`);
  };
  const follow = (type: CatalogueType, own: string): void => {
    if (type.items) follow(type.items, own);
    if (type.additionalProperties) follow(type.additionalProperties, own);
    if (type.fields && type.ref === undefined) add(own, type.fields);
    const inner = type.ref === undefined ? undefined : (type.fields ?? schemas[type.ref]);
    if (type.ref === undefined || !inner || named.has(type.ref)) return;
    named.add(type.ref);
    add(type.ref, inner);
  };
  add(of === "request" ? "Request body parameters" : "Response body parameters", fields);
  return tables;
}
