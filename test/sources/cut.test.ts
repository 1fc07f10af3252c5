import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readVendorText } from "../../generator/sources/read.js";
import { PAGE, PDF } from "./texts.js";

/** What a reader gets from a text: its facts, or that it failed. */
function outcome(text: string): string {
  const { values, problems } = readVendorText("file.txt", text);
  return problems.length > 0
    ? "problems"
    : JSON.stringify(values.map(({ operationId, facts }) => ({ operationId, facts })));
}

interface Part {
  from: number;
  to: number;
  text: string;
}

/** The lines that hold facts: not blank, not sample code, and after the contents not the words of the introduction. */
function lines(text: string, unread: RegExp): Part[] {
  const parts: Part[] = [];
  let at = 0;
  let inSample = false;
  for (const line of text.split("\n")) {
    if (line.endsWith("SDK Sample Code")) inSample = true;
    if (line.endsWith("Status Codes")) inSample = false;
    if (line.trim() !== "" && !inSample && !unread.test(line))
      parts.push({ from: at, to: at + line.length + 1, text: line });
    at += line.length + 1;
  }
  return parts;
}

function cells(parts: Part[]): Part[] {
  return parts
    .filter((part) => part.text.includes("\t"))
    .flatMap((part) => {
      let at = part.from;
      return part.text.split("\t").map((cell) => {
        const cut = { from: at, to: at + cell.length + 1, text: `${cell} of ${part.text}` };
        at = cut.to;
        return cut;
      });
    });
}

const without = (text: string, part: { from: number; to: number }): string =>
  text.slice(0, part.from) + text.slice(part.to);

/** Words that no fact is made of: an introduction, the wording of answers, prose between the steps of an example. */
const PDF_UNREAD =
  /^\*\*Cranes|^---$|^1\.1 |^# 1|^## 1\.1|^# [2345] |^Name\t|^URI\t|^See |^OK$|^Fold the paper|Function$|^#+ (?:Scenario|Procedure)|^Fold, then|^- API|^What's|^First release|^The SDK/;
const PAGE_UNREAD = /^Help Center|^See elsewhere|^OK$|^The SDK/;

/** Where a body's brackets do not match as printed, its facts are keys and values: another bracket less is no news. */
const BROKEN = ["{", '  "cranes" : [ {', "  } ]", "}", "}, {", "} ],", "}"];

describe.each([
  ["the PDF", PDF, PDF_UNREAD, BROKEN],
  ["a page", PAGE, PAGE_UNREAD, []],
])("whatever is cut out of %s fails or shows", (_name, text, unread, unheeded) => {
  const whole = outcome(text);

  test("which reads well as it is", () => {
    expect(whole).not.toBe("problems");
  });

  test("any line", () => {
    const silent = lines(text, unread).filter((part) => outcome(without(text, part)) === whole);
    expect(silent.map((part) => part.text)).toEqual(unheeded);
  });

  test("any cell", () => {
    const silent = cells(lines(text, unread)).filter((part) => outcome(without(text, part)) === whole);
    expect(silent.map((part) => part.text)).toEqual([]);
  });

  test("any stretch of ten lines or more", () => {
    const parts = lines(text, unread);
    fc.assert(
      fc.property(fc.nat(parts.length - 10), fc.nat(parts.length - 10), (one, other) => {
        const from = parts[Math.min(one, other)]?.from ?? 0;
        const to = parts[Math.min(Math.max(one, other) + 9, parts.length - 1)]?.to ?? 0;
        expect(outcome(without(text, { from, to }))).not.toBe(whole);
      }),
      { numRuns: 150, seed: 20240116 },
    );
  });

  test("everything from any line on", () => {
    const last = text.indexOf("See Error Codes", text.length - 40);
    const ends = lines(text, unread).filter((part) => part.from > 0 && (last < 0 || part.from < last));
    const silent = ends.filter((part) => outcome(text.slice(0, part.from)) === whole);
    expect(silent.map((part) => part.text)).toEqual([]);
  });
});

describe("a text of neither kind", () => {
  test.each(["", "# Readme\n\nSomething else.\n"])("is a problem: %j", (text) => {
    expect(readVendorText("file.txt", text).problems.map((problem) => problem.message)).toEqual([
      'file.txt:1: expected a help-center page ("Updated on" a date) or the PDF (with "Contents"), found neither',
    ]);
  });
});
