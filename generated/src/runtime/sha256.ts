// Where the runtime has no synchronous hash: crypto.subtle costs a trip through a thread pool for each of the three
// short texts of a signature, and browsers have it on secure origins only.

/** Makes the HMAC of a text, as hex. */
export type Hmac = (text: string) => string;

const CONSTANTS = new Int32Array(64);
const INITIAL = new Int32Array(8);

/** The first 32 bits of the fractional part. */
const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;

// The standard's tables are the roots of the first 64 primes.
for (let candidate = 2, count = 0; count < 64; candidate++) {
  let divisor = 2;
  while (candidate % divisor) divisor++;
  if (divisor < candidate) continue;
  if (count < 8) INITIAL[count] = fraction(candidate ** (1 / 2));
  CONSTANTS[count++] = fraction(candidate ** (1 / 3));
}

const words = new Int32Array(64);
const rotate = (value: number, bits: number): number => (value >>> bits) | (value << (32 - bits));
const at = (list: Int32Array, index: number): number => list[index] ?? 0;

/** Fills the message schedule with a block of 64 bytes. */
function schedule(block: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const early = at(words, i - 15);
    const late = at(words, i - 2);
    const a = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const b = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[i] = at(words, i - 16) + a + at(words, i - 7) + b;
  }
}

/** Mixes one block of 64 bytes into the state. */
function compress(state: Int32Array, block: DataView, offset: number): void {
  schedule(block, offset);
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let i = 0; i < 64; i++) {
    const mixed = (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g));
    const one = (h + mixed + at(CONSTANTS, i) + at(words, i)) | 0;
    const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  // Not in a loop over an array: this runs once a block.
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** The state after `bytes`, which follow `before` bytes that led to `start`. */
function digest(bytes: Uint8Array, start: Int32Array = INITIAL, before = 0): Int32Array {
  const state = start.slice();
  const view = viewOf(bytes);
  const whole = bytes.length - (bytes.length % 64);
  for (let offset = 0; offset < whole; offset += 64) compress(state, view, offset);
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  const bits = (before + bytes.length) * 8;
  const end = viewOf(tail);
  end.setUint32(tail.length - 8, bits / 2 ** 32);
  end.setUint32(tail.length - 4, bits);
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, end, offset);
  return state;
}

/** The state as the 32 bytes of the hash. */
function toHash(state: Int32Array): Uint8Array {
  const hash = new Uint8Array(32);
  state.forEach((word, i) => {
    viewOf(hash).setInt32(i * 4, word);
  });
  return hash;
}

function toHex(state: Int32Array): string {
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const encoder = new TextEncoder();

/** UTF-8. */
export const toBytes = (data: string | ArrayBuffer): Uint8Array =>
  typeof data === "string" ? encoder.encode(data) : new Uint8Array(data);

/** SHA-256 as lower-case hex. */
export function sha256(data: string | ArrayBuffer): string {
  return toHex(digest(toBytes(data)));
}

/** A function that makes the HMAC-SHA256 of a text as hex. The key is worked in once. */
export function hmac(key: string): Hmac {
  const bytes = toBytes(key);
  const short = bytes.length > 64 ? toHash(digest(bytes)) : bytes;
  const keyed = (pad: number) => {
    const block = new Uint8Array(64);
    block.set(short);
    const state = INITIAL.slice();
    compress(state, viewOf(block.map((byte) => byte ^ pad)), 0);
    return state;
  };
  const [inner, outer] = [keyed(0x36), keyed(0x5c)];
  return (text) => toHex(digest(toHash(digest(toBytes(text), inner, 64)), outer, 64));
}
