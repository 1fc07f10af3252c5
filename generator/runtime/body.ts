import { ConfigurationError } from "./errors.js";

/** The body of an answer, piece by piece. */
export interface BodyReader {
  /** The next piece; undefined when there is none left. */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of what was not read. */
  cancel(reason?: unknown): Promise<void>;
}

/** A stream of Node. */
type NodeBody = AsyncIterable<Uint8Array> & { destroy?(): void; on?(event: "error", listener: () => void): void };

/** What `response.body` can be with other implementations of `fetch`. */
type ForeignBody = undefined | null | Pick<ReadableStream<Uint8Array>, "getReader"> | NodeBody;

function has(response: Response, method: "arrayBuffer" | "text"): boolean {
  return typeof (response as Partial<Response>)[method] === "function";
}

function streamed(body: Pick<ReadableStream<Uint8Array>, "getReader">): BodyReader {
  const reader = body.getReader();
  return { read: async () => (await reader.read()).value, cancel: (reason) => reader.cancel(reason) };
}

function iterated(body: NodeBody): BodyReader {
  const pieces = body[Symbol.asyncIterator]();
  // The iteration reports the errors. Without a listener, one that comes after it would end the process.
  body.on?.("error", () => undefined);
  return {
    async read() {
      const next = await pieces.next();
      return next.done ? undefined : next.value;
    },
    async cancel() {
      // An iteration that has not begun ends without a word to its stream.
      if (body.destroy) body.destroy();
      else await pieces.return?.();
    },
  };
}

/** Reads everything at once, where the body cannot be read in pieces. */
function whole(load: () => Promise<Uint8Array>): BodyReader {
  let left = true;
  return {
    async read() {
      if (!left) return undefined;
      left = false;
      return load();
    },
    cancel: () => Promise.resolve(),
  };
}

/** Refuses a value that is not a response of `fetch`. The error tells the author of a replacement what it lacks. */
export function checkResponse(response: unknown): void {
  const { status, headers } = (response ?? {}) as { status?: unknown; headers?: { get?: unknown } };
  const lacks = [typeof status === "number" ? "" : "status", typeof headers?.get === "function" ? "" : "headers.get()"];
  const [missing] = lacks.filter(Boolean);
  if (missing) throw new ConfigurationError(`the answer that fetch gave has no ${missing}. Give another fetch.`);
}

/**
 * A reader for the body, whatever kind of `fetch` made it; undefined where there is no body, which only null says:
 * React Native has no streams, and the packages that bring a `fetch` to Node have Node's own.
 */
export function openBody(response: Response): BodyReader | undefined {
  const body = response.body as ForeignBody;
  if (body === null) return undefined;
  if (body && "getReader" in body) return streamed(body);
  if (body && Symbol.asyncIterator in body) return iterated(body);
  if (has(response, "arrayBuffer")) return whole(async () => new Uint8Array(await response.arrayBuffer()));
  if (has(response, "text")) return whole(async () => new TextEncoder().encode(await response.text()));
  throw new ConfigurationError(
    "the answer that fetch gave has no body to read: neither a stream, nor arrayBuffer(), nor text(). Give another fetch.",
  );
}

/** Cancels a body that nobody reads. The caller does not need to know whether that works. */
export async function discard(body: BodyReader | undefined, reason?: unknown): Promise<undefined> {
  await body?.cancel(reason).catch(() => undefined);
  return undefined;
}

/** The largest JSON answer, because it is held in memory. Documented answers are far smaller. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** The whole body as text, or undefined when it is over the limit. Then the rest is cancelled. */
export async function readText(response: Response, signal: AbortSignal): Promise<string | undefined> {
  const size = Number(response.headers.get("content-length") ?? NaN);
  if (size > LARGEST_ANSWER) return discard(openBody(response));
  // Without a length, or with one of a compressed body, only counting tells.
  const known = size >= 0 && !response.headers.has("content-encoding");
  if (has(response, "text") && (known || (response.body as ForeignBody) === undefined)) {
    const text = await response.text();
    return text.length > LARGEST_ANSWER ? undefined : text;
  }
  const reader = openBody(response);
  const stop = (): void => void discard(reader, signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await decode(reader);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function decode(reader: BodyReader | undefined): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader?.read(); piece; piece = await reader?.read()) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LARGEST_ANSWER) return discard(reader);
  }
  return text + decoder.decode();
}
