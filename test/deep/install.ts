import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("vendor", import.meta.url));

/** Installs the vendor's client. It is no dependency of the project: only the deep tests need its 24 MB. */
export default function install(): void {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  process.stderr.write("Installing the vendor's client into test/deep/vendor ...\n");
  execFileSync("npm", ["ci", "--prefix", folder], { stdio: ["ignore", "ignore", "inherit"] });
}
