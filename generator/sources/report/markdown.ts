import type { PageChange, DocumentName, OperationReport, SourceReport } from "./model.js";

/** A report as Markdown, for a terminal, a pull request or the guides. */
export function toMarkdown(
  { operations, unchanged, problems }: SourceReport,
  title = "What the vendor changed",
): string {
  const parts = [
    `# ${title}`,
    summaryOf({ operations, unchanged, problems }),
    ...(problems.length > 0 ? ["## Not read", list(problems)] : []),
    ...operations.flatMap(operationPart),
    ...(unchanged.length > 0 ? ["## Unchanged", `${unchanged.map(code).join(", ")}.`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What a report says in a sentence. */
export function summaryOf({ operations, unchanged, problems }: Omit<SourceReport, "patch">): string {
  const changes = operations.flatMap((operation) => operation.changes);
  const open = changes.filter(({ settled }) => !settled).length;
  return [
    `${count(operations.length, "operation")} changed, ${unchanged.length} unchanged`,
    problems.length > 0 ? `${count(problems.length, "source")} not read` : "",
    changes.length > 0 ? `${count(changes.length, "change")}, ${open} of them not in the specification yet` : "",
  ]
    .filter((part) => part !== "")
    .join("; ")
    .concat(".");
}

function operationPart({ operationId, source, document, comparedWith, changes }: OperationReport): string[] {
  const what = document ? named(document) : "No document any more";
  const against = comparedWith ? `, compared with ${named(comparedWith)}` : "";
  return [`## ${operationId}`, `${what} (\`${source}\`)${against}.`, ...changes.map(changePart)];
}

function named({ document, section, date }: DocumentName): string {
  return `${document}${section === undefined ? "" : ` ${section}`} of ${date}`;
}

function changePart(change: PageChange): string {
  const { kind, field, before, after, evidence, file, line, advice, settled, patch, alsoUsedBy } = change;
  const items = [
    ...(before === undefined ? [] : [`before: ${value(before)}`]),
    ...(after === undefined ? [] : [`after: ${value(after)}`]),
    ...(evidence === undefined ? [] : [`taken for the same because of ${evidence.join(", ")}`]),
    settled ? `nothing to edit: ${code(file)} has it already` : `edit ${code(`${file}:${line}`)}: ${advice}`,
    ...(alsoUsedBy.length > 0 && !settled ? [`the file is used by ${alsoUsedBy.map(code).join(", ")} too`] : []),
  ];
  const fence = patch === "" ? "" : `\n\n\`\`\`\`diff\n${patch.trimEnd()}\n\`\`\`\``;
  return `### ${kind}: ${field}\n\n${list(items)}${fence}`;
}

const LONG = 300;

/** A value on one line; one that fills the page is cut, the JSON has it whole. */
function value(data: unknown): string {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return code(text.length > LONG ? `${text.slice(0, LONG)}...` : text);
}

/** Inline code, whatever backticks the text holds. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text.replaceAll(/\s*\n\s*/g, " ")}${fence}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** A number and its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
