import type { Descriptor } from "./descriptor.js";
import type { ErrorAdvice } from "./options.js";

/** Statuses after which a read may succeed when it is sent again. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Longest wait that a server can ask for, in milliseconds. */
const LONGEST_RETRY_AFTER = 60_000;

/** Errors of a connection that was never made, so that nothing was sent. The names are those of Node and Bun. */
const NOT_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Deno has no code for them, only words. */
const NOT_CONNECTED_WORDS = "client error (Connect)";

/** True when a later call may succeed. */
export function canPass(status: number, advice: ErrorAdvice | undefined): boolean {
  return status === 429 || (advice ? advice.retry === true : PASSING.has(status));
}

/** True when the service had no time for the call, and said so before it took effect. */
export function isBusy(status: number, advice: ErrorAdvice | undefined): boolean {
  return status === 429 || (advice?.retry === true && advice.refused === true);
}

/** True when the call that was answered so may be sent again. */
export function mayResend(operation: Descriptor, status: number, advice: ErrorAdvice | undefined): boolean {
  return isBusy(status, advice) || (operation.retry === "safe" && canPass(status, advice));
}

/** True when `fetch` failed before it could send anything. */
export function wasRefused(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && NOT_CONNECTED.test(String(error.code))) return true;
  if ("message" in error && String(error.message).includes(NOT_CONNECTED_WORDS)) return true;
  return "cause" in error && wasRefused(error.cause);
}

/** Full jitter: clients that failed together do not come back together. */
export function backoff(attempt: number): number {
  return Math.random() * Math.min(20_000, 500 * 2 ** attempt);
}

/** Milliseconds that the server asks to wait, at most a minute; undefined when it does not say, or says nonsense. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  // Date.parse alone finds a date in nearly anything.
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
