import { ConfigurationError } from "../../runtime/errors.js";
import { checkNumber } from "../../runtime/options.js";
import { type OperationName, checkOperation } from "./handlers.js";
import { checkKeys } from "./keys.js";

/**
 * What shall go wrong with a call. Several things may: they all happen to the same call.
 *
 *     service.fault({ operation: "runJob", status: 429, retryAfter: 3 });
 *     service.fault({ operation: "downloadBuildLog", truncate: 100 });
 *     const repair = service.fault({ status: 503, times: Infinity });
 */
export interface Fault {
  /** Only calls of this operation; default all. */
  readonly operation?: OperationName | undefined;
  /** How many calls; default 1. `Infinity` lasts until it is taken back, and lets faults with a number go first. */
  readonly times?: number | undefined;
  /** Milliseconds until the call is answered, by the simulator's clock. */
  readonly latency?: number | undefined;
  /** The answer is an error with this status, 400 to 599; 200 is one too, with an error in its body. */
  readonly status?: number | undefined;
  /** The error's code; its status is that of the catalogue, unless one is given. */
  readonly code?: string | undefined;
  /** The error's message; default what the catalogue says of the code. */
  readonly message?: string | undefined;
  /** Of an error: seconds, or an HTTP date. A 429 says 1, unless told otherwise. */
  readonly retryAfter?: number | string | undefined;
  /** The error's body is a JSON text in a JSON text. */
  readonly encodedTwice?: boolean | undefined;
  /** The connection breaks without an answer. */
  readonly reset?: boolean | undefined;
  /** The call takes effect all the same: an error, a redirect or a reset then comes after it. */
  readonly takesEffect?: boolean | undefined;
  /** The answer sends the caller to this address. */
  readonly redirect?: string | undefined;
  /** The connection breaks after so many bytes of the body. */
  readonly truncate?: number | undefined;
  /** The body comes in pieces of `bytes`, one every `milliseconds` of the simulator's clock. */
  readonly slow?: { readonly bytes: number; readonly milliseconds: number } | undefined;
  /** Pieces of the body end in the middle of a character; so does the text of a real-time log where it can. */
  readonly splitCharacters?: boolean | undefined;
  /** Milliseconds by which the service's clock is wrong: its `Date`, and what it expects of a signature or a token. */
  readonly skew?: number | undefined;
}

/** What goes wrong. The other fields say how, and with which call. */
const EFFECTS = [
  "latency",
  "status",
  "code",
  "reset",
  "redirect",
  "truncate",
  "slow",
  "splitCharacters",
  "skew",
] as const satisfies ReadonlyArray<keyof Fault>;

export const FAULT_KEYS = [
  "operation",
  "times",
  ...EFFECTS,
  "message",
  "retryAfter",
  "encodedTwice",
  "takesEffect",
] as const satisfies ReadonlyArray<keyof Fault>;

/** Throws unless the fault can happen: with one that never does, a test would pass and test nothing. */
function checkFault(fault: Fault): void {
  checkKeys("A fault", fault, FAULT_KEYS);
  const { operation, times = 1, latency = 0, status = 200, truncate = 0, slow, skew = 0, retryAfter = 0 } = fault;
  if (EFFECTS.every((name) => fault[name] === undefined || fault[name] === false)) {
    throw new ConfigurationError(`The fault says nothing that goes wrong: give one of ${EFFECTS.join(", ")}.`);
  }
  if (operation !== undefined) checkOperation(operation);
  if (times !== Infinity && !Number.isInteger(times))
    throw new ConfigurationError(`times is ${times}: give a whole number.`);
  checkNumber("times", times, 1);
  checkNumber("latency", latency, 0);
  checkNumber("truncate", truncate, 0);
  checkNumber("skew", skew, -Infinity);
  if (typeof retryAfter === "number") checkNumber("retryAfter", retryAfter, 0);
  if (slow) {
    checkNumber("slow.bytes", slow.bytes, 1);
    checkNumber("slow.milliseconds", slow.milliseconds, 0);
  }
  if (status !== 200 && !(Number.isInteger(status) && status >= 400 && status <= 599)) {
    throw new ConfigurationError(`status is ${status}: give 200, or a status of an error from 400 to 599.`);
  }
}

interface Entry {
  readonly fault: Fault;
  left: number;
}

/** The faults that are to happen. */
export class Faults {
  #entries: Entry[] = [];

  /** Adds a fault; the returned function takes it back. */
  add(fault: Fault): () => void {
    checkFault(fault);
    const entry = { fault, left: fault.times ?? 1 };
    this.#entries.push(entry);
    return () => {
      this.#entries = this.#entries.filter((one) => one !== entry);
    };
  }

  /** The fault of this call: the oldest that fits, those with a number before those that last. */
  take(operation: string | undefined): Fault | undefined {
    if (this.#entries.length === 0) return undefined;
    const fits = ({ fault }: Entry): boolean => fault.operation === undefined || fault.operation === operation;
    const entry =
      this.#entries.find((one) => one.left !== Infinity && fits(one)) ?? this.#entries.find((one) => fits(one));
    if (!entry) return undefined;
    entry.left--;
    if (entry.left <= 0) this.#entries = this.#entries.filter((one) => one !== entry);
    return entry.fault;
  }

  clear(): void {
    this.#entries = [];
  }
}

/** The code of an error for which only a status was asked. */
const USUAL_CODES: Readonly<Record<number, string>> = {
  400: "CB.00060200",
  401: "APIGW.0301",
  403: "CB.00031059",
  404: "APIGW.0101",
  422: "CB.00031006",
  429: "APIGW.0308",
};

/** The error that a fault asks for. */
export function faultError({ status, code }: Fault, statusOf: (code: string) => number | undefined) {
  if (status === undefined && code === undefined) return undefined;
  const found =
    code ?? USUAL_CODES[status ?? 0] ?? (status !== undefined && status < 500 ? "DEVCB.00030000" : "CB.00060101");
  return { status: status ?? statusOf(found) ?? 500, code: found };
}
