import { wordsOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { readEntries, readEntry, type Fields } from "./fields.js";
import { EFFECTS, type CallEffect } from "./types.js";
import type { Behaviour, FailureMark, Log, Pagination, TimeRule, Wait } from "./types.js";

/** Reads what the extensions of an operation declare. `verify` checks whether that fits its schemas. */
export function readBehaviour(operation: JsonObject, pointer: string, findings: Finding[]): Behaviour {
  const one = <T>(name: string, read: (fields: Fields) => T): T | undefined => {
    const raw = operation[name];
    if (raw === undefined) return undefined;
    return readEntry(raw, childPointer(pointer, name), findings, read);
  };
  const many = <T>(name: string, read: (fields: Fields) => T): T[] | undefined => {
    const raw = operation[name];
    if (raw === undefined) return undefined;
    return readEntries(raw, childPointer(pointer, name), findings, read);
  };
  const behaviour = {
    effect: readEffect(operation["x-effect"], childPointer(pointer, "x-effect"), findings),
    secretAnswer: readTrue(operation, "x-secret-answer", pointer, findings),
    retry: readRetry(operation["x-retry"], childPointer(pointer, "x-retry"), findings),
    pagination: one("x-pagination", readPagination),
    failure: readFailures(operation, pointer, findings),
    time: many("x-time", readTime),
    wait: one("x-wait", readWait),
    log: one("x-log", readLog),
    steps: one("x-steps", (fields) => ({ list: fields.text("list") })),
    empty: readTrue(operation, "x-empty", pointer, findings),
  };
  return Object.fromEntries(Object.entries(behaviour).filter(([, value]) => value !== undefined));
}

function readRetry(raw: Json | undefined, pointer: string, findings: Finding[]): "safe" | "never" | undefined {
  if (raw === "safe" || raw === "never" || raw === undefined) return raw;
  findings.push({ pointer, message: `x-retry is ${JSON.stringify(raw)}`, fix: "write `safe` or `never`" });
  return undefined;
}

function readEffect(raw: Json | undefined, pointer: string, findings: Finding[]): CallEffect | undefined {
  const effect = EFFECTS.find((one) => one === raw);
  if (effect !== undefined || raw === undefined) return effect;
  const fix = `write ${EFFECTS.map((one) => `\`${one}\``).join(", ")}`;
  findings.push({ pointer, message: `x-effect is ${JSON.stringify(raw)}`, fix });
  return undefined;
}

/** Reads an extension that is `true` or absent. */
export function readTrue(holder: JsonObject, name: string, pointer: string, findings: Finding[]): true | undefined {
  const raw = holder[name];
  if (raw === true || raw === undefined) return raw;
  const finding = { message: `${name} is ${JSON.stringify(raw)}`, fix: "write `true`, or leave it out" };
  findings.push({ pointer: childPointer(pointer, name), ...finding });
  return undefined;
}

function readPagination(fields: Fields): Pagination {
  const size = fields.optionalText("size");
  const maximum = fields.optionalNumber("maximum");
  const total = fields.optionalText("total");
  return {
    page: fields.text("page"),
    first: fields.number("first"),
    ...(size === undefined ? {} : { size }),
    ...(maximum === undefined ? {} : { maximum }),
    items: fields.text("items"),
    ...(total === undefined ? {} : { total }),
  };
}

/** Reads the `x-failure` of the document or of an operation. */
export function readFailures(holder: JsonObject, pointer: string, findings: Finding[]): FailureMark[] | undefined {
  const raw = holder["x-failure"];
  return raw === undefined ? undefined : readEntries(raw, childPointer(pointer, "x-failure"), findings, readFailure);
}

function readFailure(fields: Fields): FailureMark {
  const values = fields.optionalMarks("values");
  const message = fields.optionalText("message");
  const code = fields.optionalText("code");
  return {
    at: fields.text("at"),
    ...(values === undefined ? {} : { values }),
    ...(message === undefined ? {} : { message }),
    ...(code === undefined ? {} : { code }),
  };
}

function readTime(fields: Fields): TimeRule {
  const maximumDays = fields.optionalNumber("maximumDays");
  return {
    start: fields.text("start"),
    end: fields.text("end"),
    // `verify` reports any other.
    format: fields.text("format") as TimeRule["format"],
    ...(maximumDays === undefined ? {} : { maximumDays }),
  };
}

function readWait(fields: Fields): Wait {
  const outcomes = Object.entries(fields.object("outcomes")).map(([state, outcome]) => [state, wordsOf(outcome)]);
  // `verify` reports outcomes that are none of these.
  return { state: fields.text("state"), outcomes: Object.fromEntries(outcomes) as Wait["outcomes"] };
}

function readLog(fields: Fields): Log {
  return {
    offset: fields.text("offset"),
    next: fields.text("next"),
    text: fields.text("text"),
    more: fields.text("more"),
  };
}
