import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../../generator/core/problems.js";
import { checkSources } from "../../../generator/sources/check/index.js";
import type { DocumentFacts } from "../../../generator/sources/facts.js";
import { check, makeProject, type Edits, type Facts } from "./project.js";

const LIST = "paths/listBooks.yaml";
const LEND = "paths/lendBook.yaml";
const BOOK = "components/Book.yaml";

/** The problems without their remedies. */
function differences(edits: Edits, change?: (all: Facts) => void): string[] {
  return check(edits, change).map((line) => line.split("; ")[0] ?? line);
}

test("facts and specification that agree have no problems", () => {
  expect(check({})).toEqual([]);
});

describe("the operation", () => {
  test.each<[string, Edits, string[]]>([
    [
      "another method",
      { [LEND]: [["post:", "put:"]] },
      [
        'spec/paths/lendBook.yaml:1:1 lendBook: method: pdf says "POST", the specification "PUT"',
        "spec/paths/lendBook.yaml:1:1 lendBook: request: pdf shows POST /v3/books/lend, the examples from pdf make PUT /v3/books/lend",
      ],
    ],
    [
      "another path",
      { "openapi.yaml": [["/v3/books/lend", "/v3/books/borrow"]] },
      [
        'spec/paths/lendBook.yaml:1:1 lendBook: path: pdf says "/v3/books/lend", the specification "/v3/books/borrow"',
        "spec/paths/lendBook.yaml:1:1 lendBook: request: pdf shows POST /v3/books/lend, the examples from pdf make POST /v3/books/borrow",
      ],
    ],
    [
      "a missing status",
      { [LEND]: [['    "404": { $ref: ../components/NotFound.yaml }\n', ""]] },
      [
        "spec/paths/lendBook.yaml:1:1 lendBook: response 404: pdf has tables, the specification has no JSON schema",
        "spec/paths/lendBook.yaml:1:1 lendBook: statuses: pdf says [200,404], the specification [200]",
      ],
    ],
    [
      "a status of its own",
      { [LEND]: [['"404"', '"409": { $ref: ../components/NotFound.yaml }\n    "404"']] },
      ["spec/paths/lendBook.yaml:1:1 lendBook: statuses: pdf says [200,404], the specification [200,409,404]"],
    ],
    [
      "a 422 that is not the shared one",
      { [LEND]: [['"404"', '"422": { description: Mine. }\n    "404"']] },
      ["spec/paths/lendBook.yaml:1:1 lendBook: statuses: pdf says [200,404], the specification [200,422,404]"],
    ],
    [
      "another source",
      { [LEND]: [['section: "4.2"', 'section: "4.3"']] },
      [
        'spec/paths/lendBook.yaml:3:3 lendBook: x-source.documents is [{"document":"pdf","section":"4.3","date":"2024-01-16"}]',
      ],
    ],
  ])("%s", (_, edits, wanted) => expect(differences(edits)).toEqual(wanted));

  test("unavailable soon means deprecated, by the newest document", () => {
    const wanted = [
      "spec/paths/listBooks.yaml:1:1 listBooks: deprecated is false, but the vendor marks it: page: unavailable soon",
    ];
    expect(differences({}, ({ list }) => (list.page.unavailableSoon = true))).toEqual(wanted);
    expect(differences({}, ({ list }) => (list.pdf.unavailableSoon = true))).toEqual([]);
  });

  test("an operation without facts, and facts without an operation", () => {
    const other = "get: { operationId: other, responses: {} }";
    expect(check({ "openapi.yaml": [["$ref: paths/lendBook.yaml", other]] })).toEqual([
      "spec/openapi.yaml:8:5 other: there are no facts for this operation; run npm run sources -- --facts <file>",
      "spec/sources/lendBook.json:1:1 lendBook: the documents describe this operation, the specification does not; add it to spec/openapi.yaml",
    ]);
  });

  test("IAM's operations have no facts, but must name their sections", () => {
    const path = "/v3/projects:\n    get: { operationId: keystoneListProjects, responses: {}";
    const source = "x-source: { documents: [{ document: pdf, section: '7.3', date: '2024-01-16' }] }";
    expect(check({ "openapi.yaml": [["components:", `  ${path}, ${source} }\ncomponents:`]] })).toEqual([]);
    expect(differences({ "openapi.yaml": [["components:", `  ${path} }\ncomponents:`]] })).toEqual([
      "spec/openapi.yaml:10:5 keystoneListProjects: x-source.documents names no document",
    ]);
  });
});

describe("parameters", () => {
  const at = "spec/paths/listBooks.yaml";
  test.each<[string, Edits, string[]]>([
    [
      "one that is missing, one that nobody prints",
      { [LIST]: [["name: kind", "name: genre"]] },
      [
        `${at}:1:1 listBooks: query parameter kind: page has it, the specification does not`,
        `${at}:1:1 listBooks: query parameter kind: pdf has it, the specification does not`,
        `${at}:21:7 listBooks: query parameter genre: no document of this operation has it`,
      ],
    ],
    [
      "optional instead of mandatory",
      { [LIST]: [["      required: true\n", ""]] },
      [
        `${at}:8:7 listBooks: path parameter shelf_id: page says mandatory true, the specification required false`,
        `${at}:8:7 listBooks: path parameter shelf_id: pdf says mandatory true, the specification required false`,
      ],
    ],
    [
      "another type",
      { [LIST]: [["type: integer, maximum", "type: number, maximum"]] },
      [
        `${at}:15:7 listBooks: query parameter limit: page says Integer, the schema accepts number`,
        `${at}:15:7 listBooks: query parameter limit: pdf says Integer, the schema accepts number`,
      ],
    ],
    [
      "a wider limit",
      { [LIST]: [["maximum: 100", "maximum: 200"]] },
      [
        `${at}:15:7 listBooks: query parameter limit: page states maximum 100 (schema: 200)`,
        `${at}:15:7 listBooks: query parameter limit: pdf states maximum 100 (schema: 200)`,
        `${at}:17:7 listBooks: query parameter limit: the schema has maximum 200, which no document states`,
      ],
    ],
    [
      "a lost default",
      { [LIST]: [[", default: 10", ""]] },
      [
        `${at}:15:7 listBooks: query parameter limit: page states default 10 (schema: none)`,
        `${at}:15:7 listBooks: query parameter limit: pdf states default 10 (schema: none)`,
      ],
    ],
    [
      "a lost value",
      { [LIST]: [["novel, poem", "novel"]] },
      [
        `${at}:21:7 listBooks: query parameter kind: page lists ["poem"], the schema does not`,
        `${at}:21:7 listBooks: query parameter kind: pdf lists ["poem"], the schema does not`,
      ],
    ],
    [
      "an invented value",
      { [LIST]: [["novel, poem", "novel, poem, play"]] },
      [`${at}:23:7 listBooks: query parameter kind: the schema lists ["play"], which no document does`],
    ],
  ])("%s", (_, edits, wanted) => expect(differences(edits)).toEqual(wanted));

  test("a pattern of exactly 32 characters states the lengths too", () => {
    const lengths: Edits = { [LIST]: [['{32}$" }', '{32}$", minLength: 32, maxLength: 32 }']] };
    const longer: Edits = { [LIST]: [['{32}$" }', '{32}$", maxLength: 33 }']] };
    expect(differences(lengths)).toEqual([]);
    expect(differences(longer)).toEqual([
      `${at}:11:7 listBooks: path parameter shelf_id: the schema has maxLength 33, which no document states`,
    ]);
  });

  test("the token header stands for the security scheme", () => {
    expect(differences({ [LEND]: [["  operationId: lendBook", "  operationId: lendBook\n  security: []"]] })).toEqual([
      "spec/paths/lendBook.yaml:1:1 lendBook: pdf wants the header X-Auth-Token, but the operation's security has no scheme for it",
    ]);
    expect(differences({}, ({ lend }) => (lend.parameters = []))).toEqual([
      "spec/paths/lendBook.yaml:1:1 lendBook: the operation's security takes the header X-Auth-Token, but pdf does not list it",
    ]);
  });

  describe("x-time", () => {
    const since = "    - { name: since, in: query, schema: { type: string } }";
    const withTime = (days: number): Edits => ({
      [LIST]: [
        [
          "  parameters:",
          `  x-time: [{ start: since, end: since, format: yyyy-MM-dd, maximumDays: ${days} }]\n  parameters:\n${since}`,
        ],
      ],
    });
    const document = (limits: DocumentFacts["parameters"][number]["limits"]) => {
      return ({ list }: Facts): void => {
        const row = {
          name: "since",
          in: "query" as const,
          mandatory: false,
          type: "String",
          ...(limits && { limits }),
        };
        for (const { parameters } of [list.page, list.pdf]) parameters.push(row);
      };
    };

    test("holds the window and format of a time parameter", () => {
      expect(differences(withTime(30), document({ timeFormat: "date", maximumDays: 30 }))).toEqual([]);
    });
    test("must not widen the window", () => {
      expect(differences(withTime(31), document({ timeFormat: "date", maximumDays: 30 }))).toEqual([
        `${at}:9:7 listBooks: query parameter since: page states maximumDays 30 (schema: 31)`,
        `${at}:9:7 listBooks: query parameter since: pdf states maximumDays 30 (schema: 31)`,
        `${at}:9:7 listBooks: x-time of since has maximumDays 31, which no document states`,
      ]);
    });
    test("must not invent one", () => {
      expect(differences(withTime(30), document({ timeFormat: "date" }))).toEqual([
        `${at}:9:7 listBooks: x-time of since has maximumDays 30, which no document states`,
      ]);
    });
  });
});

describe("bodies", () => {
  test.each<[string, Edits, string[]]>([
    [
      "a field that is missing",
      { [LEND]: [["            days: { type: integer, format: int64 }\n", ""]] },
      ["spec/paths/lendBook.yaml:14:13 lendBook: request/days: pdf has this field, the schema does not"],
    ],
    [
      "a property that no document has",
      { [BOOK]: [["  pages:", "  colour: { type: string }\n  pages:"]] },
      ["spec/components/Book.yaml:4:3 listBooks: response 200: no document has the property colour"],
    ],
    [
      "a property below a map that no document has",
      { [BOOK]: [["additionalProperties: { type: string }", "properties: { shelf: { type: string } }"]] },
      [
        "spec/components/Book.yaml:5:3 listBooks: response 200/books/tags: page says Map<String,String>, the schema accepts object",
        "spec/components/Book.yaml:5:3 listBooks: response 200/books/tags: pdf says Map<String,String>, the schema accepts object",
        "spec/components/Book.yaml:5:39 listBooks: response 200: no document has the property shelf",
      ],
    ],
    [
      "another scalar type",
      { [LEND]: [["days: { type: integer, format: int64 }", "days: { type: string }"]] },
      [
        "spec/paths/lendBook.yaml:15:13 lendBook: request/days: pdf says Long, the schema accepts string without format int64",
      ],
    ],
    [
      "a long number without its format",
      { [LEND]: [[", format: int64", ""]] },
      [
        "spec/paths/lendBook.yaml:15:13 lendBook: request/days: pdf says Long, the schema accepts integer without format int64",
      ],
    ],
    [
      "a union that nobody recorded",
      { [LEND]: [["title: { type: string,", "title: { type: [string, integer],"]] },
      ["spec/paths/lendBook.yaml:14:13 lendBook: request/title: pdf says String, the schema accepts integer|string"],
    ],
    [
      "an object in the place of an array",
      { [LIST]: [["type: array", "type: object"]] },
      [
        "spec/paths/listBooks.yaml:32:15 listBooks: response 200/books: page says Array of Book objects, the schema accepts object",
        "spec/paths/listBooks.yaml:32:15 listBooks: response 200/books: pdf says Array of Book objects, the schema accepts object",
      ],
    ],
    [
      "a body that is no object",
      {
        [LEND]: [
          [
            "            type: object\n            properties:\n              state",
            "            type: array\n            properties:\n              state",
          ],
        ],
      },
      ["spec/paths/lendBook.yaml:23:11 lendBook: response 200: pdf prints fields, the schema accepts array<any>"],
    ],
    [
      "a mandatory field that is optional",
      { [LEND]: [["          required: [title]\n", ""]] },
      [
        "spec/paths/lendBook.yaml:13:13 lendBook: request/title: pdf says mandatory true, the specification required false",
      ],
    ],
    [
      "a body that is optional as a whole",
      { [LEND]: [["    required: true\n", ""]] },
      ["spec/paths/lendBook.yaml:1:1 lendBook: request: pdf has mandatory fields, but the body is optional"],
    ],
    [
      "names that are not forbidden any more",
      { [LEND]: [[", not: { enum: [Bible] }", ""]] },
      ['spec/paths/lendBook.yaml:14:13 lendBook: request/title: pdf states forbidden ["Bible"] (schema: none)'],
    ],
    [
      "a limit that no document states",
      { [BOOK]: [["title: { type: string }", "title: { type: string, maxLength: 10 }"]] },
      [
        "spec/components/Book.yaml:3:3 listBooks: response 200/books/title: the schema has maxLength 10, which no document states",
      ],
    ],
    [
      "a lost value of an open list",
      { [LEND]: [[", back: Back.", ""]] },
      ['spec/paths/lendBook.yaml:26:15 lendBook: response 200/state: pdf lists ["back"], the schema does not'],
    ],
    [
      "a value of an open list that no document has",
      { [LEND]: [["back: Back.", "back: Back., lost: Lost."]] },
      [
        'spec/paths/lendBook.yaml:26:15 lendBook: response 200/state: the schema lists ["lost"], which no document does',
      ],
    ],
    [
      "null that no example shows",
      { [BOOK]: [["pages: { type: integer }", 'pages: { type: [integer, "null"] }']] },
      ["spec/components/Book.yaml:4:3 listBooks: pages accepts null, which no documented example shows"],
    ],
    [
      "null that an example shows and the schema refuses",
      { [BOOK]: [['[string, "null"]', "string"]] },
      [
        "spec/components/Book.yaml:6:3 listBooks: /books/0/note: the example of page shows null, the schema does not accept it",
        "spec/components/Book.yaml:6:3 listBooks: /books/0/note: the example of pdf shows null, the schema does not accept it",
      ],
    ],
  ])("%s", (_, edits, wanted) => expect(differences(edits)).toEqual(wanted));

  test("a field behind anyOf, allOf and a reference is found", () => {
    const either = "items: { anyOf: [{ allOf: [{ $ref: ../components/Book.yaml }] }] }";
    expect(differences({ [LIST]: [["items: { $ref: ../components/Book.yaml }", either]] })).toEqual([]);
  });

  test("a table that no field leads to", () => {
    const lost = { of: 200, name: "Lost", fields: [] };
    expect(differences({}, ({ lend }) => lend.tables.push(lost))).toEqual([
      "spec/paths/lendBook.yaml:1:1 lendBook: response 200: no field leads to table Lost of pdf",
    ]);
  });

  test("a type that nobody has met", () => {
    const change = ({ lend }: Facts): void => {
      lend.tables[0]?.fields.push({ name: "when", type: "One of two things", mandatory: false });
    };
    expect(differences({ [LEND]: [["days:", "when: { type: string }\n            days:"]] }, change)).toEqual([
      "spec/paths/lendBook.yaml:15:13 lendBook: request/when: pdf prints a type that the comparison does not know: One of two things",
    ]);
  });

  test("a table that refers to itself is compared once", () => {
    const sequel: Edits = { [BOOK]: [["  note:", "  sequel: { $ref: ./Book.yaml }\n  note:"]] };
    const print = ({ list }: Facts): void => {
      for (const { tables } of [list.page, list.pdf]) tables[1]?.fields.push({ name: "sequel", type: "Book object" });
    };
    expect(differences(sequel, print)).toEqual([]);
  });
});

describe("files", () => {
  test("facts that are not JSON are the only thing reported", () => {
    const root = makeProject({});
    try {
      writeFileSync(join(root, "spec/sources/lendBook.json"), "{");
      expect(checkSources(root).map(formatProblem)).toEqual([
        expect.stringMatching(
          /^spec\/sources\/lendBook\.json:1:1: is not JSON \(.*\); record it again: npm run sources -- --facts <file>$/,
        ),
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test("a folder without a specification", () => {
    const root = mkdtempSync(join(tmpdir(), "sources-check-"));
    try {
      expect(checkSources(root).map(formatProblem)).toEqual([
        "spec/openapi.yaml:1:1: the specification is missing; run this in the project's folder",
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test("a reference that leads nowhere is the only thing reported", () => {
    expect(check({ [LIST]: [["../components/Book.yaml", "../components/Boot.yaml"]] })).toEqual([
      "spec/paths/listBooks.yaml:34:26: $ref leads nowhere: ../components/Boot.yaml; correct it, or add what it refers to",
    ]);
  });

  test("broken YAML", () => {
    expect(check({ [BOOK]: [["  title: { type: string }", "  title: { type: string"]] })).toEqual([
      "spec/components/Book.yaml:4:3: Flow map in block collection must be sufficiently indented and end with a }; correct the YAML",
    ]);
  });
});
