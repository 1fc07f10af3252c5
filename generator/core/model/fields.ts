// Reads the objects of extensions, key by key.
import { isArray, isObject, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { proposal } from "../lib/suggest.js";

/** Reads one object of an extension. Every key is read by name; unknown and misshapen ones are findings. */
export class Fields {
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

  optionalFlag(name: string): boolean {
    return this.#get(name, "`true` or `false`", (value) => (typeof value === "boolean" ? value : undefined)) ?? false;
  }

  object(name: string): JsonObject {
    return (
      this.#get(name, "an object", (value) => (isObject(value) ? value : undefined)) ?? this.#missing(name, "it", {})
    );
  }

  /** A list of texts and truth values, of one at least. */
  optionalMarks(name: string): Array<string | boolean> | undefined {
    const list = this.#get(name, "a list", (value) => (isArray(value) ? value : undefined));
    if (list === undefined) return undefined;
    if (list.length === 0) this.#report(name, `\`${name}\` is empty`, "name at least one value");
    return list.flatMap((value, index) => {
      if (typeof value === "string" || typeof value === "boolean") return [value];
      const fix = "write text in quotes, `true` or `false`";
      this.#report(name, `${JSON.stringify(value)} is neither text nor a truth value`, fix, index);
      return [];
    });
  }

  /** Call last: reports the keys that were not read. */
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

  #report(name: string, message: string, fix: string, ...below: readonly number[]): void {
    const pointer = name === "" ? this.pointer : childPointer(this.pointer, name, ...below);
    this.findings.push({ pointer, message: `${extensionOf(this.pointer)}: ${message}`, fix });
  }
}

/** Reads one entry of an extension. */
export function readEntry<T>(raw: Json, pointer: string, findings: Finding[], read: (fields: Fields) => T): T {
  if (!isObject(raw)) findings.push({ pointer, message: "this is not an object", fix: "write its keys below it" });
  const fields = new Fields(isObject(raw) ? raw : {}, pointer, isObject(raw) ? findings : []);
  const result = read(fields);
  fields.done();
  return result;
}

/** Reads a list of an extension, each of its entries by `read`; undefined where it is no list. */
export function readEntries<T>(
  raw: Json,
  pointer: string,
  findings: Finding[],
  read: (fields: Fields) => T,
): T[] | undefined {
  if (isArray(raw)) return raw.map((entry, index) => readEntry(entry, childPointer(pointer, index), findings, read));
  findings.push({ pointer, message: `${extensionOf(pointer)} is not a list`, fix: "begin each entry with `-`" });
  return undefined;
}

/** The extension that a pointer leads into. */
function extensionOf(pointer: string): string {
  return pointer.split("/").find((token) => token.startsWith("x-")) ?? "";
}
