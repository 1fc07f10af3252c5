import type { DocumentFacts, DocumentId, OperationFacts } from "../facts.js";
import { overrules, sameClaim, sameMembers, type Ledger } from "./ledger.js";
import {
  at,
  child,
  children,
  childrenAt,
  followSpot,
  placeOf,
  dataAt,
  referenced,
  textAt,
  type Spot,
} from "../../core/load/spots.js";
import type { Problem } from "../../core/problems.js";

/** An operation of the specification. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly spot: Spot;
  readonly pathItem: Spot;
  readonly root: Spot;
  /** The newest document with tables that describes the operation. */
  readonly newest?: DocumentId;
}

const METHODS = new Set(["get", "post", "put", "patch", "delete", "head", "options"]);

/** Statuses that every operation has although no page of an operation lists them. */
const COMMON_STATUSES = new Set(["422", "429"]);

/** All operations, in the order of the root document. */
export function operationsOf(root: Spot): DescribedOperation[] {
  return childrenAt(root, "paths").flatMap(([path, written]) => {
    const pathItem = followSpot(written);
    if (!pathItem) return [];
    return [...children(pathItem)]
      .filter(([key]) => METHODS.has(key))
      .map(([key, spot]) => {
        const operationId = textAt(spot, "operationId") ?? `${key.toUpperCase()} ${path}`;
        return { operationId, method: key.toUpperCase(), path, spot, pathItem, root };
      });
  });
}

/** Compares method, path and statuses with one document. */
export function compareOperation(operation: DescribedOperation, facts: DocumentFacts, ledger: Ledger): void {
  // The examples of a walkthrough are all that it says.
  if (facts.document === "walkthrough") return;
  const { operationId } = operation;
  const specified = { method: operation.method, path: operation.path, statuses: statusesOf(operation) };
  const claimed = { method: facts.method, path: facts.path, statuses: facts.statuses };
  for (const about of ["method", "path", "statuses"] as const) {
    const spots = [operation.spot];
    const claim = claimed[about];
    ledger.state({ operationId, document: facts.document, about, claim, spots, where: about });
    const agrees =
      about === "statuses" ? sameMembers(claimed.statuses, specified.statuses) : claim === specified[about];
    if (agrees) continue;
    ledger.find({
      operationId,
      about: [about],
      spots,
      message: `${about}: ${facts.document} says ${JSON.stringify(claim)}, the specification ${JSON.stringify(specified[about])}`,
      fix: "correct the specification",
      claims: { [facts.document]: claim },
      explainedBy: (entry) =>
        sameClaim(entry.claims[facts.document], claim) && overrules(entry, operation, facts.document),
    });
  }
}

/** What `deprecated` and `x-source` get wrong about the documents. */
export function compareSource(operation: DescribedOperation, facts: OperationFacts): Problem[] {
  const problems: Problem[] = [];
  const report = (spot: Spot, message: string, fix: string): void => {
    problems.push({ ...placeOf(spot), operationId: operation.operationId, message, fix });
  };
  const newest = newestOf(facts);
  const deprecated = dataAt(child(operation.spot, "deprecated")) === true;
  if (newest && newest.unavailableSoon !== deprecated) {
    const mark = newest.unavailableSoon ? "marks it unavailable soon" : "does not mark it unavailable soon";
    const fix = newest.unavailableSoon ? "set deprecated: true" : "drop deprecated";
    report(operation.spot, `deprecated is ${String(deprecated)}, but ${newest.document} ${mark}`, fix);
  }
  const source = child(operation.spot, "x-source");
  const listed = sourcesOf(operation);
  const wanted = facts.documents.map(({ document, section, date }) =>
    section ? { document, section, date } : { document, date },
  );
  if (!sameMembers(listed.map(tidySource), wanted.map(tidySource))) {
    report(
      source ?? operation.spot,
      `x-source.documents is ${JSON.stringify(listed)}`,
      `write the documents that the facts come from: ${JSON.stringify(wanted)}`,
    );
  }
  return problems;
}

/** The newest document that has tables. */
export function newestOf({ documents }: OperationFacts): DocumentFacts | undefined {
  return documents.find(({ document }) => document !== "walkthrough");
}

/** The entries of `x-source.documents`. */
export function sourcesOf(operation: DescribedOperation): unknown[] {
  const listed = dataAt(at(operation.spot, "x-source", "documents"));
  return Array.isArray(listed) ? (listed as unknown[]) : [];
}

function tidySource(source: unknown): unknown {
  const { document, section, date } = Object(source) as Record<string, unknown>;
  return [document, section ?? null, date];
}

function statusesOf(operation: DescribedOperation): number[] {
  return childrenAt(operation.spot, "responses")
    .filter(([status, response]) => !(COMMON_STATUSES.has(status) && referenced(response) !== undefined))
    .map(([status]) => Number(status));
}
