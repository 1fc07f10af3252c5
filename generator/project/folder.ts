import { fileURLToPath } from "node:url";

/** The project's own folder, in which the generator stands. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
