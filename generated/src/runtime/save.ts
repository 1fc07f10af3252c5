import { type Download, checkDownload } from "./download.js";
import { ConfigurationError, NetworkError, TimeoutError } from "./errors.js";
import { onAbort } from "./signals.js";
import { type SaveTarget, openTarget } from "./target.js";

/** The progress of a download. */
export interface SaveProgress {
  /** Written so far. Starts at zero again where the service sends the file anew. */
  readonly bytes: number;
  /** Where the service tells. */
  readonly total: number | undefined;
}

export interface SaveOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SaveProgress) => void) | undefined;
}

/** How often in a row a broken download is resumed without receiving a new byte. */
const FRUITLESS = 3;

/**
 * Writes a download to `path`: under another name until it is complete, so that `path` never holds half a file. Takes
 * a broken download up again where the service allows it, and only with the same version of the file. A file that is
 * there already keeps its mode; what is no regular file, such as a pipe, is written to as the bytes arrive. Resolves
 * with the number of bytes. Rejects with a `ConfigurationError` where it was not given a download and a path, with the
 * error of the file system, and with a `NetworkError` that says how far it came.
 */
export async function saveTo(download: Download, path: string, options: SaveOptions = {}): Promise<number> {
  checkDownload("saveTo", download);
  const saving = new Saving(download, options);
  try {
    if (typeof path !== "string" || !path) throw new ConfigurationError("saveTo: path is no text: give a file's name.");
    const target = await openTarget(path);
    try {
      const bytes = await saving.run(target);
      await target.finish();
      return bytes;
    } catch (error) {
      await target.abandon();
      throw error;
    }
  } finally {
    saving.close();
  }
}

/** Writes one download to a file. */
class Saving {
  readonly #options: SaveOptions;
  /** The first answer with this version of the file. */
  #base: Download;
  /** The answer that is being read: that one, or a later part. */
  #source: Download;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #bytes = 0;
  #total: number | undefined;
  readonly #unlisten: (() => void) | undefined;

  constructor(download: Download, options: SaveOptions) {
    this.#options = options;
    this.#base = this.#source = download;
    this.#total = download.size;
    this.#unlisten = options.signal && onAbort(options.signal, this.close);
  }

  /** Releases the connection and the caller's signal. */
  readonly close = (): void => {
    this.#unlisten?.();
    const { signal } = this.#options;
    const { body } = this.#source;
    const closed = this.#reader ? this.#reader.cancel(signal?.reason) : body.locked ? undefined : body.cancel();
    closed?.catch(() => undefined);
  };

  /** Writes all of it, part by part. */
  async run(target: SaveTarget): Promise<number> {
    for (let fruitless = 0, most = 0; ;) {
      const broke = await this.#copy(target);
      if (!broke && this.#total === this.#bytes) return this.#bytes;
      // One whole answer that does not tell its size is the file; a part of a file of unknown size says nothing.
      if (!broke && this.#source === this.#base) return this.#bytes;
      fruitless = this.#bytes > most ? 0 : fruitless + 1;
      most = Math.max(most, this.#bytes);
      if (broke && fruitless >= FRUITLESS) throw broke;
      await this.#takeUp(target, broke);
    }
  }

  /** Writes the answer that is there. The error, where its connection broke. */
  async #copy(target: SaveTarget): Promise<Error | undefined> {
    const { signal, onProgress } = this.#options;
    signal?.throwIfAborted();
    const reader = (this.#reader = this.#source.body.getReader());
    for (;;) {
      const next = await reader.read().catch((error: unknown) => error as Error);
      signal?.throwIfAborted();
      if (next instanceof NetworkError || next instanceof TimeoutError) return next;
      if (next instanceof Error) throw next;
      if (!next.value) return undefined;
      await target.write(next.value);
      this.#bytes += next.value.length;
      onProgress?.({ bytes: this.#bytes, total: this.#total });
    }
  }

  /** Asks for the rest. What cannot be made whole ends in an error that says how far it came. */
  async #takeUp(target: SaveTarget, cause: Error | undefined): Promise<void> {
    const { signal } = this.#options;
    try {
      const rest = await this.#base.resume(this.#bytes, signal);
      this.#reader = undefined;
      this.#source = rest;
      if (rest.start === this.#base.start) await this.#restart(target, rest);
      this.#total ??= rest.total === undefined ? undefined : rest.total - this.#base.start;
      if (this.#total === undefined && rest !== this.#base) {
        throw new ConfigurationError("The service does not tell how long the file is: its end cannot be known.");
      }
    } catch (refusal) {
      signal?.throwIfAborted();
      const words = refusal instanceof Error ? refusal.message : String(refusal);
      const far = `The download ${cause ? "broke" : "ended"} after ${this.#bytes} of ${this.#total ?? "?"} bytes.`;
      throw new NetworkError(`${far} ${words}`, { cause: cause ?? refusal });
    }
  }

  /** The service sends the whole file: another version, or it knows no parts. */
  async #restart(target: SaveTarget, whole: Download): Promise<void> {
    if (!(await target.restart())) {
      throw new ConfigurationError("The service sends the file anew, and what was written cannot be taken back.");
    }
    this.#base = whole;
    this.#bytes = 0;
    this.#total = whole.size;
  }
}
