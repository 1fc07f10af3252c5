// The Markdown pages as HTML.
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { Marked } from "marked";
import type { OutputFile } from "../core/emit/file.js";
import { anchor } from "../core/lib/markdown.js";

/** What every plain page has beside its text. */
export interface Frame {
  readonly css: string;
  /** Sets the theme that the reader chose on the other pages. */
  readonly theme: string;
}

/** What the head of every plain page leads to, if the site has it. */
const places: ReadonlyArray<readonly [string, string]> = [
  ["All operations", "index.html"],
  ["Guides", "guides/index.html"],
  ["Error codes", "errors.html"],
  ["Conflicts", "conflicts.html"],
];

/** The plain pages of the site: each Markdown file as it is, and rendered. They need no JavaScript. */
export function plainPages(files: readonly OutputFile[], frame: Frame): OutputFile[] {
  const pages = files.filter(({ path }) => path.startsWith("docs/"));
  const markdown = pages.filter(({ path }) => path.endsWith(".md"));
  const paths = new Set(markdown.map(({ path }) => htmlPath(path)));
  const known = places.filter(([, place]) => place === "index.html" || paths.has(`docs/${place}`));
  const rendered = markdown.map((page) => plainPage(page, frame, known));
  return [...pages, ...rendered];
}

function plainPage({ path, text }: OutputFile, { css, theme }: Frame, known: typeof places): OutputFile {
  const top = posix.relative(posix.dirname(path), "") || ".";
  const { html, title } = render(text);
  const hash = createHash("sha256").update(theme).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
  const home = posix.join(top, "docs");
  const links = known.map(([words, place]) => `<a href="${home}/${place}">${words}</a>`).join(" ");
  return {
    path: htmlPath(path),
    text: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · codearts-build</title>
<link rel="icon" href="data:,">
<style>${css}</style>
<script>${theme}</script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header><nav aria-label="Site"><a href="${top}/index.html">Reference</a> ${links} <a href="${posix.basename(path)}">Markdown</a></nav></header>
<main id="content">
${html.trim()}
</main>
</body>
</html>
`,
  };
}

/** Renders Markdown; headings get the anchors that they have on GitHub, links lead to the rendered pages. */
function render(text: string): { readonly html: string; readonly title: string } {
  const seen = new Map<string, number>();
  let title = "";
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: source }) {
        const inner = this.parser.parseInline(tokens);
        const words = inner.replace(/<[^>]*>/g, "");
        if (title === "" && depth === 1) title = words;
        const id = uniqueId(anchor(plainWords(source)), seen);
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
      },
      codespan({ text: code }) {
        // A path may break where its parts end, rather than anywhere.
        return `<code>${escapeAttribute(code).replaceAll(">", "&gt;").replaceAll("/", "/<wbr>")}</code>`;
      },
      link({ href, tokens }) {
        return `<a href="${escapeAttribute(htmlHref(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      table(token) {
        const row = (cells: typeof token.header, tag: "th" | "td"): string =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
        const body = token.rows.map((cells) => row(cells, "td")).join("\n");
        return `<div class="table" role="region" aria-label="Table" tabindex="0"><table><thead>${row(token.header, "th")}</thead>\n<tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(text, { async: false }).replaceAll("<pre>", '<pre tabindex="0">');
  return { html: html.replace(/^<!--[^]*?-->\s*/, ""), title };
}

function uniqueId(id: string, seen: Map<string, number>): string {
  const count = seen.get(id) ?? 0;
  seen.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}

/** A heading's words, without what makes links and code of them. */
function plainWords(source: string): string {
  return source.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\\(.)/g, "$1");
}

function htmlHref(href: string): string {
  if (/^[a-z][a-z+.-]*:/i.test(href)) return href;
  return href.replace(/(^|\/)README\.md(?=#|$)/, "$1index.html").replace(/\.md(?=#|$)/, ".html");
}

/** Where a Markdown file stands once it is rendered. */
export function htmlPath(path: string): string {
  return path.replace(/(^|\/)README\.md$/, "$1index.html").replace(/\.md$/, ".html");
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
