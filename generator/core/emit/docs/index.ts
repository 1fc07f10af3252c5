import { blocks, cell, cellCode, paragraph, escaped, table } from "../../lib/markdown.js";
import type { Operation } from "../../model/types.js";
import type { PackageModel } from "../../product.js";
import { notice, type OutputFile } from "../file.js";

/** `docs/README.md`: all operations, by tag, in reading order. */
export function emitIndex(model: PackageModel): OutputFile {
  const { reference } = model.product;
  const tagged = model.tags.map((tag) => ({
    ...tag,
    operations: model.operations.filter((each) => each.tag === tag.name),
  }));
  const names = new Set(model.tags.map(({ name }) => name));
  const rest = model.operations.filter(({ tag }) => tag === undefined || !names.has(tag));
  const text = blocks([
    `<!-- ${notice} -->`,
    `# ${escaped(model.title)}`,
    paragraph(model.description),
    reference?.welcome ?? "",
    ...tagged.flatMap(({ name, description, operations }) => section(name, description, operations)),
    ...section(tagged.length === 0 ? "Operations" : "Other operations", "", rest),
    "## Errors",
    "What the service's error codes mean and what to do: [errors](errors.md).",
    "## Where the sources disagree",
    "What the vendor's documents and the live service contradict, and what was decided: [conflicts](conflicts.md).",
    ...(reference === undefined
      ? []
      : ["## Changes", "What each version brought, and what to do about what broke: [changes](changes.md)."]),
  ]);
  return { path: "docs/README.md", text };
}

function section(name: string, description: string, operations: readonly Operation[]): string[] {
  if (operations.length === 0) return [];
  const told = operations.some(({ behaviour }) => behaviour.effect !== undefined);
  const rows = operations.map(({ id, page, method, path, summary, deprecated, behaviour }) => [
    `[${escaped(id)}](${page}.md)`,
    cellCode(`${method} ${path}`),
    cell(`${summary}${deprecated ? " (deprecated)" : ""}`),
    ...(told ? [`${behaviour.effect ?? ""}${behaviour.secretAnswer === true ? ", a secret" : ""}`] : []),
  ]);
  const heads = ["Operation", "Request", "What it does", ...(told ? ["Effect"] : [])];
  return [`## ${escaped(name)}`, paragraph(description), table(heads, rows)];
}
