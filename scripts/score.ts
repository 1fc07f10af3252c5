import { fileURLToPath } from "node:url";
import { main } from "../generator/score/cli.js";

process.exitCode = await main(process.argv.slice(2), fileURLToPath(new URL("..", import.meta.url)));
