import type { Spot } from "../core/load/spots.js";
import { layersOf, objectBehind, propertiesOf, propertyOf } from "../sources/check/schema.js";
import { schemaOfBody } from "../sources/check/tables.js";
import { parseType, tableOf } from "../sources/check/types.js";
import type { TableFacts } from "../sources/facts.js";
import { stateOf, type Described, type Item, type ItemState } from "./items.js";

/** The tables of one body, on the way along the schemas that stand for them. */
interface Walk extends Described {
  readonly tables: readonly TableFacts[];
  readonly items: Item[];
  /** Tables seen: they may refer to each other in circles. */
  readonly seen: Set<TableFacts>;
}

/** Every field of a document's tables, and whether the specification has a property for it. */
export function fieldItems(described: Described): Item[] {
  const { id, facts, operation } = described;
  return [...new Set(facts.tables.map((table) => table.of))].flatMap((of) => {
    const tables = facts.tables.filter((table) => table.of === of);
    const walk: Walk = { ...described, tables, items: [], seen: new Set() };
    // The first table is that of the body itself; one that no field leads to counts as well, as missing.
    for (const table of tables) {
      const body = operation && table === tables[0] ? schemaOfBody(operation, of) : undefined;
      if (!walk.seen.has(table)) walkTable(walk, table, body, `${id} ${of}`, "missing");
    }
    return walk.items;
  });
}

function walkTable(walk: Walk, table: TableFacts, schema: Spot | undefined, place: string, absent: ItemState): void {
  walk.seen.add(table);
  for (const field of table.fields) {
    const name = `${place}/${field.name}`;
    const { property, state } = schema ? find(walk, field.name, schema) : { property: undefined, state: absent };
    walk.items.push({ kind: "fields", name, state });
    const type = parseType(field.type);
    const next = type && walk.tables.find((one) => one.name === tableOf(type));
    if (next && !walk.seen.has(next)) walkTable(walk, next, property, name, state);
  }
}

/** The property for a field: of the same name, or of another one if an entry on it says so. */
function find(walk: Walk, name: string, schema: Spot): { property: Spot | undefined; state: ItemState } {
  const object = objectBehind(schema) ?? schema;
  const property = propertyOf(object, name);
  if (property) return { property, state: "specified" };
  const properties = propertiesOf(object).map(([, one]) => one);
  const renamed = properties.find((one) => stateOf(false, walk, [one], ["name"], name) === "recorded");
  const around = [...layersOf(object), ...layersOf(schema), ...properties];
  return { property: renamed, state: stateOf(false, walk, around, ["name", "presence"], name) };
}
