import { fileURLToPath } from "node:url";
import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../generator/score/cli.js";

endWithReader();

process.exitCode = await main(process.argv.slice(2), fileURLToPath(new URL("..", import.meta.url)));
