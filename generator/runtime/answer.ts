import type { Descriptor } from "./descriptor.js";
import type { UnexpectedResponseError } from "./errors.js";
import { isObject, pointTo } from "./pointer.js";

/** What an error body says. */
export interface ServiceError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
}

/** JSON answers are held in memory; nothing that the service documents comes near this. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** The whole body as text, or undefined when it is over the limit. */
export async function readText(response: Response): Promise<string | undefined> {
  const size = Number(response.headers.get("content-length") ?? NaN);
  if (size > LARGEST_ANSWER) {
    await response.body?.cancel();
    return undefined;
  }
  // Without a length, or with one of a compressed body, only counting tells.
  if (!response.body || (size >= 0 && !response.headers.has("content-encoding"))) return response.text();
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LARGEST_ANSWER) {
      await reader.cancel();
      return undefined;
    }
  }
}

/** The value of a JSON text; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Errors are sometimes encoded twice: a JSON string that holds JSON. */
function parseTwice(text: string): unknown {
  const value = parse(text);
  return typeof value === "string" ? (parse(value) ?? value) : value;
}

function words(value: unknown): string | undefined {
  if (isObject(value)) return words(value.message ?? value.error_msg);
  return typeof value === "number" || (typeof value === "string" && value) ? String(value) : undefined;
}

/** What an error body says, in the forms that the service and IAM are known to use. */
export function readError(text: string): ServiceError {
  const value = parseTwice(text);
  if (!isObject(value)) return { message: words(value) };
  const nested = isObject(value.error) ? value.error : {};
  return {
    code: words(value.error_code ?? nested.code),
    message: words(value.error_msg ?? value.error ?? value.message),
    requestId: words(value.request_id),
  };
}

/** The error in a body that came with a status of success, if there is one. */
function hiddenError(operation: Descriptor, value: unknown, text: string): ServiceError | undefined {
  const code = isObject(value) && value.error_code;
  if (code && code !== "0") return readError(text);
  const mark = operation.failure?.find(({ at, values }) => values.includes(pointTo(value, at) as string | boolean));
  return mark && { code: words(pointTo(value, mark.code)), message: words(pointTo(value, mark.message)) };
}

/** Finds the value of an answer, or the error that hides in it. Throws when it is neither. */
export type AnswerReader = (
  operation: Descriptor,
  text: string,
  unexpected: (what: string) => UnexpectedResponseError,
) => { value: unknown; error?: ServiceError | undefined };

/** Reads an answer of which nothing is known: any JSON, or nothing at all. */
export const readAny: AnswerReader = (operation, text, unexpected) => {
  if (!text.trim()) return { value: undefined };
  const value = parseTwice(text);
  if (value === undefined) throw unexpected("a body that is not JSON");
  return { value, error: hiddenError(operation, value, text) };
};

/** Reads the answer that is documented. */
export const readAnswer: AnswerReader = (operation, text, unexpected) => {
  if (operation.answer === "text") return { value: text || (operation.mayBeEmpty ? undefined : text) };
  if (!text.trim()) {
    if (operation.answer === "empty" || operation.mayBeEmpty) return { value: undefined };
    // Every field of such an answer is optional.
    if (operation.emptyOk) return { value: {} };
    throw unexpected("an empty body instead of JSON");
  }
  const bare = operation.answer === "value";
  const value = bare ? parse(text) : parseTwice(text);
  const error = hiddenError(operation, value, text);
  if (error || operation.answer === "empty") return { value: undefined, error };
  if (operation.answer === "binary") throw unexpected("JSON instead of a file");
  if (value === undefined) throw unexpected("a body that is not JSON");
  if (!isObject(value) && !bare) throw unexpected("a bare value instead of an object");
  return { value };
};
