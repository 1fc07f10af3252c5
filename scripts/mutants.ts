import { fileURLToPath } from "node:url";
import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../test/deep/mutants/main.js";

endWithReader();

process.exitCode = await main(
  fileURLToPath(new URL("../spec", import.meta.url)),
  (line) => void process.stdout.write(`${line}\n`),
);
