import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { userOptions } from "../entries.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = join(root, "test/package/types/program.ts");

/** What an editor shows of a program, by TypeScript's language service. A `|` in the program is where the cursor stands. */
export class Editor {
  #text = "";
  #version = 0;
  readonly #service: ts.LanguageService;

  constructor() {
    const exists = (name: string): boolean => name === file || ts.sys.fileExists(name);
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => userOptions,
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (name === file ? String(this.#version) : "0"),
      getScriptSnapshot: (name) => {
        const text = name === file ? this.#text : exists(name) ? readFileSync(name, "utf8") : undefined;
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: exists,
      readFile: (name) => ts.sys.readFile(name),
      directoryExists: (name) => ts.sys.directoryExists(name),
      getDirectories: (name) => ts.sys.getDirectories(name),
    });
  }

  /** Types a program; gives where its cursor is. */
  #open(program: string): number {
    const cursor = program.indexOf("|");
    this.#text = program.replace("|", "");
    this.#version++;
    return cursor;
  }

  /** What stands over the name at the cursor: signature, text, and tags, as an editor would list them. */
  hover(program: string): string {
    const info = this.#service.getQuickInfoAtPosition(file, this.#open(program));
    if (info === undefined) throw new Error(`nothing is shown at | in ${program}`);
    const text = (parts: readonly ts.SymbolDisplayPart[] | undefined): string =>
      ts.displayPartsToString([...(parts ?? [])]);
    const tags = (info.tags ?? []).map((tag) => `@${tag.name} ${text(tag.text)}`.trim());
    return [text(info.displayParts), text(info.documentation), tags.join("\n")]
      .filter((part) => part !== "")
      .join("\n\n");
  }

  /** What is proposed at the cursor: names, those of deprecated things struck through. */
  completions(program: string): string[] {
    const found = this.#service.getCompletionsAtPosition(file, this.#open(program), {});
    return (found?.entries ?? [])
      .filter(({ kind }) => kind !== ts.ScriptElementKind.warning)
      .map(({ name, kindModifiers = "" }) => (kindModifiers.includes("deprecated") ? `~~${name}~~` : name));
  }

  /** What is underlined, and what is said of it. */
  errors(program: string): string[] {
    this.#open(program);
    const found = [...this.#service.getSyntacticDiagnostics(file), ...this.#service.getSemanticDiagnostics(file)];
    return found.map(({ start = 0, length = 0, messageText }) => {
      return `${this.#text.slice(start, start + length)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  }

  /** What is struck through. */
  deprecations(program: string): string[] {
    this.#open(program);
    return this.#service
      .getSuggestionDiagnostics(file)
      .filter(({ reportsDeprecated }) => reportsDeprecated !== undefined)
      .map(({ start, length }) => this.#text.slice(start, start + length));
  }
}
