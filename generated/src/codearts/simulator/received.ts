// A request as the simulator receives it.
/** A request as it arrived. */
export interface Received {
  readonly method: string;
  /** With the port, where the address has one. */
  readonly host: string;
  /** As it came, percent-encoding included. */
  readonly path: string;
  /** As it came, without the question mark. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer;
  /** What a signature covers: the body as it was sent, where it was compressed. */
  readonly sent?: string | ArrayBuffer;
  /** The body is not in the coding that its header names. */
  readonly garbled?: true;
  readonly signal: AbortSignal | undefined;
}

function headersOf(headers: RequestInit["headers"]): Record<string, string> {
  const found: Record<string, string> = {};
  const pairs = headers instanceof Headers || Array.isArray(headers) ? headers : Object.entries(headers ?? {});
  for (const [name, value] of pairs) found[name.toLowerCase()] = value.trim();
  return found;
}

/** What `fetch` was called with. A `Request` is only made where the arguments need one: it costs as much as the answer. */
export async function receiveCall(input: string | URL | Request, init: RequestInit = {}): Promise<Received> {
  const plain =
    !(input instanceof Request) && (init.body === undefined || init.body === null || typeof init.body === "string");
  if (!plain) return readWhole(new Request(input, init), init);
  const { body, method = "GET", signal } = init;
  return {
    ...placeOf(input instanceof Request ? input.url : input),
    method: method.toUpperCase(),
    headers: headersOf(init.headers),
    body: typeof body === "string" ? body : "",
    signal: signal ?? undefined,
  };
}

async function readWhole(request: Request, { headers }: RequestInit): Promise<Received> {
  return {
    ...placeOf(request.url),
    method: request.method,
    // A `Request` drops `host`, which a signature covers.
    headers: { ...headersOf(headers), ...headersOf(request.headers) },
    body: await request.arrayBuffer(),
    signal: request.signal,
  };
}

function placeOf(address: string | URL): Pick<Received, "host" | "path" | "query"> {
  const { host, pathname, search } = new URL(address);
  return { host, path: pathname, query: search.slice(1) };
}

/** Bytes that a compressed body may have: what is small on its way can be endless. */
const LARGEST_BODY = 32 * 1024 * 1024;

/** The request with its body as it was before it was compressed. */
export async function decoded(received: Received): Promise<Received> {
  const coding = received.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (!/^(x-)?gzip$|^deflate$/.test(coding)) return received;
  const sent = typeof received.body === "string" ? new TextEncoder().encode(received.body).buffer : received.body;
  try {
    const plain = new Blob([sent])
      .stream()
      .pipeThrough(new DecompressionStream(coding === "deflate" ? "deflate" : "gzip"));
    return { ...received, sent, body: await collect(plain) };
  } catch {
    return { ...received, garbled: true };
  }
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  const pieces: BlobPart[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > LARGEST_BODY) throw new Error("The body is too large.");
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  }
  return new Blob(pieces).arrayBuffer();
}

/** The text of a body. */
export function bodyTextOf(body: Received["body"]): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

/** A text that is no valid percent-encoding stands for itself. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The pairs of a query, in their order, decoded. A plus sign stays one. */
export function queryPairs(query: string): Array<[string, string]> {
  return query
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decode(name), decode(value.join("="))];
    });
}
