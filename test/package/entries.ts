import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Entry } from "./surface.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How users import the package, and which module that is. */
const entryPoints = {
  "codearts-build": "index",
  "codearts-build/raw": "raw",
  "codearts-build/node": "node",
  "codearts-build/simulator": "simulator",
};

/** The entry points as sources, or as the declarations that a build made of them. */
export function entriesIn(what: "sources" | "declarations"): Entry[] {
  const [folder, suffix] = what === "sources" ? ["src", ".ts"] : ["dist", ".d.ts"];
  return Object.entries(entryPoints).map(([name, module]) => ({
    name,
    file: join(root, "generated", folder, module + suffix),
  }));
}

/** The settings of a strict user with Node. */
export const userOptions: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  // The sources stand for the package: tests need no build.
  paths: Object.fromEntries(entriesIn("sources").map(({ name, file }) => [name, [file]])),
};
