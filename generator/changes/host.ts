// A compiler host in memory.
import { dirname } from "node:path";
import ts from "typescript";
import { settings } from "../core/output/compile.js";

/** The settings under which the package is compiled, as the compiler's own library takes them; nothing is written. */
export function checkingOptions(root: string): ts.CompilerOptions {
  const json = { ...settings, declaration: false, emitDeclarationOnly: false, noEmit: true, skipLibCheck: true };
  return ts.convertCompilerOptionsFromJson(json, root).options;
}

/** Parsed declarations of libraries, for the next program in this process. */
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
