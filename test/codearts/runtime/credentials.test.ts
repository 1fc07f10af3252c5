import { describe, expect, test } from "vitest";
import { type AccessKey, accessKey, password, token } from "../../../generator/codearts/runtime/credentials.js";
import { AuthenticationError, ConfigurationError } from "../../../generator/runtime/errors.js";
import { change, data, key, read, rejection, rejectionOf, TestClient } from "../../runtime/support/client.js";
import { TestClock } from "../../runtime/support/clock.js";
import { type Handler, inTurn, json, serve } from "../../runtime/support/server.js";

const refused = json({ error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information." }, 401);

/** Accepts one token only. */
const wants =
  (good: string): Handler =>
  (response, request, turn) => {
    const handler = request.headers["x-auth-token"] === good ? json({ well: true }) : refused;
    handler(response, request, turn);
  };

describe("token", () => {
  test("is sent with each call", async () => {
    const { url, arrived } = await serve(json({}));
    await new TestClient(url, { credentials: token(" tok-1\n") }).send(read);
    expect(arrived[0]?.headers).toMatchObject({ "x-auth-token": "tok-1", "content-type": "application/json" });
    expect(arrived[0]?.headers).not.toHaveProperty("authorization");
  });

  test("a text cannot be renewed: 401 is the end", async () => {
    const { url, arrived } = await serve(refused);
    const error = await rejection(new TestClient(url, { credentials: token("old") }).send(read));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.message).toBe(
      "showThing GET /v1/things/7: 401 APIGW.0301 Incorrect IAM authentication information. (request req-1)",
    );
    expect(arrived).toHaveLength(1);
  });

  test("a function is called once, and once more after a 401; then any operation is sent again", async () => {
    const { url, arrived } = await serve(wants("new"));
    let calls = 0;
    const client = new TestClient(url, { credentials: token(() => Promise.resolve(++calls === 1 ? "old" : "new")) });
    expect(await client.send(change)).toEqual({ well: true });
    expect(await client.send(change)).toEqual({ well: true });
    expect([calls, arrived.map(({ headers }) => headers["x-auth-token"])]).toEqual([2, ["old", "new", "new"]]);
  });

  test("a renewed one that is refused too ends the call", async () => {
    const { url, arrived } = await serve(refused);
    let calls = 0;
    const client = new TestClient(url, { credentials: token(() => `token-${++calls}`) });
    expect(await rejection(client.send(read))).toBeInstanceOf(AuthenticationError);
    expect([calls, arrived.length]).toEqual([2, 2]);
  });

  test("a renewal uses up no retry", async () => {
    const { url, arrived } = await serve(inTurn(refused, json({}, 429), json({}, 429), json({ well: true })));
    const client = new TestClient(url, { credentials: token(() => "t") });
    expect(await client.send(change)).toEqual({ well: true });
    expect(arrived).toHaveLength(4);
  });

  test("any number of concurrent calls asks once, also when the old one is refused", async () => {
    const { url } = await serve(wants("token-2"));
    let calls = 0;
    const source = async (): Promise<string> => {
      const turn = ++calls;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return `token-${turn}`;
    };
    const client = new TestClient(url, { credentials: token(source) });
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.send(read)));
    expect([answers.length, calls]).toEqual([20, 2]);
  });

  test("with `expires_at` it is renewed shortly before", async () => {
    const { url, arrived } = await serve(json({}));
    const clock = new TestClock({ now: Date.parse("2026-01-01T00:00:00Z") });
    let calls = 0;
    const source = () => ({ token: `token-${++calls}`, expires_at: "2026-01-01T01:00:00.000000Z" });
    const client = new TestClient(url, { clock, credentials: token(source) });
    await client.send(read);
    clock.advance(58.9 * 60_000);
    await client.send(read);
    clock.advance(0.2 * 60_000);
    await client.send(read);
    expect(arrived.map(({ headers }) => headers["x-auth-token"])).toEqual(["token-1", "token-1", "token-2"]);
  });

  test("a failure of the function is told, and not kept", async () => {
    const { url } = await serve(json({ well: true }));
    let calls = 0;
    const source = (): string => {
      if (++calls === 1) throw new Error("vault is sealed");
      return "t";
    };
    const client = new TestClient(url, { credentials: token(source) });
    const error = await rejection(client.send(read));
    expect(error.message).toBe("The function given to token() failed: its error is the cause.");
    expect((error.cause as Error).message).toBe("vault is sealed");
    expect(await client.send(read)).toEqual({ well: true });
  });

  test("the wait for the function is part of the call's time", async () => {
    const client = new TestClient("http://h.example.com", {
      timeout: 5_000,
      clock: new TestClock({ skip: 1 }),
      credentials: token(() => new Promise<string>(() => undefined)),
    });
    const call = client.send(read);
    setTimeout(() => client.clock.advance(5_000), 5);
    expect((await rejection(call)).message).toBe("showThing GET /v1/things/7: no answer within 5000 ms.");
  });

  test.each([
    ["", "The token is missing or empty: check where it is read from."],
    ["a\nb", "The token is not a text that a header can carry: check where it is read from."],
    [undefined, "The token is missing or empty: check where it is read from."],
  ])("%j is refused", (value, message) => {
    expect(() => token(value as unknown as string)).toThrow(new ConfigurationError(message));
  });
});

describe("password", () => {
  const login = { domain: "acme", user: "robot", password: "pw-canary", project: "cn-north-4" };
  const iam =
    (expires: () => string): Handler =>
    (response, request, turn) => {
      if (request.url !== "/v3/auth/tokens") {
        json({ well: true })(response, request, turn);
        return;
      }
      const body = { token: { expires_at: expires() } };
      json(body, 201, { "x-subject-token": `issued-${turn}` })(response, request, turn);
    };

  test("gets a token from IAM once, and keeps it until shortly before it expires", async () => {
    const clock = new TestClock({ now: Date.parse("2026-01-01T00:00:00Z") });
    const expires = (): string => new Date(clock.now() + 3_600_000).toISOString();
    const { url, arrived } = await serve(iam(expires));
    const client = new TestClient(url, { clock, credentials: password(login) });
    await Promise.all([client.send(read), client.send(read), client.send(change)]);
    clock.advance(59.5 * 60_000);
    await client.send(read);
    expect(arrived.map(({ url, headers }) => [url, headers["x-auth-token"]])).toEqual([
      ["/v3/auth/tokens", undefined],
      ["/v1/things/7", "issued-0"],
      ["/v1/things/7", "issued-0"],
      ["/v1/things/7/start", "issued-0"],
      ["/v3/auth/tokens", undefined],
      ["/v1/things/7", "issued-4"],
    ]);
    expect(JSON.parse(arrived[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "robot", password: "pw-canary", domain: { name: "acme" } } },
        },
        scope: { project: { name: "cn-north-4" } },
      },
    });
  });

  test("a wrong password is an error of the IAM operation, and is not kept", async () => {
    const wrong = json(
      { error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" } },
      401,
    );
    const { url, arrived } = await serve(
      inTurn(
        wrong,
        iam(() => "2030-01-01T00:00:00Z"),
      ),
    );
    const client = new TestClient(url, { credentials: password(login) });
    const error = await rejectionOf(AuthenticationError, client.send(read));
    expect(error.message).toBe(
      "keystoneCreateUserTokenByPassword POST /v3/auth/tokens: 401 The username or password is wrong. (request req-1)",
    );
    expect(error.code).toBeUndefined();
    expect(await client.send(read)).toEqual({ well: true });
    expect(arrived).toHaveLength(3);
  });

  test("an answer without the token is an error", async () => {
    const { url } = await serve(json({ token: {} }, 201));
    const error = await rejection(new TestClient(url, { credentials: password(login) }).send(read));
    expect(error.message).toBe("IAM's X-Subject-Token is missing or empty: check where it is read from.");
  });

  test("an expiry that cannot be read means: until it is refused", async () => {
    const { url, arrived } = await serve(iam(() => "soon"));
    const client = new TestClient(url, { credentials: password(login) });
    await client.send(read);
    await client.send(read);
    expect(arrived).toHaveLength(3);
  });

  test("one aborted caller does not take the token from the others", async () => {
    const { url } = await serve((response, request, turn) => {
      setTimeout(() => iam(() => "2030-01-01T00:00:00Z")(response, request, turn), 20);
    });
    const client = new TestClient(url, { credentials: password(login) });
    const controller = new AbortController();
    const first = client.send(read, { id: "7" }, { signal: controller.signal });
    const second = client.send(read);
    setTimeout(() => controller.abort(), 5);
    expect((await rejection(first)).name).toBe("AbortError");
    expect(await second).toEqual({ well: true });
  });

  test("a missing part is named", () => {
    expect(() => password({ ...login, domain: "" })).toThrow(new ConfigurationError("domain is missing or empty."));
  });
});

describe("accessKey", () => {
  test("sends project and security token where they are given, and omits them where not", async () => {
    const { url, arrived } = await serve(json({}));
    await new TestClient(url, { credentials: accessKey(key) }).send(read);
    await new TestClient(url, { credentials: accessKey({ ...key, projectId: "p1", securityToken: "st1" }) }).send(read);
    const seen = arrived.map(({ headers }) => [headers["x-project-id"], headers["x-security-token"]]);
    expect(seen).toEqual([
      [undefined, undefined],
      ["p1", "st1"],
    ]);
  });

  test("a clock that is wrong is corrected once from the server's Date", async () => {
    const now = Date.parse("2026-01-02T03:04:05Z");
    const { url, arrived } = await serve((response, request, turn) => {
      const late = { date: new Date(now + 3_600_000).toUTCString() };
      json({}, request.headers["x-sdk-date"] === "20260102T040405Z" ? 200 : 401, late)(response, request, turn);
    });
    const client = new TestClient(url, { clock: new TestClock({ now }) });
    await Promise.all([client.send(change), client.send(change)]);
    await client.send(change);
    expect(arrived.map(({ headers }) => headers["x-sdk-date"]).sort()).toEqual([
      "20260102T030405Z",
      "20260102T030405Z",
      "20260102T040405Z",
      "20260102T040405Z",
      "20260102T040405Z",
    ]);
  });

  test("a clock that is right, or a server that does not tell the time, changes nothing", async () => {
    const now = Date.parse("2026-01-02T03:04:05Z");
    for (const headers of [{ date: new Date(now + 30_000).toUTCString() }, { date: "yesterday" }]) {
      const { url, arrived } = await serve(json({}, 401, headers));
      await rejection(new TestClient(url, { clock: new TestClock({ now }) }).send(read));
      expect(arrived).toHaveLength(1);
    }
  });

  test("a function is asked once, and again when the service refuses the key", async () => {
    const now = Date.now();
    const { url, arrived } = await serve((response, request, turn) => {
      const old = request.headers.authorization?.includes("AK-1");
      (old ? refused : json({ well: true }))(response, request, turn);
    });
    let calls = 0;
    const source = (): Promise<AccessKey> => Promise.resolve({ ...key, accessKeyId: `AK-${++calls}` });
    const client = new TestClient(url, { credentials: accessKey(source), clock: new TestClock({ now }) });
    expect(await client.send(change)).toEqual({ well: true });
    expect(await client.send(change)).toEqual({ well: true });
    expect([calls, arrived.length]).toEqual([2, 3]);
  });

  test('projectId "auto" asks IAM once, by the region\'s name, and creates nothing', async () => {
    const { url, arrived } = await serve((response, request, turn) => {
      const found = { projects: [{ id: "iam-project", name: "cn-north-4" }] };
      json(request.url.startsWith("/v3/projects") ? found : {})(response, request, turn);
    });
    const options = { region: "cn-north-4", credentials: accessKey({ ...key, projectId: "auto" }) };
    const client = new TestClient(url, options);
    await Promise.all([client.send(read), client.send(read)]);
    await client.send(read);
    expect(arrived.map(({ method, url, headers }) => `${method} ${url} ${String(headers["x-project-id"])}`)).toEqual([
      "GET /v3/projects?name=cn-north-4 undefined",
      "GET /v1/things/7 iam-project",
      "GET /v1/things/7 iam-project",
      "GET /v1/things/7 iam-project",
    ]);
  });

  test('projectId "auto" without a region, or without such a project, says what to do', async () => {
    const credentials = accessKey({ ...key, projectId: "auto" });
    const { url } = await serve(json({ projects: [] }));
    expect((await rejection(new TestClient(url, { credentials }).send(read))).message).toBe(
      'projectId "auto" needs the region: its name is what IAM is asked for.',
    );
    expect((await rejection(new TestClient(url, { credentials, region: "cn-north-4" }).send(read))).message).toBe(
      'IAM knows no project "cn-north-4" for this account: give projectId.',
    );
  });

  test("operations of IAM carry no project, and need no look-up", async () => {
    const { url, arrived } = await serve(json({}));
    const client = new TestClient(url, { credentials: accessKey({ ...key, projectId: "auto" }) });
    await client.send({ ...read, server: "iam" });
    expect(arrived.map(({ headers }) => headers["x-project-id"])).toEqual([undefined]);
  });

  test("an operation without credentials is sent without", async () => {
    const { url, arrived } = await serve(json({}));
    await new TestClient(url).send({ ...change, anonymous: true });
    expect(arrived[0]?.headers).not.toHaveProperty("authorization");
  });

  test.each([
    [{ accessKeyId: "", secretAccessKey: "s" }, "accessKeyId is missing or empty: check where it is read from."],
    [{ accessKeyId: "a" }, "secretAccessKey is missing or empty: check where it is read from."],
    [
      { ...key, securityToken: "a b" },
      "securityToken is not a text that a header can carry: check where it is read from.",
    ],
  ])("what cannot work is refused when it is given: %j", (value, message) => {
    expect(() => accessKey(value as AccessKey)).toThrow(new ConfigurationError(message));
  });

  test("one object serves several clients", async () => {
    const { url, arrived } = await serve(json({}));
    const credentials = token(() => "shared");
    await new TestClient(url, { credentials }).send(read);
    await new TestClient(url, { credentials }).send(read);
    expect(arrived.map(({ headers }) => headers["x-auth-token"])).toEqual(["shared", "shared"]);
  });
});

test("regions have two addresses: the service's and IAM's", async () => {
  const seen: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    seen.push(url);
    return Promise.resolve(Response.json({}));
  };
  const client = new TestClient(undefined as never, { region: "ap-southeast-3", fetch });
  await client.send(read);
  await client.send({ ...read, server: "iam" });
  expect(seen).toEqual([
    "https://build.ap-southeast-3.example.com/v1/things/7",
    "https://iam.ap-southeast-3.example.com/v1/things/7",
  ]);
  expect(data.servers.service).toContain("{region}");
});
