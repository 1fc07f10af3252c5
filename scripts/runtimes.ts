import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../test/deep/runtimes/main.js";

endWithReader();

process.exitCode = await main(process.argv.slice(2), {
  print: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
});
