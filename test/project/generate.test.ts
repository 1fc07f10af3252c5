import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { notice } from "../../generator/core/emit/file.js";
import { projectFolder } from "../../generator/project/folder.js";
import { main } from "../../generator/project/generate.js";
import { listFiles } from "../../generator/core/output/write.js";
import { folderOf, newFolder, whole } from "../core/specification.js";

const mini = join(projectFolder, "test", "fixtures", "mini");

/** Runs the command line and keeps what it prints. */
async function run(...words: string[]): Promise<{ code: number; data: string; words: string[] }> {
  let data = "";
  const said: string[] = [];
  const code = await main(words, { print: (text) => void (data += text), say: (text) => void said.push(text) });
  return { code, data, words: said.flatMap((text) => text.split("\n")) };
}

describe("misuse exits 2 and says how it is used", () => {
  test.each([
    [["--frobnicate"], "Unknown option '--frobnicate'"],
    [["extra"], "Unexpected argument 'extra'"],
    [["--only"], "Option '--only <value>' argument missing"],
    [["--check", "--dump-model"], "--check, --only, --dump-model and --watch exclude each other."],
    [["--spec", "nowhere"], "There is no nowhere."],
    [["--spec", "generator"], "There is no openapi.yaml, openapi.yml or openapi.json in generator."],
  ])("%j", async (words, wanted) => {
    const { code, data, words: said } = await run(...words);
    expect([code, data]).toEqual([2, ""]);
    expect(said[0]).toContain(wanted);
    expect(said).toContain("Usage: npm run generate [-- <options>]");
  });

  test("--help is no misuse", async () => {
    const { code, data } = await run("--help");
    expect(code).toBe(0);
    expect(data).toContain("--only <operationId>");
  });
});

describe("the model and single operations are data on stdout", () => {
  test("--dump-model prints JSON", async () => {
    const { code, data } = await run("--spec", mini, "--dump-model");
    const model = JSON.parse(data) as { operations: Array<{ id: string }> };
    expect([code, model.operations.map(({ id }) => id)]).toEqual([
      0,
      ["listCrates", "createCrate", "downloadLabel", "dropCrate", "createToken"],
    ]);
  });

  test("--only prints what one operation makes", async () => {
    const { code, data } = await run("--spec", mini, "--only", "dropCrate");
    expect(code).toBe(0);
    expect(data).toContain("export const dropCrate = {");
    expect(data).toContain("dropCrate(request: DropCrateRequest, options?: CallOptions): ApiPromise<void>");
  });

  test("--only with an unknown operation proposes one", async () => {
    const { code, data, words } = await run("--spec", mini, "--only", "dropcrate");
    expect([code, data, words.at(-1)]).toEqual([2, "", "There is no operation dropcrate; did you mean `dropCrate`?"]);
  });
});

test("problems are all printed, exit 1, and nothing is written", async () => {
  const specification = folderOf(
    whole(
      'paths:\n  /a:\n    get: { operationId: a, x-retry: no, x-empty: 2, responses: { "204": { description: A } } }\n',
    ),
  );
  const output = folderOf({ "kept.txt": "kept", "src/index.ts": `// ${notice}` });
  const { code, data, words } = await run("--spec", specification, "--out", output);
  expect([code, data]).toEqual([1, ""]);
  expect(words.filter((line) => line.includes("openapi.yaml:"))).toEqual([
    expect.stringMatching(/openapi\.yaml:5:37 a: x-retry is "no"; write `safe` or `never`$/),
    expect.stringMatching(/openapi\.yaml:5:50 a: x-empty is 2; write `true`, or leave it out$/),
  ]);
  expect(words.at(-1)).toBe("2 problems. Nothing was written.");
  expect(listFiles(output)).toEqual(["kept.txt", "src/index.ts"]);
});

test("generating, checking, and mending", { timeout: 120_000 }, async () => {
  const output = newFolder();
  const generate = ["--spec", mini, "--out", output];
  const first = await run(...generate);
  expect([first.code, first.data]).toEqual([0, ""]);
  expect(first.words.map((line) => line.split(" ")[0])).toEqual([
    "load",
    "model",
    "emit",
    "lint",
    "compile",
    "write",
    "dist",
  ]);
  for (const line of first.words) expect(line).toMatch(/^\w+ +\d+\.\d\d s {2}\S/);
  expect(existsSync(join(output, "dist", "index.d.ts"))).toBe(true);
  expect((await run(...generate)).words).toEqual([
    expect.stringMatching(/^check .* nothing changed since the last run$/),
  ]);
  expect((await run(...generate, "--check")).code).toBe(0);

  appendFileSync(join(output, "src", "client.ts"), "// edited by hand\n");
  rmSync(join(output, "docs", "errors.md"));
  rmSync(join(output, "dist", "index.js"));
  mkdirSync(join(output, "src", "more"));
  writeFileSync(join(output, "src", "more", "own.ts"), "");
  const checked = await run(...generate, "--check");
  expect(checked.code).toBe(1);
  expect(checked.words.slice(-4).map((line) => line.replace(/(?<= )\S*generator-\w+\//, ""))).toEqual([
    "missing  docs/errors.md",
    "changed  src/client.ts",
    "extra    src/more/own.ts",
    "3 files not as the specification makes them. To correct that: npm run generate",
  ]);
  expect(existsSync(join(output, "docs", "errors.md"))).toBe(false);

  const corrected = await run(...generate);
  expect(corrected.words.find((line) => line.startsWith("write"))).toMatch(
    / 1 new, 1 changed, 1 deleted, \d+ as before: docs\/errors.md, src\/client.ts, src\/more\/own.ts$/,
  );
  expect(corrected.words.find((line) => line.startsWith("dist"))).toContain(" 1 new");
  expect((await run(...generate, "--check")).code).toBe(0);
  expect(readFileSync(join(output, "src", "runtime", "descriptor.ts"))).toEqual(
    readFileSync(join(projectFolder, "generator", "runtime", "descriptor.ts")),
  );
});
