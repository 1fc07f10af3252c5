import type { Clock } from "../../runtime/clock.js";
import type { Fault } from "./faults.js";

/** What `fetch` throws when a connection breaks, in Node's words. */
export function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

/** Waits by the clock, unless the signal is aborted first. */
export function wait(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason as Error);
    };
    const cancel = clock.setTimer(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** The pieces in which a body is sent, and what happens at their end. */
function piecesOf(bytes: Uint8Array, { truncate, slow, splitCharacters }: Fault): Uint8Array[] {
  const whole = truncate === undefined ? bytes : bytes.subarray(0, truncate);
  const size = slow?.bytes ?? Infinity;
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (let i = 1; i < whole.length; i++) {
    // A byte 10xxxxxx continues a character of UTF-8.
    const inside = splitCharacters === true && ((whole[i] ?? 0) & 0xc0) === 0x80;
    if (!inside && i - start < size) continue;
    pieces.push(whole.subarray(start, i));
    start = i;
  }
  pieces.push(whole.subarray(start));
  return pieces.filter((piece) => piece.length > 0);
}

/** The body as the fault wants it: unchanged, or as a stream that is slow, breaks off, or splits characters. */
export function faultyBody(
  bytes: Uint8Array<ArrayBuffer>,
  fault: Fault,
  clock: Clock,
  signal: AbortSignal | undefined,
): BodyInit {
  const { truncate, slow, splitCharacters } = fault;
  if (truncate === undefined && slow === undefined && splitCharacters !== true) return bytes;
  const pieces = piecesOf(bytes, fault);
  const breaks = truncate !== undefined && truncate < bytes.length;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (slow) await wait(clock, slow.milliseconds, signal);
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else if (breaks) controller.error(connectionReset());
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
