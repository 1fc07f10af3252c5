import { main } from "../generator/sources/cli.js";
import { start } from "../generator/shell/shell.js";

await start(main);
