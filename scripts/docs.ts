import { main } from "../generator/site/cli.js";

process.exitCode = await main(process.argv.slice(2));
