import { describe, expect, test } from "vitest";
import { readHelpCenterPage } from "../../generator/sources/helpCenter.js";
import { edit, PAGE } from "./texts.js";

function problemOf(text: string): string {
  return readHelpCenterPage("page.txt", text)
    .problems.map((problem) => problem.message)
    .join("\n");
}

const errors = [400, 500].map((of) => ({
  of,
  name: "Response body parameters",
  fields: [
    { name: "error_code", type: "String" },
    { name: "error_msg", type: "String" },
  ],
}));

describe("a help-center page's text", () => {
  test("gives the operation's facts", () => {
    const { values, problems } = readHelpCenterPage("page.txt", PAGE);
    expect(problems).toEqual([]);
    expect(values).toHaveLength(1);
    expect(values[0]?.operationId).toBe("foldCrane");
    expect(values[0]?.facts).toEqual({
      document: "page",
      title: "Folding a Crane",
      date: "2025-07-08",
      unavailableSoon: false,
      method: "POST",
      path: "/v1/papers/{paper_id}/fold",
      parameters: [
        { name: "paper_id", type: "String", mandatory: true, limits: { pattern: "^[0-9A-Za-z]{32}$" }, in: "path" },
        { name: "limit", type: "Integer", mandatory: false, limits: { maximum: 100 }, in: "query" },
        { name: "X-Auth-Token", type: "String", mandatory: true, in: "header" },
      ],
      tables: [
        {
          of: "request",
          name: "Request body parameters",
          fields: [{ name: "folds", type: "Array of Fold objects", mandatory: false }],
        },
        {
          of: "request",
          name: "Fold",
          fields: [
            { name: "angle", type: "Integer", mandatory: true, limits: { minimum: 0, maximum: 360, default: 90 } },
          ],
        },
        {
          of: 200,
          name: "Response body parameters",
          fields: [
            { name: "state", type: "String", values: ["WET", "DRY"] },
            { name: "done", type: "Boolean" },
          ],
        },
        ...errors,
      ],
      statuses: [200, 400, 500],
      examples: [
        {
          of: "request",
          method: "POST",
          url: "https://{endpoint}/v1/papers/p1/fold?limit=2",
          body: { folds: [{ angle: 45 }] },
        },
        { of: 200, body: { state: "DRY", done: true } },
      ],
    });
  });

  test("needs no trail of links before its date, and marks what becomes unavailable", () => {
    const [first = "", , ...rest] = PAGE.split("\n");
    expect(first).toContain("Help Center/");
    const text = rest.join("\n").replace("\nFolding a Crane\n", "\nFolding a Crane (Unavailable Soon)\n");
    expect(readHelpCenterPage("page.txt", text).values[0]?.facts).toMatchObject({
      title: "Folding a Crane",
      unavailableSoon: true,
    });
  });

  test.each([
    [
      "a column title",
      "Mandatory",
      undefined,
      'expected a row of Parameter, Type, Description, found "paper_id, Yes, String"',
    ],
    [
      "a name",
      "state",
      undefined,
      'expected a row of Parameter, Type, Description, found "String, Definition, State."',
    ],
    ["a type", "Boolean", undefined, 'row "state": expected the next row, found "Definition" a second time'],
    [
      "a label",
      "Range",
      undefined,
      "expected the parts Definition, Constraints, Range, Default Value in its description",
    ],
    ["the text of a label", "Paper.", undefined, 'row "paper_id": expected a text under "Definition", found none'],
    ["a default", "90", undefined, 'row "angle": expected a text under "Default Value", found none'],
    [
      "one value of two",
      "false: Not done.",
      undefined,
      'row "done": expected both true and false in its range, found true',
    ],
    ["a description", "Message.", undefined, 'row "error_msg": expected a description, found none'],
    [
      "a short row's name",
      "error_msg",
      undefined,
      'row "error_code": expected the next row after its description, found "String"',
    ],
    ["a caption", "Table 5 Fold", undefined, 'expected one table "Fold" for "folds", found none'],
    ["a table's number", "Table 5 Fold", "Table 6 Fold", 'expected Table 5, found Table 6 ("Fold")'],
    [
      "a status",
      "Status code: 400",
      undefined,
      'expected a field that refers to table "Response body parameters", found none',
    ],
    [
      "the meaning of a status",
      "Internal Server Error",
      undefined,
      'expected the next status code and its meaning, found "500"',
    ],
    ["the last heading", "Error Codes", undefined, 'expected "Error Codes" after "Status Codes", found the end'],
    ["its title", "Folding a Crane", undefined, 'expected the title after the date, found "Function"'],
    ["its own title", "Folding a Crane", "Unfolding", 'expected this to end with the title "Unfolding"'],
    [
      "its example's answer",
      '  "state" : "DRY",',
      '  "state" : DRY,',
      'page.txt:275: expected JSON in the example, found "DRY,',
    ],
  ])("is an error when it lacks %s", (_what, line, replacement, problem) => {
    expect(problemOf(edit(PAGE, line, replacement))).toContain(problem);
  });

  test("is an error when it ends early", () => {
    const half = PAGE.slice(0, PAGE.indexOf("Example Requests"));
    expect(problemOf(half)).toContain('expected "Example Requests" after "Response Parameters", found the end');
  });
});
