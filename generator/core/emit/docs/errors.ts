import { blocks, cell, cellCode, table } from "../../lib/markdown.js";
import type { Model } from "../../model/types.js";
import { notice, type OutputFile } from "../file.js";

const sources: Readonly<Record<string, string>> = { pdf: "documented", observed: "observed" };

/** `docs/errors.md`: the catalogue of error codes. */
export function emitErrors(model: Model): OutputFile {
  const rows = model.errors.map(({ code, status, alternativeStatus, meaning, advice, retry, refused, source }) => [
    cellCode(code),
    [status, alternativeStatus].filter((one) => one !== undefined).join(" or "),
    cell(meaning),
    cell(advice),
    retry ? "yes" : "no",
    refused ? "yes" : "no",
    cell(sources[source] ?? source),
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
