import { main } from "../test/deep/runtimeMutants/main.js";

process.exitCode = await main((line) => void process.stdout.write(`${line}\n`));
