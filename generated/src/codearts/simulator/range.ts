// Parts of files.
import { portableSha256 } from "../runtime/sha256.js";

/** A file, or the part of it that was asked for. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

/**
 * Answers a request for a file, or for one range of it, as RFC 9110 has it: a range that cannot be read, and several of
 * them, are passed over; with `If-Range`, a part is sent of the version that the caller has, and the whole of another one.
 */
export function answerFile(file: Uint8Array, status: number, headers: Readonly<Record<string, string>>): FileAnswer {
  const etag = `"${portableSha256(file.slice().buffer).slice(0, 32)}"`;
  const common = { "Accept-Ranges": "bytes", ETag: etag };
  const range = (headers["if-range"] ?? etag) === etag ? readRange(headers.range ?? "", file.length) : undefined;
  if (range === undefined) return { status, headers: common, body: file };
  const [start, end] = range;
  if (start > end) {
    return { status: 416, headers: { ...common, "Content-Range": `bytes */${file.length}` }, body: undefined };
  }
  const part = { ...common, "Content-Range": `bytes ${start}-${end}/${file.length}` };
  return { status: 206, headers: part, body: file.subarray(start, end + 1) };
}

/**
 * The first and the last byte of `bytes=2-`, `bytes=2-5` or `bytes=-5`; the first after the last where there is no such
 * part.
 */
function readRange(text: string, length: number): [number, number] | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  if (first === "") return Number(last) === 0 ? [1, 0] : [Math.max(0, length - Number(last)), length - 1];
  if (last !== "" && Number(last) < Number(first)) return undefined;
  const end = last === "" ? length - 1 : Math.min(Number(last), length - 1);
  return Number(first) >= length ? [1, 0] : [Number(first), end];
}
