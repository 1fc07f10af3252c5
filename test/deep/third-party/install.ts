import { fileURLToPath } from "node:url";
import { installPackage } from "../../support/installPackage.js";

/** Installs the documents that nobody here wrote. They weigh 800 MB: only the deep tests need them. */
export default function install(): void {
  installPackage(fileURLToPath(new URL(".", import.meta.url)), "OpenAPI documents of others");
}
