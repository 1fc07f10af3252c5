// What a proposal consists of, and what all proposals share.
import { isDeepStrictEqual } from "node:util";
import { asList, TABLES, type Aspect } from "../check/ledger.js";
import type { Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "../check/operation.js";
import type { DocumentFacts, FieldFacts } from "../facts.js";
import { firstOf, tableBehind } from "./compare.js";
import type { Edit, Step } from "./draft.js";
import type { Subject } from "./model.js";
import type { Specification } from "./specification.js";

/** What a patch leaves to write: `--accept` refuses a specification that still holds it. */
export const PLACEHOLDER = "Describe this in our own words.";

/** What to do about a change, and where. */
export interface Proposal {
  readonly spot: Spot | undefined;
  readonly advice: string;
  readonly edits: readonly Edit[];
}

/** What a proposal is made from. */
export interface Context {
  readonly specification: Specification;
  readonly operation: DescribedOperation;
  /** The document that was read. */
  readonly fresh: DocumentFacts;
  /** Recorded documents of other kinds with tables: where they say otherwise, an entry has to explain it. */
  readonly others: readonly DocumentFacts[];
  /** Whether the fresh document is the newest: only then do its tables decide. */
  readonly wins: boolean;
}

/** A path below a spot, as an edit needs it. */
export function belowProposal(
  { specification }: Context,
  spot: Spot,
  ...steps: Step[]
): { file: string; path: Step[] } {
  return { file: spot.source.file, path: [...specification.pathOf(spot), ...steps] };
}

/** The row of a document that is about the same parameter or field. */
export function rowIn(document: DocumentFacts, subject: Subject, newName?: string): FieldFacts | undefined {
  if (subject.of === "parameter") {
    return document.parameters.find(
      (row) => row.in === subject.in && (row.name === subject.name || row.name === newName),
    );
  }
  if (subject.of !== "field") return undefined;
  const tables = document.tables.filter(({ of }) => of === subject.body);
  let table = firstOf(tables);
  let row: FieldFacts | undefined;
  for (const [index, name] of subject.path.entries()) {
    const last = index === subject.path.length - 1;
    row = table?.fields.find((field) => field.name === name || (last && field.name === newName));
    table = row && tableBehind(tables, row);
  }
  return row;
}

/** Whether a document has the object that a field belongs to. */
export function hasParent(document: DocumentFacts, subject: Subject): boolean {
  if (subject.of !== "field") return document.tables.length > 0 || document.parameters.length > 0;
  const path = subject.path.slice(0, -1);
  if (path.length === 0) return document.tables.some(({ of }) => of === subject.body);
  const row = rowIn(document, { ...subject, path });
  return row !== undefined && tableBehind(document.tables, row) !== undefined;
}

/** A claim, and what makes two claims the same. */
export interface Claim {
  readonly about: readonly Aspect[];
  readonly value: unknown;
  /** What each other document claims; one that says nothing about it is left out. */
  readonly others: ReadonlyMap<string, unknown>;
  readonly same: (one: unknown, other: unknown) => boolean;
}

/** Whether an entry beside the thing quotes this claim: then a person has decided about it. */
export function isRecorded({ specification, fresh }: Context, spots: readonly Spot[], claim: Claim): boolean {
  return specification
    .entries(spots, claim.about)
    .some(({ claims }) => isDeepStrictEqual(claims[fresh.document], claim.value));
}

/** The edits that keep `x-conflicts` true: a new entry, another claim in a known one, or the end of one. */
export function conflictEdits(context: Context, owner: Spot, spots: readonly Spot[], claim: Claim): Edit[] {
  const { specification, fresh } = context;
  const differing = [...claim.others].filter(([, value]) => !claim.same(claim.value, value));
  const [known] = specification.entries(spots, claim.about);
  if (known) {
    const onlyTables = Object.keys(known.claims).every((source) => TABLES.includes(source));
    if (differing.length === 0 && onlyTables) {
      return [{ action: "remove", ...belowProposal(context, known.spot) }];
    }
    if (!(fresh.document in known.claims) && differing.length === 0) return [];
    return [{ action: "set", ...belowProposal(context, known.spot, "claims", fresh.document), value: claim.value }];
  }
  if (differing.length === 0) return [];
  const value = {
    about: claim.about[0],
    claims: { [fresh.document]: claim.value, ...Object.fromEntries(differing) },
    decision: context.wins ? `As the newer ${fresh.document} says.` : "As before.",
    why: context.wins ? `The newer ${fresh.document} wins.` : "The newer document wins.",
  };
  return [{ action: "append", ...belowProposal(context, owner, "x-conflicts"), value }];
}

/** The edits that take a name out of the lists that entries quote, or put it in. */
export function listedNameEdits(context: Context, spots: readonly Spot[], name: string, listed: boolean): Edit[] {
  const { specification, fresh } = context;
  for (const entry of specification.entries(spots, ["presence"])) {
    const claim = entry.claims[fresh.document];
    if (!Array.isArray(claim) || asList(claim).includes(name) === listed) continue;
    const value = listed ? [...(claim as unknown[]), name] : claim.filter((one) => one !== name);
    const rest = Object.entries(entry.claims).filter(([source]) => source !== fresh.document);
    const explains = value.length > 0 || rest.some(([, other]) => asList(other).length > 0);
    return explains
      ? [{ action: "set", ...belowProposal(context, entry.spot, "claims", fresh.document), value }]
      : [{ action: "remove", ...belowProposal(context, entry.spot) }];
  }
  return [];
}
