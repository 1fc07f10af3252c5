import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { main } from "../../../generator/project/generate.js";
import { main as makeSite } from "../../../generator/site/cli.js";
import { unchanged } from "../../../generator/project/stamp.js";
import { listFiles } from "../../../generator/core/output/write.js";
import { folderOf, newFolder, whole } from "../specification.js";

const specification = folderOf(
  whole(
    'servers: [{ url: "https://api.example.com" }]\npaths:\n  /a:\n    get: { operationId: getA, responses: { "204": { description: Done } } }\n',
  ),
);

async function run(...words: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await main(words, { print: () => undefined, say: (text) => void said.push(text) });
  return { code, said: said.join("\n") };
}

const shown = (folder: string): string => relative(process.cwd(), folder);

describe("fault 21: what stands in a folder is not deleted by a slip of the hand", () => {
  test("a folder that is not empty and that this command did not make is refused, and left as it is", async () => {
    for (const files of [
      { "thesis.txt": "years" },
      { ".git/HEAD": "ref" },
      { "dist/index.js": "" },
      { "manifest.json": "{}" },
    ]) {
      const output = folderOf(files);
      const { code, said } = await run("--spec", specification, "--out", output);
      expect([code, said]).toEqual([
        1,
        `${shown(output)} is not empty, and this command did not make it: what is in it would be deleted. Give a new or an empty folder with --out. Nothing was written.`,
      ]);
      for (const [path, text] of Object.entries(files)) expect(readFileSync(join(output, path), "utf8")).toBe(text);
    }
  });

  test("a file in the place of the folder", async () => {
    const output = join(folderOf({ out: "a file" }), "out");
    const { code, said } = await run("--spec", specification, "--out", output);
    expect([code, said]).toEqual([
      1,
      `${shown(output)} is no folder. Give another one with --out. Nothing was written.`,
    ]);
  });

  test("an empty folder and its own are taken; a repository in it stays", { timeout: 120_000 }, async () => {
    const output = newFolder();
    expect((await run("--spec", specification, "--out", output)).code).toBe(0);
    mkdirSync(join(output, ".git"));
    writeFileSync(join(output, ".git", "HEAD"), "ref");
    writeFileSync(join(output, "src", "index.ts"), "// edited");
    expect((await run("--spec", specification, "--out", output)).code).toBe(0);
    expect(readFileSync(join(output, ".git", "HEAD"), "utf8")).toBe("ref");
    expect((await run("--spec", specification, "--out", output, "--check")).code).toBe(0);
  });

  test(
    "a link below the folder is refused: what is written there would land elsewhere",
    { timeout: 120_000 },
    async () => {
      for (const name of ["docs", "dist", "src/runtime"]) {
        const output = newFolder();
        const elsewhere = folderOf({ "kept.txt": "kept" });
        mkdirSync(join(output, "src"));
        writeFileSync(join(output, "manifest.json"), '{ "about": "Made by `npm run generate`" }');
        symlinkSync(elsewhere, join(output, name));
        const { code, said } = await run("--spec", specification, "--out", output);
        expect([code, said]).toEqual([
          1,
          `${shown(output)}/${name} is a link: what is written there would land elsewhere. Remove the link. Nothing was written.`,
        ]);
        expect(listFiles(elsewhere)).toEqual(["kept.txt"]);
      }
    },
  );

  test(
    "the reference site has the same rule, and neither takes the folder of the other",
    { timeout: 120_000 },
    async () => {
      const said: string[] = [];
      const talk = { print: () => undefined, say: (text: string) => void said.push(text) };
      const packageFolder = folderOf({ "manifest.json": '{ "about": "Made by `npm run generate`" }' });
      for (const output of [folderOf({ "thesis.txt": "years" }), packageFolder]) {
        expect(await makeSite(["--out", output], talk)).toBe(1);
        expect(said.pop()).toContain("is not empty, and this command did not make it");
      }
      const site = folderOf({ ".nojekyll": "", "openapi.yaml": "# Made by `npm run generate`" });
      expect((await run("--spec", specification, "--out", site)).said).toContain("this command did not make it");
      expect(listFiles(site)).toEqual([".nojekyll", "openapi.yaml"]);
      expect(await makeSite(["--out", site], talk)).toBe(0);
      expect(await makeSite(["--out", site], talk)).toBe(0);
    },
  );

  test("another specification needs --out: generated/ is the project's own", async () => {
    for (const words of [[], ["--check"], ["--watch"]]) {
      const { code, said } = await run("--spec", specification, ...words);
      expect([code, said.split("\n")[0]]).toEqual([
        2,
        `--spec ${specification} needs --out: generated/ is made from spec/.`,
      ]);
    }
    expect((await run("--spec", specification, "--only", "getA")).code).toBe(0);
    expect(existsSync(join(projectFolder, "generated", "docs", "runJob.md"))).toBe(true);
  });
});

describe("fault 23: a stamp that is broken is none", () => {
  test.each(["", "{", "null", "[]", '{"inputs":1}', '{"inputs":"","sources":[5],"files":"","dist":""}'])(
    "%j",
    (stamp) => {
      expect(unchanged(specification, folderOf({ "dist/.built": stamp }))).toBe(false);
    },
  );

  test("and the package is made anew", { timeout: 120_000 }, async () => {
    const output = folderOf({ "dist/.built": "{", "manifest.json": '{ "about": "Made by `npm run generate`" }' });
    const generate = ["--spec", specification, "--out", output];
    expect((await run(...generate)).code).toBe(0);
    expect((await run(...generate)).said).toContain("nothing changed since the last run");
  });
});
