import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../../generator/project/folder.js";

/** The site's own command makes it once, before the tests of all files. */
export default async function setup(): Promise<void> {
  const words = ["--import", "tsx", join("scripts", "docs.ts")];
  await promisify(execFile)(process.execPath, words, { cwd: projectFolder });
}
