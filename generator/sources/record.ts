import { readFile } from "node:fs/promises";
import type { OperationFacts } from "./facts.js";
import type { FoundDocument } from "./operation.js";
import { readVendorText } from "./read.js";
import { count } from "./report/markdown.js";
import { byOperation, mergeDocuments, readRecorded, writeFacts } from "./write.js";

/** `--facts`: reads the vendor's texts and records their facts, whatever the specification says. */
export async function recordFacts(files: string[], folder: string): Promise<number> {
  const texts = await readTexts(files);
  if (!texts) return 2;
  const read = texts.map(({ file, text }) => readVendorText(file, text));
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
export function twice(found: readonly FoundDocument[]): string[] {
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
