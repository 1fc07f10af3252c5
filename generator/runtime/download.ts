import type { Finished } from "./transport.js";
import { ConfigurationError } from "./errors.js";
import { nameOf, networkError } from "./reply.js";

/** Asks for the same file from `offset` on. */
export type Reopen = (headers: Record<string, string>, signal: AbortSignal | undefined) => Promise<Download>;

/** A file that is being received. */
export class Download {
  readonly contentType: string | undefined;
  /** Bytes that it will have, where the service tells. */
  readonly size: number | undefined;
  /** The bytes as they arrive. Can be read once; cancel it if you do not want them. */
  readonly body: ReadableStream<Uint8Array>;
  readonly #finished: Finished;
  readonly #reopen: Reopen;

  constructor(finished: Finished, reopen: Reopen) {
    const { headers } = finished.reply.response;
    const length = headers.get("content-length");
    this.contentType = headers.get("content-type") ?? undefined;
    // The length of a compressed body is not that of the file.
    this.size = length === null || headers.has("content-encoding") ? undefined : Number(length);
    this.body = receive(finished, this.size);
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

  /** The rest of the same file, from byte `offset` on. Rejects where the service does not allow it. */
  async resume(offset: number, signal?: AbortSignal): Promise<Download> {
    const { exchange, reply } = this.#finished;
    const { headers } = reply.response;
    const version = headers.get("etag") ?? headers.get("last-modified");
    const condition = version && !version.startsWith("W/") ? { "if-range": version } : {};
    const rest = await this.#reopen({ range: `bytes=${offset}-`, ...condition }, signal);
    const { status, headers: got } = rest.#finished.reply.response;
    if (status === 206 && got.get("content-range")?.startsWith(`bytes ${offset}-`)) return rest;
    await rest.body.cancel();
    throw new ConfigurationError(
      `${nameOf(exchange)}: the service does not send the rest of this file from byte ${offset} on.`,
    );
  }
}

/** The body, with the idle time bounded, and an error when it is shorter than announced. */
export function receive({ exchange, reply, scope }: Finished, size: number | undefined): ReadableStream<Uint8Array> {
  // Time runs only while somebody waits for the service.
  scope.pause();
  const reader = reply.response.body?.getReader();
  let received = 0;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        scope.restart();
        const { done, value } = (await (reader && scope.race(reader.read()))) ?? { done: true, value: undefined };
        scope.pause();
        if (value) {
          received += value.length;
          controller.enqueue(value);
        }
        if (done && size !== undefined && received < size) throw new Error("the body is shorter than announced");
        if (!done) return;
        scope.close();
        controller.close();
      } catch (cause) {
        scope.close();
        scope.signal.throwIfAborted();
        const broke = `the connection broke after ${received}${size === undefined ? "" : ` of ${size}`} bytes`;
        throw networkError(exchange, cause, broke);
      }
    },
    async cancel(reason) {
      scope.close();
      await reader?.cancel(reason);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
