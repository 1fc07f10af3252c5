import type { DocumentFacts, DocumentId, FieldFacts, TableFacts } from "../facts.js";
import { compareField } from "./field.js";
import { asList, TABLES, type ConflictEntry, type Ledger } from "./ledger.js";
import { at, child, dataAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { bodySchema, layersOf, objectBehind, propertiesOf, propertyOf, requiredOf, walkSchemas } from "./schema.js";
import { parseType, senseOfSchema, tableOf } from "./types.js";

/** How an entry quotes a document that shows no request body. */
const NO_BODY = "no body";

/** The entries that stand at a node. */
export type EntriesAt = (spot: Spot) => readonly ConflictEntry[];

/** One body of one document on its way through the specification. */
interface Walk {
  readonly operation: DescribedOperation;
  readonly document: DocumentId;
  readonly of: TableFacts["of"];
  readonly tables: readonly TableFacts[];
  readonly ledger: Ledger;
  readonly entriesAt: EntriesAt;
  /** Tables that a field has led to. */
  readonly reached: Set<TableFacts>;
  /** Pairs of table and schema already compared: tables may refer to each other in circles. */
  readonly done: Map<TableFacts, Set<unknown>>;
}

/** Compares every table of a document with the schemas of the operation. */
export function compareTables(
  operation: DescribedOperation,
  facts: DocumentFacts,
  ledger: Ledger,
  entriesAt: EntriesAt,
): void {
  const { document } = facts;
  compareAbsentBody(operation, facts, ledger);
  for (const of of new Set(facts.tables.map((table) => table.of))) {
    const tables = facts.tables.filter((table) => table.of === of);
    const walk: Walk = { operation, document, of, tables, ledger, entriesAt, reached: new Set(), done: new Map() };
    const first = tables.find(({ name }) => /^(request|response) body parameters$/i.test(name)) ?? tables[0];
    if (!first) continue;
    compareBody(walk, first);
    for (const { name } of tables.filter((table) => !walk.reached.has(table))) {
      ledger.find({
        operationId: operation.operationId,
        about: ["presence"],
        spots: [operation.spot],
        message: `${whereOf(walk)}: no field leads to table ${name} of ${document}`,
        fix: "correct the facts, or the type of the field that it belongs to",
      });
    }
  }
}

/** Finds a request body that a document does not have; the tables tell all that it has. */
function compareAbsentBody(operation: DescribedOperation, { document, tables }: DocumentFacts, ledger: Ledger): void {
  const body = schemaOfBody(operation, "request");
  if (!body || !TABLES.includes(document) || tables.some(({ of }) => of === "request")) return;
  const { operationId } = operation;
  const spots = layersOf(body);
  ledger.state({ operationId, document, about: "presence", claim: NO_BODY, spots, where: "request" });
  ledger.find({
    operationId,
    about: ["presence"],
    spots,
    message: `request: ${document} has no body, the specification has one`,
    fix: "delete the requestBody",
    claims: { [document]: NO_BODY },
    explainedBy: ({ claims }) => claims[document] === NO_BODY || "observed" in claims,
  });
}

/** The schema of the request body or of the response with a status. */
export function schemaOfBody(operation: DescribedOperation, of: TableFacts["of"]): Spot | undefined {
  const body = of === "request" ? at(operation.spot, "requestBody") : at(operation.spot, "responses", String(of));
  return bodySchema(body);
}

function compareBody(walk: Walk, table: TableFacts): void {
  const { operation, document, of, ledger } = walk;
  const schema = schemaOfBody(operation, of);
  const where = whereOf(walk);
  if (!schema) {
    const message = `${where}: ${document} has tables, the specification has no JSON schema`;
    const fix = "add the body's schema";
    ledger.find({ operationId: operation.operationId, about: ["presence"], spots: [operation.spot], message, fix });
    markReached(walk, table);
    return;
  }
  const sense = senseOfSchema(schema);
  if (sense !== "object") {
    const message = `${where}: ${document} prints fields, the schema accepts ${sense}`;
    ledger.find({
      operationId: operation.operationId,
      about: ["container"],
      spots: [schema],
      message,
      fix: "make it an object",
    });
  }
  const required = dataAt(child(at(operation.spot, "requestBody"), "required")) === true;
  if (of === "request" && !required && table.fields.some(({ mandatory }) => mandatory)) {
    const message = `${where}: ${document} has mandatory fields, but the body is optional`;
    const fix = "set requestBody.required: true";
    ledger.find({ operationId: operation.operationId, about: ["mandatory"], spots: [operation.spot], message, fix });
  }
  compareTable(walk, table, schema, where);
}

function compareTable(walk: Walk, table: TableFacts, schema: Spot, where: string): void {
  const { operation, document, ledger } = walk;
  walk.reached.add(table);
  const object = objectBehind(schema) ?? schema;
  const done = walk.done.get(table) ?? new Set();
  walk.done.set(table, done);
  if (done.has(object.node)) return;
  done.add(object.node);
  // The layer that lists the properties comes first: it is where a reader has to look.
  const layers = [...layersOf(object), ...layersOf(schema)];
  const spots = [...layers.filter((layer) => child(layer, "properties")), ...layers];
  const names = table.fields.map(({ name }) => name);
  const properties = propertiesOf(object).map(([, property]) => property);
  ledger.fields({ operationId: operation.operationId, spots, properties, where }, document, names);
  for (const printed of table.fields) compareRow(walk, printed, object, `${where}/${printed.name}`);
}

function compareRow(walk: Walk, printed: FieldFacts, object: Spot, where: string): void {
  const { operation, document, ledger } = walk;
  const type = parseType(printed.type);
  const name = type && tableOf(type);
  const next = name === undefined ? undefined : walk.tables.find((table) => table.name === name);
  if (!propertyOf(object, printed.name)) reportMissing(walk, printed, object, where);
  const found = propertiesOf(object).find(([key]) => key === printed.name) ?? renamed(walk, printed.name, object);
  if (!found) {
    // The missing field is the difference; the tables behind it are not lost as well.
    if (next) markReached(walk, next);
    return;
  }
  const [key, property] = found;
  ledger.printed.add(property.node);
  const required = requiredOf(object).includes(key);
  compareField({ operation, document, printed, spots: [property], schema: property, required, where }, ledger);
  if (next) compareTable(walk, next, property, where);
}

/** A printed field has to be there; only a property that stands for it under another name can take its place. */
function reportMissing(walk: Walk, printed: FieldFacts, object: Spot, where: string): void {
  walk.ledger.find({
    operationId: walk.operation.operationId,
    about: ["name"],
    spots: propertiesOf(object).map(([, property]) => property),
    message: `${where}: ${walk.document} has this field, the schema does not`,
    fix: "add the property",
    claims: { [walk.document]: printed.name },
    explainedBy: ({ claims }) => asList(claims[walk.document]).includes(printed.name),
  });
}

/** The property that stands for a field under another name, says an entry on it. */
function renamed(walk: Walk, name: string, object: Spot): [key: string, property: Spot] | undefined {
  return propertiesOf(object).find(([, property]) =>
    walk
      .entriesAt(property)
      .some(({ about, claims }) => about === "name" && asList(claims[walk.document]).includes(name)),
  );
}

function markReached(walk: Walk, table: TableFacts): void {
  if (walk.reached.has(table)) return;
  walk.reached.add(table);
  for (const { type } of table.fields) {
    const printed = parseType(type);
    const name = printed && tableOf(printed);
    const next = walk.tables.find((one) => one.name === name);
    if (next) markReached(walk, next);
  }
}

/** Finds properties in the bodies of an operation that no table of any operation holds. */
export function findUnprinted(
  operation: DescribedOperation,
  bodies: ReadonlyArray<TableFacts["of"]>,
  ledger: Ledger,
): void {
  for (const of of bodies) {
    const body = schemaOfBody(operation, of);
    if (!body) continue;
    walkSchemas(body, (schema) => {
      for (const [name, property] of propertiesOf(schema)) {
        if (ledger.printed.has(property.node)) continue;
        ledger.find({
          operationId: operation.operationId,
          about: ["presence", "name"],
          spots: [property, ...layersOf(schema)],
          message: `${of === "request" ? "request" : `response ${of}`}: no document has the property ${name}`,
          fix: "delete it",
          claims: { observed: name },
          explainedBy: ({ claims }) => Object.values(claims).some((claim) => asList(claim).includes(name)),
        });
      }
    });
  }
}

function whereOf({ of }: Walk): string {
  return of === "request" ? "request" : `response ${of}`;
}
