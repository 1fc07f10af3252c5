import { afterEach, describe, expect, test, vi } from "vitest";
import { token } from "../../generator/runtime/credentials.js";
import { resolveOptions } from "../../generator/runtime/options.js";
import { data, read, rejection, TestClient } from "./support/client.js";
import { json, serve } from "./support/server.js";

const credentials = token("t");
const refusal = (options: object): string => {
  try {
    resolveOptions({ credentials, ...options }, data);
    return "accepted";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("options that cannot work are refused when the client is made", () => {
  const address = "baseUrl is not an address like https://host/path, without user, query and fragment.";
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
    [{ region: "cn-north-4", timeout: 0 }, "timeout is 0: give a number from 1 on."],
    [{ region: "cn-north-4", timeout: NaN }, "timeout is NaN: give a number from 1 on."],
    [{ region: "cn-north-4", timeout: "5" }, "timeout is 5: give a number from 1 on."],
    [{ region: "cn-north-4", retries: -1 }, "retries is -1: give a number from 0 on."],
  ])("%j", (options, wanted) => {
    expect(refusal(options)).toBe(wanted);
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
      "codearts-build/1.2.3",
      "nightly/7 codearts-build/1.2.3",
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
