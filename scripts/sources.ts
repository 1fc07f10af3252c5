import { main } from "../generator/sources/cli.js";

process.exitCode = await main(process.argv.slice(2));
