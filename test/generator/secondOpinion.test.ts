import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { emitSchema } from "../../generator/emit/schema.js";
import { emitTypes } from "../../generator/emit/types.js";
import { bundle } from "../../generator/load/bundle.js";
import { buildModel } from "../../generator/model/build.js";
import type { Model, Operation } from "../../generator/model/types.js";
import { projectFolder } from "../../generator/inputs.js";
import { readProject } from "../../generator/project.js";

/** A type that is an error unless each of the two can stand for the other. */
const same =
  "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { missing: B; in: A }) : { not: A; in: B };\n";

function comparisons(model: Model): string {
  const lines = [
    'import type * as named from "./types.js";',
    'import type { components, operations } from "./schema.js";',
    same,
    ...model.schemas.map(
      ({ name, component }) =>
        `export const schema_${name}: Same<named.${name}, components["schemas"][${JSON.stringify(component)}]> = true;`,
    ),
    ...model.operations.flatMap(compareOperation),
  ];
  return lines.join("\n");
}

function compareOperation({
  name,
  id,
  answer,
  responseType,
  responses,
  body,
  requestType,
  arguments: all,
  grouped,
}: Operation): string[] {
  const raw = `operations[${JSON.stringify(id)}]`;
  const success = responses.find(({ status, schema }) => status.startsWith("2") && schema !== undefined);
  const lines: string[] = [];
  if (answer.kind === "json" && success?.mediaType !== undefined && responseType !== undefined) {
    const wire = `${raw}["responses"][${success.status}]["content"]["${success.mediaType}"]`;
    lines.push(`export const response_${name}: Same<named.${responseType}, ${wire}> = true;`);
  }
  if (body?.kind === "json" && requestType !== undefined && !grouped) {
    const fields = all.filter((argument) => argument.in === "body").map((argument) => JSON.stringify(argument.name));
    const picked = fields.length === 0 ? "{}" : `Pick<named.${requestType}, ${fields.join(" | ")}>`;
    lines.push(
      `export const body_${name}: Same<${picked}, NonNullable<${raw}["requestBody"]>["content"]["${body.mediaType}"]> = true;`,
    );
  }
  return lines;
}

test("our types and openapi-typescript's say the same", { timeout: 60_000 }, () => {
  const { document } = bundle(join(projectFolder, "spec", "openapi.yaml"), projectFolder);
  const { model, findings } = buildModel(document, readProject().taken);
  expect(findings).toEqual([]);
  const text = comparisons(model);
  expect(text.match(/^export const response_/gm)?.length).toBeGreaterThan(25);
  const sources = new Map<string, string>([["/check.ts", text]]);
  for (const { path, text: source } of [emitTypes(model), emitSchema(document, model)]) {
    sources.set(path.replace("src", ""), source);
  }
  expect(errorsOf(sources)).toEqual([]);
});

function errorsOf(sources: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
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
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const line =
      file === undefined || start === undefined
        ? ""
        : file.text.slice(file.text.lastIndexOf("\n", start) + 1).split("\n")[0];
    return `${ts.flattenDiagnosticMessageText(messageText, " ")} | ${line ?? ""}`;
  });
}
