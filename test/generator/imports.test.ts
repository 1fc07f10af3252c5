import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { listTree, projectFolder } from "../../generator/inputs.js";

/** What each part of the project may import: folders and files of the project, and packages. */
const rules: ReadonlyArray<{ of: string; except?: readonly string[]; mayImport: readonly string[] }> = [
  {
    of: "scripts/",
    mayImport: ["generator/", "test/mutants/", "test/deep/", "test/runtimes/", "test/bench/", "test/browser/", "node:"],
  },
  { of: "generator/main.ts", mayImport: ["generator/", "node:"] },
  {
    of: "generator/pipeline.ts",
    mayImport: [
      "generator/load/",
      "generator/model/",
      "generator/emit/",
      "generator/lib/",
      "generator/problems.ts",
      "generator/project.ts",
      "node:path",
    ],
  },
  {
    of: "generator/load/",
    mayImport: [
      "generator/load/",
      "generator/lib/",
      "generator/problems.ts",
      "node:",
      "yaml",
      "@scalar/openapi-upgrader",
    ],
  },
  { of: "generator/model/types.ts", mayImport: ["generator/lib/json.ts"] },
  { of: "generator/model/", mayImport: ["generator/model/", "generator/lib/", "generator/problems.ts"] },
  {
    of: "generator/emit/",
    except: ["generator/emit/schema.ts", "generator/emit/spec.ts", "generator/emit/simulator"],
    mayImport: [
      "generator/emit/",
      "generator/lib/",
      "generator/model/types.ts",
      "generator/model/resolve.ts",
      // The type of what it emits.
      "generator/runtime/descriptor.ts",
    ],
  },
  {
    of: "generator/emit/simulator",
    mayImport: ["generator/emit/", "generator/lib/", "generator/model/types.ts", "generator/simulator/"],
  },
  {
    of: "generator/simulator/",
    // The port is Node's; the rest runs wherever the client does.
    except: ["generator/simulator/cli.ts", "generator/simulator/server.ts"],
    mayImport: ["generator/simulator/", "generator/runtime/"],
  },
  { of: "generator/demo/", mayImport: ["generator/demo/", "codearts-build", "node:"] },
  { of: "generator/lib/", except: ["generator/lib/source.ts"], mayImport: ["generator/lib/", "node:crypto"] },
  {
    of: "generator/site/",
    mayImport: [
      "generator/site/",
      "generator/emit/",
      "generator/lib/",
      "generator/model/types.ts",
      "generator/inputs.ts",
      "generator/pipeline.ts",
      "generator/problems.ts",
      "generator/project.ts",
      "generator/output/ownership.ts",
      "generator/output/write.ts",
      "marked",
      "node:",
    ],
  },
  {
    of: "generator/output/",
    mayImport: [
      "generator/output/",
      "generator/emit/file.ts",
      "generator/inputs.ts",
      "generator/lib/",
      "node:",
      "rolldown",
    ],
  },
  {
    of: "generator/changes/",
    mayImport: [
      "generator/changes/",
      "generator/emit/",
      "generator/inputs.ts",
      "generator/lib/",
      "generator/load/",
      "generator/main.ts",
      "generator/model/",
      "generator/output/",
      "generator/problems.ts",
      "generator/project.ts",
      "node:",
      "typescript",
    ],
  },
  {
    of: "generator/runtime/",
    except: ["generator/runtime/node.ts", "generator/runtime/save.ts", "generator/runtime/target.ts"],
    mayImport: ["generator/runtime/", "openapi-fetch"],
  },
  {
    of: "generated/src/",
    except: ["generated/src/runtime/", "generated/src/simulator/"],
    mayImport: ["generated/src/"],
  },
];

/** Packages that exactly one file may import: replacing one is a change to that file. */
const singleImporters: Readonly<Record<string, readonly string[]>> = {
  marked: ["generator/site/plain.ts"],
  "ts-morph": ["generator/lib/source.ts"],
  "@scalar/openapi-upgrader": ["generator/load/upgrade.ts"],
  "openapi-typescript": ["generator/emit/schema.ts"],
  "openapi-fetch": ["generator/runtime/call.ts", "generator/runtime/raw.ts"],
};

function sources(folder: string): string[] {
  return listTree(join(projectFolder, folder))
    .filter((path) => path.endsWith(".ts") && !/(^|\/)(dist|node_modules)\//.test(path))
    .map((path) => `${folder}/${path}`);
}

/** What a file imports: packages by name, files by their path in the project. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(projectFolder, path), "utf8");
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return specifiers.map((specifier) =>
    specifier.startsWith(".") ? posix.join(dirname(path), specifier).replace(/\.js$/, ".ts") : specifier,
  );
}

const files = ["generator", "scripts", "generated", "test"].flatMap(sources);
const imports = new Map(files.map((path) => [path, importsOf(path)]));

describe("imports go one way", () => {
  test.each(rules)("of $of", ({ of, except = [], mayImport }) => {
    const covered = files.filter((path) => path.startsWith(of) && !except.some((other) => path.startsWith(other)));
    expect(covered.length).toBeGreaterThan(0);
    const wrong = covered.flatMap((path) =>
      (imports.get(path) ?? [])
        .filter((name) => !mayImport.some((allowed) => name.startsWith(allowed)))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("nothing imports a test or a script", () => {
    const wrong = files
      .filter((path) => !path.startsWith("test/") && !path.startsWith("scripts/"))
      .flatMap((path) =>
        (imports.get(path) ?? [])
          .filter((name) => /^(test|scripts)\//.test(name))
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(singleImporters))("%s has one importer", (name, allowed) => {
    const importers = files.filter((path) => path.startsWith("generator/") && imports.get(path)?.includes(name));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((path) => !allowed.includes(path))).toEqual([]);
  });
});
