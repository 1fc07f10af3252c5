import ts from "typescript";
import { describe, expect, test } from "vitest";
import { hostile, names } from "./hostileSpecification.js";
import { filesOf } from "./specification.js";

describe("a hostile specification makes a package", async () => {
  const files = await filesOf(hostile());

  function textOf(path: string): string {
    return files.find((file) => file.path === path)?.text ?? "";
  }

  /** What a generated module exports, once it runs. */
  async function load(path: string): Promise<Record<string, unknown>> {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
    const { outputText } = ts.transpileModule(textOf(path), { compilerOptions });
    return (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as Record<string, unknown>;
  }

  test("whose code holds nothing that was smuggled in", () => {
    const sources = files.filter(({ path }) => path.startsWith("src/") && !path.startsWith("src/runtime/"));
    expect(sources.length).toBeGreaterThan(5);
    const found = sources.flatMap(({ path, text }) => {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      const hits: string[] = [];
      const visit = (node: ts.Node): void => {
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

  test("whose descriptors hold every id and name as it was written", async () => {
    const { paths } = JSON.parse(hostile()["openapi.yaml"] ?? "") as {
      paths: Record<string, { post: { operationId: string } }>;
    };
    const descriptors = Object.values(await load("src/operations.ts")) as Array<{ id: string; query: string[] }>;
    const ids = Object.values(paths).map(({ post }) => post.operationId);
    expect(descriptors.map(({ id }) => id).sort()).toEqual(ids.sort());
    for (const { query } of descriptors) expect(query).toEqual(names);
  });

  test("whose error catalogue has an own entry for every code", async () => {
    const { errorCatalogue } = await load("src/errorCatalogue.ts");
    expect(Object.keys(errorCatalogue as object).sort()).toEqual([...names].sort());
  });

  test("whose pages have no row that a name parted, and no HTML of its own", () => {
    const pages = files.filter(({ path }) => path.startsWith("docs/"));
    for (const { text } of pages) {
      const outside = text.replace(/^(`{3,})[^]*?^\1$/gm, "").replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
      expect(outside).not.toMatch(/(?<!\\)<\/script>/);
    }
  });

  test("whose paths stay in the package, also where a file system does not tell capitals apart", () => {
    for (const { path } of files) expect(path).toMatch(/^[\p{L}\w$.-]+(\/[\p{L}\w$.-]+)*$/u);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });
});
