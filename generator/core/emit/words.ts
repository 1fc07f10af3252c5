// Limits and formats in words, for comments and pages.
import { code } from "../lib/markdown.js";
import type { Limits, Schema } from "../model/types.js";

const formats: Readonly<Record<string, string>> = {
  int64: "64-bit integer",
  date: "date, `yyyy-MM-dd`",
  "date-time": "date and time, RFC 3339",
  uri: "URI",
  uuid: "UUID",
  email: "e-mail address",
  byte: "Base64",
  password: "secret",
};

/** What a value must be beyond its type, as short phrases: "from 1 to 100", "at most 128 characters". */
export function limitWords(schema: Schema, formatIsNamed = false): string[] {
  const { limits } = schema;
  const format =
    formatIsNamed || schema.format === undefined ? [] : [formats[schema.format] ?? `format \`${schema.format}\``];
  // Most fields have none.
  if (Object.keys(limits).length === 0) return format;
  return [
    ...format,
    ...rangeWords(limits),
    ...countWords(limits.minLength, limits.maxLength, "character"),
    ...(limits.pattern === undefined ? [] : [`matches ${code(limits.pattern)}`]),
    ...countWords(limits.minItems, limits.maxItems, "item"),
    ...(limits.uniqueItems === true ? ["no item twice"] : []),
    ...countWords(limits.minProperties, limits.maxProperties, "field"),
  ];
}

function rangeWords(limits: Limits): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = limits;
  const words: string[] = [];
  if (minimum !== undefined && maximum !== undefined) words.push(`from ${minimum} to ${maximum}`);
  else if (minimum !== undefined) words.push(`at least ${minimum}`);
  else if (maximum !== undefined) words.push(`at most ${maximum}`);
  if (exclusiveMinimum !== undefined) words.push(`more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) words.push(`less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined) words.push(`a multiple of ${multipleOf}`);
  return words;
}

function countWords(least: number | undefined, most: number | undefined, thing: string): string[] {
  if (least !== undefined && least === most) return [`exactly ${countOf(least, thing)}`];
  if (least !== undefined && most !== undefined) return [`${least} to ${countOf(most, thing)}`];
  if (most !== undefined) return [`at most ${countOf(most, thing)}`];
  return least === undefined || least === 0 ? [] : [`at least ${countOf(least, thing)}`];
}

function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** The phrases as a sentence; the format is left out where something else names it. */
export function limitSentence(schema: Schema, formatIsNamed = false): string {
  const words = limitWords(schema, formatIsNamed);
  if (words.length === 0) return "";
  const text = words.join(", ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** A text as a code span; an empty one shows its quotes. */
export function textCode(text: string): string {
  return code(text === "" ? '""' : text);
}

/** Ends a text with a period unless it ends with a mark already. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
