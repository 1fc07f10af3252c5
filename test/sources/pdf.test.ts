import { describe, expect, test } from "vitest";
import { readPdf } from "../../generator/sources/pdf.js";
import type { DocumentFacts } from "../../generator/sources/facts.js";
import { edit, PDF } from "./texts.js";

function read(text: string): Map<string, DocumentFacts> {
  const { values, problems } = readPdf("doc.txt", text);
  expect(problems).toEqual([]);
  return new Map(values.map(({ operationId, facts }) => [`${operationId} ${facts.section ?? ""}`, facts]));
}

function problemsOf(text: string): string[] {
  return readPdf("doc.txt", text).problems.map((problem) => problem.message);
}

const lineOf = (text: string): number => PDF.split("\n").indexOf(text) + 1;
const errors = [400, 500].map((of) => ({
  of,
  name: "Response body parameters",
  fields: [{ name: "error_code", type: "String" }],
}));

describe("the PDF's text", () => {
  const facts = read(PDF);

  test("gives each operation and each step of an application example, and nothing else", () => {
    expect([...facts.keys()]).toEqual([
      "foldCrane 2.1",
      "listCranes 2.2",
      "burnCrane 3.1",
      "foldCrane 4.1",
      "listCranes 4.1",
    ]);
  });

  test("gives an operation's facts, across page breaks, mark-up and split fences", () => {
    expect(facts.get("foldCrane 2.1")).toEqual({
      document: "pdf",
      section: "2.1",
      title: "Folding a Crane",
      date: "2023-05-06",
      unavailableSoon: false,
      method: "POST",
      path: "/v1/papers/{paper_id}/fold",
      parameters: [
        { name: "paper_id", type: "String", mandatory: true, limits: { pattern: "^[0-9A-Za-z]{32}$" }, in: "path" },
        { name: "dry_run", type: "Boolean", mandatory: false, in: "query" },
        { name: "limit", type: "Integer", mandatory: false, limits: { maximum: 100 }, in: "query" },
        { name: "X-Auth-Token", type: "String", mandatory: true, in: "header" },
      ],
      tables: [
        {
          of: "request",
          name: "Request body parameters",
          fields: [
            { name: "folds", type: "Array of Fold objects", mandatory: true },
            { name: "labels", type: "Map<String,Label>", mandatory: false },
            { name: "notes", type: "Array of strings", mandatory: false },
          ],
        },
        { of: "request", name: "Fold", fields: [{ name: "angle", type: "Integer", mandatory: true }] },
        {
          of: "request",
          name: "Label",
          fields: [{ name: "text", type: "String", mandatory: false, values: ["RED", "BLUE"] }],
        },
        { of: 200, name: "Response body parameters", fields: [{ name: "result", type: "crane_result object" }] },
        {
          of: 200,
          name: "crane_result",
          fields: [
            { name: "id", type: "String" },
            { name: "wings", type: "Map<String,Object>" },
          ],
        },
        ...errors,
      ],
      statuses: [200, 400, 500],
      examples: [
        {
          of: "request",
          method: "POST",
          url: "https://{endpoint}/v1/papers/p1/fold?dry_run=true",
          body: { folds: [{ angle: 90 }], notes: ["a", "b"] },
        },
        { of: 200, body: { result: { id: "a long crane", wings: {} } } },
      ],
    });
  });

  test("reads headings that are doubled, bold, without marks, or run together", () => {
    const watch = facts.get("listCranes 2.2");
    expect(watch?.path).toBe("/v1/cranes");
    expect(watch?.tables.map((table) => `${table.of} ${table.name}`)).toEqual([
      "200 Response body parameters",
      "200 Crane",
      "400 Response body parameters",
      "500 Response body parameters",
    ]);
  });

  test("reads a request outside of any fence, and a body with broken brackets as its keys and values", () => {
    expect(facts.get("listCranes 2.2")?.examples).toEqual([
      { of: "request", method: "GET", url: "https://{endpoint}/v1/cranes" },
      {
        of: 200,
        broken: {
          tokens: [
            ["name", "one"],
            ["name", null],
            ["more", true],
          ],
        },
      },
    ]);
  });

  test("takes the mark of removal off the title, and needs no body where the document has none", () => {
    const burn = facts.get("burnCrane 3.1");
    expect(burn).toMatchObject({ title: "Burning a Crane", unavailableSoon: true, method: "DELETE", tables: errors });
    expect(burn?.examples).toEqual([{ of: "request", method: "DELETE", url: "https://{endpoint}/v1/cranes/c1" }]);
  });

  test("gives an application example's exchanges to the operations of their URIs", () => {
    expect(facts.get("foldCrane 4.1")).toEqual({
      document: "walkthrough",
      section: "4.1",
      title: "Example 1: Folding and Watching",
      date: "2023-05-06",
      unavailableSoon: false,
      method: "POST",
      path: "/v1/papers/{paper_id}/fold",
      parameters: [],
      tables: [],
      statuses: [],
      examples: [
        { of: "request", method: "POST", url: "https://api.example-one.com/v1/papers/p2/fold", body: { folds: [] } },
        { of: 200, body: { result: null } },
      ],
    });
    expect(facts.get("listCranes 4.1")?.examples[1]).toEqual({ of: 200, body: { cranes: [{ name: "two" }] } });
  });
});

describe("a PDF that cannot be read whole says where the thread was lost", () => {
  test.each([
    ["an entry of the contents", "2.1 Folding a Crane.....\t2", '10: expected 2.1 or 3 in the contents, found "2.2"'],
    [
      "an operation's heading",
      "## 2.2 Watching Cranes",
      'the heading "2.2 Watching Cranes" after section 2.1, found none',
    ],
    ["a heading", "## URI", 'section 2.1: expected "URI" after "Calling Method", found "Request Parameters"'],
    ["the text of a heading", "Folds a crane.", 'section 2.1: expected a text under "Function", found none'],
    [
      "the request line",
      "GET https://{endpoint}/v1/cranes",
      'section 2.2: expected a request line under "Example Requests", found none',
    ],
    ["the URI", "GET /v1/cranes", 'section 2.2: expected "METHOD /path" under "URI", found an empty line'],
    [
      "a caption",
      "**Table 2-8** crane\\_result",
      'section 2.1: expected one table "crane_result" for "result", found none',
    ],
    [
      "a parameter of the path",
      "crane_id\tYes\tString\tCrane. It consists of 36 digits, lowercase letters, and hyphens (-).",
      "section 3.1: expected rows in Table 3-1, found none",
    ],
    [
      "the sample code that names it",
      "public class BurnCraneSolution {",
      'expected a class "...Solution" in the sample code to name DELETE /v1/cranes/{crane_id}, found none',
    ],
    [
      "the end of a step-by-step example",
      "----End",
      "section 4.1: expected steps and the mark of their end, found none",
    ],
    ["a step", "**Step 1** Fold.", 'section 4.1: expected Step 1, found "**Step 2** Watch."'],
  ])("when it lacks %s", (_what, line, problem) => {
    expect(problemsOf(edit(PDF, line)).join("\n")).toContain(problem);
  });

  test.each([
    [
      "a row with too few cells",
      "id\tString\tCrane.",
      "id\tCrane.",
      'expected 3 cells in Table 2-8, found 2 from "id"',
    ],
    [
      "an empty cell",
      "id\tString\tCrane.",
      "id\t\tCrane.",
      'expected a text in each cell of "id Crane.", found none in cell 2',
    ],
    ["a row without cells", "id\tString\tCrane.", "id", 'expected the next table row, found "id"'],
    ["an unknown type", "id\tString\tCrane.", "id\tStr\tCrane.", 'expected the type of "id", found "Str"'],
    [
      "neither Yes nor No",
      "notes\tNo\tArray of strings\tNotes.",
      "notes\tnone\tArray of strings\tNotes.",
      'expected Yes or No for "notes" under Mandatory, found "none"',
    ],
    [
      "a name twice",
      "more\tBoolean\tMore.",
      "cranes\tBoolean\tMore.",
      'expected each name once in Table 2-12, found "cranes" twice',
    ],
    [
      "a table number that jumps",
      "**Table 2-13** Crane",
      "**Table 2-14** Crane",
      'expected Table 2-13, found Table 2-14 ("Crane")',
    ],
    [
      "a table that no cell refers to",
      "cranes\tArray of <b>Crane</b> objects\tCranes.",
      "cranes\tArray of strings\tCranes.",
      'expected a field that refers to table "Crane", found none',
    ],
    [
      "another path in the table",
      "crane_id\tYes\tString\tCrane. It consists of 36 digits, lowercase letters, and hyphens (-).",
      "id\tYes\tString\tCrane.",
      'expected the path parameters of /v1/cranes/{crane_id} in a table, found "id"',
    ],
    ["a table under no status", "Status code: 200", "", "expected Table 2-7 under a listed status, found no status"],
    [
      "a step about an unknown operation",
      "URI: **GET /v1/cranes**",
      "URI: **GET /v1/storks**",
      "expected an operation of this document, found GET /v1/storks",
    ],
    [
      "two sample classes",
      "public class BurnCraneSolution {",
      "class BurnCraneSolution class\npublic class FoldCraneSolution {",
      `expected one operation's sample code, found "BurnCrane, FoldCrane"`,
    ],
  ])("when it has %s", (_what, line, replacement, problem) => {
    expect(problemsOf(edit(PDF, line, replacement)).join("\n")).toContain(problem);
  });

  test("with the file and the line", () => {
    const line = lineOf("id\tString\tCrane.");
    expect(problemsOf(edit(PDF, "id\tString\tCrane.", "id\tStr\tCrane."))[0]).toMatch(
      new RegExp(`^doc\\.txt:${line}: `),
    );
  });

  test("for every section that is broken, not only the first", () => {
    const broken = edit(edit(PDF, "Folds a crane."), "Burns a crane.");
    expect(problemsOf(broken).filter((problem) => problem.includes('under "Function"'))).toHaveLength(2);
  });

  test("when a status is listed that has no table, and a table has a status that is not listed", () => {
    expect(problemsOf(edit(PDF, "400\tBad Request", "400\tBad Request\n403\tForbidden"))[0]).toContain(
      "expected a response table for status 403, which is listed, found none",
    );
    expect(problemsOf(edit(PDF, "400\tBad Request"))[0]).toContain(
      "expected Table 2-9 under a listed status, found status 400",
    );
  });

  test("when the change history has no date", () => {
    const undated = edit(edit(PDF, "Added <b>watching</b>\t2023-05-06"), "First release.\t2022-03-04");
    expect(problemsOf(undated)[0]).toContain('expected dates in the chapter "Change History", found none');
  });
});
