import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

export type Platform = "node" | "browser";

/** A bundle, and what is in it. */
export interface Bundle {
  readonly code: string;
  /** Minified. */
  readonly bytes: number;
  readonly gzipped: number;
  /** The modules of which something is in it, by path from the project's folder, with their minified bytes. */
  readonly modules: Readonly<Record<string, number>>;
  /** What it still imports when it runs. */
  readonly imports: readonly string[];
}

/** The project's folder. */
export const project = fileURLToPath(new URL("../../..", import.meta.url));

/** The entry points of the package as sources, so that no build is needed first. */
const sources = Object.fromEntries(
  ["index", "raw", "simulator"].map((entry) => [
    entry === "index" ? "codearts-build" : `codearts-build/${entry}`,
    [`./generated/src/${entry}.ts`],
  ]),
);

/** Bundles a program by esbuild: with the package's sources, or with what is installed where `folder` is. */
export async function bundle(text: string, platform: Platform, folder?: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: text, resolveDir: folder ?? project },
    absWorkingDir: project,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform,
    write: false,
    metafile: true,
    logLevel: "silent",
    tsconfigRaw: { compilerOptions: folder === undefined ? { paths: sources } : {} },
  });
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {})
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path !== "<stdin>")
    .map(([path, { bytesInOutput }]): [string, number] => [path, bytesInOutput]);
  return {
    ...weigh(outputFiles[0]?.contents ?? new Uint8Array()),
    code: outputFiles[0]?.text ?? "",
    modules: Object.fromEntries(modules),
    imports: (output?.imports ?? []).map(({ path }) => path),
  };
}

/** What a minified bundle weighs. */
export function weigh(code: Uint8Array | string): { readonly bytes: number; readonly gzipped: number } {
  const bytes = Buffer.from(code);
  return { bytes: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}
