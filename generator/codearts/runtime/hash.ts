import { type Hmac, portableHmac as hmacOf, portableSha256 as sha256Of } from "./sha256.js";

/** The part of Node's module that is used. */
interface NodeCrypto {
  createHash(algorithm: "sha256"): Hash;
  createHmac(algorithm: "sha256", key: string): Hash;
}
interface Hash {
  update(data: string | Uint8Array): Hash;
  digest(encoding: "hex"): string;
}

/**
 * Node, Bun and Deno hash many times faster than JavaScript does. They are asked at run time, not by an import, so
 * that no bundler looks for a module that browsers and Workers lack; there, and on older Nodes, JavaScript does it.
 */
function findNative(): NodeCrypto | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  return process?.getBuiltinModule?.("node:crypto") as NodeCrypto | undefined;
}

let found: { readonly crypto: NodeCrypto | undefined } | undefined;

/** Loaded when it is first needed: that takes longer than everything else at the start of a program. */
function native(): NodeCrypto | undefined {
  return (found ??= { crypto: findNative() }).crypto;
}

/** SHA-256 as lower-case hex. */
export function sha256(data: string | ArrayBuffer): string {
  const bytes = typeof data === "string" ? data : new Uint8Array(data);
  return native()?.createHash("sha256").update(bytes).digest("hex") ?? sha256Of(data);
}

/** A function that makes the HMAC-SHA256 of a text, with `key`, as hex. */
export function hmac(key: string): Hmac {
  const crypto = native();
  return crypto ? (text) => crypto.createHmac("sha256", key).update(text).digest("hex") : hmacOf(key);
}
