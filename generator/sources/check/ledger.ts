// Collects what a comparison finds, and explains it by entries of `x-conflicts`.
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../core/problems.js";
import type { DocumentId } from "../facts.js";
import { placeOf, type Spot } from "../../core/load/spots.js";

/** What sources may disagree on; the words of `about` in an `x-conflicts` entry. */
export const ASPECTS = [
  "method",
  "path",
  "statuses",
  "parameter",
  "presence",
  "name",
  "type",
  "container",
  "mandatory",
  "limits",
  "values",
  "null",
  "example",
  "meaning",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** An `x-conflicts` entry, and whether it has turned out to explain anything. */
export interface ConflictEntry {
  readonly operationId: string | undefined;
  readonly spot: Spot;
  /** The node that the entry stands beside. */
  readonly beside: Spot;
  readonly about: Aspect;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly decision: unknown;
  used: boolean;
}

/** Something that needs an entry: the facts and the specification, or two sources, do not say the same. */
export interface Disagreement {
  readonly operationId: string;
  /** What an explaining entry may be about; the first is the one to propose. */
  readonly about: readonly Aspect[];
  /** Where an explaining entry may stand; the first is where the reader is sent. */
  readonly spots: readonly Spot[];
  readonly message: string;
  /** What the specification could say instead; absent where only an entry will do. */
  readonly fix?: string;
  /** The claims to propose; absent where no entry can explain the finding. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly decision?: unknown;
  readonly explainedBy?: (entry: ConflictEntry) => boolean;
}

/** What one document says about one spot, whether the specification follows it or not. */
export interface Statement {
  readonly operationId: string;
  readonly document: DocumentId;
  readonly about: Aspect;
  /** The claim as an entry has to quote it. */
  readonly claim: unknown;
  /** What the claim means: documents that mean the same do not disagree. Default: the claim. */
  readonly sense?: unknown;
  /** The node that it is about, and where entries about it may stand. */
  readonly spots: readonly Spot[];
  readonly where: string;
}

/** What all documents claim about a node, and where entries about it may stand. */
export interface GatheredClaims {
  readonly spot: Spot;
  readonly spots: Spot[];
  readonly operationId: string;
  readonly where: string;
  readonly claims: unknown[];
}

/** The fields that the documents of one operation print for one object. */
export interface FieldSets {
  readonly operationId: string;
  readonly spots: readonly Spot[];
  /** The object's properties, beside which an entry about a name may stand. */
  readonly properties: readonly Spot[];
  readonly where: string;
  readonly byDocument: Map<DocumentId, Set<string>>;
}

/** One thing that an example shows at a schema: a JSON type, a scalar value, or the name of a key. */
export type Shown = { readonly type: string } | { readonly value: unknown } | { readonly name: unknown };

/** Everything that the comparison finds, before the entries of `x-conflicts` are compared with it. */
export class Ledger {
  readonly findings: Disagreement[] = [];
  readonly statements: Statement[] = [];
  readonly fieldSets = new Map<unknown, FieldSets[]>();
  /** Nodes of properties that a table of any operation holds. */
  readonly printed = new Set<unknown>();
  readonly #shown = new Map<unknown, Set<string>>();

  find(finding: Disagreement): void {
    this.findings.push(finding);
  }

  state(statement: Statement): void {
    this.statements.push(statement);
  }

  /** What the documents of all operations say about one aspect, gathered by the nodes that it concerns. */
  gathered(about: Aspect): GatheredClaims[] {
    const byNode = new Map<unknown, GatheredClaims>();
    for (const statement of this.statements.filter((one) => one.about === about)) {
      const { operationId, where } = statement;
      for (const spot of statement.spots) {
        const known = byNode.get(spot.node) ?? { spot, operationId, where, spots: [], claims: [] };
        byNode.set(spot.node, known);
        known.spots.push(...statement.spots);
        known.claims.push(statement.claim);
      }
    }
    return [...byNode.values()];
  }

  /** Notes what an example shows at a schema; the key is that of `claims`. */
  show(node: unknown, key: string, shown: Shown): void {
    const known = this.#shown.get(node) ?? new Set();
    this.#shown.set(node, known.add(JSON.stringify(shown)).add(JSON.stringify([key, shown])));
  }

  /** Whether an example shows that: any example, or one of those that the key stands for. */
  shows(node: unknown, shown: Shown, key?: string): boolean {
    return this.#shown.get(node)?.has(JSON.stringify(key === undefined ? shown : [key, shown])) === true;
  }

  /** Notes that a document prints these fields for an object. */
  fields(object: Omit<FieldSets, "byDocument">, document: DocumentId, names: readonly string[]): void {
    const node = object.spots[0]?.node;
    const sets = this.fieldSets.get(node) ?? [];
    this.fieldSets.set(node, sets);
    let set = sets.find(({ operationId }) => operationId === object.operationId);
    if (!set) sets.push((set = { ...object, byDocument: new Map() }));
    const known = set.byDocument.get(document) ?? new Set();
    set.byDocument.set(document, new Set([...known, ...names]));
  }
}

/** The key of `claims` that stands for what a document's example shows. */
export function exampleKey(document: DocumentId): string {
  // A walkthrough has nothing but examples.
  return document === "walkthrough" ? document : `${document}Example`;
}

/** Sources that print tables; the other keys of `claims` stand for examples and observations. */
export const TABLES: readonly string[] = ["page", "sdk", "pdf"];

/** The weightiest table wins: what it says can be overruled by an example or an observation, never by another table. */
export function overrules(
  { claims, decision }: ConflictEntry,
  { newest }: { newest?: DocumentId },
  document: DocumentId,
): boolean {
  if (document !== newest) return true;
  return Object.keys(claims).some((source) => !TABLES.includes(source)) || typeof decision === "object";
}

/** A claim as a list: one name is a list of one, null and nothing are empty lists. */
export function asList(claim: unknown): unknown[] {
  if (Array.isArray(claim)) return claim as unknown[];
  return claim === undefined || claim === null ? [] : [claim];
}

/** Whether an entry quotes a claim: lists in any order; silence may be null instead of an empty list or object. */
export function sameClaim(quoted: unknown, claim: unknown): boolean {
  if (quoted === null) return typeof claim === "object" && claim !== null && Object.keys(claim).length === 0;
  return Array.isArray(quoted) && Array.isArray(claim) ? sameMembers(quoted, claim) : isDeepStrictEqual(quoted, claim);
}

/** Whether two lists hold the same things, in whatever order. */
export function sameMembers(left: readonly unknown[], right: readonly unknown[]): boolean {
  const sorted = (list: readonly unknown[]): string[] => list.map((item) => JSON.stringify(item)).sort();
  return isDeepStrictEqual(sorted(left), sorted(right));
}

/** A finding as a problem, with the entry that would record it. */
export function problemOf({ operationId, about, spots, message, fix, claims, decision }: Disagreement): Problem {
  const place = spots[0] ? placeOf(spots[0]) : { file: "spec/openapi.yaml", line: 1, column: 1 };
  const quoted = JSON.stringify({ about: about[0], claims, ...(decision === undefined ? {} : { decision }) });
  const ways = [fix, claims && `record x-conflicts ${quoted}`].filter((way) => way !== undefined);
  return { ...place, operationId, message, fix: ways.join(", or ") };
}
