import type { Signable } from "../../runtime/proof.js";
import { encode } from "../../runtime/request.js";
import { sha256 } from "./hash.js";
import { type Hmac, toBytes } from "./sha256.js";

/** An access key, ready to sign. */
export interface Signer {
  readonly accessKeyId: string;
  /** HMAC-SHA256 with the secret key, as hex. */
  readonly hmac: Hmac;
}

const ALGORITHM = "SDK-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";
const SIGNED_HEADERS = /^(content-type|x-project-id|x-domain-id|x-security-token|x-sdk-content-sha256)$/;

/** A text that is no valid percent-encoding stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function canonicalQuery(search: string): string {
  // A plus sign means itself here: only forms use it for a space.
  return [...new URLSearchParams(search.replaceAll("+", "%2B"))]
    .sort(([a, x], [b, y]) => byText(a, b) || byText(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

/** `20260102T030405Z` */
export function signingDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** The text whose hash is signed, and the names of the headers in it. */
export function canonicalRequest(request: Signable, date: string): { text: string; names: string } {
  const { method, url, headers, body = "" } = request;
  const path = url.pathname.split("/").map((segment) => encode(decode(segment)));
  const signed: Array<[string, string]> = [
    ["host", url.host],
    ["x-sdk-date", date],
    ...Object.entries(headers).filter(([name, value]) => SIGNED_HEADERS.test(name) && !value.startsWith("multipart/")),
  ];
  // Sorted by name. A comma follows the name, and it sorts before every character that a name can contain.
  signed.sort();
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
  const hash = headers["x-sdk-content-sha256"] ?? sha256(body);
  const text = [method, path.join("/").replace(/\/?$/, "/"), canonicalQuery(url.search), lines, names, hash].join("\n");
  return { text, names };
}

/** The headers that sign a request, and the signature in them. */
export function sign(
  request: Signable,
  signer: Signer,
  date: string,
): { headers: Record<string, string>; signature: string } {
  const { "content-type": type = "" } = request.headers;
  const plain = !request.body || type.includes("json");
  const extra = plain ? {} : { "x-sdk-content-sha256": UNSIGNED };
  const { text, names } = canonicalRequest({ ...request, headers: { ...request.headers, ...extra } }, date);
  const signature = signer.hmac(`${ALGORITHM}\n${date}\n${sha256(text)}`);
  const authorization = `${ALGORITHM} Access=${signer.accessKeyId}, SignedHeaders=${names}, Signature=${signature}`;
  return { headers: { ...extra, "x-sdk-date": date, authorization }, signature };
}

/** The service does not accept larger signed bodies. */
export const LARGEST_SIGNED_BODY = 12 * 1024 * 1024;

/** Bytes that the body takes on the wire. */
export function bodySize(body: Signable["body"]): number {
  if (typeof body !== "string") return body?.byteLength ?? 0;
  // A UTF-16 unit takes at most three bytes, so most bodies are known to be below the limit without encoding them.
  return body.length * 3 > LARGEST_SIGNED_BODY ? toBytes(body).length : body.length;
}
