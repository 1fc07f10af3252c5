import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatProblem } from "../problems.js";
import { checkSources } from "./check/index.js";
import type { OperationFacts } from "./facts.js";
import type { FoundDocument } from "./operation.js";
import { readSource } from "./read.js";
import { byOperation, mergeDocuments, readRecorded, writeFacts } from "./write.js";

const FOLDER = fileURLToPath(new URL("../../spec/sources/", import.meta.url));

const USAGE = `Usage: npm run sources -- --facts <file>... | --check
  --facts <file>...  read the vendor's texts and record their facts in spec/sources/
  --check            compare the recorded facts with the specification
`;

const COMMANDS = new Map<string, (args: string[], folder: string) => number | Promise<number>>([
  ["--facts", recordFacts],
  ["--check", compareWithSpecification],
]);

/** The command line of \`npm run sources\`; returns the exit code. */
export async function main(argv: string[], folder = FOLDER): Promise<number> {
  const [name = "", ...args] = argv;
  const command = COMMANDS.get(name);
  if (command) return command(args, folder);
  process.stderr.write(name === "" ? USAGE : `Unknown argument "${name}".\n${USAGE}`);
  return 2;
}

async function recordFacts(files: string[], folder: string): Promise<number> {
  const unknown = files.find((file) => file.startsWith("-"));
  if (files.length === 0 || unknown !== undefined) {
    process.stderr.write(unknown === undefined ? USAGE : `Unknown argument "${unknown}".\n${USAGE}`);
    return 2;
  }
  const texts = await readTexts(files);
  if (!texts) return 2;
  const read = texts.map(({ file, text }) => readSource(file, text));
  const found = read.flatMap(({ values }) => values);
  const problems = [...read.flatMap((result) => result.problems.map((problem) => problem.message)), ...twice(found)];
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\nNothing was recorded: ${count(problems.length, "problem")}.\n`);
    return 1;
  }
  const operations: OperationFacts[] = [];
  for (const [operationId, documents] of byOperation(found)) {
    operations.push(mergeDocuments(operationId, documents, await readRecorded(folder, operationId)));
  }
  await writeFacts(folder, operations);
  process.stderr.write(`${summary(operations, found)}\n`);
  return 0;
}

function compareWithSpecification(args: string[], folder: string): number {
  const [unknown] = args;
  if (unknown !== undefined) {
    process.stderr.write(`Unknown argument "${unknown}".\n${USAGE}`);
    return 2;
  }
  const problems = checkSources(join(folder, "..", ".."));
  process.stdout.write(problems.map((problem) => `${formatProblem(problem)}\n`).join(""));
  process.stderr.write(
    problems.length === 0
      ? "Facts and specification say the same.\n"
      : `Facts and specification differ: ${count(problems.length, "problem")}.\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

async function readTexts(files: string[]): Promise<Array<{ file: string; text: string }> | undefined> {
  try {
    return await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    process.stderr.write(`Cannot read a file: ${error.message}\n`);
    return undefined;
  }
}

/** Two documents of one kind about one operation would overwrite each other. */
function twice(found: FoundDocument[]): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { operationId, facts } of found) {
    const key = `${operationId}: ${facts.document} ${facts.document === "walkthrough" ? (facts.section ?? "") : ""}`;
    if (seen.has(key)) problems.push(`${key.trim()}: expected one such document, found two; give one of them`);
    seen.add(key);
  }
  return problems;
}

function summary(operations: OperationFacts[], found: FoundDocument[]): string {
  const facts = found.map((document) => document.facts);
  const tables = facts.flatMap((document) => document.tables);
  const examples = facts.flatMap((document) => document.examples);
  return [
    `Recorded ${count(operations.length, "operation")} in spec/sources from ${count(facts.length, "document")}:`,
    `${count(facts.flatMap((document) => document.parameters).length, "parameter")},`,
    `${count(tables.flatMap((table) => table.fields).length, "field")} in ${count(tables.length, "table")},`,
    `${count(examples.length, "example")}, ${examples.filter((example) => example.broken).length} of them with broken brackets.`,
  ].join(" ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
