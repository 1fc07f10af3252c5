import { build } from "esbuild";
import { join } from "node:path";
import { byCodePoint } from "../lib/order.js";
import { notice, type OutputFile } from "../emit/file.js";

/**
 * Bundles the package's sources, which stand in `folder`, into one module per entry point and one for each set of code
 * that entry points share: a program that imports the package opens a few files instead of fifty. Names and lines stay
 * readable; dependencies stay imports.
 */
export async function bundleModules(folder: string, files: readonly OutputFile[]): Promise<OutputFile[]> {
  const entries = entryPoints(files);
  if (entries.length === 0) return [];
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: entries.map((name) => join("src", `${name}.ts`)),
    outdir: "dist",
    outbase: "src",
    chunkNames: "shared/[hash]",
    bundle: true,
    splitting: true,
    packages: "external",
    // Where Node has a module that others lack, the entry points differ.
    platform: "node",
    format: "esm",
    target: "es2022",
    banner: { js: `// ${notice}` },
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  return outputFiles
    .map(({ path, text }) => ({ path: path.slice(folder.length + 1).replaceAll("\\", "/"), text }))
    .sort((a, b) => byCodePoint(a.path, b.path));
}

/** The modules that the manifest and the commands name: what is loaded from outside. */
function entryPoints(files: readonly OutputFile[]): string[] {
  const naming = files.filter(({ path }) => path === "package.json" || path.startsWith("bin/"));
  const names = naming.flatMap(({ text }) => [...text.matchAll(/\bdist\/(\w+)\.js\b/g)].map(([, name]) => name ?? ""));
  return [...new Set(names)].sort();
}
