// Finds where two documents of one operation differ.
import { isDeepStrictEqual } from "node:util";
import type { DocumentId } from "../facts.js";
import { asList, sameClaim, type Aspect, type Disagreement, type Ledger, type Statement } from "./ledger.js";
import type { Spot } from "../../core/load/spots.js";

/** Sources with tables, two by two. */
const PAIRS = [
  ["page", "pdf"],
  ["page", "sdk"],
  ["sdk", "pdf"],
] as const satisfies ReadonlyArray<readonly [DocumentId, DocumentId]>;

type Pair = (typeof PAIRS)[number];

/** Finds where two sources with tables say different things about the same spot of one operation. */
export function findDisagreements(ledger: Ledger): Disagreement[] {
  const groups = groupBySpot(ledger);
  const stated = PAIRS.flatMap(([one, other]) =>
    groups.flatMap((statements) => {
      const left = statements.find(({ document }) => document === one);
      const right = statements.find(({ document }) => document === other);
      return left && right && disagree(left, right) ? [disagreement(left, right)] : [];
    }),
  );
  return [
    ...stated,
    ...PAIRS.flatMap((pair) => [...fieldDisagreements(ledger, pair), ...parameterDisagreements(ledger, pair)]),
  ];
}

function groupBySpot(ledger: Ledger): Statement[][] {
  const groups = new Map<string, Statement[]>();
  const nodes = new Map<unknown, number>();
  for (const statement of ledger.statements) {
    const node = statement.spots[0]?.node;
    if (!nodes.has(node)) nodes.set(node, nodes.size);
    const name = statement.about === "parameter" ? String(statement.claim) : "";
    const key = [statement.operationId, nodes.get(node), statement.about, name].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()];
}

/** Pages and PDF are compared word by word. Of an SDK, silence says nothing: its models have hardly any limits or values. */
function disagree(left: Statement, right: Statement): boolean {
  if (isDeepStrictEqual(senseOf(left), senseOf(right))) return false;
  if (left.document !== "sdk" && right.document !== "sdk") return true;
  if (left.about === "values") return [left, right].every(({ claim }) => (claim as unknown[]).length > 0);
  if (left.about !== "limits") return true;
  const [one, other] = [left.claim, right.claim].map((claim) => claim as Record<string, unknown>);
  return Object.entries(one ?? {}).some(
    ([word, value]) => other?.[word] !== undefined && !isDeepStrictEqual(value, other[word]),
  );
}

function senseOf({ sense, claim, about }: Statement): unknown {
  if (about === "values" || about === "statuses") return (claim as unknown[]).map(String).sort();
  return sense ?? claim;
}

function disagreement(left: Statement, right: Statement): Disagreement {
  const [one, other] = [left.document, right.document];
  return {
    operationId: left.operationId,
    about: left.about === "type" ? ["type", "container"] : [left.about],
    spots: left.spots,
    message: `${left.where}: ${left.about} is ${JSON.stringify(left.claim)} in ${one}, ${JSON.stringify(right.claim)} in ${other}`,
    claims: { [one]: left.claim, [other]: right.claim },
    explainedBy: ({ claims }) => sameClaim(claims[one], left.claim) && sameClaim(claims[other], right.claim),
  };
}

/** Fields that only one of two sources has, in an object that both describe. */
function fieldDisagreements(ledger: Ledger, pair: Pair): Disagreement[] {
  return [...ledger.fieldSets.values()].flat().flatMap(({ operationId, byDocument, spots, where, properties }) => {
    const [left, right] = pair.map((document) => byDocument.get(document));
    if (!left || !right) return [];
    return onlyOnOneSide(pair, left, right).map(({ name, document, other }) =>
      oneSided(operationId, ["presence", "name"], [...spots, ...properties], `${where}/${name}`, {
        name,
        document,
        other,
      }),
    );
  });
}

/** Parameters that only one of two sources has. */
function parameterDisagreements(ledger: Ledger, pair: Pair): Disagreement[] {
  const statements = ledger.statements.filter(({ about }) => about === "parameter");
  return [...new Set(statements.map(({ operationId }) => operationId))].flatMap((operationId) => {
    const own = statements.filter((statement) => statement.operationId === operationId);
    const namesIn = (document: DocumentId): Set<string> =>
      new Set(own.filter((statement) => statement.document === document).map(({ claim }) => String(claim)));
    const [left, right] = [namesIn(pair[0]), namesIn(pair[1])];
    if (left.size === 0 || right.size === 0) return [];
    return onlyOnOneSide(pair, left, right).map((side) =>
      oneSided(operationId, ["parameter"], own[0]?.spots ?? [], `parameter ${side.name}`, side),
    );
  });
}

interface Side {
  readonly name: string;
  readonly document: DocumentId;
  readonly other: DocumentId;
}

function onlyOnOneSide([one, other]: Pair, left: ReadonlySet<string>, right: ReadonlySet<string>): Side[] {
  return [
    ...[...left].filter((name) => !right.has(name)).map((name): Side => ({ name, document: one, other })),
    ...[...right].filter((name) => !left.has(name)).map((name): Side => ({ name, document: other, other: one })),
  ];
}

function oneSided(
  operationId: string,
  about: readonly Aspect[],
  spots: readonly Spot[],
  where: string,
  { name, document, other }: Side,
): Disagreement {
  return {
    operationId,
    about,
    spots,
    message: `${where}: ${document} has it, ${other} does not`,
    claims: { [document]: [name], [other]: [] },
    explainedBy: ({ claims }) =>
      asList(claims[document]).includes(name) && other in claims && !asList(claims[other]).includes(name),
  };
}
