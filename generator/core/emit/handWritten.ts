import { reachedFrom } from "../lib/imports.js";
import type { Product } from "../product.js";
import type { OutputFile } from "./file.js";

/** What the engine calls the class of all errors, and the start of its guard's name. */
const errorName = /\b(is)?ClientError\b/g;

/**
 * The hand-written modules that the generated ones lead to: the engine's, below `src/runtime/`, and the product's. Their
 * bytes stay as they are, but for the name of the class of all errors, which is the product's to choose.
 */
export function emitHandWritten(
  { modules, error }: Product,
  engine: ReadonlyMap<string, string>,
  generated: readonly OutputFile[],
): OutputFile[] {
  const named = (text: string): string => text.replace(errorName, (_, is = "") => `${is}${error}`);
  const offered = new Map([...modules].map(([path, text]) => [`src/${path}`, named(text)]));
  for (const [name, text] of engine) offered.set(`src/runtime/${name}`, named(text));
  const sources = generated.filter(({ path }) => path.startsWith("src/"));
  const texts = new Map([...offered, ...sources.map(({ path, text }): [string, string] => [path, text])]);
  const starts = sources.map(({ path }) => path);
  const used = reachedFrom(starts, texts, ".ts");
  return [...offered].filter(([path]) => used.has(path)).map(([path, text]) => ({ path, text }));
}
