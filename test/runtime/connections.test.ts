import { readFile } from "node:fs/promises";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, type Server, createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { token } from "../../generator/codearts/runtime/credentials.js";
import { NetworkError, TimeoutError } from "../../generator/runtime/errors.js";
import { change, read, rejection, rejectionOf, TestClient } from "./support/client.js";
import { selfSigned } from "./support/certificate.js";
import { TestClock } from "./support/clock.js";
import { deadUrl, json, serve } from "./support/server.js";

const DOUBT = "It may have taken effect";

/** What `fetch` of Node throws: the words of `fetch`, around an error of the system. */
function thrown(fields: object, message = ""): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), fields) });
}

/** Several addresses that failed, as Node puts them together. */
function aggregate(...errors: Error[]): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new AggregateError(errors), { code: "ETIMEDOUT" }) });
}

const failure = (fields: object, message: string): Error => Object.assign(new Error(message), fields);

/** What a call that changes something ends with when `fetch` throws this, and how often `fetch` was called. */
async function failing(error: unknown): Promise<{ message: string; calls: number; reads: number }> {
  let calls = 0;
  const fetch = (): Promise<Response> => {
    calls++;
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- others do it
    return Promise.reject(error);
  };
  const client = new TestClient("https://build.example.com", { fetch });
  const { message } = await rejectionOf(NetworkError, client.send(change));
  const changes = calls;
  await rejectionOf(NetworkError, client.send(read));
  return { message, calls: changes, reads: calls - changes };
}

async function listen(server: Server, scheme: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("fault 11: what was never sent is never in doubt, and is sent again", () => {
  const timedOut = failure({ code: "ETIMEDOUT", syscall: "connect" }, "connect ETIMEDOUT 192.0.2.1:443");
  const refused = failure({ code: "ECONNREFUSED", syscall: "connect" }, "connect ECONNREFUSED ::1:443");

  test.each<[string, unknown, string]>([
    ["addresses that refuse and time out", aggregate(refused, timedOut), "connect ECONNREFUSED ::1:443"],
    ["addresses that time out", aggregate(timedOut, timedOut), "connect ETIMEDOUT 192.0.2.1:443"],
    ["an address that times out", new TypeError("fetch failed", { cause: timedOut }), timedOut.message],
    ["a host that cannot be reached", thrown({ code: "EHOSTUNREACH" }, "no route"), "no route"],
    ["a network that cannot be reached", thrown({ code: "ENETUNREACH" }), "ENETUNREACH"],
    ["a name that is not known", thrown({ code: "EAI_FAIL", syscall: "getaddrinfo" }, "no such name"), "no such name"],
    [
      "a connection that takes too long",
      thrown({ code: "UND_ERR_CONNECT_TIMEOUT" }, "Connect Timeout"),
      "Connect Timeout",
    ],
    ["Bun's words", { code: "FailedToOpenSocket", message: "Was there a typo?" }, "Was there a typo?"],
    [
      "Deno's words",
      new TypeError("client error (Connect): tcp connect error"),
      "client error (Connect): tcp connect error",
    ],
  ])("%s", async (_, error, reason) => {
    expect(await failing(error)).toEqual({
      message: `startThing POST /v1/things/7/start: cannot connect (${reason}).`,
      calls: 3,
      reads: 3,
    });
  });

  test.each<[string, unknown]>([
    ["a connection that broke", thrown({ code: "ECONNRESET" }, "read ECONNRESET")],
    ["a read that takes too long", thrown({ code: "ETIMEDOUT", syscall: "read" }, "read ETIMEDOUT")],
    ["several attempts, one of which broke", aggregate(refused, failure({ code: "ECONNRESET" }, "read ECONNRESET"))],
    ["errors in a circle", Object.assign(new Error("round"), { cause: undefined })],
  ])("but not %s", async (_, error) => {
    if ((error as Error).message === "round") (error as Error).cause = error;
    const { message, calls, reads } = await failing(error);
    expect(message).toContain(DOUBT);
    expect([calls, reads]).toEqual([1, 3]);
  });

  test("a port that nobody listens on, by Node's own fetch", async () => {
    const error = await rejection(new TestClient(await deadUrl()).send(change));
    expect(error.message).toMatch(
      /^startThing POST \/v1\/things\/7\/start: cannot connect \(connect ECONNREFUSED .*\)\.$/,
    );
  });

  test("a port that fetch refuses", async () => {
    const error = await rejection(new TestClient("http://127.0.0.1:1").send(change));
    expect(error.message).toBe("startThing POST /v1/things/7/start: cannot connect (bad port).");
  });

  test("a certificate that is refused: not in doubt, and not tried again", async () => {
    let connections = 0;
    const server = createTlsServer(selfSigned, (_, response) => void response.end("{}"));
    server.on("connection", () => connections++);
    const url = await listen(server, "https");
    for (const operation of [read, change]) {
      connections = 0;
      const error = await rejectionOf(NetworkError, new TestClient(url).send(operation));
      expect(error.message).toMatch(/: cannot connect \(self-signed certificate\)\.$/);
      expect(connections).toBe(1);
    }
  });

  test.each([
    "CERT_HAS_EXPIRED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ])("a certificate that is refused with %s", async (code) => {
    const { message, calls, reads } = await failing(thrown({ code }, "why"));
    expect(message).toBe("startThing POST /v1/things/7/start: cannot connect (why).");
    expect([calls, reads]).toEqual([1, 1]);
  });

  test("a handshake that fails: with a server that speaks no TLS, and with one that hangs up", async () => {
    const plain = await listen(
      createServer((socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
      "https",
    );
    const silent = await listen(
      createServer((socket) => void socket.end()),
      "https",
    );
    const words = await Promise.all(
      [plain, silent].map(async (url) => (await rejection(new TestClient(url).send(change))).message),
    );
    expect(words[0]).toMatch(/: cannot connect \(wrong version number\)\.$/);
    expect(words[1]).toMatch(
      /: cannot connect \(Client network socket disconnected before secure TLS connection.*\)\.$/,
    );
  });
});

describe("fault 9: a call that ends before anything was sent is not in doubt", () => {
  test("while its credentials are awaited", async () => {
    const waiting = new TestClient("http://h.example.com", {
      credentials: { authenticate: () => new Promise(() => undefined) },
    });
    const call = waiting.send(change, { id: "7" }, { timeout: 1_000 });
    expect((await rejectionOf(TimeoutError, call)).message).toBe(
      "startThing POST /v1/things/7/start: no answer within 1000 ms.",
    );
  });

  test("while credentials that were refused are renewed", async () => {
    const { url } = await serve(json({}, 401));
    let asked = 0;
    const credentials = token(() => {
      if (++asked === 1) return "old";
      setImmediate(() => client.clock.advance(100_000));
      return new Promise(() => undefined);
    });
    const client = new TestClient(url, { credentials });
    const call = client.send(change, { id: "7" }, { timeout: 100_000 });
    const { message } = await rejectionOf(TimeoutError, call);
    expect([asked, message]).toEqual([2, "startThing POST /v1/things/7/start: no answer within 100000 ms."]);
  });

  test("but one that was sent is", async () => {
    const clock = new TestClock();
    const { url } = await serve(() => clock.advance(100_000));
    const client = new TestClient(url, { clock });
    const call = client.send(change, { id: "7" }, { timeout: 100_000 });
    expect((await rejectionOf(TimeoutError, call)).message).toContain(DOUBT);
  });
});

describe("fault 12: what Node's fetch sends again by itself", () => {
  test("421, and nothing else: once more, which the table of retries says", async () => {
    const counts: Record<number, number> = {};
    for (const status of [400, 401, 403, 408, 409, 411, 413, 417, 421, 422, 425, 431, 500, 503]) {
      const { url, arrived } = await serve(json({ error_code: "X.1" }, status));
      await rejection(new TestClient(url, { retries: 0, credentials: token("t") }).send(change));
      counts[status] = arrived.length;
    }
    const repeated = Object.entries(counts).filter(([, count]) => count !== 1);
    expect(repeated).toEqual([["421", 2]]);
    const guide = await readFile(
      new URL("../../generator/codearts/guides/errors-and-retries.md", import.meta.url),
      "utf8",
    );
    expect(guide).toMatch(/^\| 421.*\| once, by `fetch` itself +\| once, by `fetch` itself +\|$/m);
  });
});
