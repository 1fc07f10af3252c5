import { start } from "../generator/shell/shell.js";
import { main } from "../test/deep/mutate.js";

await start(main);
