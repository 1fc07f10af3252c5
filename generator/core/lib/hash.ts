import { createHash } from "node:crypto";
import { bytesOf } from "./bytes.js";

/** SHA-256 of a text, as hex. */
export function hashOf(text: string): string {
  const hash = createHash("sha256");
  for (const piece of bytesOf(text)) hash.update(piece);
  return hash.digest("hex");
}

/** One hash over many named texts, whatever order they come in. */
export function hashOfAll(texts: ReadonlyMap<string, string>): string {
  const names = [...texts.keys()].sort();
  return hashOf(names.map((name) => `${hashOf(texts.get(name) ?? "")}  ${name}\n`).join(""));
}
