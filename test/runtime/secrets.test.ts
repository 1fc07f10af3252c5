import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { accessKey, password, token } from "../../generator/codearts/runtime/credentials.js";
import type { Credentials } from "../../generator/runtime/credentials.js";
import type { LogEvent } from "../../generator/runtime/options.js";
import { change, data, file, read, rejection, TestClient } from "./support/client.js";
import { type Handler, json, reset, serve, text } from "./support/server.js";

const canaries = ["ak-canary-1234", "sk-canary-1234", "st-canary-1234", "token-canary-1234", "password-canary-1234"];
const [accessKeyId = "", secretAccessKey = "", securityToken = "", tokenText = "", secret = ""] = canaries;

const credentials: Array<[string, () => Credentials]> = [
  ["accessKey", () => accessKey({ accessKeyId, secretAccessKey, securityToken })],
  ["accessKey function", () => accessKey(() => ({ accessKeyId, secretAccessKey, securityToken }))],
  ["token", () => token(tokenText)],
  ["token function", () => token(() => tokenText)],
  ["password", () => password({ domain: "d", user: "u", password: secret, project: "p" })],
];

/** Says back everything that it was told, as an error: the worst that a proxy can do. */
const echo =
  (status: number, type: string): Handler =>
  (response, { headers, body }) => {
    const all = JSON.stringify({ headers, body });
    response.writeHead(status, {
      "content-type": type,
      "x-request-id": String(headers["x-auth-token"] ?? headers.authorization),
      "x-subject-token": tokenText,
      location: `http://other.example.com/${String(headers["x-auth-token"] ?? headers.authorization)}`,
    });
    response.end(
      type === "application/json" ? JSON.stringify({ error_code: all, error_msg: all, request_id: all }) : all,
    );
  };

/** Everything that a program could print of a value. */
function shown(value: unknown): string {
  const parts = [inspect(value, { showHidden: true, depth: 20, getters: true }), String(value), JSON.stringify(value)];
  if (value instanceof Error) parts.push(value.message, value.stack ?? "", shown(value.cause));
  return parts.join("\n");
}

function leaks(value: unknown, signatures: string[]): string[] {
  const visible = shown(value);
  return [...canaries, ...signatures].filter((canary) => visible.includes(canary));
}

describe.each(credentials)("%s: nothing secret shows", (_, make) => {
  const faults: Array<[string, Handler]> = [
    ["echoed with status 400", echo(400, "application/json")],
    ["echoed with status 401", echo(401, "application/json")],
    ["echoed with status 200", echo(200, "application/json")],
    ["echoed as a page", echo(200, "text/html")],
    ["echoed as a redirect", echo(302, "text/html")],
    ["reset", reset],
    ["no JSON", text("{")],
    ["answered", json({})],
  ];

  test.each(faults)("%s", async (__, handler) => {
    const signatures: string[] = [];
    const { url } = await serve((response, request, turn) => {
      const signature = /Signature=(\w+)/.exec(request.headers.authorization ?? "")?.[1];
      if (signature) signatures.push(signature);
      if (request.url === "/v3/auth/tokens") {
        json({ token: {} }, 201, { "x-subject-token": tokenText })(response, request, turn);
      } else handler(response, request, turn);
    });
    const events: LogEvent[] = [];
    const client = new TestClient(url, { credentials: make(), logger: (event) => events.push(event), retries: 1 });
    const request = { id: "7", password: secret };
    const ends = await Promise.allSettled([
      client.send(read),
      client.send(change, request),
      client.file(file),
      client.waitForBuild({ job_id: "j", build_no: 1 }, { deadline: 61_000 }),
    ]);
    const thrown = ends.map((end) => (end.status === "rejected" ? (end.reason as unknown) : undefined));
    expect(events.length).toBeGreaterThan(0);
    for (const value of [client, make(), ...events, ...thrown]) expect(leaks(value, signatures)).toEqual([]);
  });

  test("an error of `fetch` that holds the headers", async () => {
    const fetch = (_url: string, init: RequestInit): Promise<Response> => {
      const error = new Error(`failed with ${JSON.stringify(init.headers)}`, { cause: { config: { init } } });
      return Promise.reject(Object.assign(error, { config: { headers: init.headers } }));
    };
    const client = new TestClient("http://h.example.com", { credentials: make(), fetch });
    const error = await rejection(client.send(change, { id: "7", password: secret }));
    expect(leaks(error, ["Signature=0", "Signature=1"])).toEqual([]);
    expect(error.message).toContain("the connection broke (");
  });
});

test.each([400, 401, 201])("a password that IAM says back with status %s", async (status) => {
  const { url } = await serve((response, { body }) => {
    response.writeHead(status, { "content-type": "application/json" }).end(`${body}}`);
  });
  const login = { domain: "d", user: "u", password: secret, project: "p" };
  expect(leaks(await rejection(new TestClient(url, { credentials: password(login) }).send(read)), [])).toEqual([]);
});

test("a cause without secrets is kept as it is", async () => {
  const cause = new Error("socket hang up");
  const client = new TestClient("http://h.example.com", { fetch: () => Promise.reject(cause) });
  expect((await rejection(client.send(change))).cause).toBe(cause);
});

test("what a custom `fetch` throws need not be an error", async () => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- others do it
  const client = new TestClient("http://h.example.com", { fetch: () => Promise.reject("plain words") });
  expect((await rejection(client.send(read))).message).toBe(
    "showThing GET /v1/things/7: the connection broke (plain words).",
  );
});

test("a function's failure may be told, its secrets stay the caller's", async () => {
  const client = new TestClient("http://h.example.com", {
    credentials: token(() => {
      throw new Error("no vault");
    }),
  });
  expect(shown(await rejection(client.send(read)))).toContain("no vault");
});

test("the data of a client holds no secret to begin with", () => {
  expect(leaks(data, [])).toEqual([]);
});
