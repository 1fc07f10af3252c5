import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OutputFile } from "../../generator/core/emit/file.js";
import { projectFolder } from "../../generator/project/folder.js";
import { listFiles } from "../../generator/core/output/write.js";
import { generate } from "../../generator/core/pipeline.js";
import { readIngredients } from "../../generator/project/project.js";

const specification = join(projectFolder, "test", "fixtures", "mini");
const wanted = join(specification, "wanted");

async function generateMini(): Promise<readonly OutputFile[]> {
  // A version and tools that do not move, so that the wanted files change only with the generator.
  const project = {
    ...readIngredients(),
    version: "1.2.3",
    tools: {},
    changelog: "# Changelog\n\n## 1.2.3 (2026-01-31)\n\n- Crates.\n",
  };
  const generated = await generate({ specification, shownFrom: projectFolder, project, report: () => undefined });
  if (generated.problems !== undefined) throw new Error(JSON.stringify(generated.problems));
  return generated.files;
}

/** What is copied, and the hashes of that, is not the generator's own work. */
function isOwn({ path }: OutputFile): boolean {
  return !path.startsWith("src/runtime/") && path !== "LICENSE" && path !== "manifest.json";
}

describe("the small specification makes the wanted package", async () => {
  const files = await generateMini();

  test("with these files and no others", () => {
    expect(existsSync(wanted)).toBe(true);
    expect(
      files
        .filter(isOwn)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(listFiles(wanted).sort());
  });

  // To accept a change of the output: npx vitest run test/core/golden.test.ts -u
  test.each(files.filter(isOwn))("$path", async ({ path, text }) => {
    await expect(text).toMatchFileSnapshot(join(wanted, path));
  });

  test("with a manifest that lists every other file", () => {
    const text = files.find(({ path }) => path === "manifest.json")?.text ?? "{}";
    const { files: hashes } = JSON.parse(text) as { files: Record<string, string> };
    expect(Object.keys(hashes).sort()).toEqual(
      files
        .map(({ path }) => path)
        .filter((path) => path !== "manifest.json")
        .sort(),
    );
  });

  test("in which every file that can hold a comment says where it comes from", () => {
    const silent = files
      .filter(isOwn)
      .filter(({ text }) => !text.split("\n")[0]?.includes("Made by `npm run generate`"));
    expect(silent.map(({ path }) => path).sort()).toEqual([
      "docs/llms-full.txt",
      "docs/llms.txt",
      "openapi.json",
      "package.json",
    ]);
  });

  test("in which every link between pages leads to a page and a heading", () => {
    const pages = new Map(files.filter(({ path }) => path.endsWith(".md")).map(({ path, text }) => [path, text]));
    const broken = [...pages].flatMap(([path, text]) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
        if (/^https?:/.test(target)) return [];
        const [file = "", anchor] = target.split("#");
        const base = path.includes("/") ? `${path.slice(0, path.lastIndexOf("/"))}/` : "";
        const page = pages.get(file === "" ? path : base + file);
        const headings = [...(page ?? "").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
          heading.toLowerCase().replaceAll(" ", "-"),
        );
        return page !== undefined && (anchor === undefined || headings.includes(anchor)) ? [] : [`${path}: ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});
