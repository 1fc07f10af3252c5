// The bytes of a page as text.
/** The encoding that a page declares, in the order in which browsers believe it: byte order mark, header, `<meta>`. */
function encodingOf(bytes: Uint8Array, contentType: string | undefined): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const header = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? "")?.[1];
  if (header !== undefined) return header;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? "utf-8";
}

/** A page's bytes as text; bytes that its encoding does not have are an error, not question marks in the facts. */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string {
  const encoding = encodingOf(bytes, contentType);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`its encoding "${encoding}" is not known`, { cause: error });
  }
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error(`its bytes are not ${encoding}`, { cause: error });
  }
}
