import { isDeepStrictEqual } from "node:util";
import type { DocumentFacts, ExampleFacts, FieldFacts, ParameterFacts, TableFacts } from "../facts.js";
import { referenceOf } from "../fields.js";
import type { FactChange, Subject } from "./model.js";
import { findRenamings, type Witness } from "./rename.js";

/** What changed from one document about an operation to another; every recorded fact takes part. */
export function compareFacts(before: DocumentFacts, after: DocumentFacts): FactChange[] {
  return [
    ...compareOperation(before, after),
    ...compareParameters(before, after),
    ...compareBodies(before, after),
    ...compareExamples(before.examples, after.examples),
  ];
}

const OPERATION: Subject = { of: "operation" };

function compareOperation(before: DocumentFacts, after: DocumentFacts): FactChange[] {
  const changes: FactChange[] = [];
  const [was, is] = [before, after].map(({ document, section, date }) => ({ document, section, date }));
  if (!isDeepStrictEqual(was, is)) {
    changes.push({ kind: "document", subject: OPERATION, before: nameOf(before), after: nameOf(after) });
  }
  if (before.unavailableSoon !== after.unavailableSoon) {
    const kind = after.unavailableSoon ? "marked for removal" : "no longer marked for removal";
    changes.push({ kind, subject: OPERATION, before: before.unavailableSoon, after: after.unavailableSoon });
  }
  // A title in another language is no other title.
  const comparable = isHan(before.title) === isHan(after.title);
  for (const kind of ["title", "method", "path"] as const) {
    if (before[kind] === after[kind] || (kind === "title" && !comparable)) continue;
    changes.push({ kind, subject: OPERATION, before: before[kind], after: after[kind] });
  }
  const added = after.statuses.filter((status) => !before.statuses.includes(status));
  const removed = before.statuses.filter((status) => !after.statuses.includes(status));
  changes.push(
    ...added.map((status): FactChange => ({ kind: "status added", subject: { of: "status", status }, after: status })),
    ...removed.map((status): FactChange => ({
      kind: "status removed",
      subject: { of: "status", status },
      before: status,
    })),
  );
  return changes;
}

/** A document in a few words. */
export function nameOf({ document, section, date }: Pick<DocumentFacts, "document" | "section" | "date">): string {
  return [document, section, date].filter((part) => part !== undefined).join(" ");
}

/** Whether a text is Chinese. */
export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function compareParameters(before: DocumentFacts, after: DocumentFacts): FactChange[] {
  const subjectOf = ({ in: location, name }: ParameterFacts): Subject => ({ of: "parameter", in: location, name });
  const same = (one: ParameterFacts, other: ParameterFacts): boolean => one.name === other.name && one.in === other.in;
  const went = unmatched(before.parameters, after.parameters, same);
  const came = unmatched(after.parameters, before.parameters, same);
  const urls = { from: urlOf(before), to: urlOf(after) };
  const renamings = findRenamings(went, came, {
    fieldsBehind: () => [],
    exampleOf: (row, side) => new URLSearchParams(urls[side]).get(row.name),
  }).filter(({ from, to }) => from.in === to.in && from.name !== to.name);
  const moved = went.flatMap(({ row }) => {
    const target = came.find((other) => other.row.name === row.name)?.row;
    return target ? [{ from: row, to: target }] : [];
  });
  const paired = new Set([...renamings, ...moved].flatMap(({ from, to }) => [from, to]));
  return [
    ...went
      .filter(({ row }) => !paired.has(row))
      .map(({ row }): FactChange => ({ kind: "parameter removed", subject: subjectOf(row), before: row.name })),
    ...came
      .filter(({ row }) => !paired.has(row))
      .map(({ row }): FactChange => ({ kind: "parameter added", subject: subjectOf(row), after: row.name, row })),
    ...moved.flatMap(({ from, to }): FactChange[] => [
      { kind: "parameter moved", subject: subjectOf(from), before: from.in, after: to.in, row: to },
      ...compareRow(subjectOf(from), from, to),
    ]),
    ...renamings.flatMap(({ from, to, evidence }): FactChange[] => [
      { kind: "parameter renamed", subject: subjectOf(from), before: from.name, after: to.name, row: to, evidence },
      ...compareRow(subjectOf(from), from, to),
    ]),
    ...after.parameters.flatMap((row) => {
      const known = before.parameters.find((other) => same(row, other));
      return known ? compareRow(subjectOf(row), known, row) : [];
    }),
  ];
}

function urlOf({ examples }: DocumentFacts): string {
  return examples.find(({ url }) => url !== undefined)?.url?.split("?", 2)[1] ?? "";
}

/** The rows of one list that the other one does not have, with their places. */
function unmatched<Row>(
  rows: readonly Row[],
  others: readonly Row[],
  same: (one: Row, other: Row) => boolean,
): Array<{ row: Row; index: number }> {
  return rows.map((row, index) => ({ row, index })).filter(({ row }) => !others.some((other) => same(row, other)));
}

/** Type, mandatory, limits and values of one parameter or field. */
function compareRow(subject: Subject, before: FieldFacts, after: FieldFacts): FactChange[] {
  const changes: FactChange[] = [];
  for (const kind of ["type", "mandatory"] as const) {
    if (before[kind] !== after[kind])
      changes.push({ kind, subject, before: before[kind], after: after[kind], row: after });
  }
  for (const kind of ["limits", "values"] as const) {
    const [was, is] = [before[kind], after[kind]];
    if (!isDeepStrictEqual(was, is))
      changes.push({ kind, subject, before: was ?? null, after: is ?? null, row: after });
  }
  return changes;
}

/** One body of both documents on its way down through the tables. */
interface Walk {
  readonly of: TableFacts["of"];
  readonly tables: Readonly<Record<"from" | "to", readonly TableFacts[]>>;
  readonly examples: Readonly<Record<"from" | "to", unknown>>;
  /** Pairs of tables already compared: tables may refer to each other in circles. */
  readonly done: Set<string>;
}

function compareBodies(before: DocumentFacts, after: DocumentFacts): FactChange[] {
  const bodies = new Set([...before.tables, ...after.tables].map((table) => table.of));
  return [...bodies].flatMap((of) => {
    // A status that came or went says so itself.
    if (of !== "request" && before.statuses.includes(of) !== after.statuses.includes(of)) return [];
    const from = before.tables.filter((table) => table.of === of);
    const to = after.tables.filter((table) => table.of === of);
    const examples = { from: bodyOf(before, of), to: bodyOf(after, of) };
    const walk: Walk = { of, tables: { from, to }, examples, done: new Set() };
    const [first, other] = [firstOf(from), firstOf(to)];
    const subject: Subject = { of: "body", body: of };
    if (first && other) return compareTables(walk, first, other, []);
    const names = (table: TableFacts | undefined): string[] => table?.fields.map(({ name }) => name) ?? [];
    return first
      ? [{ kind: "body removed", subject, before: names(first) }]
      : [{ kind: "body added", subject, after: names(other) }];
  });
}

/** The table that describes the body itself; the others hang on its fields. */
export function firstOf(tables: readonly TableFacts[]): TableFacts | undefined {
  return tables.find(({ name }) => /^(request|response) body parameters$/i.test(name)) ?? tables[0];
}

function bodyOf({ examples }: DocumentFacts, of: TableFacts["of"]): unknown {
  return examples.find((example) => example.of === of && example.body !== undefined)?.body;
}

function compareTables(walk: Walk, before: TableFacts, after: TableFacts, path: readonly string[]): FactChange[] {
  const pair = `${before.name} ${after.name}`;
  if (walk.done.has(pair)) return [];
  walk.done.add(pair);
  const same = (one: FieldFacts, other: FieldFacts): boolean => one.name === other.name;
  const subjectOf = ({ name }: FieldFacts): Subject => ({ of: "field", body: walk.of, path: [...path, name] });
  const went = unmatched(before.fields, after.fields, same);
  const came = unmatched(after.fields, before.fields, same);
  const renamings = findRenamings(went, came, witnessOf(walk, path));
  const paired = new Set(renamings.flatMap(({ from, to }) => [from, to]));
  const kept = after.fields.flatMap((row) => {
    const known = before.fields.find((other) => same(row, other));
    return known ? [{ from: known, to: row }] : [];
  });
  return [
    ...went
      .filter(({ row }) => !paired.has(row))
      .map(({ row }): FactChange => ({ kind: "field removed", subject: subjectOf(row), before: row.name })),
    ...came
      .filter(({ row }) => !paired.has(row))
      .map(({ row }): FactChange => ({ kind: "field added", subject: subjectOf(row), after: row.name, row })),
    ...renamings.map(({ from, to, evidence }): FactChange => ({
      ...{ kind: "field renamed", subject: subjectOf(from), before: from.name, after: to.name, row: to, evidence },
    })),
    ...[...kept, ...renamings].flatMap(({ from, to }) => [
      ...compareRow(subjectOf(from), from, to),
      ...compareBehind(walk, from, to, [...path, from.name]),
    ]),
  ];
}

function compareBehind(walk: Walk, from: FieldFacts, to: FieldFacts, path: readonly string[]): FactChange[] {
  const before = tableBehind(walk.tables.from, from);
  const after = tableBehind(walk.tables.to, to);
  return before && after ? compareTables(walk, before, after, path) : [];
}

/** The table that a field's type refers to. */
export function tableBehind(tables: readonly TableFacts[], row: FieldFacts): TableFacts | undefined {
  const name = referenceOf(row.type);
  return name === undefined ? undefined : tables.find((table) => table.name === name);
}

function witnessOf(walk: Walk, path: readonly string[]): Witness<FieldFacts> {
  return {
    fieldsBehind: (row, side) => tableBehind(walk.tables[side], row)?.fields.map(({ name }) => name) ?? [],
    exampleOf: (row, side) => valueAt(walk.examples[side], [...path, row.name]),
  };
}

/** The value at a path of names; of a list, that of its first item. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  const item: unknown = Array.isArray(value) ? value[0] : value;
  const [name, ...rest] = path;
  if (name === undefined) return item;
  if (typeof item !== "object" || item === null) return undefined;
  return valueAt((item as Record<string, unknown>)[name], rest);
}

function compareExamples(before: readonly ExampleFacts[], after: readonly ExampleFacts[]): FactChange[] {
  const kinds = new Set([...before, ...after].map(({ of }) => of));
  return [...kinds].flatMap((of) => {
    const [was, is] = [before, after].map((examples) => examples.filter((example) => example.of === of));
    const count = Math.max(was?.length ?? 0, is?.length ?? 0);
    return Array.from({ length: count }, (_, index): FactChange[] => {
      const [one, other] = [was?.[index], is?.[index]].map(withoutOf);
      if (isDeepStrictEqual(one, other)) return [];
      const subject: Subject = { of: "example", example: of, index };
      return [{ kind: "example", subject, before: one ?? null, after: other ?? null }];
    }).flat();
  });
}

function withoutOf(example: ExampleFacts | undefined): object | undefined {
  if (!example) return undefined;
  const { method, url, body, broken } = example;
  return { method, url, body, broken };
}
