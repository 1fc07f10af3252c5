// `--catalogue` and `--pending`: records the facts of a catalogue, and lists the operations that the specification lacks.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpecFiles } from "../../core/load/spots.js";
import { operationsOf } from "../check/operation.js";
import type { OperationFacts } from "../facts.js";
import { count } from "../report/markdown.js";
import { readAllRecorded, writeFacts } from "../write.js";
import { factsOf, problemsOf, unknownSchemas } from "./convert.js";
import { readCatalogue, type Catalogue } from "./format.js";

/** Below `spec/sources/`: the facts of operations that the specification does not have yet. */
const PENDING = "pending";

/** `--catalogue`: records what a catalogue says of every operation, or nothing at all. */
export async function recordCatalogue(file: string, folder: string): Promise<number> {
  const text = await read(file);
  if (text === undefined) return 2;
  const catalogue = readCatalogue(text);
  const problems = "problems" in catalogue ? catalogue.problems : problemsOf(catalogue);
  if ("problems" in catalogue || problems.length > 0) {
    process.stderr.write(problems.map((problem) => `${file}: ${problem}\n`).join(""));
    process.stderr.write(`Nothing was recorded: ${count(problems.length, "problem")}.\n`);
    return 1;
  }
  await write(catalogue, folder);
  return 0;
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    process.stderr.write(`Cannot read a file: ${error.message}\n`);
    return undefined;
  }
}

async function write(catalogue: Catalogue, folder: string): Promise<void> {
  const known = specified(join(folder, "..", ".."));
  const recorded = await readAllRecorded(folder);
  const facts = factsOf(catalogue).map((own) => ({
    ...own,
    documents: recorded.get(own.operationId)?.documents ?? [],
  }));
  const pending = facts.filter(({ operationId }) => !known.has(operationId));
  await writeFacts(
    folder,
    facts.filter(({ operationId }) => known.has(operationId)),
  );
  await writeFacts(join(folder, PENDING), pending);
  const said = count(facts.length - pending.length, "operation");
  process.stderr.write(`Recorded ${said} in spec/sources, and ${count(pending.length, "pending one")}.\n`);
  for (const name of unknownSchemas(catalogue)) {
    process.stderr.write(`${name}: the catalogue has no fields of it; it counts as an object of any fields.\n`);
  }
  const gone = [...(await readAllRecorded(join(folder, PENDING))).keys()].filter(
    (id) => !pending.some(({ operationId }) => operationId === id),
  );
  for (const id of gone) {
    const why = known.has(id) ? "the specification has it now" : "it is no longer in the catalogue";
    process.stderr.write(`${id}: ${why}; delete spec/sources/${PENDING}/${id}.json yourself.\n`);
  }
}

function specified(root: string): Set<string> {
  const spec = new SpecFiles(root).read("spec/openapi.yaml");
  return new Set(spec ? operationsOf(spec).map(({ operationId }) => operationId) : []);
}

/** `--pending`: the operations that the specification does not have yet, one a line. */
export async function listPending(folder: string): Promise<number> {
  const known = specified(join(folder, "..", ".."));
  const recorded = [...(await readAllRecorded(join(folder, PENDING))).values()];
  const facts = recorded.filter(({ operationId }) => !known.has(operationId));
  const successors = await successorsIn(folder);
  const lines = facts.map((own) => lineOf(own, successors.get(own.operationId) ?? []));
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
  process.stderr.write(`${count(facts.length, "operation")} pending: the specification does not have them yet.\n`);
  return 0;
}

function lineOf({ operationId, catalogue }: OperationFacts, heirOf: readonly string[]): string {
  const [first] = catalogue?.documents ?? [];
  const known = [first ? `${first.method} ${first.path}` : (catalogue?.pages[0]?.url ?? "")];
  return [operationId, ...known, ...(heirOf.length > 0 ? [`takes the place of ${heirOf.join(", ")}`] : [])].join("  ");
}

/** By operation: those whose place it takes. */
async function successorsIn(folder: string): Promise<Map<string, string[]>> {
  const heirs = new Map<string, string[]>();
  for (const { operationId, catalogue } of (await readAllRecorded(folder)).values()) {
    const heir = catalogue?.successor?.operationId;
    if (heir !== undefined) heirs.set(heir, [...(heirs.get(heir) ?? []), operationId]);
  }
  return heirs;
}
