import type { Finished } from "./transport.js";
import { type BodyReader, discard, openBody } from "./body.js";
import { ConfigurationError, type UnexpectedResponseError } from "./errors.js";
import { requestName, networkError, unexpectedError, unreadableAnswer } from "./reply.js";

/** Asks for the same file again, with additional headers. */
export type Reopen = (headers: Record<string, string>, signal: AbortSignal | undefined) => Promise<Download>;

/** A file that is being received. */
export class Download {
  readonly contentType: string | undefined;
  /** Bytes that this answer will have, where the service tells. */
  readonly size: number | undefined;
  /** The byte of the file that this answer begins with: zero, unless it is a part of the file. */
  readonly start: number;
  /** Bytes of the whole file, where the service tells. */
  readonly total: number | undefined;
  /** The bytes as they arrive. Can be read once; cancel it if you do not want them. */
  readonly body: ReadableStream<Uint8Array>;
  readonly #finished: Finished;
  readonly #reopen: Reopen;

  constructor(finished: Finished, reopen: Reopen) {
    const { headers } = finished.reply.response;
    const { start, size, total } = extentOf(finished);
    this.contentType = headers.get("content-type") ?? undefined;
    this.size = size;
    this.start = start;
    this.total = total;
    this.body = receive(finished, size);
    this.#finished = finished;
    this.#reopen = reopen;
  }

  /** All bytes at once: for files that fit in memory. */
  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#read()).arrayBuffer());
  }

  /** All of it as text: for files that fit in memory. */
  async text(): Promise<string> {
    return (await this.#read()).text();
  }

  /** A `Response` would do, but browsers hide why its body broke. */
  async #read(): Promise<Blob> {
    const pieces: BlobPart[] = [];
    const reader = this.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(pieces);
      pieces.push(value as Uint8Array<ArrayBuffer>);
    }
  }

  /**
   * The rest of the same version of the file, from byte `offset` of this answer on. The service may send less than the
   * rest (see `size` and `total`), or the whole file (`start` is then zero): because it knows no parts, because it
   * sends the file compressed, or because there is another version. Rejects with a `ConfigurationError` when it
   * sends anything else.
   */
  async resume(offset: number, signal?: AbortSignal): Promise<Download> {
    const rest = await this.#reopen(this.#canSkip(offset) ? this.#rangeFrom(offset) : {}, signal);
    const problem = this.#misfit(offset, rest);
    if (!problem) return rest;
    await rest.body.cancel();
    throw new ConfigurationError(
      `${requestName(this.#finished.prepared)}: the service does not send the rest of this file from byte ${offset} on: ${problem}.`,
    );
  }

  /** The first byte, and what is compressed on its way, is asked for as before. */
  #canSkip(offset: number): boolean {
    return offset > 0 && !this.#finished.reply.response.headers.has("content-encoding");
  }

  /** The headers that ask for the rest. */
  #rangeFrom(offset: number): Record<string, string> {
    const { status, headers } = this.#finished.reply.response;
    const end = status === 206 && this.size !== undefined ? this.start + this.size - 1 : "";
    const version = headers.get("etag") ?? headers.get("last-modified");
    const condition = version && !version.startsWith("W/") ? { "if-range": version } : {};
    return { range: `bytes=${this.start + offset}-${end}`, ...condition };
  }

  /** Why `rest` does not go on from byte `offset` of this answer; undefined where it does, or begins anew. */
  #misfit(offset: number, rest: Download): string | undefined {
    const [{ response: old }, { response: now }] = [this.#finished.reply, rest.#finished.reply];
    if (now.status !== 206) return old.status === 206 ? "it sends the whole file" : undefined;
    const wanted = this.#canSkip(offset) ? this.start + offset : this.start;
    if (rest.start !== wanted) return `it sends byte ${rest.start}`;
    if (now.headers.get("content-encoding") !== old.headers.get("content-encoding")) return "it compresses it";
    if (this.total !== undefined && rest.total !== undefined && this.total !== rest.total) {
      return `the file has ${rest.total} bytes now, it had ${this.total}`;
    }
    const [before, after] = [old, now].map(({ headers }) => [headers.get("etag"), headers.get("last-modified")]);
    const changed = before?.some((version, index) => version && after?.[index] && version !== after[index]);
    return changed ? "there is another version of it" : undefined;
  }
}

/** Which bytes of the file an answer has. Throws, and ends the call, when it is a part that was not asked for. */
function extentOf(finished: Finished): Pick<Download, "start" | "size" | "total"> {
  const { status, headers } = finished.reply.response;
  const length = headers.get("content-length");
  // The length of a compressed body is not that of the file.
  const packed = headers.has("content-encoding");
  const size = length === null || packed ? undefined : Number(length);
  if (status !== 206) return { start: 0, size, total: size };
  if (finished.prepared.headers.range === undefined)
    throw refusal(finished, "a part of the file that nobody asked for");
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  const [start = NaN, end = NaN, total = NaN] = range?.slice(1).map(Number) ?? [];
  if (!(start <= end) || end >= total) throw refusal(finished, "a part of the file that it does not name");
  return { start, size: packed ? undefined : end - start + 1, total: Number.isNaN(total) ? undefined : total };
}

/** The error for an answer that is not read; its call is over. */
function refusal({ prepared, reply: { response }, deadline }: Finished, what: string): UnexpectedResponseError {
  const error = unexpectedError(prepared, response, what);
  void discard(openBody(response), error);
  deadline.end(error);
  return error;
}

/** Refuses a value that is not a download: mostly a promise of one, whose `await` was forgotten. Its body is cancelled. */
export function checkDownload(name: string, given: unknown): void {
  const value = (typeof given === "object" && given ? given : {}) as Partial<Download & Promise<Download>>;
  if (typeof value.resume === "function" && value.body) return;
  value.then?.(({ body }) => body.cancel()).catch(() => undefined);
  const words = value.then
    ? 'the promise of a download: write "await" before the call that makes it'
    : "no download: give what a method that answers with a file resolves with";
  throw new ConfigurationError(`${name} was given ${words}.`);
}

/** The reader of the body. Where there can be none, the call is over. */
function open({ prepared, reply, deadline }: Finished): BodyReader | undefined {
  try {
    return openBody(reply.response);
  } catch (error) {
    deadline.end(error);
    throw error instanceof ConfigurationError ? unreadableAnswer(prepared, error) : error;
  }
}

/** The body, with a limit on the time between two pieces, and an error when it is shorter than announced. */
export function receive({ prepared, reply, deadline }: Finished, size: number | undefined): ReadableStream<Uint8Array> {
  // Time runs only while somebody waits for the service.
  deadline.pause();
  const reader = open({ prepared, reply, deadline });
  let received = 0;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        deadline.restart();
        const piece = await (reader && deadline.race(reader.read()));
        deadline.pause();
        if (piece) {
          received += piece.length;
          if (size !== undefined && received > size) throw new Error("the body is longer than announced");
          controller.enqueue(piece);
          return;
        }
        if (size !== undefined && received < size) throw new Error("the body is shorter than announced");
        deadline.close();
        controller.close();
      } catch (cause) {
        deadline.close();
        void discard(reader, cause);
        deadline.signal.throwIfAborted();
        const broke = `the connection broke after ${received}${size === undefined ? "" : ` of ${size}`} bytes`;
        throw networkError(prepared, cause, broke);
      }
    },
    async cancel(reason) {
      deadline.close();
      await discard(reader, reason);
      deadline.end(reason);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
