import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Descriptor } from "../../generator/runtime/descriptor.js";
import { ApiError, UnexpectedResponseError } from "../../generator/runtime/errors.js";
import { change, read, rejection, rejectionOf, TestClient } from "./support/client.js";
import { type Handler, json, serve, text } from "./support/server.js";

const stop: Descriptor = {
  ...change,
  id: "stopBuild",
  emptyOk: true,
  failure: [
    { at: "/success", values: [false], message: "/result" },
    { at: "/status", values: ["error", "fail"] },
  ],
};

/** What a call ends with. */
async function end(handler: Handler, operation: Descriptor = stop): Promise<unknown> {
  const { url } = await serve(handler);
  return new TestClient(url)
    .send(operation)
    .then((data) => data)
    .catch((error: unknown) => `${(error as Error).name}: ${(error as Error).message.replace(/^.*start: /, "")}`);
}

describe("a 200 that carries an error", () => {
  test.each([
    [{ error_code: "CB.1", error_msg: "No." }, "ApiError: 200 CB.1 No. (request req-1)"],
    ['{"error_code":"CB.1","error_msg":"Twice encoded."}', "ApiError: 200 CB.1 Twice encoded. (request req-1)"],
    [{ error_code: 17 }, "ApiError: 200 17 OK (request req-1)"],
    [{ status: "ERROR" }, "ApiError: 200 OK (request req-1)"],
    [{ error: { code: "E.1", reason: "R." }, status: "success" }, "ApiError: 200 E.1 R. (request req-1)"],
    [{ error: '{"code":"E.1","reason":"R."}' }, "ApiError: 200 E.1 R. (request req-1)"],
    [{ error: ["Why."] }, "ApiError: 200 OK (request req-1)"],
    [{ success: false, result: "Finished already." }, "ApiError: 200 Finished already. (request req-1)"],
    [{ status: "error", error: { code: "E.1", message: "M." } }, "ApiError: 200 E.1 M. (request req-1)"],
    [{ status: "fail", error: "Plain." }, "ApiError: 200 Plain. (request req-1)"],
    [{ status: "fail" }, "ApiError: 200 OK (request req-1)"],
  ])("%j", async (body, wanted) => {
    expect(await end(json(body))).toBe(wanted);
  });

  test.each([
    [{ success: true, result: "" }],
    [{ success: "false" }],
    [{ status: "success", error: null }],
    [{ error_code: "" }],
    [{ error_code: null, error_msg: null }],
    [{ error_code: "0" }],
    [{ error_code: 0 }],
    [{ error: null }],
    [{ error: "" }],
    [{ error: {} }],
    [{ error: [] }],
    [{ error: false }],
    [{ status: 1 }],
    [{ status: "running" }],
    [{ result: { status: "error", error: { code: "E.1" } } }],
    [{ data: { error_code: "CB.1" } }],
  ])("but not %j", async (body) => {
    expect(await end(json(body))).toEqual(body);
  });

  test("an answer that is encoded twice and no error is unwrapped", async () => {
    expect(await end(json('{"a":1}'))).toEqual({ a: 1 });
  });

  test("what the specification does not call a failure is none", async () => {
    expect(await end(json({ success: false }), change)).toEqual({ success: false });
  });

  test("a rule of the operation takes the place of the one for all", async () => {
    const poll: Descriptor = { ...read, failure: [{ at: "/status", values: ["lost"] }] };
    expect(await end(json({ status: "error" }), poll)).toEqual({ status: "error" });
    expect(await end(json({ status: "lost" }), poll)).toBe(
      "ApiError: showThing GET /v1/things/7: 200 OK (request req-1)",
    );
    expect(await end(json({ error: "no" }), poll)).toBe("ApiError: showThing GET /v1/things/7: 200 no (request req-1)");
  });
});

describe("an answer that is none", () => {
  test.each<[string, Handler, string]>([
    ["broken JSON", text('{"a":'), "200 with a body that is not JSON."],
    ["HTML", text("<html>", 200, "text/html"), "200 with a body that is not JSON."],
    ["text", json("hello"), "200 with a bare value instead of an object."],
    ["a number", json(17), "200 with a bare value instead of an object."],
    ["null", json(null), "200 with a bare value instead of an object."],
  ])("%s", async (_, handler, words) => {
    expect(await end(handler)).toBe(`UnexpectedResponseError: ${words} (request req-1)`);
  });

  test("an empty body where one is promised, and where it is a success", async () => {
    for (const handler of [text(""), text(" \n"), text("", 204)]) {
      expect(await end(handler, change)).toMatch(
        /^UnexpectedResponseError: 20[04] with an empty body instead of JSON\./,
      );
      expect(await end(handler)).toEqual({});
    }
  });

  test("an operation that promises no body takes none, and still sees an error", async () => {
    const operation = { ...change, answer: "empty" } as const;
    expect(await end(text(""), operation)).toBeUndefined();
    expect(await end(text("thanks"), operation)).toBeUndefined();
    expect(await end(json({ error_code: "CB.1" }), operation)).toBe("ApiError: 200 CB.1 OK (request req-1)");
  });

  test("tells status, type, request id and the first 500 characters", async () => {
    const { url } = await serve(text(`<html>${"x".repeat(1000)}`, 200, "text/html; charset=utf-8"));
    const error = await rejectionOf(UnexpectedResponseError, new TestClient(url).send(read));
    expect(Object.fromEntries(Object.entries(error))).toEqual({
      status: 200,
      contentType: "text/html; charset=utf-8",
      requestId: "req-1",
      text: `<html>${"x".repeat(494)}`,
    });
  });

  const size = 33 * 1024 * 1024;
  test.each<[string, Handler]>([
    ["announced", (response) => void response.writeHead(200, { "content-length": size }).write("{")],
    ["not announced", (response) => void response.writeHead(200).end(Buffer.alloc(size, " "))],
    [
      "compressed",
      (response) => {
        const body = deflateSync(Buffer.alloc(size, " "));
        response.writeHead(200, { "content-encoding": "deflate", "content-length": body.length }).end(body);
      },
    ],
  ])("a body over the limit, %s", async (_, handler) => {
    expect(await end(handler, change)).toBe("UnexpectedResponseError: 200 with a body that is too large.");
  });
});

test("what is not read of a body that is too large is cancelled", async () => {
  const piece = new Uint8Array(8 * 1024 * 1024).fill(32);
  for (const headers of [{}, { "content-length": String(2 ** 30) }] as Array<Record<string, string>>) {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(piece),
      cancel: () => void (cancelled = true),
    });
    const fetch = (): Promise<Response> => Promise.resolve(new Response(body, { headers }));
    await rejection(new TestClient("http://h.example.com", { fetch }).send(read));
    expect(cancelled).toBe(true);
  }
});

describe("whatever the body is made of", () => {
  test("it is decoded right, however it is cut", async () => {
    const body = JSON.stringify({ text: "中文 ü 🎉" });
    const { url } = await serve((response) => {
      response.writeHead(200);
      const bytes = Buffer.from(body);
      let at = 0;
      const next = (): void => {
        if (at >= bytes.length) response.end();
        else response.write(bytes.subarray(at, ++at), () => setImmediate(next));
      };
      next();
    });
    expect(await new TestClient(url).send(read)).toEqual({ text: "中文 ü 🎉" });
  });

  test("`__proto__` pollutes nothing", async () => {
    const answer = await end(text('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
    expect(Object.keys(answer as object)).toEqual(["__proto__", "constructor"]);
    expect({}).not.toHaveProperty("polluted");
    expect(await end(text('{"error_code":"__proto__","error_msg":"x"}', 400))).toBe(
      "ApiError: 400 __proto__ x (request req-1)",
    );
  });

  test("a `fetch` that makes its responses itself is as good", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(new Response(null));
    expect(await new TestClient("http://h.example.com", { fetch }).send(stop)).toEqual({});
  });
});

describe("error bodies", () => {
  test.each<[Handler, string]>([
    [json({ error_code: "CB.1", error_msg: "No." }, 400), "ApiError: 400 CB.1 No. (request req-1)"],
    [json('{"error_code":"CB.1","error_msg":"No."}', 422), "ApiError: 422 CB.1 No. (request req-1)"],
    [json({ error: { code: "X.1", message: "No." } }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ error: { code: 400, message: "No." } }, 400), "ApiError: 400 No. (request req-1)"],
    [json({ error: "no" }, 400), "ApiError: 400 no (request req-1)"],
    [json({ error: { code: "X.1", reason: "No." } }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ error: { error_code: "X.1", error_msg: "No." } }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ error: { error: { code: "X.1", message: "No." } } }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ err_code: "X.1", err_msg: "No." }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ code: "X.1", message: "No." }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ error: '{"error_code":"X.1","error_msg":"No."}' }, 400), "ApiError: 400 X.1 No. (request req-1)"],
    [json({ message: "no" }, 400), "ApiError: 400 no (request req-1)"],
    [json("just text", 400), "ApiError: 400 just text (request req-1)"],
    [json([], 400), "ApiError: 400 Bad Request (request req-1)"],
    [text("", 502), "ApiError: 502 Bad Gateway (request req-1)"],
    [text("<html>", 502, "text/html"), "ApiError: 502 Bad Gateway (request req-1)"],
    [
      (response) => void response.writeHead(400).end('{"request_id":"in-body"}'),
      "ApiError: 400 Bad Request (request in-body)",
    ],
    [(response) => void response.writeHead(304).end(), "ApiError: 304 Not Modified"],
  ])("%#", async (handler, wanted) => {
    expect(await end(handler)).toBe(wanted);
  });

  test("of an error whose advice the catalogue knows", async () => {
    const { url } = await serve(json({ error_code: "CB.00060201", error_msg: "Invalid task ID." }, 400));
    const error = await rejectionOf(ApiError, new TestClient(url).send(change));
    expect(error.message).toBe(
      "startThing POST /v1/things/7/start: 400 CB.00060201 Invalid task ID. (request req-1) Check that the id has 32 characters.",
    );
    expect(Object.fromEntries(Object.entries(error))).toEqual({
      operation: "startThing",
      method: "POST",
      path: "/v1/things/7/start",
      status: 400,
      code: "CB.00060201",
      serviceMessage: "Invalid task ID.",
      requestId: "req-1",
      hint: "Check that the id has 32 characters.",
      retryable: false,
    });
  });
});
