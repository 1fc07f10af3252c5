import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { generate } from "../../generator/core/pipeline.js";
import { readProject } from "../../generator/project/project.js";
import { main } from "../../generator/sources/cli.js";
import type { OperationFacts } from "../../generator/sources/facts.js";
import { pageOf } from "../sources/pageOf.js";

/** The way from a changed page to the package, in a copy of the specification, with the commands of the guide. */
let folder = "";
let page = "";
let said = "";
let printed = "";

async function sources(...words: string[]): Promise<number> {
  said = "";
  printed = "";
  return main(words, join(folder, "spec/sources"));
}

const file = (name: string): string => join(folder, name);
const textOf = (name: string): string => readFileSync(file(name), "utf8");

async function generated(): Promise<Map<string, string>> {
  const input = { specification: file("spec"), shownFrom: folder, project: readProject(), report: () => undefined };
  const { files, problems } = await generate(input);
  if (files === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Lines that one text has and the other has not. */
function newLines(before: string, after: string): string[] {
  const known = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !known.has(line));
}

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  folder = mkdtempSync(join(tmpdir(), "follow-"));
  cpSync(join(projectFolder, "spec"), file("spec"), { recursive: true });
  const facts = JSON.parse(textOf("spec/sources/showJobListByProjectId.json")) as OperationFacts;
  const [recorded] = facts.documents;
  if (!recorded) throw new Error("no facts");
  page = pageOf(recorded, "showJobListByProjectId");
  // People's ids in examples are replaced as they are read: a page made of facts has them replaced a second time.
  writeFileSync(file("page.txt"), page);
  await sources(file("page.txt"), "--patch", file("first.patch"));
  execFileSync("git", ["apply", "first.patch"], { cwd: folder });
  expect(await sources("--accept", file("page.txt")), `${said}${printed}`).toBe(0);
});

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe("from a changed page to the package", () => {
  test("a page that says what is recorded changes nothing", async () => {
    expect(await sources(file("page.txt"))).toBe(0);
    expect(said).toBe("0 operations changed, 1 unchanged.\n");
  });

  test("one edited row: its report, its patch, and in the package that operation's page size and nothing else", async () => {
    const edited = page
      .replace("page_size\n\nYes\n\nInteger", "page_size\n\nNo\n\nInteger")
      .replace("Give no more than 100.", "Give no more than 200.");
    writeFileSync(file("edited.txt"), edited);
    const before = await generated();

    expect(await sources(file("edited.txt"), "--patch", file("edited.patch"))).toBe(1);
    expect(printed).toContain(
      '### limits: query parameter page_size\n\n- before: `{"maximum":100}`\n- after: `{"maximum":200}`',
    );
    expect(printed).toMatch(
      /- edit `spec\/paths\/tasks\/showJobListByProjectId\.yaml:\d+`: change the limits of the schema/,
    );
    expect(said).toBe("1 operation changed, 0 unchanged; 2 changes, 2 of them not in the specification yet.\n");

    expect(await sources("--accept", file("edited.txt"))).toBe(1);
    expect(printed).toContain("query parameter page_size: page states maximum 200 (schema: 100)");
    expect(said).toContain("Nothing was recorded: the specification does not agree yet");

    execFileSync("git", ["apply", "edited.patch"], { cwd: folder });
    expect(await sources("--accept", file("edited.txt")), printed).toBe(0);
    expect(said).toBe("Recorded showJobListByProjectId in spec/sources.\n");
    expect(await sources("--check")).toBe(0);

    const after = await generated();
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed.sort()).toEqual([
      "docs/conflicts.md",
      "docs/llms-full.txt",
      "docs/showJobListByProjectId.md",
      "manifest.json",
      "openapi.json",
      "openapi.yaml",
      "src/client.ts",
      "src/operations.ts",
      "src/schema.ts",
      "src/simulatorData.ts",
      "src/types.ts",
    ]);
    const lines = (path: string): string[] => newLines(before.get(path) ?? "", after.get(path) ?? "");
    expect(lines("docs/showJobListByProjectId.md").slice(0, 2)).toEqual([
      "| Pages | `page_index` counts from 0; `page_size` items a page, at most 200; items in `/jobs`; their number in `/total` |",
      "| `page_size` | query | integer |  | Items on a page. From 0 to 200. Default: `10`. |",
    ]);
    expect(lines("src/client.ts")).toEqual([
      "   * @param request.page_size - Optional. Items on a page. From 0 to 200.",
    ]);
    expect(lines("src/operations.ts")).toEqual([
      '  pagination: { page: "page_index", first: 0, size: "page_size", maximum: 200, items: "/jobs", total: "/total" },',
    ]);
    expect(lines("src/types.ts")).toEqual(["   * Items on a page. From 0 to 200."]);
    const requestType = (files: Map<string, string>): string =>
      /interface ShowJobListByProjectIdRequest \{[^]*?\n\}/.exec(files.get("src/types.ts") ?? "")?.[0] ?? "";
    expect(requestType(before)).toMatch(/^ {2}page_size: number;$/m);
    expect(requestType(after)).toContain("\n  page_size?: number | undefined;\n");
  });
});
