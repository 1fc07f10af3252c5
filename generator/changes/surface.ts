// Compiles old programs against the new types.
import { join } from "node:path";
import ts from "typescript";
import type { OutputFile } from "../core/emit/file.js";
import { checkingOptions, hostFor } from "./host.js";
import type { Label, Program } from "./programs.js";

/** A program of the old release: a sample, a test, a list of what is exported. */
export interface OldProgram {
  readonly name: string;
  readonly text: string;
  /** The operation that it calls, where it is the sample of one. */
  readonly operation?: string;
}

/** What the compiler says about a program that was written for the old package. */
export interface Complaint {
  readonly message: string;
  readonly label?: Label;
  /** The old program, and the line, counted from 1. */
  readonly program?: OldProgram;
  readonly line: number;
}

/** A program expected an error that does not occur any more: more is allowed now. */
const unusedExpectation = 2578;

/**
 * Compiles programs written for the old package against the new one. `oldTypes` is the text of the old package's types.
 * Nothing is written; the new package is compiled as if it stood in the project's `generated` folder.
 */
export function compilePrograms(
  project: string,
  files: readonly OutputFile[],
  oldTypes: string,
  program: Program | undefined,
  oldPrograms: readonly OldProgram[],
): readonly Complaint[] {
  const root = join(project, "generated");
  const place = (name: string): string => join(root, "src", name);
  const sources = new Map(files.map(({ path, text }) => [join(root, path), text]));
  const roots = new Map<string, OldProgram | undefined>();
  if (program !== undefined) {
    sources.set(place("oldTypes.ts"), oldTypes).set(place("oldUses.ts"), program.text);
    roots.set(place("oldUses.ts"), undefined);
  }
  oldPrograms.forEach((each, index) => {
    sources.set(place(`oldProgram${index}.ts`), each.text);
    roots.set(place(`oldProgram${index}.ts`), each);
  });
  const options: ts.CompilerOptions = { ...checkingOptions(root), ...packagePaths(root) };
  options.typeRoots = [join(project, "node_modules", "@types")];
  const compiled = ts.createProgram([...roots.keys()], options, hostFor(sources, options, root));
  return [...roots].flatMap(([path, oldProgram]) => {
    const file = compiled.getSourceFile(path);
    const found = [...compiled.getSyntacticDiagnostics(file), ...compiled.getSemanticDiagnostics(file)];
    return found.filter(({ code }) => code !== unusedExpectation).map((each) => complaint(each, oldProgram, program));
  });
}

function packagePaths(root: string): ts.CompilerOptions {
  const entry = (name: string): string[] => [join(root, "src", `${name}.ts`)];
  return {
    paths: {
      "codearts-build": entry("index"),
      "codearts-build/raw": entry("raw"),
      "codearts-build/node": entry("node"),
      "codearts-build/simulator": entry("simulator"),
    },
  };
}

function complaint(
  diagnostic: ts.Diagnostic,
  oldProgram: OldProgram | undefined,
  program: Program | undefined,
): Complaint {
  const message = withoutPaths(ts.flattenDiagnosticMessageText(diagnostic.messageText, " "));
  const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
  if (oldProgram !== undefined) return { message, program: oldProgram, line: line + 1 };
  const label = program?.labels.get(line);
  return label === undefined ? { message, line: line + 1 } : { message, label, line: line + 1 };
}

/** The compiler names modules by where they stand on this machine; a report says the same on every one. */
function withoutPaths(text: string): string {
  return text
    .replace(/import\("[^"]*"(?:, \{[^)]*\})?\)\./g, "")
    .replace(/"[^"]*\/generated\/src\/(\w+)"/g, '"$1"')
    .replace(/\s+/g, " ")
    .trim();
}
