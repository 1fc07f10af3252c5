// Prints and reads TypeScript with ts-morph.
import { createRequire } from "node:module";
import { posix } from "node:path";
import type * as tsMorph from "ts-morph";
import type {
  ClassDeclarationStructure,
  ImportDeclarationStructure,
  MethodDeclarationStructure,
  ParameterDeclarationStructure,
  StatementStructures,
  ts as compiler,
} from "ts-morph";

// By `require`: an import of a CommonJS package first searches all of it, here megabytes of compiler, for the names of its exports.
const morph = createRequire(import.meta.url)("ts-morph") as typeof tsMorph;
const { printStructure, StructureKind, ts } = morph;

export { StructureKind };
export type {
  ClassDeclarationStructure,
  ImportDeclarationStructure,
  MethodDeclarationStructure,
  ParameterDeclarationStructure,
  StatementStructures,
};

/** Prints one declaration or import. */
export function printStatement(structure: StatementStructures): string {
  return printStructure(structure, { indentNumberOfSpaces: 2 }).trimEnd();
}

/** Prints an import; one that is too long for a line has a line a name. */
function printImport(structure: ImportDeclarationStructure): string {
  const text = printStatement(structure);
  if (text.length <= 120 || !Array.isArray(structure.namedImports)) return text;
  const names = structure.namedImports.map((name) => `  ${typeof name === "string" ? name : ""},\n`);
  return `import ${structure.isTypeOnly === true ? "type " : ""}{\n${names.join("")}} from "${structure.moduleSpecifier}";`;
}

/** Joins printed statements to a module: imports close together, declarations an empty line apart. */
export function printModule(
  head: string,
  imports: readonly ImportDeclarationStructure[],
  declarations: readonly string[],
): string {
  const importLines = imports.map(printImport).join("\n");
  return [head, importLines, ...declarations].filter((part) => part !== "").join("\n\n") + "\n";
}

/** `import type { ... } from "..."`, or without `type`. */
export function importNames(from: string, names: readonly string[], typeOnly: boolean): ImportDeclarationStructure {
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: from,
    namedImports: [...names],
    isTypeOnly: typeOnly,
  };
}

/** `import * as name from "..."` */
export function importAll(from: string, name: string): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier: from, namespaceImport: name };
}

/** `export const name = value;` with its comment. `value` may have several lines. */
export function printConstant(name: string, value: string, doc = ""): string {
  return `${printDoc(doc)}export const ${name} = ${value};`;
}

/** A documentation comment with the end of its line, on one line where it fits; nothing for an empty text. */
export function printDoc(text: string): string {
  if (text === "") return "";
  if (!text.includes("\n")) return `/** ${text} */\n`;
  return `/**\n${text.replace(/^/gm, " * ").replace(/^ \* $/gm, " *")}\n */\n`;
}

/** Lines in braces, indented by one step. */
export function printBlock(lines: readonly string[]): string {
  return lines.length === 0 ? "{\n}" : `{\n${lines.join("\n").replace(/^(?=.)/gm, "  ")}\n}`;
}

/** The names that the module at a path exports; `read` gives the text of a module that stands at a path. */
export function exportedNames(path: string, read: (path: string) => string): string[] {
  const file = ts.createSourceFile("module.ts", read(path), ts.ScriptTarget.ESNext, true);
  return file.statements.flatMap((statement): string[] => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (clause !== undefined)
        return ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [clause.name.text];
      const from = statement.moduleSpecifier;
      return from !== undefined && ts.isStringLiteral(from) ? exportedNames(moduleAt(path, from.text), read) : [];
    }
    return isExported(statement) ? declaredNames(statement) : [];
  });
}

/** The path of the module that another one names. */
function moduleAt(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

function isExported(statement: compiler.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredNames(statement: compiler.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const name = (statement as compiler.DeclarationStatement).name;
  return name === undefined ? [] : [name.text];
}

/** The names of the members that classes of a module declare, private ones aside. */
export function memberNames(text: string): string[] {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ESNext, true);
  const classes = file.statements.filter(ts.isClassDeclaration);
  const names = classes.flatMap(({ members }) => members.map(({ name }) => name));
  return names.flatMap((name) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []));
}
