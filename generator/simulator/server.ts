import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { buffer } from "node:stream/consumers";
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

/** Lets a simulator listen on a port of this machine; 0 finds a free one. Other machines cannot reach it. */
export async function listen(
  service: Simulator,
  port: number,
  onServed: (served: Served) => void = () => undefined,
): Promise<Listener> {
  const server = createServer((request, response) => {
    void serve(service, request, response, onServed);
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

export async function serve(
  service: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  onServed: (served: Served) => void,
): Promise<void> {
  const began = performance.now();
  const { method = "GET", url = "/", headers } = request;
  const told = (status: number | undefined): void =>
    onServed({ method, path: url, status, milliseconds: Math.round(performance.now() - began) });
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    const body = await buffer(request);
    const answer = await service.fetch(`http://${headers.host ?? "127.0.0.1"}${url}`, {
      method,
      headers: Object.entries(headers).flatMap(([name, value]): Array<[string, string]> =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
      ),
      signal: gone.signal,
      // A GET with a body is a thing that only `fetch` forbids.
      ...(body.length > 0 && { body: body.toString("utf8") }),
    });
    response.writeHead(answer.status, [...answer.headers].flat());
    for await (const piece of answer.body ?? []) {
      if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
    told(answer.status);
  } catch {
    // The connection shall break, or the caller has gone. What was sent before gets through; a missing end tells the rest.
    if (response.headersSent) response.socket?.end();
    else response.destroy();
    told(undefined);
  }
}
