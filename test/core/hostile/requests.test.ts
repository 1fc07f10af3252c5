import { beforeAll, describe, expect, test } from "vitest";
import type { OutputFile } from "../../../generator/core/emit/file.js";
import { clientOf, typeErrors, type Methods, type Sent } from "../client.js";
import { filesOf, modelOf, problemsOf, whole } from "../specification.js";

const text = { type: "string" };
const done = { "204": { description: "Done" } };
const answers = (content: object): object => ({ description: "It", content });
const json = (schema: object): object => ({ "application/json": { schema } });
const inPath = (...names: string[]): object[] =>
  names.map((name) => ({ name, in: "path", required: true, schema: text }));
const thing = { type: "object", required: ["a"], properties: { a: text } };

const paths: Record<string, object> = {
  "/files/{name}.json": { get: { operationId: "suffix", parameters: inPath("name"), responses: done } },
  "/v1.0/{a}-{b}/{a.b}": { get: { operationId: "joined", parameters: inPath("a", "b", "a.b"), responses: done } },
  "/overridden/{id}": {
    parameters: [
      ...inPath("id"),
      { name: "page", in: "query", description: "Of the path.", schema: text },
      { name: "kept", in: "query", schema: text },
    ],
    get: {
      operationId: "overridden",
      parameters: [{ name: "page", in: "query", required: true, deprecated: true, schema: { type: "integer" } }],
      responses: done,
    },
  },
  "/ignored": {
    get: {
      operationId: "ignored",
      parameters: ["Accept", "content-type", "Authorization", "X-Own"].map((name) => ({
        name,
        in: "header",
        schema: text,
      })),
      responses: done,
    },
  },
  "/twoPlaces": {
    post: {
      operationId: "twoPlaces",
      parameters: ["header", "query", "cookie"].map((where) => ({ name: "trace", in: where, schema: text })),
      requestBody: { required: true, content: json(thing) },
      responses: done,
    },
  },
  "/charset": {
    post: {
      operationId: "charset",
      requestBody: { required: true, content: { "application/json; charset=utf-8": { schema: thing } } },
      responses: { "200": answers({ "application/json;charset=utf-8": { schema: thing } }) },
    },
  },
  "/events": {
    get: { operationId: "events", responses: { "200": answers({ "text/event-stream": { schema: text } }) } },
  },
  "/byDefault": { get: { operationId: "byDefault", responses: { default: answers(json(thing)) } } },
  "/byDefaultBeside": {
    get: {
      operationId: "byDefaultBeside",
      responses: { "404": { description: "None" }, default: { $ref: "#/components/responses/Thing" } },
    },
  },
  "/failing": {
    get: {
      operationId: "failing",
      responses: { "302": { description: "Elsewhere" }, default: answers(json({ type: "object" })) },
    },
  },
  "/range": { get: { operationId: "range", responses: { "2XX": answers(json(thing)), "4XX": { description: "No" } } } },
  "/several": {
    get: {
      operationId: "several",
      responses: {
        "200": answers(json(thing)),
        "201": answers(json({ type: "array", items: text })),
        "204": { description: "None" },
      },
    },
  },
  "/withHeaders": {
    get: {
      operationId: "withHeaders",
      responses: {
        "200": { ...answers(json(thing)), headers: { "X-*/-Total": { description: "*/ `", schema: text } } },
      },
    },
  },
  "/elsewhere": {
    servers: [
      {
        url: "https://{zone}.example.org/{version}",
        variables: { zone: { default: "eu" }, version: { default: "v2" } },
      },
    ],
    get: { operationId: "elsewhere", responses: done },
  },
  "/secured": {
    get: { operationId: "secured", security: [{ oauth: ["read"] }, { basic: [] }, { key: [] }, {}], responses: done },
  },
  "/calledBack": {
    post: {
      operationId: "calledBack",
      requestBody: { required: true, content: json({ type: "object", required: ["url"], properties: { url: text } }) },
      callbacks: { onEvent: { "{$request.body#/url}": { post: { operationId: "event", responses: done } } } },
      responses: {
        "200": {
          ...answers(json(thing)),
          links: { next: { operationId: "range", parameters: { a: "$response.body#/a" } } },
        },
      },
    },
  },
};

const document = {
  servers: [{ url: "https://{host}.example.com", variables: { host: { default: "api", enum: ["api", "test"] } } }],
  paths,
  webhooks: { pushed: { post: { operationId: "pushed", responses: done } } },
  components: {
    responses: { Thing: answers(json(thing)) },
    securitySchemes: {
      oauth: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://x.example.com", scopes: { read: "*/" } } },
      },
      basic: { type: "http", scheme: "basic" },
      key: { type: "apiKey", in: "query", name: "key" },
      mutual: { type: "mutualTLS" },
    },
  },
};

describe("requests and answers of every kind that OpenAPI has", () => {
  let files: readonly OutputFile[];
  let client: Methods;
  let sent: Sent[];
  let answer = new Response(null, { status: 204 });

  beforeAll(async () => {
    const lines = Object.entries(document).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
    files = await filesOf(whole(lines.join("")));
    const run = await clientOf(files, () => answer);
    ({ client, sent } = run);
    return () => {
      run.remove();
    };
  });

  /** Calls a method; the service answers nothing, or what is given. */
  async function call(name: string, request?: object, given = new Response(null, { status: 204 })): Promise<unknown> {
    answer = given;
    return client[name]?.(request);
  }

  async function lineOf(name: string, request?: object): Promise<string | undefined> {
    await call(name, request);
    return sent.at(-1)?.line;
  }

  test("and what they take and give has the types that the document says", async () => {
    const uses = `import { ApiClient, type Download, type ApiPromise } from "./index.js";
declare const client: ApiClient;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Thing = { a: string };
export const checks: true[] = [
  true satisfies Same<ReturnType<typeof client.byDefault>, ApiPromise<Thing>>,
  true satisfies Same<ReturnType<typeof client.byDefaultBeside>, ApiPromise<Thing>>,
  true satisfies Same<ReturnType<typeof client.failing>, ApiPromise<void>>,
  true satisfies Same<ReturnType<typeof client.range>, ApiPromise<Thing>>,
  true satisfies Same<ReturnType<typeof client.charset>, ApiPromise<Thing>>,
  true satisfies Same<ReturnType<typeof client.several>, ApiPromise<Thing | string[] | undefined>>,
  true satisfies Same<ReturnType<typeof client.events>, ApiPromise<Download>>,
  true satisfies Same<ReturnType<typeof client.calledBack>, ApiPromise<Thing>>,
];
export const calls = [
  () => client.overridden({ id: "1", page: 2, kept: "x" }),
  // @ts-expect-error the operation's own parameter counts, and it is a number
  () => client.overridden({ id: "1", page: "2" }),
  // @ts-expect-error the operation's own parameter is required
  () => client.overridden({ id: "1" }),
  () => client.ignored({ "X-Own": "x" }),
  // @ts-expect-error what OpenAPI leaves to other keywords is no argument
  () => client.ignored({ Accept: "x" }),
  () => client.twoPlaces({ header: { trace: "a" }, query: { trace: "b" }, body: { a: "c" } }),
];
`;
    expect(await typeErrors([...files, { path: "src/uses.ts", text: uses }])).toEqual([]);
  });

  test("path templates with dots, suffixes and two names in one segment", async () => {
    expect(await lineOf("suffix", { name: "a/b" })).toBe("GET /files/a%2Fb.json");
    expect(await lineOf("joined", { a: "x", b: "y", "a.b": "z" })).toBe("GET /v1.0/x-y/z");
  });

  test("parameters of the path are overridden by those of the operation", async () => {
    expect(await lineOf("overridden", { id: "1", page: 2, kept: "x" })).toBe("GET /overridden/1?kept=x&page=2");
    const source = files.find(({ path }) => path === "src/types.ts")?.text ?? "";
    expect(source).toMatch(/\/\*\* @deprecated \*\/\n {2}page: number;/);
  });

  test("header parameters that OpenAPI says to ignore are not sent, the others are", async () => {
    await call("ignored", { "X-Own": "x" });
    expect(sent.at(-1)?.headers).toMatchObject({ "x-own": "x" });
    await expect(call("ignored", { Accept: "x" })).rejects.toThrow("ignored: Accept: no such argument.");
  });

  test("a header, a query parameter and a cookie of one name are told apart", async () => {
    await call("twoPlaces", {
      header: { trace: "a" },
      query: { trace: "b" },
      cookie: { trace: "c" },
      body: { a: "d" },
    });
    const { line, headers, body } = sent.at(-1) ?? {};
    expect([line, headers?.trace, headers?.cookie, body]).toEqual([
      "POST /twoPlaces?trace=b",
      "a",
      "trace=c",
      '{"a":"d"}',
    ]);
  });

  test("two header parameters whose names differ in case only are one header: a problem", async () => {
    const parameters = ["X-Id", "x-id"].map((name) => ({ name, in: "header", schema: text }));
    const item = { "/a": { get: { operationId: "a", parameters, responses: done } } };
    expect(await problemsOf(whole(`paths: ${JSON.stringify(item)}\n`))).toEqual([
      expect.stringMatching(/^openapi\.yaml:3:\d+ a: the header parameter x-id is there twice; take one of them away$/),
    ]);
  });

  test("a header with a name that no object of headers can hold is a problem", async () => {
    const parameters = [{ name: "__proto__", in: "header", schema: text }];
    const item = { "/a": { get: { operationId: "a", parameters, responses: done } } };
    expect(await problemsOf(whole(`paths: ${JSON.stringify(item)}\n`))).toEqual([
      expect.stringMatching(/ a: a header cannot be called __proto__; leave the parameter out$/),
    ]);
  });

  test("application/json; charset=utf-8", async () => {
    const headers = { "content-type": "application/json;charset=utf-8" };
    expect(await call("charset", { a: "ü" }, new Response('{"a":"ü"}', { headers }))).toEqual({ a: "ü" });
    expect([sent.at(-1)?.headers["content-type"], sent.at(-1)?.body]).toEqual([
      expect.stringMatching(/^application\/json\b/),
      '{"a":"ü"}',
    ]);
  });

  test("text/event-stream arrives as it comes", async () => {
    const events = new Response("data: 1\n\ndata: 2\n\n", { headers: { "content-type": "text/event-stream" } });
    const download = (await call("events", undefined, events)) as { text: () => Promise<string> };
    expect(await download.text()).toBe("data: 1\n\ndata: 2\n\n");
  });

  test("a default response that is the only success, a range, a reference, several statuses", async () => {
    const given = (): Response => Response.json({ a: "b" });
    for (const name of ["byDefault", "byDefaultBeside", "range", "several", "withHeaders"]) {
      expect([name, await call(name, undefined, given())]).toEqual([name, { a: "b" }]);
    }
    expect(await call("several", undefined, Response.json(["x"], { status: 201 }))).toEqual(["x"]);
    expect(await call("several")).toBeUndefined();
    expect(await call("failing")).toBeUndefined();
  });

  test("server variables have their defaults", async () => {
    expect(await lineOf("elsewhere")).toBe("GET https://eu.example.org/v2/elsewhere");
    expect(await lineOf("secured")).toBe("GET /secured");
  });

  test("a relative server address is given by the caller", async () => {
    const relative = await filesOf(
      whole(
        `servers: [{ url: /v2 }]\npaths: ${JSON.stringify({ "/a": { get: { operationId: "getA", responses: done } } })}\n`,
      ),
    );
    const run = await clientOf(relative, () => new Response(null, { status: 204 }), {
      baseUrl: "https://api.example.com/v2",
    });
    await run.client.getA?.();
    expect(run.sent.at(-1)?.line).toBe("GET /v2/a");
    run.remove();
    const without = clientOf(relative, () => new Response(null, { status: 204 }));
    await expect(without).rejects.toThrow(/baseUrl/);
  });

  test("callbacks, links and webhooks are no methods, and beside them no operation is lost", async () => {
    const ids = Object.values(paths).flatMap((item) => Object.values(item as Record<string, { operationId?: string }>));
    const wanted = ids.flatMap(({ operationId }) => operationId ?? []);
    for (const id of wanted) expect(client[id]).toBeTypeOf("function");
    for (const id of ["event", "pushed"]) expect(client[id]).toBeUndefined();
    expect(files.find(({ path }) => path === "src/schema.ts")?.text).toContain("pushed: {");
    await call("calledBack", { url: "https://example.com" }, Response.json({ a: "b" }));
    expect(sent.at(-1)?.body).toBe('{"url":"https://example.com"}');
  });

  test("a document without operations, or with webhooks only, makes a client without methods that compiles", async () => {
    for (const rest of ["paths: {}\n", "components: { schemas: {} }\n"]) {
      expect((await modelOf(whole(rest))).operations).toEqual([]);
    }
    const webhooks = whole(`webhooks: ${JSON.stringify(document.webhooks)}\n`);
    expect(await typeErrors(await filesOf(webhooks))).toEqual([]);
  });

  test("security schemes of other kinds are named, and an operation that may go without credentials is not anonymous", async () => {
    const lines = Object.entries(document).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
    const { operations } = await modelOf(whole(lines.join("")));
    const secured = operations.find(({ id }) => id === "secured");
    expect([secured?.credentials, secured?.anonymous]).toEqual([["oauth", "basic", "key"], false]);
  });
});
