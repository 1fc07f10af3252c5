import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../core/problems.js";
import {
  asList,
  ASPECTS,
  problemOf,
  sameClaim,
  TABLES,
  type Aspect,
  type ConflictEntry,
  type Disagreement,
  type Ledger,
  type Shown,
  type Statement,
} from "./ledger.js";
import { LOST_BRACKETS } from "./shown.js";
import { child, childrenAt, children, placeOf, dataAt, textAt, type Spot } from "../../core/load/spots.js";

/** The `x-conflicts` entries of a specification, by the node that they stand beside. */
export class Conflicts {
  readonly entries: ConflictEntry[] = [];
  readonly problems: Problem[] = [];
  readonly #byNode = new Map<unknown, ConflictEntry[]>();

  constructor(files: readonly Spot[]) {
    for (const file of files) this.#collect(file, undefined);
  }

  /** The entries beside a node. */
  at(spot: Spot): readonly ConflictEntry[] {
    return this.#byNode.get(spot.node) ?? [];
  }

  /** Compares the entries with the findings. A finding that no entry explains is a problem. */
  explain(findings: readonly Disagreement[]): Problem[] {
    return findings.filter((finding) => !this.#explains(finding)).map(problemOf);
  }

  #explains({ about, spots, explainedBy }: Disagreement): boolean {
    const explaining = spots
      .flatMap((spot) => this.at(spot))
      .filter((entry) => about.includes(entry.about) && explainedBy?.(entry) === true);
    // One entry is enough: an entry whose findings others explain as well is not needed.
    const [first] = explaining;
    if (first && !explaining.some(({ used }) => used)) first.used = true;
    return first !== undefined;
  }

  #collect(spot: Spot, operationId: string | undefined): void {
    const id = textAt(spot, "operationId") ?? operationId;
    for (const [key, inner] of children(spot)) {
      if (key === "x-conflicts") children(inner).forEach((entry) => this.#add(spot, entry, id));
      // The value of an example is data, whatever its keys are called.
      else if (key === "examples") children(inner).forEach((example) => this.#collectOwn(example, id));
      else this.#collect(inner, id);
    }
  }

  #collectOwn(example: Spot, operationId: string | undefined): void {
    childrenAt(example, "x-conflicts").forEach(([, entry]) => this.#add(example, entry, operationId));
  }

  #add(owner: Spot, written: Spot, operationId: string | undefined): void {
    // YAML reads an unquoted null as nothing.
    const aspect = dataAt(child(written, "about")) ?? "null";
    const about = ASPECTS.find((known) => known === aspect);
    const claims = dataAt(child(written, "claims"));
    if (!about || typeof claims !== "object" || claims === null) {
      const message = "an x-conflicts entry needs about and claims";
      const fix = `write about (${ASPECTS.join(", ")}) and claims (source: what it says)`;
      this.problems.push({ ...placeOf(written), operationId, message, fix });
      return;
    }
    const entry: ConflictEntry = {
      operationId,
      spot: written,
      beside: owner,
      about,
      claims: claims as Record<string, unknown>,
      decision: dataAt(child(written, "decision")),
      used: false,
    };
    this.entries.push(entry);
    this.#byNode.set(owner.node, [...this.at(owner), entry]);
  }
}

const EXAMPLES = ["pageExample", "pdfExample", "walkthrough"];

/** Aspects whose claims are names. */
const NAMING: ReadonlySet<Aspect> = new Set(["presence", "name", "parameter"] as const);

/** Finds entries that explain nothing, and claims that the documents do not make. */
export function checkEntries(conflicts: Conflicts, ledger: Ledger, exempt: ReadonlySet<string>): Problem[] {
  const said = new Said(ledger);
  // What is said of meanings stands in a file of its own, and is held to that.
  const entries = conflicts.entries.filter(
    ({ operationId = "", about }) => !exempt.has(operationId) && about !== "meaning",
  );
  return entries.flatMap((entry) => {
    const place = { ...placeOf(entry.spot), operationId: entry.operationId };
    const problems = [...TABLES, ...EXAMPLES]
      .filter((source) => !said.holds(entry, source))
      .map((source): Problem => {
        const message = `${source} does not say ${JSON.stringify(entry.claims[source])} about ${entry.about} here`;
        return { ...place, message, fix: "quote what the facts say, or drop the claim" };
      });
    if (entry.used || isObservation(entry) || isContradiction(entry) || mendsBrackets(entry, ledger)) return problems;
    return [
      ...problems,
      { ...place, message: `the x-conflicts entry about ${entry.about} explains nothing`, fix: "delete it" },
    ];
  });
}

/** Where an example lost its brackets, only the entry itself can say which container was meant. */
function mendsBrackets({ beside, about, claims }: ConflictEntry, ledger: Ledger): boolean {
  const lost = EXAMPLES.some((key) => key in claims && ledger.shows(beside.node, { type: LOST_BRACKETS }, key));
  return about === "container" && lost;
}

/**
 * An observation against the documents' own words is worth keeping even where the schema follows the documents; so is what
 * stands on a page that was read in part.
 */
function isObservation({ claims }: ConflictEntry): boolean {
  return ["observed", "pageSeen"].some((source) => {
    const others = Object.entries(claims).filter(([key]) => key !== source);
    return (
      claims[source] !== undefined &&
      others.length > 0 &&
      others.every(([, claim]) => !isDeepStrictEqual(claim, claims[source]))
    );
  });
}

/** Tables that say different things are worth a record even where nothing has to be explained. */
function isContradiction({ claims }: ConflictEntry): boolean {
  const [first, ...others] = TABLES.filter((source) => source in claims).map((source) => claims[source]);
  return others.some((claim) => !isDeepStrictEqual(claim, first));
}

/** What the documents say at each node. */
class Said {
  readonly #statements = new Map<unknown, Statement[]>();
  readonly #names = new Map<unknown, Set<string>>();

  constructor(private readonly ledger: Ledger) {
    for (const statement of ledger.statements) {
      for (const { node } of statement.spots) {
        const known = this.#statements.get(node);
        if (known) known.push(statement);
        else this.#statements.set(node, [statement]);
      }
    }
    for (const { byDocument, spots, properties } of [...ledger.fieldSets.values()].flat()) {
      for (const { node } of [...spots, ...properties]) this.#addNames(node, byDocument);
    }
  }

  /** Whether the source makes the claim that the entry attributes to it. Examples as wholes are compared elsewhere. */
  holds(entry: ConflictEntry, source: string): boolean {
    if (!(source in entry.claims) || entry.about === "example") return true;
    return TABLES.includes(source) ? this.#printed(entry, source) : this.#shown(entry, source);
  }

  #printed({ beside, about, claims }: ConflictEntry, document: string): boolean {
    const claim = claims[document];
    const statements = (this.#statements.get(beside.node) ?? []).filter((one) => one.document === document);
    const aspect = about === "container" ? "type" : about;
    if (statements.some((one) => one.about === aspect && sameClaim(claim, one.claim))) return true;
    if (!NAMING.has(about)) return false;
    const names = this.#names.get(beside.node);
    const parameters = statements.filter((one) => one.about === "parameter").map((one) => one.claim);
    return asList(claim).every(
      (name) => names?.has(`${document} ${String(name)}`) === true || parameters.includes(name),
    );
  }

  #shown({ beside, about, claims }: ConflictEntry, key: string): boolean {
    const said = claims[key] === null ? [null] : asList(claims[key]);
    const shows = (shown: Shown): boolean => this.ledger.shows(beside.node, shown, key);
    if (NAMING.has(about)) return said.every((name) => name === null || shows({ name }));
    if (about === "values") return said.every((value) => shows({ value }));
    if (about === "null") return said.every((value) => value === null && shows({ type: "null" }));
    return about === "type" || about === "container" ? said.every((type) => shows({ type: String(type) })) : true;
  }

  #addNames(node: unknown, byDocument: ReadonlyMap<string, ReadonlySet<string>>): void {
    const names = this.#names.get(node) ?? new Set();
    for (const [document, own] of byDocument) own.forEach((name) => names.add(`${document} ${name}`));
    this.#names.set(node, names);
  }
}
