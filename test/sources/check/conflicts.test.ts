import { describe, expect, test } from "vitest";
import { check, type Edits, type Facts } from "./project.js";

const LIST = "paths/listBooks.yaml";
const LEND = "paths/lendBook.yaml";
const BOOK = "components/Book.yaml";

/** An entry beside the property `pages` of a book. */
const onPages = (schema: string, entry: string): Edits => ({
  [BOOK]: [["pages: { type: integer }", `pages: { ${schema}, x-conflicts: [${entry}] }`]],
});
/** An entry on the query parameter `limit`. */
const onLimit = (entry: string): Edits => ({
  [LIST]: [["      schema: { type: integer", `      x-conflicts: [${entry}]\n      schema: { type: integer`]],
});

describe("page against pdf", () => {
  const pdfSaysString = ({ list }: Facts): void => {
    list.pdf.tables[1]?.fields.splice(1, 1, { name: "pages", type: "String" });
  };
  const optionalInPage = ({ list }: Facts): void => {
    list.pdf.parameters.splice(1, 1, { name: "limit", in: "query", mandatory: true, type: "Integer" });
    list.page.parameters.splice(1, 1, { name: "limit", in: "query", mandatory: false, type: "Integer" });
  };

  test("a type that they print differently is recorded once, with both claims", () => {
    expect(check({}, pdfSaysString)).toEqual([
      'spec/components/Book.yaml:4:3 listBooks: response 200/books/pages: pdf says String, the schema accepts integer; correct the schema, or record x-conflicts {"about":"type","claims":{"pdf":"String"}}',
      'spec/components/Book.yaml:4:3 listBooks: response 200/books/pages: type is "Integer" in page, "String" in pdf; record x-conflicts {"about":"type","claims":{"page":"Integer","pdf":"String"}}',
    ]);
    const entry = "{ about: type, claims: { page: Integer, pdf: String } }";
    expect(check(onPages("type: [integer, string]", entry), pdfSaysString)).toEqual([]);
  });

  test("names of tables are no difference", () => {
    const rename = ({ list }: Facts): void => {
      list.pdf.tables[0]?.fields.splice(1, 1, { name: "books", type: "Array of BookItem objects" });
      Object.assign(list.pdf.tables[1] ?? {}, { name: "BookItem" });
    };
    expect(check({}, rename)).toEqual([]);
  });

  test("limits of one and silence of the other", () => {
    const silent = ({ list }: Facts): void => {
      delete list.pdf.parameters[1]?.limits;
    };
    expect(check({}, silent)).toEqual([
      'spec/paths/listBooks.yaml:15:7 listBooks: query parameter limit: limits is {"maximum":100,"default":10} in page, {} in pdf; record x-conflicts {"about":"limits","claims":{"page":{"maximum":100,"default":10},"pdf":{}}}',
    ]);
    const entry = (pdf: string): string =>
      `{ about: limits, claims: { page: { maximum: 100, default: 10 }, pdf: ${pdf} } }`;
    expect(check(onLimit(entry("{}")), silent)).toEqual([]);
    expect(check(onLimit(entry("null")), silent)).toEqual([]);
  });

  test("the newest table wins over an older one", () => {
    const entry = "      x-conflicts: [{ about: mandatory, claims: { page: false, pdf: true } }]\n";
    const recorded: Edits = { [LIST]: [["type: integer, maximum: 100, default: 10 }\n", `type: integer }\n${entry}`]] };
    expect(check(recorded, optionalInPage)).toEqual([]);
    const followsOld: Edits = {
      [LIST]: [["type: integer, maximum: 100, default: 10 }\n", `type: integer }\n      required: true\n${entry}`]],
    };
    expect(check(followsOld, optionalInPage)).toEqual([
      'spec/paths/listBooks.yaml:15:7 listBooks: query parameter limit: page says mandatory false, the specification required true; make it optional, or record x-conflicts {"about":"mandatory","claims":{"page":false}}',
    ]);
  });

  test("a parameter that only one has", () => {
    const change = ({ list }: Facts): void => void list.pdf.parameters.splice(2, 1);
    expect(check({}, change)).toEqual([
      'spec/paths/listBooks.yaml:1:1 listBooks: parameter kind: page has it, pdf does not; record x-conflicts {"about":"parameter","claims":{"page":["kind"],"pdf":[]}}',
    ]);
    const entry = "  x-conflicts: [{ about: parameter, claims: { page: [kind], pdf: [] } }]\n  parameters:";
    expect(check({ [LIST]: [["  parameters:", entry]] }, change)).toEqual([]);
  });

  describe("fields that only one has", () => {
    const change = ({ list }: Facts): void => {
      list.page.tables[1]?.fields.push({ name: "isbn", type: "String" }, { name: "year", type: "Integer" });
    };
    const properties: [string, string] = ["  pages:", "  isbn: { type: string }\n  year: { type: integer }\n  pages:"];
    const entry: [string, string] = [
      "type: object\n",
      "type: object\nx-conflicts: [{ about: presence, claims: { page: [isbn, year], pdf: [] } }]\n",
    ];

    test("need an entry, which may list many at once", () => {
      expect(check({ [BOOK]: [properties] }, change)).toEqual([
        'spec/components/Book.yaml:1:1 listBooks: response 200/books/isbn: page has it, pdf does not; record x-conflicts {"about":"presence","claims":{"page":["isbn"],"pdf":[]}}',
        'spec/components/Book.yaml:1:1 listBooks: response 200/books/year: page has it, pdf does not; record x-conflicts {"about":"presence","claims":{"page":["year"],"pdf":[]}}',
      ]);
      expect(check({ [BOOK]: [properties, entry] }, change)).toEqual([]);
    });

    test("are there nevertheless: such an entry does not excuse a missing field", () => {
      const onlyOne: [string, string] = ["  pages:", "  isbn: { type: string }\n  pages:"];
      expect(check({ [BOOK]: [onlyOne, entry] }, change)).toEqual([
        'spec/components/Book.yaml:4:3 listBooks: response 200/books/year: page has this field, the schema does not; add the property, or record x-conflicts {"about":"name","claims":{"page":"year"}}',
      ]);
    });
  });
});

describe("a field under another name", () => {
  const change = ({ list }: Facts): void => {
    for (const { tables } of [list.page, list.pdf])
      tables[1]?.fields.splice(1, 1, { name: "page_count", type: "Integer" });
  };
  const entry = "{ about: name, claims: { page: page_count, pdf: page_count, pdfExample: pages } }";

  test("is explained beside the property that stands for it", () => {
    expect(check(onPages("type: integer", entry), change)).toEqual([]);
  });
  test("is compared all the same", () => {
    expect(check(onPages("type: string", entry), change).map((line) => line.split("; ")[0])).toEqual([
      "spec/components/Book.yaml:4:3 listBooks: response 200/books/page_count: page says Integer, the schema accepts string",
      "spec/components/Book.yaml:4:3 listBooks: response 200/books/page_count: pdf says Integer, the schema accepts string",
    ]);
  });
  test("keeps one of the names that the sources give it", () => {
    const renamed: Edits = {
      [BOOK]: [["pages: { type: integer }", `leaves: { type: integer, x-conflicts: [${entry}] }`]],
    };
    expect(check(renamed, change)).toEqual([
      "spec/components/Book.yaml:4:42: the x-conflicts entry about name records page_count or pages, which the schema does not accept; give the schema what the entry records, or correct the entry",
    ]);
  });
});

describe("observations", () => {
  test("explain a union, if the schema accepts all that was seen", () => {
    const entry = "{ about: type, claims: { page: Integer, pdf: Integer, observed: integer or string } }";
    expect(check(onPages("type: [integer, string]", entry))).toEqual([]);
    expect(check(onPages("type: [integer, boolean]", entry))).toEqual([
      "spec/components/Book.yaml:4:52: the x-conflicts entry about type records string, which the schema does not accept; give the schema what the entry records, or correct the entry",
    ]);
  });

  test("explain a property, a limit, values and null", () => {
    const edits: Edits = {
      [BOOK]: [
        [
          "  pages: { type: integer }",
          '  pages: { type: [integer, "null"], x-conflicts: [{ about: "null", claims: { observed: null } }] }',
        ],
        [
          "  title: { type: string }",
          "  title: { type: string, maxLength: 9, x-conflicts: [{ about: limits, claims: { observed: { maxLength: 9 } } }] }\n" +
            "  colour: { type: string, x-conflicts: [{ about: presence, claims: { observed: colour } }] }",
        ],
      ],
      [LEND]: [
        [
          "x-states: { known: { lent: Lent., back: Back. } }",
          "x-states: { known: { lent: Lent., back: Back., lost: Lost. } }\n                x-conflicts: [{ about: values, claims: { observed: [lost] } }]",
        ],
      ],
    };
    expect(check(edits)).toEqual([]);
  });

  test("of values and limits stay in the schema", () => {
    const edits: Edits = {
      [LEND]: [
        [
          "back: Back. } }",
          "back: Back. } }\n                x-conflicts: [{ about: values, claims: { observed: [lost] } }]",
        ],
        ["maxLength: 128", "maxLength: 128, x-conflicts: [{ about: limits, claims: { observed: { minLength: 1 } } }]"],
      ],
    };
    expect(check(edits).filter((line) => line.includes("records"))).toEqual([
      'spec/paths/lendBook.yaml:14:66 lendBook: the x-conflicts entry about limits records {"minLength":1}, which the schema does not accept; give the schema what the entry records, or correct the entry',
      "spec/paths/lendBook.yaml:29:31 lendBook: the x-conflicts entry about values records lost, which the schema does not accept; give the schema what the entry records, or correct the entry",
    ]);
  });

  test("an open list keeps what the tables list as well", () => {
    const entry = "x-conflicts: [{ about: values, claims: { pdf: [lent, back], pdfExample: [lent] } }]";
    const edits: Edits = { [LEND]: [["lent: Lent., back: Back. } }", `lent: Lent. } }\n                ${entry}`]] };
    expect(check(edits)).toEqual([
      "spec/paths/lendBook.yaml:29:31 lendBook: the x-conflicts entry about values records back, which the schema does not accept; give the schema what the entry records, or correct the entry",
    ]);
  });

  test("decide about containers, else the table does", () => {
    const entry = (claims: string): Edits => ({
      [LIST]: [
        ["type: array", `type: object\n                x-conflicts: [{ about: container, claims: { ${claims} } }]`],
      ],
    });
    const table = "page: Array of Book objects, pdf: Array of Book objects";
    const refuses = /records .* which the schema does not accept/;
    expect(check(entry(table))[0]).toMatch(refuses);
    expect(check(entry(`${table}, observed: object`)).filter((line) => refuses.test(line))).toEqual([]);
    expect(check(entry(`${table}, observed: array`)).filter((line) => refuses.test(line))).toHaveLength(1);
  });
});

describe("entries that are not needed", () => {
  const nothing = "the x-conflicts entry about type explains nothing; delete it";
  test("explain nothing", () => {
    expect(check(onPages("type: integer", "{ about: type, claims: { pdf: Integer } }"))).toEqual([
      `spec/components/Book.yaml:4:41: ${nothing}`,
    ]);
  });
  test("repeat another entry", () => {
    const entry = "{ about: type, claims: { page: Integer, pdf: Integer, observed: string } }";
    const again = "{ about: type, claims: { page: Integer, pdf: Integer } }";
    expect(check(onPages("type: [integer, string]", `${entry}, ${again}`))).toEqual([
      `spec/components/Book.yaml:4:127: ${nothing}`,
    ]);
  });
  test("put words into a document's mouth", () => {
    const entry = "{ about: type, claims: { page: Integer, pdf: Long, pdfExample: integer, observed: string } }";
    expect(
      check(onPages("type: [integer, string], format: int64", entry)).filter((line) => line.includes("does not say")),
    ).toEqual([
      'spec/components/Book.yaml:4:66: pdf does not say "Long" about type here; quote what the facts say, or drop the claim',
    ]);
  });
  test("put values into an example that shows others", () => {
    const entry = "{ about: type, claims: { page: Integer, pdf: Integer, pdfExample: string } }";
    expect(check(onPages("type: [integer, string]", entry))).toEqual([
      'spec/components/Book.yaml:4:51: pdfExample does not say "string" about type here; quote what the facts say, or drop the claim',
    ]);
  });
  test("are not about anything known", () => {
    expect(check(onPages("type: integer", "{ about: colour, claims: { pdf: Integer } }"))).toEqual([
      "spec/components/Book.yaml:4:41: an x-conflicts entry needs about and claims; write about (method, path, statuses, parameter, presence, name, type, container, mandatory, limits, values, null, example, meaning) and claims (source: what it says)",
    ]);
  });
  test("keys of example data are no entries", () => {
    const edits: Edits = {
      [LEND]: [
        [
          "value: { state: lent } }",
          "value: { state: lent } }\n            back: { x-from: [observed], value: { state: back, x-conflicts: [{ about: nothing }] } }",
        ],
      ],
    };
    expect(check(edits)).toEqual([]);
  });
});

describe("a request body", () => {
  const without = ({ lend }: Facts): void => {
    lend.tables.shift();
    delete lend.examples[0]?.body;
  };
  const empty = (entry: string): Edits => ({
    [LEND]: [
      [
        `          required: [title]
          properties:
            title: { type: string, maxLength: 128, not: { enum: [Bible] } }
            days: { type: integer, format: int64 }
        examples:
          pdf: { x-from: [pdf],
            value: { title: Emma, days: 3 } }
`,
        `          maxProperties: 0
${entry}`,
      ],
    ],
  });

  test("that no document has needs an observation", () => {
    expect(check(empty(""), without)).toEqual([
      'spec/paths/lendBook.yaml:10:9 lendBook: request: pdf has no body, the specification has one; delete the requestBody, or record x-conflicts {"about":"presence","claims":{"pdf":"no body"}}',
    ]);
    const entry = "          x-conflicts: [{ about: presence, claims: { pdf: no body, observed: an empty object } }]\n";
    expect(check(empty(entry), without)).toEqual([]);
  });
});
