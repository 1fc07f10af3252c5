import { isArray, isObject, wordsOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { proposal } from "./suggest.js";
import type { Behaviour, FailureMark, Log, Pagination, TimeRule, Wait } from "./types.js";

/** Reads one object of an extension: every key is asked for by name, an unknown or misshapen one is a finding. */
class Fields {
  readonly #asked: string[] = [];

  constructor(
    readonly raw: JsonObject,
    readonly pointer: string,
    readonly findings: Finding[],
  ) {}

  text(name: string): string {
    return this.optionalText(name) ?? this.#missing(name, "text", "");
  }

  optionalText(name: string): string | undefined {
    return this.#get(name, "text", (value) => (typeof value === "string" ? value : undefined));
  }

  number(name: string): number {
    return this.optionalNumber(name) ?? this.#missing(name, "a number", 0);
  }

  optionalNumber(name: string): number | undefined {
    return this.#get(name, "a whole number", (value) => (Number.isInteger(value) ? (value as number) : undefined));
  }

  list(name: string): readonly Json[] {
    return (
      this.#get(name, "a list", (value) => (isArray(value) ? value : undefined)) ?? this.#missing(name, "a list", [])
    );
  }

  object(name: string): JsonObject {
    return (
      this.#get(name, "an object", (value) => (isObject(value) ? value : undefined)) ?? this.#missing(name, "it", {})
    );
  }

  /** Call last: reports the keys that nobody asked for. */
  done(): void {
    for (const key of Object.keys(this.raw)) {
      if (this.#asked.includes(key)) continue;
      const unused = this.#asked.filter((name) => !Object.hasOwn(this.raw, name));
      this.#report(key, `\`${key}\` means nothing here`, proposal(key, unused));
    }
  }

  #get<T>(name: string, kind: string, accept: (value: Json) => T | undefined): T | undefined {
    this.#asked.push(name);
    const value = Object.hasOwn(this.raw, name) ? this.raw[name] : undefined;
    if (value === undefined) return undefined;
    const accepted = accept(value);
    if (accepted === undefined) this.#report(name, `\`${name}\` is not ${kind}`, `make it ${kind}`);
    return accepted;
  }

  #missing<T>(name: string, kind: string, stand: T): T {
    if (!Object.hasOwn(this.raw, name)) this.#report("", `\`${name}\` is missing`, `add \`${name}\`, ${kind}`);
    return stand;
  }

  #report(name: string, message: string, fix: string): void {
    const extension = this.pointer.split("/").find((token) => token.startsWith("x-")) ?? "";
    const pointer = name === "" ? this.pointer : childPointer(this.pointer, name);
    this.findings.push({ pointer, message: `${extension}: ${message}`, fix });
  }
}

/** Reads what the extensions of an operation declare. Whether that fits its schemas is for `verify`. */
export function readBehaviour(operation: JsonObject, pointer: string, findings: Finding[]): Behaviour {
  const one = <T>(name: string, read: (fields: Fields) => T): T | undefined => {
    const raw = operation[name];
    if (raw === undefined) return undefined;
    return readEntry(raw, childPointer(pointer, name), findings, read);
  };
  const many = <T>(name: string, read: (fields: Fields) => T): T[] | undefined => {
    const raw = operation[name];
    if (raw === undefined) return undefined;
    const at = childPointer(pointer, name);
    if (isArray(raw)) return raw.map((entry, index) => readEntry(entry, childPointer(at, index), findings, read));
    findings.push({ pointer: at, message: `${name} is not a list`, fix: "begin each entry with `-`" });
    return undefined;
  };
  const retry = readRetry(operation["x-retry"], childPointer(pointer, "x-retry"), findings);
  const behaviour = {
    retry,
    pagination: one("x-pagination", readPagination),
    failure: many("x-failure", readFailure),
    time: many("x-time", readTime),
    wait: one("x-wait", readWait),
    log: one("x-log", readLog),
    steps: one("x-steps", (fields) => ({ list: fields.text("list") })),
    empty: readEmpty(operation["x-empty"], childPointer(pointer, "x-empty"), findings),
  };
  return Object.fromEntries(Object.entries(behaviour).filter(([, value]) => value !== undefined));
}

function readEntry<T>(raw: Json, pointer: string, findings: Finding[], read: (fields: Fields) => T): T {
  if (!isObject(raw)) findings.push({ pointer, message: "this is not an object", fix: "write its keys below it" });
  const fields = new Fields(isObject(raw) ? raw : {}, pointer, isObject(raw) ? findings : []);
  const result = read(fields);
  fields.done();
  return result;
}

function readRetry(raw: Json | undefined, pointer: string, findings: Finding[]): "safe" | "never" | undefined {
  if (raw === "safe" || raw === "never" || raw === undefined) return raw;
  findings.push({ pointer, message: `x-retry is ${JSON.stringify(raw)}`, fix: "write `safe` or `never`" });
  return undefined;
}

function readEmpty(raw: Json | undefined, pointer: string, findings: Finding[]): true | undefined {
  if (raw === true || raw === undefined) return raw;
  findings.push({ pointer, message: `x-empty is ${JSON.stringify(raw)}`, fix: "write `true`, or leave it out" });
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

function readFailure(fields: Fields): FailureMark {
  const message = fields.optionalText("message");
  const code = fields.optionalText("code");
  return {
    at: fields.text("at"),
    values: fields.list("values").filter((value) => typeof value === "string" || typeof value === "boolean"),
    ...(message === undefined ? {} : { message }),
    ...(code === undefined ? {} : { code }),
  };
}

function readTime(fields: Fields): TimeRule {
  const maximumDays = fields.optionalNumber("maximumDays");
  return {
    start: fields.text("start"),
    end: fields.text("end"),
    format: fields.text("format"),
    ...(maximumDays === undefined ? {} : { maximumDays }),
  };
}

function readWait(fields: Fields): Wait {
  const outcomes = Object.entries(fields.object("outcomes")).map(([state, outcome]) => [state, wordsOf(outcome)]);
  return { state: fields.text("state"), outcomes: Object.fromEntries(outcomes) as Record<string, string> };
}

function readLog(fields: Fields): Log {
  return {
    offset: fields.text("offset"),
    next: fields.text("next"),
    text: fields.text("text"),
    more: fields.text("more"),
  };
}
