// Writes requests that are not written in the usual way: styles, cookies, forms, files.
import type { Descriptor, WireBody, Writing } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import { isContainer } from "./pointer.js";
import {
  type WireWriter,
  bodyText,
  checkGiven,
  checkSegment,
  encode,
  fillPath,
  headerTexts,
  scalar,
} from "./request.js";

type Named = Readonly<Record<string, unknown>>;
type Write = (value: unknown) => string;

/**
 * What joins the items of a list that is one value. The delimiters of a query are encoded: they are no reserved
 * characters.
 */
const DELIMITERS: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** Reserved characters that `allowReserved` keeps. Those that separate or end the query are encoded all the same. */
const KEPT = /%(21|24|27|28|29|2A|2C|2F|3A|3B|3D|3F|40)/g;

function ownOf<T>(named: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return named && Object.hasOwn(named, name) ? named[name] : undefined;
}

/** True for an object of named values; a `Date` or a `Blob` is one value. */
function isNamed(value: unknown): value is Named {
  if (!isContainer(value) || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function pairsOf(value: Named): Array<[string, unknown]> {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function itemsOf(value: readonly unknown[]): unknown[] {
  return value.filter((item) => item !== undefined);
}

/** A list or named values as one text: `a,b`, `k,v`, or exploded `k=v`. */
function joined(value: unknown, write: Write, comma: string, equals: string): string {
  if (Array.isArray(value)) return itemsOf(value).map(write).join(comma);
  if (isNamed(value)) {
    return pairsOf(value)
      .map(([key, item]) => `${encode(key)}${equals}${write(item)}`)
      .join(comma);
  }
  return write(value);
}

/** The text of a path parameter: `simple`, `label` or `matrix`. */
function pathText(name: string, value: unknown, { style, explode, json }: Writing): string {
  checkGiven(name, value);
  const write: Write = (item) => encode(scalar(name, item));
  if (json) return encode(JSON.stringify(value));
  const equals = explode ? "=" : ",";
  if (style === "label") return `.${joined(value, write, explode ? "." : ",", equals)}`;
  if (style !== "matrix") return joined(value, write, ",", equals);
  const assign = (key: string, text: string): string => (text ? `;${encode(key)}=${text}` : `;${encode(key)}`);
  if (explode && Array.isArray(value))
    return itemsOf(value)
      .map((item) => assign(name, write(item)))
      .join("");
  if (explode && isNamed(value))
    return pairsOf(value)
      .map(([key, item]) => assign(key, write(item)))
      .join("");
  return assign(name, joined(value, write, ",", ","));
}

/** The pairs of a query, a form or a cookie that a value makes. An empty list makes none. */
function pairTexts(name: string, value: unknown, { style, explode, reserved, json }: Writing): string[] {
  if (value === undefined) return [];
  const key = encode(name);
  const write: Write = (item) => {
    const text = encode(scalar(name, item));
    return reserved ? text.replace(KEPT, (code) => decodeURIComponent(code)) : text;
  };
  if (json) return [`${key}=${encode(JSON.stringify(value))}`];
  if (isNamed(value)) {
    const pairs = pairsOf(value);
    if (style === "deepObject") return pairs.map(([inner, item]) => `${key}%5B${encode(inner)}%5D=${write(item)}`);
    if (explode) return pairs.map(([inner, item]) => `${encode(inner)}=${write(item)}`);
  }
  if (Array.isArray(value)) {
    if (explode || style === "deepObject") return itemsOf(value).map((item) => `${key}=${write(item)}`);
  }
  const comma = DELIMITERS[style] ?? ",";
  const text = joined(value, write, comma, comma);
  return text || !isContainer(value) ? [`${key}=${text}`] : [];
}

const FORM: Writing = { style: "form", explode: true };

function queryOf(values: Named, writings: Readonly<Record<string, Writing>> | undefined): string {
  return Object.entries(values)
    .flatMap(([name, value]) => pairTexts(name, value, ownOf(writings, name) ?? FORM))
    .join("&");
}

function headersOf(values: Named, writings: Readonly<Record<string, Writing>> | undefined): Named {
  const texts = Object.entries(values).map(([name, value]) => {
    const writing = ownOf(writings, name);
    if (!writing || value === undefined) return [name, value] as const;
    const write: Write = (item) => scalar(name, item);
    if (writing.json) return [name, JSON.stringify(value)] as const;
    return [name, joined(value, write, ",", writing.explode ? "=" : ",")] as const;
  });
  return Object.fromEntries(texts);
}

/** The `Cookie` header. Browsers send only their own cookies, and drop this header without an error. */
function cookieOf(values: Named, writings: Readonly<Record<string, Writing>> = {}): Record<string, string> {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    pairTexts(name, value, ownOf(writings, name) ?? FORM),
  );
  if (!pairs.length) return {};
  const cookie = pairs.join("; ");
  if (!new Request("http://localhost", { headers: { cookie } }).headers.has("cookie")) {
    throw new ConfigurationError(`${Object.keys(values).join(", ")}: a browser sends only its own cookies.`);
  }
  return { cookie };
}

function isBytes(value: unknown): value is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** The fields of a form; one that is no plain object has none. */
function fieldsOf(body: unknown): Array<[string, unknown]> {
  if (!isNamed(body)) throw new ConfigurationError("body is not an object: a form is made of its fields.");
  return pairsOf(body);
}

function formText(body: unknown, { parts }: WireBody): string {
  const fields = fieldsOf(body).flatMap(([name, value]) => {
    const part = ownOf(parts, name);
    if (part?.writing) return pairTexts(name, value, part.writing);
    const items = Array.isArray(value) && !part?.contentType ? itemsOf(value) : [value];
    return items.map(
      (item) => `${encode(name)}=${encode(isContainer(item) ? JSON.stringify(item) : scalar(name, item))}`,
    );
  });
  return fields.join("&");
}

/** A name in the head of a part: as browsers write it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}"`;
}

function partOf(name: string, value: unknown, contentType: string | undefined): Array<string | Blob> {
  const file = isBytes(value) ? (value instanceof Blob ? value : new Blob([value])) : undefined;
  const text = file ? undefined : isContainer(value) ? JSON.stringify(value) : scalar(name, value);
  const usual = file ? file.type || "application/octet-stream" : isContainer(value) ? "application/json" : undefined;
  const type = contentType ?? usual;
  const fileName = file && `; filename=${quoted("name" in file ? String(file.name) : name)}`;
  const head = `Content-Disposition: form-data; name=${quoted(name)}${fileName ?? ""}\r\n`;
  return [`${head}${type ? `Content-Type: ${type}\r\n` : ""}\r\n`, file ?? text ?? "", "\r\n"];
}

function multipart(body: unknown, { mediaType, parts }: WireBody): { type: string; content: Blob } {
  const boundary = `form-${crypto.randomUUID()}`;
  const all = fieldsOf(body).flatMap(([name, value]) => {
    const contentType = ownOf(parts, name)?.contentType;
    const items = Array.isArray(value) ? itemsOf(value) : [value];
    return items.flatMap((item) => [`--${boundary}\r\n`, ...partOf(name, item, contentType)]);
  });
  return { type: `${mediaType}; boundary=${boundary}`, content: new Blob([...all, `--${boundary}--\r\n`]) };
}

/** Collects the secrets of a body, in whatever form it is sent. */
function findSecrets(body: unknown, secrets: string[]): void {
  for (const [name, value] of fieldsOf(body)) if (!isBytes(value)) bodyText({ [name]: value }, secrets);
}

function writeBody(body: unknown, wire: WireBody, secrets: string[]): { type: string; content: string | Blob } {
  const type = wire.mediaType;
  if (wire.kind === "json") return { type, content: bodyText(body, secrets) };
  if (wire.kind === "form" || wire.kind === "multipart") findSecrets(body, secrets);
  if (wire.kind === "form") return { type, content: formText(body, wire) };
  if (wire.kind === "multipart") return multipart(body, wire);
  if (wire.kind === "text") return { type, content: scalar("body", body) };
  if (!isBytes(body)) throw new ConfigurationError("body is not bytes: give a Blob, an ArrayBuffer or a Uint8Array.");
  return { type: (body instanceof Blob && body.type) || type, content: new Blob([body]) };
}

/** Writes a request of which some part is not written in the usual way. */
export const writeWire: WireWriter = ({ path: template, wire = {} }: Descriptor, values, secrets) => {
  const path = fillPath(template, values.path, (name, value) => {
    const text = pathText(name, value, ownOf(wire.path, name) ?? { style: "simple", explode: false });
    checkSegment(name, text);
    return text;
  });
  const body = values.body === undefined || !wire.body ? undefined : writeBody(values.body, wire.body, secrets);
  const plain = values.body === undefined || wire.body ? undefined : bodyText(values.body, secrets);
  return {
    path,
    query: queryOf(values.query, wire.query),
    header: {
      ...(body && { "content-type": body.type }),
      ...headerTexts(headersOf(values.header, wire.header)),
      ...cookieOf(values.cookie, wire.cookie),
    },
    body: body?.content ?? plain,
  };
};
