import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listTree } from "../../../generator/core/lib/tree.js";
import { projectFolder } from "../../../generator/project/folder.js";

/** A fenced block of a page. */
export interface Fence {
  /** What stands behind the opening backticks: `ts`, or `text output`. */
  readonly info: string;
  readonly text: string;
  /** Line of the opening backticks. */
  readonly line: number;
}

/** A Markdown page that readers see. */
export interface Page {
  /** From the project's folder. */
  readonly path: string;
  readonly text: string;
  readonly fences: readonly Fence[];
}

/** Every page whose fences are run: the two READMEs and all that is generated. */
export function readPages(): Page[] {
  const generated = listTree(join(projectFolder, "generated/docs")).map((path) => `generated/docs/${path}`);
  return ["README.md", "generated/README.md", ...generated]
    .filter((path) => path.endsWith(".md"))
    .map((path) => {
      const text = readFileSync(join(projectFolder, path), "utf8");
      return { path, text, fences: fencesOf(text) };
    });
}

/** The fenced blocks of a Markdown text, in their order; those in a list are indented. */
export function fencesOf(text: string): Fence[] {
  const found: Fence[] = [];
  let open: { indent: number; ticks: string; info: string; line: number; lines: string[] } | undefined;
  for (const [i, line] of text.split("\n").entries()) {
    const [, indent = "", ticks = "", info = ""] = /^( *)(`{3,})([^`]*)$/.exec(line) ?? [];
    if (!open) {
      if (ticks) open = { indent: indent.length, ticks, info: info.trim(), line: i + 1, lines: [] };
    } else if (ticks.length >= open.ticks.length && info.trim() === "") {
      found.push({ info: open.info, text: `${open.lines.join("\n")}\n`, line: open.line });
      open = undefined;
    } else {
      open.lines.push(line.slice(Math.min(open.indent, line.length - line.trimStart().length)));
    }
  }
  if (open) throw new Error(`The fence at line ${open.line} is not closed.`);
  return found;
}

/** The text without its code, for those who look for links. */
export function withoutCode(text: string): string {
  return text.replace(/^( *)(`{3,})[^`\n]*\n[^]*?^ *\2`*$/gm, "").replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, "");
}

/** The links of a page that lead nowhere: to a file that is not there, or to a heading that its page has not. */
export function brokenLinks(
  { path, text }: Pick<Page, "path" | "text">,
  anchor: (heading: string) => string,
): string[] {
  const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [file = "", heading] = target.split("#");
    const found = file === "" ? path : join(path, "..", file);
    if (!existsSync(join(projectFolder, found))) return true;
    if (heading === undefined) return false;
    const linked = readFileSync(join(projectFolder, found), "utf8");
    // A heading shows a code span without its backticks.
    const headings = [...linked.matchAll(/^#+ (.*)$/gm)].map(([, words = ""]) => anchor(words));
    return !headings.includes(heading);
  });
}
