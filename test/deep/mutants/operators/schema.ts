import {
  isArray,
  isObject,
  listOf,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from "../../../../generator/core/lib/json.js";
import type { Spot } from "../spots.js";
import { drop, dropping, put, rename, type Mutation, type Operator } from "./operator.js";

const OTHER_TYPE: Readonly<Record<string, string>> = {
  string: "integer",
  integer: "string",
  number: "string",
  boolean: "string",
};

/** What a limit allows more than it did. */
const WIDER: Readonly<Record<string, (value: number) => number>> = {
  minimum: (value) => value - 1,
  maximum: (value) => value * 10,
  minLength: () => 0,
  maxLength: (value) => value * 10,
  minItems: () => 0,
  maxItems: (value) => value * 10,
};

/** Mutants of what a schema says about one value. */
export const valueOperators: readonly Operator[] = [
  { kind: "change a type", on: "schema", mutate: changeType },
  { kind: "drop a type of several", on: "schema", mutate: dropType },
  { kind: "change a container", on: "schema", mutate: changeContainer },
  { kind: "allow null", on: "schema", mutate: allowNull },
  { kind: "forbid null", on: "schema", mutate: forbidNull },
  { kind: "widen a limit", on: "schema", mutate: widen },
  { kind: "drop a limit", on: "schema", mutate: (spot) => dropEach(spot, Object.keys(WIDER)) },
  { kind: "add a limit", on: "schema", mutate: addLimit },
  { kind: "drop a pattern", on: "schema", mutate: (spot) => dropEach(spot, ["pattern"]) },
  { kind: "loosen a pattern", on: "schema", mutate: loosen },
  { kind: "allow a forbidden value", on: "schema", mutate: allowForbidden },
  { kind: "drop a listed value", on: "schema", mutate: dropListed },
  { kind: "add a listed value", on: "schema", mutate: addListed },
  { kind: "change a default", on: "schema", mutate: changeDefault },
  dropping("drop a default", "schema", "default"),
  dropping("drop a format", "schema", "format"),
];

function changeType({ value, ...spot }: Spot): Mutation[] {
  const type = textOf(value.type);
  const other = type === undefined ? undefined : OTHER_TYPE[type];
  if (type === undefined || other === undefined) return [];
  return [{ what: `${type} becomes ${other}`, edits: [put({ value, ...spot }, ["type"], other)] }];
}

function dropType(spot: Spot): Mutation[] {
  const types = listOf(spot.value.type).filter((type) => type !== "null");
  if (types.length < 2) return [];
  return types.map((type) => {
    const rest = listOf(spot.value.type).filter((one) => one !== type);
    return { what: String(type), edits: [put(spot, ["type"], rest.length === 1 ? (rest[0] ?? null) : rest)] };
  });
}

function changeContainer(spot: Spot): Mutation[] {
  const { type, items, additionalProperties } = spot.value;
  if (type === "array" && items !== undefined) {
    const edits = [put(spot, ["type"], "object"), rename(spot, ["items"], "additionalProperties")];
    return [{ what: "array becomes map", edits }];
  }
  if (type !== "object" || !isObject(additionalProperties)) return [];
  return [
    {
      what: "map becomes array",
      edits: [put(spot, ["type"], "array"), rename(spot, ["additionalProperties"], "items")],
    },
  ];
}

function allowNull(spot: Spot): Mutation[] {
  const { type } = spot.value;
  if (type === undefined || type === "null" || listOf(type).includes("null")) return [];
  const types = isArray(type) ? type : [type];
  return [{ what: `${types.join(" or ")} or null`, edits: [put(spot, ["type"], [...types, "null"])] }];
}

function forbidNull(spot: Spot): Mutation[] {
  const types = listOf(spot.value.type);
  if (!types.includes("null")) return [];
  const rest = types.filter((type) => type !== "null");
  return [
    { what: `only ${rest.join(" or ")}`, edits: [put(spot, ["type"], rest.length === 1 ? (rest[0] ?? null) : rest)] },
  ];
}

function widen(spot: Spot): Mutation[] {
  return Object.entries(WIDER).flatMap(([word, wider]) => {
    const limit = spot.value[word];
    if (typeof limit !== "number" || wider(limit) === limit) return [];
    return [{ what: `${word} ${limit} becomes ${wider(limit)}`, edits: [put(spot, [word], wider(limit))] }];
  });
}

function addLimit(spot: Spot): Mutation[] {
  const word = spot.value.type === "string" ? "maxLength" : spot.value.type === "integer" ? "maximum" : undefined;
  if (word === undefined || word in spot.value || "enum" in spot.value) return [];
  return [{ what: `${word} 1000000`, edits: [put(spot, [word], 1_000_000)] }];
}

function loosen(spot: Spot): Mutation[] {
  const pattern = textOf(spot.value.pattern);
  if (pattern === undefined) return [];
  const loose = pattern.replace(/\{(\d+)\}(?=\$)/, "{1,$1}");
  const wanted = loose === pattern ? pattern.replace(/\$$/, "") : loose;
  return wanted === pattern ? [] : [{ what: `becomes ${wanted}`, edits: [put(spot, ["pattern"], wanted)] }];
}

function allowForbidden(spot: Spot): Mutation[] {
  return listOf(objectOf(spot.value.not).enum).map((value, index) => {
    return { what: String(value), edits: [drop(spot, "not", "enum", index)] };
  });
}

function dropListed(spot: Spot): Mutation[] {
  const listed = listOf(spot.value.enum);
  const closed = listed.map((value, index) => ({ what: String(value), edits: [drop(spot, "enum", index)] }));
  const open = Object.keys(knownOf(spot.value));
  return [...closed, ...open.map((state) => ({ what: `"${state}"`, edits: [drop(spot, "x-states", "known", state)] }))];
}

function addListed(spot: Spot): Mutation[] {
  const listed = listOf(spot.value.enum);
  if (listed.length > 0) return [{ what: "SOMETIMES", edits: [put(spot, ["enum", listed.length], "SOMETIMES")] }];
  if (Object.keys(knownOf(spot.value)).length === 0) return [];
  return [{ what: "SOMETIMES", edits: [put(spot, ["x-states", "known", "SOMETIMES"], "Now and then.")] }];
}

function knownOf(schema: JsonObject): JsonObject {
  return objectOf(objectOf(schema["x-states"]).known);
}

function changeDefault(spot: Spot): Mutation[] {
  const value = spot.value.default;
  if (value === undefined) return [];
  const other = otherValue(value);
  return other === undefined
    ? []
    : [{ what: `becomes ${JSON.stringify(other)}`, edits: [put(spot, ["default"], other)] }];
}

function dropEach(spot: Spot, words: readonly string[]): Mutation[] {
  return words.filter((word) => word in spot.value).map((word) => ({ what: word, edits: [drop(spot, word)] }));
}

/** A scalar of the same type that says something else. */
export function otherValue(value: Json): Json | undefined {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string") return undefined;
  // The shape stays: only the last letter or digit changes.
  const other = value.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (last) =>
    last === "1" ? "2" : /\d/.test(last) ? "1" : last === "e" ? "a" : "e",
  );
  return other === value ? `${value}e` : other;
}
