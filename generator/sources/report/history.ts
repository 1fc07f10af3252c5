import { newestOf } from "../check/operation.js";
import type { OperationFacts } from "../facts.js";
import type { SourceReport } from "./model.js";
import { makePageReport } from "./report.js";

/** What the newest recorded document of each operation changed against the recorded one before it. */
export function historyOf(folder: string, recorded: ReadonlyMap<string, OperationFacts>): SourceReport {
  const pairs = [...recorded.values()].flatMap((facts) => {
    const tables = facts.documents.filter(({ document }) => document !== "walkthrough");
    const newest = newestOf(facts);
    return newest && tables.length > 1 ? [{ facts, newest }] : [];
  });
  return makePageReport({
    folder,
    read: pairs.map(({ facts: { operationId }, newest }) => ({
      source: `spec/sources/${operationId}.json`,
      operationId,
      facts: newest,
    })),
    recorded: new Map(
      pairs.map(({ facts, newest }) => {
        const documents = facts.documents.filter((document) => document !== newest);
        return [facts.operationId, { ...facts, documents }];
      }),
    ),
  });
}
