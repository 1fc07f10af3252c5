// Compiles and writes the package.
import { join } from "node:path";
import type { OutputFile } from "../core/emit/file.js";
import { compilePackage } from "../core/output/compile.js";
import { stampFor, stampName, type BuildOrigin } from "./stamp.js";
import { writeFolder, type Difference } from "../core/output/write.js";

/** Compiles the package and, if that went well, writes it: sources, documents and `dist`. */
export async function build(
  origin: BuildOrigin,
  output: string,
  files: readonly OutputFile[],
  report: (stage: string, outcome: string) => void,
): Promise<{ readonly errors: readonly string[] }> {
  const compiled = await compilePackage(files);
  report("compile", `${compiled.files.length} files`);
  if (compiled.errors.length > 0) return { errors: compiled.errors };
  const written = writeFolder(output, files);
  report("write", describe(written, files.length));
  const dist = compiled.files.map(({ path, text }) => ({ path: path.replace(/^dist\//, ""), text }));
  const stamp = { path: stampName, text: stampFor(origin, files, dist) };
  report("dist", describe(writeFolder(join(output, "dist"), [...dist, stamp]), dist.length));
  return { errors: [] };
}

function describe({ missing, changed, extra }: Difference, all: number): string {
  const same = all - missing.length - changed.length;
  const parts = [
    [missing.length, "new"],
    [changed.length, "changed"],
    [extra.length, "deleted"],
    [Math.max(0, same), "as before"],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const names = [...missing, ...changed, ...extra];
  return words.join(", ") + (names.length > 0 && names.length <= 8 ? `: ${names.join(", ")}` : "");
}
