import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "../../generator/project/folder.js";

/**
 * Installs a package of the tests' own, as its lock file has it, unless that was done since the lock file last changed. What
 * stands in such a package is no dependency of the project: only the command that asks for it needs its megabytes.
 * `command` is npm's.
 */
export function installPackage(folder: string, words: string, say = sayLine, command = ["ci"]): void {
  const done = join(folder, "node_modules", ".package-lock.json");
  const lock = join(folder, "package-lock.json");
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  say(`Installing ${words} into ${relative(projectFolder, folder)} ...`);
  execFileSync("npm", [...command, "--prefix", folder], { stdio: ["ignore", "ignore", "inherit"] });
}

function sayLine(line: string): void {
  process.stderr.write(`${line}\n`);
}
