import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "../../../generator/sources/cli.js";
import type { OperationFacts } from "../../../generator/sources/facts.js";
import { makeProject, type Edits } from "./project.js";

let out = "";
let said = "";
let root = "";

beforeEach(() => {
  root = makeProject({});
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((said += String(text)), true));
  out = said = "";
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const source = { sdks: 6, explorer: true, pages: [] };

/** A small catalogue that agrees with the small specification; tests change it. */
function catalogue() {
  return {
    meta: {
      made: "2026-11-26",
      snapshots: {
        java: "3.1.212, 2026-08-20, 23eb13d",
        net: "3.1.207, 2026-08-20, 1e954c4",
        explorer: "definitions e05e9a0, 2026-07-24 (2 of 3)",
        terraform: "a0345b8, 2026-08-21",
      },
    },
    operations: [
      {
        operationId: "listBooks",
        vendorName: "ListBooks",
        method: "GET",
        path: "/v3/shelves/{shelf_id}/books",
        parameters: [
          {
            name: "shelf_id",
            in: "path",
            type: "string",
            required: true,
            limits: { pattern: "^[0-9a-z]{32}$", length: 32 },
          },
          { name: "limit", in: "query", type: "integer", format: "int32", limits: { maximum: 100 }, default: "10" },
          { name: "kind", in: "query", type: "string", enum: ["novel", "poem"] },
        ],
        response: { kind: "json", schema: { ref: "ListBooksResponse" } },
        statuses: { "200": "ListBooksResponse", "404": "Error" },
        source: {
          ...source,
          pages: [{ url: "https://example.com/ListBooks.html", date: "2026-03-31", section: null }],
        },
        clients: ["terraform", "reader (live)"],
        conflicts: [] as object[],
      },
      {
        operationId: "searchBooks",
        vendorName: "SearchBooks",
        method: "POST",
        path: "/v4/books/search",
        parameters: [
          { name: "since", in: "query", type: "string", limits: { timeFormat: "yyyy-MM-dd" }, default: "2022-01-04" },
        ],
        request: { required: true, schema: { ref: "Query" } },
        response: { kind: "json", fields: { found: { type: "array", items: { ref: "Nowhere" } } } },
        source,
      },
    ] as Array<Record<string, unknown>>,
    schemas: {
      ListBooksResponse: {
        total: { type: "integer", format: "int32" },
        books: { type: "array", items: { ref: "Book" } },
      },
      Book: {
        title: { type: "string" },
        pages: { type: "integer" },
        tags: { type: "object", additionalProperties: { type: "string" } },
        note: { type: "string" },
      } as Record<string, object>,
      Query: {
        words: { type: "array", items: { type: "string" }, required: true },
        near: { ref: "Book" },
        size: { type: "integer", format: "int64", enum: [1, 2] },
      },
    },
  };
}

type Catalogue = ReturnType<typeof catalogue>;

function run(...words: string[]): Promise<number> {
  out = said = "";
  return main(words, join(root, "spec/sources"));
}

function record(change: (made: Catalogue) => void = () => undefined): Promise<number> {
  const made = catalogue();
  change(made);
  const file = join(root, "catalogue.json");
  writeFileSync(file, JSON.stringify(made));
  return run("--catalogue", file);
}

function recorded(name: string): OperationFacts {
  return JSON.parse(readFileSync(join(root, "spec/sources", `${name}.json`), "utf8")) as OperationFacts;
}

/** What `--check` prints after a catalogue was recorded, without the place. */
async function differences(change: (made: Catalogue) => void, edits: Edits = {}): Promise<string[]> {
  rmSync(root, { recursive: true });
  root = makeProject(edits);
  expect(await record(change)).toBe(0);
  await run("--check");
  return out
    .split("\n")
    .filter(Boolean)
    .map((line) => line.replace(/^\S+ /, ""));
}

const [list, search] = [0, 1];

describe("npm run sources -- --catalogue", () => {
  test("records what the API Explorer, the SDKs and clients say, beside the vendor's texts", async () => {
    const before = recorded("listBooks").documents;
    expect(await record()).toBe(0);
    expect(said.split("\n")[0]).toBe("Recorded 1 operation in spec/sources, and 1 pending one.");
    const { documents, catalogue: made } = recorded("listBooks");
    expect(documents).toEqual(before);
    expect(made?.documents.map(({ document, version, date }) => [document, version, date])).toEqual([
      ["explorer", "explorer e05e9a0", "2026-07-24"],
      ["sdk", "java 3.1.212", "2026-08-20"],
      ["client", "terraform, reader (live)", "2026-08-21"],
    ]);
    expect(made?.documents[0]).toMatchObject({ statuses: [200, 404], parameters: [], tables: [] });
    expect(made?.documents[1]?.parameters).toEqual([
      { name: "shelf_id", type: "String", mandatory: true, in: "path", limits: { pattern: "^[0-9a-z]{32}$" } },
      { name: "limit", type: "Integer", mandatory: false, in: "query", limits: { maximum: 100, default: 10 } },
      { name: "kind", type: "String", mandatory: false, in: "query", values: ["novel", "poem"] },
    ]);
    expect(made?.pages).toEqual([{ url: "https://example.com/ListBooks.html", date: "2026-03-31" }]);
    expect(await run("--check")).toBe(0);
  });

  test("a later catalogue takes the place of an earlier one, and the vendor's texts stay when they are recorded again", async () => {
    await record();
    await record(({ operations, meta }) => {
      meta.snapshots.java = "3.2.0, 2027-01-01, 0000000";
      delete operations[list]?.clients;
    });
    expect(recorded("listBooks").catalogue?.documents.map(({ version }) => version)).toEqual([
      "explorer e05e9a0",
      "java 3.2.0",
    ]);
  });

  test("what the specification lacks is pending: it is listed, and no difference", async () => {
    await record();
    expect(said).toContain("Nowhere: the catalogue has no fields of it; it counts as an object of any fields.\n");
    expect(recorded("pending/searchBooks").catalogue?.documents[1]).toMatchObject({
      parameters: [{ name: "since", type: "String", mandatory: false, in: "query", limits: { timeFormat: "date" } }],
      tables: [
        {
          of: "request",
          name: "Request body parameters",
          fields: [
            { name: "words", type: "Array of strings", mandatory: true },
            { name: "near", type: "Book object", mandatory: false },
            { name: "size", type: "Long", mandatory: false, values: ["1", "2"] },
          ],
        },
        { of: "request", name: "Book", fields: [{}, {}, { name: "tags", type: "Map<String,String>" }, {}] },
        { of: 200, name: "Response body parameters", fields: [{ name: "found", type: "Array of Nowhere objects" }] },
      ],
    });
    expect(await run("--pending")).toBe(0);
    expect(out).toBe("searchBooks  POST /v4/books/search\n");
    expect(said).toBe("1 operation pending: the specification does not have them yet.\n");
    expect(await run("--check")).toBe(0);
  });

  test("a pending operation says whose place it takes", async () => {
    await record(({ operations }) => {
      Object.assign(operations[list] ?? {}, { successor: { operationId: "searchBooks", confidence: "high" } });
    });
    await run("--pending");
    expect(out).toBe("searchBooks  POST /v4/books/search  takes the place of listBooks\n");
  });

  test("what has come into the specification is pending no more", async () => {
    await record(({ operations }) => Object.assign(operations[search] ?? {}, { operationId: "lendBook" }));
    const folder = join(root, "spec/sources");
    mkdirSync(join(folder, "pending"), { recursive: true });
    writeFileSync(join(folder, "pending/lendBook.json"), readFileSync(join(folder, "lendBook.json"), "utf8"));
    await record();
    expect(said).toContain(
      "lendBook: the specification has it now; delete spec/sources/pending/lendBook.json yourself.",
    );
    await run("--pending");
    expect(out).toBe("searchBooks  POST /v4/books/search\n");
  });

  test("an operation that a later catalogue lacks is named, not deleted", async () => {
    await record();
    await record(({ operations }) => operations.pop());
    expect(said).toContain(
      "searchBooks: it is no longer in the catalogue; delete spec/sources/pending/searchBooks.json yourself.",
    );
    expect(existsSync(join(root, "spec/sources/pending/searchBooks.json"))).toBe(true);
  });

  test.each<[title: string, change: (made: Catalogue) => void, problem: string]>([
    ["no operations", (made) => (made.operations = []), "/operations: must NOT have fewer than 1 items"],
    [
      "a strange method",
      ({ operations }) => Object.assign(operations[list] ?? {}, { method: "FETCH" }),
      "/operations/0/method: ",
    ],
    [
      "a parameter without a name",
      ({ operations }) =>
        (operations[search] = { ...operations[search], parameters: [{ in: "query", type: "string" }] }),
      "/operations/1/parameters/0: must have required property 'name'",
    ],
    [
      "one operation twice",
      ({ operations }) => operations.push({ ...operations[list] }),
      "listBooks stands twice; keep one",
    ],
    [
      "a successor that is none",
      ({ operations }) =>
        Object.assign(operations[list] ?? {}, { successor: { operationId: "gone", confidence: "low" } }),
      "listBooks: there is no gone, its successor",
    ],
  ])("%s: nothing is recorded", async (_, change, problem) => {
    const before = readFileSync(join(root, "spec/sources/listBooks.json"), "utf8");
    expect(await record(change)).toBe(1);
    expect(said).toContain(`catalogue.json: ${problem}`);
    expect(said).toMatch(/Nothing was recorded: \d+ problems?\.\n$/);
    expect(readFileSync(join(root, "spec/sources/listBooks.json"), "utf8")).toBe(before);
  });

  test("a file that is missing, or no JSON", async () => {
    expect(await run("--catalogue", join(root, "none.json"))).toBe(2);
    expect(said).toMatch(/^Cannot read a file: ENOENT/);
    writeFileSync(join(root, "text.json"), "facts");
    expect(await run("--catalogue", join(root, "text.json"))).toBe(1);
    expect(said).toContain("text.json: it is not JSON (");
  });
});

describe("--check holds the specification to a catalogue", () => {
  const bookHas = ({ schemas }: Catalogue): void => void (schemas.Book.author = { type: "string" });

  test.each<[title: string, change: (made: Catalogue) => void, edits: Edits, wanted: RegExp[]]>([
    [
      "a field that only the SDKs have",
      bookHas,
      {},
      [
        /books\/author: sdk has it, page does not/,
        /author: sdk has it, pdf does not/,
        /author: sdk has this field, the schema does not/,
      ],
    ],
    [
      "another type",
      ({ schemas }) => (schemas.Book.pages = { type: "string" }),
      {},
      [
        /pages: type is "Integer" in page, "String" in sdk/,
        /pages: type is "String" in sdk, "Integer" in pdf/,
        /pages: sdk says String, the schema accepts integer/,
      ],
    ],
    [
      "a status",
      ({ operations }) => Object.assign(operations[list] ?? {}, { statuses: { "200": "A", "500": "B" } }),
      {},
      [/statuses: explorer says \[200,500\]/],
    ],
    [
      "a mark of age",
      ({ operations }) =>
        Object.assign(operations[list] ?? {}, { deprecated: { marks: [{ mark: "old group", source: "explorer" }] } }),
      {},
      [/deprecated is false, but the vendor marks it: old group; set deprecated: true/],
    ],
    [
      "a successor",
      ({ operations }) =>
        Object.assign(operations[list] ?? {}, { successor: { operationId: "searchBooks", confidence: "high" } }),
      {},
      [/x-successor is missing, but the catalogue names POST \/v4\/books\/search/],
    ],
    [
      "a successor that is not the same, and nothing that says what is lost",
      ({ operations }) =>
        Object.assign(operations[list] ?? {}, { successor: { operationId: "searchBooks", confidence: "low" } }),
      {},
      [
        /x-successor is missing, but the catalogue names POST \/v4\/books\/search/,
        /the catalogue names searchBooks with low confidence; say in x-nearest what is lost/,
      ],
    ],
    [
      "a dispute without an answer",
      ({ operations }) =>
        Object.assign(operations[list] ?? {}, {
          conflicts: [{ at: "limit", about: "mandatory", claims: { sdk: true, client: false } }],
        }),
      {},
      [/limit: sources disagree about mandatory: \{"sdk":true,"client":false\}; record an x-conflicts entry/],
    ],
    [
      "a dispute about nothing that is there",
      ({ operations }) =>
        Object.assign(operations[list] ?? {}, {
          conflicts: [{ at: "response.books[].weight", about: "type", claims: { sdk: "string" } }],
        }),
      {},
      [/the catalogue disputes response\.books\[\]\.weight, which the operation does not have/],
    ],
  ])("%s", async (_, change, edits, wanted) => {
    const found = await differences(change, edits);
    expect(found).toHaveLength(wanted.length);
    for (const one of wanted) expect(found.join("\n")).toMatch(one);
  });

  test("limits of which one side says nothing are no contradiction; those that differ are", async () => {
    const without = ({ operations }: Catalogue): void => {
      const parameters = operations[list]?.parameters as Array<Record<string, unknown>>;
      parameters[1] = { name: "limit", in: "query", type: "integer" };
    };
    expect(await differences(without)).toEqual([]);
    const other = ({ operations }: Catalogue): void => {
      const parameters = operations[list]?.parameters as Array<Record<string, unknown>>;
      parameters[1] = { name: "limit", in: "query", type: "integer", limits: { maximum: 50 } };
    };
    expect((await differences(other)).join("\n")).toMatch(
      /limits is \{"maximum":100,"default":10\} in page, \{"maximum":50\} in sdk/,
    );
  });

  test("a dispute that an entry answers keeps that entry", async () => {
    const dispute = { at: "limit", about: "mandatory", claims: { page: false, client: true } };
    const entry = "x-conflicts: [{ about: mandatory, claims: { page: false, client: true }, decision: no, why: so }]";
    const edits: Edits = {
      "paths/listBooks.yaml": [
        [
          "      in: query\n      schema: { type: integer",
          `      in: query\n      ${entry}\n      schema: { type: integer`,
        ],
      ],
    };
    expect(
      await differences(({ operations }) => Object.assign(operations[list] ?? {}, { conflicts: [dispute] }), edits),
    ).toEqual([]);
    expect((await differences(() => undefined, edits)).join("\n")).toMatch(/explains nothing; delete it/);
  });
});
