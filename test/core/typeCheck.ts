import ts from "typescript";

/** Something that the compiler complains of. */
export interface TypeError {
  readonly line: string;
  readonly message: string;
}

/** What the compiler says of modules in memory under strict settings, and more; it begins with `/check.ts`. */
export function errorsOf(sources: ReadonlyMap<string, string>, more: ts.CompilerOptions = {}): TypeError[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    ...more,
  };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram(["/check.ts"], options, {
    ...host,
    fileExists: (path) => sources.has(path) || host.fileExists(path),
    readFile: (path) => sources.get(path) ?? host.readFile(path),
    getSourceFile: (path, language) => {
      const text = sources.get(path);
      return text === undefined ? host.getSourceFile(path, language) : ts.createSourceFile(path, text, language);
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => ({
    line: file === undefined ? "" : (file.text.slice(file.text.lastIndexOf("\n", start) + 1).split("\n")[0] ?? ""),
    message: ts.flattenDiagnosticMessageText(messageText, " "),
  }));
}
