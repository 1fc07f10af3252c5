import { describe, expect, test } from "vitest";
import type { JsonSchema, SimulatorOperation } from "../../../generator/codearts/simulator/data.js";
import { calls } from "./calls.js";
import { outcome, read, sender } from "./requests.js";
import { data, newSimulator } from "./specification.js";

function world() {
  const service = newSimulator();
  const job = service.addJob();
  service.addKeystore("android.keystore", new Uint8Array([1]));
  const subject = { service, ...job, ...service.addBuild(job), ...service.addTemplate({ name: "mine" }) };
  return { service, send: sender(service), subject };
}

type Change = (call: {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown> | undefined;
}) => void;

/** The outcome of an operation's correct call after a change. */
async function changed(id: string, change: Change): Promise<string> {
  const { send, subject } = world();
  const { line = "", body } = calls[id]?.(subject) ?? {};
  const [method = "", address = ""] = line.split(" ", 2);
  const [path = "", query] = address.split("?", 2);
  const call = {
    method,
    path,
    query: new URLSearchParams(query),
    body: body && structuredClone(body as Record<string, unknown>),
  };
  change(call);
  return outcome(send(`${call.method} ${call.path}${call.query.size ? `?${call.query.toString()}` : ""}`, call.body));
}

/** A text that a schema does not allow; undefined where it allows all. */
function wrongText({
  type,
  pattern,
  enum: values,
  minimum,
  maximum,
  format,
  minLength,
}: JsonSchema): string | undefined {
  if (type === "integer")
    return maximum !== undefined ? String(maximum + 1) : minimum !== undefined ? String(minimum - 1) : "1.5";
  if (pattern !== undefined || values !== undefined || format === "date") return "~一";
  return minLength === 1 ? "" : undefined;
}

const parameters = data.operations.flatMap((operation) =>
  (operation.parameters ?? []).map((parameter): [string, string, SimulatorOperation, typeof parameter] => [
    operation.id,
    parameter.name,
    operation,
    parameter,
  ]),
);

const codes: Readonly<Record<string, string>> = { job_id: "200 DEV.CB.032011", file_name: "400 CB.00060203" };

describe("what the specification says of parameters holds", () => {
  test.each(parameters)("%s: %s", async (id, name, operation, { in: place, required, schema }) => {
    const wrong = wrongText(resolve(schema));
    const at = operation.path.split("/").indexOf(`{${name}}`);
    const set = (value: string): Promise<string> =>
      changed(id, (call) => {
        if (place === "query") call.query.set(name, value);
        else call.path = call.path.split("/").with(at, value).join("/");
      });
    if (wrong !== undefined) expect(await set(wrong)).toBe(codes[name] ?? "400 CB.00060200");
    if (required && place === "query") {
      expect(await changed(id, ({ query }) => query.delete(name))).toBe(
        name === "job_id" ? "400 CB.00060200" : (codes[name] ?? "400 CB.00060200"),
      );
    }
    expect(wrong !== undefined || required === true || schema.type === "string").toBe(true);
  });

  const bodies = data.operations.filter(({ body }) => body);

  test.each(bodies.map((operation) => [operation.id, operation] as const))("%s: the body", async (id, operation) => {
    const { body, bodyOptional, iam } = operation;
    // IAM repeats the status as its code.
    const code = (usual: string): string => `400 ${iam ? "400" : usual}`;
    const withBody = (value: unknown): Promise<string> =>
      changed(id, (call) => {
        call.body = value as Record<string, unknown>;
      });
    const nothing = bodyOptional ? await withBody({}) : code("PARSE_REQUEST_DATA_EXCEPTION");
    expect(await withBody(undefined)).toBe(nothing);
    expect(await withBody([])).toBe(code("PARSE_REQUEST_DATA_EXCEPTION"));
    for (const name of resolve(body).required ?? []) {
      expect(await changed(id, (call) => delete call.body?.[name]), name).toBe(code("CB.00060200"));
      const mistyped = await changed(id, ({ body: fields = {} }) => (fields[name] = [7]));
      expect(mistyped, name).toBe(codes[name] ?? code("CB.00060200"));
    }
    if (resolve(body).maxProperties === 0) expect(await withBody({ any: 1 })).toBe("400 CB.00060200");
  });

  function resolve(schema: JsonSchema | undefined): JsonSchema {
    return schema?.$ref === undefined ? (schema ?? {}) : (data.schemas[schema.$ref] ?? {});
  }
});

describe("fault 16: what the service may take, the simulator takes", () => {
  const optional = data.operations.filter(({ bodyOptional }) => bodyOptional).map(({ id }) => id);

  test("operations whose path says it all need no body", () => {
    expect(optional.sort()).toEqual([
      "deleteBuildJob",
      "disableBuildJob",
      "disableNotice",
      "enableBuildJob",
      "stopBuildJob",
    ]);
  });

  test.each(optional)("%s without a body does what it does with {}", async (id) => {
    const states = await Promise.all(
      [undefined, {}].map(async (body) => {
        const { send, service, subject } = world();
        const { line = "" } = calls[id]?.(subject) ?? {};
        expect((await send(line, body)).status).toBe(200);
        expect(service.requests.at(-1)?.body).toBe(body === undefined ? "" : "{}");
        return service.state;
      }),
    );
    expect(states[0]).toEqual(states[1]);
  });

  test.each(["depth", "repo_id"])("an integer for %s, which is text in the answers", async (name) => {
    const { send, service, subject } = world();
    const scm = { url: "https://git.example.com/demo.git", scm_type: "git" };
    const { line = "", body = {} } = calls.createBuildJob?.(subject) ?? {};
    expect(await outcome(send(line, { ...body, scms: [{ ...scm, [name]: 7 }] }))).toBe("200");
    expect(service.state.jobs.at(-1)?.config.scms).toMatchObject([{ [name]: "7" }]);
    expect(await outcome(send(line, { ...body, job_name: "other", scms: [{ ...scm, [name]: [7] }] }))).toMatch(/^400 /);
  });
});

describe("a run", () => {
  const run = (fields: object): Promise<string> => changed("runJob", ({ body }) => Object.assign(body ?? {}, fields));

  test.each([
    ["a parameter of a forbidden name", { parameter: [{ name: "LD_PRELOAD", value: "" }] }, "400 CB.00060200"],
    ["a parameter with a space in its name", { parameter: [{ name: "code branch", value: "" }] }, "400 CB.00060200"],
    ["a value of 8,193 characters", { parameter: [{ name: "a", value: "x".repeat(8193) }] }, "400 CB.00060200"],
    ["a value of 8,192 characters", { parameter: [{ name: "a", value: "x".repeat(8192) }] }, "200"],
    ["a null tag", { scm: { build_tag: null } }, "200"],
    ["a null commit", { scm: { build_commit_id: null } }, "400 CB.00060200"],
    ["a field that nobody knows", { surprise: true }, "200"],
  ])("%s: %s", async (_, fields, expected) => {
    expect(await run(fields)).toBe(expected);
  });
});

describe("pages and periods", () => {
  const list = (id: string, fields: Record<string, string>): Promise<string> =>
    changed(id, ({ query }) => Object.entries(fields).forEach(([name, value]) => query.set(name, value)));

  test.each([
    ["showListHistory", { limit: "100" }, "200"],
    ["showListHistory", { limit: "101" }, "400 CB.00060200"],
    ["showListHistory", { limit: "0" }, "400 CB.00060200"],
    ["showListHistory", { interval: "31" }, "400 CB.00060200"],
    ["showListHistory", { offset: "1e3" }, "400 CB.00060200"],
    ["listTemplates", { page: "0" }, "400 CB.00060200"],
    ["listTemplates", { page: "one" }, "400 CB.00060200"],
    ["listTemplates", { page_size: "101" }, "400 CB.00060200"],
    ["showListPeriodHistory", { start_time: "2026-01-01", end_time: "2026-01-31" }, "200"],
    ["showListPeriodHistory", { start_time: "2026-01-01", end_time: "2026-02-01" }, "400 CB.00031105"],
    ["showListPeriodHistory", { start_time: "2026-02-02", end_time: "2026-02-01" }, "400 CB.00060200"],
    ["showListPeriodHistory", { start_time: "2026-02-30", end_time: "2026-03-01" }, "400 CB.00060200"],
    ["listBuildInfoRecord", { start_time: "2026-01-01 00:00:00", end_time: "2026-02-01 00:00:00" }, "200"],
    ["listBuildInfoRecord", { start_time: "2026-01-01 00:00:00", end_time: "2026-02-01 00:00:01" }, "400 CB.00031105"],
    ["listBuildInfoRecord", { start_time: "2026-01-01 25:00:00", end_time: "2026-01-02 00:00:00" }, "400 CB.00060200"],
    ["listBuildInfoRecord", { start_time: "2026-01-01", end_time: "2026-01-02" }, "400 CB.00060200"],
    ["showJobSuccessRatio", { start_time: "2020-01-01", end_time: "2026-01-01" }, "200"],
    ["downloadRealTimeLog", { offset: "-1" }, "400 CB.00060200"],
    ["downloadRealTimeLog", { offset: "999999" }, "200"],
  ])("%s with %j: %s", async (id, fields, expected) => {
    expect(await list(id, fields)).toBe(expected);
  });
});

describe("the gateway", () => {
  test("knows no other routes and methods", async () => {
    const { send, subject } = world();
    expect(await outcome(send("GET /v3/nowhere"))).toBe("404 APIGW.0101");
    expect(await outcome(send("GET /"))).toBe("404 APIGW.0101");
    expect(await outcome(send(`GET /v3/jobs/${subject.job_id}/status/`))).toBe("404 APIGW.0101");
    expect(await outcome(send(`PUT /v3/jobs/${subject.job_id}/status`))).toBe("404 APIGW.0101");
    expect(await outcome(send("GET /v3/jobs/__proto__/constructor"))).toBe("404 APIGW.0101");
  });

  test("tells IAM from the service by their hosts; a host of another name answers both", async () => {
    const { service } = world();
    const at = (address: string): Promise<string> =>
      outcome(service.fetch(address, { headers: { "x-auth-token": service.token } }));
    expect(await at("https://iam.cn-north-4.myhuaweicloud.com/v3/projects")).toBe("200");
    expect(await at("https://cloudbuild-ext.cn-north-4.myhuaweicloud.com/v3/projects")).toBe("404 APIGW.0101");
    expect(await at("https://cloudbuild-ext.cn-north-4.myhuaweicloud.com/v3/templates/query")).toBe("200");
    expect(await at("https://iam.cn-north-4.myhuaweicloud.com/v3/templates/query")).toBe("404 APIGW.0101");
    // The older host of the service, which the specification names second.
    expect(await at("https://devcloud.la-north-2.myhuaweicloud.com/v3/projects")).toBe("404 APIGW.0101");
    expect(await at("http://127.0.0.1:8080/v3/projects")).toBe("200");
  });

  test("gives each answer an id of its own and the service's time", async () => {
    const { send } = world();
    const [one, other] = [await send("GET /v3/projects"), await send("GET /v3/nowhere")];
    expect(one.headers.get("date")).toBe("Mon, 05 Jan 2026 01:00:00 GMT");
    expect(one.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(other.headers.get("x-request-id")).not.toBe(one.headers.get("x-request-id"));
    expect(other.headers.get("content-length")).toBe(String((await other.text()).length));
  });

  test("takes a body of any kind that fetch takes", async () => {
    const { service, subject } = world();
    const text = JSON.stringify({ job_id: subject.job_id });
    const headers = { "X-Auth-Token": service.token, "Content-Type": "application/json" };
    const bodies = [text, new TextEncoder().encode(text), new Blob([text]), new TextEncoder().encode(text).buffer];
    for (const body of bodies) {
      const answer = await service.fetch(new URL("/v3/jobs/build", service.url), {
        method: "post",
        headers: new Headers(headers),
        body,
      });
      expect(answer.status).toBe(200);
    }
    const request = new Request(`${service.url}/v3/jobs/build`, { method: "POST", headers, body: text });
    expect(await read(service.fetch(request))).toMatchObject({ actual_build_number: "6" });
  });

  test("refuses what it cannot read", async () => {
    const { service } = world();
    const post = (body: string, type: string): Promise<string> =>
      outcome(
        service.fetch(`${service.url}/v3/jobs/build`, {
          method: "POST",
          headers: { "x-auth-token": service.token, "content-type": type },
          body,
        }),
      );
    expect(await post("{", "application/json")).toBe("400 PARSE_REQUEST_DATA_EXCEPTION");
    expect(await post('"{}"', "application/json")).toBe("400 PARSE_REQUEST_DATA_EXCEPTION");
    expect(await post("{}", "text/plain")).toBe("400 PARSE_REQUEST_DATA_EXCEPTION");
  });
});

test("a plus sign in a query is a space, %2B is a plus sign", async () => {
  const { service, send } = world();
  for (const name of ["a b", "a+b"]) service.addTemplate({ name });
  const names = async (query: string): Promise<string[]> => {
    interface Found {
      result: { items: Array<{ name: string }> };
    }
    return (await read<Found>(send(`GET /v3/templates/query?name=${query}`))).result.items.map(({ name }) => name);
  };
  expect(await names("a+b")).toEqual(["a b"]);
  expect(await names("a%20b")).toEqual(["a b"]);
  expect(await names("a%2Bb")).toEqual(["a+b"]);
});
