import { main } from "../generator/release/release.js";
import { start } from "../generator/shell/shell.js";

await start(main);
