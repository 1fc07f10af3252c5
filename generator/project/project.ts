import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeArtsBuild } from "../codearts/product.js";
import { objectOf, wordsOf, type Json, type JsonObject } from "../core/lib/json.js";
import { readTexts, readTextFile } from "../core/lib/tree.js";
import type { Ingredients } from "../core/pipeline.js";
import type { Product } from "../core/product.js";
import { projectFolder } from "./folder.js";

/** The tools whose versions decide the bytes of the output. */
const decidingTools = ["js-yaml", "openapi-typescript", "ts-morph", "typescript", "yaml"];

/** What this project's package is made of beside its specification. */
export interface Project extends Ingredients {
  readonly product: Product;
}

/** Reads what a package is made of beside its document, for a document of any service. */
export function readIngredients(): Ingredients {
  const manifest = readJson(join(projectFolder, "package.json"));
  const pinned = objectOf(manifest.devDependencies);
  return {
    version: wordsOf(manifest.version),
    license: readTextFile(join(projectFolder, "LICENSE")),
    tools: Object.fromEntries(
      decidingTools.flatMap((name) => (pinned[name] === undefined ? [] : [[name, wordsOf(pinned[name])]])),
    ),
    engine: readTexts(join(projectFolder, "generator", "runtime"), ".ts"),
  };
}

/** The same for the specification of this project, with its product. */
export function readProject(): Project {
  const changelog = readTextFile(join(projectFolder, "CHANGELOG.md"));
  return { ...readIngredients(), product: codeArtsBuild(changelog) };
}

function readJson(path: string): JsonObject {
  return objectOf(JSON.parse(readFileSync(path, "utf8")) as Json);
}
