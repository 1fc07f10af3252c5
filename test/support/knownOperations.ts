import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../generator/project/folder.js";

/** IAM's two operations stand in running text of the PDF, of which no facts are recorded. */
const IAM = ["keystoneCreateUserTokenByPassword", "keystoneListProjects"];

/** The operations whose facts are recorded and that the specification has; pending ones stand in a folder of their own. */
export function recordedOperations(): string[] {
  const files = readdirSync(join(projectFolder, "spec/sources"));
  return files.filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
}

/** Every operation that the specification has to have. */
export function knownOperations(): string[] {
  return [...recordedOperations(), ...IAM].sort();
}
