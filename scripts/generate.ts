import { main } from "../generator/main.js";

process.exitCode = await main(process.argv.slice(2));
