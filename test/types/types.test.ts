import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = join(root, "test/types/usage.ts");
const entry = (name: string): string[] => [join(root, `generated/src/${name}.ts`)];

function problemsOf(text: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    paths: {
      "codearts-build": entry("index"),
      "codearts-build/node": entry("node"),
      "codearts-build/raw": entry("raw"),
    },
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (name === file ? text : read(name));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const usage = readFileSync(file, "utf8");

test("what a user types compiles, and each misuse is an error", () => {
  expect(problemsOf(usage)).toEqual([]);
});

test("the errors that a user sees name what is wrong", () => {
  const shown = problemsOf(usage.replaceAll("@ts-expect-error", "expected"));
  expect(shown).toHaveLength(usage.split("@ts-expect-error").length - 1);
  for (const words of [
    /Property 'job_id' is missing/,
    /'branch' does not exist in type 'RunJobRequest'/,
    /"TRACE"/,
    /'startJob' does not exist/,
  ]) {
    expect(shown.join("\n")).toMatch(words);
  }
});
