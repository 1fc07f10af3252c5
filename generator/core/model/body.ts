import { isObject, objectOf, ownValue, textOf, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { mediaOf, type Media } from "./media.js";
import type { RawOperation } from "./operation.js";
import { partHeaders, readEncodedWriting } from "./parameter.js";
import { sideOf } from "./resolve.js";
import { readSchema, type SchemaContext } from "./schema.js";
import type { Argument, Body, Part, Schema } from "./types.js";

/** Reads the request body: its fields as arguments where it is a plain object, else the one argument `body`. */
export function readBody(context: SchemaContext, operation: RawOperation): { body?: Body; arguments: Argument[] } {
  if (operation.body === undefined) return { arguments: [] };
  const { raw, pointer } = operation.body;
  const [media, ...alternatives] = mediaOf(raw.content);
  if (media === undefined || !canCarry(context, operation, pointer)) {
    if (media === undefined) {
      const finding = { message: "the request body has no `content`", fix: "describe it as application/json" };
      context.findings.push({ pointer: childPointer(pointer, "content"), ...finding });
    }
    return { arguments: [] };
  }
  const at = childPointer(pointer, "content", media.mediaType);
  const schema = readSchema(context, media.raw.schema, childPointer(at, "schema"));
  const common = {
    encoding: media.kind,
    mediaType: plainMediaType(media),
    alternatives: alternatives.map(({ mediaType }) => mediaType),
    parts: readParts(context, media, at),
    required: raw.required === true,
    description: textOf(raw.description) ?? schema.description,
    schema,
  };
  const hasFields = ["json", "form", "multipart"].includes(media.kind);
  const fields = hasFields ? bodyFields(context, schema) : undefined;
  // A body that may be left out, but not its fields, cannot be told from its fields alone.
  if (fields !== undefined && (common.required || !fields.some((field) => field.required))) {
    return { body: { kind: "json", ...common }, arguments: fields };
  }
  checkForm(context, media, schema, at);
  const { required, description } = common;
  const argument = { name: "body", in: "body" as const, required, deprecated: false, description, conflicts: [] };
  return { body: { kind: "value", ...common }, arguments: [{ ...argument, schema }] };
}

/** A range of media types is none that could be sent. */
function plainMediaType({ mediaType, kind }: Media): string {
  if (!mediaType.includes("*")) return mediaType;
  return kind === "json" ? "application/json" : kind === "text" ? "text/plain" : "application/octet-stream";
}

/** `fetch` refuses a GET or HEAD with a body. */
function canCarry(context: SchemaContext, { method }: RawOperation, pointer: string): boolean {
  if (method !== "GET" && method !== "HEAD") return true;
  const message = `a ${method} request cannot carry a body: fetch refuses it`;
  context.findings.push({ pointer, message, fix: "give it as parameters, or use another method" });
  return false;
}

/** A form is made of named fields. */
function checkForm(context: SchemaContext, { kind, mediaType }: Media, schema: Schema, pointer: string): void {
  if (kind !== "form" && kind !== "multipart") return;
  const parts = context.partsOf(schema);
  const maybe = parts.some((part) => part.types.length === 0 || part.types.includes("object"));
  if (maybe && !(kind === "multipart" && /^multipart\/(?!form-data)/i.test(mediaType))) return;
  const message = `a body of ${mediaType} that is not an object of fields cannot be sent`;
  context.findings.push({ pointer, message, fix: "describe its fields as `properties`" });
}

/** What the `encoding` of a form says of its fields. */
function readParts(context: SchemaContext, { kind, raw }: Media, pointer: string): Record<string, Part> {
  if (kind !== "form" && kind !== "multipart") return {};
  const entries = Object.entries(objectOf(raw.encoding)).flatMap(([name, value]): Array<[string, Part]> => {
    const encoding = objectOf(value);
    const headers = partHeaders(encoding);
    if (headers.length > 0) {
      const at = childPointer(pointer, "encoding", name, "headers");
      const message = `the header ${headers.join(", ")} of one part of a body cannot be sent`;
      context.findings.push({ pointer: at, message, fix: "leave it out" });
    }
    const part = readPart(encoding);
    return Object.keys(part).length === 0 ? [] : [[name, part]];
  });
  return Object.fromEntries(entries);
}

function readPart(encoding: JsonObject): Part {
  // Of several that the service takes, the first is sent; a range leaves it to the value.
  const contentType = textOf(encoding.contentType)?.split(",")[0]?.trim();
  const writing = readEncodedWriting(encoding);
  return {
    ...(contentType === undefined || contentType.includes("*") ? {} : { contentType }),
    ...(writing === undefined ? {} : { writing }),
  };
}

/** The fields of a body that is a plain object, or an `allOf` of such; undefined for any other body. */
function bodyFields(context: SchemaContext, schema: Schema): Argument[] | undefined {
  const seen = new Set<string>();
  const tags = new Map<string, string[]>();
  const collect = (part: Schema): Schema[] | undefined => {
    if (!isPlainPart(part)) return undefined;
    // A choice of one is that one.
    const inner: Array<Schema[] | undefined> = [...part.allOf, ...part.oneOf].map(collect);
    const [only] = part.oneOf;
    if (only?.ref !== undefined && part.discriminator !== undefined) {
      const values = part.discriminator.values.filter(({ ref }) => ref === only.ref).map(({ value }) => value);
      tags.set(part.discriminator.property, values);
    }
    if (part.ref !== undefined) {
      if (seen.has(part.ref)) return undefined;
      seen.add(part.ref);
      const target = context.named(part.ref);
      inner.push(target === undefined ? undefined : collect(target));
    }
    return inner.includes(undefined) ? undefined : [part, ...inner.flatMap((member) => member ?? [])];
  };
  const parts = collect(schema);
  if (parts === undefined) return undefined;
  const required = new Set(parts.flatMap((part) => part.required));
  const all = parts.flatMap((part) => part.properties);
  const byName = new Map(all.map(({ name, schema: field }) => [name, tagged(field, tags.get(name))]));
  // Where two parts speak of one field, both hold: its type is not that of either.
  if (byName.size < all.length) return undefined;
  const named = [...required].every((name) => byName.has(name));
  if (!named) return undefined;
  return [...byName].flatMap(([name, field]) =>
    sideOf(field, context.named) === "given" ? [] : [bodyField(name, required.has(name), field)],
  );
}

/** True for an object that is described by its fields alone, and for references to and compositions of such objects. */
function isPlainPart(part: Schema): boolean {
  const plain = part.types.every((type) => type === "object") && part.anyOf.length === 0 && part.oneOf.length < 2;
  if (!plain || part.others !== undefined || part.values !== undefined || part.constant !== undefined) return false;
  if (part.never === true || part.bytes === true) return false;
  const said = part.types.length + part.allOf.length + part.oneOf.length + part.required.length;
  return part.ref !== undefined || said > 0;
}

/** The field of a discriminator, which has these values and no others. */
function tagged(field: Schema, values: readonly string[] | undefined): Schema {
  return values === undefined || field.values !== undefined ? field : { ...field, values };
}

function bodyField(name: string, required: boolean, schema: Schema): Argument {
  return {
    name,
    in: "body",
    required,
    deprecated: schema.deprecated === true,
    description: schema.description,
    schema,
    conflicts: schema.conflicts,
  };
}

/** The example of a body that belongs to a media type. */
export function mediaEntry(holder: JsonObject | undefined, mediaType: string | undefined): JsonObject {
  const content = objectOf(holder?.content);
  const media = mediaType === undefined ? Object.values(content)[0] : ownValue(content, mediaType);
  return isObject(media) ? media : {};
}
