import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { projectFolder } from "../../../generator/project/folder.js";
import { unpackPackage } from "../../package/packed.js";

/** Where the package is installed for the fences; what npm installed for the project is found above it. */
export const workshop = join(projectFolder, "node_modules/.cache/guides");

/** A reader's settings, the strict ones. */
const settings: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  types: ["node"],
  typeRoots: [join(projectFolder, "node_modules/@types")],
};

/**
 * Installs the package where the fences look for it: what npm packs is what they get. openapi-fetch, which npm would bring,
 * stands above it.
 */
export async function installPackage(): Promise<void> {
  rmSync(workshop, { recursive: true, force: true });
  await unpackPackage(join(workshop, "package"), join(workshop, "node_modules/codearts-build"));
}

/**
 * Compiles programs as users of the package would, in one go. They are given by the name under which their JavaScript
 * is to stand in the workshop; the result has each name's problems, one a line.
 */
export function compilePrograms(programs: ReadonlyMap<string, string>): Map<string, string> {
  const paths = new Map([...programs.keys()].map((name) => [name, join(workshop, `${name}.mts`)]));
  for (const [name, path] of paths) write(path, programs.get(name) ?? "");
  const program = ts.createProgram([...paths.values()], settings);
  program.emit();
  const problems = new Map<string, string>();
  const all = [...program.getGlobalDiagnostics(), ...program.getOptionsDiagnostics()].map(describe);
  if (all.length > 0) throw new Error(all.join("\n"));
  for (const [name, path] of paths) {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    problems.set(name, found.map(describe).join("\n"));
  }
  return problems;
}

function describe({ file, start, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, " ");
  if (file === undefined || start === undefined) return text;
  return `line ${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
