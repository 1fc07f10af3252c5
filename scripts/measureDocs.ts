import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../test/browser/measure.js";

endWithReader();

process.exitCode = await main(
  (line) => void process.stdout.write(`${line}\n`),
  (line) => void process.stderr.write(`${line}\n`),
);
