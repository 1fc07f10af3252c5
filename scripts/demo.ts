import { fileURLToPath } from "node:url";
import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../generator/codearts/demo/main.js";

endWithReader();

process.exitCode = await main(fileURLToPath(new URL("../generated", import.meta.url)), {
  output: process.stdout,
  env: process.env,
  say: (text) => void process.stderr.write(text),
});
