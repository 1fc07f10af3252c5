import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OutputFile } from "../../generator/emit/file.js";
import { projectFolder } from "../../generator/inputs.js";
import { compilePackage } from "../../generator/output/compile.js";
import { filesOf, modelOf } from "./specification.js";

/** Text that ends what it stands in, in one language or another. */
const evil = [
  "*/ export const injected = 1; /*",
  '"; injected(); "',
  "`${injected()}`",
  "line\nbreak",
  "\u2028",
  "</script>",
  "@deprecated",
  "\\u0022",
];
const names = [
  ...evil,
  "__proto__",
  "constructor",
  "class",
  "1st",
  "grüße",
  "名前",
  "x".repeat(300),
  "a|b",
  "toString",
];

/** A specification in which every name and every text is hostile. */
function hostile(): Record<string, string> {
  const text = evil.join("\n");
  const fields = Object.fromEntries(
    names.map((name) => [name, { type: "string", description: text, default: text, example: text, enum: names }]),
  );
  const schemas = {
    ...Object.fromEntries(
      [
        "Error",
        "Record",
        "Promise",
        "ApiError",
        "class",
        "a b",
        "a_b",
        "aB",
        "AB",
        "constructor",
        "grüße",
        "Array",
        "Omit",
      ].map((name) => [
        name,
        {
          type: "object",
          description: text,
          properties: { ...fields, self: { $ref: `#/components/schemas/${name}` } },
        },
      ]),
    ),
    tree: { type: "array", items: { $ref: "#/components/schemas/tree" } },
    map: { type: "object", additionalProperties: { $ref: "#/components/schemas/map" } },
    empty: {},
    constant: { const: evil },
    tuple: { prefixItems: [{ const: evil[0] }, { $ref: "#/components/schemas/tree" }] },
    union: {
      oneOf: [
        { $ref: "#/components/schemas/Error" },
        { type: ["string", "null"] },
        { allOf: [{ $ref: "#/components/schemas/Record" }, { required: names }] },
      ],
    },
    beside: { $ref: "#/components/schemas/Error", description: text, properties: { more: { type: "integer" } } },
  };
  const json = (schema: object, example: unknown): object => ({
    content: { "application/json": { schema, examples: { [evil[0] ?? ""]: { summary: text, value: example } } } },
  });
  const answer = (schema: object): object => ({
    "200": { description: text, ...json(schema, Object.fromEntries(names.map((name) => [name, text]))) },
  });
  const ids = [
    "delete",
    "constructor",
    "call",
    "then",
    "a/b",
    "a-b",
    "A b",
    "Descriptor",
    "undefined",
    "名前",
    ...evil,
  ];
  const paths = ids.map((operationId, index) => [
    `/p${index}/{${operationId === "delete" ? "*/ x" : "id"}}`,
    {
      post: {
        operationId,
        summary: text,
        description: text,
        deprecated: true,
        tags: [evil[0]],
        "x-successor": index === 0 ? "constructor" : evil[1],
        parameters: [
          {
            name: operationId === "delete" ? "*/ x" : "id",
            in: "path",
            required: true,
            description: text,
            schema: { type: "string" },
          },
          ...names.map((name) => ({ name, in: "query", description: text, schema: { type: "string", enum: names } })),
          { name: "X-Header", in: "header", schema: { type: "string" } },
        ],
        requestBody: {
          required: true,
          ...json({ type: "object", properties: { ...(index % 2 === 0 ? fields : { other: {} }) } }, fields),
        },
        responses: answer({
          $ref: `#/components/schemas/${Object.keys(schemas)[index % Object.keys(schemas).length] ?? ""}`,
        }),
      },
    },
  ]);
  const document = {
    openapi: "3.1.0",
    info: { title: text, version: "1", description: text },
    tags: [{ name: evil[0], description: text }],
    paths: Object.fromEntries(paths) as object,
    components: { schemas },
    "x-error-catalogue": names.map((code) => ({ code, status: 400, meaning: text, advice: text })),
  };
  return { "openapi.yaml": JSON.stringify(document) };
}

function textOf(files: readonly OutputFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

describe("a hostile specification", async () => {
  const files = await filesOf(hostile());

  test("makes a package that compiles under strict settings", { timeout: 60_000 }, () => {
    const types = join(projectFolder, "node_modules", "@types");
    expect(compilePackage(join(projectFolder, "generated"), files, types).errors).toEqual([]);
  });

  test("whose code holds nothing that was smuggled in", async () => {
    const ts = (await import("typescript")).default;
    const sources = files.filter(({ path }) => path.startsWith("src/") && !path.startsWith("src/runtime/"));
    const found = sources.flatMap(({ path, text }) => {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      const hits: string[] = [];
      const visit = (node: import("typescript").Node): void => {
        // The name may be that of a method; nothing may call it or give it a number.
        if (ts.isCallExpression(node) && node.expression.getText() === "injected") hits.push(path);
        if (ts.isVariableDeclaration(node) && node.initializer?.kind === ts.SyntaxKind.NumericLiteral) hits.push(path);
        node.forEachChild(visit);
      };
      visit(source);
      return hits;
    });
    expect(found).toEqual([]);
  });

  test("whose descriptors, once they run, hold every name as it was written", async () => {
    const ts = (await import("typescript")).default;
    const { outputText } = ts.transpileModule(textOf(files, "src/operations.ts"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
    });
    const module = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as Record<
      string,
      { id: string; query: string[] }
    >;
    const { operations } = await modelOf(hostile());
    expect(
      Object.values(module)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(operations.map(({ id }) => id).sort());
    expect(Object.values(module).every(({ query }) => JSON.stringify(query) === JSON.stringify(names))).toBe(true);
  });

  test("whose error catalogue has an own entry for every code", async () => {
    const ts = (await import("typescript")).default;
    const { outputText } = ts.transpileModule(textOf(files, "src/errorCatalogue.ts"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
    });
    const { errorCatalogue } = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
      errorCatalogue: Record<string, unknown>;
    };
    expect(Object.keys(errorCatalogue).sort()).toEqual([...names].sort());
  });

  test("whose paths stay in the package", () => {
    for (const { path } of files) expect(path).toMatch(/^[\p{L}\w$.-]+(\/[\p{L}\w$.-]+)*$/u);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });
});
