import { defined, isObject, listOf, objectOf, textOf, wordsOf, type Json, type JsonObject } from "../core/lib/json.js";
import { byCodePoint } from "../core/lib/order.js";
import { parsePointer } from "../core/lib/pointer.js";
import { locate } from "../core/load/locate.js";
import type { Bundle } from "../core/load/bundle.js";
import { operationsReaching } from "./directions.js";
import { operationsIn } from "./document.js";
import type { Judged } from "./judge.js";
import { largest, type Entry, type ChangeReport, type VendorPage } from "./types.js";
import { isAtLeast, nextVersion, parseVersion } from "./version.js";

/** What a report is made of. */
export interface ChangeReportInput {
  readonly old: Bundle;
  readonly new: Bundle;
  readonly changes: readonly Judged[];
  readonly notes: readonly string[];
  readonly base: ChangeReport["base"];
  /** The version in the root package.json. */
  readonly current: string;
}

/** The report: every change at its line, and the version that all of them ask for. */
export function makeChangeReport(input: ChangeReportInput): ChangeReport {
  const { changes, notes, base, current } = input;
  const reach = { old: operationsReaching(input.old.document), new: operationsReaching(input.new.document) };
  const entries = changes.map((change) => makeEntry(input, change, reach));
  const wire = largest(entries.map((entry) => entry.wire));
  const typescript = largest(entries.map((entry) => entry.typescript));
  const effect = largest([wire, typescript]);
  parseVersion(current);
  const required = base.released ? nextVersion(base.version, effect) : current;
  const version = { current, required, sufficient: isAtLeast(current, required) };
  return { format: 1, base, version, effect: { wire, typescript, largest: effect }, entries: inOrder(entries), notes };
}

type Reach = Readonly<Record<"old" | "new", ReadonlyMap<string, readonly string[]>>>;

function makeEntry({ old, new: after }: ChangeReportInput, change: Judged, reach: Reach): Entry {
  const side = change.newPointer === undefined ? "old" : "new";
  const bundle = side === "old" ? old : after;
  const pointer = change.newPointer ?? change.oldPointer ?? "";
  const { file, line, column } = locate(bundle, { pointer, message: "", fix: "" });
  const operations = operationsAt(change, pointer, bundle.document, reach[side]);
  const breaks = largest([change.wire, change.typescript]) === "major";
  return defined({
    kind: change.kind,
    sentence: change.sentence,
    operations,
    pointer,
    source: { file, line, column, of: side } as const,
    before: short(change.before),
    after: short(change.after),
    affected: change.affected,
    wire: change.wire,
    typescript: change.typescript,
    rules: change.rules,
    errors: change.errors,
    migration: breaks && change.migration !== "" ? change.migration : undefined,
    vendor: vendorPage(bundle.document, operations),
  });
}

function operationsAt(
  { operation }: Judged,
  pointer: string,
  document: JsonObject,
  reach: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (operation !== undefined) return [operation];
  const tokens = parsePointer(pointer);
  if (tokens[0] === "components") return reach.get(`/${tokens.slice(0, 3).join("/")}`) ?? [];
  const found = operationsIn(document).find((each) => pointer.startsWith(`${each.pointer}/`));
  return found === undefined ? [] : [found.id];
}

/** Descriptions and examples may be long; the report says where to read them. */
function short(value: Json | undefined): Json | undefined {
  return value !== undefined && JSON.stringify(value).length > 2000 ? "(long: see the pointer)" : value;
}

/** The page with the newest date among those of the operations. */
function vendorPage(document: JsonObject, operations: readonly string[]): VendorPage | undefined {
  const pages = operationsIn(document)
    .filter(({ id }) => operations.includes(id))
    .flatMap(({ value }) => pagesOf(objectOf(value["x-source"])));
  return pages.sort((a, b) => byCodePoint(b.date, a.date))[0];
}

function pagesOf(source: JsonObject): VendorPage[] {
  return listOf(source.documents)
    .filter(isObject)
    .map((document) => {
      const page = { document: wordsOf(document.document), date: wordsOf(document.date) };
      const url = document.document === "page" ? textOf(source.url) : undefined;
      return url === undefined ? page : { ...page, url };
    });
}

/** Breaking changes come first; then the order is by file and line. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const rank = ({ wire, typescript }: Entry): number =>
    ["major", "minor", "patch", "none"].indexOf(largest([wire, typescript]));
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      byCodePoint(a.source.file, b.source.file) ||
      a.source.line - b.source.line ||
      byCodePoint(a.sentence, b.sentence),
  );
}
