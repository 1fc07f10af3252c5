import { blocks, fence, plain } from "../lib/markdown.js";
import type { Model } from "../model/types.js";
import { notice, type OutputFile } from "./file.js";
import { printSample } from "./sample.js";
import { isSimulated, simulatorSample } from "./simulator.js";

/** Dependencies of the package. The runtime is written for exactly these. */
const dependencies = { "openapi-fetch": "0.17.0" };

/** `package.json` of the package. */
export function emitPackage(version: string, simulated: boolean): OutputFile {
  const entry = (name: string): object => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });
  const manifest = {
    name: "codearts-build",
    version,
    description: "Typed client for the Huawei Cloud CodeArts Build API",
    keywords: ["huawei-cloud", "codearts", "build", "ci", "openapi", "sdk"],
    license: "Apache-2.0",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: {
      ".": entry("index"),
      "./raw": entry("raw"),
      // Bundlers for browsers and Workers take the other one, whose `saveTo` is an error that says so.
      "./node": { types: "./dist/node.d.ts", browser: "./dist/noFiles.js", default: "./dist/node.js" },
      ...(simulated && { "./simulator": entry("simulator") }),
      "./package.json": "./package.json",
    },
    types: "./dist/index.d.ts",
    ...(simulated && { bin: { "codearts-build": "bin/codearts-build.js" } }),
    // What begins with a dot in dist is the generator's own note.
    files: [
      ...(simulated ? ["bin", "simulator-seed.schema.json"] : []),
      "dist",
      "!dist/.*",
      "docs",
      "openapi.json",
      "openapi.yaml",
    ],
    dependencies,
  };
  return { path: "package.json", text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** `README.md` of the package. */
export function emitReadme(model: Model): OutputFile {
  const first = model.operations.find(({ behaviour }) => behaviour.pagination !== undefined) ?? model.operations[0];
  const text = blocks([
    `<!-- ${notice} -->`,
    "# codearts-build",
    `A typed client for the ${plain(model.title)}: ${model.operations.length} operations, each a method named as the vendor names it.`,
    fence("sh", "npm install codearts-build"),
    first === undefined ? "" : fence("ts", printSample(first, model)),
    ...(isSimulated(model) ? simulatorChapter : []),
    [
      "- [Reference](docs/README.md): every operation with its parameters, responses, errors and a sample.",
      "- [Error codes](docs/errors.md).",
      ...(isSimulated(model)
        ? ["- [Guides](docs/guides/index.md), from the first build to tests of your own automation."]
        : []),
      "- `codearts-build/raw`: the same API by path, as a typed openapi-fetch client on the same transport.",
      "- `codearts-build/node`: what needs files or the environment.",
      "- `openapi.yaml`, `openapi.json`: the specification.",
    ].join("\n"),
    `Node 20 or later, Bun, Deno, Workers and browsers${isSimulated(model) ? "; [which were tested](docs/runtimes.md)" : ""}. ` +
      "ESM, which `require` loads too from Node 20.19 on. Apache-2.0.",
  ]);
  return { path: "README.md", text };
}

const simulatorChapter = [
  "## Without an account",
  "A simulator of the service is in the package: tasks, builds that queue, run and end, logs, errors, and faults on demand. In your tests it runs in the same process, as a `fetch`:",
  fence("ts", simulatorSample),
  'With `createSimulator({ clock: "manual" })` and the client option `clock: service.clock`, `await service.clock.until(build.waitForBuild({ job_id, build_no }))` takes no time. Any other program can reach it on a port:',
  fence("sh", "npx codearts-build simulator --port 8080"),
  "## More",
];
