import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { byCodePoint } from "./order.js";

/** The files below a folder, as sorted paths with slashes; none where there is no folder. */
export function listTree(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort(byCodePoint);
}

/** A file's text with the line endings that the output has, whatever machine it was checked out on. */
export function readTextFile(path: string): string {
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}

/** The texts of all files below a folder whose names have an ending, by path. */
export function readTexts(folder: string, ending: string): Map<string, string> {
  const names = listTree(folder).filter((path) => path.endsWith(ending));
  return new Map(names.map((path) => [path, readTextFile(join(folder, path))]));
}
