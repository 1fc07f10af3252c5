import { dirname, join, resolve, sep } from "node:path";
import ts from "typescript";
import type { OutputFile } from "../emit/file.js";

/** The settings under which the package is compiled: strict enough for any consumer. */
export const settings: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  declaration: true,
  skipLibCheck: true,
  types: ["node"],
  newLine: ts.NewLineKind.LineFeed,
};

/** What the compiler made of the sources, and what it complained of. */
export interface Compiled {
  /** Paths from the package's folder: `dist/index.js`. */
  readonly files: readonly OutputFile[];
  readonly errors: readonly string[];
}

/**
 * Compiles the package's sources from memory, so that an error is known before anything is written. `folder` is where
 * the package belongs: modules are looked up from there. `typesFolder` is where `@types` are installed. With
 * `checkLibraries`, the declarations of libraries are checked too, as some consumers do.
 */
export function compilePackage(
  folder: string,
  files: readonly OutputFile[],
  typesFolder: string,
  checkLibraries = false,
): Compiled {
  const root = resolve(folder);
  const sources = new Map(files.map(({ path, text }) => [resolve(root, path), text]));
  const folders = { rootDir: join(root, "src"), outDir: join(root, "dist"), typeRoots: [typesFolder] };
  const options = { ...settings, ...folders, skipLibCheck: !checkLibraries };
  const host = hostFor(sources, options, root);
  const roots = [...sources.keys()].filter((path) => path.startsWith(join(root, "src") + sep) && path.endsWith(".ts"));
  const program = ts.createProgram(roots, options, host);
  const diagnostics = ts.getPreEmitDiagnostics(program);
  const compiled: OutputFile[] = [];
  program.emit(undefined, (name, text) => {
    compiled.push({
      path: name
        .slice(root.length + 1)
        .split(sep)
        .join("/"),
      text,
    });
  });
  return { files: compiled, errors: diagnostics.map((diagnostic) => describe(diagnostic, root)) };
}

/** Parsed declarations of libraries, for the next compilation in this process. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A compiler host that reads these sources from memory and everything else from disk. */
export function hostFor(
  sources: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  root: string,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const folders = new Set([...sources.keys()].map((path) => dirname(path)));
  return {
    ...host,
    getCurrentDirectory: () => root,
    fileExists: (path) => sources.has(path) || host.fileExists(path),
    readFile: (path) => sources.get(path) ?? host.readFile(path),
    directoryExists: (path) => folders.has(path) || (host.directoryExists?.(path) ?? true),
    getSourceFile: (path, language, ...rest) => {
      const text = sources.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!libraries.has(path)) libraries.set(path, host.getSourceFile(path, language, ...rest));
      return libraries.get(path);
    },
  };
}

function describe(diagnostic: ts.Diagnostic, root: string): string {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  if (diagnostic.file === undefined || diagnostic.start === undefined) return text;
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `${diagnostic.file.fileName.slice(root.length + 1)}:${line + 1}:${character + 1}: ${text}`;
}
