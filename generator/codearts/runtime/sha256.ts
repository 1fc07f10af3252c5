// Where the runtime has no synchronous hash: crypto.subtle costs a trip through a thread pool for each of the three
// short texts of a signature, and browsers have it on secure origins only. Written to be small: where it runs, it is
// downloaded first, and it hashes texts of a few hundred bytes.

/** Makes the HMAC of a text, as hex. */
export type Hmac = (text: string) => string;

type State = readonly [number, number, number, number, number, number, number, number];

/** The first 32 bits of the fractional part. */
const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;

// The standard's tables are the roots of the first 64 primes.
const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every((prime) => candidate % prime)) primes.push(candidate);
}
const CONSTANTS = primes.map((prime) => fraction(prime ** (1 / 3)));
const INITIAL = primes.slice(0, 8).map((prime) => fraction(prime ** (1 / 2))) as unknown as State;

const rotate = (value: number, bits: number): number => (value >>> bits) | (value << (32 - bits));

/** Three rotations of a word, mixed; the last one is a shift in the message schedule. */
const mix = (value: number, first: number, second: number, last: number): number =>
  rotate(value, first) ^ rotate(value, second) ^ last;

/** Mixes the 16 words of a block into the state. */
function compress(state: State, words: number[]): State {
  const at = (index: number): number => words[index] ?? 0;
  let [a, b, c, d, e, f, g, h] = state;
  CONSTANTS.forEach((constant, i) => {
    if (i > 15) {
      const early = at(i - 15);
      const late = at(i - 2);
      words[i] = (at(i - 16) + mix(early, 7, 18, early >>> 3) + at(i - 7) + mix(late, 17, 19, late >>> 10)) | 0;
    }
    const one = h + mix(e, 6, 11, rotate(e, 25)) + ((e & f) ^ (~e & g)) + constant + at(i);
    const two = mix(a, 2, 13, rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (state[i] ?? 0)) | 0) as unknown as State;
}

/** The 32 bytes of the hash. */
function digest(bytes: Uint8Array): Uint8Array {
  // The bytes are followed by one bit, and the last eight bytes of the last block hold the number of bits.
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length * 8));
  let state = INITIAL;
  for (let offset = 0; offset < padded.length; offset += 64) {
    state = compress(
      state,
      Array.from({ length: 16 }, (_, i) => view.getInt32(offset + i * 4)),
    );
  }
  return Uint8Array.from(state.flatMap((word) => [word >>> 24, word >>> 16, word >>> 8, word]));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** UTF-8. The encoder is made here, because jsdom has none: a program there can still import the client. */
export const toBytes = (data: string | ArrayBuffer): Uint8Array =>
  typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);

/** SHA-256 as lower-case hex. */
export function portableSha256(data: string | ArrayBuffer): string {
  return toHex(digest(toBytes(data)));
}

/** A function that makes the HMAC-SHA256 of a text as hex. */
export function portableHmac(key: string): Hmac {
  const bytes = toBytes(key);
  const block = new Uint8Array(64);
  block.set(bytes.length > 64 ? digest(bytes) : bytes);
  const keyed = (pad: number, data: Uint8Array): Uint8Array =>
    digest(Uint8Array.from([...block.map((byte) => byte ^ pad), ...data]));
  return (text) => toHex(keyed(0x5c, keyed(0x36, toBytes(text))));
}
