import { isObject, listOf, objectOf, textOf, type Json, type JsonObject } from "../../../../generator/core/lib/json.js";
import { EFFECTS } from "../../../../generator/core/model/types.js";
import type { Spot } from "../spots.js";
import { drop, dropping, put, rename, type Mutation, type Operator } from "./operator.js";

const OUTCOMES = ["success", "failure", "aborted", "never-scheduled"];

/** Mutants of what the extensions declare. */
export const behaviourOperators: readonly Operator[] = [
  { kind: "change x-effect", on: "operation", mutate: changeEffect },
  { kind: "flip x-secret-answer", on: "operation", mutate: flipSecret },
  dropping("drop x-steps", "operation", "x-steps"),
  { kind: "drop an x-instead entry", on: "operation", mutate: dropInstead },
  dropping("drop x-nearest", "operation", "x-nearest"),
  { kind: "flip x-retry", on: "operation", mutate: flipRetry },
  { kind: "change x-pagination", on: "operation", mutate: changePagination },
  dropping("drop x-pagination", "operation", "x-pagination"),
  { kind: "change x-time", on: "operation", mutate: changeTime },
  dropping("drop x-time", "operation", "x-time"),
  { kind: "change x-wait", on: "operation", mutate: changeWait },
  dropping("drop x-wait", "operation", "x-wait"),
  { kind: "change x-log", on: "operation", mutate: changeLog },
  dropping("drop x-log", "operation", "x-log"),
  { kind: "change x-failure", on: "operation", mutate: changeFailure },
  dropping("drop x-failure", "operation", "x-failure"),
  { kind: "flip x-empty", on: "operation", mutate: flipEmpty },
  { kind: "change a date of x-source", on: "operation", mutate: changeDate },
  { kind: "drop a document of x-source", on: "operation", mutate: dropDocument },
  { kind: "drop an x-conflicts entry", on: "noted", mutate: dropEntry },
  { kind: "change a claim of an x-conflicts entry", on: "noted", mutate: changeClaim },
  { kind: "needless x-conflicts entry", on: "operation", mutate: addEntry },
];

function changeEffect(spot: Spot): Mutation[] {
  const own = spot.value["x-effect"];
  return EFFECTS.filter((effect) => effect !== own).map((to) => ({
    what: `becomes ${to}`,
    edits: [put(spot, ["x-effect"], to)],
  }));
}

function dropInstead(spot: Spot): Mutation[] {
  return listOf(spot.value["x-instead"]).map((entry, index) => ({
    what: textOf(objectOf(entry).use) ?? "",
    edits: [drop(spot, "x-instead", index)],
  }));
}

function flipSecret(spot: Spot): Mutation[] {
  const { "x-secret-answer": secret } = spot.value;
  return [
    {
      what: "the other",
      edits: [secret === true ? drop(spot, "x-secret-answer") : put(spot, ["x-secret-answer"], true)],
    },
  ];
}

function flipRetry(spot: Spot): Mutation[] {
  const to = spot.value["x-retry"] === "safe" ? "never" : "safe";
  return [{ what: `becomes ${to}`, edits: [put(spot, ["x-retry"], to)] }];
}

function changePagination(spot: Spot): Mutation[] {
  const raw = spot.value["x-pagination"];
  if (!isObject(raw)) return [];
  const change = (key: string, to: Json): Mutation => {
    return { what: `${key} becomes ${JSON.stringify(to)}`, edits: [put(spot, ["x-pagination", key], to)] };
  };
  const pointers = ["items", "total"].flatMap((key) => (key in raw ? [change(key, `${textOf(raw[key]) ?? ""}_`)] : []));
  const parameters = [change("page", raw.size ?? "job_id"), change("first", raw.first === 0 ? 1 : 0)];
  const maximum = typeof raw.maximum === "number" ? [change("maximum", raw.maximum * 10), change("maximum", 1)] : [];
  const total = "total" in raw ? [{ what: "no total", edits: [drop(spot, "x-pagination", "total")] }] : [];
  return [...pointers, ...parameters, ...maximum, ...total];
}

function changeTime(spot: Spot): Mutation[] {
  return listOf(spot.value["x-time"]).flatMap((raw, index) => {
    const rule = objectOf(raw);
    const at = ["x-time", index];
    const days = rule.maximumDays;
    const other = rule.format === "yyyy-MM-dd" ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd";
    return [
      ...(typeof days === "number"
        ? [{ what: `maximumDays ${days} becomes ${days * 10}`, edits: [put(spot, [...at, "maximumDays"], days * 10)] }]
        : []),
      { what: `format becomes ${other}`, edits: [put(spot, [...at, "format"], other)] },
      {
        what: "start and end",
        edits: [put(spot, [...at, "start"], rule.end ?? null), put(spot, [...at, "end"], rule.start ?? null)],
      },
    ];
  });
}

function changeWait(spot: Spot): Mutation[] {
  const wait = spot.value["x-wait"];
  if (!isObject(wait)) return [];
  const outcomes = objectOf(wait.outcomes);
  const at = ["x-wait", "outcomes"];
  return [
    { what: "state leads nowhere", edits: [put(spot, ["x-wait", "state"], `${textOf(wait.state) ?? ""}_`)] },
    ...Object.entries(outcomes).flatMap(([state, outcome]) => {
      const other = OUTCOMES[(OUTCOMES.indexOf(String(outcome)) + 1) % OUTCOMES.length] ?? "";
      return [
        { what: `${state} means ${other}`, edits: [put(spot, [...at, state], other)] },
        { what: `no ${state}`, edits: [drop(spot, ...at, state)] },
        { what: `${state} becomes ${state}D`, edits: [rename(spot, [...at, state], `${state}D`)] },
      ];
    }),
  ];
}

function changeLog(spot: Spot): Mutation[] {
  const log = spot.value["x-log"];
  if (!isObject(log)) return [];
  const swapped = [put(spot, ["x-log", "next"], log.text ?? null), put(spot, ["x-log", "text"], log.next ?? null)];
  return [
    { what: "next and text change places", edits: swapped },
    { what: "offset is another parameter", edits: [put(spot, ["x-log", "offset"], "length")] },
    { what: "more leads nowhere", edits: [put(spot, ["x-log", "more"], `${textOf(log.more) ?? ""}_`)] },
  ];
}

function changeFailure(spot: Spot): Mutation[] {
  return listOf(spot.value["x-failure"]).flatMap((raw, index) => {
    const mark = objectOf(raw);
    const at = ["x-failure", index];
    const keys = ["at", "message", "code"].filter((key) => key in mark);
    const values = listOf(mark.values);
    return [
      ...keys.map((key) => ({
        what: `${key} leads nowhere`,
        edits: [put(spot, [...at, key], `${textOf(mark[key]) ?? ""}_`)],
      })),
      ...keys.slice(1).map((key) => ({ what: `no ${key}`, edits: [drop(spot, ...at, key)] })),
      ...(values.length > 1
        ? values.map((value, place) => ({ what: `no ${String(value)}`, edits: [drop(spot, ...at, "values", place)] }))
        : []),
      { what: "another value", edits: [put(spot, [...at, "values", values.length], "success")] },
    ];
  });
}

function flipEmpty(spot: Spot): Mutation[] {
  if ("x-empty" in spot.value) return [{ what: "never empty", edits: [drop(spot, "x-empty")] }];
  return [{ what: "maybe empty", edits: [put(spot, ["x-empty"], true)] }];
}

function documentsOf(operation: JsonObject): readonly Json[] {
  return listOf(objectOf(operation["x-source"]).documents);
}

function changeDate(spot: Spot): Mutation[] {
  return documentsOf(spot.value).map((raw, index) => {
    const { document } = objectOf(raw);
    return { what: String(document), edits: [put(spot, ["x-source", "documents", index, "date"], "2023-12-31")] };
  });
}

function dropDocument(spot: Spot): Mutation[] {
  return documentsOf(spot.value).map((raw, index) => {
    return { what: String(objectOf(raw).document), edits: [drop(spot, "x-source", "documents", index)] };
  });
}

function entriesOf({ value }: Spot): JsonObject[] {
  return listOf(value["x-conflicts"]).map(objectOf);
}

function dropEntry(spot: Spot): Mutation[] {
  const entries = entriesOf(spot);
  return entries.map(({ about }, index) => {
    const edit = entries.length === 1 ? drop(spot, "x-conflicts") : drop(spot, "x-conflicts", index);
    return { what: String(about), edits: [edit] };
  });
}

function changeClaim(spot: Spot): Mutation[] {
  return entriesOf(spot).flatMap(({ about, claims }, index) => {
    return Object.keys(objectOf(claims)).map((source) => {
      const edits = [put(spot, ["x-conflicts", index, "claims", source], "something else")];
      return { what: `${String(about)}, ${source}`, edits };
    });
  });
}

function addEntry(spot: Spot): Mutation[] {
  const entry = { about: "method", claims: { pdf: "PATCH" }, decision: "GET", why: "It is not so." };
  return [{ what: "method", edits: [put(spot, ["x-conflicts", entriesOf(spot).length], entry)] }];
}
