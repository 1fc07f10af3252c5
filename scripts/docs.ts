import { main } from "../generator/site/cli.js";
import { start } from "../generator/shell/shell.js";

await start(main);
