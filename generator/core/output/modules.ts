import { isAbsolute, join, relative, sep } from "node:path";
import { rolldown } from "rolldown";
import { notice, type OutputFile } from "../emit/file.js";
import { reachedFrom } from "../lib/imports.js";
import { byCodePoint } from "../lib/order.js";

/**
 * Bundles the package's sources, which stand in `folder`: the client becomes one module, and an entry point hardly more
 * than its names, so that a program that imports the package opens a few files instead of fifty. Names, lines and comments
 * stay; dependencies stay imports.
 */
export async function bundleModules(folder: string, files: readonly OutputFile[]): Promise<OutputFile[]> {
  const entries = entryPoints(files);
  if (entries.length === 0) return [];
  // What only another entry point needs, such as Node's files, no program that imports the client should open.
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const clients = reachedFrom(["src/index.ts", "src/raw.ts"], texts, ".ts", true);
  const ofClient = (id: string): boolean => clients.has(relative(folder, id).split(sep).join("/"));
  const bundler = await rolldown({
    cwd: folder,
    input: Object.fromEntries(entries.map((name) => [name, join(folder, "src", `${name}.ts`)])),
    // What is not one of the sources is installed beside the package, or Node's own.
    external: (id) => !id.startsWith(".") && !isAbsolute(id),
    platform: "neutral",
    tsconfig: false,
  });
  try {
    const { output } = await bundler.generate({
      format: "esm",
      entryFileNames: "[name].js",
      chunkFileNames: "shared/[name].js",
      codeSplitting: { groups: [{ name: "client", test: ofClient }] },
    });
    return output
      .flatMap((part) =>
        part.type === "chunk" ? [{ path: `dist/${part.fileName}`, text: `// ${notice}\n${part.code}` }] : [],
      )
      .sort((a, b) => byCodePoint(a.path, b.path));
  } finally {
    await bundler.close();
  }
}

/** The modules that the manifest and the commands name: users load these. */
function entryPoints(files: readonly OutputFile[]): string[] {
  const naming = files.filter(({ path }) => path === "package.json" || path.startsWith("bin/"));
  const names = naming.flatMap(({ text }) => [...text.matchAll(/\bdist\/(\w+)\.js\b/g)].map(([, name]) => name ?? ""));
  return [...new Set(names)].sort();
}
