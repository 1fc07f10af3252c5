import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { coverage } from "../../generator/score/coverage.js";
import type { Coverage } from "../../generator/score/items.js";
import { coverageTable, redoclyTable } from "../../generator/score/report.js";
import type { DocumentFacts } from "../../generator/sources/facts.js";
import { recordedOperations } from "../support/knownOperations.js";

const folder = mkdtempSync(join(tmpdir(), "score-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const specification = `
openapi: 3.1.0
security: [{ token: [] }]
components: { securitySchemes: { token: { type: apiKey, in: header, name: X-Auth-Token } } }
paths:
  /things/{id}:
    post:
      operationId: changeThing
      parameters:
        - { name: id, in: path, examples: { one: { x-from: [pdf], value: a1 } } }
      requestBody:
        content:
          application/json:
            schema: { properties: { label: { type: string } } }
            examples: { one: { x-from: [pdf], value: { label: one } } }
      responses:
        "200":
          content:
            application/json:
              schema:
                properties:
                  parts: { type: array, items: { $ref: components/Part.yaml } }
              examples: { one: { x-from: [pdf], value: { parts: [] } } }
        "404": {}
`;

const part = `
properties:
  size: { type: integer }
  parts: { type: array, items: { $ref: Part.yaml } }
  states:
    type: array
    items: { properties: { state: { type: string } } }
    x-conflicts:
      - { about: name, claims: { pdf: statuses, observed: states }, decision: states, why: Seen. }
`;

const document: DocumentFacts = {
  document: "pdf",
  section: "4.1",
  title: "Changing a Thing",
  date: "2024-01-16",
  unavailableSoon: false,
  method: "POST",
  path: "/things/{id}",
  parameters: [
    { in: "path", name: "id", type: "String", mandatory: true },
    { in: "header", name: "X-Auth-Token", type: "String", mandatory: true },
  ],
  tables: [
    { of: "request", name: "Request body parameters", fields: [{ name: "label", type: "String" }] },
    { of: 200, name: "Response body parameters", fields: [{ name: "parts", type: "Array of Part objects" }] },
    {
      of: 200,
      name: "Part",
      fields: [
        { name: "size", type: "Integer" },
        { name: "parts", type: "Array of Part objects" },
        { name: "statuses", type: "Array of State objects" },
      ],
    },
    { of: 200, name: "State", fields: [{ name: "state", type: "String" }] },
  ],
  statuses: [200, 404],
  examples: [
    { of: "request", method: "POST", url: "https://{endpoint}/things/a1", body: { label: "one" } },
    { of: 200, body: { parts: [] } },
  ],
};

/** Each row as "kind specified+recorded/documented", then the names of what is missing. */
function score(text: string, ...documents: DocumentFacts[]): string[] {
  const files = {
    "spec/openapi.yaml": text,
    "spec/components/Part.yaml": part,
    "spec/sources/changeThing.json": JSON.stringify({ operationId: "changeThing", documents }),
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return coverage(folder).map(
    ({ kind, documented, specified, recorded, missing }) =>
      `${kind} ${specified}+${recorded}/${documented}${missing.map((name) => `, ${name}`).join("")}`,
  );
}

describe("the specification covers what the documents describe", () => {
  test("all of it; a name that was decided otherwise counts as recorded", () => {
    expect(score(specification, document)).toEqual([
      "operations 1+0/1",
      "parameters 2+0/2",
      "fields 5+1/6",
      "statuses 2+0/2",
      "examples 2+0/2",
    ]);
  });

  test("what two documents describe counts once", () => {
    expect(score(specification, { ...document, document: "page", examples: [] }, document)).toEqual([
      "operations 1+0/1",
      "parameters 2+0/2",
      "fields 5+1/6",
      "statuses 2+0/2",
      "examples 2+0/2",
    ]);
  });

  test.each([
    ["a parameter", "{ name: id, in: path,", "{ name: id, in: query,", "parameters 1+0/2, changeThing path id"],
    ["the token", "security: [{ token: [] }]", "security: []", "parameters 1+0/2, changeThing header X-Auth-Token"],
    ["a field", "{ label: {", "{ title: {", "fields 4+1/6, changeThing request/label"],
    ["a status", '"404"', '"403"', "statuses 1+0/2, changeThing 404"],
    [
      "an example of a body",
      "{ one: { x-from: [pdf], value: { label",
      "{ one: { x-from: [page], value: { label",
      "examples 1+0/2, changeThing request example of pdf",
    ],
    [
      "an example of a parameter",
      "{ one: { x-from: [pdf], value: a1",
      "{ one: { x-from: [page], value: a1",
      "examples 1+0/2, changeThing request example of pdf",
    ],
    [
      "an example of an answer",
      "{ one: { x-from: [pdf], value: { parts",
      "{ one: { x-from: [page], value: { parts",
      "examples 1+0/2, changeThing 200 example of pdf",
    ],
  ])("names %s that is missing", (_, from, to, wanted) => {
    expect(specification).toContain(from);
    expect(score(specification.replace(from, to), document)).toContain(wanted);
  });

  test("a missing body takes all fields behind it along", () => {
    const without = specification.replace("parts: {", "pieces: {");
    expect(score(without, document)[2]).toBe(
      "fields 1+0/6, changeThing 200/parts, changeThing 200/parts/size, changeThing 200/parts/parts, " +
        "changeThing 200/parts/statuses, changeThing 200/parts/statuses/state",
    );
  });

  test("a missing operation takes everything along", () => {
    const rows = score(specification.replace("changeThing", "changeAThing"), document);
    expect(rows.map((row) => row.split(",")[0])).toEqual([
      "operations 0+0/1",
      "parameters 0+0/2",
      "fields 0+0/6",
      "statuses 0+0/2",
      "examples 0+0/2",
    ]);
  });
});

describe("the report", () => {
  test("gives shares, rounded down", () => {
    const row: Coverage = { kind: "fields", documented: 1000, specified: 990, recorded: 9, missing: ["a"] };
    const none: Coverage = { kind: "examples", documented: 0, specified: 0, recorded: 0, missing: [] };
    expect(coverageTable([row, { ...row, documented: 100_000, specified: 99_990 }, none])).toBe(
      [
        "what      documented  specified  recorded      %\n",
        "fields          1000        990         9   99.9\n",
        "fields        100000      99990         9   99.9\n",
        "examples           0          0         0  100.0\n",
      ].join(""),
    );
  });

  test("gives Redocly's scores", () => {
    expect(redoclyTable({ agentReadiness: 82.4, discoverability: 97, subscores: { errorClarity: 1 } })).toBe(
      [
        "redocly score    of 100\n",
        "agent readiness    82.4\n",
        "discoverability    97.0\n",
        "  error clarity   100.0\n",
      ].join(""),
    );
  });
});

describe("npm run score", () => {
  const root = resolve(import.meta.dirname, "../..");
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/score.ts", ...words], { cwd: root, encoding: "utf8" });

  test("the specification holds all that the documents describe", { timeout: 30_000 }, () => {
    const { stdout, stderr, status } = run();
    expect(stderr).toBe("");
    const count = recordedOperations().length;
    expect(stdout).toMatch(new RegExp(`^operations +${count} +${count} +0 +100\\.0$`, "m"));
    expect(stdout).toMatch(/^agent readiness +\d+\.\d$/m);
    expect(status).toBe(0);
  });

  test("takes no arguments", () => {
    const { stdout, stderr, status } = run("--verbose");
    expect(stdout).toBe("");
    expect(stderr).toContain("Unknown option '--verbose'.\n\nUsage: npm run score\n");
    expect(status).toBe(2);
  });
});
