// The messages about what does not fit the grammar.
import { isArray, type Json } from "../lib/json.js";
import { nearest, proposal } from "../lib/suggest.js";
import type { Ready, ReadyEntries, ReadyKind } from "./ready.js";

/** What is wrong in a place, in words. */
export interface Misfit {
  readonly message: string;
  readonly fix: string;
  /** The field that was meant. */
  readonly meant?: string | undefined;
}

/** A value of another shape than the one that is wanted. */
export function misfit(subject: string, value: Json, shape: Ready): Misfit {
  const message = `${subject} is ${given(value)}, not ${wanted(shape)}`;
  // As parameters have it, and as JSON Schema once had it.
  const isOld = subject === "`required`" && typeof value === "boolean" && shape.is === "list";
  const fix = isOld ? "write the name into the list `required` of the schema above it" : fixOf(value, shape);
  return { message, fix };
}

function given(value: Json): string {
  if (value === null) return "empty";
  if (isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return `${isQuoted(value) ? "the text " : ""}\`${shortened(String(value))}\``;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function wanted(shape: Ready): string {
  switch (shape.is) {
    case "kind":
      return shape.a;
    case "either":
      return shape.shapes.map(wanted).join(" or ");
    case "text":
    case "words":
    case "schemaName":
      return "text";
    case "boolean":
      return "`true` or `false`";
    case "number":
      return "a number";
    case "count":
      return "a whole number from 0 on";
    case "list":
      return "a list";
    case "map":
    case "data":
      return "an object";
  }
}

function fixOf(value: Json, shape: Ready): string {
  if (value === null) return takes(shape, "null") ? "put `null` in quotes" : "give it a value, or take it away";
  switch (shape.is) {
    case "kind":
      return objectFix(value, shape);
    case "either":
      return `write ${wanted(shape)}`;
    case "list":
      return typeof value !== "string" ? "write a list" : `put it in a list: \`[${shortened(value)}]\``;
    case "map":
      return "write an object with a name for each";
    case "number":
    case "count":
    case "boolean":
      return isQuoted(value) ? "take the quotes away" : `write ${wanted(shape)}`;
    default:
      return typeof value === "object" ? "write text" : "put it in quotes";
  }
}

/** True where the text is one of the words that are wanted. */
function takes(shape: Ready | undefined, text: string): boolean {
  if (shape?.is === "either") return shape.shapes.some((each) => takes(each, text));
  return shape?.is === "words" && shape.words.includes(text);
}

function isQuoted(value: Json): boolean {
  return typeof value === "string" && /^(?:true|false|\d+(?:\.\d+)?)$/.test(value);
}

function objectFix(value: Json, { fields, required, entries, open }: ReadyKind): string {
  if (entries !== undefined) return `write an object with one entry for each ${entries.each}`;
  if (open && typeof value === "string") {
    if (value.startsWith("#")) return `write \`$ref: "${value}"\` below it`;
    if (takes(fields.get("type"), value)) return `write \`type: ${value}\` below it`;
  }
  const names = (open ? ["type"] : required).map((name) => `\`${name}\``);
  return names.length === 0 ? "write an object" : `write an object with ${names.join(" and ")}`;
}

/** Text that is none of the words that are wanted. */
export function noneOf(name: string, value: string, words: readonly string[]): Misfit {
  return { message: `\`${shortened(value)}\` is no value of \`${name}\``, fix: proposal(value, words) };
}

/** A list with nothing in it. */
export function tooShort(name: string): Misfit {
  return { message: `\`${name}\` is an empty list`, fix: "put something into it, or take it away" };
}

/** More entries than can be meant. */
export function tooLong(name: string): Misfit {
  return { message: `\`${name}\` has more than one entry`, fix: "keep one of them" };
}

/** Two fields that say the same thing, each in its own way. */
export function tooMany({ a }: ReadyKind, [one, other]: readonly [string, string]): Misfit {
  return { message: `${a} has both \`${one}\` and \`${other}\``, fix: "keep one of the two" };
}

/** Fields of which an object needs one. */
export function missing({ a }: ReadyKind, ...names: readonly string[]): Misfit {
  const [first = "", ...others] = names.map((name) => `\`${name}\``);
  const all = others.length === 0 ? `no ${first}` : `neither ${[first, ...others].join(" nor ")}`;
  return { message: `${a} has ${all}`, fix: `add ${first}` };
}

/** A name that an author cannot choose here. */
export function strangeName(name: string, { each, fix }: ReadyEntries): Misfit {
  return { message: `\`${name}\` is no ${each}`, fix };
}

/** A field that is ignored, since a `$ref` stands for the whole. */
export function beside(name: string): Misfit {
  const fix = `move it to what the \`$ref\` leads to, or write that out here`;
  return { message: `\`${name}\` is ignored beside \`$ref\``, fix };
}

/** A field that the kind does not have. */
export function unknown(name: string, kind: ReadyKind): Misfit {
  const message = `\`${name}\` is no field of ${kind.a}`;
  if (name === "$ref") return { message, fix: "put what it leads to in its place" };
  const known = [...kind.fields.keys(), ...(kind.reference ? ["$ref"] : [])];
  const meant = nearest(name, known, Math.max(1, name.length / 3));
  const holder = holderOf(name, kind);
  if (holder !== undefined) return { message, fix: holder.fix, meant: holder.name };
  if (meant !== undefined) return { message, fix: `did you mean \`${meant}\`?`, meant };
  return { message, fix: "take it away, or let its name begin with `x-`" };
}

/** Swagger 2 has many fields one level higher. */
function holderOf(name: string, { fields }: ReadyKind): { readonly name: string; readonly fix: string } | undefined {
  const schema = fields.get("schema");
  if (schema?.is === "kind" && schema.fields.has(name)) return { name: "schema", fix: "write it below `schema`" };
  const content = fields.get("content");
  const media = content?.is === "map" && content.of.is === "kind" ? content.of : undefined;
  if (schema !== undefined || media?.fields.has(name) !== true) return undefined;
  return { name: "content", fix: "write it below `content`, under its media type" };
}

/** JSON Schema allows unknown keywords. One that is nearly a known keyword is a typing error. */
export function misspelt(name: string, { fields, a }: ReadyKind): Misfit | undefined {
  const known = [...fields.keys()].filter((keyword) => keyword.length > 3);
  const meant = nearest(name, known, name.length < 4 ? 0 : name.length < 8 ? 1 : 2);
  if (meant === undefined) return undefined;
  return { message: `\`${name}\` is no keyword of ${a}`, fix: `did you mean \`${meant}\`?`, meant };
}
