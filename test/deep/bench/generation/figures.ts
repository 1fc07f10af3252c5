import { type Cost, medianCost } from "../measure.js";
import { type Ratio, ratioOf, spread, times, verdict } from "../statistics.js";
import type { Result } from "./generation.js";

export const columns = ["generator", "document", "makes", "wall s", "CPU s", "CPU ratio", "peak MB", "CPU growth"];

const reference = "openapi-typescript";
const checked = "ours, only checked";

/** The costs of a generator for a document; none if it failed or was not asked. */
function runsOf(results: readonly Result[], document: string, generator: string): readonly Cost[] {
  const found = results.find((row) => row.document === document && row.generator === generator);
  return found === undefined || "failure" in found.result ? [] : found.result.runs;
}

const cpu = (runs: readonly Cost[]): number[] => runs.map(({ cpuSeconds }) => cpuSeconds);

/** How often more CPU a generator takes for a document than for the smallest of its family (`github-31` of `github-1223`). */
function growth(results: readonly Result[], document: string, generator: string): Ratio | undefined {
  const family = document.replace(/-\d+$/, "");
  const smallest = results.find((row) => row.document.replace(/-\d+$/, "") === family)?.document ?? document;
  const [small, large] = [smallest, document].map((name) => runsOf(results, name, generator));
  if (smallest === document || !small?.length || !large?.length) return undefined;
  return ratioOf(cpu(large), cpu(small));
}

/** The rows of the table: ratios are to openapi-typescript on the same document, growth to the smallest of the family. */
export function rowsOf(results: readonly Result[]): string[][] {
  return results.map(({ document, generator, makes, result }) => {
    const head = [generator, document, makes];
    if ("failure" in result)
      return [...head, "-", "-", "-", "-", `failed: ${result.failure.replaceAll("|", "/").slice(0, 100)}`];
    const { wallSeconds, cpuSeconds, peakMegabytes } = medianCost(result.runs);
    const theirs = runsOf(results, document, reference);
    return [
      ...head,
      wallSeconds.toFixed(2),
      cpuSeconds.toFixed(2),
      theirs.length === 0 ? "-" : times(ratioOf(cpu(result.runs), cpu(theirs))),
      peakMegabytes.toFixed(0),
      growth(results, document, generator)?.median.toFixed(2) ?? "",
    ];
  });
}

const judged = (figure: Ratio, atMost: number): string => `${times(figure)} ${verdict(figure, { atMost })}`;

/** What was aimed at, and what came of it. */
export function aimsOf(results: readonly Result[]): string[] {
  const seconds = (generator: string, most: number, what: string): string[] => {
    const runs = runsOf(results, "own", generator);
    if (runs.length === 0) return [];
    const wall = spread(runs.map(({ wallSeconds }) => wallSeconds));
    return [`own specification, ${what}, at most ${most} s: ${judged(wall, most)}`];
  };
  return [
    ...seconds("ours", 8, "from lint to package"),
    ...seconds("ours, nothing changed", 3, "nothing changed"),
    ...aimsOnLargest(results),
  ];
}

/** What holds of GitHub's whole description, or of the largest part that was measured. */
function aimsOnLargest(results: readonly Result[]): string[] {
  const document = results.filter((row) => row.document !== "own").at(-1)?.document ?? "";
  const [own, theirs] = [checked, reference].map((name) => runsOf(results, document, name));
  if (!own?.length || !theirs?.length) return [];
  const [ours, others] = [checked, reference].map((name) => growth(results, document, name));
  const peak = spread(own.map(({ peakMegabytes }) => peakMegabytes));
  return [
    `${document}, at most 2 times the CPU of ${reference}: ${judged(ratioOf(cpu(own), cpu(theirs)), 2)}`,
    ...(ours && others ? growthLines(document, ours, others) : []),
    `${document}, peak at most 700 MB: ${judged(peak, 700)}`,
  ];
}

function growthLines(document: string, ours: Ratio, others: Ratio): string[] {
  const verdict = comparedTo(ours, others);
  const line = `${document}, CPU grows by no more than ${reference}'s, ${times(others)} times: ${verdict}`;
  const why =
    "each operation has a page, samples and a method beside its types; the start, which does not grow, is half of what a small document costs";
  return verdict.endsWith("missed") ? [line, why] : [line];
}

/** An aim that was measured, too: only what is clear of its spread is met or missed. */
function comparedTo(ours: Ratio, others: Ratio): string {
  const sure = ours.high <= others.low ? "met" : ours.low > others.high ? "missed" : "noise";
  return `${times(ours)} ${sure}`;
}
