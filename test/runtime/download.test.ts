import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { NetworkError, TimeoutError, UnexpectedResponseError } from "../../generator/runtime/errors.js";
import { collect, file, rejection, TestClient } from "./support/client.js";
import { TestClock } from "./support/clock.js";
import { type Handler, inTurn, json, reset, serve, text } from "./support/server.js";

const bytes = (body: Uint8Array | string, headers: Record<string, string | number> = {}): Handler => {
  return (response) => {
    response.writeHead(200, { "content-type": "application/octet-stream", "x-request-id": "req-1", ...headers });
    response.end(body);
  };
};
async function client(handler: Handler, clock?: TestClock) {
  const { url, arrived } = await serve(handler);
  return { client: new TestClient(url, clock ? { clock } : {}), arrived };
}

describe("a file", () => {
  test("tells its type and size before it is read", async () => {
    const { client: it } = await client(bytes("hello", { "content-length": 5 }));
    const { data, requestId, response } = await it.file().withResponse();
    expect([data.contentType, data.size, requestId, response.status]).toEqual([
      "application/octet-stream",
      5,
      "req-1",
      200,
    ]);
    expect(await data.text()).toBe("hello");
    expect(it.clock.pending).toBe(0);
  });

  test("is bytes, whatever they are", async () => {
    const all = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
    const { client: it } = await client(bytes(all));
    expect(Buffer.from(await (await it.file()).bytes()).equals(all)).toBe(true);
    const pieces: Uint8Array[] = [];
    for await (const piece of (await it.file()).body) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(all)).toBe(true);
  });

  test("text that is cut in the middle of a character is put together", async () => {
    const { client: it } = await client((response) => {
      const all = Buffer.from("中文 🎉");
      response.writeHead(200);
      for (const byte of all) response.write(Buffer.of(byte));
      response.end();
    });
    expect(await (await it.file()).text()).toBe("中文 🎉");
  });

  test("without a type and a length, and compressed", async () => {
    const { client: it } = await client(
      inTurn(
        (response) => void response.writeHead(200).end("x"),
        bytes(deflateSync("yy"), { "content-encoding": "deflate", "content-length": 10 }),
      ),
    );
    const plain = await it.file();
    expect([plain.contentType, plain.size, await plain.text()]).toEqual([undefined, undefined, "x"]);
    const packed = await it.file();
    expect([packed.size, await packed.text()]).toEqual([undefined, "yy"]);
  });

  test("an empty one", async () => {
    const { client: it } = await client(bytes("", { "content-length": 0 }));
    expect(await (await it.file()).text()).toBe("");
    const none = new TestClient("http://h.example.com", { fetch: () => Promise.resolve(new Response(null)) });
    expect((await (await none.file()).bytes()).length).toBe(0);
  });
});

describe("what is no file", () => {
  test.each<[string, Handler, string]>([
    [
      "JSON with an error",
      json({ error_code: "CB.1", error_msg: "No log." }),
      "ApiError: 200 CB.1 No log. (request req-1)",
    ],
    ["an error status", json({ error_code: "CB.1" }, 404), "NotFoundError: 404 CB.1 Not Found (request req-1)"],
    ["JSON", json({ a: 1 }), "UnexpectedResponseError: 200 with JSON instead of a file. (request req-1)"],
    [
      "a page",
      text("<html>", 200, "text/html"),
      "UnexpectedResponseError: 200 with JSON instead of a file. (request req-1)",
    ],
    ["nothing, as JSON", text(""), "UnexpectedResponseError: 200 with an empty body instead of JSON. (request req-1)"],
  ])("%s", async (_, handler, wanted) => {
    const { client: it } = await client(handler);
    const error = await rejection(it.file());
    expect(`${error.name}: ${error.message.replace(/^.*file: /, "")}`).toBe(wanted);
    expect(it.clock.pending).toBe(0);
  });
});

describe("while it is received", () => {
  test.each([
    [{ "content-length": 10 }, "after 5 of 10 bytes"],
    [{}, "after 5 bytes"],
  ])("a connection that breaks says how far it came: %j", async (headers, words) => {
    let breakNow = (): void => undefined;
    const { client: it } = await client((response) => {
      breakNow = () => void response.destroy();
      response.writeHead(200, headers).write("01234");
    });
    const reader = (await it.file()).body.getReader();
    await reader.read();
    breakNow();
    const error = await rejection(reader.read());
    expect(error).toBeInstanceOf(NetworkError);
    expect(error.message).toMatch(
      /^downloadThing GET \/v1\/things\/7\/file: the connection broke after .+ bytes \(.+\)\.$/,
    );
    expect(error.message).toContain(words);
    expect(it.clock.pending).toBe(0);
  });

  test("one that is shorter than announced is an error, even if `fetch` does not notice", async () => {
    const short = new Response("012", { headers: { "content-length": "10" } });
    const it = new TestClient("http://h.example.com", { fetch: () => Promise.resolve(short) });
    expect((await rejection((await it.file()).text())).message).toBe(
      "downloadThing GET /v1/things/7/file: the connection broke after 3 of 10 bytes (the body is shorter than announced).",
    );
  });

  test("fault 4: one that is longer than announced is an error too", async () => {
    const long = new Response("0123456789", { headers: { "content-length": "3" } });
    const it = new TestClient("http://h.example.com", { fetch: () => Promise.resolve(long) });
    expect((await rejection((await it.file()).text())).message).toContain("(the body is longer than announced)");
  });

  test("`timeout` bounds the time to the headers, then each wait for the server, but not the reader's own pace", async () => {
    const { client: it } = await client(
      (response) => {
        response.writeHead(200, { "content-length": "10" });
        response.write("01234");
      },
      new TestClock({ skip: 1 }),
    );
    const reader = (await it.file()).body.getReader();
    it.clock.advance(3_600_000);
    expect((await reader.read()).value?.length).toBe(5);
    it.clock.advance(3_600_000);
    const waiting = reader.read();
    waiting.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 5));
    it.clock.advance(59_999);
    it.clock.advance(1);
    const error = await rejection(waiting);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toBe("downloadThing GET /v1/things/7/file: no answer within 60000 ms.");
    expect(it.clock.pending).toBe(0);
  });

  test("an abort ends it", async () => {
    const { client: it } = await client((response) => void response.writeHead(200).write("01234"));
    const controller = new AbortController();
    const reader = (await it.file(file, { id: "7" }, { signal: controller.signal })).body.getReader();
    await reader.read();
    const waiting = reader.read();
    waiting.catch(() => undefined);
    controller.abort(new Error("enough"));
    expect((await rejection(waiting)).message).toBe("enough");
  });

  test("an abort between two reads ends the next one, even if `fetch` does not listen", async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Uint8Array.of(1));
      },
    });
    const it = new TestClient("http://deaf.example.com", { fetch: () => Promise.resolve(new Response(body)) });
    const controller = new AbortController();
    const reader = (await it.file(file, { id: "7" }, { signal: controller.signal })).body.getReader();
    await reader.read();
    controller.abort(new Error("enough"));
    expect((await rejection(reader.read())).message).toBe("enough");
  });

  test("a reader that cancels lets go of the connection", async () => {
    let closed = false;
    const { client: it } = await client((response) => {
      response.on("close", () => (closed = true));
      response.writeHead(200).write("01234");
    });
    const { signal } = new AbortController();
    const { body } = await it.file(file, { id: "7" }, { signal });
    await collect(body, 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([closed, it.clock.pending]).toEqual([true, 0]);
  });
});

describe("taking it up again", () => {
  const partial = (from: number, rest: string, headers = {}): Handler => {
    return (response) => {
      const range = `bytes ${from}-${from + rest.length - 1}/10`;
      response.writeHead(206, { "content-range": range, "content-length": rest.length, ...headers }).end(rest);
    };
  };

  test.each([
    [{ etag: '"v1"' }, '"v1"'],
    [{ "last-modified": "Fri, 02 Jan 2026 03:04:05 GMT" }, "Fri, 02 Jan 2026 03:04:05 GMT"],
    [{ etag: 'W/"v1"' }, undefined],
    [{}, undefined],
  ])("asks for the rest of the same version: %j", async (headers, condition) => {
    const { client: it, arrived } = await client(inTurn(bytes("01234", headers), partial(5, "56789")));
    const rest = await (await it.file()).resume(5);
    expect(await rest.text()).toBe("56789");
    expect([arrived[1]?.headers.range, arrived[1]?.headers["if-range"]]).toEqual(["bytes=5-", condition]);
  });

  const date = "Fri, 02 Jan 2026 03:04:05 GMT";
  test.each<[string, Handler, string]>([
    ["another part", partial(0, "01234"), "it sends byte 0"],
    ["another ETag", partial(5, "56789", { etag: '"v2"' }), "there is another version of it"],
    ["another date", partial(5, "56789", { "last-modified": date }), "there is another version of it"],
    [
      "another length",
      partial(5, "567890", { "content-range": "bytes 5-10/11" }),
      "the file has 11 bytes now, it had 10",
    ],
    ["what is compressed", partial(5, "56789", { "content-encoding": "identity" }), "it compresses it"],
  ])("fault 4: an answer with %s is not the rest", async (_, answer, why) => {
    const first = bytes("01234", {
      etag: '"v1"',
      "last-modified": "Thu, 01 Jan 2026 03:04:05 GMT",
      "content-length": 10,
    });
    const { client: it } = await client(inTurn(first, answer));
    expect((await rejection((await it.file()).resume(5))).message).toBe(
      `downloadThing GET /v1/things/7/file: the service does not send the rest of this file from byte 5 on: ${why}.`,
    );
    expect(it.clock.pending).toBe(0);
  });

  test("fault 4: the whole file begins anew, and says so", async () => {
    const whole = bytes("0123456789", { "content-range": "bytes 5-9/10", "content-length": 10 });
    const { client: it } = await client(inTurn(bytes("01234"), whole));
    const again = await (await it.file()).resume(5);
    expect([again.start, again.size, again.total, await again.text()]).toEqual([0, 10, 10, "0123456789"]);
  });

  test("fault 4: what is compressed is asked for anew, since its bytes are others", async () => {
    const packed = bytes(deflateSync("yy"), { "content-encoding": "deflate", etag: '"v1"' });
    const { client: it, arrived } = await client(packed);
    expect((await (await it.file()).resume(1)).start).toBe(0);
    expect(arrived[1]?.headers).not.toHaveProperty("range");
  });

  test("fault 4: a part that the caller asked for is one, and its rest ends where it ends", async () => {
    const { client: it, arrived } = await client(inTurn(partial(2, "234"), partial(4, "4"), bytes("0123456789")));
    const part = await it.file(file, { id: "7" }, { headers: { Range: "bytes=2-4" } });
    expect([part.start, part.size, part.total, await part.text()]).toEqual([2, 3, 10, "234"]);
    expect(await (await part.resume(2)).text()).toBe("4");
    expect((await rejection(part.resume(2))).message).toMatch(/from byte 2 on: it sends the whole file\.$/);
    expect(arrived.map(({ headers }) => headers.range)).toEqual(["bytes=2-4", "bytes=4-4", "bytes=4-4"]);
  });

  test.each<[string, object, Handler]>([
    ["a part of the file that nobody asked for", {}, partial(0, "01234")],
    ["a part of the file that it does not name", { range: "bytes=0-4" }, partial(0, "01234", { "content-range": "x" })],
    [
      "a part of the file that it does not name",
      { range: "bytes=0-4" },
      partial(0, "01234", { "content-range": "bytes 0-4/4" }),
    ],
  ])("fault 4: %s is no file: asked for with %j", async (what, headers, answer) => {
    const { client: it } = await client(answer);
    const error = await rejection(it.file(file, { id: "7" }, { headers: { ...headers } }));
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error.message).toBe(`downloadThing GET /v1/things/7/file: 206 with ${what}.`);
    expect(it.clock.pending).toBe(0);
  });

  test("a failure of the second request is its error", async () => {
    const { client: it } = await client(inTurn(bytes("01234"), reset));
    expect(await rejection((await it.file()).resume(5))).toBeInstanceOf(NetworkError);
  });
});
