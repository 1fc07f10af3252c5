import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundle } from "../../../generator/core/load/bundle.js";
import { folderOf, problemsOf, whole } from "../specification.js";

function bundled(files: Readonly<Record<string, string>>): unknown {
  const folder = folderOf(files);
  const { document, broken, faults } = bundle(join(folder, "openapi.yaml"), folder);
  expect([broken, faults]).toEqual([[], []]);
  return document;
}

describe("a bundle", () => {
  test("takes component files by name, path items in place, and keeps recursion", () => {
    const document = bundled({
      "openapi.yaml": "paths:\n  /a:\n    $ref: paths/a.yaml\nx-list:\n  $ref: list.yaml\n",
      "list.yaml": "- 1\n",
      "paths/a.yaml": "get:\n  schema:\n    $ref: ../components/schemas/Node.yaml\n    description: beside\n",
      "components/schemas/Node.yaml": "properties:\n  child: { $ref: Node.yaml }\n  leaf: { $ref: Leaf.yaml }\n",
      "components/schemas/Leaf.yaml": "type: string\n",
    });
    expect(document).toEqual({
      paths: { "/a": { get: { schema: { $ref: "#/components/schemas/Node", description: "beside" } } } },
      "x-list": [1],
      components: {
        schemas: {
          Leaf: { type: "string" },
          Node: {
            properties: { child: { $ref: "#/components/schemas/Node" }, leaf: { $ref: "#/components/schemas/Leaf" } },
          },
        },
      },
    });
  });

  test("puts a component that the root lists under the same name once", () => {
    const document = bundled({
      "openapi.yaml": "components:\n  schemas:\n    A: { $ref: components/schemas/A.yaml }\n    B: { type: string }\n",
      "components/schemas/A.yaml": "type: integer\n",
    });
    expect(document).toEqual({ components: { schemas: { A: { type: "integer" }, B: { type: "string" } } } });
  });

  test("follows a reference into a part of a file, and lets keys beside it add to it", () => {
    const document = bundled({
      "openapi.yaml": "x-a: { $ref: 'parts.yaml#/deep/0', more: 2 }\n",
      "parts.yaml": "deep:\n  - one: 1\n",
    });
    expect(document).toEqual({ "x-a": { one: 1, more: 2 } });
  });

  test("takes `$ref` below `example` for data, but not in a property that is called so", () => {
    const document = bundled({
      "openapi.yaml": "example: { $ref: none.yaml }\nproperties:\n  example: { $ref: a.yaml }\n",
      "a.yaml": "type: string\n",
    });
    expect(document).toEqual({ example: { $ref: "none.yaml" }, properties: { example: { type: "string" } } });
  });

  test("keeps a property with the name __proto__", () => {
    const document = bundled({
      "openapi.yaml": "properties:\n  __proto__: { $ref: a.yaml }\n",
      "a.yaml": "type: string\n",
    });
    expect(JSON.stringify(document)).toBe('{"properties":{"__proto__":{"type":"string"}}}');
  });

  test("resolves what a YAML alias repeats once", () => {
    const document = bundled({
      "openapi.yaml": "a: &x\n  b: { $ref: components/schemas/B.yaml }\nc: *x\n",
      "components/schemas/B.yaml": "type: string\n",
    });
    const same = { b: { $ref: "#/components/schemas/B" } };
    expect(document).toEqual({ a: same, c: same, components: { schemas: { B: { type: "string" } } } });
  });
});

const operation = (rest: string): string =>
  `  /a:\n    get:\n      operationId: getA\n${rest}      responses: { "204": { description: Done } }\n`;

describe("problems of loading name file, line, column and operation", () => {
  test("YAML that does not parse", async () => {
    expect(
      await problemsOf({ ...whole("paths:\n  /a: { $ref: a.yaml }\n"), "a.yaml": "get:\n  a: [1\n  b: 2\n" }),
    ).toEqual([expect.stringMatching(/^a\.yaml:3:3: .*; correct the YAML$/)]);
  });

  test("a key that stands twice", async () => {
    expect(await problemsOf(whole("paths: {}\ntags: []\ntags: []\n"))).toEqual([
      "openapi.yaml:5:1: Map keys must be unique; correct the YAML",
    ]);
  });

  test("a file that does not exist", async () => {
    expect(await problemsOf(whole("paths:\n  /a:\n    $ref: paths/b.yaml\n"))).toEqual([
      "openapi.yaml:5:11: `$ref: paths/b.yaml` leads to no file; correct the path, or add the file",
    ]);
  });

  test("a reference with a percent sign that encodes nothing", async () => {
    expect(await problemsOf(whole("paths:\n  /a:\n    $ref: 100%.yaml\n"))).toEqual([
      "openapi.yaml:5:11: `$ref: 100%.yaml` leads to no file; correct the path, or add the file",
    ]);
  });

  test("a reference that leads nowhere, in the author's file and for its operation", async () => {
    const files = {
      ...whole("paths:\n  /a:\n    $ref: paths/getA.yaml\n"),
      "paths/getA.yaml":
        "get:\n  operationId: getA\n  responses:\n    '200':\n      $ref: '#/components/responses/None'\n",
    };
    expect(await problemsOf(files)).toEqual([
      "paths/getA.yaml:5:13 getA: `$ref: #/components/responses/None` leads to nothing in that file; correct what follows the #",
    ]);
    const inRoot = whole(`paths:\n${operation("      parameters: [{ $ref: '#/components/parameters/None' }]\n")}`);
    expect(await problemsOf(inRoot)).toEqual([
      "openapi.yaml:7:28 getA: `$ref: #/components/parameters/None` leads nowhere; correct it, or add what it names",
    ]);
  });

  test("references that lead back to themselves", async () => {
    const files = {
      ...whole("paths: {}\nx-a: { $ref: a.yaml }\n"),
      "a.yaml": "b: { $ref: b.yaml }\n",
      "b.yaml": "a: { $ref: a.yaml }\n",
    };
    expect(await problemsOf(files)).toEqual([
      "b.yaml:1:12: `$ref: a.yaml` leads back to itself; move what recurs to components/schemas/",
    ]);
    const chain = whole(
      "paths: {}\ncomponents:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n",
    );
    expect(await problemsOf(chain)).toEqual([
      "openapi.yaml:6:16: `$ref: #/components/schemas/B` leads back to itself; let it lead to a definition",
      "openapi.yaml:7:16: `$ref: #/components/schemas/A` leads back to itself; let it lead to a definition",
    ]);
  });

  test("a reference out of the specification", async () => {
    expect(await problemsOf(whole("paths: {}\nx-a: { $ref: 'https://example.com/a.yaml' }\n"))).toEqual([
      "openapi.yaml:4:14: `$ref: https://example.com/a.yaml` is not a file of the specification; copy it into the specification",
    ]);
  });

  test("two files of one component name", async () => {
    const files = {
      ...whole("paths: {}\nx-a: { $ref: components/schemas/A.yaml }\nx-b: { $ref: other/components/schemas/A.yaml }\n"),
      "components/schemas/A.yaml": "type: string\n",
      "other/components/schemas/A.yaml": "type: integer\n",
    };
    expect(await problemsOf(files)).toEqual([
      "openapi.yaml:5:14: two files claim the name A in components/schemas; rename one of the files",
    ]);
  });

  test("a method that is misspelled: its operation would be lost", async () => {
    const text =
      'paths:\n  /a:\n    summary: A\n    x-note: B\n    gett: { operationId: a, responses: { "204": { description: Done } } }\n';
    expect(await problemsOf(whole(text))).toEqual([
      "openapi.yaml:7:5 a: `gett` is no field of a path item; did you mean `get`?",
    ]);
  });

  test("an empty operationId, and one that stands twice", async () => {
    const text = `paths:\n  /a:\n    get: { operationId: "", responses: {} }\n    put:\n      operationId: x\n      responses: {}\n  /b:\n    get:\n      operationId: x\n      responses: {}\n`;
    expect(await problemsOf(whole(text))).toEqual([
      "openapi.yaml:5:25: the operationId of GET /a is empty; write a name, or leave the line out: one is then made of the path",
      "openapi.yaml:11:20 x: operationId x of GET /b is already that of PUT /a; give each operation its own name",
    ]);
  });

  test.each([
    ["openapi: 3.2.0\n", "openapi.yaml:1:10: `openapi` is 3.2.0, not 3.1; write `openapi: 3.1.0`"],
    ["openapi: 2\n", "openapi.yaml:1:10: `openapi` is 2, not 3.1; write `openapi: 3.1.0`"],
    ["openapi: 3.1\n", "openapi.yaml:1:10: `openapi` is 3.1, without the third number; write `openapi: 3.1.0`"],
    ["info: {}\n", "openapi.yaml:1:1: `openapi` is missing, not 3.1; write `openapi: 3.1.0`"],
    ['swagger: "2.0"\n', "openapi.yaml:1:10: this is Swagger 2.0, which is not read; convert it to OpenAPI 3 first"],
  ])("another version of OpenAPI: %j", async (head, wanted) => {
    expect(await problemsOf({ "openapi.yaml": `${head}paths: {}\n` })).toEqual([wanted]);
  });

  test("a YAML alias that leads back to itself, or that unfolds without measure", async () => {
    expect(await problemsOf({ "openapi.yaml": "openapi: 3.1.0\npaths: {}\nx-a: &a { b: *a }\n" })).toEqual([
      "openapi.yaml:1:1: a YAML alias leads back to itself; use `$ref` for what recurs",
    ]);
    const bombs = [...Array(9).keys()].map((n) => `b${n + 1}: &b${n + 1} [${`*b${n}, `.repeat(9)}*b${n}]`);
    expect(await problemsOf({ "openapi.yaml": `openapi: 3.1.0\nb0: &b0 [x]\n${bombs.join("\n")}\n` })).toEqual([
      expect.stringMatching(/^openapi\.yaml:1:1: .*alias.*; write it with fewer aliases, or as `\$ref`$/i),
    ]);
  });

  test("in a document of OpenAPI 3.0, a fault of what it became is shown where it was written", async () => {
    const text = `openapi: 3.0.3
info: { title: Old, version: "1" }
paths:
  /a:
    get:
      operationId: getA
      parameters: [{ name: a, in: query, style: wide, schema: { type: string, nullable: true } }]
      responses: { "204": { description: Done } }
`;
    expect(await problemsOf({ "openapi.yaml": text })).toEqual([
      "openapi.yaml:7:49 getA: a query parameter has no style wide; " +
        "choose from `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`",
    ]);
  });

  test("several at once, in the order of the files", async () => {
    const files = {
      ...whole("paths:\n  /b: { $ref: b.yaml }\n  /a: { $ref: none.yaml }\n"),
      "b.yaml": "get: { operationId: b, responses: [] }\n",
    };
    expect(await problemsOf(files)).toEqual([
      "b.yaml:1:24 b: `responses` is a list, not the object of all responses; write an object with one entry for each status",
      "openapi.yaml:5:15: `$ref: none.yaml` leads to no file; correct the path, or add the file",
    ]);
  });
});
