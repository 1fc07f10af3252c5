import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the benchmarks' own package stands. */
export const benchFolder = fileURLToPath(new URL(".", import.meta.url));

/** Installs what the benchmarks compare with. It is no dependency of the project: it weighs 420 MB. */
export function install(): void {
  if (existsSync(`${benchFolder}node_modules/.package-lock.json`)) return;
  process.stderr.write("Installing what the benchmarks need into test/bench ...\n");
  execFileSync("npm", ["ci", "--prefix", benchFolder], { stdio: ["ignore", "ignore", "inherit"] });
}
