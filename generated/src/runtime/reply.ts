// What came back for a request, and the errors that it can stand for.
import { type AnswerReader, type ServiceError, readError } from "./answer.js";
import type { Descriptor } from "./descriptor.js";
import { ConfigurationError, NetworkError, UnexpectedResponseError, apiError } from "./errors.js";
import type { ClientData, ErrorAdvice } from "./data.js";
import { scrub, scrubAll, scrubCause } from "./redact.js";
import { canPass, isBusy, neverSent, reasonOf } from "./retry.js";

/** A request, complete but for its credentials. */
export interface PreparedRequest {
  readonly operation: Descriptor;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer | undefined;
  /** Texts that must not show up in an error: values of the body, and the credentials of an attempt. */
  readonly secrets: readonly string[];
  /** How often it may be sent again. */
  readonly retries: number;
}

/** The service's answer. */
export interface Reply {
  readonly response: Response;
  readonly requestId: string | undefined;
  /** The body, where it was read: not of a file. */
  readonly text: string | undefined;
  /** The body's value, where it is JSON and no error. */
  readonly value: unknown;
  /** Set when the answer is an error, whatever its status. */
  readonly error: ServiceError | undefined;
  /** What the catalogue knows of the error. */
  readonly advice: ErrorAdvice | undefined;
  /** True for an error that says that what the call is about does not exist. */
  readonly missing: boolean;
}

/** What messages call the request. */
export function requestName({ operation, url }: Pick<PreparedRequest, "operation" | "url">): string {
  return `${operation.id} ${operation.method} ${url.pathname}`;
}

/** The sentence for an attempt that may have reached the service without an answer. */
export function mayHaveTakenEffect({ retry }: Descriptor): string {
  return retry === "safe" ? "" : " It may have taken effect all the same: look before you send it again.";
}

/** True for a redirect. A browser hides its status. */
export function isRedirect({ status, type }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);
}

/** True for a file, which is not read here. JSON and HTML are not files: they say what went wrong. */
export function isFile({ answer }: Descriptor, response: Response): boolean {
  return (
    response.ok &&
    (answer === "binary" || answer === "any") &&
    !/json|text\/html/.test(response.headers.get("content-type") ?? "")
  );
}

/** The error for an answer that is neither the documented one nor an error of the service. */
export function unexpectedError(prepared: PreparedRequest, { status, headers }: Response, what: string, text = "") {
  const { message, ...details } = scrubAll(
    {
      message: `${requestName(prepared)}: ${status} with ${what}.`,
      contentType: headers.get("content-type") ?? undefined,
      requestId: headers.get("x-request-id") ?? undefined,
      text: text.slice(0, 2000),
    },
    prepared.secrets,
  );
  return new UnexpectedResponseError(message, { status, ...details });
}

/** The error for an answer that this client cannot read; the request was sent. */
export function unreadableAnswer(prepared: PreparedRequest, { message }: ConfigurationError): ConfigurationError {
  return new ConfigurationError(`${requestName(prepared)}: ${message}${mayHaveTakenEffect(prepared.operation)}`);
}

/** What must not show up in an error about an answer, after its call is over. */
const secretsOf = new WeakMap<Response, readonly string[]>();

/** The texts about an answer without the secrets of its request. */
export function scrubAbout<T extends object>(response: Response, texts: T): T {
  return scrubAll(texts, secretsOf.get(response) ?? []);
}

/** The status that says that something does not exist, where the product has no rule of its own. */
const isNotFound = (status: number): boolean => status === 404;

/** Reads what came back: an answer or an error. Throws when it is neither. */
export function readReply(
  prepared: PreparedRequest,
  response: Response,
  text: string | undefined,
  { errorCatalogue, failure, isMissing = isNotFound }: ClientData,
  read: AnswerReader,
): Reply {
  const unexpected = (what: string) => unexpectedError(prepared, response, what, text);
  if (isRedirect(response)) {
    const target = response.headers.get("location")?.split("?")[0] ?? "another address";
    throw unexpected(
      `a redirect to ${target}, which is not followed: the credentials are for ${prepared.url.host} only`,
    );
  }
  let value: unknown;
  let found: ServiceError | undefined;
  if (text !== undefined && !response.ok) found = readError(text);
  else if (text !== undefined) ({ value, error: found } = read(prepared.operation, text, unexpected, failure));
  const { secrets } = prepared;
  secretsOf.set(response, secrets);
  const error = found && scrubAll({ ...found, message: found.message ?? (response.statusText || undefined) }, secrets);
  const advice = error?.code && Object.hasOwn(errorCatalogue, error.code) ? errorCatalogue[error.code] : undefined;
  const requestId = response.headers.get("x-request-id") ?? error?.requestId;
  const missing = error !== undefined && isMissing(response.status, error.code ?? "");
  return { response, requestId: scrub(requestId, secrets), text, value, error, advice, missing };
}

/** The error that a reply stands for. */
export function replyError(
  { operation, url }: PreparedRequest,
  { response, requestId, error = {}, advice, missing }: Reply,
): Error {
  const details = {
    operation: operation.id,
    method: operation.method,
    path: url.pathname,
    status: response.status,
    // Some services repeat the status as the code.
    code: error.code === String(response.status) ? undefined : error.code,
    serviceMessage: error.message,
    requestId,
    hint: advice?.advice,
    retryable: canPass(response.status, advice),
  };
  return apiError(details, isBusy(response.status, advice), missing);
}

/** The error for a request without an answer, or with half of one: `broke` says how far it came. */
export function networkError(prepared: PreparedRequest, thrown: unknown, broke = "the connection broke"): NetworkError {
  const cause = scrubCause(thrown, prepared.secrets);
  const reason = scrub(reasonOf(cause), prepared.secrets);
  const words = neverSent(thrown)
    ? `cannot connect (${reason}).`
    : `${broke} (${reason}).${mayHaveTakenEffect(prepared.operation)}`;
  return new NetworkError(`${requestName(prepared)}: ${words}`, { cause });
}
