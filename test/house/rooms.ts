/** A room of the generator: a folder, or a file with rules of its own. The nearest one above a file is the file's. */
export interface Room {
  readonly path: string;
  /** What it is for, as the README says. */
  readonly what: string;
  /** What it may import beside its own files: paths of the project, and packages. */
  readonly mayImport: readonly string[];
}

const lib = "generator/core/lib/";
const problems = "generator/core/problems.ts";
const descriptor = "generator/runtime/descriptor.ts";
const folder = "generator/project/folder.ts";
const shell = "generator/shell/";

/** Every room, and what it may import. The table in generator/README.md is held to this one. */
export const rooms: readonly Room[] = [
  { path: "generator/core/lib/", what: "texts, JSON, Markdown and TypeScript", mayImport: ["node:", "ts-morph"] },
  {
    path: "generator/core/load/",
    what: "files to one document, checked and linted",
    mayImport: [lib, problems, "node:", "yaml"],
  },
  {
    path: "generator/core/model/",
    what: "the document to the model",
    mayImport: [lib, problems, descriptor],
  },
  {
    path: "generator/core/emit/",
    what: "the model to files",
    mayImport: [
      lib,
      "generator/core/model/types.ts",
      "generator/core/model/resolve.ts",
      "generator/core/product.ts",
      descriptor,
      "js-yaml",
      "openapi-typescript",
      "typescript",
      "node:module",
    ],
  },
  {
    path: "generator/core/output/",
    what: "files to a compiled package on disk",
    mayImport: [lib, "generator/core/emit/file.ts", "node:", "rolldown"],
  },
  {
    path: "generator/core/lint/",
    what: "the rules of the linter",
    mayImport: [lib, "node:", "ajv/", "ajv-formats", "@stoplight/"],
  },
  {
    path: "generator/core/",
    what: "OpenAPI in, TypeScript package and Markdown out",
    mayImport: ["node:path"],
  },
  { path: "generator/runtime/target.ts", what: "files on Node", mayImport: ["generator/runtime/", "node:"] },
  { path: "generator/runtime/", what: "the engine of any client", mayImport: ["openapi-fetch"] },
  {
    path: "generator/codearts/runtime/",
    what: "what the client knows of CodeArts Build",
    mayImport: ["generator/runtime/"],
  },
  {
    path: "generator/codearts/simulator/server.ts",
    what: "the simulator's port",
    mayImport: ["generator/codearts/simulator/", "generator/runtime/", "node:"],
  },
  {
    path: "generator/codearts/simulator/cli.ts",
    what: "the simulator's command",
    mayImport: ["generator/codearts/simulator/", "generator/runtime/", "node:"],
  },
  {
    path: "generator/codearts/simulator/",
    what: "the service in miniature",
    mayImport: ["generator/codearts/runtime/", "generator/runtime/"],
  },
  {
    path: "generator/codearts/emit/",
    what: "files that only this product has",
    mayImport: [
      lib,
      "generator/core/emit/",
      "generator/core/model/types.ts",
      "generator/core/model/resolve.ts",
      "generator/core/product.ts",
      "generator/codearts/simulator/",
    ],
  },
  {
    path: "generator/codearts/demo/",
    what: "`npx tsx scripts/demo.ts`",
    mayImport: [shell, "codearts-build", "node:"],
  },
  {
    path: "generator/codearts/",
    what: "what CodeArts Build is: `product.ts` first",
    mayImport: [
      lib,
      "generator/core/product.ts",
      "generator/core/emit/",
      "generator/core/model/types.ts",
      "node:fs",
      "node:url",
    ],
  },
  { path: "generator/shell/", what: "what every command line has in common", mayImport: ["node:"] },
  {
    path: "generator/project/",
    what: "`npm run generate`: this repository's specification to its package",
    mayImport: [shell, "generator/core/", "generator/codearts/product.ts", "node:"],
  },
  {
    path: "generator/sources/",
    what: "`npm run sources`: the vendor's pages to facts and reports",
    mayImport: [
      lib,
      shell,
      "generator/core/load/",
      problems,
      folder,
      descriptor,
      "node:",
      "ajv",
      "parse5",
      "diff",
      "yaml",
    ],
  },
  {
    path: "generator/score/",
    what: "`npm run score`: how much of the facts the specification holds",
    mayImport: [shell, "generator/core/load/spots.ts", "generator/sources/", folder, "node:"],
  },
  {
    path: "generator/changes/",
    what: "`npm run changes`: what callers notice of a change, and the version that it asks for",
    mayImport: [shell, "generator/core/", "generator/project/", "node:", "typescript"],
  },
  {
    path: "generator/release/",
    what: "`npm run release`: checks, then a commit and a tag",
    mayImport: [shell, "generator/changes/", "generator/core/output/write.ts", "generator/project/", "node:"],
  },
  {
    path: "generator/site/",
    what: "`npm run docs`: the reference site",
    mayImport: [
      lib,
      shell,
      "generator/core/emit/",
      "generator/core/model/types.ts",
      "generator/core/output/",
      "generator/core/pipeline.ts",
      "generator/core/product.ts",
      problems,
      "generator/codearts/emit/signed.ts",
      "generator/project/",
      "marked",
      "node:",
    ],
  },
  { path: "scripts/", what: "one file an npm script", mayImport: ["generator/", "test/", "node:"] },
];

/** Packages that these files alone may import: replacing one is a change to them. */
export const singleImporters: Readonly<Record<string, readonly string[]>> = {
  marked: ["generator/site/plain.ts"],
  ajv: ["generator/core/lint/rules/defaultFits.js", "generator/sources/catalogue/format.ts"],
  parse5: ["generator/sources/html.ts"],
  diff: ["generator/sources/report/report.ts"],
  rolldown: ["generator/core/output/modules.ts"],
  "js-yaml": ["generator/core/emit/spec.ts"],
  "ts-morph": ["generator/core/lib/source.ts"],
  "openapi-typescript": ["generator/core/emit/schema.ts"],
  "openapi-fetch": ["generator/runtime/call.ts", "generator/runtime/raw.ts"],
};
