import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { listen } from "../../../generator/codearts/simulator/server.js";
import { newSimulator } from "./specification.js";

const call = (service: ReturnType<typeof newSimulator>, path: string, body: string): Promise<Response> =>
  service.fetch(`${service.url}${path}`, {
    method: "POST",
    headers: { "x-auth-token": service.token, "content-type": "application/json" },
    body,
  });

describe("fault 19: memory", () => {
  test("requests are remembered by their size, and the forgotten ones are counted", async () => {
    const service = newSimulator();
    const large = JSON.stringify({ job_id: "x".repeat(1024 * 1024) });
    for (let i = 0; i < 40; i++) await call(service, `/v3/jobs/build?turn=${i}`, large);
    const { requests, forgottenRequests } = service;
    expect(requests.length + forgottenRequests).toBe(40);
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThanOrEqual(16 * 1024 * 1024);
    expect(requests.at(-1)?.query).toBe("turn=39");
    expect(requests.map(({ query }) => Number(query.slice(5)))).toEqual(
      Array.from({ length: requests.length }, (_, index) => 40 - requests.length + index),
    );
    service.reset();
    expect([service.requests.length, service.forgottenRequests]).toEqual([0, 0]);
  });

  test("many small ones are all there, and one that is too large alone is, too", async () => {
    const service = newSimulator();
    for (let i = 0; i < 5_000; i++) await service.fetch(`${service.url}/v3/projects`);
    expect([service.requests.length, service.forgottenRequests]).toEqual([5_000, 0]);
    await call(service, "/v3/jobs/build", "x".repeat(20 * 1024 * 1024));
    expect([service.requests.length, service.forgottenRequests]).toEqual([1, 5_000]);
  });

  test.each(["/v3/jobs/create", "/v1/job/create", "/v3/jobs/build"])(
    "a body that is nested 20,000 deep is refused: POST %s",
    async (path) => {
      const service = newSimulator();
      const { job_id } = service.addJob();
      for (const deep of [
        `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
        `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
      ]) {
        const answer = await call(service, path, `{"job_id":"${job_id}","steps":[{"properties":${deep}}]}`);
        expect([400, 404]).toContain(answer.status);
        if (answer.status === 400) expect(await answer.text()).toContain("nested more than 100 levels deep");
      }
      expect(service.state.jobs).toHaveLength(1);
      expect(service.requests.every(({ json }) => typeof json === "object")).toBe(true);
    },
  );
});

describe("fault 19: `| head -1` is no stack trace", () => {
  /** Runs a program, reads a little, and closes the pipe. */
  async function cutOff(words: string[], kill = false): Promise<{ code: number | null; said: string; first: string }> {
    const child = spawn(process.execPath, ["--import", "tsx", ...words], { cwd: projectFolder });
    let said = "";
    child.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
    const [piece] = (await once(child.stdout, "data")) as [Buffer];
    child.stdout.destroy();
    const first = piece.toString().split("\n")[0] ?? "";
    // Nobody reads the next line that it prints.
    if (kill) await fetch(`${first}/`).catch(() => undefined);
    const [code] = (await once(child, "close")) as [number | null];
    return { code, said, first };
  }

  test("of a command of the project", { timeout: 60_000 }, async () => {
    const { code, said } = await cutOff([join("scripts", "generate.ts"), "--dump-model"]);
    expect(code).toBe(0);
    expect(said).not.toMatch(/EPIPE|at .*\(/);
  });

  test("of the simulator", { timeout: 60_000 }, async () => {
    const { code, said, first } = await cutOff([join("generated", "src", "cli.ts"), "simulator", "--port", "0"], true);
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect([code, said]).toEqual([0, ""]);
  });
});

describe("fault 19: the first page", () => {
  test("says what it is, and where to read on", async () => {
    for (const control of [false, true]) {
      const listener = await listen(newSimulator({ clock: "real" }), 0, { control });
      const answer = await fetch(`${listener.url}/`);
      const text = await answer.text();
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
      expect(text).toContain("The CodeArts Build service in miniature");
      expect(text).toContain("docs/guides/testing-with-the-simulator.md");
      expect(text.includes("/_simulator/")).toBe(control);
      expect((await fetch(`${listener.url}/`, { method: "HEAD" })).status).toBe(200);
      expect((await fetch(`${listener.url}/`, { method: "POST" })).status).toBe(404);
      await listener.close();
    }
  });
});
