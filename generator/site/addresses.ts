// The addresses of the site.
import type { OutputFile } from "../core/emit/file.js";
import { byCodePoint } from "../core/lib/order.js";
import type { Model } from "../core/model/types.js";
import { addressOf } from "./document.js";
import { plainPages } from "./plain.js";

/** Every address of the site that a reader may have bookmarked: pages, headings, and Redoc's sections behind a hash. */
export function siteAddresses(model: Model, files: readonly OutputFile[]): string[] {
  const pages = plainPages(files, { css: "", theme: "" });
  const addresses = pages.flatMap(({ path, text }) => {
    if (!path.endsWith(".html")) return [path];
    return [path, ...[...text.matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id = ""]) => `${path}#${id}`)];
  });
  const tags = model.tags.map(({ name }) => `#/${name.toLowerCase()}`);
  const shown = [...tags, ...model.operations.map(addressOf)].map((hash) => `index.html${hash}`);
  const rest = ["index.html", "llms-full.txt", "llms.txt", "openapi.json", "openapi.yaml"];
  return [...new Set([...rest, ...shown, ...addresses])].sort(byCodePoint);
}
