/** A name or title: nothing in it is read as markup. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`<>*_[\]#|~]/g, "\\$&");
}

/** A description, which is Markdown by the rules of OpenAPI; only `<placeholders>` are kept from becoming HTML. */
export function paragraph(text: string): string {
  return text
    .trim()
    .split(/(`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "\\<")))
    .join("");
}

/** A description in one cell of a table: one line, no pipe that would part it. */
export function cell(text: string): string {
  return paragraph(text).replaceAll("|", "\\|").replace(/\s+/g, " ");
}

/** A code span that holds any text, backticks included. */
export function code(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${padding}${text.replace(/\s+/g, " ")}${padding}${fence}`;
}

/** How many backticks follow each other at most. */
function longestRun(text: string): number {
  if (!text.includes("`")) return 0;
  return Math.max(...[...text.matchAll(/`+/g)].map((match) => match[0].length));
}

/** A code span for a cell of a table. */
export function cellCode(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

/** A fenced block; the fence is longer than any run of backticks inside. */
export function fence(language: string, text: string): string {
  const ticks = "`".repeat(Math.max(2, longestRun(text)) + 1);
  return `${ticks}${language}\n${text.replace(/\n+$/, "")}\n${ticks}`;
}

/** A table, or nothing if it has no rows. Cells are Markdown already: use `cell` or `cellCode`. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  if (rows.length === 0) return "";
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Joins blocks by an empty line and leaves out what is empty. */
export function blocks(parts: ReadonlyArray<string | undefined>): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n") + "\n";
}

/** The anchor that renderers give to a heading. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, "")
    .replaceAll(" ", "-");
}
