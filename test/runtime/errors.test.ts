import { describe, expect, test } from "vitest";
import { BuildFailedError } from "../../generator/codearts/runtime/errors.js";
import { rules } from "../../generator/codearts/runtime/rules.js";
import * as errors from "../../generator/runtime/errors.js";
import { change, list, read, rejection, TestClient } from "./support/client.js";
import { deadUrl, inTurn, json, serve, silence } from "./support/server.js";
import { TestClock } from "./support/clock.js";

const details = {
  operation: "runJob",
  method: "POST",
  path: "/v3/jobs/build",
  code: undefined,
  serviceMessage: undefined,
  requestId: undefined,
  hint: undefined,
  retryable: false,
};

describe("the class of an error", () => {
  test.each([
    [401, undefined, false, "AuthenticationError"],
    [403, undefined, false, "PermissionError"],
    [404, undefined, false, "NotFoundError"],
    [404, "CB.1", false, "NotFoundError"],
    [404, "APIGW.0101", false, "ApiError"],
    [422, "CB.00031006", false, "NotFoundError"],
    [422, "DEVCB.00031006", false, "NotFoundError"],
    [403, "CB.00031059", false, "NotFoundError"],
    [422, "DEVCB.00030000", false, "ApiError"],
    [429, undefined, true, "RateLimitError"],
    [500, "CB.00060211", true, "RateLimitError"],
    [500, undefined, false, "ApiError"],
  ])("%s %s (busy: %s) is %s", (status, code, busy, name) => {
    const error = errors.apiError({ ...details, status, code }, busy, rules.isMissing?.(status, code ?? "") === true);
    expect([error.name, error instanceof errors.ApiError, error.constructor.name]).toEqual([name, true, name]);
  });

  test("is told by `instanceof`, and by a brand where another copy of the package made it", () => {
    const error = new errors.NetworkError("x");
    expect([error instanceof errors.ClientError, error instanceof Error]).toEqual([true, true]);
    const stranger = Object.assign(new Error("x"), { [Symbol.for("ClientError")]: true });
    const values = [error, stranger, new Error("x"), null, "x", undefined];
    expect(values.map(errors.isClientError)).toEqual([true, true, false, false, false, false]);
  });

  test("stands in the error's text and stack", () => {
    for (const Class of [errors.NetworkError, errors.TimeoutError, errors.ConfigurationError]) {
      expect(String(new Class("words"))).toBe(`${Class.name}: words`);
      expect(new Class("words").stack?.split("\n")[0]).toBe(`${Class.name}: words`);
    }
    expect(new BuildFailedError("x", { result: "failure", state: "F", elapsed: 1, record: {} }).name).toBe(
      "BuildFailedError",
    );
  });
});

describe("the stack shows the line of the caller", () => {
  async function ourCaller(work: () => Promise<unknown>): Promise<Error> {
    return rejection(work());
  }

  test("of an error of the service, of the network, of time, of the arguments", async () => {
    const { url } = await serve(json({}, 400));
    const dead = new TestClient(await deadUrl(), { retries: 0 });
    const slow = new TestClient((await serve(silence)).url, { clock: new TestClock({ skip: 1 }) });
    const client = new TestClient(url);
    const thrown = [
      await ourCaller(() => client.send(change)),
      await ourCaller(() => dead.send(change)),
      await ourCaller(() => {
        setTimeout(() => slow.clock.advance(60_000), 20);
        return slow.send(change);
      }),
      await ourCaller(() => client.send(read, {})),
      await ourCaller(() => client.file()),
      await ourCaller(() => client.waitForBuild({ job_id: "j", build_no: 1 })),
    ];
    expect(thrown.map(({ name }) => name)).toEqual([
      "ApiError",
      "NetworkError",
      "TimeoutError",
      "ConfigurationError",
      "ApiError",
      "ApiError",
    ]);
    for (const { stack } of thrown) expect(stack).toMatch(/errors\.test\.ts:\d+:\d+/);
  });

  test("of an error on the second page, and in the log", async () => {
    const { url } = await serve(inTurn(json({ things: [1], total: 9 }), json({}, 400)));
    const client = new TestClient(url);
    const iterate = async (items: AsyncIterable<unknown>): Promise<Error> => {
      const iterator = items[Symbol.asyncIterator]();
      for (;;) {
        try {
          await new Promise((resolve) => setTimeout(resolve, 1));
          if ((await iterator.next()).done) break;
        } catch (error) {
          return error as Error;
        }
      }
      throw new Error("no error");
    };
    const [pages, log] = [client.list(list, {}), client.followLog({ job_id: "j", build_no: 1 })];
    for (const items of [pages, log]) expect((await iterate(items)).stack).toMatch(/errors\.test\.ts:\d+:\d+/);
  });
});
