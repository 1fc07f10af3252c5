import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { bundle } from "../../../generator/core/load/bundle.js";
import { lintConfiguration } from "../../../generator/core/load/lint.js";
import { folderOf, newFolder, problemsOf, whole } from "../specification.js";

const run = promisify(execFile);
const program = join(projectFolder, "node_modules", "@redocly", "cli", "bin", "cli.js");

/** What Redocly makes of a specification of several files. */
async function bundledByRedocly(entry: string): Promise<unknown> {
  const output = join(newFolder(), "bundle.json");
  const strict = ["--component-renaming-conflicts-severity", "error"];
  await run(process.execPath, [program, "bundle", entry, "--output", output, ...strict], { cwd: newFolder() });
  return JSON.parse(readFileSync(output, "utf8")) as unknown;
}

describe("our bundle is the one that Redocly makes", () => {
  test.concurrent.each(["test/fixtures/mini", "spec"])("of %s", { timeout: 30_000 }, async (folder) => {
    const entry = join(projectFolder, folder, "openapi.yaml");
    expect(bundle(entry, projectFolder).document).toEqual(await bundledByRedocly(entry));
  });
});

test("the linter's problems come out as ours, with file, line, column and operation", { timeout: 30_000 }, async () => {
  const files = {
    ...whole("servers: [{ url: 'https://example.com' }]\npaths:\n  /a: { $ref: paths/a.yaml }\n"),
    "paths/a.yaml":
      "get:\n  operationId: getA\n  summary: A\n  tags: [x, y]\n  responses: { '204': { description: Done } }\n",
    "redocly.yaml": "rules:\n  operation-singular-tag: warn\n  operation-description: error\n",
  };
  expect(await problemsOf(files)).toEqual([
    "paths/a.yaml:1:1 getA: Operation object should contain `description` field; rule operation-description says so",
    "paths/a.yaml:4:3 getA: Operation `tags` object should have only one tag; rule operation-singular-tag says so",
  ]);
});

test("what both find misshapen is one problem a line, and ours", { timeout: 30_000 }, async () => {
  const files = whole(`servers: {}
tags:
  - nam: x
paths:
  /a:
    get:
      operationId: getA
      parameters:
        - name: 5
          in: query
          schema: {}
        - name: q
          in: querry
          schema: {}
        - name: r
          in: query
        - $ref: "#/components/parameters/None"
      responses:
        "200":
          description: A
          content: []
        "201": {}
        "202":
          description: A
          content:
            application/json:
              schema: string
    put: []
    gett: {}
    post:
      operationId: postA
      respones: {}
  b/c: {}
  /d:
components:
  schemas:
    A:
      type: strng
    B:
      properties: []
      required: name
      enum: {}
      items: []
    C:
      minimum: "1"
      maxLength: -1
      proprties: {}
      discriminator: kind
  responses: []
`);
  const rules = "rules:\n  struct: error\n  no-unresolved-refs: error\n";
  const ours = await problemsOf(files);
  expect(ours).toHaveLength(24);
  expect(await problemsOf({ ...files, "redocly.yaml": rules })).toEqual(ours);
});

test("where the linter itself breaks off, it is shown what it said", { timeout: 30_000 }, async () => {
  const files = {
    ...whole("paths: {}\n"),
    "redocly.yaml": "plugins: [./broken.js]\n",
    "broken.js": "throw new Error('no such luck');\n",
  };
  expect(await problemsOf(files)).toEqual([
    expect.stringMatching(/^openapi\.yaml:1:1: redocly lint failed and said: .*no such luck.*; correct what it names$/),
  ]);
});

test("a document from elsewhere is not held to the rules of the folder above it", () => {
  const folder = folderOf({
    "redocly.yaml": "apis: { main: { root: spec/openapi.yaml } }\n",
    "spec/openapi.yaml": "",
    "other/openapi.yaml": "",
  });
  expect(lintConfiguration(join(folder, "spec", "openapi.yaml"))).toBe(join(folder, "redocly.yaml"));
  expect(lintConfiguration(join(folder, "other", "openapi.yaml"))).toBeUndefined();
});
