import { blocks, fence, escaped } from "../lib/markdown.js";
import type { Extras, PackageModel, Product } from "../product.js";
import { notice, type OutputFile } from "./file.js";
import { printSample } from "./sample.js";

/** Dependencies of the package. The runtime is written for exactly these. */
const dependencies = { "openapi-fetch": "0.17.0" };

/** `package.json` of the package. */
export function emitPackage({ name, description, keywords }: Product, version: string, extras?: Extras): OutputFile {
  const entry = (module: string): object => ({ types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` });
  const bin = extras?.bin ?? {};
  const manifest = {
    name,
    version,
    description,
    keywords,
    license: "Apache-2.0",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: {
      ".": entry("index"),
      "./raw": entry("raw"),
      // Bundlers for browsers and Workers take the other one, whose `saveTo` is an error that says so.
      "./node": { types: "./dist/node.d.ts", browser: "./dist/noFiles.js", default: "./dist/node.js" },
      ...Object.fromEntries((extras?.entries ?? []).map((module) => [`./${module}`, entry(module)])),
      "./package.json": "./package.json",
    },
    types: "./dist/index.d.ts",
    ...(Object.keys(bin).length > 0 && { bin }),
    // Files in dist that begin with a dot are the generator's own notes.
    files: [...(extras?.packed ?? []), "dist", "!dist/.*", "docs", "openapi.json", "openapi.yaml"],
    dependencies,
  };
  return { path: "package.json", text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** `README.md` of the package. */
export function emitReadme(model: PackageModel): OutputFile {
  const { name, readme, reference } = model.product;
  const first = model.operations.find(({ behaviour }) => behaviour.pagination !== undefined) ?? model.operations[0];
  const text = blocks([
    `<!-- ${notice} -->`,
    `# ${name}`,
    `A typed client for the ${escaped(model.title)}: ${model.operations.length} operations, each a method named as the vendor names it.`,
    fence("sh", `npm install ${name}`),
    first === undefined ? "" : fence("ts", printSample(first, model)),
    ...(readme?.chapters ?? []),
    [
      "- [Reference](docs/README.md): every operation with its parameters, responses, errors and a sample.",
      "- [Error codes](docs/errors.md).",
      ...(readme?.links ?? []),
      `- \`${name}/raw\`: the same API by path, as a typed openapi-fetch client on the same transport.`,
      `- \`${name}/node\`: what needs files or the environment.`,
      "- `openapi.yaml`, `openapi.json`: the specification.",
    ].join("\n"),
    `Node 20 or later, Bun, Deno, Workers and browsers${reference === undefined ? "" : "; [which were tested](docs/runtimes.md)"}. ` +
      "ESM, which `require` loads too from Node 20.19 on. Apache-2.0.",
  ]);
  return { path: "README.md", text };
}
