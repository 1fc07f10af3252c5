import { blocks, cellCode, code } from "../core/lib/markdown.js";
import { wordsOf } from "../core/lib/json.js";
import { largest, type Entry, type ChangeReport } from "./types.js";

const groups = [
  { effect: "major", title: "Breaking" },
  { effect: "minor", title: "Added" },
  { effect: "patch", title: "Corrected" },
  { effect: "none", title: "Without effect" },
] as const;

/** The whole report for people. */
export function printReport(report: ChangeReport): string {
  const { base, version, effect, entries, notes } = report;
  const verdict = version.sufficient ? "is high enough" : `is too low: at least **${version.required}** is needed`;
  const unreleased = base.released ? "" : ", nothing released yet";
  const since = `${code(base.reference)} (${base.commit.slice(0, 12)}, version ${base.version}${unreleased})`;
  const summary = `${count(entries.length, "change")}; on the wire ${effect.wire}, for TypeScript ${effect.typescript}.`;
  return blocks([
    "# Changes of the API",
    `Since ${since}: ${entries.length === 0 ? "nothing changed." : summary}`,
    `The version ${version.current} ${verdict}.`,
    ...notes.map((note) => `Note: ${note}`),
    ...groups.flatMap(({ effect: wanted, title }) => {
      const found = entries.filter((entry) => effectOf(entry) === wanted);
      return found.length === 0 ? [] : [`## ${title}`, found.map(printEntry).join("\n")];
    }),
  ]);
}

function printEntry(entry: Entry): string {
  const { source, operations, affected, wire, typescript, rules, errors, migration, vendor, before, after } = entry;
  const old = source.of === "old" ? " of the old specification" : "";
  const lines = [
    `${source.file}:${source.line}:${source.column}${old}, ${code(entry.pointer === "" ? "/" : entry.pointer)}`,
    ...(before === undefined && after === undefined ? [] : [`before ${value(before)}, after ${value(after)}`]),
    `${affected.length === 0 ? "" : `${affected.join(" and ")}; `}wire ${wire}${rules.length === 0 ? "" : ` (${rules.join(", ")})`}, TypeScript ${typescript}`,
    ...(operations.length === 0 ? [] : [`operations: ${operations.map((id) => code(id)).join(", ")}`]),
    ...errors.map((error) => `compiler: ${code(error)}`),
    ...(migration === undefined ? [] : [`what to do: ${migration}`]),
    ...(vendor === undefined ? [] : [`source: ${vendor.url ?? vendor.document}, ${vendor.date}`]),
  ];
  return [`- ${entry.sentence}`, ...lines.map((line) => `  - ${line}`)].join("\n");
}

function value(json: Entry["before"]): string {
  if (json === undefined) return "nothing";
  const text = wordsOf(json);
  return cellCode(text === "" ? '""' : text.length > 200 ? `${text.slice(0, 197)}...` : text);
}

/** The report as it stands in CHANGELOG.md: sentences, and what to do about those that break something. */
export function printChanges(report: ChangeReport): string {
  return blocks(
    groups.flatMap(({ effect, title }) => {
      const found = report.entries.filter((entry) => effectOf(entry) === effect);
      if (found.length === 0 || effect === "none") return [];
      const told = found.filter((entry) => effect !== "patch" || !isWording(entry));
      const lines = [
        ...new Set(
          told.map(({ sentence, migration }) => `- ${sentence}${migration === undefined ? "" : ` ${migration}`}`),
        ),
      ];
      const wordings = found.length - told.length;
      if (wordings > 0)
        lines.push(
          `- ${count(wordings, "description, example or note", "descriptions, examples and notes")} corrected.`,
        );
      return [`**${title}**`, lines.join("\n")];
    }),
  ).trim();
}

/** Changes that only readers notice: a changelog gives their number. */
function isWording({ kind }: Entry): boolean {
  return /^(description|summary|title|example|examples|conflicts|source|tags)-changed$/.test(kind);
}

function effectOf({ wire, typescript }: Entry): ChangeReport["effect"]["largest"] {
  return largest([wire, typescript]);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
