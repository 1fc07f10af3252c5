// What the guide says of Jest, tried with Jest: the program and the configuration are those that the guide shows.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import install, { consumersFolder } from "../package/install.js";
import { installPackage, packPackage } from "../package/packed.js";

const page = readFileSync(join(projectFolder, "generated/docs/guides/testing-with-the-simulator.md"), "utf8");

/** The first fence of a language below a heading, without indentation. */
function fence(heading: string, language: string): string {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const [, indent = "", text = ""] = new RegExp(`^( *)\`\`\`${language}\n(.*?)^ *\`\`\``, "ms").exec(section) ?? [];
  return text.replaceAll(new RegExp(`^${indent}`, "gm"), "");
}

const program = fence("The same with Vitest", "ts").replace('from "vitest"', 'from "@jest/globals"');
/** The same as a program of Node's older kind. */
const required = program.replaceAll(/^import (\{.*\}) from (".*");$/gm, "const $1 = require($2);");
const config = JSON.parse(fence("The same with Jest", "json")) as object;

let folder: string;
beforeAll(() => {
  install();
  folder = mkdtempSync(join(tmpdir(), "jest-"));
  installPackage(packPackage(folder), folder);
  // Jest itself, and what it brings, as if it were installed there.
  for (const name of ["jest", "jest-environment-jsdom", "@jest", "@babel", "babel-jest"]) {
    symlinkSync(join(consumersFolder, "node_modules", name), join(folder, "node_modules", name));
  }
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly text: string;
}

/** Runs a test with Jest. */
async function jest(file: string, text: string, config: object, environment: NodeJS.ProcessEnv = {}): Promise<Run> {
  writeFileSync(join(folder, file), text);
  const settings = JSON.stringify({ rootDir: folder, testMatch: [`**/${file}`], ...config });
  const words = [join(consumersFolder, "node_modules/jest/bin/jest.js"), "--config", settings];
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|TEST$)/.test(name));
  const env = { ...Object.fromEntries(inherited), ...environment };
  return promisify(execFile)(process.execPath, words, { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return { code: 1, text: stdout + stderr };
    },
  );
}

const modules = { NODE_OPTIONS: "--experimental-vm-modules" };
const asModules = { transform: {}, moduleFileExtensions: ["js", "mjs"] };

describe("Jest 30", () => {
  test("runs the guide's program as ES modules", async () => {
    expect(page).toContain("NODE_OPTIONS=--experimental-vm-modules npx jest\n");
    const { code, text } = await jest("modules.test.mjs", program, asModules, modules);
    expect(text).toContain("1 passed");
    expect(code).toBe(0);
  });

  test.each([
    ["imports", program],
    ["requires", required],
  ])("runs it with the guide's configuration: %s", async (kind, source) => {
    const { code, text } = await jest(`${kind}.test.js`, source, config);
    expect(text).toContain("1 passed");
    expect(code).toBe(0);
  });

  test("needs one of them before Node 24.9", async () => {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const { code, text } = await jest("defaults.test.js", required, {});
    const isNew = major > 24 || (major === 24 && minor >= 9);
    expect(text).toContain(isNew ? "1 passed" : "ES Module");
    expect(code).toBe(isNew ? 0 : 1);
  });

  test("imports the client in jsdom, where it works with a fetch, and says so without one", async () => {
    const source = `
      import { expect, test } from "@jest/globals";
      import { CodeArtsBuild, accessKey } from "codearts-build";
      import { createSimulator } from "codearts-build/simulator";
      const credentials = accessKey({ accessKeyId: "AK", secretAccessKey: "SK" });
      const job_id = "48c66c6002964721be537cdc6ce0297b";
      const answer = { ok: true, status: 200, headers: new Map(), text: () => Promise.resolve('{"result":true}') };
      test("in jsdom", async () => {
        expect(typeof document).toBe("object");
        const fetch = () => Promise.resolve(answer);
        const build = new CodeArtsBuild({ region: "cn-north-4", credentials, fetch });
        expect(await build.showJobStatus({ job_id })).toEqual({ result: true });
        const bare = new CodeArtsBuild({ region: "cn-north-4", credentials });
        await expect(bare.showJobStatus({ job_id })).rejects.toMatchObject({
          name: "ConfigurationError",
          message: expect.stringContaining("give the option fetch"),
        });
        expect(() => createSimulator()).toThrow("@jest-environment node");
      });`;
    const { code, text } = await jest("page.test.mjs", source, { ...asModules, testEnvironment: "jsdom" }, modules);
    expect(text).toContain("1 passed");
    expect(code).toBe(0);
  });
});
