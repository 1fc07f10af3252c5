import { getEventListeners } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { token } from "../../generator/codearts/runtime/credentials.js";
import { ApiError, NetworkError, TimeoutError, UnexpectedResponseError } from "../../generator/runtime/errors.js";
import type { LogEvent } from "../../generator/runtime/options.js";
import { change, file, read, rejection, TestClient } from "./support/client.js";
import { TestClock } from "./support/clock.js";
import { type Handler, deadUrl, inTurn, json, reset, resetInBody, serve, silence, text } from "./support/server.js";

const error = (status: number, code?: string): Handler => json({ error_code: code, error_msg: "Sorry." }, status);

const halfBody =
  (status: number): Handler =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": "100" }).write('{"half":');
    setTimeout(() => response.socket?.end(), 5);
  };

/** How often a request arrives while the server always answers so, and what the caller gets. */
async function deliver(handler: Handler, operation: typeof read): Promise<string> {
  const { url, arrived } = await serve(handler);
  const clock = new TestClock({ skip: 100_000 });
  const client = new TestClient(url, { clock, timeout: 300_000, credentials: token("t") });
  const outcome = await client.send(operation).then(
    () => "answer",
    (thrown: unknown) => (thrown as Error).name,
  );
  return `${arrived.length} ${outcome}`;
}

describe("how often a request arrives", () => {
  const faults: Array<[string, Handler]> = [
    ["reset before headers", reset],
    ["reset in the body", resetInBody],
    ["200 with half a body", halfBody(200)],
    ["503 with half a body", halfBody(503)],
    ["408", error(408)],
    ["429", error(429)],
    ["429 with Retry-After", json({}, 429, { "retry-after": "61" })],
    ["500", error(500)],
    ["500 that can pass", error(500, "CB.00060100")],
    ["500 that cannot pass", error(500, "CB.00030004")],
    ["500 refused before it took effect", error(500, "CB.00060211")],
    ["501", error(501)],
    ["502 with HTML", text("<html>", 502, "text/html")],
    ["503", error(503)],
    ["504", error(504)],
    ["400", error(400)],
    ["400 refused, for good", error(400, "CB.00060201")],
    ["401", error(401)],
    ["403", error(403)],
    ["404", error(404)],
    ["302", (response) => void response.writeHead(302, { location: "/elsewhere" }).end()],
    ["200 refused before it took effect", error(200, "CB.00060211")],
    ["200 with an error that can pass", error(200, "CB.00060100")],
    ["200 with an unknown error", error(200, "CB.1")],
    ["200 with broken JSON", text('{"a":')],
    ["200 with HTML", text("<html>", 200, "text/html")],
    ["200 without a body", text("")],
    ["200 with a bare value", text("17")],
    ["200", json({})],
  ];

  test("by operation class and fault, with two retries", async () => {
    const rows: string[] = [];
    for (const [name, handler] of faults) {
      const row = [await deliver(handler, read), await deliver(handler, change)];
      rows.push(`${name.padEnd(34)} | ${row[0]?.padEnd(27)} | ${row[1]}`);
    }
    expect(`\n${rows.join("\n")}`).toBe(`
reset before headers               | 3 NetworkError              | 1 NetworkError
reset in the body                  | 3 NetworkError              | 1 NetworkError
200 with half a body               | 3 NetworkError              | 1 NetworkError
503 with half a body               | 3 ApiError                  | 1 ApiError
408                                | 3 ApiError                  | 1 ApiError
429                                | 3 RateLimitError            | 3 RateLimitError
429 with Retry-After               | 3 RateLimitError            | 3 RateLimitError
500                                | 3 ApiError                  | 1 ApiError
500 that can pass                  | 3 ApiError                  | 1 ApiError
500 that cannot pass               | 1 ApiError                  | 1 ApiError
500 refused before it took effect  | 3 RateLimitError            | 3 RateLimitError
501                                | 1 ApiError                  | 1 ApiError
502 with HTML                      | 3 ApiError                  | 1 ApiError
503                                | 3 ApiError                  | 1 ApiError
504                                | 3 ApiError                  | 1 ApiError
400                                | 1 ApiError                  | 1 ApiError
400 refused, for good              | 1 ApiError                  | 1 ApiError
401                                | 1 AuthenticationError       | 1 AuthenticationError
403                                | 1 PermissionError           | 1 PermissionError
404                                | 1 NotFoundError             | 1 NotFoundError
302                                | 1 UnexpectedResponseError   | 1 UnexpectedResponseError
200 refused before it took effect  | 3 RateLimitError            | 3 RateLimitError
200 with an error that can pass    | 3 ApiError                  | 1 ApiError
200 with an unknown error          | 1 ApiError                  | 1 ApiError
200 with broken JSON               | 1 UnexpectedResponseError   | 1 UnexpectedResponseError
200 with HTML                      | 1 UnexpectedResponseError   | 1 UnexpectedResponseError
200 without a body                 | 1 UnexpectedResponseError   | 1 UnexpectedResponseError
200 with a bare value              | 1 UnexpectedResponseError   | 1 UnexpectedResponseError
200                                | 1 answer                    | 1 answer`);
  }, 20_000);

  test("a refused connection was certainly not used: every class is tried again", async () => {
    const url = await deadUrl();
    let sent = 0;
    const client = new TestClient(url, {
      fetch: (address, init) => {
        sent++;
        return fetch(address, init);
      },
    });
    const error = await rejection(client.send(change));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error.message).toBe(
      `startThing POST /v1/things/7/start: cannot connect (connect ECONNREFUSED ${url.slice("http://".length)}).`,
    );
    expect((error.cause as Error).message).toBe("fetch failed");
    expect(sent).toBe(3);
  });

  test("an answer after a failure is the answer", async () => {
    const { url, arrived } = await serve(inTurn(reset, error(503), json({ well: true })));
    expect(await new TestClient(url).send(read)).toEqual({ well: true });
    expect(arrived).toHaveLength(3);
  });

  test("`retries` can differ from call to call", async () => {
    const { url, arrived } = await serve(error(503));
    const client = new TestClient(url, { retries: 0 });
    await rejection(client.send(read));
    expect(arrived).toHaveLength(1);
    await rejection(client.send(read, { id: "7" }, { retries: 4 }));
    expect(arrived).toHaveLength(6);
  });

  test("what failed and may have taken effect says so", async () => {
    const { url } = await serve(reset);
    const client = new TestClient(url);
    expect((await rejection(client.send(change))).message).toMatch(
      /^startThing POST \/v1\/things\/7\/start: the connection broke \(.+\)\. It may have taken effect all the same: look before you send it again\.$/,
    );
    expect((await rejection(client.send(read))).message).toMatch(
      /^showThing GET \/v1\/things\/7: the connection broke \(.+\)\.$/,
    );
  });

  test("an outage is not multiplied: 1,000 calls send at most 1,200 requests", async () => {
    let sent = 0;
    const client = new TestClient("http://dead.example.com", {
      fetch: () => {
        sent++;
        return Promise.reject(Object.assign(new Error("no"), { code: "ECONNREFUSED" }));
      },
    });
    await Promise.all(Array.from({ length: 1000 }, () => rejection(client.send(read))));
    expect(sent).toBe(1100);
  }, 20_000);

  test("after an outage successes allow retries again", async () => {
    let up = false;
    let sent = 0;
    const client = new TestClient("http://half.example.com", {
      retries: 1,
      fetch: () => {
        sent++;
        return up ? Promise.resolve(Response.json({})) : Promise.reject(new Error("no"));
      },
    });
    await Promise.all(Array.from({ length: 200 }, () => rejection(client.send(read))));
    up = true;
    for (let i = 0; i < 11; i++) await client.send(read);
    up = false;
    sent = 0;
    await rejection(client.send(read));
    await rejection(client.send(read));
    expect(sent).toBe(3);
  });
});

describe("waits", () => {
  test("Retry-After is obeyed, at most a minute", async () => {
    const { url } = await serve(
      inTurn(json({}, 429, { "retry-after": "7" }), json({}, 503, { "retry-after": "3600" }), json({})),
    );
    const clock = new TestClock({ skip: 100_000 });
    await new TestClient(url, { clock, timeout: 300_000 }).send(read);
    expect(clock.waits).toEqual([7_000, 60_000]);
  });

  test("without it the wait is random, and may be twice as long the next time", async () => {
    const { url } = await serve(error(503));
    const clock = new TestClock({ skip: 100_000 });
    const client = new TestClient(url, { clock, timeout: 300_000 });
    for (let i = 0; i < 10; i++) await rejection(client.send(read));
    const first = clock.waits.filter((_, i) => i % 2 === 0);
    const second = clock.waits.filter((_, i) => i % 2 === 1);
    expect([Math.min(...first) >= 0, Math.max(...first) < 500, Math.max(...second) < 1000]).toEqual([true, true, true]);
    expect(new Set(clock.waits).size).toBe(20);
    expect(Math.max(...second)).toBeGreaterThan(Math.min(...first));
  });

  test("whoever would have to wait past the end learns the reason at once", async () => {
    const { url, arrived } = await serve(
      json({ error_code: "CB.1", error_msg: "Busy." }, 429, { "retry-after": "30" }),
    );
    const error = await rejection(
      new TestClient(url, { timeout: 20_000, clock: new TestClock({ skip: 1 }) }).send(read),
    );
    expect(error.message).toBe("showThing GET /v1/things/7: 429 CB.1 Busy. (request req-1)");
    expect(arrived).toHaveLength(1);
  });
});

describe("the end of a call", () => {
  test("`timeout` bounds it, whatever the server does", async () => {
    for (const handler of [silence, trickle]) {
      const { url, arrived } = await serve(handler);
      const client = new TestClient(url, { timeout: 5_000, clock: new TestClock({ skip: 1 }) });
      const [reading, changing] = [client.send(read), client.send(change)];
      reading.catch(() => undefined);
      changing.catch(() => undefined);
      while (arrived.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      client.clock.advance(5_000);
      expect(await rejection(reading)).toBeInstanceOf(TimeoutError);
      expect((await rejection(reading)).message).toBe("showThing GET /v1/things/7: no answer within 5000 ms.");
      expect((await rejection(changing)).message).toBe(
        "startThing POST /v1/things/7/start: no answer within 5000 ms. It may have taken effect all the same: look before you send it again.",
      );
      expect(arrived).toHaveLength(2);
    }
  });

  test("`timeout` includes the waits", async () => {
    const { url, arrived } = await serve(json({}, 503, { "retry-after": "4" }));
    const clock = new TestClock({ skip: 5_000 });
    const error = await rejection(new TestClient(url, { timeout: 6_000, clock, retries: 10 }).send(read));
    expect([error.name, arrived.length, clock.waits]).toEqual(["ApiError", 2, [4_000]]);
  });

  test("a `timeout` of Infinity sets no timer", async () => {
    const { url } = await serve(json({}));
    const client = new TestClient(url, { timeout: Infinity });
    expect(await client.send(read)).toEqual({});
  });

  test("an abort ends a call, and a wait, with the caller's reason", async () => {
    const { url, arrived } = await serve(inTurn(silence, json({}, 429, { "retry-after": "60" })));
    const client = new TestClient(url, { timeout: 300_000, clock: new TestClock({ skip: 1 }) });
    for (const turn of [1, 2]) {
      const controller = new AbortController();
      const call = client.send(change, { id: "7" }, { signal: controller.signal });
      call.catch(() => undefined);
      while (arrived.length < turn) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const began = performance.now();
      controller.abort(new Error("enough"));
      expect((await rejection(call)).message).toBe("enough");
      expect(performance.now() - began).toBeLessThan(50);
    }
    expect(arrived).toHaveLength(2);
    expect(client.clock.pending).toBe(0);
  });

  test("a signal that is aborted already sends nothing", async () => {
    const { url, arrived } = await serve(json({}));
    const error = await rejection(new TestClient(url).send(read, { id: "7" }, { signal: AbortSignal.abort() }));
    expect([error.name, arrived.length]).toEqual(["AbortError", 0]);
  });

  test("an abort ends a call whose `fetch` does not listen", async () => {
    const controller = new AbortController();
    const client = new TestClient("http://deaf.example.com", { fetch: () => new Promise(() => undefined) });
    const call = client.send(read, { id: "7" }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    expect((await rejection(call)).name).toBe("AbortError");
  });

  test("nothing is left behind: no timer, no listener", async () => {
    const { url } = await serve(inTurn(json({}), error(400), text("{"), error(503), error(503), json({})));
    const client = new TestClient(url);
    const { signal } = new AbortController();
    for (let i = 0; i < 4; i++) await client.send(read, { id: "7" }, { signal }).catch(() => undefined);
    await rejection(client.send(read, { id: ".." }, { signal }));
    expect([client.clock.pending, getEventListeners(signal, "abort").length]).toEqual([0, 0]);
  });
});

/** Answers a byte at a time, and never finishes. */
const trickle: Handler = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => {
    clearInterval(timer);
  });
};

describe("redirects", () => {
  test("are not followed, neither to the same nor to another place", async () => {
    const other = await serve(json({ stolen: true }));
    for (const location of ["/v2/things/7?secret=1", `${other.url}/x`]) {
      const { url, arrived } = await serve((response) => void response.writeHead(307, { location }).end());
      for (const operation of [read, change, file]) {
        const error = await rejection(new TestClient(url).send(operation));
        expect(error).toBeInstanceOf(UnexpectedResponseError);
        expect(error.message).toContain(
          `307 with a redirect to ${location.split("?")[0]}, which is not followed: the credentials are for 127.0.0.1`,
        );
      }
      expect(arrived).toHaveLength(3);
    }
    expect(other.arrived).toHaveLength(0);
  });

  test("a browser hides where to", async () => {
    const hidden = { status: 0, type: "opaqueredirect", ok: false, headers: new Headers(), body: null } as Response;
    const client = new TestClient("http://h.example.com", { fetch: () => Promise.resolve(hidden) });
    expect((await rejection(client.send(read))).message).toBe(
      "showThing GET /v1/things/7: 0 with a redirect to another address, which is not followed: the credentials are for h.example.com only.",
    );
  });
});

describe("the logger", () => {
  test("is told each attempt, its outcome and each wait", async () => {
    const { url } = await serve(inTurn(reset, error(503, "CB.1"), json({}, 503, { "retry-after": "1" }), json({})));
    const events: LogEvent[] = [];
    const client = new TestClient(url, { logger: (event) => events.push(event), retries: 3 });
    await client.send(read, { id: "7", q: "x" });
    const shown = events.map(({ event, attempt, status, requestId, reason }) => [
      event,
      attempt,
      status,
      requestId,
      reason,
    ]);
    expect(shown).toEqual([
      ["request", 0, undefined, undefined, undefined],
      ["response", 0, undefined, undefined, expect.stringContaining("the connection broke")],
      ["retry", 0, undefined, undefined, undefined],
      ["request", 1, undefined, undefined, undefined],
      ["response", 1, 503, "req-1", "CB.1"],
      ["retry", 1, undefined, undefined, undefined],
      ["request", 2, undefined, undefined, undefined],
      ["response", 2, 503, "req-1", ""],
      ["retry", 2, undefined, undefined, undefined],
      ["request", 3, undefined, undefined, undefined],
      ["response", 3, 200, "req-1", undefined],
    ]);
    expect(events.at(-1)).toEqual({
      event: "response",
      operation: "showThing",
      method: "GET",
      path: "/v1/things/7",
      attempt: 3,
      status: 200,
      requestId: "req-1",
      milliseconds: 0,
      reason: undefined,
    });
    expect(events.filter(({ event }) => event === "retry").at(-1)?.milliseconds).toBe(1_000);
  });

  test("one that throws does not decide what becomes of a call", async () => {
    const { url } = await serve(json({ well: true }));
    let asked = 0;
    const logger = (): void => {
      asked++;
      throw new Error("disk full");
    };
    const client = new TestClient(url, { logger });
    expect(await client.send(change)).toEqual({ well: true });
    expect(await client.send(change)).toEqual({ well: true });
    expect(asked).toBe(1);
  });
});

test("an error of the service is an ApiError whatever its class", async () => {
  const { url } = await serve(error(404));
  expect(await rejection(new TestClient(url).send(read))).toBeInstanceOf(ApiError);
});

describe("fault 10: any number of calls may share a signal", () => {
  test("without a warning, and all end with it", async () => {
    const warnings: string[] = [];
    const onWarning = ({ message }: Error): void => void warnings.push(message);
    process.on("warning", onWarning);
    onTestFinished(() => void process.off("warning", onWarning));
    const { url } = await serve(silence);
    const controller = new AbortController();
    const { signal } = controller;
    const client = new TestClient(url, { credentials: token(() => new Promise(() => undefined)) });
    const other = new TestClient(url);
    const calls = Array.from({ length: 50 }, (_, index) => {
      if (index % 3 === 0) return client.send(read, { id: "7" }, { signal });
      if (index % 3 === 1) return other.send(read, { id: "7" }, { signal });
      return other.waitForBuild({ job_id: "j", build_no: 1 }, { signal });
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    const reasons = calls.map(async (call) => (await rejection(call)).message);
    controller.abort(new Error("enough"));
    expect(await Promise.all(reasons)).toEqual(Array.from({ length: 50 }, () => "enough"));
    expect([warnings, getEventListeners(signal, "abort").length, other.clock.pending]).toEqual([[], 0, 0]);
  });

  test("also when one ends before the others", async () => {
    const { url } = await serve((response, request, turn) => {
      if (turn === 0) json({ first: true })(response, request, turn);
    });
    const controller = new AbortController();
    const client = new TestClient(url);
    const options = { signal: controller.signal };
    const [first, second] = [client.send(read, { id: "7" }, options), client.send(read, { id: "7" }, options)];
    await Promise.race([first, second]);
    controller.abort(new Error("enough"));
    const ends = await Promise.allSettled([first, second]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
