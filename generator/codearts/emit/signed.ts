import { literal } from "../../core/lib/literal.js";
import type { Operation } from "../../core/model/types.js";
import type { PackageModel } from "../../core/product.js";
import { sampleRequest } from "../../core/emit/curl.js";

/**
 * The sample of an operation without the client: the request signed by hand, with nothing but what Node brings. It is
 * undefined where an operation takes no signature.
 */
export function printSigned(operation: Operation, model: PackageModel): string | undefined {
  if (operation.anonymous || !operation.credentials.includes("signature")) return undefined;
  const { address, body, mediaType } = sampleRequest(operation, model);
  const { pathname, search } = new URL(address);
  const value = body === undefined ? undefined : literal(body, 30);
  const has = value !== undefined;
  return [
    'import { createHash, createHmac } from "node:crypto";',
    "",
    `const url = new URL(${JSON.stringify(address)});`,
    ...(has ? [`const body = JSON.stringify(${value});`] : []),
    "const headers = {",
    `  "content-type": ${JSON.stringify(mediaType)},`,
    "  host: url.host,",
    '  "x-sdk-date": new Date().toISOString().replace(/[-:]|\\.\\d+/g, ""),',
    "};",
    "",
    'const sha256 = (text) => createHash("sha256").update(text).digest("hex");',
    'const names = Object.keys(headers).sort().join(";");',
    "const canonical = [",
    `  ${JSON.stringify(operation.method)},`,
    `  ${JSON.stringify(canonicalPath(pathname))}, // each segment encoded, a slash at the end`,
    `  ${JSON.stringify(canonicalQuery(search))}, // sorted by name, encoded`,
    "  ...Object.keys(headers)",
    "    .sort()",
    "    .map((name) => `${name}:${headers[name]}`),",
    '  "",',
    "  names,",
    `  sha256(${has ? "body" : '""'}),`,
    '].join("\\n");',
    'const text = ["SDK-HMAC-SHA256", headers["x-sdk-date"], sha256(canonical)].join("\\n");',
    'const signature = createHmac("sha256", process.env.HUAWEICLOUD_SDK_SK).update(text).digest("hex");',
    "headers.authorization =",
    "  `SDK-HMAC-SHA256 Access=${process.env.HUAWEICLOUD_SDK_AK}, SignedHeaders=${names}, Signature=${signature}`;",
    "",
    `const response = await fetch(url, { method: ${JSON.stringify(operation.method)}, headers${has ? ", body" : ""} });`,
    ...(operation.answer.kind === "binary"
      ? ["const bytes = new Uint8Array(await response.arrayBuffer());", "console.log(response.status, bytes.length);"]
      : ["console.log(response.status, await response.text());"]),
    "",
  ].join("\n");
}

function canonicalPath(pathname: string): string {
  const segments = pathname.split("/").map((segment) => encode(decodeURIComponent(segment)));
  return segments.join("/").replace(/\/?$/, "/");
}

function canonicalQuery(search: string): string {
  const pairs = [...new URLSearchParams(search)];
  const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  return pairs
    .sort(([a, x], [b, y]) => byText(a, b) || byText(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
