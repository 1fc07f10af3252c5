import { fileURLToPath } from "node:url";
import { main } from "../test/mutants/main.js";

process.exitCode = await main(
  fileURLToPath(new URL("../spec", import.meta.url)),
  (line) => void process.stdout.write(`${line}\n`),
);
