import { isArray, isObject, objectOf, textOf, without, type Json, type JsonObject } from "../lib/json.js";

/**
 * The document as other tools read it. They pass over extensions: known values of open lists and the successors of deprecated
 * operations stand in descriptions as well. `x-conflicts` is left out: the reference has a page for it.
 */
export function publishedDocument(document: JsonObject): JsonObject {
  return objectOf(rewritten(document, describe));
}

/** The document without extensions. */
export function withoutExtensions(document: JsonObject): JsonObject {
  const drop = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith("x-")));
  return objectOf(rewritten(document, drop));
}

/** Values below these keys are data: what looks like an extension in them is none. */
const data = new Set(["example", "value", "default", "const", "enum"]);
/** Below these keys stand names that the author chose. */
const names = new Set(["properties", "examples"]);

/** A copy in which every object of the document is changed; names that the author chose, data and extensions stay. */
function rewritten(value: Json, change: (object: JsonObject) => JsonObject, named = false): Json {
  if (isArray(value)) return value.map((item) => rewritten(item, change));
  if (!isObject(value)) return value;
  const entries = Object.entries(named ? value : change(value)).map(([name, inner]): [string, Json] => {
    const isData = data.has(name) || name.startsWith("x-") || (name === "examples" && isArray(inner));
    if (!named && isData) return [name, inner];
    return [name, rewritten(inner, change, !named && names.has(name))];
  });
  return Object.fromEntries(entries);
}

function describe(object: JsonObject): JsonObject {
  const value = without(object, "x-conflicts");
  const more = [knownValues(value), successor(value)].filter((text) => text !== "");
  if (more.length === 0) return value;
  return { ...value, description: [textOf(value.description)?.trim() ?? "", ...more].join(" ").trim() };
}

/** The known values of an open list, as a sentence. */
function knownValues(schema: JsonObject): string {
  const known = Object.entries(objectOf(objectOf(schema["x-states"]).known));
  if (known.length === 0) return "";
  const words = known.map(([value, meaning]) => `\`${value}\` (${(textOf(meaning) ?? "").replace(/\.$/, "")})`);
  return `Known values: ${words.join(", ")}.`;
}

function successor(operation: JsonObject): string {
  const text = textOf(operation["x-successor"]);
  if (text === undefined || operation.deprecated !== true) return "";
  const nearest = textOf(operation["x-nearest"]);
  return nearest === undefined
    ? `Deprecated; its successor is \`${text}\`.`
    : `Deprecated; its nearest successor is \`${text}\`. ${nearest}`;
}
