import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatProblem } from "../core/problems.js";
import { checkSources } from "./check/index.js";
import type { OperationFacts } from "./facts.js";
import type { Gathered } from "./gather.js";
import { isHan } from "./report/compare.js";
import { count } from "./report/markdown.js";
import { PLACEHOLDER } from "./report/proposal.js";
import { byOperation, mergeDocuments, serialise, writeFacts } from "./write.js";

/** `--accept`: records the facts of what was read, once the specification says the same; else says what is missing. */
export async function accept(
  folder: string,
  { read, gone, problems }: Gathered,
  recorded: ReadonlyMap<string, OperationFacts>,
): Promise<number> {
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\nNothing was recorded: ${count(problems.length, "problem")}.\n`);
    return 2;
  }
  const root = join(folder, "..", "..");
  const fresh = [...byOperation(read.map(({ operationId, facts }) => ({ operationId, facts })))]
    .map(([operationId, found]) => keepTitles(mergeDocuments(operationId, found, recorded.get(operationId)), recorded))
    .filter((facts) => isNews(facts, recorded));
  const missing = [
    ...checkSources(root, fresh).map(formatProblem),
    ...placeholders(root),
    ...gone.map(({ operationId }) => `${operationId}: it is gone; delete spec/sources/${operationId}.json yourself`),
  ];
  if (missing.length > 0) {
    process.stdout.write(`${missing.join("\n")}\n`);
    process.stderr.write(
      `Nothing was recorded: the specification does not agree yet (${count(missing.length, "problem")}).\n`,
    );
    return 1;
  }
  await writeFacts(folder, fresh);
  process.stderr.write(
    fresh.length === 0
      ? "Nothing to record: the facts are the recorded ones.\n"
      : `Recorded ${fresh.map(({ operationId }) => operationId).join(", ")} in spec/sources.\n`,
  );
  return 0;
}

function isNews(facts: OperationFacts, recorded: ReadonlyMap<string, OperationFacts>): boolean {
  const known = recorded.get(facts.operationId);
  return known === undefined || serialise(known) !== serialise(facts);
}

/** A Chinese page does not take the English title away. */
function keepTitles(facts: OperationFacts, recorded: ReadonlyMap<string, OperationFacts>): OperationFacts {
  const title = recorded.get(facts.operationId)?.documents.find((document) => !isHan(document.title))?.title;
  const documents = facts.documents.map((document) =>
    title !== undefined && isHan(document.title) ? { ...document, title } : document,
  );
  return { ...facts, documents };
}

/** Descriptions that a patch left to write. */
function placeholders(root: string): string[] {
  return readdirSync(join(root, "spec"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(root, "spec", name), "utf8").split("\n");
      return lines.flatMap((line, index) =>
        line.includes(PLACEHOLDER)
          ? [`spec/${name.replaceAll("\\", "/")}:${index + 1}: the description is left to write`]
          : [],
      );
    });
}
