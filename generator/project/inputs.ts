import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { byCodePoint } from "../core/lib/order.js";

/** The project's own folder, in which the generator stands. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The texts of all files on which the output depends, by path, for telling whether anything changed. `sources` are the
 * files that were read of the specification: not all need be in its folder.
 */
export function readInputs(specification: string, sources: readonly string[]): Map<string, string> {
  const inputs = new Map<string, string>();
  const add = (path: string): void => {
    if (existsSync(path)) inputs.set(relative(projectFolder, path).split(sep).join("/"), readFileSync(path, "utf8"));
  };
  const isFolder = existsSync(specification) && statSync(specification).isDirectory();
  if (!isFolder) add(specification);
  sources.forEach(add);
  for (const folder of [...(isFolder ? [specification] : []), join(projectFolder, "generator")]) {
    for (const path of listTree(folder)) add(join(folder, path));
  }
  for (const name of ["package.json", "package-lock.json", "redocly.yaml", "LICENSE", "CHANGELOG.md"])
    add(join(projectFolder, name));
  return inputs;
}

/** The files below a folder, as sorted paths with slashes. */
export function listTree(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort(byCodePoint);
}
