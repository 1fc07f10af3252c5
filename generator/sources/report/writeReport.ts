import { writeFile } from "node:fs/promises";
import { summaryOf, toMarkdown } from "./markdown.js";
import type { SourceReport } from "./model.js";

/** Prints a report, and writes its patch where one is wanted. */
export async function writeReport(
  report: SourceReport,
  { json, patch }: { readonly json?: boolean; readonly patch?: string },
  title?: string,
): Promise<void> {
  process.stdout.write(json === true ? `${JSON.stringify(report, undefined, 2)}\n` : toMarkdown(report, title));
  if (patch !== undefined) await writeFile(patch, report.patch);
  process.stderr.write(`${[...report.problems, summaryOf(report)].join("\n")}\n`);
}
