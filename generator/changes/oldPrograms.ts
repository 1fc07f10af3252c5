// Reads the programs that the last release left in git.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listTree } from "../core/lib/tree.js";
import { exportedNames } from "../core/lib/source.js";
import type { OldProgram } from "./surface.js";

/** Hand-written programs of the project that use the package as users do. */
const handWritten = ["test/package/types/usage.ts"];
const entries = {
  index: "codearts-build",
  raw: "codearts-build/raw",
  node: "codearts-build/node",
  simulator: "codearts-build/simulator",
};

/** What a release leaves behind to compile against the next: its samples, its usage tests, and all that it exports. */
export const programFolders = ["generated", ...handWritten];

/** The programs of a release whose files stand below `folder`. */
export function readOldPrograms(folder: string): readonly OldProgram[] {
  return [...usages(folder), ...samples(folder), ...exported(folder)];
}

function usages(folder: string): OldProgram[] {
  const present = handWritten.filter((name) => existsSync(join(folder, name)));
  return present.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** The samples of the pages: whole modules, one an operation. */
function samples(folder: string): OldProgram[] {
  const pages = listTree(join(folder, "generated", "docs")).filter((name) => name.endsWith(".md"));
  return pages.flatMap((page) => {
    const text = readFileSync(join(folder, "generated", "docs", page), "utf8");
    const found = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
    const whole = found.filter((sample) => sample.includes('from "codearts-build"'));
    const operation = page.replace(/\.md$/, "");
    return whole.map((sample) => ({ name: `generated/docs/${page}`, text: sample, operation }));
  });
}

/** One import for each name that the package exports. */
function exported(folder: string): OldProgram[] {
  const source = join(folder, "generated", "src");
  const read = (path: string): string =>
    existsSync(join(source, path)) ? readFileSync(join(source, path), "utf8") : "";
  return Object.entries(entries).flatMap(([entry, specifier]) => {
    const names = exportedNames(`${entry}.ts`, read);
    const lines = [...new Set(names)].map(
      (name, index) => `import type { ${name} as Name${index} } from "${specifier}";`,
    );
    const uses = lines.map((_, index) => `Name${index}`);
    // An unused import is no error under these settings; the names only have to exist.
    return lines.length === 0
      ? []
      : [{ name: `generated/src/${entry}.ts`, text: `${lines.join("\n")}\n// ${uses.length} names\n` }];
  });
}
