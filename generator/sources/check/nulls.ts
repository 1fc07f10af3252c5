// Finds schemas that accept null for no reason.
import type { ExampleFacts } from "../facts.js";
import type { Ledger } from "./ledger.js";
import type { DescribedOperation } from "./operation.js";
import { layersOf, walkSchemas } from "./schema.js";
import { schemaOfBody } from "./tables.js";
import { nullLayers } from "./types.js";

/** Finds schemas in the bodies of an operation that accept null although no documented example of any shows it. */
export function findUnshownNulls(
  operation: DescribedOperation,
  bodies: ReadonlyArray<ExampleFacts["of"]>,
  ledger: Ledger,
): void {
  for (const of of bodies) {
    const body = schemaOfBody(operation, of);
    if (!body) continue;
    walkSchemas(body, (schema, name) => {
      if (nullLayers(schema).every((layer) => ledger.shows(layer.node, { type: "null" }))) return;
      ledger.find({
        operationId: operation.operationId,
        about: ["null"],
        spots: layersOf(schema),
        message: `${name ?? "the schema"} accepts null, which no documented example shows`,
        fix: `take "null" out of its type`,
        claims: { observed: null },
        explainedBy: ({ claims }) => Object.values(claims).includes(null),
      });
    });
  }
}
