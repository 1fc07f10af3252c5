// The simulator on a port, as a stranger meets it: the vendor's own client calls it, and the package's command is a process.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Listener, listen } from "../../generator/codearts/simulator/server.js";
import { newSimulator } from "../codearts/simulator/specification.js";
import { type VendorRequest, vendorClientOf } from "./vendorClient.js";

const generated = fileURLToPath(new URL("../../generated/", import.meta.url));

describe("the vendor's client", () => {
  const service = newSimulator({ clock: "real" });
  const { job_id, project_id } = service.addJob({ job_name: "demo" });
  let listener: Listener;
  beforeAll(async () => void (listener = await listen(service, 0)));
  afterAll(() => listener.close());

  const { accessKeyId: ak, secretAccessKey: sk } = service.accessKey;
  const request = (method: string, url: string, more: Partial<VendorRequest> = {}): VendorRequest => ({
    method,
    url,
    contentType: "application/json",
    headers: {},
    queryParams: {},
    pathParams: {},
    ...more,
  });
  const call = (one: VendorRequest, login = { ak, sk, projectId: project_id }) =>
    vendorClientOf(listener.url, login)(one);

  test("lists tasks, runs one, and reads its log, with an access key", async () => {
    const list = await call(
      request("GET", "/v3/{project_id}/jobs", { pathParams: { project_id }, queryParams: { page_size: 10 } }),
    );
    expect(list).toMatchObject({ httpStatusCode: 200, total: 1, jobs: [{ job_name: "demo" }] });
    service.plan(job_id, { queue: 0, duration: 1 });
    const data = { job_id, parameter: [{ name: "codeBranch", value: "é/中 文" }] };
    expect(await call(request("POST", "/v3/jobs/build", { data }))).toMatchObject({ actual_build_number: "1" });
    const record = await call(request("GET", `/v4/jobs/${job_id}/1/record-info`));
    expect(record).toMatchObject({ result: { build_no: 1, branch: "é/中 文", status: "SUCCESS" } });
    const { record_id = "" } = service.state.jobs[0]?.builds[0] ?? {};
    const log = await call(request("GET", `/v4/${record_id}/download-log`));
    expect(log.body).toContain("[Build with Maven] done");
  });

  test("is told when its key is wrong, and when an id is", async () => {
    const wrong = call(request("GET", `/v3/jobs/${job_id}/status`), { ak, sk: "another", projectId: project_id });
    await expect(wrong).rejects.toMatchObject({ httpStatusCode: 401, errorCode: "APIGW.0301" });
    const unknown = call(request("GET", `/v3/jobs/${"0".repeat(32)}/status`));
    await expect(unknown).rejects.toMatchObject({ httpStatusCode: 422, errorCode: "CB.00031006" });
  });
});

describe("npx codearts-build", () => {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });
  beforeAll(() => {
    if (!existsSync(`${generated}dist/cli.js`))
      throw new Error("The package is not built. To build it: npm run generate");
  });

  /** Starts the package's program; `printed` grows. */
  function start(...words: string[]) {
    const child = spawn(process.execPath, [`${generated}bin/codearts-build.js`, ...words], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.push(child);
    const found = { printed: "", said: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (found.printed += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (found.said += text));
    const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
    return { child, found, exit };
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s stops it at once, although a client keeps its connection",
    async (signal) => {
      const { child, found, exit } = start("simulator", "--port", "0");
      await expect.poll(() => found.printed, { timeout: 30_000 }).toContain("curl");
      const [url = ""] = found.printed.split("\n");
      const token = /^X-Auth-Token: (\S+)$/m.exec(found.printed)?.[1] ?? "";
      const agent = new Agent({ keepAlive: true });
      const status = await new Promise((resolve, reject) => {
        get(`${url}/v3/projects`, { agent, headers: { "x-auth-token": token } }, (answer) => {
          answer.resume().once("end", () => resolve(answer.statusCode));
        }).once("error", reject);
      });
      expect(status).toBe(200);
      expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
      await expect.poll(() => found.printed).toMatch(/^\d\d:\d\d:\d\d GET \/v3\/projects 200 \d+ ms$/m);
      const before = performance.now();
      child.kill(signal);
      expect(await exit).toBe(0);
      // Node itself drops an idle connection after five seconds: it was not waited for.
      expect(performance.now() - before).toBeLessThan(5_000);
      agent.destroy();
    },
  );

  test("a port in use is an error that says what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { found, exit } = start("simulator", "--port", String(port));
    expect([await exit, found.printed]).toEqual([1, ""]);
    expect(found.said).toContain(`Port ${port} cannot be used`);
    expect(found.said).toContain("--port 0");
    other.close();
  });

  test("misuse prints the usage and exits 2; --help exits 0", async () => {
    const [command, flag, help] = [start("serve"), start("simulator", "--prot", "1"), start("--help")];
    expect([await command.exit, await flag.exit, await help.exit]).toEqual([2, 2, 0]);
    for (const { found } of [command, flag])
      expect([found.printed, found.said]).toEqual(["", expect.stringContaining("Usage: ")]);
    expect([help.found.printed, help.found.said]).toEqual([expect.stringContaining("Usage: "), ""]);
  });
});
