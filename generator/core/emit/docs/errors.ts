import { blocks, cell, cellCode, table } from "../../lib/markdown.js";
import type { PackageModel } from "../../product.js";
import { notice, type OutputFile } from "../file.js";

/** What the statuses mean; nothing where the specification does not say so. */
function statusTable({ statuses }: PackageModel): string[] {
  if (statuses.length === 0) return [];
  const rows = statuses.map(({ status, name, meaning, advice, client }) => [
    String(status),
    cell(name),
    cell(meaning),
    cell(advice),
    cell(client ?? ""),
  ]);
  return [
    "## Statuses",
    "What the service says of the statuses of HTTP, and where the client does something else.",
    table(["Status", "Name", "Meaning", "What the service advises", "What the client does instead"], rows),
  ];
}

/** `docs/errors.md`: the catalogue of error codes. */
export function emitErrors(model: PackageModel): OutputFile {
  const rows = model.errors.map(({ code, status, alternativeStatus, meaning, advice, retry, refused, source }) => [
    cellCode(code),
    [status, alternativeStatus].filter((one) => one !== undefined).join(" or "),
    cell(meaning),
    cell(advice),
    retry ? "yes" : "no",
    refused ? "yes" : "no",
    cell(model.product.sources?.errors[source] ?? source),
  ]);
  const head = [
    "Code",
    "Status",
    "Meaning",
    "What to do",
    "A retry can help",
    "Refused before it took effect",
    "Source",
  ];
  const text = blocks([
    `<!-- ${notice} -->`,
    "# Error codes",
    rows.length === 0
      ? "The specification lists none."
      : "The service puts one of these codes into the body of an error.",
    table(head, rows),
    ...statusTable(model),
    "[All operations](README.md)",
  ]);
  return { path: "docs/errors.md", text };
}
