// Finds where two documents of one operation differ.
import { isDeepStrictEqual } from "node:util";
import type { DocumentId } from "../facts.js";
import { asList, sameClaim, type Aspect, type Disagreement, type Ledger, type Statement } from "./ledger.js";
import type { Spot } from "../../core/load/spots.js";

/** Finds where the page and the PDF of one operation say different things about the same spot. */
export function findDisagreements(ledger: Ledger): Disagreement[] {
  const pairs = new Map<string, Statement[]>();
  const nodes = new Map<unknown, number>();
  for (const statement of ledger.statements) {
    const node = statement.spots[0]?.node;
    if (!nodes.has(node)) nodes.set(node, nodes.size);
    const name = statement.about === "parameter" ? String(statement.claim) : "";
    const key = [statement.operationId, nodes.get(node), statement.about, name].join(" ");
    const known = pairs.get(key);
    if (known) known.push(statement);
    else pairs.set(key, [statement]);
  }
  const stated = [...pairs.values()].flatMap((statements) => {
    const page = statements.find(({ document }) => document === "page");
    const pdf = statements.find(({ document }) => document === "pdf");
    return page && pdf && !isDeepStrictEqual(senseOf(page), senseOf(pdf)) ? [disagreement(page, pdf)] : [];
  });
  return [...stated, ...fieldDisagreements(ledger), ...parameterDisagreements(ledger)];
}

function senseOf({ sense, claim, about }: Statement): unknown {
  if (about === "values" || about === "statuses") return (claim as unknown[]).map(String).sort();
  return sense ?? claim;
}

function disagreement(page: Statement, pdf: Statement): Disagreement {
  return {
    operationId: page.operationId,
    about: page.about === "type" ? ["type", "container"] : [page.about],
    spots: page.spots,
    message: `${page.where}: ${page.about} is ${JSON.stringify(page.claim)} in page, ${JSON.stringify(pdf.claim)} in pdf`,
    claims: { page: page.claim, pdf: pdf.claim },
    explainedBy: ({ claims }) => sameClaim(claims.page, page.claim) && sameClaim(claims.pdf, pdf.claim),
  };
}

/** Fields that only one of the two documents has, in an object that both describe. */
function fieldDisagreements(ledger: Ledger): Disagreement[] {
  return [...ledger.fieldSets.values()].flat().flatMap(({ operationId, byDocument, spots, where, properties }) => {
    const page = byDocument.get("page");
    const pdf = byDocument.get("pdf");
    if (!page || !pdf) return [];
    return onlyOnOneSide(page, pdf).map(({ name, document, other }) =>
      oneSided(operationId, ["presence", "name"], [...spots, ...properties], `${where}/${name}`, {
        name,
        document,
        other,
      }),
    );
  });
}

/** Parameters that only one of the two documents has. */
function parameterDisagreements(ledger: Ledger): Disagreement[] {
  const statements = ledger.statements.filter(({ about }) => about === "parameter");
  return [...new Set(statements.map(({ operationId }) => operationId))].flatMap((operationId) => {
    const own = statements.filter((statement) => statement.operationId === operationId);
    const namesIn = (document: DocumentId): Set<string> =>
      new Set(own.filter((statement) => statement.document === document).map(({ claim }) => String(claim)));
    const [page, pdf] = [namesIn("page"), namesIn("pdf")];
    if (page.size === 0 || pdf.size === 0) return [];
    return onlyOnOneSide(page, pdf).map((side) =>
      oneSided(operationId, ["parameter"], own[0]?.spots ?? [], `parameter ${side.name}`, side),
    );
  });
}

interface Side {
  readonly name: string;
  readonly document: DocumentId;
  readonly other: DocumentId;
}

function onlyOnOneSide(page: ReadonlySet<string>, pdf: ReadonlySet<string>): Side[] {
  return [
    ...[...page].filter((name) => !pdf.has(name)).map((name): Side => ({ name, document: "page", other: "pdf" })),
    ...[...pdf].filter((name) => !page.has(name)).map((name): Side => ({ name, document: "pdf", other: "page" })),
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
