import type { FieldPair } from "./fieldPair.js";
import { overrules, type Ledger } from "./ledger.js";
import { compareLimits } from "./limits.js";
import { child, dataAt, type Spot } from "../../core/load/spots.js";
import { layersOf } from "./schema.js";
import { aspectsOf, NUMBER_FORMATS, parseType, sameFormat, sameType, senseOf, senseOfSchema } from "./types.js";
import { compareValues } from "./values.js";

/** Compares everything a row of a table says with the parameter or property that it is about. */
export function compareField(pair: FieldPair, ledger: Ledger): void {
  compareMandatory(pair, ledger);
  if (!pair.schema) return;
  const complete = { ...pair, schema: pair.schema, spots: [...pair.spots, ...layersOf(pair.schema)] };
  compareType(complete, ledger);
  compareLimits(complete, ledger);
  compareValues(complete, ledger);
}

function compareMandatory({ operation, document, printed, spots, required, where }: FieldPair, ledger: Ledger): void {
  const claim = printed.mandatory;
  // Response tables have no such column.
  if (claim === undefined) return;
  const { operationId } = operation;
  ledger.state({ operationId, document, about: "mandatory", claim, spots, where });
  if (claim === required) return;
  ledger.find({
    operationId,
    about: ["mandatory"],
    spots,
    message: `${where}: ${document} says mandatory ${String(claim)}, the specification required ${String(required)}`,
    fix: claim ? "make it required" : "make it optional",
    claims: { [document]: claim },
    explainedBy: (entry) => entry.claims[document] === claim && overrules(entry, operation, document),
  });
}

function compareType(pair: FieldPair & { schema: Spot }, ledger: Ledger): void {
  const { operation, document, printed, spots, schema, where } = pair;
  const { operationId } = operation;
  const claim = printed.type;
  const type = parseType(claim);
  if (!type) {
    const message = `${where}: ${document} prints a type that the comparison does not know: ${claim}`;
    ledger.find({ operationId, about: ["type"], spots, message, fix: "teach it to generator/sources/check/types.ts" });
    return;
  }
  ledger.state({ operationId, document, about: "type", claim, sense: senseOf(type), spots, where });
  if (sameType(type, schema)) return;
  const format = type.kind === "scalar" && !sameFormat(type, schema) ? ` without format ${type.format ?? ""}` : "";
  ledger.find({
    operationId,
    about: aspectsOf(type, schema),
    spots,
    message: `${where}: ${document} says ${claim}, the schema accepts ${senseOfSchema(schema)}${format}`,
    fix: "correct the schema",
    claims: { [document]: claim },
    explainedBy: ({ claims }) => claims[document] === claim,
  });
}

/** Finds formats of numbers that no document states for any parameter or field made of that schema. */
export function findUnstatedFormats(ledger: Ledger): void {
  for (const { spot, spots, operationId, where, claims } of ledger.gathered("type")) {
    const format = dataAt(child(spot, "format"));
    if (typeof format !== "string" || !NUMBER_FORMATS.has(format)) continue;
    const printed = claims.map((claim) => parseType(String(claim)));
    if (printed.some((type) => type?.kind === "scalar" && type.format === format)) continue;
    ledger.find({
      operationId,
      about: ["type"],
      spots: [spot, ...spots],
      message: `${where}: the schema has format ${format}, which no document states`,
      fix: "drop the format",
      claims: { observed: format },
      explainedBy: ({ claims: said, decision }) =>
        Object.values(said).includes(format) || (typeof decision === "string" && decision.includes(format)),
    });
  }
}
