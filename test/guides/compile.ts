import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { listTree, projectFolder } from "../../generator/inputs.js";

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
 * Installs the package as it stands in `generated/`, compiled, where the fences look for it. Its own types are checked
 * when it is generated; here only what the declarations say to a user counts.
 */
export function installPackage(): void {
  const source = join(projectFolder, "generated");
  const folder = join(workshop, "node_modules/codearts-build");
  rmSync(workshop, { recursive: true, force: true });
  const paths = listTree(join(source, "src")).map((path) => join(source, "src", path));
  const options = { ...settings, rootDir: join(source, "src"), outDir: join(folder, "dist"), declaration: true };
  const { emitSkipped } = programOf(paths, { ...options, noCheck: true }).emit();
  if (emitSkipped) throw new Error("The package cannot be compiled: npm run generate says why.");
  write(join(folder, "package.json"), readFileSync(join(source, "package.json"), "utf8"));
}

/**
 * Compiles programs as users of the package would, in one go. They are given by the name under which their JavaScript
 * is to stand in the workshop; the result has each name's problems, one a line.
 */
export function compilePrograms(programs: ReadonlyMap<string, string>): Map<string, string> {
  const paths = new Map([...programs.keys()].map((name) => [name, join(workshop, `${name}.mts`)]));
  for (const [name, path] of paths) write(path, programs.get(name) ?? "");
  const program = programOf([...paths.values()], settings);
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

/** The declarations of libraries, which both programs need, parsed. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function programOf(paths: readonly string[], options: ts.CompilerOptions): ts.Program {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    if (!/typescript\/lib|@types\//.test(path)) return read(path, ...rest);
    if (!libraries.has(path)) libraries.set(path, read(path, ...rest));
    return libraries.get(path);
  };
  return ts.createProgram(paths, options, host);
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
