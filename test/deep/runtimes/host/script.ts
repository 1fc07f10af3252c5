import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Answer, Arrived } from "../suite/protocol.js";

type Entry = { -readonly [Key in keyof Arrived]: Arrived[Key] };

/** A server that answers by a list: one answer after the other, and the last one from then on. */
export class Script {
  readonly arrived: Entry[] = [];
  readonly #answers: readonly Answer[];
  #release: () => void = () => undefined;

  constructor(answers: readonly Answer[]) {
    this.#answers = answers;
  }

  /** Lets the held half of a body go. */
  release(): void {
    this.#release();
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await buffer(request)).toString();
    const { method = "", url = "", headers } = request;
    const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
    const entry = { line: `${method} ${url}`, headers: texts, body, gone: false };
    response.once("close", () => (entry.gone = !response.writableFinished));
    this.arrived.push(entry);
    const answer = this.#answers[Math.min(this.arrived.length, this.#answers.length) - 1] ?? {};
    if (answer.fault) {
      this.#fail(answer, response);
      return;
    }
    const bytes = bodyOf(answer);
    response.writeHead(answer.status ?? 200, { ...headersOf(answer), "content-length": bytes.length }).end(bytes);
  }

  #fail(answer: Answer, response: ServerResponse): void {
    const { socket } = response;
    const bytes = bodyOf(answer);
    const half = bytes.subarray(0, bytes.length >> 1);
    const begin = (length?: number): void => {
      const announced = length === undefined ? {} : { "content-length": String(length) };
      response.writeHead(answer.status ?? 200, { ...headersOf(answer), ...announced }).write(half);
    };
    switch (answer.fault) {
      case "reset":
        return void socket?.resetAndDestroy();
      case "reset in body":
        begin(bytes.length);
        return void setTimeout(() => socket?.resetAndDestroy(), 5);
      case "end in body":
        begin(bytes.length);
        return void setTimeout(() => socket?.end(), 5);
      case "cut":
        begin();
        return void setTimeout(() => socket?.destroy(), 5);
      case "held":
        begin(bytes.length);
        this.#release = () => void response.end(bytes.subarray(half.length));
        return;
      case "trickle":
        trickle(response, headersOf(answer));
        return;
      default:
        // Silence.
        return;
    }
  }
}

function trickle(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(200, headers);
  const timer = setInterval(() => response.write(" "), 5);
  response.once("close", () => clearInterval(timer));
}

function headersOf({ headers, bytes }: Answer): Record<string, string> {
  const type = bytes === undefined ? "application/json" : "application/octet-stream";
  return { "content-type": type, "x-request-id": "req-1", ...headers };
}

function bodyOf({ json = {}, text = JSON.stringify(json), bytes }: Answer): Buffer {
  return bytes === undefined ? Buffer.from(text) : Buffer.from(bytes);
}
