import { start } from "../generator/shell/shell.js";
import { main } from "../test/deep/runtimes/main.js";

await start(main);
