import type { FieldPair } from "./fieldPair.js";
import { asList, sameMembers, type Ledger } from "./ledger.js";
import { child, childrenAt, listAt, type Spot } from "../../core/load/spots.js";
import { layersOf, typesOf } from "./schema.js";

/** Compares the values that a document lists with `enum`, or with `x-states.known` where the list is open. */
export function compareValues(pair: FieldPair & { schema: Spot }, ledger: Ledger): void {
  const { operation, document, printed, spots, schema, where } = pair;
  const { operationId } = operation;
  const claim = printed.values ?? [];
  ledger.state({ operationId, document, about: "values", claim, spots, where });
  // A boolean has its two values without an enum.
  const given = typesOf(schema).has("boolean") ? ["true", "false"] : layersOf(schema).flatMap(valuesOfLayer);
  const missing = claim.filter((value) => !given.includes(value));
  if (missing.length === 0) return;
  ledger.find({
    operationId,
    about: ["values"],
    spots,
    message: `${where}: ${document} lists ${JSON.stringify(missing)}, the schema does not`,
    fix: "add it to enum, or to x-states where the list is open",
    claims: { [document]: claim },
    explainedBy: ({ claims }) => sameMembers(asList(claims[document]), claim),
  });
}

/** Finds listed values of schemas that no document lists for any parameter or field made of that schema. */
export function findUnstatedValues(ledger: Ledger): void {
  for (const { spot, spots, operationId, where, claims } of ledger.gathered("values")) {
    const listed = claims.flatMap(asList);
    const extra = valuesOfLayer(spot).filter((value) => !listed.includes(value));
    if (extra.length === 0) continue;
    ledger.find({
      operationId,
      about: ["values"],
      spots: [spot, ...spots],
      message: `${where}: the schema lists ${JSON.stringify(extra)}, which no document does`,
      fix: "drop the values",
      claims: { observed: extra },
      explainedBy: ({ claims }) => {
        const quoted = Object.values(claims).flatMap(asList).map(String);
        return extra.every((value) => quoted.includes(value));
      },
    });
  }
}

/** The values that one layer of a schema lists, as text; null is no value. */
export function valuesOfLayer(layer: Spot): string[] {
  const open = childrenAt(child(layer, "x-states"), "known").map(([value]) => value);
  const closed = [...listAt(layer, "enum"), ...(child(layer, "const") ? listAt(layer, "const") : [])];
  return [...closed.filter((value) => value !== null).map(String), ...open];
}
