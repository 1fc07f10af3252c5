import { isDeepStrictEqual } from "node:util";
import type { TimeRule } from "../../runtime/descriptor.js";
import type { DocumentFacts, PrintedLimits } from "../facts.js";
import type { FieldPair } from "./fieldPair.js";
import { overrules, type Ledger } from "./ledger.js";
import { at, child, dataAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { layersOf } from "./schema.js";

const WORDS = ["minimum", "maximum", "minLength", "maxLength", "pattern", "default"] as const;
const LOCAL_DATE_TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$";
const TIME_FORMATS = { "yyyy-MM-dd": "date", "yyyy-MM-dd HH:mm:ss": "local-date-time" } as const;

/** A rule of `x-time` as it is written: nothing is known to be there. */
type WrittenTimeRule = Partial<TimeRule>;

/** Compares the limits that a document states with those of the schema. A document that states none agrees with any. */
export function compareLimits(pair: FieldPair & { schema: Spot }, ledger: Ledger): void {
  const { operation, document, printed, spots, schema, where } = pair;
  const { operationId } = operation;
  const claim = printed.limits ?? {};
  ledger.state({ operationId, document, about: "limits", claim, spots, where });
  const found: PrintedLimits = { ...limitsOfTime(operation, printed.name), ...limitsOf(schema) };
  const missing = entriesOf(claim).filter(([word, value]) => !isDeepStrictEqual(found[word], value));
  if (missing.length === 0) return;
  const list = missing.map(([word, value]) => `${word} ${JSON.stringify(value)} (schema: ${text(found[word])})`);
  ledger.find({
    operationId,
    about: ["limits"],
    spots,
    message: `${where}: ${document} states ${list.join(", ")}`,
    fix: "give the schema that limit",
    claims: { [document]: claim },
    // Against the newest table only a decision in the same terms will do.
    ...(document === operation.newest ? { decision: found } : {}),
    explainedBy: (entry) => isDeepStrictEqual(entry.claims[document], claim) && overrules(entry, operation, document),
  });
}

/** Finds limits of schemas that no document states for any parameter or field made of that schema. */
export function findUnstatedLimits(ledger: Ledger): void {
  for (const { spot, spots, operationId, where, claims } of ledger.gathered("limits")) {
    for (const [word, value] of entriesOf(limitsOfLayer(spot))) {
      if (claims.some((claim) => states(claim as PrintedLimits, word, value))) continue;
      findUnstated(ledger, operationId, [spot, ...spots], word, value, `${where}: the schema`);
    }
  }
}

/** Finds what `x-time` says about a parameter or field that no document of the operation says. */
export function findUnstatedTimes(
  operation: DescribedOperation,
  documents: readonly DocumentFacts[],
  spotOf: (name: string) => Spot | undefined,
  ledger: Ledger,
): void {
  const rows = documents.flatMap(({ parameters, tables }) => [
    ...parameters,
    ...tables.flatMap(({ fields }) => fields),
  ]);
  for (const name of new Set(timeRules(operation).flatMap(({ start, end }) => [start ?? "", end ?? ""]))) {
    for (const [word, value] of entriesOf(limitsOfTime(operation, name))) {
      if (rows.some((row) => row.name === name && states(row.limits ?? {}, word, value))) continue;
      const spots = [spotOf(name), operation.spot].filter((spot) => spot !== undefined);
      findUnstated(ledger, operation.operationId, spots, word, value, `x-time of ${name}`);
    }
  }
}

function findUnstated(
  ledger: Ledger,
  operationId: string,
  spots: readonly Spot[],
  word: string,
  value: unknown,
  where: string,
): void {
  ledger.find({
    operationId,
    about: ["limits"],
    spots,
    message: `${where} has ${word} ${JSON.stringify(value)}, which no document states`,
    fix: "drop the limit",
    claims: { observed: { [word]: value } },
    // A limit that renders another one ("at most 100" as a pattern of text) is the entry's decision.
    explainedBy: ({ claims, decision }) =>
      [...Object.values(claims), decision].some((said) =>
        isDeepStrictEqual((Object(said) as PrintedLimits)[word as keyof PrintedLimits], value),
      ),
  });
}

function states(claim: PrintedLimits, word: keyof PrintedLimits, value: unknown): boolean {
  if (isDeepStrictEqual(claim[word], value)) return true;
  if (word === "pattern" && claim.timeFormat === "local-date-time" && value === LOCAL_DATE_TIME) return true;
  // A pattern of exactly n characters states both lengths.
  const length = /^\^\[[^\]]+\]\{(\d+)\}\$$/.exec(claim.pattern ?? "")?.[1];
  return (word === "minLength" || word === "maxLength") && length !== undefined && Number(length) === value;
}

/** The limits that a schema sets. */
export function limitsOf(schema: Spot): PrintedLimits {
  const layers = layersOf(schema).map(limitsOfLayer);
  return Object.assign({}, ...layers.reverse()) as PrintedLimits;
}

function limitsOfLayer(layer: Spot): PrintedLimits {
  const words = WORDS.flatMap((word) => {
    const value = child(layer, word);
    return value ? [[word, dataAt(value)]] : [];
  });
  const forbidden = at(layer, "not", "enum");
  if (forbidden) words.push(["forbidden", dataAt(forbidden)]);
  if (dataAt(child(layer, "format")) === "date") words.push(["timeFormat", "date"]);
  return Object.fromEntries(words) as PrintedLimits;
}

function limitsOfTime(operation: DescribedOperation, name: string): PrintedLimits {
  const rule = timeRules(operation).find(({ start, end }) => start === name || end === name);
  if (!rule) return {};
  const limits: PrintedLimits = {};
  if (rule.format !== undefined) limits.timeFormat = TIME_FORMATS[rule.format];
  if (rule.maximumDays !== undefined) limits.maximumDays = rule.maximumDays;
  return limits;
}

function timeRules(operation: DescribedOperation): WrittenTimeRule[] {
  const rules = dataAt(child(operation.spot, "x-time"));
  return Array.isArray(rules) ? (rules as WrittenTimeRule[]) : [];
}

function entriesOf(limits: PrintedLimits): Array<[keyof PrintedLimits, unknown]> {
  return Object.entries(limits) as Array<[keyof PrintedLimits, unknown]>;
}

function text(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}
