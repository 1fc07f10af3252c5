import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { OutputFile } from "../core/emit/file.js";
import { listTree } from "../core/lib/tree.js";
import type { JsonObject } from "../core/lib/json.js";
import type { Model } from "../core/model/types.js";
import type { PackageModel } from "../core/product.js";
import { writeWhole } from "../core/output/write.js";
import { siteDocument } from "./document.js";
import { finishPage } from "./page.js";
import { htmlPath, plainPages } from "./plain.js";
import { renderRedoc } from "./redoc.js";

/** What the site is made of. */
export interface SiteInput {
  readonly model: PackageModel;
  /** The files of the package. */
  readonly files: readonly OutputFile[];
}

/** All files of the site, by their paths in it. */
export async function makeSite({ model, files }: SiteInput): Promise<OutputFile[]> {
  const own = (name: string): string => readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
  const theme = own("theme.js").trim();
  const document = siteDocument(JSON.parse(textOf("openapi.json")) as JsonObject, model);
  const index = finishPage(await renderRedoc(document), {
    css: own("reference.css"),
    script: own("reference.js"),
    withoutScript: withoutScript(model),
    description: `Reference of the ${model.title}: every operation, with samples.`,
  });
  return [
    { path: "index.html", text: index },
    ...plainPages(files, { css: own("plain.css"), theme }),
    { path: "openapi.json", text: textOf("openapi.json") },
    { path: "openapi.yaml", text: textOf("openapi.yaml") },
    // At the root, where tools look for it; its links lead below docs/.
    { path: "llms.txt", text: textOf("docs/llms.txt").replace(/\]\((?!llms-full)(?![a-z]+:)/g, "](docs/") },
    { path: "llms-full.txt", text: textOf("docs/llms-full.txt") },
    // GitHub Pages would otherwise leave out what begins with an underscore.
    { path: ".nojekyll", text: "" },
  ];
}

function withoutScript(model: Model): string {
  const items = model.operations.map(({ id, page }) => `<li><a href="docs/${htmlPath(`${page}.md`)}">${id}</a></li>`);
  return `<style>#redoc{display:none}</style><div class="without-script"><h1>${model.title}</h1><p>This page needs JavaScript; <a href="docs/index.html">these do not</a>:</p><ul>${items.join("")}</ul></div>`;
}

/** Makes a folder hold exactly these files. */
export function writeSite(folder: string, files: readonly OutputFile[]): void {
  const wanted = new Set(files.map(({ path }) => path));
  for (const { path, text } of files) {
    const target = join(folder, path);
    if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeWhole(target, text);
  }
  for (const path of listTree(folder)) if (!wanted.has(path)) rmSync(join(folder, path));
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inner = join(folder, entry.name);
    if (entry.isDirectory() && listTree(inner).length === 0) rmSync(inner, { recursive: true });
  }
}
