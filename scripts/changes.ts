import { main } from "../generator/changes/cli.js";

process.exitCode = await main(process.argv.slice(2));
