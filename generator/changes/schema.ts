import { isObject, listOf, objectOf, textOf, without, type Json, type JsonObject } from "../core/lib/json.js";
import { parsePointer, valueAt } from "../core/lib/pointer.js";
import { compareProperties } from "./fields.js";
import { below, objectAt, listed, named, same, shown, spotBelow, variance, type Scope } from "./comparison.js";
import { compareSchemaLimits } from "./limits.js";
import type { Effect } from "./types.js";

const compositions = ["allOf", "anyOf", "oneOf"] as const;
const words = ["description", "title", "examples", "example", "x-conflicts"] as const;

/** Compares the schemas at a place that both documents have. A component referred to by both is left to its own turn. */
export function compareSchema(scope: Scope): void {
  const { gather, spot } = scope;
  const raw = { old: at(gather.old, spot.old), new: at(gather.new, spot.new) };
  const [oldName, newName] = [referred(raw.old), referred(raw.new)];
  if (oldName !== undefined && newName === (gather.renamed.get(oldName) ?? oldName)) {
    compareWords(scope, objectOf(raw.old), objectOf(raw.new));
    return;
  }
  if (oldName === undefined && newName === undefined) {
    compareKeywords(scope, raw.old, raw.new);
    return;
  }
  replaced(scope, oldName, newName);
  const [old, after] = [objectAt(gather.old, spot.old), objectAt(gather.new, spot.new)];
  const pair = `${old.pointer} ${after.pointer}`;
  if (gather.compared.has(pair)) return;
  gather.compared.add(pair);
  const inner = { ...scope, spot: { old: old.pointer, new: after.pointer } };
  compareKeywords(inner, beside(raw.old, old.raw), beside(raw.new, after.raw));
}

function replaced(scope: Scope, oldName: string | undefined, newName: string | undefined): void {
  const name = (component: string | undefined): string =>
    component === undefined ? "a schema of its own" : shown(component);
  scope.gather.add(scope, {
    kind: "schema-replaced",
    sentence: `${named(scope)} is now described by ${name(newName)} instead of ${name(oldName)}.`,
    before: oldName,
    after: newName,
    wire: "none",
    typescript: "patch",
  });
}

/** What stands beside a reference adds to what it leads to. */
function beside(raw: Json | undefined, value: JsonObject): Json | undefined {
  return isObject(raw) && "$ref" in raw ? { ...value, ...without(raw, "$ref") } : raw;
}

function at(document: JsonObject, pointer: string | undefined): Json | undefined {
  return pointer === undefined ? undefined : valueAt(document, parsePointer(pointer));
}

function referred(value: Json | undefined): string | undefined {
  const reference = isObject(value) ? textOf(value.$ref) : undefined;
  return reference === undefined ? undefined : parsePointer(reference.slice(1)).at(-1);
}

function compareKeywords(scope: Scope, oldValue: Json | undefined, newValue: Json | undefined): void {
  if (!isObject(oldValue) || !isObject(newValue)) {
    if (!same(oldValue, newValue)) booleanChanged(scope, oldValue, newValue);
    return;
  }
  compareWords(scope, oldValue, newValue);
  compareTypes(scope, oldValue, newValue);
  compareValues(scope, oldValue, newValue);
  compareKnown(scope, oldValue, newValue);
  compareSchemaLimits(scope, oldValue, newValue);
  compareProperties(scope, oldValue, newValue, compareSchema);
  compareParts(scope, oldValue, newValue);
}

function booleanChanged(scope: Scope, before: Json | undefined, after: Json | undefined): void {
  const wire: Effect = after === false ? "major" : "minor";
  const sentence = `The schema of ${named(scope)} changes from ${shown(before)} to ${shown(after)}.`;
  scope.gather.add(scope, { kind: "schema-changed", sentence, before, after, wire, typescript: "minor" });
}

/** Keywords that only say something to people. */
export function compareWords(
  scope: Scope,
  old: JsonObject,
  after: JsonObject,
  keywords: readonly string[] = words,
): void {
  for (const keyword of keywords) {
    if (same(old[keyword], after[keyword])) continue;
    const what = keyword === "x-conflicts" ? "record of conflicting sources" : keyword.replace(/^x-/, "");
    scope.gather.add(
      scope,
      {
        kind: `${keyword.replace(/^x-/, "")}-changed`,
        sentence: `The ${what} of ${named(scope)} ${verb(what)} changed.`,
        before: old[keyword],
        after: after[keyword],
        wire: "none",
        typescript: "patch",
      },
      spotBelow(scope.spot, keyword),
    );
  }
}

function verb(word: string): string {
  return word.endsWith("s") && !word.startsWith("record") ? "are" : "is";
}

/** The types that a schema allows; a number takes integers too. */
function typesOf(schema: JsonObject): ReadonlySet<string> {
  const types =
    typeof schema.type === "string" ? [schema.type] : listOf(schema.type).filter((type) => typeof type === "string");
  return new Set(types);
}

function compareTypes(scope: Scope, old: JsonObject, after: JsonObject): void {
  const [before, now] = [typesOf(old), typesOf(after)];
  if (same([...before].sort(), [...now].sort())) return;
  const admits = (types: ReadonlySet<string>, type: string): boolean =>
    types.size === 0 || types.has(type) || (type === "integer" && types.has("number"));
  const lost = now.size > 0 && (before.size === 0 || [...before].some((type) => !admits(now, type)));
  const gained = before.size > 0 && (now.size === 0 || [...now].some((type) => !admits(before, type)));
  scope.gather.add(
    scope,
    {
      kind: "type-changed",
      sentence: `The type of ${named(scope)} changes from ${types(before)} to ${types(now)}.`,
      before: old.type,
      after: after.type,
      wire: variance(scope, gained, lost),
      typescript: "patch",
      migration: variance(scope, gained, lost) === "major" ? `Handle ${named(scope)} as ${types(now)}.` : "",
    },
    spotBelow(scope.spot, "type"),
  );
}

function types(all: ReadonlySet<string>): string {
  return all.size === 0 ? "any" : [...all].map((type) => `\`${type}\``).join(" or ");
}

function compareValues(scope: Scope, old: JsonObject, after: JsonObject): void {
  for (const keyword of ["enum", "const"] as const) {
    const [before, now] = [old[keyword], after[keyword]];
    const list = (value: Json | undefined): readonly Json[] | undefined =>
      value === undefined ? undefined : keyword === "const" ? [value] : listOf(value);
    const [allowed, allowedNow] = [list(before), list(now)];
    const gained = allowedNow?.filter((value) => allowed?.every((other) => !same(other, value)) === true) ?? [];
    const lost = allowed?.filter((value) => allowedNow?.every((other) => !same(other, value)) === true) ?? [];
    const opened = allowed !== undefined && allowedNow === undefined;
    const closed = allowed === undefined && allowedNow !== undefined;
    if (gained.length + lost.length === 0 && !opened && !closed) continue;
    const wire = variance(scope, gained.length > 0 || opened, lost.length > 0 || closed);
    const sentence = opened
      ? `${named(scope)} takes any value, no longer only ${listed(allowed)}.`
      : closed
        ? `${named(scope)} is limited to ${listed(allowedNow)}.`
        : `${[gained.length > 0 ? `Add ${listed(gained)}` : "", lost.length > 0 ? `${gained.length > 0 ? "remove" : "Remove"} ${listed(lost)}` : ""].filter(Boolean).join(" and ")} ${gained.length > 0 ? "to" : "from"} the values of ${named(scope)}.`;
    const migration = wire === "major" ? `Go through the code that gives or reads ${named(scope)}.` : "";
    const finding = {
      kind: "values-changed",
      sentence,
      before,
      after: now,
      wire,
      typescript: "patch" as const,
      migration,
    };
    scope.gather.add(scope, finding, spotBelow(scope.spot, keyword));
  }
}

/** Known values of a list that stays open: an editor proposes them, nothing depends on them. */
function compareKnown(scope: Scope, old: JsonObject, after: JsonObject): void {
  const [before, now] = [objectOf(objectOf(old["x-states"]).known), objectOf(objectOf(after["x-states"]).known)];
  if (same(before, now)) return;
  const gained = Object.keys(now).filter((value) => !Object.hasOwn(before, value));
  const lost = Object.keys(before).filter((value) => !Object.hasOwn(now, value));
  const sentence =
    gained.length > 0
      ? `Add ${listed(gained)} to the known values of ${named(scope)}.`
      : lost.length > 0
        ? `Remove ${listed(lost)} from the known values of ${named(scope)}.`
        : `The meanings of the known values of ${named(scope)} are reworded.`;
  scope.gather.add(
    scope,
    {
      kind: "known-values-changed",
      sentence,
      before,
      after: now,
      wire: "none",
      typescript: gained.length > 0 ? "minor" : "patch",
    },
    spotBelow(scope.spot, "x-states"),
  );
}

/** Items, other properties, and the parts of compositions. */
function compareParts(scope: Scope, old: JsonObject, after: JsonObject): void {
  const part = (keyword: string, step: string): void => {
    if (old[keyword] === undefined && after[keyword] === undefined) return;
    if (old[keyword] !== undefined && after[keyword] !== undefined) compareSchema(below(scope, step, keyword));
    else partChanged(scope, keyword, old, after);
  };
  part("items", "[]");
  part("additionalProperties", "*");
  for (const keyword of compositions) {
    const [before, now] = [listOf(old[keyword]), listOf(after[keyword])];
    if (before.length !== now.length) partChanged(scope, keyword, old, after);
    else before.forEach((_, index) => compareSchema(below(scope, undefined, keyword, String(index))));
  }
}

function partChanged(scope: Scope, keyword: string, old: JsonObject, after: JsonObject): void {
  const [before, now] = [old[keyword], after[keyword]];
  const more = listOf(now).length > listOf(before).length;
  const narrower =
    keyword === "allOf" ? more : keyword === "anyOf" || keyword === "oneOf" ? !more : before === undefined;
  const closes = keyword === "additionalProperties" && now !== false && before === undefined;
  const wire = closes ? "patch" : variance(scope, !narrower, narrower);
  const sentence =
    keyword === "items" || keyword === "additionalProperties"
      ? `${now === undefined ? "Nothing is said any more" : "More is said"} of the ${keyword === "items" ? "items" : "other fields"} of ${named(scope)}.`
      : `${more ? "Add an alternative" : "Remove an alternative"} (\`${keyword}\`) ${more ? "to" : "from"} ${named(scope)}.`;
  const migration = wire === "major" ? `Go through the code that gives or reads ${named(scope)}.` : "";
  const finding = {
    kind: "composition-changed",
    sentence,
    before,
    after: now,
    wire,
    typescript: "patch" as const,
    migration,
  };
  scope.gather.add(scope, finding, spotBelow(scope.spot, keyword));
}
