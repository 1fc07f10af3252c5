import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import * as client from "codearts-build";
import { createSimulator } from "codearts-build/simulator";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../../generator/codearts/demo/main.js";
import { Screen } from "../../../generator/codearts/demo/screen.js";
import { tell } from "../../../generator/codearts/demo/story.js";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

function output(terminal: object = {}) {
  const written: string[] = [];
  return { written, write: (text: string) => written.push(text), ...terminal };
}

/** Begins a terminal's line anew. */
const ERASE = "\r\u001B[2K";

/** What a terminal shows in the end: what was erased is gone. */
function seen(text: string): string[] {
  return text.split("\n").map((line) => stripVTControlCharacters(line.split(ERASE).at(-1) ?? ""));
}

async function show(terminal: object, env: Record<string, string>): Promise<string> {
  const { written, ...out } = output(terminal);
  await tell({ ...client, createSimulator }, new Screen(out, env));
  return written.join("");
}

describe("the demo", async () => {
  const [piped, shown, plain] = await Promise.all([
    show({}, {}),
    show({ isTTY: true, columns: 90 }, {}),
    show({ isTTY: true, columns: 30 }, { NO_COLOR: "1" }),
  ]);

  test("tells of tasks, a build, its log, outcome and artefacts, and an error", () => {
    const lines = piped.split("\n").map((line) => line.trim());
    for (const line of [
      /^The project's tasks {2}build\.showJobListByProjectId/,
      /^demo-service +build 3: success$/,
      /^demo-website +build 1: failure$/,
      /^demo-docs +never built$/,
      /^build 4 started$/,
      /^\[INFO\] BUILD SUCCESS$/,
      /^Build 4: success in \d+\.\d s$/,
      /^demo-service\.jar 1\.0\.4 +https:/,
      /^demo-service\.pom 1\.0\.4 +https:/,
      /^NotFoundError: runJob POST \/v3\/jobs\/build: 422 CB\.00031006 .* Check the id/,
    ]) {
      expect(lines).toContainEqual(expect.stringMatching(line));
    }
  });

  test("is plain text in a pipe, with a line for each step that changes", () => {
    expect(stripVTControlCharacters(piped)).toBe(piped);
    expect(piped).not.toContain("\r");
    const steps = ["Code checkout", "Build with Maven", "Upload to release repository"];
    const changes = piped.split("\n").filter((line) => line.startsWith("  > "));
    for (const step of steps) expect(changes).toContain(`  > ${step}: success`);
    expect(new Set(changes).size).toBe(changes.length);
  });

  test("has colour and a line that moves on a terminal, which stays when all is done", () => {
    expect(shown).toContain("\u001B[32m");
    const final = seen(shown);
    const progress = final.filter((line) => line.startsWith("✔ "));
    expect(progress).toEqual(["✔ Code checkout  ✔ Build with Maven  ✔ Upload to release repository  "]);
    // Otherwise the same words as in a pipe.
    // How many requests the waits take is chance, and the ids count them.
    const words = (lines: string[]): string[] =>
      lines
        .filter((line) => /^ {2}demo-|BUILD SUCCESS|NotFound/.test(line))
        .map((line) => line.replace(/request [\w-]+/, "request"));
    expect(words(final)).toEqual(words(piped.split("\n")));
  });

  test("respects NO_COLOR, and never wraps the moving line", () => {
    expect(plain.replaceAll(ERASE, "")).not.toContain("\u001B");
    const drawn = plain.split(ERASE).map((text) => text.split("\n").at(-1) ?? "");
    expect(drawn.some((line) => line.length > 0)).toBe(true);
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThan(30);
  });
});

describe("the command of the demo", () => {
  async function run(packageFolder: string) {
    let said = "";
    const terminal = { print: () => undefined, say: (text: string) => void (said += text) };
    const code = await main([], packageFolder, { output: output(), env: {} }, terminal);
    return [code, said];
  }

  test("says what to do when nothing is built", async () => {
    expect(await run(folder)).toEqual([1, "The package is not built yet. To build it: npm run generate"]);
  });

  test("runs what is built, from its files", async () => {
    const dist = join(folder, "dist");
    mkdirSync(dist);
    writeFileSync(join(dist, "index.js"), "export {};");
    writeFileSync(join(dist, "simulator.js"), "export function createSimulator() { throw new Error('loaded'); }");
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    await expect(run(folder)).rejects.toThrow("loaded");
  });
});
