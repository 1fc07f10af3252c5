import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { accessKey, token } from "../../generator/codearts/runtime/credentials.js";
import { ApiError, AuthenticationError, ClientError, UnexpectedResponseError } from "../../generator/runtime/errors.js";
import { change, collect, list, read, rejectionOf, TestClient } from "./support/client.js";
import { TestClock } from "./support/clock.js";
import { type Handler, inTurn, json, serve, text } from "./support/server.js";

const DEPTH = 20_000;
const deep = `${'{"error":'.repeat(DEPTH)}1${"}".repeat(DEPTH)}`;
const deepList = `${"[".repeat(DEPTH)}1${"]".repeat(DEPTH)}`;
/** What cannot become text: `String` of it throws. */
const textless = { toString: 1, valueOf: 1 };

async function client(handler: Handler, clock = new TestClock()): Promise<TestClient> {
  const { url } = await serve(handler);
  return new TestClient(url, { clock, retries: 0 });
}

/** What a call ends with: an error of this package, whatever the service answers. */
const error = (call: Promise<unknown>): Promise<ClientError> => rejectionOf(ClientError, call);

describe("fault 2: a hostile answer ends in a typed error", () => {
  test.each([read, change, list, { ...change, answer: "empty" as const }])(
    "$id, a body that is deep",
    async (operation) => {
      for (const status of [200, 400]) {
        expect(
          await error((await client(text(deep, status))).send(operation, operation === list ? {} : { id: "7" })),
        ).toBeInstanceOf(ApiError);
        const listed = text(`{"error_code":"CB.1","error_msg":${deepList}}`, status);
        expect(
          (await error((await client(listed)).send(operation, operation === list ? {} : { id: "7" }))).message,
        ).toContain(`${status} CB.1`);
      }
    },
  );

  test.each<[string, string]>([
    ["an item", `{"things":[${deepList}]}`],
    ["what should be a list", `{"things":${deep}}`],
  ])("a page with %s that is deep", async (_, body) => {
    const items = collect((await client(text(body))).list(list, {}));
    expect(await error(items)).toBeInstanceOf(UnexpectedResponseError);
  });

  test("numbers and texts of a page that are neither", async () => {
    const it = await client(inTurn(json({ things: [1], total: textless }), json({ things: [], total: [[]] })));
    expect(await collect(it.list(list, {}))).toEqual([1]);
  });

  test("a step without a name that can be read", async () => {
    const handler: Handler = (response, request, turn) => {
      const steps = { build_steps: [{ name: textless, status: "running" }, null, 7, { status: textless }] };
      const record = { result: { status: turn < 2 ? textless : "SUCCESS" } };
      json(request.url.includes("history-details") ? steps : record)(response, request, turn);
    };
    const seen: unknown[] = [];
    const outcome = await (
      await client(handler)
    ).waitForBuild({ job_id: "1", build_no: 1 }, { onProgress: ({ step }) => seen.push(step) });
    expect(outcome.result).toBe("success");
    expect(seen[0]).toEqual({ name: "", status: "running" });
  });

  test.each([textless, deepList, [], null, true])("a log whose position is %j", async (offset) => {
    const answer = json({ result: { content: "text", offset, has_more_data: textless } });
    const log = (await client(answer)).followLog({ job_id: "1", build_no: 1 });
    expect(await error(collect(log))).toBeInstanceOf(UnexpectedResponseError);
  });
});

describe("fault 2: a date that cannot be does no lasting harm", () => {
  test.each([
    "Sat, 13 Sep 275760 00:00:00 GMT",
    "Fri, 01 Jan 99999 00:00:00 GMT",
    "Thu, 01 Jan 1960 00:00:00 GMT",
    "yesterday",
  ])("%s", async (date) => {
    const { url, arrived } = await serve(inTurn(json({}, 401, { date }), json({ id: 1 })));
    const credentials = accessKey({ accessKeyId: "AKEXAMPLE", secretAccessKey: "secret-key" });
    const it = new TestClient(url, { credentials, retries: 0 });
    expect(await error(it.send(read))).toBeInstanceOf(AuthenticationError);
    expect(await it.send(read)).toEqual({ id: 1 });
    expect(arrived.map(({ headers }) => headers["x-sdk-date"])).toEqual([
      expect.stringMatching(/^\d{8}T\d{6}Z$/),
      arrived[0]?.headers["x-sdk-date"],
    ]);
  });
});

describe("fault 2: what repeats the token is not repeated", () => {
  const SECRET = "MIItoken+with/characters==";

  /** A server that answers with these bytes. */
  async function answering(head: string, body: string): Promise<TestClient> {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => socket.end(`HTTP/1.1 ${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new TestClient(url, { credentials: token(SECRET), retries: 0 });
  }

  test.each([
    ["the reason phrase", `403 No rights for ${SECRET}`, ""],
    ["the content type", `200 OK\r\nContent-Type: text/html; token="${SECRET}"`, "<html>"],
    ["the request id", `400 Bad Request\r\nX-Request-Id: ${SECRET}`, "{}"],
    ["the address of a redirect", `302 Found\r\nLocation: https://login.example.com/${SECRET}`, ""],
    ["the body", "200 OK\r\nContent-Type: text/html", `<html>${SECRET}`],
  ])("%s", async (_, head, body) => {
    const thrown = await error((await answering(head, body)).send(read));
    const shown = [thrown.message, thrown.stack, JSON.stringify(thrown)].join("\n");
    expect(shown).toContain("***");
    expect(shown).not.toContain(SECRET);
  });
});
