// Checks the shape of a document against the grammar, as its author wrote it.
import { isArray, isObject, objectOf, ownValue, type Json, type JsonObject } from "../lib/json.js";
import { formatPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import { nearest } from "../lib/suggest.js";
import type { Finding } from "../problems.js";
import { begin, pathItem, type Ready, type ReadyKind } from "./ready.js";
import {
  beside,
  misfit,
  missing,
  misspelt,
  noneOf,
  strangeName,
  tooLong,
  tooMany,
  tooShort,
  unknown,
  type Misfit,
} from "./misfit.js";
import { References } from "./references.js";

/**
 * Holds a document against OpenAPI's grammar, and follows its references. What is misshapen would be read as if it were
 * not there: a type would be lost, or an operation.
 */
export function checkShape(document: JsonObject): Finding[] {
  return new Walk(document).findings();
}

class Walk {
  readonly #findings: Finding[] = [];
  readonly #references: References;
  /** Where the walk is. A pointer is made of it only where something is wrong: a large document has many places. */
  readonly #way: Array<string | number> = [];
  /** What references lead to outside of OpenAPI's objects, in extensions: it must be of the kind that they want. */
  readonly #outside = new Map<string, { readonly tokens: readonly string[]; readonly kind: ReadyKind }>();

  constructor(readonly document: JsonObject) {
    this.#references = new References(document);
  }

  findings(): Finding[] {
    this.#visit(this.document, begin, 0);
    // A map hands out what is added to it meanwhile.
    for (const { tokens, kind } of this.#outside.values()) {
      tokens.forEach((token, index) => (this.#way[index] = token));
      const value = valueAt(this.document, tokens);
      if (value !== undefined) this.#visit(value, kind, tokens.length);
    }
    return this.#findings;
  }

  #visit(value: Json, shape: Ready, depth: number): void {
    switch (shape.is) {
      case "data":
        return;
      case "kind":
        this.#visitKind(value, shape, depth);
        return;
      case "list":
        if (isArray(value)) this.#visitList(value, shape.of, shape.filled, depth);
        else this.#report(depth, misfit(this.#subject(depth), value, shape));
        return;
      case "map":
        if (isObject(value)) this.#visitEntries(value, shape.of, shape.single, depth);
        else this.#report(depth, misfit(this.#subject(depth), value, shape));
        return;
      case "either": {
        const fitting = shape.shapes.find((each) => isOuterly(value, each));
        if (fitting !== undefined) this.#visit(value, fitting, depth);
        else this.#report(depth, misfit(this.#subject(depth), value, shape));
        return;
      }
      default:
        this.#visitValue(value, shape, depth);
    }
  }

  #visitValue(value: Json, shape: Ready, depth: number): void {
    if (!isOuterly(value, shape)) this.#report(depth, misfit(this.#subject(depth), value, shape));
    else if (shape.is === "words" && !shape.words.includes(value as string)) {
      this.#report(depth, noneOf(this.#nameAt(depth), value as string, shape.words));
    } else if (shape.is === "schemaName") this.#visitSchemaName(value as string, depth);
  }

  #visitList(values: readonly Json[], shape: Ready, filled: boolean, depth: number): void {
    if (filled && values.length === 0) this.#report(depth, tooShort(this.#nameAt(depth)));
    for (let index = 0; index < values.length; index++) {
      this.#way[depth] = index;
      this.#visit(values[index] ?? null, shape, depth + 1);
    }
  }

  #visitEntries(values: JsonObject, shape: Ready, single: boolean, depth: number): void {
    let seen = 0;
    // Unlike Object.entries, this makes nothing; there are no other properties than own ones.
    for (const name in values) {
      if (single && ++seen === 2) this.#report(depth, tooLong(this.#nameAt(depth)));
      this.#way[depth] = name;
      this.#visit(values[name] ?? null, shape, depth + 1);
    }
  }

  #visitKind(value: Json, kind: ReadyKind, depth: number): void {
    if (!isObject(value)) {
      if (!(kind.open && typeof value === "boolean")) this.#report(depth, misfit(this.#subject(depth), value, kind));
      return;
    }
    if (kind.reference && value.$ref !== undefined && this.#visitReference(value, value.$ref, kind, depth)) return;
    const meant = this.#visitFields(value, kind, depth);
    if (!meant.includes("$ref")) this.#compare(value, kind, meant, depth);
  }

  /** The fields that it has with those that it needs. */
  #compare(value: JsonObject, kind: ReadyKind, meant: readonly string[], depth: number): void {
    for (const name of kind.required) {
      if (!Object.hasOwn(value, name) && !meant.includes(name)) this.#report(depth, missing(kind, name));
    }
    const { needsOneOf } = kind;
    if (needsOneOf.length > 0 && !needsOneOf.some((name) => Object.hasOwn(value, name) || meant.includes(name))) {
      this.#report(depth, missing(kind, ...needsOneOf));
    }
    if (kind.notBoth?.every((name) => Object.hasOwn(value, name)) === true) {
      this.#report(depth, tooMany(kind, kind.notBoth));
    }
  }

  /** Returns the fields that unknown ones were meant to be: they are not missing, too. */
  #visitFields(value: JsonObject, kind: ReadyKind, depth: number): readonly string[] {
    let meant: string[] | undefined;
    for (const name in value) {
      const field = kind.fields.get(name);
      this.#way[depth] = name;
      if (field !== undefined) this.#visit(value[name] ?? null, field, depth + 1);
      else if (!name.startsWith("x-")) {
        const corrected = this.#visitUnknown(name, value[name] ?? null, kind, depth + 1);
        if (corrected !== undefined) (meant ??= []).push(corrected);
      }
    }
    return meant ?? none;
  }

  #visitUnknown(name: string, value: Json, kind: ReadyKind, depth: number): string | undefined {
    if (kind.entries !== undefined) {
      if (kind.entries.names?.test(name) === false) this.#report(depth, strangeName(name, kind.entries));
      else this.#visit(value, kind.entries.of, depth);
      return undefined;
    }
    const complaint = kind.open ? misspelt(name, kind) : unknown(name, kind);
    if (complaint !== undefined) this.#report(depth, complaint);
    return complaint?.meant;
  }

  /** True where the reference is all that counts. */
  #visitReference(value: JsonObject, reference: Json, kind: ReadyKind, depth: number): boolean {
    if (typeof reference === "string") this.#refer(reference, kind, depth);
    // In a schema `$ref` is one keyword among others, and all of them count.
    if (kind.open) return false;
    for (const name in value) {
      this.#way[depth] = name;
      if (["$ref", "summary", "description"].includes(name))
        this.#visit(value[name] ?? null, { is: "text" }, depth + 1);
      // OpenAPI ignores what else stands beside it: that must be no operation.
      else if (kind === pathItem && kind.fields.has(name)) this.#report(depth + 1, beside(name));
    }
    return true;
  }

  #refer(reference: string, kind: ReadyKind, depth: number): void {
    if (!reference.startsWith("#")) return;
    const { fault, tokens, shape } = this.#references.follow(reference);
    if (fault !== undefined) {
      const fix = fault === "leads nowhere" ? this.#instead(reference, kind) : undefined;
      this.#reportReference(reference, fault, fix ?? fixes[fault], depth);
    } else if (shape === undefined || shape.is === "data") {
      this.#outside.set(`${kind.a} ${reference}`, { tokens, kind });
    } else if (shape !== kind) {
      const what = shape.is === "kind" ? `leads to ${shape.a}, not to ${kind.a}` : `does not lead to ${kind.a}`;
      const fix = this.#instead(reference, kind) ?? `let it lead to ${kind.a}`;
      this.#reportReference(reference, what, fix, depth);
    }
  }

  #reportReference(reference: string, what: string, fix: string, depth: number): void {
    this.#way[depth] = "$ref";
    this.#report(depth + 1, { message: `\`$ref: ${reference}\` ${what}`, fix });
  }

  /** The component of the kind whose name is nearest to that in the reference. */
  #instead(reference: string, kind: ReadyKind): string | undefined {
    const section = this.#references.sectionOf(kind);
    const components = section === undefined ? undefined : valueAt(this.document, ["components", section]);
    if (section === undefined || !isObject(components)) return undefined;
    const written = parsePointer(reference.slice(1)).at(-1) ?? "";
    const near = nearest(written, Object.keys(components), written.length / 3);
    return near === undefined ? undefined : `did you mean \`#${formatPointer(["components", section, near])}\`?`;
  }

  /** A discriminator names a schema by its name among the components, or refers to it. */
  #visitSchemaName(name: string, depth: number): void {
    const schemas = objectOf(valueAt(this.document, ["components", "schemas"]));
    const [section, named = "", ...more] = name.startsWith("#/components/")
      ? parsePointer(pointerOfReference(name)).slice(1)
      : ["schemas", name];
    if (section === "schemas" && more.length === 0 && ownValue(schemas, named) !== undefined) return;
    const last = /([^/#]+?)(?:\.ya?ml|\.json)?$/.exec(name)?.[1] ?? name;
    const near = nearest(last, Object.keys(schemas), last.length / 3);
    const fix = near === undefined ? "name a schema of the components" : `did you mean \`${near}\`?`;
    this.#report(depth, { message: `\`${name}\` is no schema of the components`, fix });
  }

  #nameAt(depth: number): string {
    const last = this.#way[depth - 1];
    return String(typeof last === "number" ? this.#way[depth - 2] : last);
  }

  #subject(depth: number): string {
    const name = `\`${this.#nameAt(depth)}\``;
    return typeof this.#way[depth - 1] === "number" ? `an entry of ${name}` : name;
  }

  #report(depth: number, { message, fix }: Misfit): void {
    // A name or a value of the author's may have several lines, a problem has one.
    const oneLine = (words: string): string => words.replace(/\s+/g, " ");
    const pointer = formatPointer(this.#way.slice(0, depth).map(String));
    this.#findings.push({ pointer, message: oneLine(message), fix: oneLine(fix) });
  }
}

const none: readonly string[] = [];

const fixes = {
  "leads nowhere": "correct it, or add what it names",
  "leads back to itself": "let it lead to a definition",
} as const;

/** True where the value is what the shape is from outside: a list, say, whatever is in it. */
function isOuterly(value: Json, shape: Ready): boolean {
  switch (shape.is) {
    case "text":
    case "words":
    case "schemaName":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "count":
      return Number.isInteger(value) && Number(value) >= 0;
    case "list":
      return isArray(value);
    default:
      return isObject(value);
  }
}
