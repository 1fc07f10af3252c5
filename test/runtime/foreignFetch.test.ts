import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { token } from "../../generator/codearts/runtime/credentials.js";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { saveTo } from "../../generator/runtime/node.js";
import { rawClient } from "../../generator/runtime/raw.js";
import { change, data, file, read, rejection, rejectionOf, TestClient } from "./support/client.js";
import { json, serve, text } from "./support/server.js";

/** What a `fetch` of somebody else makes of an answer: the parts of `Response` that it has. */
type Foreign = (response: Response) => object;

const shared = ({ status, ok, statusText, headers, type }: Response) => ({ status, ok, statusText, headers, type });

/** React Native and whatwg-fetch: no streams at all. */
const withoutStreams: Foreign = (response) => ({
  ...shared(response),
  text: () => response.text(),
  arrayBuffer: () => response.arrayBuffer(),
});

/** A stand-in that knows text and nothing else. */
const onlyText: Foreign = (response) => ({ ...shared(response), text: () => response.text() });

/** node-fetch 2 and 3, cross-fetch 4: the body is a stream of Node. */
const withNodeStream: Foreign = (response) => {
  const body = response.body && Readable.fromWeb(response.body as never);
  return { ...shared(response), body, text: async () => Buffer.concat((await body?.toArray()) ?? []).toString() };
};

/** A body that can be iterated and nothing else. */
const iterable: Foreign = (response) => ({
  ...shared(response),
  body: response.body && { [Symbol.asyncIterator]: () => response.body?.[Symbol.asyncIterator]() },
});

const kinds: ReadonlyArray<[string, Foreign]> = [
  ["without streams", withoutStreams],
  ["with text() alone", onlyText],
  ["with a stream of Node", withNodeStream],
  ["with what can be iterated", iterable],
];

function client(url: string, foreign: Foreign): TestClient {
  const send: typeof fetch = async (input, init) => foreign(await fetch(input, init)) as Response;
  return new TestClient(url, { fetch: send, retries: 0 });
}

describe.each(kinds)("fault 3: a fetch %s", (_, foreign) => {
  test("reads JSON, in one piece or in many", async () => {
    const { url } = await serve((response, _, turn) => {
      if (turn > 0) response.write(" ");
      response.end('{"a":"é"}');
    });
    const it = client(url, foreign);
    expect([await it.send(change), await it.send(change)]).toEqual([{ a: "é" }, { a: "é" }]);
  });

  test("reads the error of the service", async () => {
    const { url } = await serve(json({ error_code: "CB.1", error_msg: "No." }, 400));
    expect((await rejection(client(url, foreign).send(change))).message).toContain("400 CB.1 No.");
  });

  test("receives a file, to memory and to disk", async () => {
    const { url } = await serve(text("the log", 200, "text/plain"));
    const folder = await mkdtemp(join(tmpdir(), "foreign-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const it = client(url, foreign);
    expect(await (await it.file()).text()).toBe("the log");
    expect(await saveTo(await it.file(), join(folder, "x"))).toBe(7);
    expect(await readFile(join(folder, "x"), "utf8")).toBe("the log");
  });

  test("serves the raw client", async () => {
    const { url } = await serve((response, request, turn) => {
      if (turn === 0) json({ a: 1 })(response, request, turn);
      else text("the log", 200, "text/plain")(response, request, turn);
    });
    const send: typeof fetch = async (input, init) => foreign(await fetch(input, init)) as Response;
    const client = rawClient<Record<"/v1/x", { get: { responses: { 200: { content: { "text/plain": string } } } } }>>(
      { baseUrl: url, credentials: token("t"), fetch: send },
      data,
    );
    expect((await client.GET("/v1/x")).data).toEqual({ a: 1 });
    expect((await client.GET("/v1/x", { parseAs: "text" })).data).toBe("the log");
  });

  test("knows an answer without a body", async () => {
    const { url } = await serve(text("", 204));
    expect(await client(url, foreign).send({ ...change, answer: "empty" })).toBeUndefined();
  });
});

describe("fault 3: an answer that lacks what is needed", () => {
  test.each<[string, Foreign, string]>([
    ["nothing", () => undefined as never, "status"],
    ["no status", () => ({}), "status"],
    ["no headers", () => ({ status: 200 }), "headers.get()"],
    ["headers as an object", () => ({ status: 200, headers: { "content-type": "text/plain" } }), "headers.get()"],
    ["no body that can be read", shared, "body to read: neither a stream, nor arrayBuffer(), nor text()"],
  ])("%s", async (_, foreign, lacks) => {
    const { url, arrived } = await serve(json({ a: 1 }));
    const it = client(url, foreign);
    const words = `the answer that fetch gave has no ${lacks}. Give another fetch.`;
    const doubt = " It may have taken effect all the same: look before you send it again.";
    expect((await rejectionOf(ConfigurationError, it.send(read))).message).toBe(`showThing GET /v1/things/7: ${words}`);
    expect((await rejectionOf(ConfigurationError, it.send(change))).message).toBe(
      `startThing POST /v1/things/7/start: ${words}${doubt}`,
    );
    expect((await rejectionOf(ConfigurationError, it.file())).message).toBe(
      `downloadThing GET /v1/things/7/file: ${words}`,
    );
    expect([arrived.length, it.clock.pending]).toEqual([3, 0]);
  });
});

describe("fault 3: an array where the specification promises an object, and the reverse", () => {
  test.each<[object | undefined, unknown, string]>([
    [{}, [1, 2], "an array instead of an object"],
    [{}, [], "an array instead of an object"],
    [{ answer: "list" }, { a: 1 }, "an object instead of an array"],
    [{ answer: "list" }, null, "a bare value instead of an array"],
  ])("%j answered with %j", async (promised, body, words) => {
    const { url } = await serve(json(body));
    expect((await rejection(new TestClient(url).send({ ...read, ...promised }))).message).toContain(
      `200 with ${words}.`,
    );
  });

  test("what is promised passes", async () => {
    const { url } = await serve(json([1, 2]));
    expect(await new TestClient(url).send({ ...read, answer: "list" })).toEqual([1, 2]);
    expect(await new TestClient(url).send({ ...read, answer: "value" })).toEqual([1, 2]);
  });
});

describe("fault 3: no answer comes from a cache", () => {
  async function sent(): Promise<RequestInit | undefined> {
    let seen: RequestInit | undefined;
    const send: typeof fetch = (_, init) => {
      seen = init;
      return Promise.resolve(Response.json({}));
    };
    await new TestClient("https://build.example.com", { fetch: send }).send(read);
    return seen;
  }

  test("where the runtime knows the option", async () => {
    expect((await sent())?.cache).toBe("no-store");
  });

  test("and it is not there where the runtime refuses it or has no Request", async () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    for (const Request of [undefined, Map]) {
      vi.stubGlobal("Request", Request);
      expect(await sent()).not.toHaveProperty("cache");
    }
  });
});

describe("fault 3: an answer that is abandoned is cancelled", () => {
  // The others read an answer at once or not at all.
  const streaming = kinds.slice(2);

  /** Answers that would be cancelled when the garbage collector finds them. */
  const kept: Response[] = [];

  /** A fetch that does not listen to its signal. */
  const deaf = async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, { ...init, signal: null });
    kept.push(response);
    return response;
  };

  /** A server whose answer never ends, and the end of its connection. */
  async function endless(status: number, headers: Record<string, string | number> = {}) {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const { url } = await serve((response) => {
      response.on("close", closed).writeHead(status, { "content-type": "application/json", ...headers });
      response.write("x".repeat(100));
    });
    return { url, gone };
  }

  test.each(streaming)("a redirect, with a fetch %s", async (_, foreign) => {
    const { url, gone } = await endless(302, { location: "http://elsewhere.example.com/" });
    const it = new TestClient(url, { fetch: async (...request) => foreign(await deaf(...request)) as Response });
    expect((await rejection(it.send(change))).message).toContain("302 with a redirect");
    await gone;
  });

  test("a stream of Node that fails when nobody reads it any more ends no process", async () => {
    const { url, gone } = await endless(302, { location: "http://elsewhere.example.com/" });
    let body: Readable | undefined;
    const it = client(url, (response) => {
      const answer = withNodeStream(response) as { body: Readable };
      body = answer.body;
      return answer;
    });
    await rejection(it.send(change));
    await gone;
    // node-fetch does this when a call is aborted.
    expect(body?.emit("error", new Error("aborted"))).toBe(true);
  });

  test("one that is too large", async () => {
    const { url, gone } = await endless(200, { "content-length": 33 * 1024 * 1024 });
    expect((await rejection(new TestClient(url).send(change))).message).toContain("200 with");
    await gone;
  });

  test("a part of a file that nobody asked for", async () => {
    const { url, gone } = await endless(206, {
      "content-type": "application/octet-stream",
      "content-range": "bytes 0-999/1000",
    });
    expect((await rejection(new TestClient(url).file(file))).message).toContain("206 with a part");
    await gone;
  });

  test("one that arrives after its call has ended, by a fetch that does not listen", async () => {
    const { url, gone } = await endless(200);
    const controller = new AbortController();
    const send: typeof fetch = async (input, init) => {
      const response = await deaf(input, init);
      controller.abort(new Error("enough"));
      await new Promise((resolve) => setTimeout(resolve, 10));
      return response;
    };
    const call = new TestClient(url, { fetch: send }).send(change, { id: "7" }, { signal: controller.signal });
    expect((await rejection(call)).message).toBe("enough");
    await gone;
  });
});
