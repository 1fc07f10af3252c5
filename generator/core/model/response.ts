import { objectOf, textOf } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { successesOf } from "../lib/successes.js";
import { mediaOf } from "./media.js";
import { follow } from "../lib/reference.js";
import type { RawOperation } from "./operation.js";
import { readSchema, type SchemaContext } from "./schema.js";
import { shapesOf } from "./shape.js";
import type { Answer, Response } from "./types.js";

/** Reads the responses, in the order of the document. */
export function readResponses(context: SchemaContext, operation: RawOperation): Response[] {
  return operation.responses.map(({ status, raw, pointer }) => {
    const [media, ...others] = mediaOf(raw.content);
    const headers = Object.entries(objectOf(raw.headers)).map(([name, header]) => ({
      name,
      description: textOf(follow(context.document, header, "").raw.description) ?? "",
    }));
    const common = { status, description: textOf(raw.description) ?? "", headers };
    if (media === undefined) return { ...common, alternatives: [] };
    const { mediaType, kind } = media;
    const described = { ...common, mediaType, alternatives: others.map((other) => other.mediaType) };
    if (kind !== "json" || media.raw.schema === undefined) return described;
    const at = childPointer(pointer, "content", mediaType, "schema");
    return { ...described, schema: readSchema(context, media.raw.schema, at) };
  });
}

/** What a success carries. Where successes are of different kinds, one method could not return them all. */
export function answerOf(context: SchemaContext, operation: RawOperation, responses: readonly Response[]): Answer {
  const successes = successesOf(responses);
  const statuses = new Set(successes.map(({ status }) => status));
  const read = operation.responses
    .filter(({ status }) => statuses.has(status))
    .map((response) => ({ ...response, media: mediaOf(response.raw.content)[0] }));
  const kinds = new Set(read.flatMap(({ media }) => (media === undefined ? [] : [media.kind])));
  if (operation.method === "HEAD" || kinds.size === 0) return { kind: "empty" };
  if (kinds.size > 1) report(context, operation, read);
  const mayBeEmpty = read.some(({ media }) => media === undefined);
  if (kinds.has("json")) return jsonAnswer(context, successes, mayBeEmpty);
  if (kinds.has("text")) return { kind: "text", mayBeEmpty };
  return { kind: "binary", mediaType: read.find(({ media }) => media !== undefined)?.media?.mediaType ?? "" };
}

function jsonAnswer(context: SchemaContext, successes: readonly Response[], mayBeEmpty: boolean): Answer {
  const schemas = successes.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  const undescribed = successes.some(({ mediaType, schema }) => mediaType !== undefined && schema === undefined);
  const shapes = new Set(schemas.flatMap((schema) => [...shapesOf(schema, context)]));
  const [only] = undescribed || shapes.size > 1 ? [] : shapes;
  const shape = only === "object" || only === "array" ? only : "any";
  // One success of unknown type makes the type of all of them unknown.
  return { kind: "json", schemas: undescribed ? [] : schemas, mayBeEmpty, shape };
}

function report(
  context: SchemaContext,
  { pointer }: RawOperation,
  read: ReadonlyArray<{ readonly status: string; readonly media: { readonly mediaType: string } | undefined }>,
): void {
  const kinds = read.flatMap(({ status, media }) => (media === undefined ? [] : [`${status} ${media.mediaType}`]));
  const message = `its successes differ in kind: ${kinds.join(", ")}`;
  const fix = "give each kind an operation of its own, or all of them one media type";
  context.findings.push({ pointer: childPointer(pointer, "responses"), message, fix });
}
