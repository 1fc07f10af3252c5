// Finishes the page that Redoc makes.
import { createHash } from "node:crypto";

/** What the project adds to Redoc's page. */
export interface Additions {
  readonly css: string;
  readonly script: string;
  /** What a reader without JavaScript sees instead. */
  readonly withoutScript: string;
  readonly description: string;
}

/** Redoc's page is not what the additions were written for: a new version must be looked at. */
export class PageError extends Error {}

/**
 * Redoc's search starts workers from blobs, which evaluate text as code. Without workers it searches in place, and the
 * page needs no `unsafe-eval`.
 */
const before = "delete globalThis.Worker;";

/** Makes Redoc's page self-contained, and adds the project's own style, script and words. */
export function finishPage(html: string, { css, script, withoutScript, description }: Additions): string {
  const own = [
    `<meta name="description" content="${description.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`,
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<script>${before}</script>`,
  ].join("\n  ");
  let page = replaceOnce(html, '<meta charset="utf8" />', `<meta charset="utf-8">\n  ${own}`);
  page = replaceOnce(page, "\n</head>", `\n  <style>${css}</style>\n</head>`);
  page = replaceOnce(page, "<body>", `<body>\n<noscript>${withoutScript}</noscript>`);
  page = replaceOnce(page, "</body>", () => `<script>${script}</script>\n</body>`, true);
  page = withoutHosts(page);
  return withPolicy(routed(page));
}

/** Redoc renders its links for a server; the reader's browser then finds every section behind the hash. */
function routed(page: string): string {
  const start = page.indexOf('<div id="redoc">');
  const end = page.indexOf("<script", page.indexOf("</script>", start) + 1);
  const rendered = page.slice(start, end);
  return page.slice(0, start) + rendered.replace(/ href="\/(?!\/)/g, ' href="#/') + page.slice(end);
}

/** The image that Redoc fetches from its own host stands in the page instead. */
function withoutHosts(page: string): string {
  const image = `<svg xmlns='http://www.w3.org/2000/svg' width='42' height='14'><text y='11' font-family='sans-serif' font-size='12' font-weight='700' fill='#5f7fd0'>Redoc</text></svg>`;
  const address = /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g;
  if (!address.test(page)) throw new PageError("Redoc's page no longer fetches its logo: drop what replaces it.");
  return page.replace(address, `data:image/svg+xml,${encodeURIComponent(image).replaceAll("'", "%27")}`);
}

/** Only the page's own scripts run, and nothing is fetched from anywhere. */
function withPolicy(page: string): string {
  const scripts = [...page.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, text = ""]) => text);
  const hashes = [...new Set(scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`))];
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n  ${meta}`);
}

function replaceOnce(text: string, what: string, by: string | (() => string), last = false): string {
  const at = last ? text.lastIndexOf(what) : text.indexOf(what);
  if (at === -1) throw new PageError(`Redoc's page has no ${what.trim()}: look at what its new version makes.`);
  return text.slice(0, at) + (typeof by === "string" ? by : by()) + text.slice(at + what.length);
}
