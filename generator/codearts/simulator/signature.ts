import { portableSha256 } from "../runtime/sha256.js";
import { type Received, decode, queryPairs } from "./received.js";

// Written from the description of the scheme, not shared with the client: one mistake in both would not show.

const ALGORITHM = "SDK-HMAC-SHA256";

/** What an `Authorization` header says. */
export interface Authorization {
  readonly accessKeyId: string;
  /** Names of the signed headers, as given. */
  readonly signedHeaders: string;
  readonly signature: string;
}

/** The parts of the header, or undefined when it has another form. */
export function parseAuthorization(header: string): Authorization | undefined {
  const [, accessKeyId, signedHeaders, signature] =
    /^SDK-HMAC-SHA256 Access=([^\s,]+), ?SignedHeaders=([^\s,]+), ?Signature=([0-9a-f]{64})$/.exec(header) ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKeyId, signedHeaders, signature };
}

/** Everything but `A-Z a-z 0-9 - _ . ~`, as UTF-8 in upper-case hex. */
function encode(text: string): string {
  return /^[\w.~-]*$/.test(text)
    ? text
    : encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function canonicalPath(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => encode(decode(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalQuery(query: string): string {
  const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return queryPairs(query)
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

/**
 * What stands for the body in the text that is signed. The header counts where it is signed itself, since anybody could
 * add another one; undefined when it then says something else than the body's hash.
 */
function bodyHash({ headers, body, sent = body }: Received, signedHeaders: readonly string[]): string | undefined {
  const hash = portableSha256(sent);
  if (!signedHeaders.includes("x-sdk-content-sha256")) return hash;
  const told = headers["x-sdk-content-sha256"];
  return told === hash || told === "UNSIGNED-PAYLOAD" ? told : undefined;
}

/** The text whose hash is signed; undefined when a header that was signed is not there, or does not fit the body. */
export function expectedRequest(request: Received, signedHeaders: string): string | undefined {
  const { method, host, path, query, headers } = request;
  const lines: string[] = [];
  const names = signedHeaders.split(";");
  for (const name of names) {
    const value = name === "host" ? (headers.host ?? host) : headers[name];
    if (value === undefined) return undefined;
    lines.push(`${name}:${value}\n`);
  }
  const hash = bodyHash(request, names);
  if (hash === undefined) return undefined;
  return [method, canonicalPath(path), canonicalQuery(query), lines.join(""), signedHeaders, hash].join("\n");
}

/** The text that is signed. */
export function stringToSign(canonical: string, date: string): string {
  return `${ALGORITHM}\n${date}\n${portableSha256(canonical)}`;
}
