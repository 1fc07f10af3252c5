import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createSimulator } from "codearts-build/simulator";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { problemsOf } from "../package/types/compile.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "node_modules/.cache/readme");

/** The TypeScript fences below a heading of a Markdown file. */
function fencesOf(file: string, heading: string): string[] {
  const text = readFileSync(join(root, file), "utf8").split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);
}

const [simulated = "", real = ""] = fencesOf("README.md", "A first call");
const [tested = ""] = fencesOf("generated/README.md", "Without an account");
/** The first one with a build that no executor takes. */
const unscheduled = simulated.replace("\nconst build", '\nservice.plan(job_id, { outcome: "never-scheduled" });$&');
const programs = { simulated, unscheduled, real, tested };
type Name = keyof typeof programs;
const pathOf = (name: string): string => join(folder, `${name}.ts`);

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of Object.entries(programs)) writeFileSync(pathOf(name), code);
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs one of them, and gives what it printed. */
async function run(name: Name): Promise<string> {
  let printed = "";
  vi.spyOn(console, "log").mockImplementation((line: unknown) => void (printed += `${String(line)}\n`));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((printed += String(text))));
  await import(pathToFileURL(pathOf(name)).href);
  return printed;
}

describe("the READMEs' first calls", () => {
  test("type-check under strict, as a consumer of the package would check them", () => {
    expect(Object.values(programs).every((code) => code.includes('from "codearts-build"'))).toBe(true);
    expect(problemsOf(Object.keys(programs).map(pathOf))).toEqual([]);
  });

  test("the first is short, and JavaScript too: it is saved as .mjs", () => {
    expect(simulated.trim().split("\n").length).toBeLessThanOrEqual(20);
    expect(simulated).not.toMatch(/\b(type|interface|as|satisfies)\b/);
  });

  test("against the simulator: lists tasks, runs one, follows its log, tells the outcome", async () => {
    const lines = (await run("simulated")).split("\n");
    expect(lines[0]).toBe("tasks: 1, the first is demo");
    expect(lines[1]).toMatch(/ \[INFO\] \[Code checkout\] started/);
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/ \[INFO\] \[Build with Maven\] done/),
      "build 1: success",
      "",
    ]);
  });

  test("fault 13: against the simulator, with a build that is never scheduled: the log is empty", async () => {
    expect(await run("unscheduled")).toBe("tasks: 1, the first is demo\nbuild 1: never-scheduled\n");
  });

  test("against the service: the same calls to the region's address, with a token", async () => {
    const service = createSimulator();
    const { job_id, project_id } = service.addJob({ job_name: "mine" });
    service.plan(job_id, { queue: 0, duration: 1 });
    vi.stubEnv("CODEARTS_TOKEN", service.token);
    vi.stubEnv("CODEARTS_PROJECT", project_id);
    vi.stubEnv("CODEARTS_JOB", job_id);
    const hosts = new Set<string>();
    vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
      hosts.add(new URL(input).host);
      return service.fetch(input, init);
    });
    expect(await run("real")).toBe("tasks: 1, the first is mine\nbuild 1: success\n");
    expect([...hosts]).toEqual(["cloudbuild-ext.ap-southeast-3.myhuaweicloud.com"]);
    expect(service.requests.map(({ operation }) => operation)).toEqual([
      "showJobListByProjectId",
      "runJob",
      "showRecordDetail",
      ...service.requests.slice(3).map(() => "showRecordDetail"),
    ]);
  });

  test("in a user's test: a build that fails as planned", async () => {
    expect(await run("tested")).toBe("build 1 ended as failure\n");
  });
});
