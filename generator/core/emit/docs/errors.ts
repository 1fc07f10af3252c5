import { blocks, cell, cellCode, table } from "../../lib/markdown.js";
import type { PackageModel } from "../../product.js";
import { notice, type OutputFile } from "../file.js";

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
    "[All operations](README.md)",
  ]);
  return { path: "docs/errors.md", text };
}
