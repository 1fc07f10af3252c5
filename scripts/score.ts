import { main } from "../generator/score/cli.js";
import { start } from "../generator/shell/shell.js";

await start(main);
