import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { CONTROL, control } from "./control.js";
import type { Simulator } from "./simulator.js";

/** One request that was answered, or whose connection broke. */
export interface Served {
  readonly method: string;
  readonly path: string;
  /** Undefined when the connection broke. */
  readonly status: number | undefined;
  readonly milliseconds: number;
}

export interface Listener {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a simulator on a port does beside the service. */
export interface ListenOptions {
  /** Routes below `/_simulator/` that furnish it and tell what it saw. */
  readonly control?: boolean | undefined;
  /** Pages of any origin may call it. */
  readonly cors?: boolean | undefined;
  readonly onServed?: ((served: Served) => void) | undefined;
}

/** Lets a simulator listen on a port of this machine; 0 finds a free one. Other machines cannot reach it. */
export async function listen(service: Simulator, port: number, options: ListenOptions = {}): Promise<Listener> {
  const server = createServer((request, response) => {
    void serve(service, request, response, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Keep-alive connections would hold it open.
    server.closeAllConnections();
  });
}

/** Headers of answers that pages may read. */
const EXPOSED =
  "Accept-Ranges, Content-Disposition, Content-Range, Date, ETag, Location, Retry-After, X-Request-Id, X-Subject-Token";

export async function serve(
  service: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  { control: controlled = false, cors = false, onServed }: ListenOptions,
): Promise<void> {
  const began = performance.now();
  const { method = "GET", url = "/", headers } = request;
  const told = (status: number | undefined): void =>
    onServed?.({ method, path: url, status, milliseconds: Math.round(performance.now() - began) });
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  if (cors) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", EXPOSED);
  }
  try {
    const body = await buffer(request);
    if (cors && method === "OPTIONS" && headers["access-control-request-method"] !== undefined) {
      told(preflight(request, response));
      return;
    }
    const own = await answerItself(service, request, body, controlled);
    const answer = own ?? (await service.fetch(...asFetch(request, body, gone.signal)));
    response.writeHead(answer.status, [...answer.headers].flat());
    for await (const piece of answer.body ?? []) {
      if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
    told(answer.status);
  } catch {
    // The connection must break, or the caller has gone. What was sent before arrives; the missing end shows that it broke.
    if (response.headersSent) response.socket?.end();
    else response.destroy();
    told(undefined);
  }
}

/** The arguments of `fetch` for a request that came over the network. */
function asFetch(
  { method = "GET", url = "/", headers }: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
): [string, RequestInit] {
  const init: RequestInit = {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): Array<[string, string]> =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
    signal,
    // Only `fetch` forbids a GET with a body; a compressed body is not text.
    ...(body.length > 0 && {
      body: headers["content-encoding"] === undefined ? body.toString("utf8") : new Uint8Array(body),
    }),
  };
  return [`http://${headers.host ?? "127.0.0.1"}${url}`, init];
}

/** Answers the preflight request of a browser. */
function preflight({ headers }: IncomingMessage, response: ServerResponse): number {
  response.writeHead(204, {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "",
    "Access-Control-Max-Age": "600",
  });
  response.end();
  return 204;
}

const WELCOME = `The CodeArts Build service in miniature, of the package codearts-build: for tests, and for a first try without an account.
It answers the routes of the API, such as POST /v3/jobs/build. Read on in the package: docs/guides/testing-with-the-simulator.md
`;

/** Answers what the service has no route for: the bare address, and the control routes. */
async function answerItself(
  service: Simulator,
  { method = "GET", url = "/" }: IncomingMessage,
  body: Buffer,
  controlled: boolean,
): Promise<Response | undefined> {
  const [path = ""] = url.split("?");
  if (path === "/" && (method === "GET" || method === "HEAD")) {
    const more = controlled ? `Its own routes: ${CONTROL}\n` : "";
    return new Response(method === "HEAD" ? null : WELCOME + more, {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  if (!controlled || !path.startsWith(CONTROL)) return undefined;
  const { status, json } = await control(service, method, path, body.toString("utf8"));
  return json === undefined ? new Response(null, { status }) : Response.json(json, { status });
}
