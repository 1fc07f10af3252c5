// The media types of a body or response, and the one that the client uses.
import { isObject, objectOf, textOf, type Json, type JsonObject } from "../lib/json.js";
import type { MediaKind } from "./types.js";

/** One entry of a `content`. */
export interface Media {
  readonly mediaType: string;
  readonly kind: MediaKind;
  readonly raw: JsonObject;
}

/** True for `application/json` and its relatives. */
export function isJsonType(mediaType: string): boolean {
  return /^[^/;]+\/([^;]+\+)?json\s*(;|$)/i.test(mediaType);
}

/** The entries of a `content`: the one that the client uses, JSON where there is one, then the others. */
export function mediaOf(content: Json | undefined): Media[] {
  const all = Object.entries(objectOf(content)).map(([mediaType, value]): Media => {
    const raw = objectOf(value);
    return { mediaType, kind: kindOf(mediaType, raw), raw };
  });
  const json = all.find(({ kind }) => kind === "json");
  return json === undefined ? all : [json, ...all.filter((media) => media !== json)];
}

function kindOf(mediaType: string, raw: JsonObject): MediaKind {
  if (isJsonType(mediaType)) return "json";
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return "form";
  if (/^multipart\//i.test(mediaType)) return "multipart";
  // Events arrive one by one, without an end: they are read like a file.
  if (/^text\/event-stream\b/i.test(mediaType)) return "binary";
  if (/^text\/|[/+](xml|yaml|x-yaml)\b/i.test(mediaType)) return "text";
  // Frameworks that give no media type mean JSON, unless the schema is bytes.
  return mediaType === "*/*" && isObject(raw.schema) && !isBytes(raw.schema) ? "json" : "binary";
}

/** True for a schema of bytes as they are: OpenAPI 3.1's way to say so, and 3.0's. */
export function isBytes(schema: JsonObject): boolean {
  if (schema.format === "binary") return true;
  return textOf(schema.contentMediaType) !== undefined && schema.contentEncoding === undefined;
}
