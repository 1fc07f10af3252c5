/** What shall go wrong with a call. Several things may: they all happen to the same call. */
export interface Fault {
  /** Only calls of this operation; default all. */
  readonly operation?: string;
  /** How many calls; default 1. `Infinity` lasts until it is taken back, and lets faults with a number go first. */
  readonly times?: number;
  /** Milliseconds until the call is answered, by the simulator's clock. */
  readonly latency?: number;
  /** The answer is an error with this status; 200 is one too, with an error in its body. */
  readonly status?: number;
  /** The error's code; its status is that of the catalogue, unless one is given. */
  readonly code?: string;
  readonly message?: string;
  /** Of a 429 or 503: seconds, or an HTTP date. */
  readonly retryAfter?: number | string;
  /** The error's body is a JSON text in a JSON text. */
  readonly encodedTwice?: boolean;
  /** The connection breaks without an answer. */
  readonly reset?: boolean;
  /** The call takes effect all the same: an error or a reset then comes after it. */
  readonly takesEffect?: boolean;
  /** The answer sends the caller to this address. */
  readonly redirect?: string;
  /** The connection breaks after so many bytes of the body. */
  readonly truncate?: number;
  /** The body comes in pieces of `bytes`, one every `milliseconds` of the simulator's clock. */
  readonly slow?: { readonly bytes: number; readonly milliseconds: number };
  /** Pieces of the body end in the middle of a character; so does the text of a real-time log where it can. */
  readonly splitCharacters?: boolean;
  /** Milliseconds by which the service's clock is wrong: its `Date`, and what it expects of a signature or a token. */
  readonly skew?: number;
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
    const { times = 1 } = fault;
    if (!(times > 0)) throw new RangeError(`times is ${times}: give a number from 1 on, or Infinity.`);
    const entry = { fault, left: times };
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
