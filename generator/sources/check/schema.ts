import { child, childrenAt, listAt, dataAt, referenced, type Spot } from "../../core/load/spots.js";

const knownLayers = new WeakMap<Spot["node"], Spot[]>();

/** The parts that make up a schema: itself, what it refers to, and the branches of allOf, anyOf and oneOf. */
export function layersOf(schema: Spot): Spot[] {
  const known = knownLayers.get(schema.node);
  if (known) return known;
  const layers: Spot[] = [];
  knownLayers.set(schema.node, layers);
  const add = (spot: Spot): void => {
    if (layers.some((layer) => layer.node === spot.node)) return;
    layers.push(spot);
    const target = referenced(spot);
    if (target) add(target);
    for (const word of ["allOf", "anyOf", "oneOf"]) {
      childrenAt(spot, word).forEach(([, branch]) => add(branch));
    }
  };
  add(schema);
  return layers;
}

/** The types that a schema accepts, null among them. */
export function typesOf(schema: Spot): Set<string> {
  return new Set(layersOf(schema).flatMap((layer) => listAt(layer, "type").map(String)));
}

const knownProperties = new WeakMap<Spot["node"], Array<[name: string, property: Spot]>>();

/** The properties of an object schema, those of all its layers. */
export function propertiesOf(schema: Spot): ReadonlyArray<[name: string, property: Spot]> {
  const known = knownProperties.get(schema.node);
  if (known) return known;
  const properties = layersOf(schema).flatMap((layer) => childrenAt(layer, "properties"));
  knownProperties.set(schema.node, properties);
  return properties;
}

/** The schema of a property. */
export function propertyOf(schema: Spot, name: string): Spot | undefined {
  return propertiesOf(schema).find(([key]) => key === name)?.[1];
}

/** Names of the required properties. */
export function requiredOf(schema: Spot): string[] {
  return layersOf(schema).flatMap((layer) => listAt(layer, "required").map(String));
}

/** The schema of an array's items. */
export function itemsOf(schema: Spot): Spot | undefined {
  return firstOf(schema, "items");
}

/** The schema of a map's values; `true` and `false` are none. */
export function valuesOf(schema: Spot): Spot | undefined {
  const values = firstOf(schema, "additionalProperties");
  return typeof dataAt(values) === "boolean" ? undefined : values;
}

/** The object schema that a field leads to, through arrays and maps. */
export function objectBehind(schema: Spot): Spot | undefined {
  if (propertiesOf(schema).length > 0) return schema;
  const inner = itemsOf(schema) ?? valuesOf(schema);
  return inner && objectBehind(inner);
}

/** A keyword's value in the first layer that has it. */
export function keyword(schema: Spot, name: string): unknown {
  return dataAt(firstOf(schema, name));
}

/** A JSON or other schema of a body: that of its JSON media type, if it has one. */
export function bodySchema(body: Spot | undefined): Spot | undefined {
  const media = childrenAt(body, "content").find(([name]) => /\bjson\b/.test(name));
  return child(media?.[1], "schema");
}

/** Calls back for every schema below a schema, itself included, once each; properties tell their name. */
export function walkSchemas(schema: Spot, visit: (schema: Spot, name?: string) => void): void {
  const seen = new Set<unknown>();
  const walk = (spot: Spot, name?: string): void => {
    if (seen.has(spot.node)) return;
    seen.add(spot.node);
    visit(spot, name);
    for (const [key, property] of propertiesOf(spot)) walk(property, key);
    for (const inner of [itemsOf(spot), valuesOf(spot)]) if (inner) walk(inner);
  };
  walk(schema);
}

function firstOf(schema: Spot, key: string): Spot | undefined {
  for (const layer of layersOf(schema)) {
    const found = child(layer, key);
    if (found) return found;
  }
  return undefined;
}
