import { describe, expect, test } from "vitest";
import {
  anchor,
  blocks,
  cell,
  cellCode,
  code,
  fence,
  paragraph,
  escaped,
  table,
} from "../../../generator/core/lib/markdown.js";

describe("text in Markdown", () => {
  test("a description keeps its markup, but placeholders do not become HTML", () => {
    expect(paragraph("Give the *id* <job_id>, such as `<id>`.")).toBe("Give the *id* \\<job_id>, such as `<id>`.");
  });

  test("a name is taken literally", () => {
    expect(escaped("a_b *c* [d] `e` | #1\n<x>")).toBe("a\\_b \\*c\\* \\[d\\] \\`e\\` \\| \\#1 \\<x\\>");
  });

  test("a cell has one line and no pipe that parts it", () => {
    expect(cell("one | two\n\nthree")).toBe("one \\| two three");
    expect(cellCode("^(a|b)$")).toBe("`^(a\\|b)$`");
  });

  test("backslashes before a pipe part no cell either, in words or in code", () => {
    expect(cell("a\\|b, a\\\\|b")).toBe("a\\|b, a\\\\\\|b");
    expect(cell("`^a|b$`, `^a\\|b$`")).toBe("`^a\\|b$`, <code>&#94;a&#92;&#124;b&#36;</code>");
    expect(cellCode("a\\|b")).toBe("<code>a&#92;&#124;b</code>");
  });

  test("a block of code stays as it is, and is closed where its author forgot to", () => {
    expect(paragraph("A:\n```ts\na < b\n```\n<c>")).toBe("A:\n```ts\na < b\n```\n\\<c>");
    expect(paragraph("A:\n~~~~\n<b>\n```\n~~~")).toBe("A:\n~~~~\n<b>\n```\n~~~\n~~~~");
    expect(paragraph("```a``` is no block, <b>")).toBe("```a``` is no block, \\<b>");
  });

  test("code may hold backticks", () => {
    expect(code("a`b")).toBe("``a`b``");
    expect(code("`a`")).toBe("`` `a` ``");
    expect(fence("ts", "x = `a`;\n```\n")).toBe("````ts\nx = `a`;\n```\n````");
  });
});

test("a table has a line a row, and nothing stands for no rows", () => {
  expect(table(["A", "B"], [["1", "2"]])).toBe("| A | B |\n| --- | --- |\n| 1 | 2 |");
  expect(table(["A", "B"], [])).toBe("");
});

test("blocks leave out what is empty and end with one newline", () => {
  expect(blocks(["a", "", undefined, "b"])).toBe("a\n\nb\n");
});

test("an anchor is what renderers make of the heading", () => {
  expect(anchor("What a job_id is: Ümläut!")).toBe("what-a-job_id-is-ümläut");
});
