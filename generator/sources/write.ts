// Reads and writes the facts in spec/sources.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentFacts, OperationFacts } from "./facts.js";
import type { FoundDocument } from "./operation.js";

/** The text of a facts file. */
export function serialise(facts: OperationFacts): string {
  return `${JSON.stringify(facts, undefined, 2)}\n`;
}

/** The recorded facts of an operation, if there are any. */
export async function readRecorded(folder: string, operationId: string): Promise<OperationFacts | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, `${operationId}.json`), "utf8")) as OperationFacts;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Everything that is recorded, by operation. */
export async function readAllRecorded(folder: string): Promise<Map<string, OperationFacts>> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith(".json")).sort();
  const facts = await Promise.all(names.map((name) => readRecorded(folder, name.slice(0, -".json".length))));
  return new Map(facts.flatMap((own) => (own ? [[own.operationId, own]] : [])));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Writes the facts of each operation to its own file. */
export async function writeFacts(folder: string, operations: OperationFacts[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const facts of operations) await writeFile(join(folder, `${facts.operationId}.json`), serialise(facts));
}

const KINDS: ReadonlyArray<DocumentFacts["document"]> = ["page", "pdf", "walkthrough"];

/** Newest first; of one date, the page before the PDF before its application examples. */
function byAge(one: DocumentFacts, other: DocumentFacts): number {
  if (one.date !== other.date) return one.date < other.date ? 1 : -1;
  return KINDS.indexOf(one.document) - KINDS.indexOf(other.document);
}

/** What is found replaces what the same kinds of document said before; other documents' facts stay. */
export function mergeDocuments(
  operationId: string,
  found: DocumentFacts[],
  recorded: OperationFacts | undefined,
): OperationFacts {
  const kinds = new Set(found.map((facts) => facts.document));
  const kept = recorded?.documents.filter((facts) => !kinds.has(facts.document)) ?? [];
  const documents = [...found, ...kept].sort(byAge);
  return { operationId, documents, ...(recorded?.catalogue ? { catalogue: recorded.catalogue } : {}) };
}

/** The documents found, by operation, in the order of their names. */
export function byOperation(found: FoundDocument[]): Map<string, DocumentFacts[]> {
  const operations = new Map<string, DocumentFacts[]>();
  for (const { operationId, facts } of found) {
    operations.set(operationId, [...(operations.get(operationId) ?? []), facts]);
  }
  return new Map([...operations].sort(([one], [other]) => (one < other ? -1 : 1)));
}
