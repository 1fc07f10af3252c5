import { lexer, walkTokens, type Token, type Tokens } from "marked";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { hostile, names } from "./hostileSpecification.js";
import { emitSimulatorData } from "../../generator/codearts/emit/simulator.js";
import type { JsonObject } from "../../generator/core/lib/json.js";
import { generate } from "../../generator/core/pipeline.js";
import { formatProblem } from "../../generator/core/problems.js";
import { sampleModules, typeErrors } from "./client.js";
import { inputOf } from "./specification.js";

/** All tokens of a page, those within others included. */
function tokensOf(text: string): Token[] {
  const all: Token[] = [];
  void walkTokens(lexer(text), (token) => void all.push(token));
  return all;
}

/** The name that a cell shows as code. */
function nameIn(cell: string): string {
  const named = cell.replace(/^(`+)(.*)\1$/, "$2").replace(/^<code>(.*)<\/code>$/, "$1");
  return named.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).trim();
}

describe("a hostile specification makes a package", async () => {
  const generated = await generate(inputOf(hostile()));
  if (generated.problems !== undefined) throw new Error(generated.problems.map(formatProblem).join("\n"));
  const { files, model } = generated;

  function textOf(path: string): string {
    return files.find((file) => file.path === path)?.text ?? "";
  }

  /** What a generated module exports, once it runs. `instead` is what stands in for its imports. */
  async function load(
    { text }: { readonly text: string },
    instead: Readonly<Record<string, string>> = {},
  ): Promise<Record<string, unknown>> {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
    const given = Object.entries(instead).reduce(
      (code, [from, stand]) => code.replace(new RegExp(`^import .* from "${from}";$`, "m"), stand),
      text,
    );
    const { outputText } = ts.transpileModule(given, { compilerOptions });
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
    const descriptors = Object.values(await load({ text: textOf("src/operations.ts") })) as Array<{
      id: string;
      query: string[];
    }>;
    const ids = Object.values(paths).map(({ post }) => post.operationId);
    expect(descriptors.map(({ id }) => id).sort()).toEqual(ids.sort());
    for (const { query } of descriptors) expect(query).toEqual(names);
  });

  test("whose error catalogue has an own entry for every code", async () => {
    const { errorCatalogue } = await load({ text: textOf("src/errorCatalogue.ts") });
    expect(Object.keys(errorCatalogue as object).sort()).toEqual([...names].sort());
  });

  test("whose code compiles under strict settings, that of libraries and of the samples included", async () => {
    const samples = sampleModules(model);
    expect(await typeErrors([...files, ...samples])).toEqual([]);
  });

  test("of which a simulator can be told", async () => {
    const data = emitSimulatorData(model, JSON.parse(hostile()["openapi.yaml"] ?? "") as JsonObject);
    const { simulatorData } = await load(data, { "./errorCatalogue.js": "const errorMeanings = {};" });
    const { operations } = simulatorData as { operations: Array<{ id: string; parameters: Array<{ name: string }> }> };
    expect(operations.map(({ id }) => id)).toEqual(model.operations.map(({ id }) => id));
    expect(operations[0]?.parameters.slice(1, -1).map(({ name }) => name)).toEqual(names);
  });

  test("whose pages have no HTML but that of their own, and no section that a description swallowed", () => {
    const pages = files.filter(({ path }) => path.startsWith("docs/") && path.endsWith(".md"));
    expect(pages.length).toBeGreaterThan(20);
    for (const { text } of pages) {
      const html = tokensOf(text).filter(({ type }) => type === "html");
      expect(
        html.map(({ raw }) => raw.trim()).filter((raw) => !/^(<!-- Made by .* -->|<\/?code>|<br>)$/.test(raw)),
      ).toEqual([]);
    }
    for (const { page } of model.operations) {
      const headings = tokensOf(textOf(`docs/${page}.md`)).filter(
        (token) => token.type === "heading" && token.depth === 2,
      );
      expect(headings.map((heading) => ("text" in heading ? String(heading.text) : "")).slice(0, 4)).toEqual([
        "Request",
        "Samples",
        "Parameters",
        "Request body",
      ]);
    }
  });

  test("whose pages have no row that a name parted", () => {
    for (const { page, arguments: all } of model.operations) {
      const [, parameters] = tokensOf(textOf(`docs/${page}.md`)).filter(
        (token) => token.type === "table",
      ) as Tokens.Table[];
      const rows = parameters?.rows.map((cells) => cells.map(({ text }) => text)) ?? [];
      const wanted = all.filter((argument) => argument.in !== "body");
      expect(rows.map((cells) => [nameIn(cells[0] ?? ""), cells[1]])).toEqual(
        wanted.map((argument) => [argument.name.replace(/\s+/g, " ").trim(), argument.in]),
      );
    }
  });

  test("whose paths stay in the package, also where a file system does not tell capitals apart", () => {
    for (const { path } of files) expect(path).toMatch(/^[\p{L}\w$.-]+(\/[\p{L}\w$.-]+)*$/u);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });
});
