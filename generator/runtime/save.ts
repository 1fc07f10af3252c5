import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import type { Download } from "./download.js";
import { NetworkError, TimeoutError } from "./errors.js";

/** How far a download has come. */
export interface SaveProgress {
  readonly bytes: number;
  /** Where the service tells. */
  readonly total: number | undefined;
}

export interface SaveOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SaveProgress) => void) | undefined;
}

/** So often in a row a broken download is taken up again without a new byte. */
const FRUITLESS = 3;

/**
 * Writes a download to `path`: under another name until it is complete, so that `path` never holds half a file. Takes
 * a broken download up again where the service allows it. Resolves with the number of bytes.
 */
export async function saveTo(download: Download, path: string, options: SaveOptions = {}): Promise<number> {
  const partial = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(partial, "wx");
    const bytes = await writeAll(download, file, options).finally(() => file.close());
    await rename(partial, path);
    return bytes;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function writeAll(download: Download, file: FileHandle, options: SaveOptions): Promise<number> {
  const progress = { bytes: 0, total: download.size };
  let source = download;
  for (let fruitless = 0; ; fruitless++) {
    const before = progress.bytes;
    try {
      await writeSome(source, file, progress, options);
      return progress.bytes;
    } catch (error) {
      const broke = error instanceof NetworkError || error instanceof TimeoutError;
      if (progress.bytes > before) fruitless = 0;
      if (!broke || fruitless >= FRUITLESS) throw error;
      source = await takeUp(download, progress, error, options.signal);
    }
  }
}

/** The rest of a broken download, or an error that says how far it came. */
async function takeUp(
  download: Download,
  { bytes, total }: SaveProgress,
  cause: Error,
  signal: AbortSignal | undefined,
): Promise<Download> {
  try {
    return await download.resume(bytes, signal);
  } catch (refusal) {
    signal?.throwIfAborted();
    const words = refusal instanceof Error ? refusal.message : String(refusal);
    throw new NetworkError(`The download broke after ${bytes} of ${total ?? "?"} bytes. ${words}`, { cause });
  }
}

/** Writes all of it: the system may take less at a time. */
async function write(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done)).bytesWritten;
}

async function writeSome(
  { body }: Download,
  file: FileHandle,
  progress: { bytes: number; total: number | undefined },
  { signal, onProgress }: SaveOptions,
): Promise<void> {
  const reader = body.getReader();
  const stop = (): void => void reader.cancel(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) return;
      await write(file, value);
      progress.bytes += value.length;
      onProgress?.({ ...progress });
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
