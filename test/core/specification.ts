import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../generator/core/emit/file.js";
import type { PackageModel } from "../../generator/core/product.js";
import { generate, understand, type Input } from "../../generator/core/pipeline.js";
import { formatProblem } from "../../generator/core/problems.js";
import { readIngredients } from "../../generator/project/project.js";

/** A folder of its own, gone after the run. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "generator-"));
}

/** Writes files below a new folder and returns it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = newFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A specification in one file: the head that every one needs, then the rest. */
export function whole(rest: string): Record<string, string> {
  return { "openapi.yaml": `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n${rest}` };
}

/** The pipeline's input for a specification of these files. */
export function inputOf(files: Readonly<Record<string, string | Uint8Array>>): Input {
  const folder = folderOf(files);
  return { specification: folder, shownFrom: folder, project: readIngredients(), report: () => undefined };
}

/** The problems of a specification, as they are printed. */
export async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const { problems } = await understand(inputOf(files));
  return (problems ?? []).map(formatProblem);
}

/** The model of a specification that has no problems. */
export async function modelOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<PackageModel> {
  const { problems, model } = await understand(inputOf(files));
  if (model === undefined) throw new Error(problems.map(formatProblem).join("\n"));
  return model;
}

/** The files that a specification without problems makes. */
export async function filesOf(files: Readonly<Record<string, string>>): Promise<OutputFile[]> {
  const generated = await generate(inputOf(files));
  if (generated.problems !== undefined) throw new Error(generated.problems.map(formatProblem).join("\n"));
  return [...generated.files];
}
