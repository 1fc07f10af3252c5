import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OutputFile } from "../emit/file.js";
import { reachedFrom } from "../lib/imports.js";
import { bundleModules } from "./modules.js";
import { listFiles, writeFolder } from "./write.js";

/** The settings under which the package is compiled: strict enough for any consumer. */
export const settings = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  types: ["node"],
  newLine: "lf",
  declaration: true,
  // The modules themselves are made by the bundler.
  emitDeclarationOnly: true,
  noEmitOnError: true,
  rootDir: "src",
  outDir: "dist",
};

/** The compiler's output, or its complaints. */
export interface Compiled {
  /** Paths from the package's folder: `dist/index.js`. */
  readonly files: readonly OutputFile[];
  readonly errors: readonly string[];
}

/**
 * Compiles the package's sources in a folder of their own, so that an error is known before anything is written where the
 * package belongs. What is installed for the generator is found from there. With `checkLibraries`, the declarations of
 * libraries are checked too, as some consumers do.
 */
export async function compilePackage(files: readonly OutputFile[], checkLibraries = false): Promise<Compiled> {
  // Its real path: the bundler uses that for what it reads.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "compile-")));
  try {
    const compilerOptions = { ...settings, skipLibCheck: !checkLibraries };
    const project = { path: "tsconfig.json", text: JSON.stringify({ compilerOptions, include: ["src/**/*.ts"] }) };
    const manifest = { path: "package.json", text: '{ "type": "module" }' };
    writeFolder(folder, [...files.filter(({ path }) => path.startsWith("src/")), manifest, project]);
    symlinkSync(installed, join(folder, "node_modules"), "junction");
    const errors = await runCompiler(folder);
    if (errors.length > 0) return { files: [], errors };
    const declarations = published(readDeclarations(folder), files);
    return { files: [...declarations, ...(await bundleModules(folder, files))], errors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readDeclarations(folder: string): OutputFile[] {
  return listFiles(join(folder, "dist")).map((name) => {
    const path = `dist/${name}`;
    return { path, text: readFileSync(join(folder, path), "utf8") };
  });
}

/** The declarations that the manifest's entry points lead to: no program sees the others. All of them without a manifest. */
function published(declarations: readonly OutputFile[], files: readonly OutputFile[]): OutputFile[] {
  const manifest = files.find(({ path }) => path === "package.json");
  if (manifest === undefined) return [...declarations];
  const texts = new Map(declarations.map(({ path, text }) => [path, text]));
  const starts = [...manifest.text.matchAll(/\bdist\/[\w/]+\.d\.ts\b/g)].map(([path]) => path);
  const found = reachedFrom(starts, texts, ".d.ts");
  return declarations.filter(({ path }) => found.has(path));
}

/** The folder of the installed packages: the dependency of the generated one is there. */
const installed = dirname(dirname(createRequire(import.meta.url).resolve("openapi-fetch/package.json")));

/** The compiler in machine code: much faster than the one in JavaScript. */
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript-native/package.json")), "bin", "tsc");

function runCompiler(folder: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const words = [compiler, "-p", folder, "--pretty", "false"];
    execFile(process.execPath, words, { cwd: folder, maxBuffer: 2 ** 28 }, (failure, stdout, stderr) => {
      const errors = readErrors(stdout);
      // With codes 1 and 2 the compiler says that it has found errors.
      if (failure === null || errors.length > 0) resolve(errors);
      else reject(new Error(`The compiler did not run: ${stderr || failure.message}`));
    });
  });
}

/** One text for each complaint: `src/index.ts:1:14: Type 'number' is ...`. */
function readErrors(printed: string): string[] {
  const found: string[] = [];
  for (const line of printed.split(/\r?\n/)) {
    const [, path, row, column, message] = /^(?:(.+)\((\d+),(\d+)\): )?error TS\d+: (.*)$/.exec(line) ?? [];
    if (message !== undefined) found.push(path === undefined ? message : `${path}:${row}:${column}: ${message}`);
    // An indented line continues the complaint before it.
    else if (line.startsWith(" ") && found.length > 0) found.push(`${found.pop() ?? ""} ${line.trim()}`);
  }
  return found;
}
