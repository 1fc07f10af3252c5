import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { bundleModules } from "../../generator/core/output/modules.js";
import { newFolder } from "../core/specification.js";

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly types: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts?: object;
  readonly dependencies: Readonly<Record<string, string>>;
}

const generated = join(projectFolder, "generated");
const manifest = JSON.parse(readFileSync(join(generated, "package.json"), "utf8")) as Manifest;
const declarations = listTree(join(generated, "src")).map((path) => `dist/${path.replace(/\.ts$/, ".d.ts")}`);
const sources = listTree(join(generated, "src")).map((path) => `src/${path}`);
const files = ["package.json", "bin/codearts-build.js", ...sources].map((path) => ({
  path,
  text: readFileSync(join(generated, path), "utf8"),
}));
const modules = new Map((await bundleModules(generated, files)).map(({ path, text }) => [path, text]));
const compiled = [...modules.keys(), ...declarations];

/** What npm packs after a build, by its path: what is committed, compiled modules, and what else lies around then. */
function packedFiles(): string[] {
  const folder = newFolder();
  const own = (path: string): boolean => !/[/\\]generated[/\\](dist|site|node_modules)$/.test(path);
  cpSync(generated, folder, { recursive: true, filter: own });
  for (const path of [...compiled, "dist/.built", "site/index.html", "codearts-build-0.0.1.tgz"]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "");
  }
  const command = ["pack", "--dry-run", "--json", "--ignore-scripts", "--silent"];
  const printed = execFileSync("npm", command, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [packed] = JSON.parse(printed) as Array<{ files: Array<{ path: string }> }>;
  return (packed?.files ?? []).map(({ path }) => path);
}

const packed = packedFiles();

test("the package holds what its users read and run, and nothing else", () => {
  const code = packed.filter((path) => path.startsWith("dist/"));
  expect(code.sort()).toEqual([...compiled].sort());
  const rest = packed.filter((path) => !path.startsWith("dist/") && !path.startsWith("docs/"));
  expect(rest.sort()).toEqual([
    "LICENSE",
    "README.md",
    "bin/codearts-build.js",
    "openapi.json",
    "openapi.yaml",
    "package.json",
    "simulator-seed.schema.json",
  ]);
  const docs = packed.filter((path) => path.startsWith("docs/"));
  expect(docs).toContain("docs/runJob.md");
});

test("every entry point, every type and the program are in it", () => {
  const targets = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  expect(Object.keys(manifest.exports)).toEqual([".", "./raw", "./node", "./simulator", "./package.json"]);
  const named = [...targets, manifest.types, ...Object.values(manifest.bin)].map((path) => path.replace(/^\.\//, ""));
  expect(named.filter((path) => !packed.includes(path))).toEqual([]);
});

test("the program that npm links starts the compiled command line", () => {
  const text = readFileSync(join(generated, manifest.bin["codearts-build"] ?? ""), "utf8");
  expect(text.startsWith("#!/usr/bin/env node\n")).toBe(true);
  const imported = /^import "\.\.\/(.*)";$/m.exec(text)?.[1];
  expect(packed).toContain(imported);
});

test("installing it runs nothing, and brings one library", () => {
  expect(manifest.scripts).toBeUndefined();
  expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
});

test("types come first in every entry: a compiler takes the first that fits", () => {
  for (const entry of Object.values(manifest.exports)) {
    if (typeof entry === "string") continue;
    const conditions = Object.keys(entry);
    expect([conditions[0], conditions.at(-1)]).toEqual(["types", "default"]);
  }
});

/** The modules of the package that a module loads, itself first. */
function loadedBy(path: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(path)) return loaded;
  loaded.add(path);
  const imports = [...(modules.get(path) ?? "").matchAll(/^(?:.* from|import) "(\..*?)";$/gm)];
  for (const [, target = ""] of imports) loadedBy(posix.join(posix.dirname(path), target), loaded);
  return loaded;
}

test("an import opens a few files: each costs time when a program starts", () => {
  const [raw, index, simulator] = ["raw", "index", "simulator"].map((name) => loadedBy(`dist/${name}.js`));
  expect([...(raw ?? []), ...(index ?? [])].filter((path) => !modules.has(path))).toEqual([]);
  expect([raw?.size, index?.size]).toEqual([2, 2]);
  // What only the simulator needs is no part of the client's files.
  const alone = [...(simulator ?? [])].filter((path) => !index?.has(path));
  expect(alone.length).toBeGreaterThan(1);
});
