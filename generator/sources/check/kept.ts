// Checks that the specification follows its own decisions.
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../core/problems.js";
import { asList, TABLES, type ConflictEntry } from "./ledger.js";
import { limitsOf } from "./limits.js";
import { child, placeOf, type Spot } from "../../core/load/spots.js";
import { layersOf } from "./schema.js";
import { parseType, sameFormat, senseOf, senseOfSchema } from "./types.js";
import { valuesOfLayer } from "./values.js";

/** Finds entries whose decision the schema beside them does not follow. */
export function checkKept(entries: readonly ConflictEntry[]): Problem[] {
  return entries.flatMap((entry) => {
    // An entry on a parameter is about the parameter's schema; one on an operation is about no schema at all.
    const schema = child(entry.beside, "responses") ? undefined : (child(entry.beside, "schema") ?? entry.beside);
    const lost = schema ? lostOf(entry, schema) : undefined;
    if (lost === undefined) return [];
    const message = `the x-conflicts entry about ${entry.about} records ${lost}, which the schema does not accept`;
    const fix = "give the schema what the entry records, or correct the entry";
    return [{ ...placeOf(entry.spot), operationId: entry.operationId, message, fix }];
  });
}

function lostOf(entry: ConflictEntry, schema: Spot): string | undefined {
  if (entry.about === "name") return lostName(entry);
  if (entry.about === "type" || entry.about === "container") return lostType(entry, schema);
  if (entry.about === "values") return lostValue(entry, schema);
  return entry.about === "limits" ? lostLimit(entry, schema) : undefined;
}

/** The property beside which an entry about a name stands bears one of the names that the sources give it. */
function lostName({ beside, claims }: ConflictEntry): string | undefined {
  const names = Object.values(claims).flatMap(asList).map(String);
  return beside.key === undefined || names.includes(beside.key) ? undefined : [...new Set(names)].join(" or ");
}

/** Scalars are accepted in every form that a source shows; where one source shows a container, only one form can be right. */
function lostType(entry: ConflictEntry, schema: Spot): string | undefined {
  const recorded = Object.entries(entry.claims).flatMap(([source, claim]) => typesIn(source, claim, schema));
  if (entry.about === "type") return recorded.find((type) => !accepts(schema, type));
  const wanted = "observed" in entry.claims ? typesIn("observed", entry.claims.observed, schema) : recorded;
  return wanted.some((type) => accepts(schema, type)) ? undefined : wanted.join(" or ");
}

function accepts(schema: Spot, type: string): boolean {
  const accepted = senseOfSchema(schema).split("|");
  // Examples and observations name the container alone. Whole numbers are enough for numbers, and numbers hold them.
  const same = (one: string): boolean => one === type || one.startsWith(`${type}<`) || numeric(one, type);
  return accepted.some(same);
}

function numeric(one: string, other: string): boolean {
  return [one, other].every((type) => type === "integer" || type === "number");
}

function typesIn(source: string, claim: unknown, schema: Spot): string[] {
  if (!TABLES.includes(source)) {
    const words = asList(claim).flatMap((one) => String(one).split(/, | or /));
    return words.filter((word) => word !== "null");
  }
  const type = typeof claim === "string" ? parseType(claim) : undefined;
  if (!type) return [];
  return [sameFormat(type, schema) ? senseOf(type) : String(claim)];
}

/** Every value that was seen is listed; an open list, which refuses nothing, holds those of all tables as well. */
function lostValue({ claims }: ConflictEntry, schema: Spot): string | undefined {
  const layers = layersOf(schema);
  const listed = layers.flatMap(valuesOfLayer);
  const open = layers.some((layer) => child(layer, "x-states"));
  const counts = (source: string): boolean => open || !TABLES.includes(source);
  const seen = Object.entries(claims).flatMap(([source, claim]) => (counts(source) ? asList(claim) : []));
  return seen.map(String).find((value) => !listed.includes(value));
}

/** The schema has the limits of the decision where that gives them, else those of one of the sources. */
function lostLimit({ claims, decision }: ConflictEntry, schema: Spot): string | undefined {
  const limits = limitsOf(schema) as Record<string, unknown>;
  const candidates = typeof decision === "object" ? [decision] : Object.values(claims);
  const kept = candidates.some((candidate) =>
    Object.entries(Object(candidate) as object)
      // x-time is compared with the operation.
      .filter(([word]) => word !== "timeFormat" && word !== "maximumDays")
      .every(([word, value]) => isDeepStrictEqual(limits[word], value)),
  );
  return kept ? undefined : JSON.stringify(candidates[0]);
}
