import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Installs what the benchmarks compare with. It is no dependency of the project. */
export function install(): void {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  process.stderr.write("Installing what is compared with into test/bench ...\n");
  execFileSync("npm", ["ci", "--prefix", folder], { stdio: ["ignore", "ignore", "inherit"] });
}
