import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { installPackage, packPackage, packedSizeWithoutDocs } from "../package/packed.js";
import { entriesIn, userOptions } from "../package/entries.js";
import { printSurface } from "../package/surface.js";
import install, { consumersFolder } from "../package/install.js";

const run = promisify(execFile);
const entryPoints = ["codearts-build", "codearts-build/raw", "codearts-build/node", "codearts-build/simulator"];

let folder: string;
let tarball: string;
let project: string;

beforeAll(() => {
  install();
  folder = mkdtempSync(join(tmpdir(), "package-"));
  tarball = packPackage(folder);
  project = join(folder, "project");
  installPackage(tarball, project);
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a command prints, with its exit code. */
async function outputOf(file: string, words: readonly string[]): Promise<{ code: number; text: string }> {
  return run(file, [...words], { cwd: project }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
}

const check = (name: string): string => join(consumersFolder, "node_modules", ".bin", name);

describe("the checks that package authors run", () => {
  test("publint finds nothing", async () => {
    const { code, text } = await outputOf(check("publint"), ["run", tarball, "--strict"]);
    expect(text).toContain("All good!");
    expect(code).toBe(0);
  });

  test("attw finds nothing in a package that is ESM only", async () => {
    const words = [tarball, "--profile", "esm-only", "--format", "json"];
    const { code, text } = await outputOf(check("attw"), words);
    const { analysis, problems } = JSON.parse(text) as {
      analysis: { entrypoints: Record<string, unknown> };
      problems?: Record<string, Array<{ kind: string }>>;
    };
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./raw", "./node", "./simulator", "./package.json"]);
    // What the profile sets aside is still listed: CommonJS has to `import()`, and the oldest resolution knows no exports.
    const kinds = Object.keys(problems ?? {}).sort();
    expect(kinds.filter((kind) => kind !== "CJSResolvesToESM" && kind !== "NoResolution")).toEqual([]);
    expect(code).toBe(0);
  });

  // Types, declarations and both forms of the document grow with the API; the engine and the simulator do not.
  test("at most 100 kB and 3 kB an operation are downloaded, the documentation aside", () => {
    const bytes = packedSizeWithoutDocs(folder);
    const { paths } = JSON.parse(readFileSync(join(projectFolder, "generated/openapi.json"), "utf8")) as {
      paths: Record<string, object>;
    };
    const operations = Object.values(paths).flatMap((item) => Object.keys(item)).length;
    console.log(`${bytes} bytes packed without docs/, of ${operations} operations`);
    expect(bytes).toBeLessThanOrEqual(100_000 + 3_000 * operations);
  });
});

describe("every entry point loads", () => {
  test.each(entryPoints)("by import and by require: %s", (name) => {
    const print = "process.stdout.write(JSON.stringify(Object.keys(it).sort()))";
    const evaluate = (type: string, text: string): unknown => {
      const words = [`--input-type=${type}`, "--eval", text];
      const printed = execFileSync(process.execPath, words, {
        cwd: project,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      return JSON.parse(printed);
    };
    const imported = evaluate("module", `import * as it from "${name}"; ${print}`);
    const required = evaluate("commonjs", `const it = require("${name}"); ${print}`);
    expect(imported).not.toEqual([]);
    expect(required).toEqual(imported);
  });
});

test("the compiled declarations export what the sources do", () => {
  const compiled = printSurface(entriesIn("declarations"), userOptions);
  expect(compiled).toBe(printSurface(entriesIn("sources"), userOptions));
});

test("the program runs where it is installed", async () => {
  const { code, text } = await outputOf(join(project, "node_modules", ".bin", "codearts-build"), ["--help"]);
  expect(text).toContain("codearts-build");
  expect(code).toBe(0);
});

const compilers = ["5.4", "5.9", "6", "7"];
const resolutions = [
  { moduleResolution: "bundler", module: "preserve" },
  { moduleResolution: "nodenext", module: "nodenext" },
];
const platforms = [
  { platform: "DOM", lib: ["ES2022", "DOM"], types: [] },
  { platform: "@types/node", lib: ["ES2022"], types: ["node"] },
];
const settings = resolutions.flatMap((resolution) =>
  platforms.flatMap(({ platform, ...globals }) =>
    [true, false].map((exactOptionalPropertyTypes) => ({
      title: `${resolution.moduleResolution}, ${platform}${exactOptionalPropertyTypes ? ", exact" : ""}`,
      options: { ...resolution, ...globals, exactOptionalPropertyTypes },
    })),
  ),
);

/** What a compiler says of a program, and of all declarations that it reaches. */
async function compile(compiler: string, program: string, title: string, options: object): Promise<string> {
  const config = {
    compilerOptions: {
      target: "ES2022",
      strict: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      typeRoots: [join(consumersFolder, "node_modules", "@types")],
      ...options,
    },
    files: [program],
  };
  const file = join(project, `tsconfig.${compiler}.${title.replaceAll(/\W+/g, "-")}.json`);
  writeFileSync(file, JSON.stringify(config));
  const tsc = join(consumersFolder, "node_modules", `typescript-${compiler}`, "bin", "tsc");
  const { code, text } = await outputOf(process.execPath, [tsc, "--project", file]);
  return code === 0 ? "" : text;
}

describe.each(compilers)("under TypeScript %s a user's program, all declarations checked,", (compiler) => {
  test.each(settings)("compiles: $title", async ({ title, options }) => {
    expect(await compile(compiler, "consumer.ts", title, options)).toBe("");
  });

  test("a misuse is an error", async () => {
    const text = `import type { RunJobRequest } from "codearts-build";
export const request: RunJobRequest = { job_id: 1 };
`;
    writeFileSync(join(project, "misuse.ts"), text);
    const options = { module: "nodenext", lib: ["ES2022", "DOM"], types: [] };
    const found = await compile(compiler, "misuse.ts", "misuse", options);
    expect(found).toContain("misuse.ts(2,41): error TS2322: Type 'number' is not assignable to type 'string'.");
  });
});
