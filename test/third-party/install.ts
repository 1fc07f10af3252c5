import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Installs the documents that nobody here wrote. They weigh 800 MB: only the deep tests need them. */
export default function install(): void {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  process.stderr.write("Installing OpenAPI documents of others into test/third-party ...\n");
  execFileSync("npm", ["ci", "--prefix", folder], { stdio: ["ignore", "ignore", "inherit"] });
}
