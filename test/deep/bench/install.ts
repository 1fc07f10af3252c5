import { fileURLToPath } from "node:url";
import { installPackage } from "../../support/installPackage.js";

/** Where the benchmarks' own package stands. */
export const benchFolder = fileURLToPath(new URL(".", import.meta.url));

/** Installs what the benchmarks compare with. It weighs 420 MB. */
export function install(): void {
  installPackage(benchFolder, "what the benchmarks need");
}
