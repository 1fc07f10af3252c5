import { main } from "../generator/changes/release.js";

process.exitCode = await main(process.argv.slice(2));
