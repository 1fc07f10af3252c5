import { afterEach, describe, expect, test, vi } from "vitest";
import { token } from "../../generator/codearts/runtime/credentials.js";
import { BuildClient } from "../../generator/codearts/runtime/buildClient.js";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { resolveOptions } from "../../generator/runtime/options.js";
import { collect, data, read, rejection, rejectionOf, TestClient } from "./support/client.js";
import { json, serve } from "./support/server.js";

const credentials = token("t");

/** A client as a program without types makes it. */
class TestClass extends BuildClient {
  constructor(options: unknown) {
    super(options as never, data);
  }
}

const refusal = (options: object): string => {
  try {
    resolveOptions({ credentials, ...options }, data);
    return "accepted";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("fault 9: options that cannot work are refused, by name, when the client is made", () => {
  const address = "baseUrl is not an address like https://host/path, without user, query and fragment.";
  const region = "cn-north-4";
  const clock = "give an object with now(), monotonic(), setTimer().";
  const rest = "give an object with monotonic(), setTimer().";
  test.each<[object, string]>([
    [{}, 'Give a region, such as "cn-north-4", or a baseUrl.'],
    [{ region: "cn-north-4" }, "accepted"],
    [
      { region: "cn-north-5" },
      'region "cn-north-5" is not known. Known are cn-north-4, ap-southeast-3. For another one give its baseUrl too.',
    ],
    [{ region: "xx-new-1", baseUrl: "https://h" }, "accepted"],
    [
      { region: "evil.example.com/", baseUrl: "https://h" },
      'region "evil.example.com/" is not known. Known are cn-north-4, ap-southeast-3. For another one give its baseUrl too.',
    ],
    [{ baseUrl: "http://127.0.0.1:8080/" }, "accepted"],
    [{ baseUrl: "https://h/prefix" }, "accepted"],
    [{ baseUrl: "h.example.com" }, address],
    [{ baseUrl: "ftp://h" }, address],
    [{ baseUrl: "https://user:pw-canary@h" }, address],
    [{ baseUrl: "https://h?x=1" }, address],
    [{ baseUrl: "https://h#x" }, address],
    [
      { region: "cn-north-4", credentials: undefined },
      "Give credentials: accessKey(...), token(...) or password(...).",
    ],
    [
      { region: "cn-north-4", credentials: { accessKeyId: "a" } },
      "Give credentials: accessKey(...), token(...) or password(...).",
    ],
    [{ region: 5 }, 'region is 5: give text, such as "cn-north-4".'],
    [{ region: ["cn-north-4"] }, 'region is of type object: give text, such as "cn-north-4".'],
    [{ region, baseUrl: 5 }, address],
    [{ region, iamUrl: 5 }, address.replace("baseUrl", "iamUrl")],
    [{ region, iamUrl: "iam.example.com" }, address.replace("baseUrl", "iamUrl")],
    [{ region, fetch: 5 }, "fetch is 5: give a function."],
    [{ region, fetch: "node-fetch" }, 'fetch is "node-fetch": give a function.'],
    [{ region, logger: console }, "logger is of type object: give a function."],
    [{ region, clock: 5 }, `clock is 5: ${clock}`],
    [{ region, clock: Date }, `clock is of type function: ${rest}`],
    [{ region, clock: { now: () => 0 } }, `clock is of type object: ${rest}`],
    [{ region, timeZone: 8 }, 'timeZone is 8: give text, such as "+08:00".'],
    [{ region, userAgent: 5 }, 'userAgent is 5: give text, such as "nightly/7".'],
    [{ region, userAgent: "Büro" }, "accepted"],
    [{ region, userAgent: "Büro€" }, "userAgent has characters that a header cannot carry."],
    [{ region, userAgent: "a\nb" }, "userAgent has characters that a header cannot carry."],
    [{ region, timeout: Symbol("t") }, "timeout is Symbol(t): give a number from 1 on."],
    [{ region: "cn-north-4", timeout: 0 }, "timeout is 0: give a number from 1 on."],
    [{ region: "cn-north-4", timeout: NaN }, "timeout is NaN: give a number from 1 on."],
    [{ region: "cn-north-4", timeout: "5" }, "timeout is 5: give a number from 1 on."],
    [{ region: "cn-north-4", retries: -1 }, "retries is -1: give a number from 0 on."],
  ])("%j", (options, wanted) => {
    expect(refusal(options)).toBe(wanted);
  });

  test.each([undefined, null, 5, "cn-north-4"])("no options at all: %j", (options) => {
    expect(() => new TestClass(options)).toThrow(
      new ConfigurationError(
        `The options are ${JSON.stringify(options)}: give an object, such as { region: "cn-north-4", credentials }.`,
      ),
    );
  });

  test.each<[object, string]>([
    [{ headers: { "x-note": "Büro€" } }, "showThing: x-note has characters that a header cannot carry."],
    [{ headers: { "x-note": "a\r\nb: c" } }, "showThing: x-note has characters that a header cannot carry."],
    [{ headers: { "x note": "a" } }, "showThing: x note has characters that a header cannot carry."],
    [{ headers: { "x-note": null } }, "showThing: x-note is null: give text, a finite number or a boolean."],
    [{ headers: "x" }, "showThing: headers is no plain object: give one with names and texts."],
    [{ headers: null }, "showThing: headers is no plain object: give one with names and texts."],
    [{ headers: new Headers({ a: "b" }) }, "showThing: headers is no plain object: give one with names and texts."],
    ...["Transfer-Encoding", "Expect", "Upgrade", "Content-Length", "Connection", "Keep-Alive", "Host"].map(
      (name): [object, string] => [
        { headers: { [name]: "1" } },
        `showThing: The header ${name.toLowerCase()} cannot be given: what sends the request writes it.`,
      ],
    ),
    [{ signal: 5 }, "signal is of type number: give an AbortSignal."],
    [{ signal: {} }, "signal is of type object: give an AbortSignal."],
    [null as never, "The options are null: give an object, such as { timeout: 5_000 }."],
  ])("of a call, before anything is sent: %j", async (options, message) => {
    const { url, arrived } = await serve(json({}));
    const client = new TestClient(url);
    const error = await rejectionOf(ConfigurationError, client.send(read, { id: "7" }, options));
    expect([error.message, arrived, client.clock.pending]).toEqual([message, [], 0]);
  });

  test("of a helper", async () => {
    const client = new TestClient("https://h.example.com");
    for (const wait of [
      (build: never) => client.waitForBuild(build),
      (build: never) => collect(client.followLog(build)),
    ]) {
      for (const build of [undefined, null, {}]) {
        expect((await rejectionOf(ConfigurationError, wait(build as never))).message).toMatch(
          /build_no is "(undefined)?": give/,
        );
      }
      expect(
        (await rejectionOf(ConfigurationError, wait({ job_id: "j", build_no: Symbol("1") } as never))).message,
      ).toContain('build_no is "Symbol(1)": give');
    }
  });

  test("and those of a call when it is made", async () => {
    const client = new TestClient("http://h.example.com");
    expect((await rejection(client.send(read, { id: "7" }, { timeout: -1 }))).message).toBe(
      "timeout is -1: give a number from 1 on.",
    );
    expect((await rejection(client.send(read, { id: "7" }, { retries: NaN }))).message).toBe(
      "retries is NaN: give a number from 0 on.",
    );
  });
});

describe("what they do", () => {
  test("a base address keeps its path, and one slash at its end or many make no difference", async () => {
    const { url, arrived } = await serve(json({}));
    for (const baseUrl of [url, `${url}/`, `${url}//`, `${url}/prefix/`]) await new TestClient(baseUrl).send(read);
    expect(arrived.map(({ url }) => url)).toEqual([
      "/v1/things/7",
      "/v1/things/7",
      "/v1/things/7",
      "/prefix/v1/things/7",
    ]);
  });

  test("the client's name, after the caller's", async () => {
    const { url, arrived } = await serve(json({}));
    await new TestClient(url).send(read);
    await new TestClient(url, { userAgent: "nightly/7" }).send(read);
    expect(arrived.map(({ headers }) => headers["user-agent"])).toEqual([
      "test-client/1.2.3",
      "nightly/7 test-client/1.2.3",
    ]);
  });

  test("further headers, which cannot replace the credentials", async () => {
    const { url, arrived } = await serve(json({}));
    const headers = { "X-Trace": "t", "X-Auth-Token": "mine" };
    await new TestClient(url, { credentials }).send(read, { id: "7" }, { headers });
    expect(arrived[0]?.headers).toMatchObject({ "x-trace": "t", "x-auth-token": "t" });
  });

  test("the global `fetch` is the one at the time of the call", async () => {
    const original = globalThis.fetch;
    const client = new TestClient("http://h.example.com");
    globalThis.fetch = () => Promise.resolve(Response.json({ replaced: true }));
    try {
      expect(await client.send(read)).toEqual({ replaced: true });
    } finally {
      globalThis.fetch = original;
    }
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("fault 25: where there is no fetch, a call says so and does not fail as if the network had", async () => {
  vi.stubGlobal("fetch", undefined);
  const error = await rejection(new TestClient("https://h.example.com").send(read));
  expect(`${error.name}: ${error.message}`).toBe(
    "ConfigurationError: This runtime has no fetch: give the option fetch.",
  );
});
