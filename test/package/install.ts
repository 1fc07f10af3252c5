import { fileURLToPath } from "node:url";
import { installPackage } from "../installPackage.js";

/** Where the compilers of users and the checks of package authors are installed. */
export const consumersFolder = fileURLToPath(new URL("consumers", import.meta.url));

/** Installs them: 150 MB that only the deep tests need. */
export default function install(): void {
  installPackage(consumersFolder, "compilers and package checks");
}
