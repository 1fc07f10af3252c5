import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatProblem } from "../../../generator/core/problems.js";
import { checkSources } from "../../../generator/sources/check/index.js";
import type { DocumentFacts, OperationFacts } from "../../../generator/sources/facts.js";

/** A small specification that agrees with the facts below; tests change one or the other. */
const SPEC = {
  "openapi.yaml": `openapi: 3.1.0
security:
  - token: []
paths:
  /v3/shelves/{shelf_id}/books:
    $ref: paths/listBooks.yaml
  /v3/books/lend:
    $ref: paths/lendBook.yaml
components:
  securitySchemes:
    token: { type: apiKey, in: header, name: X-Auth-Token }
`,
  "paths/listBooks.yaml": `get:
  operationId: listBooks
  x-source:
    documents:
      - { document: page, date: "2025-08-21" }
      - { document: pdf, section: "4.1", date: "2024-01-16" }
  parameters:
    - name: shelf_id
      in: path
      required: true
      schema: { type: string, pattern: "^[0-9a-z]{32}$" }
      examples:
        page: { x-from: [page], value: s1 }
        pdf: { x-from: [pdf], value: s1 }
    - name: limit
      in: query
      schema: { type: integer, maximum: 100, default: 10 }
      examples:
        page: { x-from: [page], value: 5 }
        pdf: { x-from: [pdf], value: 5 }
    - name: kind
      in: query
      schema: { type: string, enum: [novel, poem] }
  responses:
    "200":
      content:
        application/json:
          schema:
            type: object
            properties:
              total: { type: integer }
              books:
                type: array
                items: { $ref: ../components/Book.yaml }
          examples:
            page: { x-from: [page],
              value: { total: 1, books: [{ title: Emma, pages: 474, tags: { shelf: a }, note: null }] } }
            pdf: { x-from: [pdf],
              value: { total: 1, books: [{ title: Emma, pages: 474, tags: { shelf: a }, note: null }] } }
    "404": { $ref: ../components/NotFound.yaml }
    "422": { $ref: ../components/NotFound.yaml }
`,
  "paths/lendBook.yaml": `post:
  operationId: lendBook
  x-source:
    documents:
      - { document: pdf, section: "4.2", date: "2024-01-16" }
  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          required: [title]
          properties:
            title: { type: string, maxLength: 128, not: { enum: [Bible] } }
            days: { type: integer, format: int64 }
        examples:
          pdf: { x-from: [pdf],
            value: { title: Emma, days: 3 } }
  responses:
    "200":
      content:
        application/json:
          schema:
            type: object
            properties:
              state:
                type: string
                x-states: { known: { lent: Lent., back: Back. } }
          examples:
            pdf: { x-from: [pdf],
              value: { state: lent } }
    "404": { $ref: ../components/NotFound.yaml }
`,
  "components/Book.yaml": `type: object
properties:
  title: { type: string }
  pages: { type: integer }
  tags: { type: object, additionalProperties: { type: string } }
  note: { type: [string, "null"] }
`,
  "components/NotFound.yaml": `description: Not found.
content:
  application/json:
    schema:
      type: object
      properties:
        error_code: { type: string }
`,
};

const errorTable = { of: 404, name: "Response body parameters", fields: [{ name: "error_code", type: "String" }] };
const listing: Omit<DocumentFacts, "document" | "section" | "date"> = {
  title: "Listing Books",
  unavailableSoon: false,
  method: "GET",
  path: "/v3/shelves/{shelf_id}/books",
  parameters: [
    { name: "shelf_id", in: "path", mandatory: true, type: "String", limits: { pattern: "^[0-9a-z]{32}$" } },
    { name: "limit", in: "query", mandatory: false, type: "Integer", limits: { maximum: 100, default: 10 } },
    { name: "kind", in: "query", mandatory: false, type: "String", values: ["novel", "poem"] },
    { name: "X-Auth-Token", in: "header", mandatory: true, type: "String" },
  ],
  tables: [
    {
      of: 200,
      name: "Response body parameters",
      fields: [
        { name: "total", type: "Integer" },
        { name: "books", type: "Array of Book objects" },
      ],
    },
    {
      of: 200,
      name: "Book",
      fields: [
        { name: "title", type: "String" },
        { name: "pages", type: "Integer" },
        { name: "tags", type: "Map<String,String>" },
        { name: "note", type: "String" },
      ],
    },
    errorTable,
  ],
  statuses: [200, 404],
  examples: [
    { of: "request", method: "GET", url: "https://{endpoint}/v3/shelves/s1/books?limit=5" },
    { of: 200, body: { total: 1, books: [{ title: "Emma", pages: 474, tags: { shelf: "a" }, note: null }] } },
  ],
};

/** Facts of the two operations: a fresh copy at each call, so that a test may change it. */
function facts(): { list: { page: DocumentFacts; pdf: DocumentFacts }; lend: DocumentFacts } {
  const lend: DocumentFacts = {
    document: "pdf",
    section: "4.2",
    date: "2024-01-16",
    title: "Lending a Book",
    unavailableSoon: false,
    method: "POST",
    path: "/v3/books/lend",
    parameters: [{ name: "X-Auth-Token", in: "header", mandatory: true, type: "String" }],
    tables: [
      {
        of: "request",
        name: "Request body parameters",
        fields: [
          { name: "title", type: "String", mandatory: true, limits: { maxLength: 128, forbidden: ["Bible"] } },
          { name: "days", type: "Long", mandatory: false },
        ],
      },
      {
        of: 200,
        name: "Response body parameters",
        fields: [{ name: "state", type: "String", values: ["lent", "back"] }],
      },
      errorTable,
    ],
    statuses: [200, 404],
    examples: [
      { of: "request", method: "POST", url: "https://{endpoint}/v3/books/lend", body: { title: "Emma", days: 3 } },
      { of: 200, body: { state: "lent" } },
    ],
  };
  // structuredClone would keep page and pdf sharing their tables.
  const copy = JSON.stringify(listing);
  return {
    list: {
      page: { document: "page", date: "2025-08-21", ...(JSON.parse(copy) as typeof listing) },
      pdf: { document: "pdf", section: "4.1", date: "2024-01-16", ...(JSON.parse(copy) as typeof listing) },
    },
    lend,
  };
}

export type Facts = ReturnType<typeof facts>;
type SpecFile = keyof typeof SPEC;
export type Edits = Partial<Record<SpecFile, ReadonlyArray<[from: string, to: string]>>>;

/** Checks the small project after changes to its specification and facts; returns the printed problems. */
export function check(edits: Edits, change: (facts: Facts) => void = () => undefined): string[] {
  const root = makeProject(edits, change);
  try {
    return checkSources(root).map(formatProblem);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Writes the small project to a new folder, which is the caller's to remove. */
export function makeProject(edits: Edits, change: (facts: Facts) => void = () => undefined): string {
  const root = mkdtempSync(join(tmpdir(), "sources-check-"));
  for (const [file, text] of Object.entries(SPEC)) {
    const edited = (edits[file as SpecFile] ?? []).reduce((now, [from, to]) => replaced(now, from, to), text);
    write(join(root, "spec", file), edited);
  }
  const changed = facts();
  change(changed);
  const operations: OperationFacts[] = [
    { operationId: "listBooks", documents: [changed.list.page, changed.list.pdf] },
    { operationId: "lendBook", documents: [changed.lend] },
  ];
  for (const operation of operations) {
    write(join(root, "spec/sources", `${operation.operationId}.json`), JSON.stringify(operation));
  }
  return root;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A replacement that finds nothing would let its test pass for nothing. */
function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The small specification has no ${JSON.stringify(from)}`);
  return text.replace(from, to);
}
