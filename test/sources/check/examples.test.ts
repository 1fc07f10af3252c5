import { describe, expect, test } from "vitest";
import type { ExampleFacts } from "../../../generator/sources/facts.js";
import { check, type Edits, type Facts } from "./project.js";

const LIST = "paths/listBooks.yaml";
const LEND = "paths/lendBook.yaml";

describe("request lines", () => {
  /** The printed request of the PDF's listBooks. */
  const printed = (url: string, method = "GET") => {
    return ({ list }: Facts): void => {
      list.pdf.examples[0] = { of: "request", method, url };
    };
  };

  test.each([
    ["another host", "https://cloudbuild-ext.cn-north-4.myhuaweicloud.com/v3/shelves/s1/books?limit=5"],
    ["an escaped query", "https://{endpoint}/v3/shelves/s1/books?%6Cimit=5"],
  ])("%s is the same request", (_, url) => expect(check({}, printed(url))).toEqual([]));

  test("the order of the query does not count", () => {
    const kind: Edits = {
      [LIST]: [
        ["enum: [novel, poem] }", "enum: [novel, poem] }\n      examples: { pdf: { x-from: [pdf], value: poem } }"],
      ],
    };
    expect(check(kind, printed("https://{endpoint}/v3/shelves/s1/books?kind=poem&limit=5"))).toEqual([]);
  });

  test("another method, and the entry that records it", () => {
    const change = printed("https://{endpoint}/v3/shelves/s1/books?limit=5", "POST");
    expect(check({}, change)).toEqual([
      "spec/paths/listBooks.yaml:1:1 listBooks: request: pdf shows POST /v3/shelves/s1/books?limit=5, the examples from pdf make GET /v3/shelves/s1/books?limit=5; " +
        "correct the parameters' examples from pdf, or record x-conflicts " +
        '{"about":"example","claims":{"pdf":["POST /v3/shelves/s1/books?limit=5"]},"decision":["GET /v3/shelves/s1/books?limit=5"]}',
    ]);
    const entry = `  x-conflicts:
    - about: example
      claims: { pdf: ["POST /v3/shelves/s1/books?limit=5"] }
      decision: ["GET /v3/shelves/s1/books?limit=5"]
  parameters:`;
    expect(check({ [LIST]: [["  parameters:", entry]] }, change)).toEqual([]);
  });

  test("an entry that quotes another line does not explain it", () => {
    const entry = `  x-conflicts:
    - about: example
      claims: { pdf: ["POST /v3/shelves/s1/books?limit=5"] }
      decision: ["GET /v3/shelves/s2/books?limit=5"]
  parameters:`;
    const change = printed("https://{endpoint}/v3/shelves/s1/books?limit=5", "POST");
    expect(check({ [LIST]: [["  parameters:", entry]] }, change)).toHaveLength(2);
  });

  test("a parameter without its example", () => {
    expect(check({ [LIST]: [["        pdf: { x-from: [pdf], value: 5 }\n", ""]] })).toEqual([
      "spec/paths/listBooks.yaml:1:1 listBooks: request: pdf shows GET /v3/shelves/s1/books?limit=5, the examples from pdf make GET /v3/shelves/s1/books; " +
        "correct the parameters' examples from pdf, or record x-conflicts " +
        '{"about":"example","claims":{"pdf":["GET /v3/shelves/s1/books?limit=5"]},"decision":["GET /v3/shelves/s1/books"]}',
    ]);
  });
});

describe("bodies", () => {
  /** The printed answer of the PDF's listBooks. */
  const answer = (example: Omit<ExampleFacts, "of">) => {
    return ({ list }: Facts): void => {
      list.pdf.examples[1] = { of: 200, ...example };
    };
  };
  const book = { title: "Emma", pages: 474, tags: { shelf: "a" }, note: null };

  test("another value, and the entry that records it", () => {
    const change = answer({ body: { total: 2, books: [book] } });
    expect(check({}, change)).toEqual([
      'spec/paths/listBooks.yaml:38:13 listBooks: response 200: the example from pdf lacks ["total: 2"] of pdf and adds ["total: 1"]; ' +
        'correct the example, or record x-conflicts {"about":"example","claims":{"pdf":["total: 2"]},"decision":["total: 1"]}',
    ]);
    const entry = `            pdf: { x-from: [pdf],
              x-conflicts: [{ about: example, claims: { pdf: ["total: 2"] }, decision: ["total: 1"] }],
              value`;
    expect(check({ [LIST]: [["            pdf: { x-from: [pdf],\n              value", entry]] }, change)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["a lost field", { total: 1, books: [{ ...book, pages: undefined }] }, 'lacks [] of pdf and adds ["pages: 474"]'],
    [
      "a lost item",
      { total: 1, books: [book, { title: "Ulysses" }] },
      'lacks ["title: \\"Ulysses\\""] of pdf and adds []',
    ],
    ["a number for text", { total: "1", books: [book] }, 'lacks ["total: \\"1\\""] of pdf and adds ["total: 1"]'],
    [
      "a value elsewhere",
      { total: 1, pages: 474, books: [{ ...book, pages: undefined }] },
      'lacks ["pages: 474"] of pdf and adds ["pages: 474"]',
    ],
    ["an empty object", { total: 1, books: [{ ...book, tags: {} }] }, 'lacks [] of pdf and adds ["shelf: \\"a\\""]'],
    [
      "null for an object",
      { total: 1, books: [{ ...book, tags: null }] },
      'lacks ["tags: null"] of pdf and adds ["shelf: \\"a\\""]',
    ],
  ])("%s", (_, body, wanted) => {
    const problems = check({}, answer({ body: JSON.parse(JSON.stringify(body)) as unknown }));
    expect(
      problems.filter((line) => line.includes("example from pdf")).map((line) => /lacks .*?(?=;)/.exec(line)?.[0]),
    ).toEqual([wanted]);
  });

  test("an object in the place of an array is a conflict of containers, not of values", () => {
    const change = answer({ body: { total: 1, books: book } });
    expect(check({}, change)).toEqual([
      "spec/paths/listBooks.yaml:32:15 listBooks: response 200/books: the example of pdf shows an object, the one from pdf does not; " +
        'correct the example, or record x-conflicts {"about":"container","claims":{"pdfExample":"object"}}',
    ]);
    const entry =
      "type: array\n                x-conflicts: [{ about: container, claims: { pdf: Array of Book objects, pdfExample: object } }]";
    expect(check({ [LIST]: [["type: array", entry]] }, change)).toEqual([]);
  });

  test("brackets around a map are one too", () => {
    const change = answer({ body: { total: 1, books: [{ ...book, tags: [{ shelf: "a" }] }] } });
    expect(check({}, change)).toEqual([
      "spec/components/Book.yaml:5:3 listBooks: response 200/books/tags: the example of pdf shows an array, the one from pdf does not; " +
        'correct the example, or record x-conflicts {"about":"container","claims":{"pdfExample":"array"}}',
    ]);
  });

  describe("that lost brackets", () => {
    const tokens: Array<[string, string | number | null]> = [
      ["total", 1],
      ["title", "Emma"],
      ["pages", 474],
      ["shelf", "a"],
      ["note", null],
    ];
    test("hold all keys and values in any order", () => {
      expect(check({}, answer({ broken: { tokens: [...tokens].reverse() } }))).toEqual([]);
    });
    test("must not lose one", () => {
      const problems = check({}, answer({ broken: { tokens: [...tokens, ["title", "Emma"]] } }));
      expect(problems).toEqual([
        'spec/paths/listBooks.yaml:38:13 listBooks: response 200: the example from pdf lacks ["title: \\"Emma\\""] of pdf and adds []; ' +
          'correct the example, or record x-conflicts {"about":"example","claims":{"pdf":["title: \\"Emma\\""]},"decision":[]}',
      ]);
    });
    test("let an entry say which container was meant", () => {
      const values = "additionalProperties: { type: string }";
      const entry = "{ about: container, claims: { pdf: 'Map<String,String>', pdfExample: array } }";
      const edits: Edits = { "components/Book.yaml": [[values, `${values}, x-conflicts: [${entry}]`]] };
      expect(check(edits, answer({ broken: { tokens } }))).toEqual([]);
      // Where no bracket is lost, the example shows the map itself, and the entry is wrong.
      expect(check(edits)).toEqual([
        'spec/components/Book.yaml:5:79: pdfExample does not say "array" about container here; quote what the facts say, or drop the claim',
        "spec/components/Book.yaml:5:79: the x-conflicts entry about container explains nothing; delete it",
      ]);
    });
  });

  /** The small specification with one more example of lendBook's response. */
  const more = (entry: string): Edits => ({
    [LEND]: [
      ["value: { state: lent } }", `value: { state: lent } }\n            another: { ${entry}value: { state: back } }`],
    ],
  });

  test("a second example of a document is told from the first by a number", () => {
    const change = ({ lend }: Facts): void => void lend.examples.push({ of: 200, body: { state: "back" } });
    expect(check({}, change)).toEqual([
      "spec/paths/lendBook.yaml:1:1 lendBook: response 200: pdf has an example body, the specification has none from pdf-2; add it",
    ]);
    expect(check(more("x-from: [pdf-2], "), change)).toEqual([]);
  });

  test("examples of other sources are free, those of documents are not, and each names a source", () => {
    expect(check(more("x-from: [observed], "))).toEqual([]);
    expect(check(more("x-from: [page], "))).toEqual([
      "spec/paths/lendBook.yaml:32:13 lendBook: response 200: the example another is said to be from page, which does not show it; " +
        'delete it, or name its source in x-from, or record x-conflicts {"about":"example","claims":{"page":[]}}',
    ]);
    expect(check(more(""))).toEqual([
      "spec/paths/lendBook.yaml:32:13 lendBook: response 200: nothing says where the example another comes from; " +
        "name the source in x-from; `typical` where no source shows it",
    ]);
  });

  test("what the PDF repeats of a page may be left out, and what the page itself shows may not", () => {
    const without = (source: string): Edits => ({
      [LIST]: [
        [`        ${source}: { x-from: [${source}], value: s1 }\n`, ""],
        [`        ${source}: { x-from: [${source}], value: 5 }\n`, ""],
      ],
    });
    expect(check(without("pdf"))).toEqual([]);
    expect(check(without("page")).map((line) => /the examples from .*?;/.exec(line)?.[0])).toEqual([
      "the examples from page make GET /v3/shelves/{shelf_id}/books;",
    ]);
  });

  test("a walkthrough has examples only", () => {
    const change = ({ lend, list }: Facts): void => {
      const [request, response] = lend.examples;
      if (!request || !response) throw new Error("the small facts have both");
      Object.assign(lend, {
        document: "walkthrough",
        tables: [],
        statuses: [],
        parameters: [],
        examples: [request, response],
      });
      list.pdf.examples.length = 2;
    };
    const problems = check(
      {
        [LEND]: [
          ["document: pdf", "document: walkthrough"],
          ["pdf: { x-from: [pdf]", "loan: { x-from: [walkthrough]"],
          ["pdf: { x-from: [pdf]", "loan: { x-from: [walkthrough]"],
        ],
      },
      change,
    );
    // Without tables nothing documents the fields; the examples themselves agree.
    expect(problems.filter((line) => line.includes("example"))).toEqual([]);
    expect(problems.map((line) => /no document has the property \w+/.exec(line)?.[0])).toEqual([
      "no document has the property title",
      "no document has the property days",
      "no document has the property state",
    ]);
  });
});
