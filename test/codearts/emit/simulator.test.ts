import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emitPackage, emitReadme } from "../../../generator/core/emit/package.js";
import { emitSimulator } from "../../../generator/codearts/emit/simulator.js";
import { projectFolder } from "../../../generator/project/folder.js";
import { ownSpecification } from "../../site/model.js";

const { model, document } = ownSpecification();

describe("the simulator in the package", () => {
  const files = emitSimulator(model, document);
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";

  test("the entry point and the command", () => {
    expect(files.map(({ path, executable = false }) => `${path}${executable ? " *" : ""}`)).toEqual([
      "src/simulatorData.ts",
      "src/simulator.ts",
      "src/cli.ts",
      "bin/codearts-build.js *",
      "simulator-seed.schema.json",
    ]);
    expect(textOf("src/simulator.ts")).toContain(
      "export function createSimulator(options: SimulatorOptions = {}): Simulator",
    );
    // npm needs the interpreter in the first line, and a file that is there before anything is built.
    expect(textOf("bin/codearts-build.js")).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(textOf("bin/codearts-build.js")).toContain('import "../dist/cli.js";');
  });

  test("data of every operation", () => {
    const data = textOf("src/simulatorData.ts");
    for (const { id } of model.operations) expect(data).toContain(`id: "${id}"`);
    expect(data).toContain("errors: errorMeanings,");
  });

  test("an entry point and a command in package.json", () => {
    const {
      exports,
      bin,
      files: packed,
    } = JSON.parse(emitPackage(model.product, "1.0.0", model.product.extras?.(model, document)).text) as Manifest;
    expect(exports["./simulator"]).toEqual({ types: "./dist/simulator.d.ts", default: "./dist/simulator.js" });
    expect(bin).toEqual({ "codearts-build": "bin/codearts-build.js" });
    expect(packed).toContain("bin");
  });

  test("a word about it in the README", () => {
    expect(emitReadme(model).text).toContain("createSimulator");
  });
});

interface Manifest {
  exports: Record<string, unknown>;
  bin?: object;
  files: string[];
}

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
    expect(paths).toContain("generated/src/codearts/simulator/service.ts");
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
