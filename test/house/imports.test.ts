import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { listTree, projectFolder } from "../../generator/project/inputs.js";

/** What each part of the project may import: folders and files of the project, and packages. */
const rules: ReadonlyArray<{ of: string; except?: readonly string[]; mayImport: readonly string[] }> = [
  {
    of: "scripts/",
    mayImport: [
      "generator/",
      "test/deep/mutants/",
      "test/deep/",
      "test/deep/runtimes/",
      "test/deep/bench/",
      "test/browser/",
      "node:",
    ],
  },
  { of: "generator/project/generate.ts", mayImport: ["generator/", "node:"] },
  {
    of: "generator/core/pipeline.ts",
    mayImport: [
      "generator/core/load/",
      "generator/core/model/",
      "generator/core/emit/",
      "generator/core/lib/",
      "generator/core/problems.ts",
      "generator/project/project.ts",
      "node:path",
    ],
  },
  {
    of: "generator/core/load/",
    mayImport: [
      "generator/core/load/",
      "generator/core/lib/",
      "generator/core/problems.ts",
      "node:",
      "yaml",
      "@scalar/openapi-upgrader",
    ],
  },
  { of: "generator/core/model/types.ts", mayImport: ["generator/core/lib/json.ts"] },
  {
    of: "generator/core/model/",
    mayImport: ["generator/core/model/", "generator/core/lib/", "generator/core/problems.ts"],
  },
  {
    of: "generator/core/emit/",
    except: ["generator/core/emit/schema.ts", "generator/core/emit/spec.ts", "generator/core/emit/simulator"],
    mayImport: [
      "generator/core/emit/",
      "generator/core/lib/",
      "generator/core/model/types.ts",
      "generator/core/model/resolve.ts",
      // The type of what it emits.
      "generator/runtime/descriptor.ts",
    ],
  },
  {
    of: "generator/core/emit/simulator",
    mayImport: ["generator/core/emit/", "generator/core/lib/", "generator/core/model/types.ts", "generator/simulator/"],
  },
  {
    of: "generator/simulator/",
    // The port is Node's; the rest runs wherever the client does.
    except: ["generator/simulator/cli.ts", "generator/simulator/server.ts"],
    mayImport: ["generator/simulator/", "generator/runtime/"],
  },
  { of: "generator/codearts/demo/", mayImport: ["generator/codearts/demo/", "codearts-build", "node:"] },
  {
    of: "generator/core/lib/",
    except: ["generator/core/lib/source.ts"],
    mayImport: ["generator/core/lib/", "node:crypto"],
  },
  {
    of: "generator/site/",
    mayImport: [
      "generator/site/",
      "generator/core/emit/",
      "generator/core/lib/",
      "generator/core/model/types.ts",
      "generator/project/inputs.ts",
      "generator/core/pipeline.ts",
      "generator/core/problems.ts",
      "generator/project/project.ts",
      "generator/core/output/ownership.ts",
      "generator/core/output/write.ts",
      "marked",
      "node:",
    ],
  },
  {
    of: "generator/core/output/",
    mayImport: [
      "generator/core/output/",
      "generator/core/emit/file.ts",
      "generator/project/inputs.ts",
      "generator/core/lib/",
      "node:",
      "rolldown",
    ],
  },
  {
    of: "generator/changes/",
    mayImport: [
      "generator/changes/",
      "generator/core/emit/",
      "generator/project/inputs.ts",
      "generator/core/lib/",
      "generator/core/load/",
      "generator/project/generate.ts",
      "generator/core/model/",
      "generator/core/output/",
      "generator/core/problems.ts",
      "generator/project/project.ts",
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
  "ts-morph": ["generator/core/lib/source.ts"],
  "@scalar/openapi-upgrader": ["generator/core/load/upgrade.ts"],
  "openapi-typescript": ["generator/core/emit/schema.ts"],
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
