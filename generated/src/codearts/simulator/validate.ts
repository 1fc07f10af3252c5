import type { JsonSchema, SchemaType } from "./data.js";

/** What is wrong with a value, and where: `parameter[0].name`, or empty for the value itself. */
export interface Issue {
  readonly at: string;
  readonly message: string;
}

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** True for a JSON object; an array is none. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const IS_TYPE: Record<SchemaType, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: isRecord,
};

/** The first thing that is wrong with a value, by a JSON Schema 2020-12 of the keywords that the specification uses. */
export function validate(value: unknown, schema: JsonSchema, schemas: Schemas, at = ""): Issue | undefined {
  return (
    checkReference(value, schema, schemas, at) ??
    checkType(value, schema, at) ??
    checkEnum(value, schema, at) ??
    checkCombination(value, schema, schemas, at) ??
    (typeof value === "string" ? checkString(value, schema, at) : undefined) ??
    (typeof value === "number" ? checkNumber(value, schema, at) : undefined) ??
    (Array.isArray(value) ? checkArray(value, schema, schemas, at) : undefined) ??
    (isRecord(value) ? checkObject(value, schema, schemas, at) : undefined)
  );
}

function checkReference(value: unknown, { $ref }: JsonSchema, schemas: Schemas, at: string): Issue | undefined {
  if ($ref === undefined) return undefined;
  const target = Object.hasOwn(schemas, $ref) ? schemas[$ref] : undefined;
  if (!target) throw new Error(`The simulator's data has no schema ${$ref}: run \`npm run generate\`.`);
  return validate(value, target, schemas, at);
}

function checkType(value: unknown, { type }: JsonSchema, at: string): Issue | undefined {
  if (type === undefined) return undefined;
  const types = typeof type === "string" ? [type] : type;
  return types.some((one) => IS_TYPE[one](value)) ? undefined : { at, message: `is not of type ${types.join(" or ")}` };
}

function checkEnum(value: unknown, schema: JsonSchema, at: string): Issue | undefined {
  if (!schema.enum || schema.enum.some((one) => equal(one, value))) return undefined;
  return { at, message: `is none of ${schema.enum.map((one) => JSON.stringify(one)).join(", ")}` };
}

function checkCombination(value: unknown, schema: JsonSchema, schemas: Schemas, at: string): Issue | undefined {
  if (schema.anyOf?.every((one) => validate(value, one, schemas, at))) return { at, message: "has no form that fits" };
  if (schema.not && !validate(value, schema.not, schemas, at)) return { at, message: "is a value that is not allowed" };
  return undefined;
}

function checkString(value: string, schema: JsonSchema, at: string): Issue | undefined {
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  // Characters, not UTF-16 units; a text without surrogates has as many of either.
  const length = /[\ud800-\udbff]/.test(value) ? Array.from(value).length : value.length;
  if (length < minLength) return { at, message: `is shorter than ${minLength} characters` };
  if (length > maxLength) return { at, message: `is longer than ${maxLength} characters` };
  if (pattern !== undefined && !regExp(pattern).test(value)) return { at, message: `does not match ${pattern}` };
  if (format === "date" && !isDate(value)) return { at, message: "is not a date like 2026-01-31" };
  return undefined;
}

const compiled = new Map<string, RegExp>();

function regExp(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(pattern, "u");
  compiled.set(pattern, known);
  return known;
}

/** True for `yyyy-MM-dd` of a day that the calendar has. */
export function isDate(text: string): boolean {
  const [, year, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month < 1 || month > 12) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}

function checkNumber(value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema, at: string) {
  if (value < minimum) return { at, message: `is less than ${minimum}` };
  if (value > maximum) return { at, message: `is greater than ${maximum}` };
  return undefined;
}

function checkArray(value: readonly unknown[], schema: JsonSchema, schemas: Schemas, at: string): Issue | undefined {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems) return { at, message: `has fewer than ${minItems} entries` };
  if (value.length > maxItems) return { at, message: `has more than ${maxItems} entries` };
  return items && first(value, (item, index) => validate(item, items, schemas, `${at}[${index}]`));
}

function checkObject(value: Readonly<Record<string, unknown>>, schema: JsonSchema, schemas: Schemas, at: string) {
  const { properties = {}, required = [], additionalProperties = true, maxProperties = Infinity } = schema;
  const inside = (name: string): string => (at ? `${at}.${name}` : name);
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { at: inside(missing), message: "is missing" };
  const names = Object.keys(value);
  if (names.length > maxProperties) return { at, message: `has more than ${maxProperties} fields` };
  return first(names, (name) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (own === false) return { at: inside(name), message: "is not known here" };
    return typeof own === "object" ? validate(value[name], own, schemas, inside(name)) : undefined;
  });
}

function first<T>(list: readonly T[], check: (item: T, index: number) => Issue | undefined): Issue | undefined {
  for (const [index, item] of list.entries()) {
    const issue = check(item, index);
    if (issue) return issue;
  }
  return undefined;
}

/** Equality of JSON values; the order of fields means nothing. */
function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]))
  );
}
