// The bytes of a large text, in pieces.
const encoder = new TextEncoder();
const room = new Uint8Array(1 << 16);

/**
 * The bytes of a text in UTF-8, piece by piece: of a large text, they are not all wanted at once. A piece is good until the
 * next one is asked for.
 */
export function* bytesOf(text: string): Generator<Uint8Array> {
  for (let from = 0; from < text.length;) {
    const { read, written } = encoder.encodeInto(from === 0 ? text : text.slice(from), room);
    yield room.subarray(0, written);
    from += read;
  }
}
