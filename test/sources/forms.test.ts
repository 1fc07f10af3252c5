import fc from "fast-check";
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { readVendorText } from "../../generator/sources/read.js";
import { asHtml, asText, cranePage, FORMS, type Block } from "./pages.js";
import { PAGE } from "./texts.js";

const HTML = asHtml(cranePage("en"));

function read(text: string): { facts?: object; problems: string[] } {
  const { values, problems } = readVendorText("page", text);
  const [found] = values;
  return {
    ...(found ? { facts: { operationId: found.operationId, ...found.facts } } : {}),
    problems: problems.map((problem) => problem.message),
  };
}

const untitled = (facts: object | undefined): object => ({ ...facts, title: "" });

describe("a page's forms", () => {
  test.each(FORMS)("%s gives the facts that the first English text gives", (_name, text) => {
    const { facts, problems } = read(text);
    expect(problems).toEqual([]);
    expect(untitled(facts)).toEqual(untitled(read(PAGE).facts));
  });

  test("the title stays in the page's language", () => {
    expect(read(asHtml(cranePage("zh"))).facts).toMatchObject({ title: "折纸鹤", date: "2025-07-08" });
  });

  test.each(["即将下线", "待下线"])("a Chinese title may say that the operation goes away: %s", (mark) => {
    const page = { ...cranePage("zh"), title: `折纸鹤（${mark}）` };
    expect(read(asHtml(page)).facts).toMatchObject({ title: "折纸鹤", unavailableSoon: true });
    expect(read(asText(page)).facts).toMatchObject({ title: "折纸鹤", unavailableSoon: true });
  });

  test("class names, identifiers and the depth of the page's frame do not matter", () => {
    const other = HTML.replaceAll(/ (?:class|id)="[^"]*"/g, "")
      .replaceAll("h4>", "h2>")
      .replaceAll(/<p>([^<]*)<\/p>/g, "<div><span>$1</span></div>")
      .replace("<body>", "<body><main><article>");
    expect(read(other).facts).toEqual(read(HTML).facts);
  });

  test("code that stands beside a column of line numbers", () => {
    const numbered = HTML.replaceAll(/<pre class="screen">([^]*?)<\/pre>/g, (_whole, code: string) => {
      const numbers = code.split("\n").map((_, index) => index + 1);
      return `<div><table><tr><td><pre>${numbers.join("\n")}</pre></td><td><pre>${code}</pre></td></tr></table></div>`;
    });
    expect(numbered).not.toBe(HTML);
    expect(read(numbered).facts).toEqual(read(HTML).facts);
  });

  test("no example answer, in Chinese", () => {
    const { blocks, ...page } = cranePage("zh");
    const from = blocks.findIndex(
      ({ kind, ...block }) => kind === "title" && "text" in block && block.text === "响应示例",
    );
    const none: Block = { kind: "paragraph", text: "无" };
    const { facts } = read(
      asHtml({ ...page, blocks: [...blocks.slice(0, from + 1), none, ...blocks.slice(from + 4)] }),
    );
    expect(facts).toMatchObject({ examples: [{ of: "request" }] });
  });
});

describe("HTML that cannot be read", () => {
  const change = (from: string, to: string): string[] => {
    expect(HTML).toContain(from);
    return read(HTML.replace(from, to)).problems;
  };

  test("says the line, what was expected and what was found", () => {
    expect(change('<h4 class="t1">Function</h4>', "")).toEqual([
      'page:10: expected "Function" after the title, found "Calling Method"',
    ]);
    expect(change("<h1>Folding a Crane</h1>", "")).toEqual([
      'page:1: expected the title of an operation before "Function", found none',
    ]);
    expect(change("Updated on 2025-07-08", "Updated")).toEqual(['page:1: expected "Updated on" a date, found none']);
    expect(change("<td><p>angle</p></td>", '<td colspan="2"><p>angle</p></td>')).toEqual([
      'page:82: expected one cell a column, found colspan="2"',
    ]);
    expect(change("<td><p>angle</p></td>", "<td><p></p></td>")[0]).toMatch(
      /^page:82: expected a text in each cell of "Yes Integer Definition Angle\..*, found none in cell 1$/,
    );
    expect(change("<td><p>angle</p></td>", "<td><table><tr><td>angle</td></tr></table></td>")).toEqual([
      "page:82: expected text in a table's cell, found another table",
    ]);
    expect(change("<th><p>Mandatory</p></th>", "<th><p>Needed</p></th>")).toEqual([
      `page:14: expected a table's column titles, found "Parameter, Needed, Type, Description"`,
    ]);
  });
});

type Tree = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** The nodes of a page that say something: all but its frame, sample code and white space. */
function sayingNodes(): Array<{ parent: Tree; node: Child }> {
  const root = parseFragment(HTML.slice(HTML.indexOf("<h1>"), HTML.indexOf("<footer>")));
  const found: Array<{ parent: Tree; node: Child }> = [];
  const visit = (parent: Tree): void => {
    for (const node of parent.childNodes) {
      if (serialize(parent).trim() === "" || (node.nodeName === "#text" && "value" in node && node.value.trim() === ""))
        continue;
      found.push({ parent, node });
      if ("childNodes" in node) visit(node);
    }
  };
  visit(root);
  return found;
}

/** The page without each of its nodes in turn, and what was cut out. */
function cuts(): Array<{ text: string; cut: string }> {
  const nodes = sayingNodes();
  const top = nodes[0]?.parent;
  if (!top) throw new Error("the page is empty");
  return nodes.map(({ parent, node }) => {
    const at = parent.childNodes.indexOf(node);
    const own = "value" in node ? node.value : `<${node.nodeName}> ${"childNodes" in node ? serialize(node) : ""}`;
    parent.childNodes.splice(at, 1);
    const text = `<html><body>${serialize(top)}</body></html>`;
    parent.childNodes.splice(at, 0, node);
    return { text, cut: own.replaceAll(/\s+/g, " ").slice(0, 60) };
  });
}

/** What no fact is made of: the words of sample code, the meaning of a status, and explanations that are not recorded. */
const UNREAD = /See elsewhere|Samples\.|^Java$|<h4> Java|^(?:<p> )?OK$/;

describe("whatever is cut out of HTML fails or shows", () => {
  const whole = JSON.stringify(read(HTML).facts);
  test("which reads well as it is", () => expect(read(HTML).problems).toEqual([]));
  const outcome = (text: string): string => {
    const { facts, problems } = read(text);
    return problems.length > 0 ? "problems" : JSON.stringify(facts);
  };

  test("any element and any text in it: rows, cells, captions, titles, tables, paragraphs, items of a list", () => {
    const all = cuts();
    expect(all.length).toBeGreaterThan(300);
    const silent = all.filter(({ cut }) => !UNREAD.test(cut)).filter(({ text }) => outcome(text) === whole);
    expect(silent.map(({ cut }) => cut)).toEqual([]);
  });

  test.each(FORMS)("everything from any place on: %s", (_name, text) => {
    const last = Math.max(text.lastIndexOf("See Error Codes."), text.lastIndexOf("请参见错误码。"));
    const own = JSON.stringify(read(text).facts);
    fc.assert(
      fc.property(fc.nat(last), (at) => {
        expect(outcome(text.slice(0, at))).not.toBe(own);
      }),
      { numRuns: 200, seed: 20250708, examples: [[Math.floor(text.length / 2)]] },
    );
  });

  test.each(FORMS.slice(2))("any line of the %s", (_name, text) => {
    const own = JSON.stringify(read(text).facts);
    const lines = text.split("\n");
    const sample = (index: number): boolean =>
      /见别处|SDK代码示例|示例。|Java|^}$|FoldCraneSolution/.test(lines[index] ?? "");
    const silent = lines.filter((line, index) => {
      // The frame around a Chinese page says nothing about its operation.
      if (
        !/\p{Script=Han}|\w/u.test(line) ||
        sample(index) ||
        /^<(?:html|head|body|nav|footer|!)|^<\/?(?:t|div|body|html)|请参见错误码|^OK$|>OK</i.test(line)
      )
        return false;
      return outcome(lines.filter((_, other) => other !== index).join("\n")) === own;
    });
    expect(silent).toEqual([]);
  });
});
