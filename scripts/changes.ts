import { main } from "../generator/changes/cli.js";
import { start } from "../generator/shell/shell.js";

await start(main);
