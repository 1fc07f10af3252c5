import type { Json, JsonObject } from "../core/lib/json.js";
import { named, same, shown, spotBelow, variance, type Scope } from "./comparison.js";
import type { Effect } from "./types.js";

/** Limits that allow more the lower they are, and those that allow more the higher they are. */
const least = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"]);
const most = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"]);
const others = ["pattern", "format", "multipleOf", "uniqueItems"];

/** Compares bounds, patterns and formats, the default value, and who may read or write. */
export function compareSchemaLimits(scope: Scope, old: JsonObject, after: JsonObject): void {
  for (const keyword of [...least, ...most, ...others]) {
    const [before, now] = [old[keyword], after[keyword]];
    if (same(before, now)) continue;
    const { gained, lost } = reach(keyword, before, now);
    const wire = limitEffect(scope, keyword, gained, lost);
    const sentence =
      before === undefined
        ? `${named(scope)} gets the limit \`${keyword}\` ${shown(now)}.`
        : now === undefined
          ? `${named(scope)} loses the limit \`${keyword}\` ${shown(before)}.`
          : `The limit \`${keyword}\` of ${named(scope)} changes from ${shown(before)} to ${shown(now)}.`;
    const migration = wire === "major" ? `Keep ${named(scope)} within the new limit.` : "";
    scope.gather.add(
      scope,
      { kind: "limit-changed", sentence, before, after: now, wire, typescript: "patch", migration },
      spotBelow(scope.spot, keyword),
    );
  }
  compareDefault(scope, old.default, after.default);
  compareFlags(scope, old, after);
}

function reach(keyword: string, before: Json | undefined, now: Json | undefined): { gained: boolean; lost: boolean } {
  if (before === undefined || now === undefined) return { gained: now === undefined, lost: now !== undefined };
  const known = least.has(keyword) || most.has(keyword);
  if (!known || typeof before !== "number" || typeof now !== "number") return { gained: true, lost: true };
  const wider = least.has(keyword) ? now < before : now > before;
  return { gained: wider, lost: !wider };
}

/** A response that may be longer than was said is still of the type that callers read: that is no break. */
function limitEffect(scope: Scope, keyword: string, gained: boolean, lost: boolean): Effect {
  const request = scope.directions.includes("request");
  // Formats are notes in this specification: the service takes what the type says.
  if (keyword === "format") return "patch";
  return request ? variance({ ...scope, directions: ["request"] }, gained, lost) : "patch";
}

function compareDefault(scope: Scope, before: Json | undefined, now: Json | undefined): void {
  if (same(before, now)) return;
  const request = scope.directions.includes("request");
  const wire = !request || before === undefined ? "patch" : "major";
  const sentence =
    before === undefined
      ? `The default of ${named(scope)} is ${shown(now)}.`
      : now === undefined
        ? `${named(scope)} no longer has the default ${shown(before)}.`
        : `The default of ${named(scope)} changes from ${shown(before)} to ${shown(now)}.`;
  const migration = wire === "major" ? `Give ${named(scope)} as ${shown(before)} where the old default is wanted.` : "";
  scope.gather.add(
    scope,
    { kind: "default-changed", sentence, before, after: now, wire, typescript: "patch", migration },
    spotBelow(scope.spot, "default"),
  );
}

function compareFlags(scope: Scope, old: JsonObject, after: JsonObject): void {
  for (const keyword of ["deprecated", "readOnly", "writeOnly"] as const) {
    const [before, now] = [old[keyword] === true, after[keyword] === true];
    if (before === now) continue;
    if (keyword === "deprecated") {
      deprecationChanged(scope, now);
      continue;
    }
    const word = keyword === "readOnly" ? "only read" : "only written";
    scope.gather.add(
      scope,
      {
        kind: "access-changed",
        sentence: `${named(scope)} is ${now ? "now" : "no longer"} ${word}.`,
        before,
        after: now,
        wire: now ? "major" : "minor",
        typescript: "patch",
        migration: now ? `Do not ${keyword === "readOnly" ? "send" : "expect"} ${named(scope)}.` : "",
      },
      spotBelow(scope.spot, keyword),
    );
  }
}

/** Something was marked as deprecated, or is no longer. */
export function deprecationChanged(scope: Scope, now: boolean, successor?: string): void {
  const instead = successor === undefined ? "" : `; use ${shown(successor)} instead`;
  scope.gather.add(
    scope,
    {
      kind: "deprecation-changed",
      sentence: now ? `${named(scope)} is deprecated${instead}.` : `${named(scope)} is no longer deprecated.`,
      before: !now,
      after: now,
      wire: now ? "minor" : "patch",
      typescript: "patch",
    },
    spotBelow(scope.spot, "deprecated"),
  );
}
