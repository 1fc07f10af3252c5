// Remembers the requests that were seen.
import type { OperationName } from "./handlers.js";

/** A request that the simulator saw. */
export interface SeenRequest {
  /** The operationId; undefined when there is no such route. */
  readonly operation: OperationName | undefined;
  readonly method: string;
  readonly path: string;
  /** Without the question mark, as it came. */
  readonly query: string;
  /** By lower-case name, credentials included. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body's value; undefined where it is no JSON. */
  readonly json: unknown;
  /** When it came, by the simulator's clock. */
  readonly time: number;
  /** Of the answer; undefined while there is none, and when the connection broke. */
  status: number | undefined;
}

/**
 * Characters of all requests that are remembered; the oldest are forgotten beyond it, so that a long run does not fill
 * the memory.
 */
const REMEMBERED = 16 * 1024 * 1024;

/** The size of a request without its texts. */
const OVERHEAD = 500;

/** The requests that were seen last. */
export class Seen {
  readonly list: SeenRequest[] = [];
  /** How many were forgotten. */
  forgotten = 0;
  #size = 0;

  /** Remembers a request. The last one is always kept. */
  add(request: Omit<SeenRequest, "json">): SeenRequest {
    const seen = { ...request, json: undefined as unknown };
    // Parsed when somebody asks: hardly any test looks at all of them.
    Object.defineProperty(seen, "json", { enumerable: true, configurable: true, get: () => parse(seen.body) });
    this.list.push(seen);
    this.#size += sizeOf(seen);
    if (this.#size > REMEMBERED) this.#forget();
    return seen;
  }

  clear(): void {
    this.list.length = 0;
    this.forgotten = this.#size = 0;
  }

  /** Forgets until a quarter is free: moving the rest for each request would take time. */
  #forget(): void {
    let count = 0;
    for (; count < this.list.length - 1 && this.#size > 0.75 * REMEMBERED; count++) {
      const oldest = this.list[count];
      if (oldest) this.#size -= sizeOf(oldest);
    }
    this.list.splice(0, count);
    this.forgotten += count;
  }
}

function sizeOf({ path, query, headers, body }: SeenRequest): number {
  const told = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return OVERHEAD + path.length + query.length + body.length + told;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
