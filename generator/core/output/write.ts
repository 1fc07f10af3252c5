import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { bytesOf } from "../lib/bytes.js";
import { byCodePoint } from "../lib/order.js";
import type { OutputFile } from "../emit/file.js";

/** Folders in the package's folder that the generator does not account for: built, installed, or a repository. */
const ignored = new Set(["dist", "site", "node_modules", ".git"]);

/** How the files in a folder differ from those that should be there. Paths are sorted. */
export interface Difference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
}

/** Compares a folder with the files that should be in it. */
export function compareFolder(folder: string, files: readonly OutputFile[]): Difference {
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  const present = listFiles(folder);
  const there = new Set(present);
  const differs = (path: string): boolean => !holds(join(folder, path), wanted.get(path) ?? "");
  return {
    missing: [...wanted.keys()].filter((path) => !there.has(path)).sort(byCodePoint),
    changed: present.filter((path) => wanted.has(path) && differs(path)),
    extra: present.filter((path) => !wanted.has(path)),
  };
}

/** True if a file's text is this one. It is compared as bytes, in pieces: neither is copied, for both can be large. */
function holds(path: string, text: string): boolean {
  const bytes = readFileSync(path);
  let at = 0;
  for (const piece of bytesOf(text)) {
    if (bytes.compare(piece, 0, piece.length, at, Math.min(at + piece.length, bytes.length)) !== 0) return false;
    at += piece.length;
  }
  return at === bytes.length;
}

/** All files below a folder but those that are ignored, as sorted paths with slashes. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (!ignored.has(path.split("/")[0] ?? "")) found.push(path);
  }
  return found.sort(byCodePoint);
}

/**
 * Makes the folder hold exactly these files: writes what differs, each file in one step, and deletes what should not be
 * there. A path that leads out of the folder is refused before anything is written.
 */
export function writeFolder(folder: string, files: readonly OutputFile[]): Difference {
  const targets = new Map(files.map((file) => [targetOf(folder, file.path), file]));
  const difference = compareFolder(folder, files);
  for (const path of [...difference.missing, ...difference.changed]) {
    const target = targetOf(folder, path);
    const file = targets.get(target);
    if (file !== undefined) writeWhole(target, file.text, file.executable);
  }
  for (const path of difference.extra) {
    rmSync(targetOf(folder, path));
    removeEmptyFolders(folder, dirname(path));
  }
  return difference;
}

/** Writes a file so that a reader sees the old one or the new one, never a part. */
export function writeWhole(target: string, text: string, executable = false): void {
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.draft`;
  writeFileSync(draft, text, { mode: executable ? 0o777 : 0o666 });
  renameSync(draft, target);
}

function targetOf(folder: string, path: string): string {
  const target = resolve(folder, path);
  const inside = relative(resolve(folder), target);
  const first = inside.split(sep)[0] ?? "";
  if (isAbsolute(path) || inside === "" || first === ".." || ignored.has(first)) {
    throw new Error(`The generator does not write ${path}: it is outside ${folder}.`);
  }
  return target;
}

function removeEmptyFolders(folder: string, path: string): void {
  for (let current = path; current !== "."; current = dirname(current)) {
    const directory = join(folder, current);
    if (readdirSync(directory).length > 0) return;
    rmdirSync(directory);
  }
}
