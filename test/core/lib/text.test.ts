import ts from "typescript";
import { describe, expect, test } from "vitest";
import { literal } from "../../../generator/core/lib/literal.js";
import { byCodePoint } from "../../../generator/core/lib/order.js";
import { formatPointer, parsePointer, pointerOfReference, valueAt } from "../../../generator/core/lib/pointer.js";
import { capitalized, comment, identifier, propertyKey } from "../../../generator/core/lib/text.js";

const hostileNames = [
  "*/",
  "`${x}`",
  "a'b\"c",
  "new\nline",
  "__proto__",
  "constructor",
  "class",
  "1st",
  "",
  "grüße",
  "名前",
  "a-b c",
  "\u2028",
];

// An older target would turn a computed key into an assignment.
const compilerOptions = { target: ts.ScriptTarget.ES2022 };

function syntaxErrors(text: string): string[] {
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
  return (diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

describe("identifier", () => {
  test.each([
    ["runJob", "runJob"],
    ["repos/list-for-org", "reposListForOrg"],
    ["delete", "delete_"],
    ["1st", "_1st"],
    ["a*/b", "aB"],
    ["grüße", "grüße"],
    ["", "_"],
    ["__proto__", "__proto__"],
  ])("%j becomes %s", (text, wanted) => {
    expect(identifier(text)).toBe(wanted);
  });

  test.each(hostileNames)("what is made of %j declares a constant", (name) => {
    expect(syntaxErrors(`export const ${identifier(name)} = 1;`)).toEqual([]);
  });
});

describe("propertyKey", () => {
  test.each([
    ["job_id", "job_id"],
    ["class", "class"],
    ["X-Auth-Token", '"X-Auth-Token"'],
    ['a"b', '"a\\"b"'],
    ["", '""'],
    ["1a", '"1a"'],
    ["__proto__", '["__proto__"]'],
  ])("%j becomes %s", (text, wanted) => {
    expect(propertyKey(text)).toBe(wanted);
  });

  test.each(hostileNames)("an object literal gets an own property of the name %j", (name) => {
    const { outputText } = ts.transpileModule(`({ ${propertyKey(name)}: 1 })`, { compilerOptions });
    expect(Object.keys(eval(outputText) as object)).toEqual([name]);
  });
});

describe("comment", () => {
  test.each([
    ["ends */ early", "ends *\\/ early"],
    ["@deprecated is not a tag here", "\\@deprecated is not a tag here"],
    ["line\r\n  @param x", "line\n  \\@param x"],
    ["mail me@example.com", "mail me@example.com"],
    ["line\u2028separator", "line\nseparator"],
    ["  spaces  \n", "spaces"],
  ])("%j becomes %j", (text, wanted) => {
    expect(comment(text)).toBe(wanted);
  });
});

test("capitalized keeps letters of more than one unit whole", () => {
  expect(["job", "", "𐐨x", "ß"].map(capitalized)).toEqual(["Job", "", "𐐀x", "SS"]);
});

describe("literal", () => {
  test("stays on one line while that fits", () => {
    expect(literal({ id: "x", "a-b": [1, null], __proto__x: {} })).toBe(
      '{ id: "x", "a-b": [1, null], __proto__x: {} }',
    );
  });

  test("breaks what is too long, from the outside in", () => {
    const value = { first: "x".repeat(60), second: { third: ["y".repeat(60)] } };
    expect(literal(value)).toBe(`{\n  first: "${"x".repeat(60)}",\n  second: { third: ["${"y".repeat(60)}"] },\n}`);
  });

  test("counts what stands before it on the line", () => {
    const value = ["x".repeat(105)];
    expect(literal(value)).not.toContain("\n");
    expect(literal(value, 20)).toContain("\n");
  });

  test.each(hostileNames)("a value with %j as key and text comes back the same", (name) => {
    const value = JSON.parse(`{${JSON.stringify(name)}: [${JSON.stringify(name)}]}`) as Record<string, string[]>;
    const { outputText } = ts.transpileModule(`(${literal(value)})`, { compilerOptions });
    expect(JSON.stringify(eval(outputText))).toBe(JSON.stringify(value));
  });
});

describe("pointers", () => {
  test.each([
    ["", []],
    ["/a/b", ["a", "b"]],
    ["/a~1b/c~0d/", ["a/b", "c~d", ""]],
  ])("%j is read and written", (pointer, tokens) => {
    expect(parsePointer(pointer)).toEqual(tokens);
    expect(formatPointer(tokens)).toBe(pointer);
  });

  test("lead only to own properties and items", () => {
    const value = { list: [{ a: 1 }], text: "abc" };
    expect(valueAt(value, ["list", "0", "a"])).toBe(1);
    expect(
      [["list", "01"], ["list", "length"], ["constructor"], ["text", "0"]].map((tokens) => valueAt(value, tokens)),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("of a reference may be percent-encoded", () => {
    expect(pointerOfReference("#/components/schemas/A%20b")).toBe("/components/schemas/A b");
    expect(pointerOfReference("#/a/100%")).toBe("/a/100%");
  });
});

test("byCodePoint orders by code point, not by locale or by UTF-16 unit", () => {
  expect(["b", "a", "B", "ä", "😀", "\uffee", "ab", ""].sort(byCodePoint)).toEqual([
    "",
    "B",
    "a",
    "ab",
    "b",
    "ä",
    "\uffee",
    "😀",
  ]);
});
