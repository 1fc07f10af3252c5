import { start } from "../generator/shell/shell.js";
import { main } from "../test/deep/bench/main.js";

await start(main);
