/** A name or title as Markdown: nothing in it is read as markup. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`<>*_[\]#|~]/g, "\\$&");
}

/**
 * A description, which is Markdown by the rules of OpenAPI; only `<placeholders>` are kept from becoming HTML. A block of
 * code that its author left open is closed: all that follows would be part of it.
 */
export function paragraph(text: string): string {
  // Most descriptions are plain words, and a large document has many.
  if (!/[<`~]/.test(text)) return text.trim();
  let open = "";
  const lines = text
    .trim()
    .split("\n")
    .map((line) => {
      const [, mark = ""] = /^ {0,3}(`{3,}(?!.*`)|~{3,})/.exec(line) ?? [];
      const closes = open !== "" && mark.startsWith(open) && line.trim() === mark;
      const inside = open !== "" || mark !== "";
      if (closes) open = "";
      else if (open === "") open = mark;
      return inside ? line : outsideCode(line, (words) => words.replaceAll("<", "\\<"));
    });
  return [...lines, ...(open === "" ? [] : [open])].join("\n");
}

/** Changes what stands outside the code spans of a line, and the spans by `code`. */
function outsideCode(line: string, change: (words: string) => string, code = (span: string): string => span): string {
  let end = 0;
  let made = "";
  for (const { 0: span, index } of line.matchAll(/(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g)) {
    made += change(line.slice(end, index)) + code(span);
    end = index + span.length;
  }
  return made + change(line.slice(end));
}

/** A description as one cell of a table: on one line, with pipes escaped. */
export function cell(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return /[<`|]/.test(line) ? outsideCode(line, cellWords, cellSpan) : line;
}

/** An odd number of backslashes before a pipe escapes it already. */
function cellWords(words: string): string {
  return words
    .replaceAll("<", "\\<")
    .replace(/(\\*)\|/g, (found, slashes: string) => (slashes.length % 2 === 1 ? found : `${slashes}\\|`));
}

/** No code span in a table can hold a backslash before a pipe; HTML can. */
function cellSpan(span: string): string {
  if (!span.includes("\\|")) return span.replaceAll("|", "\\|");
  const text = span.replace(/^(`+) ?(.*?) ?\1$/, "$2");
  return `<code>${text.replace(/[^\p{L}\p{N} ]/gu, (mark) => `&#${mark.codePointAt(0) ?? 0};`)}</code>`;
}

/** A code span that holds any text, backticks included. */
export function code(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
  const line = /\s/.test(text) ? text.replace(/\s+/g, " ") : text;
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** How many backticks follow each other at most. */
function longestRun(text: string): number {
  if (!text.includes("`")) return 0;
  return Math.max(...[...text.matchAll(/`+/g)].map((match) => match[0].length));
}

/** A code span for a cell of a table. */
export function cellCode(text: string): string {
  return cellSpan(code(text));
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
