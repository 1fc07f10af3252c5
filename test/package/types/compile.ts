import { fileURLToPath } from "node:url";
import { join } from "node:path";
import ts from "typescript";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const entry = (name: string): string[] => [join(root, `generated/src/${name}.ts`)];

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  paths: {
    "codearts-build": entry("index"),
    "codearts-build/node": entry("node"),
    "codearts-build/raw": entry("raw"),
    "codearts-build/simulator": entry("simulator"),
  },
};

/** What the compiler says of a consumer's files, under the strictest rules; with another text than the first one's, if given. */
export function problemsOf(files: readonly string[], text?: string): string[] {
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (name === files[0] && text !== undefined ? text : read(name));
  const program = ts.createProgram(files, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
