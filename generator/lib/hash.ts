import { createHash } from "node:crypto";

/** SHA-256 of a text, as hex. */
export function sha256(text: string): string {
  const hash = createHash("sha256");
  // Piece by piece: the bytes of a large document are not all wanted at once.
  for (let from = 0; from < text.length;) {
    const { read, written } = encoder.encodeInto(from === 0 ? text : text.slice(from), room);
    hash.update(room.subarray(0, written));
    from += read;
  }
  return hash.digest("hex");
}

const encoder = new TextEncoder();
const room = new Uint8Array(1 << 16);

/** One hash over many named texts, whatever order they come in. */
export function sha256OfAll(texts: ReadonlyMap<string, string>): string {
  const names = [...texts.keys()].sort();
  return sha256(names.map((name) => `${sha256(texts.get(name) ?? "")}  ${name}\n`).join(""));
}
