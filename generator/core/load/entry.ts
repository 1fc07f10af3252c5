// Finds the root file of a specification.
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const names = ["openapi.yaml", "openapi.yml", "openapi.json"];

/** The root file of a specification: the given file, or the one in the given folder; undefined where there is none. */
export function entryOf(specification: string): string | undefined {
  const path = resolve(specification);
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path;
  return names.map((name) => join(path, name)).find(existsSync);
}

/** The folder from which the files of a specification are named. */
export function folderOfSpecification(specification: string): string {
  const entry = entryOf(specification);
  return entry === undefined ? resolve(specification) : dirname(entry);
}
