import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../core/emit/manifest.js";
import { hashOf } from "../core/lib/hash.js";
import { listFiles } from "../core/output/write.js";

/** The generated files that are not what the manifest beside them says: edited by hand, deleted or added. */
export function handEdited(folder: string): readonly string[] {
  const path = join(folder, "manifest.json");
  if (!existsSync(path)) return ["manifest.json"];
  const { files } = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const names = new Set([...Object.keys(files), ...listFiles(folder)]);
  names.delete("manifest.json");
  return [...names]
    .filter((name) => files[name] === undefined || hashOfFile(join(folder, name)) !== files[name])
    .sort();
}

function hashOfFile(path: string): string | undefined {
  return existsSync(path) ? hashOf(readFileSync(path, "utf8")) : undefined;
}
