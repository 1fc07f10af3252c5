import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Packages of their own, which only the deep tests need: no dependencies of the project, 24 and 85 MB. */
const FOLDERS = { vendor: "the vendor's client", prism: "Prism" };

/** Installs what is missing. */
export default function install(): void {
  for (const [name, words] of Object.entries(FOLDERS)) {
    const folder = fileURLToPath(new URL(name, import.meta.url));
    if (existsSync(`${folder}/node_modules/.package-lock.json`)) continue;
    process.stderr.write(`Installing ${words} into test/deep/${name} ...\n`);
    execFileSync("npm", ["ci", "--prefix", folder], { stdio: ["ignore", "ignore", "inherit"] });
  }
}
