import { fileURLToPath } from "node:url";
import { main } from "../generator/codearts/demo/main.js";
import { start } from "../generator/shell/shell.js";

await start((words) => main(words, fileURLToPath(new URL("../generated", import.meta.url))));
