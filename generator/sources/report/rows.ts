// Proposals for changed rows of tables.
import { isDeepStrictEqual } from "node:util";
import { asList, sameMembers } from "../check/ledger.js";
import { child, childrenAt, listAt, dataAt, textAt, type Spot } from "../../core/load/spots.js";
import { keyword, layersOf, requiredOf } from "../check/schema.js";
import { NUMBER_FORMATS, parseType, sameType, senseOf } from "../check/types.js";
import type { FieldFacts, PrintedLimits } from "../facts.js";
import type { Edit } from "./draft.js";
import { keywordsOf, meanings, schemaOfType } from "./fragment.js";
import type { FactChange, Subject } from "./model.js";
import {
  belowProposal,
  conflictEdits,
  isRecorded,
  rowIn,
  type Claim,
  type Context,
  type Proposal,
} from "./proposal.js";
import type { FoundProperty } from "./specification.js";

/** Where a row of a table stands in the specification. */
export interface RowTarget {
  /** The parameter or the property. */
  readonly spot: Spot;
  readonly schema: Spot;
  /** The object that a property belongs to. */
  readonly property?: FoundProperty;
  readonly name: string;
}

/** Proposes what to do about another type, mandatory flag, limit or list of values. */
export function proposeRow(context: Context, change: FactChange, target: RowTarget): Proposal {
  const spots = [target.spot, ...layersOf(target.schema)];
  const claim = claimOf(context, change, target);
  const advice = ADVICE[change.kind] ?? "change the schema";
  if (isRecorded(context, spots, claim)) return { spot: target.spot, advice, edits: [] };
  const own = context.wins ? rowEdits(context, change, target) : [];
  return { spot: target.spot, advice, edits: [...own, ...conflictEdits(context, target.spot, spots, claim)] };
}

const ADVICE: Partial<Record<FactChange["kind"], string>> = {
  type: "change the type; the examples and what is built on it have to follow",
  mandatory: "change what is required",
  limits: "change the limits of the schema",
  values: "change the values that the schema lists",
};

function rowEdits(context: Context, { kind, row, before, after }: FactChange, target: RowTarget): Edit[] {
  if (!row) return [];
  if (kind === "type") return typeEdits(context, row, target);
  if (kind === "mandatory") return mandatoryEdits(context, after === true, target);
  if (kind === "limits") {
    return limitEdits(context, before ?? {}, after ?? {}, target);
  }
  return valueEdits(context, asList(before).map(String), asList(after).map(String), target);
}

/** What each document says about one aspect of a row, as an entry has to quote it. */
function claimOf(context: Context, { kind, subject, row }: FactChange, target: RowTarget): Claim {
  const { fresh, others } = context;
  const read = (facts: FieldFacts): unknown => {
    if (kind === "limits") return facts.limits ?? {};
    if (kind === "values") return facts.values ?? [];
    return kind === "type" ? facts.type : facts.mandatory;
  };
  const rows = others.flatMap((document): Array<[string, unknown]> => {
    const other = rowIn(document, subject, row?.name);
    return other && isAbout(context, subject, other, target) ? [[document.document, read(other)]] : [];
  });
  const own = rowIn(fresh, subject, row?.name) ?? row;
  const container = kind === "type" && [row?.type, ...rows.map(([, type]) => type)].some((type) => !isScalar(type));
  const about =
    kind === "type"
      ? container
        ? (["container", "type"] as const)
        : (["type", "container"] as const)
      : [kind as "limits" | "values" | "mandatory"];
  return { about, value: own ? read(own) : undefined, others: new Map(rows), same: sameIn(kind) };
}

/** Two names of one field may stand side by side in the specification: then each document speaks of its own. */
function isAbout({ specification, operation }: Context, subject: Subject, row: FieldFacts, target: RowTarget): boolean {
  if (subject.of !== "field") return true;
  const property = specification.property(operation, subject.body, [...subject.path.slice(0, -1), row.name]);
  return property?.spot.node === target.spot.node;
}

function isScalar(printed: unknown): boolean {
  return typeof printed === "string" && parseType(printed)?.kind === "scalar";
}

function sameIn(kind: FactChange["kind"]): Claim["same"] {
  if (kind === "values") return (one, other) => sameMembers(asList(one).map(String), asList(other).map(String));
  if (kind !== "type") return isDeepStrictEqual;
  const sense = (printed: unknown): string => {
    const type = parseType(String(printed));
    return type ? senseOf(type) : String(printed);
  };
  return (one, other) => sense(one) === sense(other);
}

/** Whether the schema has a format of numbers that neither the row nor another document states. */
function isStale({ others }: Context, row: FieldFacts, schema: Spot): boolean {
  const format = keyword(schema, "format");
  if (typeof format !== "string" || !NUMBER_FORMATS.has(format)) return false;
  const rows = others.flatMap(({ parameters, tables }) => [...parameters, ...tables.flatMap(({ fields }) => fields)]);
  const same = [row, ...rows.filter(({ name }) => name === row.name)].map(({ type }) => parseType(type));
  return !same.some((type) => type?.kind === "scalar" && type.format === format);
}

function typeEdits(context: Context, row: FieldFacts, { schema, name }: RowTarget): Edit[] {
  const type = parseType(row.type);
  if (!type || (sameType(type, schema) && !isStale(context, row, schema))) return [];
  const holder = layersOf(schema).find((layer) => child(layer, "type"));
  const fragment = schemaOfType(row.type, {
    tables: context.fresh.tables,
    request: rowIsRequest(context, name),
  });
  if (type.kind === "scalar" && holder && !child(holder, "properties") && !child(holder, "items")) {
    const format = child(holder, "format");
    return [
      { action: "set", ...belowProposal(context, holder, "type"), value: fragment.type },
      ...(fragment.format === undefined
        ? format
          ? [{ action: "remove" as const, ...belowProposal(context, holder, "format") }]
          : []
        : [
            {
              action: "set" as const,
              ...belowProposal(context, holder, "format"),
              value: fragment.format,
              after: "type",
            },
          ]),
    ];
  }
  const description = textAt(schema, "description");
  const value = { ...fragment, ...(description === undefined ? {} : { description }) };
  return [{ action: "set", ...belowProposal(context, schema), value }];
}

function rowIsRequest({ fresh }: Context, name: string): boolean {
  return fresh.tables.some(({ of, fields }) => of === "request" && fields.some((field) => field.name === name));
}

function mandatoryEdits(context: Context, mandatory: boolean, { spot, property }: RowTarget): Edit[] {
  if (!property) {
    return dataAt(child(spot, "required")) === mandatory
      ? []
      : [{ action: "set", ...belowProposal(context, spot, "required"), value: mandatory, after: "in" }];
  }
  return requiredEdits(context, property.object, (names) =>
    mandatory ? [...new Set([...names, property.name])] : names.filter((name) => name !== property.name),
  );
}

/** Changes the list of an object's required properties, where they are listed. */
export function requiredEdits(context: Context, object: Spot, change: (names: string[]) => string[]): Edit[] {
  const layers = layersOf(object);
  const holder = layers.find((layer) => child(layer, "required")) ?? layers.find((layer) => child(layer, "properties"));
  if (!holder) return [];
  const names = listAt(holder, "required").map(String);
  const wanted = change(names);
  if (isDeepStrictEqual(names, wanted) || isDeepStrictEqual(requiredOf(object), wanted)) return [];
  const at = belowProposal(context, holder, "required");
  return wanted.length === 0 ? [{ action: "remove", ...at }] : [{ action: "set", ...at, value: wanted, after: "type" }];
}

function limitEdits(
  context: Context,
  before: PrintedLimits,
  after: PrintedLimits,
  { schema, name }: RowTarget,
): Edit[] {
  const [was, is] = [keywordsOf(before), keywordsOf(after)];
  const layers = layersOf(schema);
  const inline = layers.find((layer) => !child(layer, "$ref")) ?? schema;
  const words = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((word) => word !== "timeFormat");
  const edits = words.flatMap((word): Edit[] => {
    const holder = layers.find((layer) => child(layer, word));
    if (holder ? isDeepStrictEqual(dataAt(child(holder, word)), is[word]) : is[word] === undefined) return [];
    if (is[word] === undefined) return holder ? [{ action: "remove", ...belowProposal(context, holder, word) }] : [];
    return [{ action: "set", ...belowProposal(context, holder ?? inline, word), value: is[word] }];
  });
  return [...edits, ...timeEdits(context, after, name), ...pageEdits(context, after, name)];
}

/** A longest window and a form of time are rules of the operation. */
function timeEdits(context: Context, { timeFormat, maximumDays }: PrintedLimits, name: string): Edit[] {
  const rules = childrenAt(context.operation.spot, "x-time").map(([, rule]) => rule);
  const rule = rules.find((one) => textAt(one, "start") === name || textAt(one, "end") === name);
  if (!rule) return [];
  const format = timeFormat && { date: "yyyy-MM-dd", "local-date-time": "yyyy-MM-dd HH:mm:ss" }[timeFormat];
  const wanted: Array<[string, unknown]> = [
    ["format", format],
    ["maximumDays", maximumDays],
  ];
  return wanted.flatMap(([word, value]): Edit[] => {
    if (value === undefined || dataAt(child(rule, word)) === value) return [];
    return [{ action: "set", ...belowProposal(context, rule, word), value }];
  });
}

/** The largest page is said once more where pages are declared. */
function pageEdits(context: Context, { maximum }: PrintedLimits, name: string): Edit[] {
  const pages = child(context.operation.spot, "x-pagination");
  if (!pages || textAt(pages, "size") !== name) return [];
  const declared = dataAt(child(pages, "maximum"));
  if (declared === maximum) return [];
  const at = belowProposal(context, pages, "maximum");
  return maximum === undefined ? [{ action: "remove", ...at }] : [{ action: "set", ...at, value: maximum }];
}

function valueEdits(context: Context, before: string[], after: string[], { schema }: RowTarget): Edit[] {
  const layers = layersOf(schema);
  const open = layers.find((layer) => child(layer, "x-states"));
  const closed = layers.find((layer) => child(layer, "enum"));
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  if (open) {
    const known = childrenAt(child(open, "x-states"), "known").map(([value]) => value);
    return [
      ...added
        .filter((value) => !known.includes(value))
        .map((value): Edit => {
          return {
            action: "set",
            ...belowProposal(context, open, "x-states", "known", value),
            value: meanings([value])[value],
          };
        }),
      ...removed
        .filter((value) => known.includes(value))
        .map((value): Edit => ({ action: "remove", ...belowProposal(context, open, "x-states", "known", value) })),
    ];
  }
  const holder = closed ?? layers.find((layer) => !child(layer, "$ref")) ?? schema;
  const listed = closed ? listAt(closed, "enum") : [];
  const wanted = [...listed.filter((value) => !removed.includes(String(value))), ...added];
  const values = [...new Set(wanted)];
  if (isDeepStrictEqual(values, listed)) return [];
  const at = belowProposal(context, holder, "enum");
  return values.length === 0 ? [{ action: "remove", ...at }] : [{ action: "set", ...at, value: values, after: "type" }];
}
