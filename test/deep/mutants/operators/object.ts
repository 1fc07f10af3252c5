import { listOf, objectOf, type Json, type JsonObject } from "../../../../generator/core/lib/json.js";
import type { Edit } from "../edit.js";
import type { Spot } from "../spots.js";
import { drop, put, rename, type Mutation, type Operator } from "./operator.js";

/** Mutants of the fields of an object. */
export const objectOperators: readonly Operator[] = [
  { kind: "drop a required entry", on: "schema", mutate: dropRequired },
  { kind: "require a field", on: "schema", mutate: requireField },
  { kind: "rename a field", on: "schema", mutate: renameField },
  { kind: "drop a field", on: "schema", mutate: dropField },
  { kind: "add a field", on: "schema", mutate: addField },
  { kind: "swap the types of two fields", on: "schema", mutate: swapTypes },
  { kind: "close an object", on: "schema", mutate: close },
  { kind: "drop a field's description", on: "schema", mutate: dropDescription },
  { kind: "reword a field's description", on: "schema", mutate: rewordDescription },
];

function namesOf({ value }: Spot): string[] {
  return Object.keys(objectOf(value.properties));
}

function requiredOf({ value }: Spot): readonly Json[] {
  return listOf(value.required);
}

function withoutRequired(spot: Spot, name: string): Edit[] {
  const rest = requiredOf(spot).filter((one) => one !== name);
  if (rest.length === requiredOf(spot).length) return [];
  return [rest.length === 0 ? drop(spot, "required") : put(spot, ["required"], rest)];
}

function dropRequired(spot: Spot): Mutation[] {
  return requiredOf(spot).map((name) => ({ what: String(name), edits: withoutRequired(spot, String(name)) }));
}

function requireField(spot: Spot): Mutation[] {
  const optional = namesOf(spot).filter((name) => !requiredOf(spot).includes(name));
  return optional.map((name) => ({ what: name, edits: [put(spot, ["required"], [...requiredOf(spot), name])] }));
}

/** A careful hand renames the entry in `required` as well. */
function renameField(spot: Spot): Mutation[] {
  return namesOf(spot).map((name) => {
    const required = requiredOf(spot).map((one) => (one === name ? `${name}_` : one));
    const kept = required.includes(`${name}_`) ? [put(spot, ["required"], required)] : [];
    return { what: `${name} becomes ${name}_`, edits: [rename(spot, ["properties", name], `${name}_`), ...kept] };
  });
}

function dropField(spot: Spot): Mutation[] {
  return namesOf(spot).map((name) => {
    return { what: name, edits: [drop(spot, "properties", name), ...withoutRequired(spot, name)] };
  });
}

function addField(spot: Spot): Mutation[] {
  if (!("properties" in spot.value)) return [];
  const field = { type: "string", description: "Something that nobody documents." };
  return [{ what: "extra", edits: [put(spot, ["properties", "extra"], field)] }];
}

/** Types and formats change places, so that each schema stays well-formed; neighbours are what a slip swaps. */
function swapTypes(spot: Spot): Mutation[] {
  const properties = Object.entries(objectOf(spot.value.properties)).map(
    ([name, raw]) => [name, objectOf(raw)] as const,
  );
  return properties.flatMap(([first, one], index) => {
    const second = properties.slice(index + 1).find(([, other]) => swappable(one, other));
    if (second === undefined) return [];
    const edits = [...retype(spot, first, one, second[1]), ...retype(spot, second[0], second[1], one)];
    return [{ what: `${first} and ${second[0]}`, edits }];
  });
}

function swappable(one: JsonObject, other: JsonObject): boolean {
  const scalar = ({ type }: JsonObject): boolean => typeof type === "string" && !["array", "object"].includes(type);
  return scalar(one) && scalar(other) && one.type !== other.type;
}

function retype(spot: Spot, name: string, before: JsonObject, after: JsonObject): Edit[] {
  const at = ["properties", name];
  const edits = [put(spot, [...at, "type"], after.type ?? null)];
  if (after.format !== undefined) edits.push(put(spot, [...at, "format"], after.format));
  else if (before.format !== undefined) edits.push(drop(spot, ...at, "format"));
  return edits;
}

function close(spot: Spot): Mutation[] {
  if (spot.sent || !("properties" in spot.value)) return [];
  return [{ what: "unknown fields are refused", edits: [put(spot, ["additionalProperties"], false)] }];
}

function dropDescription(spot: Spot): Mutation[] {
  return describedOf(spot).map((name) => ({ what: name, edits: [drop(spot, "properties", name, "description")] }));
}

function rewordDescription(spot: Spot): Mutation[] {
  return describedOf(spot).map((name) => {
    return { what: name, edits: [put(spot, ["properties", name, "description"], "Something else.")] };
  });
}

function describedOf(spot: Spot): string[] {
  const properties = objectOf(spot.value.properties);
  return Object.keys(properties).filter((name) => "description" in objectOf(properties[name]));
}
