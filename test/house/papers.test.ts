import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { rooms } from "./rooms.js";

const textOf = (path: string): string => readFileSync(join(projectFolder, path), "utf8");
const lines = (path: string): number => textOf(path).trimEnd().split("\n").length;

const decisions = listTree(join(projectFolder, "generator/decisions"));
const roomPapers = listTree(join(projectFolder, "generator"))
  .filter((path) => path.endsWith("/README.md"))
  .map((path) => `generator/${path}`);
const guides = listTree(join(projectFolder, "generator/codearts/guides"))
  .filter((path) => path.endsWith(".md"))
  .map((path) => `generator/codearts/guides/${path}`);
const papers = [
  "README.md",
  "AGENTS.md",
  "CONTRIBUTING.md",
  "generator/README.md",
  "spec/README.md",
  ...roomPapers,
  ...guides,
];

describe("papers are short enough to be read", () => {
  test.each<[string, number]>([
    ["generator/README.md", 80],
    ["AGENTS.md", 60],
    ...roomPapers.map((path): [string, number] => [path, 40]),
  ])("%s", (path, most) => {
    expect(lines(path)).toBeLessThanOrEqual(most);
  });

  test.each(decisions)("generator/decisions/%s", (name) => {
    const text = textOf(`generator/decisions/${name}`);
    const headings = ["Context", "Decision", "Rejected", "How to notice that it is wrong"];
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(headings);
    expect(text.startsWith(`# ${name.slice(0, 4)}: `)).toBe(true);
    const length = lines(`generator/decisions/${name}`);
    expect(length).toBeGreaterThanOrEqual(20);
    expect(length).toBeLessThanOrEqual(40);
  });

  test("decisions are numbered from 1 on, without gaps", () => {
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
  });
});

test.each([...papers, ...decisions.map((name) => `generator/decisions/${name}`)])(
  "%s names only paths that exist",
  (path) => {
    const named = [...textOf(path).matchAll(/(?<![\w/.-])(?:generator|test|scripts|spec|generated)\/[\w./*-]*[\w/]/g)]
      .map(([name]) => name)
      // Made by a command, not committed.
      .filter((name) => !/^generated\/(site|dist)|^test\/deep\/bench\/results/.test(name));
    const lost = named.filter((name) => !name.includes("*") && !existsSync(join(projectFolder, name)));
    expect(lost).toEqual([]);
    const scripts = Object.keys((JSON.parse(textOf("package.json")) as { scripts: object }).scripts);
    const commands = [...textOf(path).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = ""]) => name);
    expect(commands.filter((name) => !scripts.includes(name))).toEqual([]);
  },
);

test("the README's table of rooms is the one that the imports are held to", () => {
  const short = (path: string): string => `\`${path.replace(/^generator\/(?=.)/, "")}\``;
  const wanted = rooms
    .filter(({ path }) => path.endsWith("/"))
    .map(({ path, what, mayImport }) => [short(path), what, mayImport.map(short).join(", ")].join(" | "));
  const rows =
    textOf("generator/README.md")
      .split("\n## Rooms\n")[1]
      ?.match(/^\| `.*$/gm) ?? [];
  expect(rows.map((row) => row.replace(/\s*\|\s*/g, " | ").replace(/^ \| | \| $/g, ""))).toEqual(wanted);
});
