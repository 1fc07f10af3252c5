import type { Cost, Failure } from "./measure.js";

/** What a generator cost for a document, or why there is no figure. */
export interface Result {
  readonly document: string;
  readonly operations: number;
  readonly generator: string;
  readonly makes: string;
  readonly result: Cost | Failure;
}

const columns = ["document", "generator", "makes", "wall s", "CPU s", "CPU ratio", "peak MB", "CPU growth"];

/**
 * The results as a Markdown table. The ratio is to the first generator on the same document, the growth to the same
 * generator on the smallest document of the family (`github-29` of `github-1223`).
 */
export function printTable(results: readonly Result[]): string {
  const rows = results.map((row) => [row.document, row.generator, row.makes, ...figures(row, results)]);
  const widths = columns.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(columns), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line), ""].join(
    "\n",
  );
}

function figures({ document, generator, result }: Result, all: readonly Result[]): string[] {
  if ("failure" in result)
    return ["-", "-", "-", "-", `failed: ${result.failure.replaceAll("|", "\\|").slice(0, 100)}`];
  const family = (name: string): string => name.replace(/-\d+$/, "");
  const reference = all.find((row) => row.document === document);
  const smallest = all.find((row) => family(row.document) === family(document) && row.generator === generator);
  return [
    result.wallSeconds.toFixed(2),
    result.cpuSeconds.toFixed(2),
    ratio(result, reference?.result),
    result.peakMegabytes.toFixed(0),
    smallest?.document === document ? "" : ratio(result, smallest?.result),
  ];
}

function ratio({ cpuSeconds }: Cost, to: Cost | Failure | undefined): string {
  return to === undefined || "failure" in to ? "-" : `${(cpuSeconds / to.cpuSeconds).toFixed(2)}x`;
}
