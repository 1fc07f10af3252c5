import { describe, expect, test } from "vitest";
import { accessKey, token } from "../../generator/codearts/runtime/credentials.js";
import { ConfigurationError, NetworkError, UnexpectedResponseError } from "../../generator/runtime/errors.js";
import type { ClientOptions } from "../../generator/codearts/runtime/options.js";
import { rawClient } from "../../generator/runtime/raw.js";
import { data, key, rejection } from "./support/client.js";
import { TestClock } from "./support/clock.js";
import { type Handler, inTurn, json, reset, serve, text } from "./support/server.js";

interface Failure {
  400: { content: { "application/json": { error_code?: string; error_msg?: string } } };
}
interface Paths {
  "/v3/jobs/{job_id}": {
    get: {
      parameters: { path: { job_id: string }; query?: { q?: string[]; n?: number } };
      responses: { 200: { content: { "application/json": { name?: string } } } } & Failure;
    };
  };
  "/v3/jobs/build": {
    post: {
      requestBody?: { content: { "application/json": { job_id?: string } } };
      responses: { 200: { content: { "application/json": { number?: string } } } } & Failure;
    };
  };
  "/v3/log": { get: { responses: { 200: { content: { "application/octet-stream": string } } } & Failure } };
  "/v3/jobs#list": {
    get: { parameters: { query?: { n?: number } }; responses: { 200: { content: { "application/json": object } } } };
  };
  "/v3/projects": { get: { responses: { 200: { content: { "application/json": { projects?: [] } } } } & Failure } };
}

async function client(handler: Handler, options: Partial<ClientOptions> = {}) {
  const { url, arrived } = await serve(handler);
  const raw = rawClient<Paths>(
    { baseUrl: url, iamUrl: url, credentials: accessKey(key), clock: new TestClock(), ...options },
    data,
  );
  return { raw, arrived, url };
}

describe("answers { data, error, response }", () => {
  test("data, typed", async () => {
    const { raw, arrived } = await client(json({ name: "demo" }));
    const params = { path: { job_id: "a b" }, query: { q: ["x y", "z!"], n: 1 } };
    const { data, error, response } = await raw.GET("/v3/jobs/{job_id}", { params });
    const name: string | undefined = data?.name;
    expect([name, error, response.status, response.headers.get("x-request-id")]).toEqual([
      "demo",
      undefined,
      200,
      "req-1",
    ]);
    expect(response.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v3\/jobs\/a%20b\?q=x%20y&q=z%21&n=1$/);
    expect(arrived[0]?.headers).toMatchObject({
      authorization: expect.stringContaining("SDK-HMAC-SHA256 Access=AKIDEXAMPLE") as string,
      "content-type": "application/json",
      "user-agent": "test-client/1.2.3",
    });
  });

  test("error, with the status, of a 200 too", async () => {
    const body = { error_code: "CB.00060201", error_msg: "No." };
    const { raw } = await client(inTurn(json(body, 400), json(body)));
    for (const status of [400, 200]) {
      const { data, error, response } = await raw.POST("/v3/jobs/build", { body: { job_id: "j" } });
      expect([data, error, response.status, response.ok]).toEqual([undefined, body, status, false]);
    }
  });

  test("a file stays a stream", async () => {
    const { raw } = await client((response) => {
      response.writeHead(200, { "content-type": "application/octet-stream" }).end("the log");
    });
    const { data } = await raw.GET("/v3/log", { parseAs: "stream" });
    expect(await new Response(data).text()).toBe("the log");
    expect((await raw.GET("/v3/log", { parseAs: "text" })).data).toBe("the log");
  });

  test("nothing at all", async () => {
    const { raw } = await client(inTurn(text("", 204), json([1]), json("x")));
    expect((await raw.GET("/v3/projects")).data).toBeUndefined();
    expect((await raw.GET("/v3/projects")).data).toEqual([1]);
    expect((await raw.GET("/v3/projects")).data).toBe("x");
  });
});

describe("the same delivery", () => {
  test("reads are sent again, anything else is not", async () => {
    const { raw, arrived } = await client(reset);
    expect(await rejection(raw.GET("/v3/projects"))).toBeInstanceOf(NetworkError);
    expect(arrived).toHaveLength(3);
    const error = await rejection(raw.POST("/v3/jobs/build", {}));
    expect(error.message).toContain("raw POST /v3/jobs/build: the connection broke");
    expect(arrived).toHaveLength(4);
  });

  test("the fragment of a path is not sent, the query behind it is", async () => {
    const { raw, arrived } = await client(json({}));
    await raw.GET("/v3/jobs#list", { params: { query: { n: 1 } } });
    expect(arrived.map(({ url }) => url)).toEqual(["/v3/jobs?n=1"]);
  });

  test("a POST without a body carries an empty object", async () => {
    const { raw, arrived } = await client(json({}));
    await raw.POST("/v3/jobs/build");
    await raw.POST("/v3/jobs/build", { body: { job_id: "ü" } });
    expect(arrived.map(({ body }) => body)).toEqual(["{}", '{"job_id":"ü"}']);
  });

  test("a token that is refused is renewed", async () => {
    let calls = 0;
    const { raw, arrived } = await client(inTurn(json({}, 401), json({ number: "1" })), {
      credentials: token(() => `t${++calls}`),
    });
    expect((await raw.POST("/v3/jobs/build", { body: { job_id: "j" } })).data).toEqual({ number: "1" });
    expect(arrived.map(({ headers, body }) => [headers["x-auth-token"], body])).toEqual([
      ["t1", '{"job_id":"j"}'],
      ["t2", '{"job_id":"j"}'],
    ]);
  });

  test("a page instead of an answer, and broken JSON", async () => {
    const { raw } = await client(inTurn(text("<html>", 200, "text/html"), text("{")));
    expect(await rejection(raw.GET("/v3/projects"))).toBeInstanceOf(UnexpectedResponseError);
    expect(await rejection(raw.GET("/v3/projects"))).toBeInstanceOf(UnexpectedResponseError);
  });

  test("an abort", async () => {
    const { raw } = await client(() => undefined);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    expect((await rejection(raw.GET("/v3/projects", { signal: controller.signal }))).name).toBe("AbortError");
  });
});

describe("the same care", () => {
  test("path values that would lead elsewhere, or are missing", async () => {
    const { raw, arrived } = await client(json({}));
    const get = (job_id: string): Promise<unknown> => raw.GET("/v3/jobs/{job_id}", { params: { path: { job_id } } });
    expect(await rejection(get(".."))).toBeInstanceOf(ConfigurationError);
    expect((await rejection(get(undefined as never))).message).toBe("job_id is missing: the path needs it.");
    expect((await rejection(raw.GET("/v3/jobs/{job_id}", {} as never))).message).toBe(
      "GET /v3/jobs/%7Bjob_id%7D: params.path is missing.",
    );
    expect(arrived).toHaveLength(0);
  });

  test("the credentials go nowhere else", async () => {
    const other = await serve(json({}));
    const { raw, url } = await client(json({}));
    const error = await rejection(raw.GET("/v3/projects", { baseUrl: other.url }));
    expect(error.message).toBe(`GET ${other.url}: the credentials are for ${url} only.`);
    expect(other.arrived).toHaveLength(0);
  });

  test("IAM's paths go to IAM, all others to the service", async () => {
    const seen: string[] = [];
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      seen.push(`${url} ${String(new Headers(init.headers).get("x-project-id"))}`);
      return Promise.resolve(Response.json({}));
    };
    const credentials = accessKey({ ...key, projectId: "p" });
    const raw = rawClient<Paths>({ region: "cn-north-4", credentials, fetch }, data);
    await raw.GET("/v3/projects", { params: { query: { name: "x" } } });
    await raw.GET("/v3/log", { baseUrl: "https://iam.cn-north-4.example.com" });
    await raw.GET("/v3/log");
    expect(seen).toEqual([
      "https://iam.cn-north-4.example.com/v3/projects?name=x null",
      "https://iam.cn-north-4.example.com/v3/log p",
      "https://build.cn-north-4.example.com/v3/log p",
    ]);
  });
});
