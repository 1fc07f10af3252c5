import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** For GitHub Pages: every site has it. */
const siteMark = ".nojekyll";

/** The beginning of the notice in every file that this command makes. */
const mark = "Made by `npm run generate`";

/**
 * Files that carry the mark. Every package has all of them, every site has `openapi.yaml`: one is enough to know the
 * folder.
 */
const marks = ["manifest.json", "openapi.yaml", "src/index.ts"];

/** What this command never writes to. */
const foreign = new Set([".git", "node_modules", "site"]);

/** What is written to a folder. A site has a file that no package has. */
export type OutputKind = "package" | "site";

/** Why a product must not be written to a folder; undefined where it may be. `shown` is what messages call the folder. */
export function refusal(folder: string, shown: string, product: OutputKind = "package"): string | undefined {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return undefined;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return `${shown} is no folder. Give another one with --out.`;
  }
  if (readdirSync(folder).length === 0) return undefined;
  const isSite = existsSync(join(folder, siteMark));
  if (isSite !== (product === "site") || !marks.some((name) => isMarked(join(folder, name)))) {
    const why = "and this command did not make it: what is in it would be deleted";
    return `${shown} is not empty, ${why}. Give a new or an empty folder with --out.`;
  }
  const link = linkIn(folder);
  if (link === undefined) return undefined;
  return `${shown}/${link} is a link: what is written there would land elsewhere. Remove the link.`;
}

function isMarked(path: string): boolean {
  return existsSync(path) && readFileSync(path, "utf8").slice(0, 400).includes(mark);
}

/** The first link below a folder, where files are written. */
function linkIn(folder: string, inside = folder): string | undefined {
  for (const entry of readdirSync(inside, { withFileTypes: true })) {
    if (inside === folder && foreign.has(entry.name)) continue;
    const path = join(inside, entry.name);
    if (entry.isSymbolicLink()) return relative(folder, path).split(sep).join("/");
    const found = entry.isDirectory() ? linkIn(folder, path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
