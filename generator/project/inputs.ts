// All files that the output depends on.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { listTree } from "../core/lib/tree.js";
import { projectFolder } from "./folder.js";

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
