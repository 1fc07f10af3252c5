/**
 * What our generator costs beside others on the same documents: our specification, and GitHub's description in growing
 * parts. The generators take turns; each figure is the median of some runs. The table goes to stdout, the figures to
 * `.cache/bench/generate.json`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "../../generator/inputs.js";
import { benchDocuments, type BenchDocument } from "./documents.js";
import { generators, type Generator } from "./generators.js";
import { install } from "./install.js";
import { measure, medianCost, type Cost, type Failure } from "./measure.js";
import { printTable, type Result } from "./generateTable.js";

/** One run in a folder that nobody has used before. */
async function run(generator: Generator, document: BenchDocument): Promise<Cost | Failure> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document.document));
    return await measure(generator.command(document, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All generators on one document, in turns, so that what else the machine does hits all of them. */
async function compare(document: BenchDocument, runs: number): Promise<Result[]> {
  const all = new Map<Generator, Array<Cost | Failure>>(generators.map((generator) => [generator, []]));
  for (let round = 1; round <= runs; round++) {
    for (const [generator, found] of all) {
      // A second try would fail as well.
      if (found.some((one) => "failure" in one)) continue;
      process.stderr.write(`${document.name}, round ${round} of ${runs}: ${generator.name}\n`);
      found.push(await run(generator, document));
    }
  }
  return [...all].map(([{ name, makes }, found]): Result => {
    const costs = found.flatMap((one) => ("failure" in one ? [] : [one]));
    const failure = found.find((one) => "failure" in one);
    const { name: shown, operations } = document;
    return { document: shown, operations, generator: name, makes, result: failure ?? medianCost(costs) };
  });
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" }, document: { type: "string" } } });
const runs = Number(values.runs);
install();
const documents = benchDocuments();
const chosen = documents.filter(({ name }) => values.document === undefined || name === values.document);
if (!Number.isInteger(runs) || runs < 1 || chosen.length === 0) {
  const names = documents.map(({ name }) => name).join(", ");
  process.stderr.write(`Usage: npm run bench:generate [-- --runs <number>] [--document <name>]\nDocuments: ${names}\n`);
  process.exitCode = 2;
} else {
  const results: Result[] = [];
  for (const document of chosen) results.push(...(await compare(document, runs)));
  const folder = join(projectFolder, ".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const machine = { node: process.version, cores: availableParallelism() };
  writeFileSync(join(folder, "generate.json"), `${JSON.stringify({ runs, machine, results }, null, 2)}\n`);
  process.stdout.write(printTable(results));
}
