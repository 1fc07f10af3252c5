import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { objectOf, textOf, type Json } from "../../../../generator/core/lib/json.js";
import { projectFolder } from "../../../../generator/project/folder.js";
import { benchFolder } from "../install.js";
import type { Command } from "../measure.js";
import type { BenchDocument } from "./documents.js";

/** A generator, and how it is started for a document. */
export interface Generator {
  readonly name: string;
  readonly makes: string;
  /** `folder` holds the document, `openapi.json`, and what the generators before this one have made of it. */
  readonly command: (document: BenchDocument, folder: string) => Command;
}

const root = (path: string): string => join(projectFolder, "node_modules", path);

/** What stands behind `node` in `npm run generate`. */
function generateWords(): readonly string[] {
  const manifest = objectOf(JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as Json);
  const [node, ...words] = (textOf(objectOf(manifest.scripts).generate) ?? "").split(" ");
  if (node !== "node") throw new Error("`npm run generate` no longer begins with `node`: adapt how it is measured.");
  return words;
}

/** Ours runs as `npm run generate` does. */
const ours =
  (...options: readonly string[]): Generator["command"] =>
  ({ specification, document }, folder) => {
    const spec = specification ?? join(folder, "spec");
    if (specification === undefined) {
      mkdirSync(spec, { recursive: true });
      writeFileSync(join(spec, "openapi.json"), JSON.stringify(document));
    }
    const words = [...generateWords(), "--spec", spec, "--out", join(folder, "package"), ...options];
    return { words, folder: projectFolder };
  };

/** The generators, the one that the others are compared with first. */
export const generators: readonly Generator[] = [
  {
    name: "openapi-typescript",
    makes: "types",
    command: (_, folder) => ({
      words: [root("openapi-typescript/bin/cli.js"), "openapi.json", "--output", "schema.ts"],
      folder,
    }),
  },
  { name: "ours", makes: "types, client, Markdown; linted and compiled", command: ours() },
  // Makes everything anew, in memory, and compares it with what the run before has written.
  { name: "ours, only checked", makes: "types, client, Markdown", command: ours("--check") },
  { name: "ours, nothing changed", makes: "nothing", command: ours() },
  {
    name: "@hey-api/openapi-ts",
    makes: "types, client",
    command: (_, folder) => ({
      words: [
        join(benchFolder, "node_modules/@hey-api/openapi-ts/bin/run.js"),
        ...["--input", "openapi.json", "--output", "client", "--no-log-file"],
      ],
      folder,
    }),
  },
  {
    name: "redocly generate-client",
    makes: "types, client",
    command: (_, folder) => ({
      words: [root("@redocly/cli/bin/cli.js"), "generate-client", "openapi.json", "--output", "client.ts"],
      folder,
    }),
  },
];
