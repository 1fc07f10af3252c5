import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../test/deep/runtimeMutants/main.js";

endWithReader();

process.exitCode = await main((line) => void process.stdout.write(`${line}\n`));
