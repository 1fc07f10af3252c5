// Finds names that probably replace others.
import type { FieldFacts } from "../facts.js";
import { parseType, senseOf } from "../check/types.js";

/** A name that went and a name that came, taken for the same thing, and why. */
export interface Renaming<Row> {
  readonly from: Row;
  readonly to: Row;
  readonly evidence: readonly string[];
}

/** What tells rows apart beside their names. */
export interface Witness<Row> {
  /** The names of the fields behind a row's type. */
  readonly fieldsBehind: (row: Row, side: "from" | "to") => readonly string[];
  /** The value that the example of its side shows for it. */
  readonly exampleOf: (row: Row, side: "from" | "to") => unknown;
}

interface Candidate<Row> extends Renaming<Row> {
  readonly weight: number;
}

/**
 * Pairs names that went with names that came. It takes one strong sign (the same words, the same object behind, the same
 * telling example value) or two weak ones (words in common, the same place, the same limits); and each must be the
 * other's only candidate, else both are reported as they are.
 */
export function findRenamings<Row extends FieldFacts>(
  went: ReadonlyArray<{ row: Row; index: number }>,
  came: ReadonlyArray<{ row: Row; index: number }>,
  witness: Witness<Row>,
): Array<Renaming<Row>> {
  const candidates = went.flatMap((one) =>
    came.flatMap((other): Array<Candidate<Row>> => {
      const { evidence, weight } = weigh(one, other, witness);
      return weight < 2 ? [] : [{ from: one.row, to: other.row, evidence, weight }];
    }),
  );
  const best = (key: "from" | "to", row: Row): Array<Candidate<Row>> => {
    const own = candidates.filter((candidate) => candidate[key] === row);
    const top = Math.max(...own.map(({ weight }) => weight));
    return own.filter(({ weight }) => weight === top);
  };
  return candidates.filter((candidate) => {
    const [from, ...otherFrom] = best("from", candidate.from);
    const [to, ...otherTo] = best("to", candidate.to);
    return otherFrom.length === 0 && otherTo.length === 0 && from === candidate && to === candidate;
  });
}

function weigh<Row extends FieldFacts>(
  one: { row: Row; index: number },
  other: { row: Row; index: number },
  { fieldsBehind, exampleOf }: Witness<Row>,
): { evidence: string[]; weight: number } {
  const none = { evidence: [], weight: 0 };
  if (senseOfRow(one.row) !== senseOfRow(other.row)) return none;
  const evidence: string[] = [];
  let weight = 0;
  const sign = (holds: boolean, points: number, words: string): void => {
    if (!holds) return;
    evidence.push(words);
    weight += points;
  };
  const [words, otherWords] = [wordsOf(one.row.name), wordsOf(other.row.name)];
  const same = words.join("") === otherWords.join("");
  sign(same, 3, "the same words in another spelling");
  sign(!same && words.some((word) => otherWords.includes(word)), 1, "words in common");
  sign(one.index === other.index, 1, "the same place in the table");
  sign(hasLimits(one.row) && limitsOf(one.row) === limitsOf(other.row), 1, "the same limits");
  const [fields, otherFields] = [fieldsBehind(one.row, "from"), fieldsBehind(other.row, "to")];
  const shared = fields.filter((name) => otherFields.includes(name)).length;
  sign(shared > 0 && shared * 2 >= Math.max(fields.length, otherFields.length), 2, "the same fields behind it");
  const [value, otherValue] = [exampleOf(one.row, "from"), exampleOf(other.row, "to")];
  sign(isTelling(value) && value === otherValue, 2, `the same value in the examples (${JSON.stringify(value)})`);
  return { evidence, weight };
}

function senseOfRow({ type }: FieldFacts): string {
  const parsed = parseType(type);
  return parsed ? senseOf(parsed) : type;
}

/** The words of a name: "build" and "no" for both "buildNo" and "build_no". */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function hasLimits({ limits, values }: FieldFacts): boolean {
  return limits !== undefined || values !== undefined;
}

function limitsOf({ limits, values }: FieldFacts): string {
  return JSON.stringify([limits ?? {}, values ?? []]);
}

/** Values that many fields share do not identify one. */
function isTelling(value: unknown): boolean {
  return typeof value === "string" ? value.length > 3 : typeof value === "number" && Math.abs(value) > 9;
}
