import { fileURLToPath } from "node:url";
import { installPackage } from "../support/installPackage.js";

/** Where the compilers of users, Jest and the checks of package authors are installed. */
export const consumersFolder = fileURLToPath(new URL("consumers", import.meta.url));

/** Installs them: 200 MB that only the deep tests need. */
export default function install(): void {
  installPackage(consumersFolder, "compilers, Jest and package checks");
}
