const BRAND = Symbol.for("CodeArtsBuildError");

/**
 * Every error that this package makes. Not an abort: that rejects with the reason of the caller's signal. The generator
 * gives this class, its guard and its mark the name that the product has for them.
 */
export abstract class CodeArtsBuildError extends Error {
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would be printed with each error
  get [BRAND](): boolean {
    return true;
  }
}

/** True for an error of this package, also one made by another copy of it (where `instanceof` fails). */
export function isCodeArtsBuildError(value: unknown): value is CodeArtsBuildError {
  return typeof value === "object" && value !== null && BRAND in value;
}

/** What an `ApiError` tells. */
export interface ApiErrorDetails {
  /** The operation's name. */
  readonly operation: string;
  readonly method: string;
  /** The path as it was sent, without the query. */
  readonly path: string;
  /** The HTTP status. It can be 200: the service reports some errors so. */
  readonly status: number;
  /** The service's error code. */
  readonly code: string | undefined;
  /** The service's own words. */
  readonly serviceMessage: string | undefined;
  /** The service's number for the request: its support asks for it. */
  readonly requestId: string | undefined;
  /** What to do about it, from the error catalogue. */
  readonly hint: string | undefined;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
}

/** The service answered, and the answer is an error. Not for answers that cannot be read: `UnexpectedResponseError`. */
export class ApiError extends CodeArtsBuildError implements ApiErrorDetails {
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly status: number;
  declare readonly code: string | undefined;
  declare readonly serviceMessage: string | undefined;
  declare readonly requestId: string | undefined;
  declare readonly hint: string | undefined;
  declare readonly retryable: boolean;

  constructor(details: ApiErrorDetails) {
    const { operation, method, path, status, code, serviceMessage, requestId, hint } = details;
    const parts = [status, code, serviceMessage, requestId && `(request ${requestId})`, hint];
    super(`${operation} ${method} ${path}: ${parts.filter(Boolean).join(" ")}`);
    Object.assign(this, details);
  }
  override get name(): string {
    return "ApiError";
  }
}

/** The credentials were not accepted (401), also after they were renewed once. */
export class AuthenticationError extends ApiError {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** The credentials are valid, but do not allow this (403). */
export class PermissionError extends ApiError {
  override get name(): string {
    return "PermissionError";
  }
}

/** What the call is about does not exist. */
export class NotFoundError extends ApiError {
  override get name(): string {
    return "NotFoundError";
  }
}

/** Too many requests: refused before it took effect, and refused again after the retries. */
export class RateLimitError extends ApiError {
  override get name(): string {
    return "RateLimitError";
  }
}

/**
 * No answer: the connection could not be made, or broke. `cause` is the error of `fetch`. A passed deadline is a
 * `TimeoutError`.
 */
export class NetworkError extends CodeArtsBuildError {
  override get name(): string {
    return "NetworkError";
  }
}

/** The time limit of the call has passed. An abort by the caller is not this error: it rejects with the caller's reason. */
export class TimeoutError extends CodeArtsBuildError {
  override get name(): string {
    return "TimeoutError";
  }
}

/** The call cannot be made as asked. Nothing was sent, unless the message says that it may have taken effect. */
export class ConfigurationError extends CodeArtsBuildError {
  override get name(): string {
    return "ConfigurationError";
  }
}

/** An answer that is neither the documented one nor an error of the service: HTML, broken JSON, a redirect. */
export class UnexpectedResponseError extends CodeArtsBuildError {
  /** Zero where the runtime hides the status (a redirect in a browser). */
  declare readonly status: number;
  declare readonly contentType: string | undefined;
  declare readonly requestId: string | undefined;
  /** The first 500 characters of the body. */
  declare readonly text: string;

  constructor(
    message: string,
    details: { status: number; contentType: string | undefined; requestId: string | undefined; text: string },
  ) {
    super(`${message}${details.requestId ? ` (request ${details.requestId})` : ""}`);
    Object.assign(this, details, { text: details.text.slice(0, 500) });
  }
  override get name(): string {
    return "UnexpectedResponseError";
  }
}

/** The most telling class for what the service answered: `missing` when the call is about something that does not exist. */
export function apiError(details: ApiErrorDetails, busy: boolean, missing: boolean): ApiError {
  if (missing) return new NotFoundError(details);
  if (busy) return new RateLimitError(details);
  if (details.status === 401) return new AuthenticationError(details);
  return new (details.status === 403 ? PermissionError : ApiError)(details);
}
