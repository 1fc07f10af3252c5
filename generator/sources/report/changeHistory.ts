// What the PDF says of its own changes, before there were two documents to compare.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Issue {
  readonly date: string;
  readonly what: string;
  readonly operations: readonly string[];
}

/** The change history of the vendor's PDF as Markdown; nothing where none is recorded. */
export function changeHistory(folder: string): string {
  const file = join(folder, "history.yaml");
  if (!existsSync(file)) return "";
  const issues = parse(readFileSync(file, "utf8")) as Issue[];
  const items = issues.map(({ date, what, operations }) => {
    const names = operations.map((name) => `\`${name}\``).join(", ");
    return `- ${date}: ${what}${names === "" ? "" : ` ${names}.`}`;
  });
  return ["", "## The PDF's own change history", "", ...items, ""].join("\n");
}
