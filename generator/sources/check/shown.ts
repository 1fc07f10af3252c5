// What the documented examples show at each schema.
import type { DocumentId, ExampleFacts, OperationFacts } from "../facts.js";
import { bodyExample, printedExamples } from "./examples.js";
import { exampleKey, type Ledger } from "./ledger.js";
import { child, dataAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { itemsOf, layersOf, propertiesOf, propertyOf, valuesOf } from "./schema.js";
import { schemaOfBody } from "./tables.js";
import { nullLayers } from "./types.js";

/** The type of arrays and objects in an example that lost brackets somewhere. */
export const LOST_BRACKETS = "array or object";

/** Notes what the documented examples show at each schema: types, values and keys. Finds nulls that are not accepted. */
export function noteExamples(operation: DescribedOperation, facts: OperationFacts, ledger: Ledger): void {
  for (const { source, document, facts: example } of facts.documents.flatMap(printedExamples)) {
    const schema = schemaOfBody(operation, example.of);
    // The specification's example is the broken one with its brackets corrected, so it shows where each value belongs.
    const value = example.broken ? dataAt(child(bodyExample(operation, example.of, source), "value")) : example.body;
    if (!schema || value === undefined) continue;
    const key = exampleKey(document);
    walkExample(value, schema, "", (spot, shown, where) => {
      note(ledger, key, spot, shown, example);
      if (shown === null && nullLayers(spot).length === 0) findNull(operation, document, spot, where, ledger);
    });
  }
}

function note(ledger: Ledger, key: string, spot: Spot, shown: unknown, { broken }: ExampleFacts): void {
  for (const { node } of layersOf(spot)) {
    ledger.show(node, key, { type: typeOf(shown) });
    // Where brackets were lost, arrays and objects cannot be told apart.
    if (broken && typeof shown === "object" && shown !== null) {
      for (const type of ["array", "object", LOST_BRACKETS]) ledger.show(node, key, { type });
    }
    if (typeof shown !== "object") ledger.show(node, key, { value: shown });
  }
  if (typeOf(shown) !== "object") return;
  const owners = [...layersOf(spot), ...propertiesOf(spot).map(([, property]) => property)];
  // Most items of a list have the same keys as the first.
  const names = Object.keys(Object(shown) as object).filter((name) => !ledger.shows(spot.node, { name }, key));
  for (const name of names) for (const { node } of owners) ledger.show(node, key, { name });
}

function findNull(
  operation: DescribedOperation,
  document: DocumentId,
  spot: Spot,
  where: string,
  ledger: Ledger,
): void {
  ledger.find({
    operationId: operation.operationId,
    about: ["null"],
    spots: layersOf(spot),
    message: `${where}: the example of ${document} shows null, the schema does not accept it`,
    fix: `add "null" to its type`,
  });
}

/** Calls back for every value of an example with the schema that it stands for. */
function walkExample(
  value: unknown,
  schema: Spot,
  where: string,
  visit: (schema: Spot, value: unknown, where: string) => void,
): void {
  visit(schema, value, where);
  if (typeof value !== "object" || value === null) return;
  // An object shown in the place of an array stands for the array's one item.
  const single = !Array.isArray(value) && propertiesOf(schema).length === 0 ? itemsOf(schema) : undefined;
  if (single) {
    walkExample(value, single, where, visit);
    return;
  }
  for (const [key, item] of Object.entries(value) as Array<[string, unknown]>) {
    const inner = Array.isArray(value) ? itemsOf(schema) : (propertyOf(schema, key) ?? valuesOf(schema));
    if (inner) walkExample(item, inner, `${where}/${key}`, visit);
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
