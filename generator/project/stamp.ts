// Tells a run whether anything changed since the last one.
import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { OutputFile } from "../core/emit/file.js";
import { hashOfAll } from "../core/lib/hash.js";
import { projectFolder } from "./folder.js";
import { readInputs } from "./inputs.js";
import { listFiles } from "../core/output/write.js";

/** The file in `dist` that says what it was built from. */
export const stampName = ".built";

interface Stamp {
  readonly inputs: string;
  /** The files of the specification, as they were found from the project's folder. */
  readonly sources: readonly string[];
  readonly files: string;
  readonly dist: string;
}

/** What a package was made from. */
export interface BuildOrigin {
  /** The root file of the specification, or its folder. */
  readonly specification: string;
  /** The files that were read of it. */
  readonly sources: readonly string[];
}

/** The stamp of a build: it tells the next run whether there is something to do. */
export function stampFor(
  { specification, sources }: BuildOrigin,
  files: readonly OutputFile[],
  dist: readonly OutputFile[],
): string {
  const hash = (all: readonly OutputFile[]): string => hashOfAll(new Map(all.map(({ path, text }) => [path, text])));
  const inputs = hashOfAll(readInputs(specification, sources));
  const shown = sources.map((file) => relative(projectFolder, file).split(sep).join("/"));
  return `${JSON.stringify({ inputs, sources: shown, files: hash(files), dist: hash(dist) })}\n`;
}

/** True if the last run had the same inputs and everything that it wrote is still there and the same. */
export function unchanged(specification: string, output: string): boolean {
  const path = join(output, "dist", stampName);
  if (!existsSync(path)) return false;
  const stamp = readStamp(path);
  if (stamp === undefined) return false;
  const sources = stamp.sources.map((file) => join(projectFolder, file));
  if (stamp.inputs !== hashOfAll(readInputs(specification, sources))) return false;
  const dist = textsIn(join(output, "dist"));
  dist.delete(stampName);
  return stamp.files === hashOfAll(textsIn(output)) && stamp.dist === hashOfAll(dist);
}

/** The stamp in a file; undefined where it is none, or one of an older form. */
function readStamp(path: string): Stamp | undefined {
  try {
    const { sources, inputs, files, dist } = JSON.parse(readFileSync(path, "utf8")) as Partial<
      Record<keyof Stamp, unknown>
    >;
    const texts = [inputs, files, dist, ...(Array.isArray(sources) ? (sources as unknown[]) : [undefined])];
    return texts.every((text) => typeof text === "string") ? ({ sources, inputs, files, dist } as Stamp) : undefined;
  } catch {
    return undefined;
  }
}

function textsIn(folder: string): Map<string, string> {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
