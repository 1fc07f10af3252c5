import { execFile } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { writeFolder } from "../../generator/core/output/write.js";
import { generate } from "../../generator/core/pipeline.js";
import { readIngredients } from "../../generator/project/project.js";
import { newFolder } from "./specification.js";

const run = promisify(execFile);
const specification = join(projectFolder, "test", "fixtures", "mini");

async function filesOf(shownFrom: string): Promise<ReadonlyArray<{ path: string; text: string }>> {
  const generated = await generate({ specification, shownFrom, project: readIngredients(), report: () => undefined });
  if (generated.problems !== undefined) throw new Error(JSON.stringify(generated.problems));
  return generated.files;
}

test("two runs, another locale, time zone and folder make the same bytes", { timeout: 240_000 }, async () => {
  const first = await filesOf(projectFolder);
  expect(await filesOf(newFolder())).toEqual(first);
  const output = newFolder();
  writeFolder(output, first);
  const program = join(projectFolder, "node_modules", ".bin", "tsx");
  const words = [join(projectFolder, "scripts", "generate.ts"), "--spec", specification, "--out", output, "--check"];
  const env = { ...process.env, LC_ALL: "tr_TR.UTF-8", LANG: "sv_SE.UTF-8", TZ: "Pacific/Kiritimati" };
  const { stderr } = await run(program, words, { cwd: newFolder(), env });
  expect(stderr).toContain("is what the specification makes.");
});

test(
  "a specification checked out with another machine's line endings makes the same bytes",
  { timeout: 240_000 },
  async () => {
    const first = await filesOf(projectFolder);
    const folder = newFolder();
    cpSync(specification, folder, { recursive: true });
    for (const path of listTree(folder)) {
      const text = readFileSync(join(folder, path), "utf8");
      writeFileSync(join(folder, path), text.replaceAll("\n", "\r\n"));
    }
    const input = { specification: folder, shownFrom: folder, project: readIngredients(), report: () => undefined };
    const { files = [] } = await generate(input);
    expect(files.map(({ path }) => path)).toEqual(first.map(({ path }) => path));
    expect(files).toEqual(first);
  },
);

test("no output names the host: neither its folders nor today's date", { timeout: 240_000 }, async () => {
  const today = new Date().toISOString().slice(0, 10);
  const own = (await filesOf(projectFolder)).filter(({ path }) => !path.startsWith("src/runtime/"));
  const telling = own.filter(({ text }) => text.includes(projectFolder) || text.includes(today));
  expect(telling.map(({ path }) => path)).toEqual([]);
});
