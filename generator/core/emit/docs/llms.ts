import { paragraph, escaped } from "../../lib/markdown.js";
import type { Operation } from "../../model/types.js";
import type { PackageModel } from "../../product.js";
import type { OutputFile } from "../file.js";
import { sentence } from "../words.js";
import { listedGuides, type ListedGuide } from "./guides.js";

/**
 * `docs/llms.txt` and `docs/llms-full.txt`, as llmstxt.org describes them: an index of the pages in Markdown, and the text
 * of all pages. `pages` are the files below `docs/`: the reference, then the guides.
 */
export function emitLlms(model: PackageModel, pages: readonly OutputFile[]): OutputFile[] {
  const markdown = pages.filter(({ path }) => /^docs\/.*\.md$/.test(path));
  const guides = listedGuides(markdown);
  const reference = markdown.filter(({ path }) => !path.startsWith("docs/guides/"));
  const texts = [...reference, ...guides.map(({ page }) => page)].map(fromTheTop);
  return [
    { path: "docs/llms.txt", text: index(model, reference, guides) },
    { path: "docs/llms-full.txt", text: texts.join("\n") },
  ];
}

function index(model: PackageModel, pages: readonly OutputFile[], guides: readonly ListedGuide[]): string {
  const ofOperations = new Set(model.operations.map(({ page }) => `docs/${page}.md`));
  const others = pages.filter(({ path }) => !ofOperations.has(path) && path !== "docs/README.md");
  const tags = new Set(model.tags.map(({ name }) => name));
  const groups = [
    ...model.tags.map(({ name }): [string, Operation[]] => [name, model.operations.filter(({ tag }) => tag === name)]),
    ["Other operations", model.operations.filter(({ tag }) => tag === undefined || !tags.has(tag))] as const,
  ];
  const sections = [
    ["Guides", guides.map(({ line }) => line)] as const,
    ...groups.map(([title, operations]): [string, string[]] => [title, operations.map(operationLine)]),
    ["Other pages", others.map(pageLine)] as const,
  ].filter(([, lines]) => lines.length > 0);
  return [
    `# ${escaped(model.title)}`,
    `> ${paragraph(model.description.replace(/\s+/g, " "))}`,
    `The package \`${model.product.name}\` calls these operations from TypeScript: each is a method of the same name on its client. ` +
      "Everything on one page: [llms-full.txt](llms-full.txt).",
    ...sections.map(([title, lines]) => `## ${escaped(title)}\n\n${lines.join("\n")}`),
  ]
    .filter((part) => part !== "> ")
    .join("\n\n")
    .concat("\n");
}

function operationLine({ id, page, method, path, summary, deprecated }: Operation): string {
  return `- [${escaped(id)}](${page}.md): \`${method} ${path}\`. ${sentence(escaped(summary))}${deprecated ? " Deprecated." : ""}`;
}

/** A page that is about no operation: its title and its first sentence. */
function pageLine({ path, text }: OutputFile): string {
  const body = withoutNotice(text);
  const title = /^# (.+)$/m.exec(body)?.[1] ?? path;
  const paragraphs = body.split(/\n{2,}/).map((part) => part.replace(/\s+/g, " ").trim());
  const first = paragraphs.find((part) => /^[\p{L}\p{N}`*[]/u.test(part)) ?? "";
  const opening = /^.*?[.!?](?=\s|$)/.exec(first)?.[0] ?? first;
  return `- [${title}](${path.replace(/^docs\//, "")})${opening === "" ? "" : `: ${opening}`}`;
}

/** The text of a page as it stands in `docs/`: a guide's links lead from the folder below. */
function fromTheTop({ path, text }: OutputFile): string {
  const body = withoutNotice(text);
  if (!path.startsWith("docs/guides/")) return body;
  return body.replace(/\]\((\.\.\/)?(?=[\w-]+\.md)/g, (_, up: string | undefined) =>
    up === undefined ? "](guides/" : "](",
  );
}

function withoutNotice(text: string): string {
  return text.replace(/^<!--.*?-->\n+/s, "");
}
