import type { Json, JsonObject } from "../../core/lib/json.js";
import { literal } from "../../core/lib/literal.js";
import { fence } from "../../core/lib/markdown.js";
import { importNames, printConstant, printModule } from "../../core/lib/source.js";
import type { Model } from "../../core/model/types.js";
import { seedSchema } from "../simulator/seedFile.js";
import { notice, type OutputFile } from "../../core/emit/file.js";
import { simulatorData } from "./simulatorData.js";

/**
 * The simulator's part of the package: what it knows of the specification, its entry point, and the program that gives
 * it a port.
 */
export function emitSimulator(model: Model, document: JsonObject): OutputFile[] {
  return [
    emitSimulatorData(model, document),
    { path: "src/simulator.ts", text: entry },
    { path: "src/cli.ts", text: commandLine },
    { path: "bin/codearts-build.js", text: program, executable: true },
    { path: "simulator-seed.schema.json", text: seedSchemaText() },
  ];
}

/** The schema of the files that `codearts-build simulator --seed` reads, for editors. */
function seedSchemaText(): string {
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  return `${JSON.stringify({ $schema, $comment: notice, title: "What a simulator begins with", ...seedSchema }, null, 2)}\n`;
}

/** `src/simulatorData.ts`: what the simulator knows of the specification. */
export function emitSimulatorData(model: Model, document: JsonObject): OutputFile {
  const { operations, schemas, regions, servers } = simulatorData(model, document);
  const fields = Object.entries({ operations, schemas, regions, servers }).map(
    ([name, value]) => `  ${name}: ${literal(value as unknown as Json, name.length + 4, "  ")},\n`,
  );
  const imports = [
    importNames("./errorCatalogue.js", ["errorMeanings"], false),
    importNames("./codearts/simulator/data.js", ["SimulatorData"], true),
  ];
  // The catalogue is in the package already.
  const value = `{\n${fields.join("")}  errors: errorMeanings,\n}`;
  const constant = printConstant(
    "simulatorData: SimulatorData",
    value,
    "What the simulator knows of the specification.",
  );
  return { path: "src/simulatorData.ts", text: printModule(`// ${notice}`, imports, [constant]) };
}

/** What the package's README shows of it. */
const simulatorSample = `import { CodeArtsBuild } from "codearts-build";
import { createSimulator } from "codearts-build/simulator";

const service = createSimulator();
const { job_id } = service.addJob({ job_name: "demo", steps: ["Code checkout", "Build with Maven"] });
const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, credentials: service.credentials() });

service.plan(job_id, { outcome: "failure", endsAt: "Build with Maven" });
const { actual_build_number: build_no } = await build.runJob({ job_id });
const { result } = await build.waitForBuild({ job_id, build_no });
console.log(\`build \${build_no} ended as \${result}\`);
`;

const entry = `// ${notice}

import { Simulator, type SimulatorOptions } from "./codearts/simulator/index.js";
import { simulatorData } from "./simulatorData.js";

export type * from "./codearts/simulator/index.js";

/**
 * Makes a service in miniature, in this process: for tests, and for a first try without an account.
 *
 *     const service = createSimulator();
 *     const { job_id } = service.addJob({ job_name: "demo" });
 *     const { url: baseUrl, fetch } = service;
 *     const build = new CodeArtsBuild({ baseUrl, fetch, credentials: service.credentials() });
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return new Simulator(simulatorData, options);
}
`;

const commandLine = `// ${notice}

import { createSimulator } from "./simulator.js";
import { main } from "./codearts/simulator/cli.js";

process.exitCode = await main(process.argv.slice(2), createSimulator);
`;

// Not the module that it imports: npm links a program only if it is there before anything is built.
const program = `#!/usr/bin/env node
// ${notice}

import "../dist/cli.js";
`;

/** The chapter of the package's README about it. */
export const simulatorChapter = [
  "## Without an account",
  "A simulator of the service is in the package: tasks, builds that queue, run and end, logs, errors, and faults on demand. In your tests it runs in the same process, as a `fetch`:",
  fence("ts", simulatorSample),
  'With `createSimulator({ clock: "manual" })` and the client option `clock: service.clock`, `await service.clock.until(build.waitForBuild({ job_id, build_no }))` takes no time. Any other program can reach it on a port:',
  fence("sh", "npx codearts-build simulator --port 8080"),
  "## More",
];
