// Where modules are loaded matters: Jest's jsdom has no TextEncoder and no fetch, React Native no streams, and so on. A program
// must be able to import the client there, if only to replace it by its own.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { bundleModules } from "../../generator/core/output/modules.js";
import { newFolder } from "../core/specification.js";
import { newSimulator } from "../codearts/simulator/specification.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const run = promisify(execFile);
const generated = join(projectFolder, "generated");
const loader = fileURLToPath(new URL("loadBare.js", import.meta.url));

let folder: string;
let entries: string[];
beforeAll(async () => {
  folder = newFolder();
  const naming = ["package.json", "bin/codearts-build.js"].map((path) => ({
    path,
    text: readFileSync(join(generated, path), "utf8"),
  }));
  const modules = await bundleModules(generated, naming);
  for (const { path, text } of modules) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { exports } = JSON.parse(naming[0]?.text ?? "") as { exports: Record<string, string | Record<string, string>> };
  entries = Object.values(exports)
    .flatMap((target) => (typeof target === "string" ? [] : [target.browser, target.default]))
    .filter((path) => path !== undefined);
});

/** Loads modules where only the language's own globals exist. */
async function load(...paths: string[]): Promise<string> {
  const words = ["--no-warnings", "--experimental-vm-modules", loader, ...paths];
  return (await run(process.execPath, words, { cwd: projectFolder })).stdout;
}

test("fault 25: no entry point needs a global of the runtime to be imported", async () => {
  expect(entries.length).toBeGreaterThanOrEqual(5);
  const printed = await load(...entries.map((path) => join(folder, path)));
  expect(printed.trim().split("\n")).toHaveLength(entries.length);
});

test("fault 25: a module that does need one is found", async () => {
  const file = join(folder, "needy.js");
  writeFileSync(file, "export const encoder = new TextEncoder();\n");
  await expect(load(file)).rejects.toThrow("TextEncoder is not defined");
});

test.each(["Headers", "Response", "TextDecoder", "TextEncoder"])(
  "fault 25: where there is no %s, the simulator says so",
  (name) => {
    vi.stubGlobal(name, undefined);
    expect(() => newSimulator()).toThrow(`The simulator needs ${name}, which this runtime does not have.`);
  },
);

/** The modules that a compiled module brings along, itself included. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(join(folder, path), "utf8");
  for (const [, specifier = ""] of text.matchAll(/^(?:import|export)[^"]*?"([^"]+)";$/gm)) {
    if (specifier.startsWith(".")) reached(join(dirname(path), specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}

test("no module of Node is brought along but by what needs Node", () => {
  const needing = entries.filter((path) => [...reached(path)].some((name) => name.startsWith("node:")));
  expect(needing).toEqual(["./dist/node.js"]);
  expect(reached("./dist/index.js")).toContain("openapi-fetch");
});
