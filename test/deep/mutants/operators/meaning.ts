import { isArray, listOf, objectOf, textOf, type JsonObject } from "../../../../generator/core/lib/json.js";
import type { Path } from "../edit.js";
import type { Spot } from "../spots.js";
import { put, type Mutation, type Operator } from "./operator.js";

/** Mutants of what things stand for: all types stay right. */
export const meaningOperators: readonly Operator[] = [
  { kind: "swap the descriptions of two fields", on: "schema", mutate: swapFields },
  { kind: "swap the descriptions of two parameters", on: "operation", mutate: swapParameters },
  { kind: "swap the meanings of two values", on: "schema", mutate: swapValues },
  { kind: "change a format", on: "schema", mutate: changeFormat },
  ...(["meaning", "advice"] as const).map((key): Operator => ({
    kind: `swap the ${key} of two error codes`,
    on: "errors",
    mutate: (spot) => swapErrors(spot, key),
  })),
  ...(["schema", "parameter", "operation", "scheme", "error", "response"] as const).flatMap((on): Operator[] => [
    { kind: "change a unit", on, mutate: (spot) => textsOf(spot).flatMap((text) => changeUnit(spot, text)) },
    { kind: "change a figure", on, mutate: (spot) => textsOf(spot).flatMap((text) => changeFigure(spot, text)) },
  ]),
];

/** Neighbours are what a slip swaps: each with the next that is described in other words. */
function swapNext(spot: Spot, described: ReadonlyArray<readonly [name: string, path: Path, text: string]>): Mutation[] {
  return described.flatMap(([name, path, text], index) => {
    const next = described.slice(index + 1).find(([, , other]) => other !== text);
    if (next === undefined) return [];
    return [{ what: `${name} and ${next[0]}`, edits: [put(spot, path, next[2]), put(spot, next[1], text)] }];
  });
}

function swapFields(spot: Spot): Mutation[] {
  const fields = Object.entries(objectOf(spot.value.properties));
  const described = fields.flatMap(([name, raw]) => {
    const text = textOf(objectOf(raw).description);
    return text === undefined ? [] : [[name, ["properties", name, "description"], text] as const];
  });
  return swapNext(spot, described);
}

function swapParameters(spot: Spot): Mutation[] {
  const described = listOf(spot.value.parameters).flatMap((raw, index) => {
    const { name, description } = objectOf(raw);
    const text = textOf(description);
    return text === undefined ? [] : [[String(name), ["parameters", index, "description"], text] as const];
  });
  return swapNext(spot, described);
}

function swapValues(spot: Spot): Mutation[] {
  const known = Object.entries(objectOf(objectOf(spot.value["x-states"]).known));
  return swapNext(
    spot,
    known.map(([value, text]) => [`"${value}"`, ["x-states", "known", value], String(text)] as const),
  );
}

function swapErrors(spot: Spot, key: string): Mutation[] {
  const entries = listOf(spot.value.entries).map(objectOf);
  return swapNext(
    spot,
    entries.map((entry, index) => [String(entry.code), [index, key], String(entry[key])] as const),
  );
}

const FORMATS: Readonly<Record<string, string>> = {
  int64: "int32",
  double: "float",
  float: "double",
  date: "date-time",
};

function changeFormat(spot: Spot): Mutation[] {
  const format = textOf(spot.value.format);
  const other = format === undefined ? undefined : FORMATS[format];
  return other === undefined
    ? []
    : [{ what: `${format ?? ""} becomes ${other}`, edits: [put(spot, ["format"], other)] }];
}

/** The texts of a spot that readers see; those of fields belong to the object that has them. */
function textsOf({ value, role }: Spot): Array<readonly [path: Path, text: string]> {
  const own = ["description", "summary", "meaning", "advice"].flatMap((key) => {
    const text = textOf(value[key]);
    return text === undefined ? [] : [[[key], text] as const];
  });
  if (role !== "schema") return own;
  const fields = Object.entries(objectOf(value.properties)).flatMap(([name, raw]) => {
    const text = isArray(raw) ? undefined : textOf((objectOf(raw) satisfies JsonObject).description);
    return text === undefined ? [] : [[["properties", name, "description"], text] as const];
  });
  return [...own, ...fields];
}

const UNITS: ReadonlyArray<readonly [from: RegExp, to: string]> = [
  [/\bmilliseconds\b/, "seconds"],
  [/\bhours\b/, "minutes"],
  [/\bdays\b/, "weeks"],
  [/\bMB\b/, "kB"],
  [/\bcharacters\b/, "bytes"],
  [/\bUTC\b/, "local time"],
];

function changeUnit(spot: Spot, [path, text]: readonly [Path, string]): Mutation[] {
  return UNITS.filter(([from]) => from.test(text)).map(([from, to]) => {
    return { what: `${path.join("/")}: ${to}`, edits: [put(spot, path, text.replace(from, to))] };
  });
}

/** The first figure that is not code. */
function changeFigure(spot: Spot, [path, text]: readonly [Path, string]): Mutation[] {
  const plain = text.replaceAll(/`[^`]*`|\bISO 8601\b|\bv\d\b|\bSDK-HMAC-SHA256\b/g, (code) => "-".repeat(code.length));
  const found = /\d+/.exec(plain);
  if (!found) return [];
  const other = String(Number(found[0]) + 3);
  const changed = text.slice(0, found.index) + other + text.slice(found.index + found[0].length);
  return [{ what: `${path.join("/")}: ${found[0]} becomes ${other}`, edits: [put(spot, path, changed)] }];
}
