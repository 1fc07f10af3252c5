import { fileURLToPath } from "node:url";
import { installPackage } from "../support/installPackage.js";

/** What only the deep tests need: 24, 85 and 260 MB. */
const FOLDERS = { vendor: "the vendor's client", prism: "Prism", generators: "generators of other people" };

/** Installs what is missing. */
export default function install(): void {
  for (const [name, words] of Object.entries(FOLDERS)) {
    installPackage(fileURLToPath(new URL(name, import.meta.url)), words);
  }
}
