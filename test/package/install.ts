import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the compilers of users and the checks of package authors are installed. */
export const consumersFolder = fileURLToPath(new URL("consumers", import.meta.url));

/** Installs them. They are no dependencies of the project: only the deep tests need their 150 MB. */
export default function install(): void {
  if (existsSync(`${consumersFolder}/node_modules/.package-lock.json`)) return;
  process.stderr.write("Installing compilers and package checks into test/package/consumers ...\n");
  execFileSync("npm", ["ci", "--prefix", consumersFolder], { stdio: ["ignore", "ignore", "inherit"] });
}
