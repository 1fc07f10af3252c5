// JSON as TypeScript.
import { isArray, isObject, type Json } from "./json.js";
import { propertyKey } from "./text.js";

/** How wide a line of code may be. */
const width = 120;

/**
 * A JSON value as a TypeScript expression: on one line while that fits, else a line an entry. `used` is how much of the
 * first line is taken by what stands before the value.
 */
export function literal(value: Json, used = 0, indent = ""): string {
  const short = onOneLine(value);
  if (short.length + used + indent.length <= width || !(isArray(value) || isObject(value))) return short;
  const inner = `${indent}  `;
  const lines = isArray(value)
    ? value.map((item) => literal(item, 0, inner))
    : Object.entries(value).map(([name, item]) => entry(propertyKey(name), item, inner));
  const [open, close] = isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.map((line) => `${inner}${line},\n`).join("")}${indent}${close}`;
}

function entry(key: string, value: Json, indent: string): string {
  return `${key}: ${literal(value, key.length + 2, indent)}`;
}

function onOneLine(value: Json): string {
  if (isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, item]) => `${propertyKey(name)}: ${onOneLine(item)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
