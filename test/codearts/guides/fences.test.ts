import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SeenRequest } from "codearts-build/simulator";
import { beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { compilePrograms, installPackage } from "./compile.js";
import { type Fence, type Page, fencesOf, readPages } from "./pages.js";
import { type Run, newSimulator, runProgram, runTest, testRunner } from "./run.js";
import { type Command, commandsOf, curlRequest } from "./shell.js";
import { furnish } from "./world.js";

/** A TypeScript fence. */
interface Program {
  readonly page: string;
  readonly line: number;
  /** Of its JavaScript in the workshop. */
  readonly name: string;
  readonly text: string;
  /** What it prints, where the page shows that below it. */
  readonly output: string | undefined;
}

const pages = readPages();

function isShell({ info }: Fence): boolean {
  return /^(sh|bash|shell|console)\b/.test(info);
}

const programs = pages.flatMap(({ path, fences }) =>
  fences.flatMap((fence, i): Program[] => {
    const { info, text, line } = fence;
    if (info !== "ts") return [];
    // How to start it may stand between a program and what it prints.
    const next = fences.slice(i + 1).find((one) => !isShell(one));
    // Vitest goes by the name of a file.
    const name = `${path.replace(/\.md$/, "")}/${line}${text.includes('from "vitest"') ? ".test" : ""}`;
    return [{ page: path, line, name, text, output: next?.info === "text output" ? next.text : undefined }];
  }),
);

/** Programs that must be found wrong. */
const wrongPrograms = new Map([
  ["wrong/type", 'import { CodeArtsBuild } from "codearts-build";\nconsole.log(new CodeArtsBuild({ region: 1 }));\n'],
  ["wrong/throws", 'await fetch("https://codearts-build.test/");\nthrow new Error("as it stands");\n'],
]);

let problems: ReadonlyMap<string, string>;
beforeAll(async () => {
  await installPackage();
  const texts = programs.map(({ name, text }) => [name, text] as const);
  problems = compilePrograms(new Map([...texts, ...wrongPrograms]));
  // Two compilations, on a machine that may have more to do.
}, 240_000);

const runs = new Map<string, Promise<Run>>();

/** Runs a program, once. */
function run({ name, text }: Program): Promise<Run> {
  const running = runs.get(name) ?? runProgram(name, text);
  runs.set(name, running);
  return running;
}

describe("every TypeScript fence compiles under strict settings and runs against the simulator", () => {
  test.each(programs.map((program) => [`${program.page}:${program.line}`, program] as const))(
    "%s",
    async (_, program) => {
      expect(problems.get(program.name)).toBe("");
      const command = testRunner(program.name, program.text);
      if (command) {
        expect(await runTest(command)).toMatch(/pass(ed)? *[1-9]|[1-9]\d* passed/);
        return;
      }
      const { printed, requests } = await run(program);
      if (program.output !== undefined) expect(printed).toBe(program.output);
      expect(requests.filter(({ operation }) => operation === undefined)).toEqual([]);
    },
    // Some start a test runner.
    120_000,
  );

  test("and is called ts, so that none is passed over", () => {
    const others = pages.flatMap(({ path, fences }) =>
      fences
        .filter(
          ({ info }) => /^(typescript|tsx|mts|cts|js|jsx|mjs|cjs|javascript)\b/i.test(info) || /^ts\b./i.test(info),
        )
        .map(({ line, info }) => `${path}:${line} ${info}`),
    );
    expect(others).toEqual([]);
    expect(programs.length).toBeGreaterThan(30);
  });

  test("and llms-full.txt shows the fences of these pages, and no others", () => {
    const own = (fences: readonly Fence[]): string[] => fences.map(({ info, text }) => `${info}\n${text}`);
    const run = new Set(pages.flatMap(({ fences }) => own(fences)));
    const shown = own(fencesOf(readFileSync(join(projectFolder, "generated/docs/llms-full.txt"), "utf8")));
    expect(shown.filter((fence) => !run.has(fence))).toEqual([]);
    expect(shown.filter((fence) => fence.startsWith("ts\n")).length).toBeGreaterThan(70);
  });

  test("and what a page shows as output stands below a program", () => {
    const shown = new Set(programs.map(({ page, output = "" }) => `${page} ${output}`));
    const lost = pages.flatMap(({ path, fences }) =>
      fences
        .filter(({ info, text }) => info === "text output" && !shown.has(`${path} ${text}`))
        .map(({ line }) => `${path}:${line}`),
    );
    expect(lost).toEqual([]);
  });

  test("and a wrong program is found", async () => {
    expect(problems.get("wrong/type")).toMatch(/^line 2: /);
    await expect(runProgram("wrong/throws", "")).rejects.toThrow("as it stands");
  });
});

const shells = pages.flatMap((page) =>
  page.fences.filter(isShell).map(({ text, line }) => [`${page.path}:${line}`, page, text] as const),
);

/** What makes two requests the same, whoever sends them. */
function essence({ method, path, query, body }: Pick<SeenRequest, "method" | "path" | "query" | "body">): object {
  return {
    method,
    path: decodeURIComponent(path),
    query: [...new URLSearchParams(query)].sort(),
    body: body === "" ? {} : (JSON.parse(body) as unknown),
  };
}

/** Sends what a curl command would send, with a token that the simulator knows, to a simulator that the page furnishes. */
async function sendCurl(command: Command, page: Page): Promise<SeenRequest> {
  const { url, method, headers, body } = curlRequest(command);
  const service = await newSimulator();
  const told = programs.filter((program) => program.page === page.path);
  furnish(service, told.map(({ text }) => text).join("\n"));
  const { authorization, ...others } = headers;
  if (!url.includes("/v3/auth/tokens") && authorization === undefined) {
    expect(Object.keys(headers)).toContain("x-auth-token");
  }
  const all = { ...others, "x-auth-token": service.token };
  await service.fetch(url, { method, headers: all, ...(body !== undefined && { body }) });
  const [sent] = service.requests;
  if (!sent) throw new Error("The command sent nothing.");
  return sent;
}

const manifest = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** Why a command that is not curl cannot be typed; undefined when it can. */
function wrong(command: Command): string | undefined {
  const [program = "", first = "", second = ""] = command;
  if (program === "npm") {
    if (/^(ci|i|install)$/.test(first)) return undefined;
    const script = first === "run" ? second : first;
    return Object.hasOwn(manifest.scripts, script) ? undefined : `npm has no script ${script}`;
  }
  if (program === "npx") {
    const known = (first === "codearts-build" && second === "simulator") || ["vitest", "tsx", "jest"].includes(first);
    return known ? undefined : `npx ${first} is not known`;
  }
  return ["node", "export", "cd"].includes(program) ? undefined : `${program} is not known`;
}

describe("every shell fence can be typed", () => {
  test.each(shells)("%s", async (_, page, text) => {
    const told = programs.filter((one) => one.page === page.path && !testRunner(one.name, one.text));
    const beside: object[] = [];
    for (const program of told) {
      beside.push(...(await run(program)).requests.map(essence));
    }
    for (const command of commandsOf(text, (name) => name)) {
      if (command[0] !== "curl") {
        expect(wrong(command)).toBeUndefined();
        continue;
      }
      const sent = await sendCurl(command, page);
      expect(sent.status).toBeLessThan(300);
      expect(beside).toContainEqual(essence(sent));
    }
  });
});
