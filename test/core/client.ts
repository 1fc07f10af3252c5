import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { OutputFile } from "../../generator/core/emit/file.js";
import { printSample } from "../../generator/core/emit/sample.js";
import { projectFolder } from "../../generator/project/folder.js";
import type { PackageModel } from "../../generator/core/product.js";
import { compilePackage } from "../../generator/core/output/compile.js";

/** A request as it goes out. */
export interface Sent {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The methods of a generated client. */
export type Methods = Readonly<Record<string, (request?: object, options?: object) => Promise<unknown>>>;

/** What the compiler says of a package under strict settings, the declarations of libraries included. */
export async function typeErrors(files: readonly OutputFile[]): Promise<readonly string[]> {
  return (await compilePackage(files, true)).errors;
}

/** The samples of all operations, as modules of the package that they are about. */
export function sampleModules(model: PackageModel): OutputFile[] {
  return model.operations.map((operation, index) => ({
    path: `src/samples/s${index}.ts`,
    text: printSample(operation, model)
      .replace(`"${model.product.name}"`, '"../index.js"')
      .replace(`"${model.product.name}/node"`, '"../node.js"'),
  }));
}

/** Runs the generated package from a folder in which it finds its dependencies. */
export async function clientOf(
  files: readonly OutputFile[],
  answer: () => Response,
  options: object = {},
): Promise<{ client: Methods; sent: Sent[]; remove: () => void }> {
  const folder = join(projectFolder, "node_modules", ".cache", `client-${process.pid}-${Date.now()}`);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, verbatimModuleSyntax: true };
  for (const { path, text } of files.filter((file) => file.path.startsWith("src/"))) {
    const target = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, ts.transpileModule(text, { compilerOptions }).outputText);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const module = (await import(pathToFileURL(join(folder, "src", "index.js")).href)) as {
    ApiClient: new (options: object) => Methods;
    bearer: (text: string) => unknown;
  };
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    // What a real request makes of it, so that nothing passes here that `fetch` would refuse.
    const request = new Request(url, { ...init, signal: null });
    const { pathname, search, origin } = new URL(request.url);
    const line = `${request.method} ${origin === "https://api.example.com" ? "" : origin}${pathname}${search}`;
    sent.push({ line, headers: Object.fromEntries(request.headers), body: await request.text() });
    return answer();
  };
  const client = new module.ApiClient({ credentials: module.bearer("some-token"), fetch, ...options });
  return { client, sent, remove: () => rmSync(folder, { recursive: true }) };
}
