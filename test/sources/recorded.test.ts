import Ajv from "ajv/dist/2020.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { objectOf, textOf } from "../../generator/core/lib/json.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { projectFolder } from "../../generator/project/folder.js";
import type { DocumentFacts, OperationFacts } from "../../generator/sources/facts.js";
import { serialise } from "../../generator/sources/write.js";

const folder = new URL("../../spec/sources/", import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));
const operations = files.map(({ text }) => JSON.parse(text) as OperationFacts);
const newest = operations.map((operation) => operation.documents[0]).filter((document) => document !== undefined);
const pendingFolder = new URL("pending/", folder);
const pending = readdirSync(pendingFolder).map((file) => ({
  file: `pending/${file}`,
  text: readFileSync(new URL(file, pendingFolder), "utf8"),
}));

const text = { type: "string", minLength: 1 };
const number = { type: "integer" };
const limits = {
  type: "object",
  minProperties: 1,
  additionalProperties: false,
  properties: {
    minimum: number,
    maximum: number,
    minLength: number,
    maxLength: number,
    pattern: { type: "string", format: "regex" },
    timeFormat: { enum: ["date", "local-date-time"] },
    maximumDays: number,
    forbidden: { type: "array", items: text, minItems: 1 },
    default: { type: ["string", "number", "boolean"] },
  },
};
const field = {
  name: text,
  type: text,
  mandatory: { type: "boolean" },
  limits,
  values: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
};
const object = (required: string[], properties: object) => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
const of = { anyOf: [{ const: "request" }, { type: "integer", minimum: 100, maximum: 599 }] };
const date = { type: "string", pattern: String.raw`^\d{4}-\d\d-\d\d$` };
const list = (items: object) => ({ type: "array", items });
const document = object(
  ["document", "title", "date", "unavailableSoon", "method", "path", "parameters", "tables", "statuses", "examples"],
  {
    document: { enum: ["page", "pdf", "walkthrough", "explorer", "sdk", "client"] },
    version: text,
    section: { type: "string", pattern: String.raw`^\d+\.\d+$` },
    title: text,
    date,
    unavailableSoon: { type: "boolean" },
    method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
    path: { type: "string", pattern: "^/v" },
    parameters: list(
      object(["name", "type", "mandatory", "in"], { ...field, in: { enum: ["path", "query", "header"] } }),
    ),
    tables: list(
      object(["of", "name", "fields"], {
        of,
        name: text,
        fields: { ...list(object(["name", "type"], field)), minItems: 1 },
      }),
    ),
    statuses: list(number),
    examples: list(
      object(["of"], {
        of,
        method: text,
        url: { type: "string", pattern: "^https://" },
        body: {},
        broken: object(["tokens"], {
          tokens: list({
            type: "array",
            prefixItems: [text, { type: ["string", "number", "boolean", "null"] }],
            minItems: 2,
            maxItems: 2,
            items: false,
          }),
        }),
      }),
    ),
  },
);
const catalogue = object(["documents", "pages", "marks", "disputes"], {
  documents: list(document),
  pages: list(object(["url"], { url: { type: "string", pattern: "^https://" }, date, mark: text })),
  marks: list(text),
  successor: object(["operationId", "method", "path", "confidence"], {
    operationId: text,
    method: text,
    path: { type: "string", pattern: "^/v" },
    confidence: { enum: ["high", "medium", "low"] },
  }),
  disputes: list(
    object(["at", "about", "claims"], { at: text, about: text, claims: { type: "object", minProperties: 1 } }),
  ),
});
const validate = new Ajv.default({ strict: false, formats: { regex: true } }).compile(
  object(["operationId", "documents", "catalogue"], { operationId: text, documents: list(document), catalogue }),
);

describe("the recorded facts", () => {
  test("are of all 33 operations, 28 current ones and 4 to be removed in the PDF, and 4 pages", () => {
    const kinds = operations.flatMap((operation) => operation.documents);
    const count = (holds: (document: DocumentFacts) => boolean): number => kinds.filter(holds).length;
    expect(operations).toHaveLength(33);
    expect(count((facts) => facts.section?.startsWith("4.") ?? false)).toBe(28);
    expect(count((facts) => facts.section?.startsWith("5.") ?? false)).toBe(4);
    expect(count((facts) => facts.document === "page")).toBe(4);
    expect(count((facts) => facts.document === "walkthrough")).toBe(3);
    expect(newest.filter((facts) => facts.unavailableSoon)).toHaveLength(4);
  });

  test("hold every parameter and field: 93 and, without the errors' tables, 515", () => {
    expect(newest.flatMap((facts) => facts.parameters)).toHaveLength(93);
    const tables = newest.flatMap((facts) => facts.tables).filter((table) => table.of === "request" || table.of < 400);
    expect(tables).toHaveLength(97);
    expect(tables.flatMap((table) => table.fields)).toHaveLength(515);
  });

  test("have the table of each status' error: its code and its message", () => {
    for (const facts of newest) {
      const errors = facts.tables.filter((table) => table.of !== "request" && table.of >= 400);
      expect(errors.map((table) => table.of)).toEqual(facts.statuses.filter((status) => status >= 400));
      for (const { fields } of errors) expect(fields.map(({ name }) => name)).toEqual(["error_code", "error_msg"]);
    }
  });

  test("the change history names operations that the PDF has, each once", () => {
    const issues = parse(readFileSync(new URL("history.yaml", folder), "utf8")) as Array<{
      date: string;
      operations: string[];
    }>;
    const named = issues.flatMap((issue) => issue.operations);
    const printed = operations.filter(({ documents }) => documents.some((facts) => facts.document === "pdf"));
    const known = printed.map(({ operationId }) => operationId);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    // The first issue has those that are in no later one.
    const first = ["downloadKeystore", "runJob", "showJobListByProjectId", "showJobStatus"];
    expect(known.filter((name) => !named.includes(name)).sort()).toEqual(first);
    const dates = issues.map(({ date: day }) => day);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test("the description of the document names the dates of its sources, and what is still current", () => {
    const { document: own } = bundle(join(projectFolder, "spec/openapi.yaml"), projectFolder);
    const described = textOf(objectOf(own.info).description) ?? "";
    const all = operations.flatMap(({ documents, catalogue: more }) => [...documents, ...(more?.documents ?? [])]);
    const dates = all.filter((facts) => facts.document !== "client").map((facts) => facts.date);
    expect([...new Set(described.match(/\d{4}-\d\d-\d\d/g))].sort()).toEqual([...new Set(dates)].sort());
    const current = operations.filter((facts) => facts.catalogue?.marks.length === 0);
    expect(current.map(({ operationId }) => operationId)).toEqual(["showJobInfo"]);
    expect(described).toContain("all of them but `showJobInfo` old");
  });

  test.each([...files, ...pending])("$file has the shape of the type and the name of its operation", (recorded) => {
    const facts = JSON.parse(recorded.text) as OperationFacts;
    validate(facts);
    expect(validate.errors ?? []).toEqual([]);
    expect(recorded.file.replace("pending/", "")).toBe(`${facts.operationId}.json`);
    expect(facts.documents.length === 0).toBe(recorded.file.startsWith("pending/"));
    const dates = facts.documents.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test.each([...files, ...pending])("$file is written as the command writes it", ({ text: json }) => {
    expect(serialise(JSON.parse(json) as OperationFacts)).toBe(json);
  });

  test.each(files)("$file names no internal host, employee or test tenant", ({ text: json }) => {
    expect(json).not.toMatch(/\.huawei\.com|cn-north-7|[a-z]\d{8}_|\bL\d_\w+|APITest|_test_\w+template/i);
  });
});
