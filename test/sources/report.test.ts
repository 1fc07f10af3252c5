import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { formatProblem } from "../../generator/core/problems.js";
import { checkSources } from "../../generator/sources/check/index.js";
import type { DocumentFacts } from "../../generator/sources/facts.js";
import { changeHistory } from "../../generator/sources/report/changeHistory.js";
import { historyOf } from "../../generator/sources/report/history.js";
import { toMarkdown } from "../../generator/sources/report/markdown.js";
import type { SourceReport } from "../../generator/sources/report/model.js";
import { PLACEHOLDER } from "../../generator/sources/report/proposal.js";
import { makePageReport } from "../../generator/sources/report/report.js";
import { mergeDocuments, readAllRecorded } from "../../generator/sources/write.js";
import { makeProject } from "./check/project.js";

type Id = "listBooks" | "lendBook";

interface Outcome {
  readonly report: SourceReport;
  readonly kinds: string[];
  /** What the comparison of facts and specification still finds once the patch is applied. */
  readonly left: string[];
  readonly read: (file: string) => string;
}

/** Changes the newest document of an operation, reports it, follows the patch and compares again. */
async function follow<Result>(
  id: Id,
  change: (facts: DocumentFacts) => void,
  look: (outcome: Outcome) => Result,
): Promise<Result> {
  const root = makeProject({});
  try {
    const recorded = await readAllRecorded(join(root, "spec/sources"));
    const facts = structuredClone(recorded.get(id)?.documents[0]);
    if (!facts) throw new Error(`no facts of ${id}`);
    change(facts);
    const report = makePageReport({ folder: root, read: [{ source: "page.txt", operationId: id, facts }], recorded });
    writeFileSync(join(root, "all.patch"), report.patch);
    if (report.patch !== "") execFileSync("git", ["apply", "all.patch"], { cwd: root });
    const left = checkSources(root, [mergeDocuments(id, [facts], recorded.get(id))]).map(formatProblem);
    const changes = report.operations.flatMap((operation) => operation.changes);
    const read = (file: string): string => readFileSync(join(root, file), "utf8");
    return look({ report, kinds: changes.map(({ kind, field }) => `${kind}: ${field}`), left, read });
  } finally {
    rmSync(root, { recursive: true });
  }
}

const parameter = (facts: DocumentFacts, name: string): DocumentFacts["parameters"][number] => {
  const found = facts.parameters.find((one) => one.name === name);
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
};
const field = (facts: DocumentFacts, name: string): DocumentFacts["tables"][number]["fields"][number] => {
  const found = facts.tables.flatMap(({ fields }) => fields).find((one) => one.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const table = (facts: DocumentFacts, name: string): DocumentFacts["tables"][number] => {
  const found = facts.tables.find((one) => one.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

/** A change of the vendor's, and what the report calls it. */
const CHANGES: ReadonlyArray<readonly [kind: string, id: Id, change: (facts: DocumentFacts) => void]> = [
  ["document: operation", "lendBook", (facts) => (facts.date = "2024-06-01")],
  ["document: operation", "listBooks", (facts) => (facts.date = "2025-12-01")],
  ["marked for removal: operation", "lendBook", (facts) => (facts.unavailableSoon = true)],
  ["title: operation", "lendBook", (facts) => (facts.title = "Giving a Book")],
  [
    "method: operation",
    "lendBook",
    (facts) => {
      facts.method = "PUT";
      facts.examples[0] = { ...facts.examples[0], of: "request", method: "PUT" };
    },
  ],
  [
    "path: operation",
    "lendBook",
    (facts) => {
      facts.path = "/v4/books/lend";
      facts.examples[0] = { ...facts.examples[0], of: "request", url: "https://{endpoint}/v4/books/lend" };
    },
  ],
  [
    "status removed: status 404",
    "lendBook",
    (facts) => {
      facts.statuses = [200];
      facts.tables = facts.tables.filter(({ of }) => of !== 404);
    },
  ],
  [
    "status added: status 409",
    "lendBook",
    (facts) => {
      facts.statuses.push(409);
      facts.tables.push({ of: 409, name: "Response body parameters", fields: [{ name: "reason", type: "String" }] });
    },
  ],
  [
    "limits: query parameter limit",
    "listBooks",
    (facts) => (parameter(facts, "limit").limits = { maximum: 50, default: 10 }),
  ],
  ["limits: query parameter limit", "listBooks", (facts) => delete parameter(facts, "limit").limits],
  [
    "limits: request: title",
    "lendBook",
    (facts) => (field(facts, "title").limits = { maxLength: 64, forbidden: ["Bible", "Emma"] }),
  ],
  ["limits: request: days", "lendBook", (facts) => (field(facts, "days").limits = { minimum: 1 })],
  ["mandatory: query parameter kind", "listBooks", (facts) => (parameter(facts, "kind").mandatory = true)],
  ["mandatory: request: days", "lendBook", (facts) => (field(facts, "days").mandatory = true)],
  ["mandatory: request: title", "lendBook", (facts) => (field(facts, "title").mandatory = false)],
  [
    "values: query parameter kind",
    "listBooks",
    (facts) => (parameter(facts, "kind").values = ["novel", "poem", "essay"]),
  ],
  ["values: response 200: state", "lendBook", (facts) => (field(facts, "state").values = ["lent", "back", "lost"])],
  ["values: response 200: state", "lendBook", (facts) => (field(facts, "state").values = ["lent"])],
  ["type: request: days", "lendBook", (facts) => (field(facts, "days").type = "Integer")],
  ["type: response 200: books.pages", "listBooks", (facts) => (field(facts, "pages").type = "Long")],
  [
    "field added: response 200: books.author",
    "listBooks",
    (facts) => {
      table(facts, "Book").fields.push({ name: "author", type: "String" });
    },
  ],
  [
    "field added: request: reader",
    "lendBook",
    (facts) => {
      table(facts, "Request body parameters").fields.push({ name: "reader", type: "Reader object", mandatory: true });
      facts.tables.push({ of: "request", name: "Reader", fields: [{ name: "card", type: "String", mandatory: true }] });
    },
  ],
  [
    "field removed: request: days",
    "lendBook",
    (facts) => {
      table(facts, "Request body parameters").fields.splice(1, 1);
      delete (facts.examples[0]?.body as Record<string, unknown>).days;
    },
  ],
  [
    "field removed: response 200: books.tags",
    "listBooks",
    (facts) => {
      table(facts, "Book").fields.splice(2, 1);
    },
  ],
  [
    "parameter added: query parameter author",
    "listBooks",
    (facts) => {
      facts.parameters.push({ name: "author", in: "query", mandatory: false, type: "String" });
    },
  ],
  ["parameter removed: query parameter kind", "listBooks", (facts) => void facts.parameters.splice(2, 1)],
  ["parameter moved: query parameter kind", "listBooks", (facts) => (parameter(facts, "kind").in = "header")],
  [
    "example: example of the request",
    "lendBook",
    (facts) =>
      (facts.examples[0] = {
        of: "request",
        method: "POST",
        url: "https://{endpoint}/v3/books/lend",
        body: { title: "Persuasion" },
      }),
  ],
  [
    "example: example of the request",
    "listBooks",
    (facts) =>
      (facts.examples[0] = { of: "request", method: "GET", url: "https://{endpoint}/v3/shelves/s1/books?limit=7" }),
  ],
  [
    "example: example of the response 200",
    "lendBook",
    (facts) => (facts.examples[1] = { of: 200, body: { state: "back" } }),
  ],
];

describe("every kind of change is reported, and its patch makes the specification agree", () => {
  test.each(CHANGES.map(([kind, id, change], index) => ({ name: `${index} ${id} ${kind}`, kind, id, change })))(
    "$name",
    async ({ kind, id, change }) => {
      await follow(id, change, ({ kinds, left, report }) => {
        expect(kinds).toContain(kind);
        expect(left).toEqual([]);
        const changes = report.operations.flatMap((operation) => operation.changes);
        for (const one of changes)
          expect(one).toMatchObject({ file: expect.stringMatching(/^spec\/.*\.yaml$/) as string });
      });
    },
  );

  test("what is recorded changes nothing", async () => {
    await follow(
      "listBooks",
      () => undefined,
      ({ report, left }) => {
        expect(report).toEqual({ operations: [], unchanged: ["listBooks"], problems: [], patch: "" });
        expect(left).toEqual([]);
      },
    );
  });
});

describe("a name that went and a name that came", () => {
  const renamed = (from: string, to: string, change: (facts: DocumentFacts) => void = () => undefined) =>
    follow(
      "lendBook",
      (facts) => {
        field(facts, from).name = to;
        change(facts);
      },
      ({ kinds, read, report }) => ({
        kinds,
        read: read("spec/paths/lendBook.yaml"),
        changes: report.operations.flatMap(({ changes }) => changes),
      }),
    );

  test("are one thing when they are the same words", async () => {
    const { kinds, read, changes } = await renamed("title", "Title");
    expect(kinds).toEqual(["field renamed: request: title"]);
    expect(changes[0]?.evidence).toEqual([
      "the same words in another spelling",
      "the same place in the table",
      "the same limits",
    ]);
    expect(read).toContain("Title: { type: string, maxLength: 128");
    expect(read).toContain("required:\n            - Title\n");
  });

  test("are one thing when words, place and example agree", async () => {
    const { kinds } = await renamed("title", "book_title");
    expect(kinds).toEqual(["field renamed: request: title"]);
  });

  test("are two things without evidence", async () => {
    const { kinds } = await renamed("days", "colour");
    expect(kinds).toEqual(["field removed: request: days", "field added: request: colour"]);
  });

  test("are two things when the type is another one", async () => {
    const { kinds } = await renamed("title", "Title", (facts) => (field(facts, "Title").type = "Boolean"));
    expect(kinds).toEqual(["field removed: request: title", "field added: request: Title"]);
  });
});

test("a new operation gets a skeleton: its file, its line among the paths, and descriptions left to write", async () => {
  const root = makeProject({});
  const recorded = await readAllRecorded(join(root, "spec/sources"));
  const facts = structuredClone(recorded.get("lendBook")?.documents[0]);
  if (!facts) throw new Error("no facts");
  facts.path = "/v3/books/return";
  facts.examples[0] = { ...facts.examples[0], of: "request", url: "https://{endpoint}/v3/books/return" };
  const report = makePageReport({
    folder: root,
    read: [{ source: "page.txt", operationId: "returnBook", facts }],
    recorded,
  });
  writeFileSync(join(root, "all.patch"), report.patch);
  execFileSync("git", ["apply", "all.patch"], { cwd: root });
  expect(readFileSync(join(root, "spec/openapi.yaml"), "utf8")).toContain(
    "  /v3/books/return:\n    $ref: paths/returnBook.yaml\n",
  );
  expect(readFileSync(join(root, "spec/paths/returnBook.yaml"), "utf8")).toMatch(
    new RegExp(`^post:\n {2}operationId: returnBook\n {2}summary: ${PLACEHOLDER.replace(".", "\\.")}\n`),
  );
  expect(checkSources(root, [{ operationId: "returnBook", documents: [facts] }]).map(formatProblem)).toEqual([]);
  rmSync(root, { recursive: true });
});

test("an older document than the newest proposes no change of a schema, only the entry that explains it", async () => {
  const root = makeProject({});
  const recorded = await readAllRecorded(join(root, "spec/sources"));
  const facts = structuredClone(recorded.get("listBooks")?.documents[1]);
  if (!facts) throw new Error("no facts");
  parameter(facts, "limit").limits = { maximum: 10, default: 10 };
  const { patch } = makePageReport({
    folder: root,
    read: [{ source: "book.pdf", operationId: "listBooks", facts }],
    recorded,
  });
  expect(
    patch
      .split("\n")
      .filter((line) => /^[-+] /.test(line))
      .map((line) => line.trimEnd()),
  ).toEqual([
    "+      x-conflicts:",
    "+        - about: limits",
    "+          claims:",
    "+            pdf:",
    "+              maximum: 10",
    "+              default: 10",
    "+            page:",
    "+              maximum: 100",
    "+              default: 10",
    "+          decision: As before.",
    "+          why: The newer document wins.",
  ]);
  rmSync(root, { recursive: true });
});

test("the real history: the committed report is what `npm run sources -- --history` prints, with nothing left to edit", async () => {
  const recorded = await readAllRecorded(join(projectFolder, "spec/sources"));
  const report = historyOf(projectFolder, recorded);
  const changes = report.operations.flatMap((operation) => operation.changes);
  expect(report.operations.map(({ operationId }) => operationId)).toEqual([
    "runJob",
    "showJobListByProjectId",
    "showRecordInfo",
  ]);
  expect(changes.filter(({ settled }) => !settled)).toEqual([]);
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  expect([count("field added"), count("field renamed"), count("field removed")]).toEqual([16, 26, 0]);
  const committed = readFileSync(join(projectFolder, "generator/codearts/guides/what-the-vendor-changed.md"), "utf8");
  const printed =
    toMarkdown(report, "What the vendor changed, so far") + changeHistory(join(projectFolder, "spec/sources"));
  expect(printed).toBe(committed);
});
