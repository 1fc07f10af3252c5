import { blocks, cell, cellCode, escaped, table } from "../../lib/markdown.js";
import { finderOf, referencesOf } from "../../model/resolve.js";
import type { Conflict, Model, Operation, Schema } from "../../model/types.js";
import type { PackageModel } from "../../product.js";
import { notice, type OutputFile } from "../file.js";

/** A disagreement of the sources, and where it is about: a path such as `Job.id`; empty for the operation itself. */
export interface PlacedConflict {
  readonly at: string;
  readonly conflict: Conflict;
}

/** `docs/conflicts.md`: everything on which the vendor's documents and the service disagree, and what was decided. */
export function emitConflicts(model: PackageModel): OutputFile {
  const operations = model.operations.map(({ id, page, ...rest }): [string, string] => [
    `## [${escaped(id)}](${page}.md)`,
    conflictTable(ownConflicts(rest, model), model),
  ]);
  const own = ownBodies(model);
  const common = model.schemas.filter(({ name }) => !own.has(name));
  const schemas = common.map(({ name, schema }): [string, string] => [
    `### ${escaped(name)}`,
    conflictTable(
      within(schema, "", () => []),
      model,
    ),
  ]);
  const sections = operations.filter(([, text]) => text !== "");
  const shared = schemas.filter(([, text]) => text !== "");
  const none = sections.length + shared.length === 0 ? "The specification records none." : "";
  const text = blocks([
    `<!-- ${notice} -->`,
    "# Where the sources disagree",
    `${model.product.sources?.about ?? ""} Where the sources contradict each other, this page says what each of them claims, what the specification decided, and why.`.trim(),
    none,
    ...sections.flat(),
    ...(shared.length === 0 ? [] : ["## Schemas", "What several operations share.", ...shared.flat()]),
    "[All operations](README.md)",
  ]);
  return { path: "docs/conflicts.md", text };
}

/** The disagreements as a table; nothing when there are none. */
export function conflictTable(conflicts: readonly PlacedConflict[], { product }: PackageModel): string {
  const rows = conflicts.map(({ at, conflict }) => [
    at === "" ? "" : cellCode(at),
    cell(conflict.about),
    conflict.claims
      .map(({ source, claim }) => `${cell(product.sources?.claims[source] ?? source)}: ${shown(claim)}`)
      .join("<br>"),
    shown(conflict.decision),
    cell(conflict.why),
  ]);
  return table(["Where", "About", "What the sources say", "Decided", "Why"], rows);
}

/** A sentence as it is, anything else as code. */
function shown(text: string): string {
  return /^[A-Z].* .*\.$/s.test(text) ? cell(text) : cellCode(text);
}

/** The disagreements about an operation, its arguments and its responses, named schemas included. */
export function conflictsOf(operation: Operation, model: Model): PlacedConflict[] {
  const find = finderOf(model);
  const relevant = tellingSchemas(model);
  const named = new Set<string>();
  const follow: Follow = (name) => {
    const target = find(name);
    if (target === undefined || named.has(name) || !relevant.has(name)) return [];
    named.add(name);
    return within(target, name, follow);
  };
  return ownConflicts(operation, model, follow);
}

/** The named schemas that are a body of one operation, and that nothing else refers to: they are part of that operation. */
function ownBodies({ operations, schemas }: Model): ReadonlySet<string> {
  const known = owned.get(schemas);
  if (known !== undefined) return known;
  const bodies = operations.flatMap(({ body, responses }) =>
    [body, ...responses].flatMap((each) => each?.schema ?? []),
  );
  const given = operations.flatMap((operation) => operation.arguments.map(({ schema }) => schema));
  const uses = new Map<string, number>();
  for (const name of [...bodies, ...given, ...schemas.map(({ schema }) => schema)].flatMap(referencesOf))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  const found = new Set(bodies.flatMap(({ ref }) => (ref !== undefined && uses.get(ref) === 1 ? [ref] : [])));
  owned.set(schemas, found);
  return found;
}

/** Cached: the page of each operation asks for the same. */
const owned = new WeakMap<Model["schemas"], ReadonlySet<string>>();

/** The named schemas that a disagreement is about, directly or through what they refer to. Mostly there are few. */
function tellingSchemas({ schemas }: Model): ReadonlySet<string> {
  const known = telling.get(schemas);
  if (known !== undefined) return known;
  const holders = new Map<string, string[]>();
  const found = new Set<string>();
  for (const { name, schema } of schemas) {
    const own = within(schema, "", (ref) => {
      holders.set(ref, [...(holders.get(ref) ?? []), name]);
      return [];
    });
    if (own.length > 0) found.add(name);
  }
  for (const name of found) for (const holder of holders.get(name) ?? []) found.add(holder);
  telling.set(schemas, found);
  return found;
}

/** Cached: the page of each operation asks for the same. */
const telling = new WeakMap<Model["schemas"], ReadonlySet<string>>();

/** What to add where a named schema is referred to. */
type Follow = (name: string) => PlacedConflict[];

/** The disagreements that stand on the operation itself, not in the schemas that it shares with others. */
function ownConflicts(
  { conflicts, arguments: given, body, responses }: Pick<Operation, "conflicts" | "arguments" | "body" | "responses">,
  model: Model,
  follow: Follow = () => [],
): PlacedConflict[] {
  const own = ownBodies(model);
  const find = finderOf(model);
  const inPlace = (schema: Schema): Schema => (own.has(schema.ref ?? "") ? (find(schema.ref ?? "") ?? schema) : schema);
  const parameters = given.filter(({ in: place }) => place !== "body");
  return [
    ...conflicts.map((conflict) => ({ at: "", conflict })),
    ...parameters.flatMap(({ name, schema, conflicts: own }) => [
      ...own.map((conflict) => ({ at: name, conflict })),
      ...within(schema, name, follow),
    ]),
    ...(body === undefined ? [] : within(inPlace(body.schema), "", follow)),
    ...responses.flatMap(({ status, schema }) =>
      schema === undefined || /^[45]/.test(status) ? [] : within(inPlace(schema), "", follow),
    ),
  ];
}

/** The disagreements within a schema. Hardly any schema has one, so paths are only written for those that do. */
function within(schema: Schema, at: string, follow: Follow): PlacedConflict[] {
  const found: PlacedConflict[] = [];
  visit(schema, [at], follow, found);
  return found;
}

/** `way` leads from the schema that was asked for to this one. */
function visit(schema: Schema, way: string[], follow: Follow, found: PlacedConflict[]): void {
  for (const conflict of schema.conflicts) found.push({ at: way.join("").replace(/^\./, ""), conflict });
  if (schema.ref !== undefined) found.push(...follow(schema.ref));
  for (const { name, schema: field } of schema.properties) visitBelow(field, `.${name}`, way, follow, found);
  if (schema.items !== undefined) visitBelow(schema.items, "[]", way, follow, found);
  if (schema.others !== undefined) visitBelow(schema.others, ".*", way, follow, found);
  for (const member of schema.allOf) visit(member, way, follow, found);
  for (const member of schema.anyOf) visit(member, way, follow, found);
  for (const member of schema.oneOf) visit(member, way, follow, found);
}

function visitBelow(schema: Schema, step: string, way: string[], follow: Follow, found: PlacedConflict[]): void {
  way.push(step);
  visit(schema, way, follow, found);
  way.pop();
}
