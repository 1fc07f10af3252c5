import { describe, expect, test } from "vitest";
import {
  type AccessKey,
  accessKey,
  type ExpiringToken,
  password,
  type Password,
  token,
} from "../../../generator/codearts/runtime/credentials.js";
import { ConfigurationError, TimeoutError } from "../../../generator/runtime/errors.js";
import { key, read, rejection, rejectionOf, TestClient } from "../../runtime/support/client.js";
import { type Handler, json, serve } from "../../runtime/support/server.js";

const login: Password = { domain: "acme", user: "robot", password: "pw-canary", project: "cn-north-4" };

/** Functions that never answer at first, and then do. */
function hanging<T>(value: T): { source: () => Promise<T>; asked: () => number } {
  let asked = 0;
  return {
    source: () => (++asked === 1 ? new Promise<T>(() => undefined) : Promise.resolve(value)),
    asked: () => asked,
  };
}

describe("fault 6: credentials that hang once are not useless for good", () => {
  test.each(["token", "accessKey"])("a function given to %s", async (kind) => {
    const { source, asked } = kind === "token" ? hanging<string | AccessKey>("tok") : hanging<string | AccessKey>(key);
    const credentials =
      kind === "token" ? token(source as () => Promise<string>) : accessKey(source as () => Promise<AccessKey>);
    const { url } = await serve(json({ well: true }));
    const client = new TestClient(url, { credentials });
    expect(await rejection(client.send(read, { id: "7" }, { timeout: 1_000 }))).toBeInstanceOf(TimeoutError);
    expect(await client.send(read)).toEqual({ well: true });
    expect([asked(), client.clock.pending]).toEqual([2, 0]);
  });

  test("IAM", async () => {
    const { url } = await serve((response, request, turn) => {
      if (turn > 0) json({ token: {} }, 201, { "x-subject-token": "issued" })(response, request, turn);
    });
    const client = new TestClient(url, { credentials: password(login), retries: 0 });
    const call = client.send(read, { id: "7" }, { timeout: 1_000 });
    expect((await rejection(call)).message).toContain("no answer within 1000 ms");
    expect(await client.send(read)).toEqual({ token: {} });
  });

  test("one that is aborted when nobody else waits is asked for again, too", async () => {
    const { source, asked } = hanging("tok");
    const { url } = await serve(json({}));
    const client = new TestClient(url, { credentials: token(source) });
    const controller = new AbortController();
    const call = client.send(read, { id: "7" }, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 5);
    expect((await rejection(call)).message).toBe("enough");
    await client.send(read);
    expect(asked()).toBe(2);
  });

  test("who still waits gets what comes late, and a late one does not replace a new one", async () => {
    const answers: Array<(text: string) => void> = [];
    const credentials = token(() => new Promise<string>((resolve) => answers.push(resolve)));
    const { url, arrived } = await serve(json({}));
    const client = new TestClient(url, { credentials });
    const short = rejection(client.send(read, { id: "1" }, { timeout: 1_000 }));
    const patient = client.send(read, { id: "2" }, { timeout: 3_600_000 });
    expect(await short).toBeInstanceOf(TimeoutError);
    const next = client.send(read, { id: "3" }, { timeout: 3_600_000 });
    answers[1]?.("new");
    await next;
    answers[0]?.("late");
    await patient;
    await client.send(read, { id: "4" });
    expect(arrived.map(({ url, headers }) => [url, headers["x-auth-token"]])).toEqual([
      ["/v1/things/3", "new"],
      ["/v1/things/2", "late"],
      ["/v1/things/4", "new"],
    ]);
    expect(answers).toHaveLength(2);
  });
});

describe("fault 7: what IAM gave is for the place that it was asked for", () => {
  /** An IAM that knows the projects by the names of the regions, and gives tokens. */
  const iam =
    (name: string): Handler =>
    (response, request, turn) => {
      const region = new URLSearchParams(request.url.split("?")[1]).get("name") ?? "";
      const body = { projects: [{ id: `${name}-${region}`, name: region }], token: {} };
      json(body, 200, { "x-subject-token": `token-of-${name}` })(response, request, turn);
    };

  test('projectId "auto", for each region and each IAM, once', async () => {
    const credentials = accessKey({ ...key, projectId: "auto" });
    const service = await serve(json({}));
    const [one, two] = [await serve(iam("one")), await serve(iam("two"))];
    for (const [region, iamUrl] of [
      ["cn-north-4", one.url],
      ["ap-southeast-3", one.url],
      ["cn-north-4", two.url],
      ["cn-north-4", one.url],
    ] as const) {
      await new TestClient(service.url, { credentials, region, iamUrl }).send(read);
    }
    expect(service.arrived.map(({ headers }) => headers["x-project-id"])).toEqual([
      "one-cn-north-4",
      "one-ap-southeast-3",
      "two-cn-north-4",
      "one-cn-north-4",
    ]);
    expect([one.arrived.length, two.arrived.length]).toEqual([2, 1]);
  });

  test("the token of a password, for each IAM, once", async () => {
    const credentials = password(login);
    const service = await serve(json({}));
    const [one, two] = [await serve(iam("one")), await serve(iam("two"))];
    for (const iamUrl of [one.url, two.url, one.url]) {
      await new TestClient(service.url, { credentials, iamUrl }).send(read);
    }
    expect(service.arrived.map(({ headers }) => headers["x-auth-token"])).toEqual([
      "token-of-one",
      "token-of-two",
      "token-of-one",
    ]);
    expect([one.arrived.length, two.arrived.length]).toEqual([1, 1]);
  });
});

describe("fault 11: a password goes to IAM and nowhere else", () => {
  test.each([
    [{ region: "xx-new-1" }, 'in the region "xx-new-1"'],
    [{}, "without a region"],
  ])("where IAM's address cannot be known, it is asked for: %j", async (options, where) => {
    const { url, arrived } = await serve(json({}));
    const message = `The address of iam is not known ${where}: give iamUrl.`;
    for (const credentials of [password(login), accessKey({ ...key, projectId: "auto" })]) {
      const client = new TestClient(url, { iamUrl: undefined, ...options, credentials });
      expect((await rejectionOf(ConfigurationError, client.send(read))).message).toBe(message);
    }
    const iam = new TestClient(url, { iamUrl: undefined, ...options });
    expect((await rejectionOf(ConfigurationError, iam.send({ ...read, server: "iam" }))).message).toBe(message);
    expect(arrived).toEqual([]);
  });

  test("a known region's IAM is asked though the service is elsewhere", async () => {
    const seen: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      seen.push(url);
      return Promise.resolve(Response.json({ token: {} }, { headers: { "x-subject-token": "issued" } }));
    };
    const options = { iamUrl: undefined, region: "cn-north-4", credentials: password(login), fetch };
    await new TestClient("https://gateway.example.com", options).send(read);
    expect(seen).toEqual([
      "https://iam.cn-north-4.example.com/v3/auth/tokens",
      "https://gateway.example.com/v1/things/7",
    ]);
  });

  test("another address of IAM is taken, whatever the region", async () => {
    const [service, iam] = [await serve(json({})), await serve(json({ token: {} }, 201, { "x-subject-token": "t" }))];
    const options = { region: "xx-new-1", iamUrl: `${iam.url}/iam/`, credentials: password(login) };
    await new TestClient(service.url, options).send(read);
    expect([service.arrived[0]?.headers["x-auth-token"], iam.arrived[0]?.url]).toEqual(["t", "/iam/v3/auth/tokens"]);
  });
});

describe("fault 9: what a function of the caller returns is checked", () => {
  const forToken = "it must return text or { token, expires_at }.";
  const forKey = "it must return { accessKeyId, secretAccessKey }.";

  test.each<[unknown, string]>([
    [undefined, `The function given to token() returned undefined: ${forToken}`],
    [null, `The function given to token() returned null: ${forToken}`],
    [Symbol("s"), `The function given to token() returned a value of type symbol: ${forToken}`],
    [5, `The function given to token() returned a value of type number: ${forToken}`],
    [{}, "The token is missing or empty: check where it is read from."],
    ["", "The token is missing or empty: check where it is read from."],
    [{ token: Symbol("s") }, "The token is a value of type symbol: check where it is read from."],
    [{ token: "t", expires_at: 5 }, "expires_at is a value of type number: give text, such as 2026-01-02T03:04:05Z."],
    [
      { token: "t", expires_at: Symbol("s") },
      "expires_at is a value of type symbol: give text, such as 2026-01-02T03:04:05Z.",
    ],
  ])("token, %s", async (value, message) => {
    const { url, arrived } = await serve(json({}));
    const credentials = token(() => Promise.resolve(value as ExpiringToken));
    const error = await rejectionOf(ConfigurationError, new TestClient(url, { credentials }).send(read));
    expect([error.message, arrived]).toEqual([message, []]);
  });

  test.each<[unknown, string]>([
    [undefined, `The function given to accessKey() returned undefined: ${forKey}`],
    [null, `The function given to accessKey() returned null: ${forKey}`],
    [Symbol("s"), `The function given to accessKey() returned a value of type symbol: ${forKey}`],
    ["AK", `The function given to accessKey() returned a value of type string: ${forKey}`],
    [{ ...key, secretAccessKey: null }, "secretAccessKey is missing or empty: check where it is read from."],
    [{ ...key, accessKeyId: Symbol("s") }, "accessKeyId is a value of type symbol: check where it is read from."],
  ])("accessKey, %s", async (value, message) => {
    const { url, arrived } = await serve(json({}));
    const credentials = accessKey(() => value as AccessKey);
    const error = await rejectionOf(ConfigurationError, new TestClient(url, { credentials }).send(read));
    expect([error.message, arrived]).toEqual([message, []]);
  });

  test.each([undefined, null, "AK", Symbol("s")])("what is given in their place: %s", (value) => {
    const kind = value === undefined || value === null ? String(value) : `a value of type ${typeof value}`;
    expect(() => accessKey(value as never)).toThrow(
      new ConfigurationError(`accessKey() was given ${kind}: give { accessKeyId, secretAccessKey }, or a function.`),
    );
    expect(() => password(value as never)).toThrow(
      new ConfigurationError(`password() was given ${kind}: give { domain, user, password, project }.`),
    );
    if (typeof value !== "string") expect(() => token(value as never)).toThrow(ConfigurationError);
  });

  test("a function given to password says that it takes none", () => {
    expect(() => password((() => login) as never)).toThrow(
      new ConfigurationError(
        "password() was given a value of type function: give { domain, user, password, project }.",
      ),
    );
    expect(() => password({ ...login, password: (() => "x") as never })).toThrow(
      new ConfigurationError("password is missing or empty."),
    );
  });
});
