// Finds schemas with readOnly or writeOnly fields, which need a second type for requests.
import { eachBelow, reachable, sideOf, type FindSchema } from "./resolve.js";
import type { NamedSchema, Operation, Schema } from "./types.js";

/**
 * Tells of each named schema whether it looks different to callers who send it: without the fields that only the service
 * gives (`readOnly`), with those that it never gives back (`writeOnly`), at every depth.
 */
export function withSides(
  schemas: readonly NamedSchema[],
  operations: readonly Operation[],
  claim: (wanted: string) => string,
): NamedSchema[] {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const find: FindSchema = (name) => byName.get(name);
  const sent = new Set(reachable(operations.flatMap(sentSchemas), find));
  const given = new Set(reachable(operations.flatMap(givenSchemas), find));
  const sided = sidedNames(schemas, find);
  return schemas.map((named) => {
    if (!sided.has(named.name) || !sent.has(named.name)) return named;
    return given.has(named.name)
      ? { ...named, writable: claim(`${named.name}Writable`) }
      : { ...named, sent: true as const };
  });
}

function sentSchemas({ arguments: all, body }: Operation): Schema[] {
  return [...all.map(({ schema }) => schema), ...(body === undefined ? [] : [body.schema])];
}

function givenSchemas({ responses }: Operation): Schema[] {
  return responses.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
}

/** The names of the schemas that hold a field of one side only, themselves or in what they refer to. */
function sidedNames(schemas: readonly NamedSchema[], find: FindSchema): Set<string> {
  const holders = new Map<string, string[]>();
  const sided: string[] = [];
  for (const { name, schema } of schemas) {
    const { refs, own } = look(schema, find);
    if (own) sided.push(name);
    for (const ref of refs) holders.set(ref, [...(holders.get(ref) ?? []), name]);
  }
  const found = new Set(sided);
  for (const name of found) for (const holder of holders.get(name) ?? []) found.add(holder);
  return found;
}

/** What a schema refers to, and whether it has such a field itself. */
function look(schema: Schema, find: FindSchema): { refs: Set<string>; own: boolean } {
  const refs = new Set<string>();
  let own = false;
  const visit = (part: Schema): void => {
    if (part.ref !== undefined) refs.add(part.ref);
    own ||= part.properties.some(({ schema: field }) => sideOf(field, find) !== undefined);
    eachBelow(part, visit);
  };
  visit(schema);
  return { refs, own };
}
