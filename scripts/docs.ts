import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../generator/site/cli.js";

endWithReader();

process.exitCode = await main(process.argv.slice(2));
