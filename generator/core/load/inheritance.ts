// Writes inheritance by discriminators as alternatives.
import {
  isArray,
  isObject,
  listOf,
  objectOf,
  ownValue,
  textOf,
  without,
  type Json,
  type JsonObject,
} from "../lib/json.js";
import { formatPointer } from "../lib/pointer.js";

const referenceTo = (name: string): string => `#${formatPointer(["components", "schemas", name])}`;

/**
 * Writes inheritance as a choice. A schema with a discriminator and without `oneOf` and `anyOf` stands for whatever takes
 * it into its `allOf`: OpenAPI says so, and no tool that reads schemas alone sees it. It becomes the `oneOf` of these, and
 * what they have in common becomes a schema of its own.
 */
export function withHeirs(document: JsonObject): JsonObject {
  const components = objectOf(document.components);
  const schemas = objectOf(components.schemas);
  const parents = Object.keys(schemas).filter((name) => isParent(schemas[name]) && heirsOf(name, schemas).length > 0);
  if (parents.length === 0) return document;
  const bases = new Map<string, string>();
  for (const name of parents) bases.set(name, freeName(`${name}Base`, schemas, [...bases.values()]));
  const entries = Object.entries(schemas).flatMap(([name, schema]): Array<[string, Json]> => {
    const base = bases.get(name);
    const own = withBases(schema, bases);
    if (base === undefined) return [[name, own]];
    return [
      [name, choiceOf(name, schemas)],
      [base, without(objectOf(own), "discriminator")],
    ];
  });
  return { ...document, components: { ...components, schemas: Object.fromEntries(entries) } };
}

function isParent(schema: Json | undefined): boolean {
  return isObject(schema) && isObject(schema.discriminator) && schema.oneOf === undefined && schema.anyOf === undefined;
}

/** The schemas that take this one into their `allOf`, and those that take these. */
function heirsOf(name: string, schemas: JsonObject, found = new Set<string>()): string[] {
  for (const [other, schema] of Object.entries(schemas)) {
    if (other === name || found.has(other) || !inherits(schema, referenceTo(name))) continue;
    found.add(other);
    heirsOf(other, schemas, found);
  }
  return Object.keys(schemas).filter((other) => other !== name && found.has(other));
}

function inherits(schema: Json, reference: string): boolean {
  return listOf(objectOf(schema).allOf).some((part) => objectOf(part).$ref === reference || inherits(part, reference));
}

/**
 * The schema as the `oneOf` of its heirs, each with its value of the discriminator: from the mapping, from itself, or
 * its name.
 */
function choiceOf(name: string, schemas: JsonObject): JsonObject {
  const schema = objectOf(schemas[name]);
  const discriminator = objectOf(schema.discriminator);
  const given = Object.entries(objectOf(discriminator.mapping));
  const heirs = heirsOf(name, schemas);
  const mapping = heirs.flatMap((heir) => {
    const reference = referenceTo(heir);
    const values = given.filter(([, target]) => target === reference || target === heir).map(([value]) => value);
    const own = values.length > 0 ? values : ownValues(schemas[heir], textOf(discriminator.propertyName) ?? "");
    return (own.length > 0 ? own : [heir]).map((value) => [value, reference]);
  });
  return {
    ...(textOf(schema.description) === undefined ? {} : { description: schema.description }),
    oneOf: heirs.map((heir) => ({ $ref: referenceTo(heir) })),
    discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) as JsonObject },
  };
}

/** The values that a schema says its property has. */
function ownValues(schema: Json | undefined, property: string): string[] {
  const { properties, allOf } = objectOf(schema);
  const { enum: several, const: one } = objectOf(ownValue(objectOf(properties), property));
  const said = [...listOf(several), one].filter((value) => typeof value === "string");
  return [...said, ...listOf(allOf).flatMap((part) => ownValues(part, property))];
}

/** The schema that inherits, with its reference to the base instead of to what became a `oneOf`. */
function withBases(schema: Json, bases: ReadonlyMap<string, string>): Json {
  if (!isObject(schema) || !isArray(schema.allOf)) return schema;
  const parts = schema.allOf.map((part) => {
    const [name, base] = [...bases].find(([parent]) => objectOf(part).$ref === referenceTo(parent)) ?? [];
    return name === undefined || base === undefined
      ? withBases(part, bases)
      : { ...objectOf(part), $ref: referenceTo(base) };
  });
  return { ...schema, allOf: parts };
}

function freeName(wanted: string, schemas: JsonObject, taken: readonly string[]): string {
  let name = wanted;
  for (let number = 2; Object.hasOwn(schemas, name) || taken.includes(name); number++) name = `${wanted}${number}`;
  return name;
}
