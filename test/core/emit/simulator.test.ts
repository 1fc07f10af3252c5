import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emitPackage, emitReadme } from "../../../generator/core/emit/package.js";
import { emitSimulator, isSimulated } from "../../../generator/core/emit/simulator.js";
import { projectFolder } from "../../../generator/project/inputs.js";
import { bundle } from "../../../generator/core/load/bundle.js";
import { buildModel } from "../../../generator/core/model/build.js";
import { inputOf, whole } from "../specification.js";
import { understand } from "../../../generator/core/pipeline.js";

const ours = bundle(join(projectFolder, "spec", "openapi.yaml"), projectFolder).document;
const { model: ourModel } = buildModel(ours, { types: [], members: [] });
const modules = new Map([
  ["index.ts", "export {};\n"],
  ["cli.ts", "// as it is\n"],
]);

async function other() {
  // One of them is called like one of ours.
  const operations = ["listThings", "listTemplates", "showThing"].map(
    (id) => `  /${id}:\n    get: { operationId: ${id}, x-retry: safe, responses: { "204": { description: Done } } }\n`,
  );
  const { model } = await understand(inputOf(whole(`paths:\n${operations.join("")}`)));
  if (!model) throw new Error("the other document has problems");
  return model;
}

describe("for the service that is simulated", () => {
  const files = emitSimulator(ourModel, ours, modules);
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";

  test("the entry point, the command and the modules, these byte for byte", () => {
    expect(files.map(({ path, executable = false }) => `${path}${executable ? " *" : ""}`)).toEqual([
      "src/simulatorData.ts",
      "src/simulator.ts",
      "src/cli.ts",
      "bin/codearts-build.js *",
      "simulator-seed.schema.json",
      "src/simulator/index.ts",
      "src/simulator/cli.ts",
    ]);
    expect(textOf("src/simulator/cli.ts")).toBe("// as it is\n");
    expect(textOf("src/simulator.ts")).toContain(
      "export function createSimulator(options: SimulatorOptions = {}): Simulator",
    );
    // npm needs the interpreter in the first line, and a file that is there before anything is built.
    expect(textOf("bin/codearts-build.js")).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(textOf("bin/codearts-build.js")).toContain('import "../dist/cli.js";');
  });

  test("data of every operation", () => {
    const data = textOf("src/simulatorData.ts");
    for (const { id } of ourModel.operations) expect(data).toContain(`id: "${id}"`);
    expect(data).toContain("errors: errorMeanings,");
  });

  test("an entry point and a command in package.json", () => {
    const { exports, bin, files: packed } = JSON.parse(emitPackage("1.0.0", isSimulated(ourModel)).text) as Manifest;
    expect(exports["./simulator"]).toEqual({ types: "./dist/simulator.d.ts", default: "./dist/simulator.js" });
    expect(bin).toEqual({ "codearts-build": "bin/codearts-build.js" });
    expect(packed).toContain("bin");
  });

  test("a word about it in the README", () => {
    expect(emitReadme(ourModel).text).toContain("createSimulator");
  });
});

interface Manifest {
  exports: Record<string, unknown>;
  bin?: object;
  files: string[];
}

test("another document gets a package without it", async () => {
  const model = await other();
  expect(isSimulated(model)).toBe(false);
  expect(emitSimulator(model, {}, modules)).toEqual([]);
  const manifest = JSON.parse(emitPackage("1.0.0", isSimulated(model)).text) as Manifest;
  expect([Object.keys(manifest.exports), manifest.bin, manifest.files]).toEqual([
    [".", "./raw", "./node", "./package.json"],
    undefined,
    expect.not.arrayContaining(["bin"]) as string[],
  ]);
  expect(emitReadme(model).text).not.toContain("imulator");
});

/** Everything that a module of the package imports, directly or not. */
function reached(entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.startsWith("generated/")) return;
    for (const { fileName } of ts.preProcessFile(readFileSync(join(projectFolder, path), "utf8"), true, true)
      .importedFiles) {
      visit(fileName.startsWith(".") ? posix.join(dirname(path), fileName).replace(/\.js$/, ".ts") : fileName);
    }
  };
  visit(entry);
  return found;
}

describe("what an entry point brings along", () => {
  const own = (paths: Set<string>): string[] => [...paths].filter((path) => !path.startsWith("generated/"));

  test("createSimulator runs in browsers and Workers: nothing of Node, no package", () => {
    const paths = reached("generated/src/simulator.ts");
    expect(own(paths)).toEqual([]);
    expect(paths).toContain("generated/src/simulator/service.ts");
  });

  test("the command is what needs Node", () => {
    expect(own(reached("generated/src/cli.ts")).sort()).toEqual([
      "node:fs/promises",
      "node:http",
      "node:stream/consumers",
      "node:util",
    ]);
  });
});
