import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, deflateSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import { AuthenticationError, CodeArtsBuild, accessKey, token } from "codearts-build";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { ConfigurationError } from "../../../generator/runtime/errors.js";
import { hmac } from "../../../generator/codearts/runtime/hash.js";
import { sign, signingDate } from "../../../generator/codearts/runtime/signing.js";
import { PLAN_KEYS } from "../../../generator/codearts/simulator/build.js";
import { main } from "../../../generator/codearts/simulator/cli.js";
import { FAULT_KEYS } from "../../../generator/codearts/simulator/faults.js";
import { BUILD_KEYS, JOB_KEYS } from "../../../generator/codearts/simulator/seed.js";
import { furnish, seedSchema } from "../../../generator/codearts/simulator/seedFile.js";
import { type Listener, type ListenOptions, listen } from "../../../generator/codearts/simulator/server.js";
import { TEMPLATE_KEYS, USER_KEYS } from "../../../generator/codearts/simulator/simulator.js";
import { newSimulator } from "./specification.js";

const open: Listener[] = [];
afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

async function world(options: ListenOptions = {}, clock: "manual" | "real" = "real") {
  const service = newSimulator({ clock });
  const listener = await listen(service, 0, options);
  open.push(listener);
  const { url } = listener;
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/_simulator/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: (text ? JSON.parse(text) : undefined) as Record<string, unknown> };
  };
  return { service, url, ask };
}

const JOB = "48c66c6002964721be537cdc6ce0297b";
const seed = {
  $schema: "./node_modules/codearts-build/simulator-seed.schema.json",
  jobs: [{ job_name: "nightly", job_id: JOB, steps: ["Build"], parameters: { version: "1" } }],
  builds: [{ job_id: JOB, build_no: "7", outcome: "failure", endsAt: "Build" }],
  plans: [{ job_id: JOB, duration: "Infinity" }],
  templates: [{ name: "Java" }],
  users: [{ domain: "acme", user: "robot", password: "pw" }],
  keystores: [
    { file_name: "a.keystore", content: "text" },
    { file_name: "b.keystore", content: "AAEC/w==", encoding: "base64" },
  ],
  faults: [{ operation: "showJobInfo", status: 503, times: "Infinity" }],
};

describe("fault 20: a file furnishes the simulator", () => {
  test("with whatever TypeScript has", async () => {
    const service = newSimulator();
    const made = furnish(service, seed);
    expect(made).toMatchObject({
      jobs: [{ job_id: JOB, job_name: "nightly" }],
      builds: [{ build_no: 7 }],
      templates: [{}],
    });
    const build = new CodeArtsBuild({
      baseUrl: service.url,
      fetch: service.fetch,
      clock: service.clock,
      credentials: service.credentials(),
      retries: 0,
    });
    await expect(build.showJobInfo({ job_id: JOB })).rejects.toThrow("503");
    await expect(build.showJobInfo({ job_id: JOB })).rejects.toThrow("503");
    expect((await build.waitForBuild({ job_id: JOB, build_no: 7 })).result).toBe("failure");
    await build.runJob({ job_id: JOB });
    await service.clock.advance(86_400_000);
    expect(service.state.jobs[0]?.builds.map(({ phase }) => phase)).toEqual(["failure", "running"]);
    const keystore = { domain_id: service.domain_id };
    expect(await (await build.downloadKeystore({ ...keystore, file_name: "a.keystore" })).text()).toBe("text");
    expect([...(await (await build.downloadKeystore({ ...keystore, file_name: "b.keystore" })).bytes())]).toEqual([
      0, 1, 2, 255,
    ]);
  });

  test.each<[unknown, string]>([
    [[], "The seed does not fit: it is not of type object."],
    [{ job: [] }, "The seed does not fit: job is not known here."],
    [{ jobs: [{ name: "x" }] }, "The seed does not fit: jobs[0].name is not known here."],
    [{ builds: [{}] }, "The seed does not fit: builds[0].job_id is missing."],
    [{ builds: [{ job_id: JOB }] }, `builds[0]: There is no task "${JOB}": add it with addJob().`],
    [{ jobs: [{ job_id: "x" }] }, 'jobs[0]: job_id "x" does not have the form ^[0-9A-Za-z]{32}$.'],
    [{ faults: [{}] }, expect.stringMatching(/^faults\[0\]: The fault says nothing that goes wrong/) as string],
    [
      { faults: [{ operation: "runJobs", reset: true }] },
      expect.stringMatching(/^The seed does not fit: faults\[0\]\.operation is none of/) as string,
    ],
    [
      { keystores: [{ file_name: "a", content: "%%%", encoding: "base64" }] },
      "keystores[0]: content is not in base64.",
    ],
    [{ plans: [{ job_id: JOB, duration: "long" }] }, "The seed does not fit: plans[0].duration has no form that fits."],
  ])("what does not fit is told by its place: %j", (value, message) => {
    const service = newSimulator();
    let told: unknown;
    try {
      furnish(service, value);
    } catch (error) {
      told = (error as Error).message;
    }
    expect(told).toEqual(message);
  });

  test("the schema in the package is the one that is held, knows every name, and accepts the sample", async () => {
    const text = await readFile(join(projectFolder, "generated", "simulator-seed.schema.json"), "utf8");
    const schema = JSON.parse(text) as object;
    expect(schema).toMatchObject(JSON.parse(JSON.stringify(seedSchema)) as object);
    const namesOf = (list: string): string[] =>
      Object.keys(seedSchema.properties?.[list]?.items?.properties ?? {}).sort();
    const sorted = (names: readonly string[]): string[] => [...names].sort();
    expect(namesOf("jobs")).toEqual(sorted(JOB_KEYS));
    expect(namesOf("builds")).toEqual(sorted(BUILD_KEYS));
    expect(namesOf("plans")).toEqual(sorted(["job_id", ...PLAN_KEYS]));
    expect(namesOf("templates")).toEqual(sorted(TEMPLATE_KEYS));
    expect(namesOf("users")).toEqual(sorted(USER_KEYS));
    expect(namesOf("faults")).toEqual(sorted(FAULT_KEYS));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(seed)).toBe(true);
    expect(validate({ jobs: [{ name: "x" }] })).toBe(false);
  });

  test("by the command line, and what cannot be read says why", async () => {
    const folder = await mkdtemp(join(tmpdir(), "seed-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const run = async (words: string[]) => {
      let [printed, said] = ["", ""];
      const print = (text: string): void => void (printed += text);
      const stopped = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
      const code = await main(words, (options) => newSimulator(options), {
        print,
        say: (text) => void (said += text),
        stopped,
      });
      return { code, printed, said };
    };
    const [file, broken] = [join(folder, "seed.json"), join(folder, "broken.json")];
    await writeFile(file, JSON.stringify(seed));
    await writeFile(broken, "{");
    const good = await run(["simulator", "--port", "0", "--seed", file, "--control"]);
    expect([good.code, good.said]).toEqual([0, ""]);
    expect(good.printed).toContain(`Task: ${JOB}\n`);
    expect(good.printed).toMatch(/^curl http:\/\/127\.0\.0\.1:\d+\/_simulator\/$/m);
    const missing = await run(["simulator", "--port", "0", "--seed", join(folder, "nothing")]);
    expect([missing.code, missing.said]).toEqual([
      1,
      expect.stringMatching(/^--seed .*nothing cannot be read \(ENOENT/),
    ]);
    expect(await run(["simulator", "--port", "0", "--seed", broken])).toMatchObject({
      code: 1,
      said: expect.stringContaining("is not JSON") as string,
    });
    await writeFile(file, '{"jobs":[{"name":"x"}]}');
    expect(await run(["simulator", "--port", "0", "--seed", file])).toMatchObject({
      code: 1,
      said: "The seed does not fit: jobs[0].name is not known here.\n",
    });
    expect((await run(["simulator", "--clock", "fast"])).said).toContain("--clock fast is neither real nor manual.");
    expect((await run(["simulator", "--clock", "manual"])).said).toContain("--clock manual needs --control");
  });
});

describe("fault 20: a key that does not exist is refused by name", () => {
  test.each<[string, (service: ReturnType<typeof newSimulator>) => unknown, string]>([
    ["addJob", (service) => service.addJob({ name: "x" } as never), 'addJob() knows no "name": give job_name, steps'],
    [
      "addBuild",
      (service) => service.addBuild({ ...service.addJob(), result: "failure" } as never),
      'addBuild() knows no "result": give job_id',
    ],
    [
      "plan",
      (service) => service.plan(service.addJob().job_id, { result: "failure" } as never),
      'A plan knows no "result": give outcome',
    ],
    ["fault", (service) => service.fault({ reset: true, time: 2 } as never), 'A fault knows no "time": give operation'],
    [
      "addTemplate",
      (service) => service.addTemplate({ name: "x", id: "y" } as never),
      'addTemplate() knows no "id": give name, uuid.',
    ],
    [
      "addUser",
      (service) => service.addUser({ name: "x" } as never),
      'addUser() knows no "name": give domain, user, password.',
    ],
    [
      "createSimulator",
      () => newSimulator({ clok: "manual" } as never),
      'createSimulator() knows no "clok": give clock.',
    ],
    ["addJob, of a text", (service) => service.addJob("demo" as never), "addJob() takes an object with job_name"],
  ])("%s", (_, act, message) => {
    const service = newSimulator();
    expect(() => act(service)).toThrow(ConfigurationError);
    expect(() => act(service)).toThrow(message);
  });

  test("what addJob returns may be given as a whole", () => {
    const service = newSimulator();
    expect(service.addBuild({ ...service.addJob(), outcome: "failure" }).build_no).toBe(1);
  });
});

describe("fault 20: routes that furnish it", () => {
  test("are off unless asked for", async () => {
    const { ask } = await world();
    expect((await ask("GET", "state")).status).toBe(404);
    expect((await ask("POST", "reset")).status).toBe(404);
  });

  test("do what TypeScript does", async () => {
    const { service, url, ask } = await world({ control: true }, "manual");
    expect((await ask("GET", "")).json).toMatchObject({
      routes: { "POST /_simulator/seed": expect.any(String) as string },
    });
    expect((await ask("POST", "seed", seed)).json).toMatchObject({ jobs: [{ job_id: JOB }] });
    const call = (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { "x-auth-token": service.token, "content-type": "application/json" },
      });
    expect((await call(`/v1/job/${JOB}/info`)).status).toBe(503);
    const run = await call("/v3/jobs/build", { method: "POST", body: JSON.stringify({ job_id: JOB }) });
    expect(await run.json()).toMatchObject({ actual_build_number: "8" });
    const { json: clock } = await ask("POST", "clock", { advance: 60_000 });
    expect(clock).toEqual({ now: service.clock.now() });
    expect((await ask("GET", "state")).json).toMatchObject({
      jobs: [{ builds: [{ phase: "failure" }, { phase: "running" }] }],
    });
    expect((await ask("POST", "finish", { job_id: JOB, build_no: 8, outcome: "aborted" })).status).toBe(204);
    const { requests, forgotten } = (await ask("GET", "requests")).json;
    expect(forgotten).toBe(0);
    expect(requests).toMatchObject([
      { operation: "showJobInfo", status: 503 },
      { operation: "runJob", json: { job_id: JOB } },
    ]);
    expect((await ask("POST", "reset")).status).toBe(204);
    expect((await ask("GET", "state")).json).toMatchObject({ jobs: [] });
    expect((await ask("GET", "requests")).json).toEqual({ requests: [], forgotten: 0 });
  });

  test.each<[string, string, unknown, number, string]>([
    ["POST", "seed", { jobs: [{ name: "x" }] }, 400, "jobs[0].name is not known here."],
    ["POST", "finish", { job_id: JOB, build_no: 1 }, 400, `There is no task "${JOB}"`],
    ["POST", "finish", { build_no: 1 }, 400, "job_id is missing."],
    ["POST", "clock", { advance: -1 }, 400, "advance is less than 0."],
    ["POST", "clock", { advance: 1 }, 400, "start with --clock manual"],
    ["GET", "seed", undefined, 404, "There is no GET /_simulator/seed."],
    ["POST", "constructor", {}, 404, "There is no POST /_simulator/constructor."],
  ])("say what is wrong: %s %s %j", async (method, path, body, status, message) => {
    const { ask } = await world({ control: true });
    const { status: found, json } = await ask(method, path, body);
    expect([found, json.error]).toEqual([status, expect.stringContaining(message)]);
  });

  test("a body that is no JSON", async () => {
    const { url } = await world({ control: true });
    const answer = await fetch(`${url}/_simulator/seed`, { method: "POST", body: "{" });
    expect([answer.status, await answer.json()]).toEqual([400, { error: "The body is not JSON." }]);
  });
});

describe("fault 20: pages, compressed bodies, HEAD, parsed bodies", () => {
  test("pages of any origin may call it with --cors, preflight included, and not without", async () => {
    const preflight = {
      method: "OPTIONS",
      headers: {
        origin: "http://page.example.com",
        "access-control-request-method": "POST",
        "access-control-request-headers": "x-auth-token,content-type",
      },
    };
    const { url } = await world({ cors: true });
    const asked = await fetch(`${url}/v3/jobs/build`, preflight);
    expect([
      asked.status,
      asked.headers.get("access-control-allow-origin"),
      asked.headers.get("access-control-allow-headers"),
    ]).toEqual([204, "*", "x-auth-token,content-type"]);
    expect(asked.headers.get("access-control-allow-methods")).toContain("POST");
    const refused = await fetch(`${url}/v3/jobs/build`, { method: "POST", body: "{}" });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, "*"]);
    expect(refused.headers.get("access-control-expose-headers")).toContain("X-Request-Id");
    const closed = await world();
    const answer = await fetch(`${closed.url}/v3/jobs/build`, preflight);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, null]);
  });

  test("compressed bodies are read, and signatures cover what was sent", async () => {
    const { service, url } = await world();
    const { job_id } = service.addJob();
    const text = JSON.stringify({ job_id });
    for (const [coding, body] of [
      ["gzip", gzipSync(text)],
      ["deflate", deflateSync(text)],
    ] as const) {
      const headers = { "x-auth-token": service.token, "content-type": "application/json", "content-encoding": coding };
      const answer = await fetch(`${url}/v3/jobs/build`, { method: "POST", headers, body });
      expect([coding, answer.status]).toEqual([coding, 200]);
      const inside = await service.fetch(`${service.url}/v3/jobs/build`, { method: "POST", headers, body });
      expect([coding, inside.status]).toEqual([coding, 200]);
    }
    const headers = { "content-encoding": "gzip", "content-type": "application/json" };
    const broken = await fetch(`${url}/v3/jobs/build`, {
      method: "POST",
      headers: { ...headers, "x-auth-token": service.token },
      body: text,
    });
    expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining("content-encoding")]);

    const { accessKeyId, secretAccessKey } = service.accessKey;
    const body = Uint8Array.from(gzipSync(text)).buffer;
    const request = { method: "POST", url: new URL(`${url}/v3/jobs/build`), headers, body };
    const proof = sign(request, { accessKeyId, hmac: hmac(secretAccessKey) }, signingDate(Date.now()));
    expect((await fetch(request.url, { method: "POST", headers: { ...headers, ...proof.headers }, body })).status).toBe(
      200,
    );
    const late: typeof fetch = (input, init) => {
      const all = { ...(init?.headers as Record<string, string>), "content-encoding": "gzip" };
      return fetch(input, { ...init, headers: all, body: gzipSync(String(init?.body)) });
    };
    const build = new CodeArtsBuild({
      baseUrl: url,
      credentials: accessKey(service.accessKey),
      fetch: late,
      retries: 0,
    });
    await expect(build.runJob({ job_id })).rejects.toThrow(AuthenticationError);
  });

  test("HEAD is GET without the body", async () => {
    const { service, url } = await world();
    const headers = { "x-auth-token": service.token };
    const [head, get] = [
      await fetch(`${url}/v3/projects`, { method: "HEAD", headers }),
      await fetch(`${url}/v3/projects`, { headers }),
    ];
    expect([head.status, await head.text(), head.headers.get("content-length")]).toEqual([
      200,
      "",
      get.headers.get("content-length"),
    ]);
    expect((await fetch(`${url}/v3/jobs/build`, { method: "HEAD", headers })).status).toBe(404);
  });

  test("requests have their parsed body", async () => {
    const { service, url } = await world();
    const { job_id } = service.addJob();
    const build = new CodeArtsBuild({ baseUrl: url, credentials: token(service.token) });
    await build.runJob({ job_id });
    await fetch(`${url}/v3/projects`);
    expect(service.requests.map(({ json }) => json)).toEqual([{ job_id }, undefined]);
  });
});
