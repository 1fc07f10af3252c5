import { listOf, objectOf, without, type Json, type JsonObject } from "../core/lib/json.js";
import { below, objectAt, member, named, onlyNew, onlyOld, same, spotBelow, type Scope } from "./comparison.js";
import type { Effect } from "./types.js";

/** Compares the fields of an object: added, removed, renamed, required; then each by itself. */
export function compareProperties(
  scope: Scope,
  old: JsonObject,
  after: JsonObject,
  compareSchema: (scope: Scope) => void,
): void {
  const [before, now] = [objectOf(old.properties), objectOf(after.properties)];
  const [mandatory, mandatoryNow] = [new Set(listOf(old.required)), new Set(listOf(after.required))];
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(now, name));
  const fresh = Object.keys(now).filter((name) => !Object.hasOwn(before, name));
  const renamed = renames(gone, before, fresh, now);
  for (const [name, to] of renamed) fieldRenamed(scope, name, to);
  for (const name of gone) if (!renamed.has(name)) fieldRemoved(scope, name, before[name]);
  const taken = new Set(renamed.values());
  for (const name of fresh) if (!taken.has(name)) fieldAdded(scope, name, now[name], mandatoryNow.has(name));
  for (const name of new Set([...mandatory, ...mandatoryNow])) {
    if (typeof name !== "string" || mandatory.has(name) === mandatoryNow.has(name)) continue;
    if (gone.includes(name) || fresh.includes(name)) continue;
    requiredChanged(scope, name, mandatoryNow.has(name));
  }
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(now, name)) compareSchema(below(scope, name, "properties", name));
  }
}

/** A field that was removed and one that was added with the same schema: it was renamed. */
export function renames(
  gone: readonly string[],
  before: JsonObject,
  fresh: readonly string[],
  now: JsonObject,
): Map<string, string> {
  const core = (value: Json | undefined): Json =>
    without(objectOf(value), "name", "description", "examples", "example");
  const found = new Map<string, string>();
  for (const name of gone) {
    const alike = fresh.filter(
      (other) => same(core(before[name]), core(now[other])) && speaksFor(before[name], now[other], name, other),
    );
    const rivals = gone.filter((other) => same(core(before[other]), core(before[name])));
    const [to] = alike;
    // Where several candidates fit, choosing one would be a guess.
    if (to !== undefined && alike.length === 1 && rivals.length === 1) found.set(name, to);
  }
  return found;
}

/** Two plain strings are not enough for that: a description, a limit or a word of the name must agree as well. */
function speaksFor(before: Json | undefined, now: Json | undefined, name: string, other: string): boolean {
  const [old, after] = [objectOf(before), objectOf(now)];
  if (old.description !== undefined && old.description === after.description) return true;
  const parts = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((part) => part.length > 2);
  return parts(name).some((part) => parts(other).includes(part));
}

function fieldRenamed(scope: Scope, name: string, to: string): void {
  scope.gather.add(
    scope,
    {
      kind: "field-renamed",
      sentence: `${member(scope, name)} is now called \`${to}\`.`,
      before: name,
      after: to,
      wire: "major",
      typescript: "minor",
      migration: `Write \`${to}\` for \`${name}\`.`,
    },
    { old: spotBelow(scope.spot, "properties", name).old, new: spotBelow(scope.spot, "properties", to).new },
  );
}

function fieldRemoved(scope: Scope, name: string, before: Json | undefined): void {
  const read = scope.directions.includes("response");
  scope.gather.add(
    scope,
    {
      kind: "field-removed",
      sentence: `Remove \`${name}\` from ${named(scope)}.`,
      before,
      wire: "major",
      typescript: "patch",
      migration: `${scope.directions.includes("request") ? "No longer give" : "Do without"} ${member(scope, name)}${read ? "; it is not answered any more" : ""}.`,
    },
    onlyOld(spotBelow(scope.spot, "properties", name)),
  );
}

function fieldAdded(scope: Scope, name: string, after: Json | undefined, required: boolean): void {
  const must = required && scope.directions.includes("request");
  const value = objectAt(scope.gather.new, spotBelow(scope.spot, "properties", name).new).raw;
  const breaks = must && value.readOnly !== true;
  scope.gather.add(
    scope,
    {
      kind: "field-added",
      sentence: `Add ${breaks ? "the required " : ""}\`${name}\` to ${named(scope)}.`,
      after,
      wire: breaks ? "major" : "minor",
      typescript: "minor",
      migration: breaks ? `Give ${member(scope, name)} in every request.` : "",
    },
    onlyNew(spotBelow(scope.spot, "properties", name)),
  );
}

function requiredChanged(scope: Scope, name: string, required: boolean): void {
  const given = scope.directions.includes("request");
  const read = scope.directions.includes("response");
  const breaks = required ? given : read;
  const wire: Effect = breaks ? "major" : "minor";
  const field = member(scope, name);
  scope.gather.add(
    scope,
    {
      kind: "required-changed",
      sentence: `${field} is ${required ? "now" : "no longer"} required.`,
      before: !required,
      after: required,
      wire,
      typescript: "patch",
      migration: breaks ? (required ? `Give ${field} in every request.` : `Expect that ${field} may be missing.`) : "",
    },
    spotBelow(scope.spot, "properties", name),
  );
}
