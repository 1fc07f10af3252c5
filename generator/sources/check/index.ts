import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { tidyProblems, type Problem } from "../../core/problems.js";
import type { OperationFacts } from "../facts.js";
import { checkEntries, Conflicts } from "./conflicts.js";
import { findDisagreements } from "./disagreements.js";
import { findUnanswered } from "./disputes.js";
import { checkMeanings, MEANINGS } from "./meanings.js";
import { compareExamples } from "./examples.js";
import { checkKept } from "./kept.js";
import { findUnstatedFormats } from "./field.js";
import { Ledger } from "./ledger.js";
import { findUnstatedLimits, findUnstatedTimes } from "./limits.js";
import { childrenAt, placeOf, SpecFiles, type Spot } from "../../core/load/spots.js";
import { findUnshownNulls } from "./nulls.js";
import {
  compareOperation,
  compareSource,
  operationsOf,
  documentsOf,
  sourcesOf,
  weightiestOf,
  type DescribedOperation,
} from "./operation.js";
import { compareParameters, parametersOf } from "./parameters.js";
import { noteExamples } from "./shown.js";
import { compareTables, findUnprinted } from "./tables.js";
import { findUnstatedValues } from "./values.js";

const START = { file: "spec/openapi.yaml", line: 1, column: 1 };
const SOURCES = "spec/sources";
const RECORD = "npm run sources -- --facts <file>";

/** IAM's operations: chapters of the PDF describe them in running text, so there are no tables to take facts from. */
const WITHOUT_FACTS = new Set(["keystoneCreateUserTokenByPassword", "keystoneListProjects"]);

/**
 * Compares the facts with the specification in both directions; each problem is a difference that no entry explains.
 * Fresh facts take the place of what is recorded about their operations.
 */
export function checkSources(root: string, fresh: readonly OperationFacts[] = []): Problem[] {
  const files = new SpecFiles(root);
  const spec = files.read("spec/openapi.yaml");
  if (!spec) return [{ ...START, message: "the specification is missing", fix: "run this in the project's folder" }];
  for (const file of yamlFiles(root)) files.read(file);
  if (files.problems.length > 0) return tidyProblems(files.problems);
  const facts = readFacts(root, files.problems);
  for (const own of fresh) facts.set(own.operationId, own);
  const operations = operationsOf(spec);
  const pairs = operations.flatMap((operation) => {
    const own = facts.get(operation.operationId);
    return own ? [{ operation: withNewest(operation, own), facts: own }] : [];
  });
  const ledger = new Ledger();
  const conflicts = new Conflicts(files.all());
  const problems = missingCounterparts(operations, facts);
  for (const pair of pairs) {
    problems.push(...compareSource(pair.operation, pair.facts));
    problems.push(...findUnanswered(pair.operation, pair.facts, conflicts));
    comparePair(pair.operation, pair.facts, ledger, conflicts);
  }
  // What no document of any operation says can only be known once all have been read.
  for (const { operation } of pairs) findUnsaid(operation, ledger);
  findUnstatedLimits(ledger);
  findUnstatedValues(ledger);
  findUnstatedFormats(ledger);
  problems.push(...conflicts.explain([...ledger.findings, ...findDisagreements(ledger)]));
  problems.push(
    ...conflicts.problems,
    ...checkEntries(conflicts, ledger, WITHOUT_FACTS),
    ...checkKept(conflicts.entries),
  );
  const meanings = files.read(MEANINGS);
  if (meanings) problems.push(...checkMeanings(spec, files.all(), meanings, conflicts));
  // A broken file or reference would make differences where there are none.
  return tidyProblems(files.problems.length > 0 ? files.problems : problems);
}

function withNewest(operation: DescribedOperation, facts: OperationFacts): DescribedOperation {
  const newest = weightiestOf(facts);
  return newest ? { ...operation, newest } : operation;
}

function comparePair(operation: DescribedOperation, facts: OperationFacts, ledger: Ledger, conflicts: Conflicts): void {
  const documents = documentsOf(facts);
  for (const document of documents) {
    compareOperation(operation, document, ledger);
    compareTables(operation, document, ledger, (spot) => conflicts.at(spot));
  }
  compareParameters(operation, documents, ledger);
  findUnstatedTimes(operation, documents, (name) => parameterSpot(operation, name), ledger);
  compareExamples(operation, facts, ledger);
  noteExamples(operation, facts, ledger);
}

function findUnsaid(operation: DescribedOperation, ledger: Ledger): void {
  const statuses = childrenAt(operation.spot, "responses").map(([status]) => Number(status));
  const bodies = ["request" as const, ...statuses];
  findUnprinted(operation, bodies, ledger);
  findUnshownNulls(operation, bodies, ledger);
}

function parameterSpot(operation: DescribedOperation, name: string): Spot | undefined {
  return parametersOf(operation).find((parameter) => parameter.name === name)?.spot;
}

/** Operations without facts, and facts without an operation. */
function missingCounterparts(
  operations: readonly DescribedOperation[],
  facts: ReadonlyMap<string, OperationFacts>,
): Problem[] {
  const known = new Set(operations.map(({ operationId }) => operationId));
  const withoutOperation = [...facts.keys()].filter((id) => !known.has(id));
  const withoutFacts = operations.filter(({ operationId }) => !facts.has(operationId));
  return [
    ...withoutOperation.map((operationId) => ({
      file: `${SOURCES}/${operationId}.json`,
      line: 1,
      column: 1,
      operationId,
      message: "the documents describe this operation, the specification does not",
      fix: "add it to spec/openapi.yaml",
    })),
    ...withoutFacts.flatMap((operation): Problem[] => {
      const place = { ...placeOf(operation.spot), operationId: operation.operationId };
      if (!WITHOUT_FACTS.has(operation.operationId)) {
        return [{ ...place, message: "there are no facts for this operation", fix: `run ${RECORD}` }];
      }
      if (sourcesOf(operation).length > 0) return [];
      return [{ ...place, message: "x-source.documents names no document", fix: "name the sections of the PDF" }];
    }),
  ];
}

/** The recorded facts by operation; a file that cannot be understood is a problem. */
function readFacts(root: string, problems: Problem[]): Map<string, OperationFacts> {
  const folder = posix.join(root, SOURCES);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return new Map(
    names.sort().flatMap((name): Array<[string, OperationFacts]> => {
      try {
        const facts = JSON.parse(readFileSync(posix.join(folder, name), "utf8")) as OperationFacts;
        return [[facts.operationId, facts]];
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        const place = { file: `${SOURCES}/${name}`, line: 1, column: 1 };
        problems.push({ ...place, message: `is not JSON (${error.message})`, fix: `record it again: ${RECORD}` });
        return [];
      }
    }),
  );
}

/** Every YAML file of the specification, so that an entry in a file that nothing refers to is found as well. */
function yamlFiles(root: string): string[] {
  return readdirSync(posix.join(root, "spec"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `spec/${name.replaceAll("\\", "/")}`)
    .sort();
}
