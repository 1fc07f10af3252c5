import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../generator/inputs.js";
import type { BenchDocument } from "./documents.js";
import { benchFolder } from "./install.js";
import type { Command } from "./measure.js";

/** A generator, and how it is started for a document in a folder of its own. */
export interface Generator {
  readonly name: string;
  readonly makes: string;
  /** `folder` is empty but for the document, `openapi.json`. */
  readonly command: (document: BenchDocument, folder: string) => Command;
}

const root = (path: string): string => join(projectFolder, "node_modules", path);

/** Ours runs as `npm run generate` does, from lint to the compiled package. */
const ours: Generator = {
  name: "ours",
  makes: "types, client, simulator, Markdown; linted and compiled",
  command({ specification, document }, folder) {
    const spec = specification ?? join(folder, "spec");
    if (specification === undefined) {
      mkdirSync(spec, { recursive: true });
      // JSON is YAML too.
      writeFileSync(join(spec, "openapi.yaml"), JSON.stringify(document, null, 1));
    }
    const script = join(projectFolder, "scripts", "generate.ts");
    const words = ["--import", "tsx", script, "--spec", spec, "--out", join(folder, "package")];
    return { words, folder: projectFolder };
  },
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
  ours,
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
