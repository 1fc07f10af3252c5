import { main } from "../test/browser/measure.js";

process.exitCode = await main(
  (line) => void process.stdout.write(`${line}\n`),
  (line) => void process.stderr.write(`${line}\n`),
);
