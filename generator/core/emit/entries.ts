import type { Product } from "../product.js";
import { notice, type OutputFile } from "./file.js";

/** The entry points of the package: `index`, `raw` and `node`, and what `node` is where there are no files. */
export function emitEntries({ client, entries }: Product): OutputFile[] {
  return [
    file("src/index.ts", [
      `export { ${client} } from "./client.js";`,
      'export type { Region } from "./data.js";',
      `export * from "./${entries.index}.js";`,
      'export type * from "./types.js";',
    ]),
    file("src/raw.ts", [
      `import type { ClientOptions } from "./${entries.index}.js";`,
      'import { data, type Region } from "./data.js";',
      'import { errorTreatment } from "./errorCatalogue.js";',
      'import { rawClient, type RawClient } from "./runtime/raw.js";',
      'import type { paths } from "./schema.js";',
      "",
      'export type { Region } from "./data.js";',
      'export type { RawClient } from "./runtime/raw.js";',
      'export type { components, operations, paths } from "./schema.js";',
      "",
      "/** The openapi-fetch client of this API: `GET`, `POST` and so on by path, typed by the specification. */",
      "export function createRawClient(options: ClientOptions<Region>): RawClient<paths> {",
      "  return rawClient<paths>(options, { ...data, errorCatalogue: errorTreatment });",
      "}",
    ]),
    file("src/node.ts", [`export * from "./${entries.node}.js";`]),
    file("src/noFiles.ts", [`export * from "./${entries.noFiles}.js";`]),
  ];
}

function file(path: string, lines: readonly string[]): OutputFile {
  return { path, text: [`// ${notice}`, "", ...lines, ""].join("\n") };
}
