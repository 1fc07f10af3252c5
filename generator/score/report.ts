import type { Coverage } from "./items.js";

/** Scores of `redocly score` that matter here; the parts lie between 0 and 1. */
export interface RedoclyScore {
  readonly agentReadiness: number;
  readonly discoverability: number;
  readonly subscores: Readonly<Record<string, number>>;
}

/** The coverage as a table. Recorded: the specification has something else, and an x-conflicts entry says so. */
export function coverageTable(rows: readonly Coverage[]): string {
  return table([
    ["what", "documented", "specified", "recorded", "%"],
    ...rows.map(({ kind, documented, specified, recorded }) => {
      const share = documented === 0 ? 100 : ((specified + recorded) / documented) * 100;
      // Rounded down, so that 100.0 means all.
      return [kind, documented, specified, recorded, (Math.floor(share * 10) / 10).toFixed(1)].map(String);
    }),
  ]);
}

/** What Redocly thinks of the specification, as a table. */
export function redoclyTable({ agentReadiness, discoverability, subscores }: RedoclyScore): string {
  const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return table([
    ["redocly score", "of 100"],
    ["agent readiness", agentReadiness.toFixed(1)],
    ["discoverability", discoverability.toFixed(1)],
    ...Object.entries(subscores).map(([name, part]) => [`  ${words(name)}`, (part * 100).toFixed(1)]),
  ]);
}

/** The first column to the left, numbers to the right. */
function table(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return rows.map((row) => `${line(row)}\n`).join("");
}
