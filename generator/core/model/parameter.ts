import { listOf, objectOf, textOf, wordsOf, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { sentPath } from "../lib/text.js";
import { mediaOf } from "./media.js";
import type { RawOperation } from "./operation.js";
import { readConflicts, readSchema, type SchemaContext } from "./schema.js";
import { shapesOf, type Shape } from "./shape.js";
import { proposal } from "../lib/suggest.js";
import type { Argument, ArgumentPlace, Schema, Writing } from "./types.js";

type Style = Writing["style"];

type Place = Exclude<ArgumentPlace, "body">;

/** The styles that OpenAPI has for parameters in each place; the first is the default. */
const styles: Readonly<Record<Place, readonly Style[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** OpenAPI leaves these headers to other keywords. */
const ignoredHeaders = ["accept", "content-type", "authorization"];

/** Reads the parameters as arguments, in the order path, query, header, cookie. */
export function readParameters(context: SchemaContext, operation: RawOperation): Argument[] {
  const read = operation.parameters.flatMap(({ raw, pointer }) => readParameter(context, raw, pointer));
  checkPath(context, operation, read);
  checkTwice(context, operation);
  return (Object.keys(styles) as Place[]).flatMap((place) => read.filter((argument) => argument.in === place));
}

/** Every name in braces is a path parameter, and the other way round. */
function checkPath(context: SchemaContext, operation: RawOperation, read: readonly Argument[]): void {
  const report = (message: string, fix: string): void =>
    void context.findings.push({ pointer: operation.pointer, message, fix });
  const path = sentPath(operation.path);
  if (path.includes("?") && read.some((argument) => argument.in === "query")) {
    report("the path holds a query, and there are query parameters beside it", "describe all of it as parameters");
  }
  const inPath = new Set([...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? ""));
  const names = new Set(read.filter((argument) => argument.in === "path").map(({ name }) => name));
  for (const name of inPath) {
    if (names.has(name)) continue;
    const fix = `add the parameter \`${name}\` with \`in: path\``;
    report(`the path has {${name}}, but no path parameter has that name`, fix);
  }
  for (const name of names) {
    if (inPath.has(name)) continue;
    report(`the path parameter ${name} does not occur in the path`, `put {${name}} into the path`);
  }
}

/** Two parameters of one place and name: only one of them could be sent. */
function checkTwice(context: SchemaContext, { parameters }: RawOperation): void {
  const seen = new Set<string>();
  for (const { raw, pointer } of parameters) {
    // Names of headers do not distinguish capitals.
    const name = raw.in === "header" ? wordsOf(raw.name).toLowerCase() : raw.name;
    const key = JSON.stringify([raw.in, name]);
    if (seen.has(key)) {
      const message = `the ${wordsOf(raw.in)} parameter ${wordsOf(raw.name)} is there twice`;
      context.findings.push({ pointer, message, fix: "take one of them away" });
    }
    seen.add(key);
  }
}

function readParameter(context: SchemaContext, raw: JsonObject, pointer: string): Argument[] {
  const name = textOf(raw.name) ?? "";
  const place = textOf(raw.in) ?? "no place";
  if (place === "header" && ignoredHeaders.includes(name.toLowerCase())) return [];
  if (!isPlace(place) || name === "") {
    const [message, fix] = isPlace(place)
      ? ["a parameter has no name", "give it a `name`"]
      : [`a parameter in ${place} cannot be sent`, "use `in: path`, `query`, `header` or `cookie`"];
    context.findings.push({ pointer, message, fix });
    return [];
  }
  if (place === "header" && name === "__proto__") {
    context.findings.push({ pointer, message: "a header cannot be called __proto__", fix: "leave the parameter out" });
    return [];
  }
  const [media] = mediaOf(raw.content);
  const at = media === undefined ? [] : ["content", media.mediaType];
  const holder = media?.raw ?? raw;
  const schema = readSchema(context, holder.schema, childPointer(pointer, ...at, "schema"));
  const writing = readWriting(context, raw, place, schema, pointer);
  return [
    {
      name,
      in: place,
      required: raw.required === true || place === "path",
      deprecated: raw.deprecated === true,
      description: textOf(raw.description) ?? schema.description,
      schema,
      ...(writing === undefined ? {} : { writing }),
      conflicts: readConflicts(raw["x-conflicts"]),
    },
  ];
}

function isPlace(place: string): place is Place {
  return Object.hasOwn(styles, place);
}

/** How a parameter is written; undefined where the runtime's usual way is that way. */
function readWriting(
  context: SchemaContext,
  raw: JsonObject,
  place: Place,
  schema: Schema,
  pointer: string,
): Writing | undefined {
  const [media] = mediaOf(raw.content);
  const style = readStyle(context, raw, place, pointer);
  const explode = typeof raw.explode === "boolean" ? raw.explode : style === "form";
  if (media?.kind === "json") return { style, explode, json: true };
  const shapes = shapesOf(schema, context);
  if (media !== undefined && !shapes.has("scalar")) {
    const message = `a parameter of ${media.mediaType} cannot be written`;
    const fix = "describe it by `schema`, or as application/json";
    context.findings.push({ pointer: childPointer(pointer, "content"), message, fix });
  }
  const reserved = place === "query" && raw.allowReserved === true ? ({ reserved: true } as const) : {};
  const writing: Writing = { style, explode, ...reserved };
  if (isNested(context, schema)) {
    // Services that have such parameters take JSON; with brackets, each has a notation of its own.
    if (style !== "deepObject") return { ...writing, json: true };
    const message = "style deepObject has no form for an array or object within another";
    const fix = "describe the parameter by `content` with application/json";
    context.findings.push({ pointer: childPointer(pointer, "style"), message, fix });
  }
  return isUsual(place, writing, shapes) ? undefined : writing;
}

function readStyle(context: SchemaContext, raw: JsonObject, place: Place, pointer: string): Style {
  const [usual = "simple"] = styles[place];
  const style = raw.style ?? usual;
  const known = styles[place].find((each) => each === style);
  if (known === undefined) {
    const message = `a ${place} parameter has no style ${wordsOf(style)}`;
    context.findings.push({
      pointer: childPointer(pointer, "style"),
      message,
      fix: proposal(wordsOf(style), styles[place]),
    });
  }
  return known ?? usual;
}

/** The runtime writes single values in path, query and headers, and lists of them as repeated pairs of the query. */
function isUsual(place: Place, { style, explode, reserved }: Writing, shapes: ReadonlySet<Shape>): boolean {
  if (place === "cookie" || reserved === true || style === "label" || style === "matrix" || style === "deepObject") {
    return false;
  }
  if (shapes.has("object")) return false;
  return !shapes.has("array") || (place === "query" && style === "form" && explode);
}

/** True for a list or named values that hold others: OpenAPI gives them no form in any style. */
function isNested(context: SchemaContext, schema: Schema): boolean {
  if (shapesOf(schema, context).has("scalar")) return false;
  const inner = context
    .partsOf(schema)
    .flatMap((part) => [
      ...(part.items === undefined ? [] : [part.items]),
      ...part.properties.map((property) => property.schema),
    ]);
  return inner.some((each) => !shapesOf(each, context).has("scalar"));
}

/** What a form's `encoding` says of a field; undefined where it says nothing. */
export function readEncodedWriting(raw: JsonObject): Writing | undefined {
  if (raw.style === undefined && raw.explode === undefined && raw.allowReserved === undefined) return undefined;
  const style = styles.query.find((each) => each === raw.style) ?? "form";
  const explode = typeof raw.explode === "boolean" ? raw.explode : style === "form";
  return { style, explode, ...(raw.allowReserved === true ? { reserved: true as const } : {}) };
}

/** The names of the headers that a part of a multipart body asks for; they cannot be given. */
export function partHeaders(raw: JsonObject): string[] {
  return [...Object.keys(objectOf(raw.headers)), ...listOf(raw.headers).map(wordsOf)].filter(
    (name) => name.toLowerCase() !== "content-type",
  );
}
