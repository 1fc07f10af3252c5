import { anchor, blocks } from "../../lib/markdown.js";
import { EmitError, type OutputFile } from "../file.js";

const notice = "<!-- Made by `npm run generate` from the guides of the product. Do not edit. -->";

/** The page that lists the guides. */
const INDEX = "index.md";

/**
 * `docs/guides/`: the guides, which are written by hand, with their links checked. Those that the index does not name
 * are for maintainers and are listed at its end. `pages` are the other pages of the package, by path.
 */
export function emitGuides(guides: ReadonlyMap<string, string>, pages: readonly OutputFile[]): OutputFile[] {
  const files = [...guides].map(([name, text]) => ({
    path: `docs/guides/${name}`,
    text: blocks([notice, (name === INDEX ? `${text.trim()}\n${unlisted(text, guides)}` : text).trim()]),
  }));
  const all = new Map([...pages, ...files].map(({ path, text }) => [path, text]));
  const broken = files.flatMap(({ path, text }) => brokenLinks(path, text, all));
  if (broken.length > 0) throw new EmitError(`links of guides lead nowhere: ${broken.join(", ")}`);
  return files;
}

/** A guide that readers of the reference want: its page, and its line in the index, seen from `docs/`. */
export interface ListedGuide {
  readonly page: OutputFile;
  readonly line: string;
}

/** The guides that the index names, in its order. Those for maintainers are about the project's own repository. */
export function listedGuides(pages: readonly OutputFile[]): ListedGuide[] {
  const index = pages.find(({ path }) => path === `docs/guides/${INDEX}`)?.text ?? "";
  const listed = index.split("\n## For maintainers\n")[0] ?? "";
  return [...listed.matchAll(/^- \[.*?\]\((\w[^)]*)\).*$/gm)].flatMap(([line, name = ""]) => {
    const page = pages.find(({ path }) => path === `docs/guides/${name}`);
    return page === undefined ? [] : [{ page, line: line.replace("](", "](guides/") }];
  });
}

/** A line for each guide that the index does not name: its title and its first sentence. */
function unlisted(index: string, guides: ReadonlyMap<string, string>): string {
  const rest = [...guides].filter(([name]) => name !== INDEX && !index.includes(`](${name})`));
  return rest
    .map(([name, text]) => {
      const [, title = name, lead = ""] = /^# (.*)\n+(?!```)([^#|>\n-][^]*?)[.:](?=\s)/m.exec(text) ?? [];
      return `- [${title}](${name})${lead === "" ? "" : `: ${lead.replaceAll("\n", " ")}.`}\n`;
    })
    .join("");
}

/** The links to a file or heading that the package does not have. Those that leave the package are not ours to check. */
function brokenLinks(path: string, text: string, pages: ReadonlyMap<string, string>): string[] {
  const prose = text.replace(/^(`{3,})[^]*?^\1$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    const [file = "", heading] = target.split("#");
    const { pathname } = new URL(file === "" ? path : file, `file:///generated/${path}`);
    const inside = /^\/generated\/(.*)$/.exec(file === "" ? `/generated/${path}` : pathname)?.[1];
    if (/^https?:/.test(target) || inside === undefined) return [];
    const page = pages.get(inside);
    const headings = [...(page ?? "").matchAll(/^#+ (.*)$/gm)].map(([, words = ""]) => anchor(words));
    const found = page !== undefined && (heading === undefined || headings.includes(heading));
    return found ? [] : [`${path}: ${target}`];
  });
}
