import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What the server does with a request: `turn` counts from zero. */
export type Handler = (response: ServerResponse, request: Arrived, turn: number) => void;

/** A real server on 127.0.0.1, closed when the test is over. */
export async function serve(handler: Handler): Promise<{ url: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const entry = { method, url, headers, body: Buffer.concat(pieces).toString() };
      arrived.push(entry);
      handler(response, entry, arrived.length - 1);
    });
    request.on("error", () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived };
}

/** Answers with JSON, the way the service does. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Handler {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "req-1", ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Answers with any text. */
export function text(body: string, status = 200, type = "application/json"): Handler {
  return (response) => {
    response.writeHead(status, { "content-type": type, "x-request-id": "req-1" });
    response.end(body);
  };
}

/** Breaks the connection before a byte is answered. */
export const reset: Handler = (response) => {
  response.socket?.resetAndDestroy();
};

/** Announces a body and breaks the connection in the middle of it. */
export const resetInBody: Handler = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"half":');
  setTimeout(() => response.socket?.resetAndDestroy(), 5);
};

/** Never answers. */
export const silence: Handler = () => undefined;

/** One handler after the other; the last one stays. */
export function inTurn(...handlers: Handler[]): Handler {
  return (response, request, turn) => handlers[Math.min(turn, handlers.length - 1)]?.(response, request, turn);
}

/** The address of a port that nobody listens on. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
