import { isObject, listOf, objectOf, wordsOf, type Json } from "../../../../generator/core/lib/json.js";
import type { Path } from "../edit.js";
import type { Spot } from "../spots.js";
import { drop, put, rename, type Mutation, type Operator } from "./operator.js";
import { otherValue } from "./schema.js";

/** Mutants of named examples. */
export const exampleOperators: readonly Operator[] = [
  { kind: "drop an example", on: "example", mutate: (spot) => [{ what: "altogether", edits: [drop(spot)] }] },
  { kind: "rename an example", on: "example", mutate: renameExample },
  { kind: "change the source of an example", on: "example", mutate: changeSource },
  { kind: "drop what an example says of itself", on: "example", mutate: dropLabel },
  { kind: "change a value in an example", on: "example", mutate: changeValue },
  { kind: "change the type of a value in an example", on: "example", mutate: changeType },
  { kind: "drop a field in an example", on: "example", mutate: dropField },
  { kind: "add a field to an example", on: "example", mutate: addField },
];

/** The name puts the parts of a request and its response together; that of a shared response is a label only. */
function renameExample(spot: Spot): Mutation[] {
  if (spot.file.startsWith("components/")) return [];
  return [{ what: "becomes something-else", edits: [rename(spot, [], "something-else")] }];
}

/** Another document that is said to show it. */
function changeSource(spot: Spot): Mutation[] {
  const sources = listOf(spot.value["x-from"]);
  return sources.flatMap((source, index) => {
    const to = source === "page" ? "walkthrough-9" : "page-9";
    return [{ what: `${wordsOf(source)} becomes ${to}`, edits: [put(spot, ["x-from", index], to)] }];
  });
}

function dropLabel(spot: Spot): Mutation[] {
  return ["summary", "x-from"].flatMap((key) => (key in spot.value ? [{ what: key, edits: [drop(spot, key)] }] : []));
}

/** Every value below the example that is no array or object, with the keys that lead to it. */
function leavesOf(value: Json | undefined, path: Path): Array<readonly [Path, Json]> {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => {
    return leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  });
}

function changeValue(spot: Spot): Mutation[] {
  return leavesOf(spot.value.value, ["value"]).flatMap(([path, value]) => {
    const other = otherValue(value);
    return other === undefined ? [] : [{ what: `/${path.slice(1).join("/")}`, edits: [put(spot, path, other)] }];
  });
}

function changeType(spot: Spot): Mutation[] {
  return leavesOf(spot.value.value, ["value"]).map(([path, value]) => {
    const other = typeof value === "string" ? { text: value } : String(value);
    return { what: `/${path.slice(1).join("/")}`, edits: [put(spot, path, other)] };
  });
}

function dropField(spot: Spot): Mutation[] {
  return Object.keys(objectOf(spot.value.value)).map((key) => ({ what: key, edits: [drop(spot, "value", key)] }));
}

function addField(spot: Spot): Mutation[] {
  return isObject(spot.value.value) ? [{ what: "extra", edits: [put(spot, ["value", "extra"], "a")] }] : [];
}
