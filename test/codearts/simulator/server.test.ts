import { execFile } from "node:child_process";
import { request } from "node:http";
import { promisify } from "node:util";
import { CodeArtsBuild, accessKey, token } from "codearts-build";
import { afterEach, describe, expect, test } from "vitest";
import { main } from "../../../generator/codearts/simulator/cli.js";
import { type Listener, type Served, listen } from "../../../generator/codearts/simulator/server.js";
import { newSimulator } from "./specification.js";

const open: Listener[] = [];
afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

async function world() {
  const service = newSimulator({ clock: "real" });
  const job = service.addJob({ job_name: "demo" });
  const served: Served[] = [];
  const listener = await listen(service, 0, { onServed: (one) => served.push(one) });
  open.push(listener);
  return { service, ...job, served, url: listener.url };
}

describe("a simulator on a port", () => {
  test("serves the client, with a token and with signatures", async () => {
    const { service, url, project_id, job_id } = await world();
    for (const credentials of [token(service.token), accessKey(service.accessKey)]) {
      const build = new CodeArtsBuild({ baseUrl: url, credentials });
      expect((await build.showJobListByProjectId({ project_id, page_size: 10 })).total).toBe(1);
      expect(await build.runJob({ job_id, parameter: [{ name: "codeBranch", value: "é/中 文" }] })).toHaveProperty(
        "actual_build_number",
      );
    }
    expect(service.state.jobs[0]?.builds.map(({ parameters }) => parameters)).toEqual([
      { codeBranch: "é/中 文" },
      { codeBranch: "é/中 文" },
    ]);
  });

  test("serves curl", async () => {
    const { service, url, job_id } = await world();
    const curl = (...words: string[]) =>
      promisify(execFile)("curl", ["-sS", "-i", "-H", `X-Auth-Token: ${service.token}`, ...words]);
    const { stdout } = await curl(
      "-d",
      JSON.stringify({ job_id }),
      "-H",
      "Content-Type: application/json",
      `${url}/v3/jobs/build`,
    );
    expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(stdout).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/);
    expect(stdout).toContain('"actual_build_number":"1"');
    const { record_id = "" } = service.state.jobs[0]?.builds[0] ?? {};
    expect((await curl(`${url}/v4/${record_id}/download-log`)).stdout).toContain(
      "content-type: application/octet-stream",
    );
  });

  test("tells of each request", async () => {
    const { url, served, service } = await world();
    await fetch(`${url}/v3/projects?name=x`);
    service.fault({ reset: true });
    await expect(fetch(`${url}/v3/projects`)).rejects.toThrow("fetch failed");
    expect(served).toMatchObject([
      { method: "GET", path: "/v3/projects?name=x", status: 401 },
      { method: "GET", path: "/v3/projects", status: undefined },
    ]);
  });

  test("breaks connections for real: without an answer, and within a body", async () => {
    const { url, service, job_id } = await world();
    const headers = { "x-auth-token": service.token };
    service.fault({ reset: true });
    const broken: unknown = await fetch(`${url}/v3/jobs/${job_id}/status`, { headers }).catch(
      (error: unknown) => error,
    );
    expect((broken as Error).cause).toMatchObject({ message: "other side closed" });
    service.fault({ truncate: 20 });
    const answer = await fetch(`${url}/v3/projects`, { headers });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow("terminated");
    service.fault({ slow: { bytes: 5, milliseconds: 1 } });
    expect(await (await fetch(`${url}/v3/jobs/${job_id}/status`, { headers })).json()).toEqual({ result: false });
  });

  test("sees a path as it came, and verifies a signature over it", async () => {
    const { url, service } = await world();
    const ask = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = { "x-auth-token": service.token };
        request(url, { path, headers }, (answer) => resolve(answer.resume().statusCode))
          .on("error", reject)
          .end();
      });
    expect(await ask("//v3/projects")).toBe(404);
    expect(await ask("/v3/projects")).toBe(200);
  });

  test("forgets who has gone, and closes although connections are kept alive", async () => {
    const { url, service } = await world();
    service.fault({ latency: 60_000 });
    const controller = new AbortController();
    const asking = fetch(`${url}/v3/projects`, { signal: controller.signal });
    await expect.poll(() => service.requests.length).toBe(1);
    controller.abort();
    await expect(asking).rejects.toThrow("abort");
    await fetch(`${url}/v3/projects`);
    const began = performance.now();
    await open.pop()?.close();
    expect(performance.now() - began).toBeLessThan(1000);
    await expect(fetch(`${url}/v3/projects`)).rejects.toThrow("fetch failed");
  });
});

describe("codearts-build simulator", () => {
  /** Runs the command line until `act` is done. */
  async function command(words: string[], act: (printed: string) => Promise<void> = () => Promise.resolve()) {
    let printed = "";
    let said = "";
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const terminal = {
      print: (text: string) => void (printed += text),
      say: (text: string) => void (said += text),
      stopped: () => stopped,
    };
    const running = main(words, () => newSimulator({ clock: "real" }), terminal);
    const settled = await Promise.race([
      running,
      expect
        .poll(() => printed, { timeout: 5000 })
        .toContain("curl")
        .then(
          () => "up" as const,
          () => "up" as const,
        ),
    ]);
    if (settled === "up") await act(printed);
    stop();
    return { code: await running, printed: () => printed, said };
  }

  test("prints what a first call needs: pasted, it works", async () => {
    const { code, printed } = await command(["simulator", "--port", "0"], async (text) => {
      const lines = text.split("\n").filter((line) => line.startsWith("curl "));
      expect(lines).toHaveLength(2);
      for (const line of lines) {
        const { stdout } = await promisify(execFile)("sh", ["-c", line.replace("curl ", "curl -sS ")]);
        expect(JSON.parse(stdout)).not.toHaveProperty("error_code");
      }
      const [url = ""] = text.split("\n");
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(text).toMatch(/^X-Auth-Token: \S+$/m);
      const key = /^Access key: (.*)\nSecret key: (.*)$/m.exec(text);
      const credentials = accessKey({ accessKeyId: key?.[1] ?? "", secretAccessKey: key?.[2] ?? "" });
      const build = new CodeArtsBuild({ baseUrl: url, iamUrl: url, credentials });
      expect((await build.keystoneListProjects()).projects).toHaveLength(12);
    });
    expect(code).toBe(0);
    expect(printed()).toMatch(/^\d\d:\d\d:\d\d POST \/v3\/jobs\/build 200 \d+ ms$/m);
  });

  test("says when the port is taken", async () => {
    const { url } = await world();
    const { code, said } = await command(["simulator", "--port", new URL(url).port]);
    expect(code).toBe(1);
    expect(said).toMatch(/^Port \d+ cannot be used \(.*EADDRINUSE.*\): give another one with --port/);
  });

  test.each([
    [[], 'There is no command "".'],
    [["demo"], 'There is no command "demo".'],
    [["simulator", "--port", "x"], "--port x is not a number from 0 to 65535."],
    [["simulator", "--port", "65536"], "--port 65536 is not a number from 0 to 65535."],
    [["simulator", "--prot", "1"], "Unknown option '--prot'"],
  ])("%j is misuse", async (words, expected) => {
    const { code, said } = await command(words);
    expect([code, said.startsWith(expected)]).toEqual([2, true]);
    expect(said).toContain("Usage: codearts-build simulator");
  });

  test("prints its usage", async () => {
    const { code, printed } = await command(["--help"]);
    expect([code, printed()]).toEqual([0, expect.stringContaining("--port <number>")]);
  });
});
