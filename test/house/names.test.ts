import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";

/** Names that stand for one thing in several files, and why. */
const allowed: Readonly<Record<string, string>> = {
  main: "each command line has one",
  ClientOptions: "the public name of the options, in the package of each product",
  saveTo: "the same function, and what stands for it where there are no files",
};

/** The names that a file declares and exports. */
function exportedBy(path: string): string[] {
  const text = readFileSync(join(projectFolder, path), "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  return source.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    const { name } = statement as ts.DeclarationStatement;
    return name === undefined ? [] : [name.text];
  });
}

const files = listTree(join(projectFolder, "generator"))
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `generator/${path}`);

test("an exported name is declared once: one word for one thing", () => {
  const places = new Map<string, string[]>();
  for (const path of files) {
    for (const name of new Set(exportedBy(path))) places.set(name, [...(places.get(name) ?? []), path]);
  }
  expect(places.size).toBeGreaterThan(500);
  const twice = [...places].filter(([, paths]) => paths.length > 1);
  expect(twice.filter(([name]) => !Object.hasOwn(allowed, name))).toEqual([]);
  expect(Object.keys(allowed).filter((name) => !twice.some(([known]) => known === name))).toEqual([]);
});
