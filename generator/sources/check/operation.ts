import type { DocumentFacts, DocumentId, OperationFacts } from "../facts.js";
import { overrules, sameClaim, sameMembers, TABLES, type Ledger } from "./ledger.js";
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
  /** The document with tables that outweighs all others about the operation. */
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
    if (about === "statuses" && facts.statuses.length === 0) continue;
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

/** What `x-source` and the marks of age get wrong about the documents. */
export function compareSource(operation: DescribedOperation, facts: OperationFacts): Problem[] {
  const listed = sourcesOf(operation);
  const wanted = facts.documents.map(({ document, section, date }) =>
    section ? { document, section, date } : { document, date },
  );
  const problems = compareAge(operation, facts);
  if (sameMembers(listed.map(tidySource), wanted.map(tidySource))) return problems;
  return [
    ...problems,
    {
      ...placeOf(child(operation.spot, "x-source") ?? operation.spot),
      operationId: operation.operationId,
      message: `x-source.documents is ${JSON.stringify(listed)}`,
      fix: `write the documents that the facts come from: ${JSON.stringify(wanted)}`,
    },
  ];
}

/** What `deprecated` and `x-successor` get wrong: the vendor marks operations as old, and tells what takes their place. */
function compareAge(operation: DescribedOperation, facts: OperationFacts): Problem[] {
  const problems: Problem[] = [];
  const report = (message: string, fix: string): void => {
    problems.push({ ...placeOf(operation.spot), operationId: operation.operationId, message, fix });
  };
  const marks = marksOf(facts);
  const deprecated = dataAt(child(operation.spot, "deprecated")) === true;
  if (deprecated !== marks.length > 0) {
    const said = marks.length > 0 ? `the vendor marks it: ${marks.join(", ")}` : "no document marks it";
    report(`deprecated is ${String(deprecated)}, but ${said}`, deprecated ? "drop deprecated" : "set deprecated: true");
  }
  const heir = facts.catalogue?.successor;
  const successor = textAt(operation.spot, "x-successor");
  const known = heir && operationsOf(operation.root).some(({ operationId }) => operationId === heir.operationId);
  const wanted = heir && (known === true ? heir.operationId : `${heir.method} ${heir.path}`);
  if (wanted !== undefined && successor !== wanted) {
    report(`x-successor is ${successor ?? "missing"}, but the catalogue names ${wanted}`, `set x-successor: ${wanted}`);
  }
  const nearest = child(operation.spot, "x-nearest") !== undefined;
  if (heir && nearest === (heir.confidence === "high")) {
    const fix = nearest ? "drop x-nearest" : "say in x-nearest what is lost";
    report(`the catalogue names ${heir.operationId} with ${heir.confidence} confidence`, fix);
  }
  return problems;
}

/** How the newest text and the catalogue mark an operation as old, or as about to go; none for a current one. */
function marksOf(facts: OperationFacts): string[] {
  const newest = newestOf(facts);
  const soon = newest?.unavailableSoon === true ? [`${newest.document}: unavailable soon`] : [];
  return [...soon, ...(facts.catalogue?.marks ?? [])];
}

/** Documents by weight: where two describe the same thing differently, the first of them wins. */
const WEIGHT: readonly DocumentId[] = ["client", "page", "explorer", "sdk", "pdf", "walkthrough"];

/** All documents about an operation, by weight. */
export function documentsOf({ documents, catalogue }: OperationFacts): DocumentFacts[] {
  const weight = ({ document }: DocumentFacts): number => WEIGHT.indexOf(document);
  return [...documents, ...(catalogue?.documents ?? [])].sort((one, other) => weight(one) - weight(other));
}

/** The vendor's newest text about an operation that has tables. */
export function newestOf({ documents }: OperationFacts): DocumentFacts | undefined {
  return documents.find(({ document }) => document !== "walkthrough");
}

/** The document with tables that outweighs all others. */
export function weightiestOf(facts: OperationFacts): DocumentId | undefined {
  return documentsOf(facts).find(({ document }) => TABLES.includes(document))?.document;
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
