import { fileURLToPath } from "node:url";
import { main } from "../generator/demo/main.js";

process.exitCode = await main(fileURLToPath(new URL("../generated", import.meta.url)), {
  output: process.stdout,
  env: process.env,
  say: (text) => void process.stderr.write(text),
});
