import type { Descriptor, FailureMark } from "./descriptor.js";
import type { UnexpectedResponseError } from "./errors.js";
import { isContainer, pointTo, words } from "./pointer.js";

/** What an error body says. */
export interface ServiceError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
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

/** The first of the named fields that has a text or a number. */
function firstWords(value: Readonly<Record<string, unknown>>, ...names: string[]): string | undefined {
  return names.map((name) => (Object.hasOwn(value, name) ? words(value[name]) : undefined)).find(Boolean);
}

/** What an error body says, in the forms that services are known to use. */
export function readError(text: string): ServiceError {
  let found: ServiceError = {};
  let value = parseTwice(text);
  // The error is the body itself, or stands in its field `error`, which can be JSON in a string. No known form is deeper.
  for (let depth = 0; depth < 3 && isContainer(value); depth++) {
    const { error } = value;
    found = {
      code: found.code ?? firstWords(value, "error_code", "err_code", "code"),
      message: found.message ?? firstWords(value, "error_msg", "err_msg", "reason", "message"),
      requestId: found.requestId ?? firstWords(value, "request_id"),
    };
    value = typeof error === "string" ? (parseTwice(error) ?? error) : error;
  }
  return { ...found, message: found.message ?? words(value) };
}

/** True for any value but null, false, zero, "0" and what is empty. */
function isGiven(value: unknown): boolean {
  return isContainer(value) ? Object.keys(value).length > 0 : Boolean(value) && value !== "0";
}

function isMarked(body: unknown, { at, values }: FailureMark): boolean {
  const found = pointTo(body, at);
  const value = typeof found === "string" ? found.toLowerCase() : (found as boolean);
  return values ? values.includes(value) : isGiven(found);
}

/** The error in a body that came with a status of success, if there is one. */
function hiddenError(
  { failure = [] }: Descriptor,
  value: unknown,
  text: string,
  common: readonly FailureMark[],
): ServiceError | undefined {
  const marks = [...failure, ...common.filter(({ at }) => !failure.some((own) => own.at === at))];
  const mark = marks.find((one) => isMarked(value, one));
  if (!mark) return undefined;
  const { code, message, requestId } = readError(text);
  return {
    code: words(pointTo(value, mark.code)) ?? code,
    message: words(pointTo(value, mark.message)) ?? message,
    requestId,
  };
}

/** Finds the value of an answer, or the error in it. Throws when there is neither. */
export type AnswerReader = (
  operation: Descriptor,
  text: string,
  unexpected: (what: string) => UnexpectedResponseError,
  /** The signs of an error that the whole document declares. */
  failure: readonly FailureMark[] | undefined,
) => { value: unknown; error?: ServiceError | undefined };

/** Reads an answer of which nothing is known: any JSON, or nothing at all. */
export const readAny: AnswerReader = (operation, text, unexpected, failure = []) => {
  if (!text.trim()) return { value: undefined };
  const value = parseTwice(text);
  if (value === undefined) throw unexpected("a body that is not JSON");
  return { value, error: hiddenError(operation, value, text, failure) };
};

/** Reads the answer that is documented. */
export const readAnswer: AnswerReader = (operation, text, unexpected, failure = []) => {
  if (operation.answer === "text") return { value: text || (operation.mayBeEmpty ? undefined : text) };
  if (!text.trim()) {
    if (operation.answer === "empty" || operation.mayBeEmpty) return { value: undefined };
    // Every field of such an answer is optional.
    if (operation.emptyOk) return { value: {} };
    throw unexpected("an empty body instead of JSON");
  }
  const bare = operation.answer === "value";
  const value = bare ? parse(text) : parseTwice(text);
  const error = hiddenError(operation, value, text, failure);
  if (error || operation.answer === "empty") return { value: undefined, error };
  if (operation.answer === "binary") throw unexpected("JSON instead of a file");
  if (value === undefined) throw unexpected("a body that is not JSON");
  const wanted = operation.answer === "list" ? "an array" : "an object";
  const found = Array.isArray(value) ? "an array" : isContainer(value) ? "an object" : "a bare value";
  if (!bare && found !== wanted) throw unexpected(`${found} instead of ${wanted}`);
  return { value };
};
