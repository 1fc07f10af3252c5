import type { Descriptor } from "./descriptor.js";
import type { ErrorAdvice } from "./data.js";

/** Statuses after which a read may succeed when it is sent again. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Longest wait that a server can ask for, in milliseconds. */
const LONGEST_RETRY_AFTER = 60_000;

/** Codes of errors of a connection that was never made, so that nothing was sent. The names are Node's and Bun's. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** What a system was doing when it failed before anything was sent. */
const CONNECTING = /^(connect|getaddrinfo)$/;

/**
 * The server's certificate was not accepted. Another attempt gets the same one. The names are those of Node and Bun,
 * then Deno's words.
 */
const CERTIFICATE =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH$|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$)|invalid peer certificate/;

/** The two sides did not agree on an encryption, or one of them has none. */
const HANDSHAKE =
  /^(EPROTO|ERR_TLS_HANDSHAKE_TIMEOUT|ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|\w*(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNRECOGNIZED_NAME)))$|before secure TLS connection was established/;

/**
 * Failures that are known by words as well as by codes. Deno has no code for a connection that was not made, and no runtime
 * has one for a port that `fetch` does not allow.
 */
const BEFORE_SENDING = [CERTIFICATE, HANDSHAKE, /client error \(Connect\)|^bad port$/];

/** True when a later call may succeed. */
export function canPass(status: number, advice: ErrorAdvice | undefined): boolean {
  return status === 429 || (advice ? advice.retry === true : PASSING.has(status));
}

/** True when the service was too busy, and refused the call before it took effect. */
export function isBusy(status: number, advice: ErrorAdvice | undefined): boolean {
  return status === 429 || (advice?.retry === true && advice.refused === true);
}

/** True when a call with this reply may be sent again. */
export function mayResend(operation: Descriptor, status: number, advice: ErrorAdvice | undefined): boolean {
  return isBusy(status, advice) || (operation.retry === "safe" && canPass(status, advice));
}

/** The useful parts of an error that `fetch` threw. Node makes one error of all addresses that it tried. */
interface Thrown {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  /** What OpenSSL says, without its numbers and files. */
  readonly reason?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
}

/** How many causes of causes are looked at: errors can refer to each other in a circle. */
const DEPTH = 10;

/** True when the error passes the test, or all errors that it is made of do, or its cause does. */
function holds(error: unknown, test: (thrown: Thrown) => boolean, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEPTH) return false;
  const { errors, cause } = error as Thrown;
  if (Array.isArray(errors) && errors.length) return errors.every((one) => holds(one, test, depth + 1));
  return test(error) || holds(cause, test, depth + 1);
}

/** True when the server's certificate was not accepted. */
export function isCertificate(error: unknown): boolean {
  return holds(error, ({ code, message }) => CERTIFICATE.test(String(code)) || CERTIFICATE.test(String(message)));
}

/** True when `fetch` failed before it could send anything. */
export function neverSent(error: unknown): boolean {
  return holds(error, ({ code, syscall, message }) => {
    if (NOT_CONNECTED.test(String(code)) || CONNECTING.test(String(syscall))) return true;
    return [code, message].some((text) => BEFORE_SENDING.some((pattern) => pattern.test(String(text))));
  });
}

/** The innermost reason that has a text, of the first address: `fetch` itself says only "fetch failed". */
export function reasonOf(error: unknown, depth = 0): string {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null || depth > DEPTH) return "";
  const { errors, cause, message, reason, code } = error as Thrown;
  const inner = reasonOf(Array.isArray(errors) && errors.length ? errors[0] : cause, depth + 1);
  return [inner, reason, message, code].find((text): text is string => typeof text === "string" && text !== "") ?? "";
}

/** Full jitter: clients that failed at the same time do not come back at the same time. */
export function backoff(attempt: number): number {
  return Math.random() * Math.min(20_000, 500 * 2 ** attempt);
}

/** Milliseconds that the server asks to wait, at most a minute; undefined when it does not say, or the value is invalid. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  // Date.parse alone accepts nearly any text.
  const date = /^[A-Z][a-z]+, .* GMT$/.test(value) ? Date.parse(value) - (serverTime(headers) ?? now) : NaN;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : date;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER);
}

/** The end of the year 9998: a later time cannot be written in a signature, which has four digits for the year. */
const LATEST_TIME = Date.UTC(9999, 0);

/** The server's clock, from the `Date` header; undefined where there is none, or one that cannot be. */
export function serverTime(headers: Headers): number | undefined {
  const time = Date.parse(headers.get("date") ?? "");
  return time >= 0 && time < LATEST_TIME ? time : undefined;
}
