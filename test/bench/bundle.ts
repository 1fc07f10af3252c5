/**
 * What a program weighs that runs one build, minified and gzipped: with this package, as it was built, and with the
 * vendor's core. By two bundlers, for Node and for browsers.
 */
import { bundle, type Platform, project, weigh } from "../bundle/bundle.js";
import { client, type Program, raw, vendor } from "../bundle/programs.js";
import { fileURLToPath } from "node:url";
import { install } from "./install.js";

/** A program that is weighed. */
interface Subject {
  readonly name: string;
  readonly text: string;
  readonly aim?: number;
  /** Where what it imports is installed. */
  readonly folder: string;
}

/** What a bundler made of a program. */
interface Made {
  readonly bytes: number;
  readonly gzipped: number;
  /** What the bundle still imports when it runs. */
  readonly imports: readonly string[];
}

/** What came of one bundler for one platform. */
type Weight = Made | { readonly error: string };

type Bundler = (text: string, platform: Platform, folder: string) => Promise<Made>;

const bench = fileURLToPath(new URL(".", import.meta.url));

const byRolldown: Bundler = async (text, platform, folder) => {
  const { rolldown } = await import("rolldown");
  const program = `${folder}program.mjs`;
  const bundler = await rolldown({
    input: program,
    platform,
    // What it cannot find it leaves to fail when the program runs: that is no bundle.
    onLog(_, { code, message }) {
      if (code === "UNRESOLVED_IMPORT") throw new Error(message);
    },
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === program ? id : null),
        load: (id) => (id === program ? text : null),
      },
    ],
  });
  const { output } = await bundler.generate({ format: "esm", minify: true });
  await bundler.close();
  const chunks = output.filter((part) => part.type === "chunk");
  const imports = chunks.flatMap((chunk) => chunk.imports);
  return { ...weigh(chunks.map(({ code }) => code).join("")), imports };
};

const bundlers: Readonly<Record<string, Bundler>> = { esbuild: bundle, rolldown: byRolldown };

/** Weighs a program; one that no browser could load has not been built. */
async function tryBundler(bundler: Bundler, { text, folder }: Subject, platform: Platform): Promise<Weight> {
  try {
    const made = await bundler(text, platform, folder);
    if (platform === "node" || made.imports.length === 0) return made;
    return { error: `the bundle still imports ${[...new Set(made.imports)].join(", ")}` };
  } catch (error) {
    return failure(error);
  }
}

/** The most telling line of what the bundler has against the program. */
function failure(error: unknown): { readonly error: string } {
  const { message } = error as Error;
  return { error: /Could not resolve .*/.exec(message)?.[0] ?? message.split("\n")[0] ?? "" };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function row({ name, aim }: Subject, bundler: string, platform: Platform, weight: Weight): string {
  const head = `${name.padEnd(20)} ${bundler.padEnd(9)} ${platform.padEnd(8)}`;
  if ("error" in weight) return `${head} does not build: ${weight.error}`;
  const { bytes, gzipped } = weight;
  const held = aim === undefined ? "" : `aim ${kilobytes(aim)}${gzipped <= aim ? "" : ": missed"}`;
  return `${head} ${kilobytes(bytes).padStart(9)} ${kilobytes(gzipped).padStart(9)} gzipped  ${held}`.trimEnd();
}

/** What the modules of the package are for. */
const PARTS: ReadonlyArray<readonly [part: string, modules: RegExp]> = [
  ["openapi-fetch", /openapi-fetch/],
  ["what the operations are", /\/(operations|client|data)\.js$/],
  ["advice on error codes", /\/errorCatalogue\.js$/],
  ["credentials and signatures", /\/(credentials|cached|signing|hash|sha256)\.js$/],
  ["delivery: attempts, retries, deadlines", /\/(transport|deliver|call|raw|retry|scope|clock|options)\.js$/],
  ["judging answers, explaining errors", /\/(answer|reply|errors|redact|pointer|trace)\.js$/],
  ["checking arguments, writing times", /\/(request|times)\.js$/],
  ["waiting, logs, pages, files", /\/(build|buildClient|wait|log|pages|download|promises)\.js$/],
];

/** The size of each part, the largest first. */
function parts(modules: Readonly<Record<string, number>>): Array<[part: string, bytes: number]> {
  const sizes = new Map<string, number>();
  for (const [path, bytes] of Object.entries(modules)) {
    const part = PARTS.find(([, pattern]) => pattern.test(path))?.[0] ?? path;
    sizes.set(part, (sizes.get(part) ?? 0) + bytes);
  }
  return [...sizes].sort(([, a], [, b]) => b - a);
}

/** What cannot be left out, each by itself: how little an aim leaves for everything else. */
const NEEDED: ReadonlyArray<readonly [what: string, of: Program, text: string]> = [
  [
    "names, paths and rules of all operations",
    client,
    'import * as operations from "./generated/dist/operations.js"; console.log(operations);',
  ],
  [
    "advice on error codes",
    client,
    'import { errorCatalogue } from "./generated/dist/errorCatalogue.js"; console.log(errorCatalogue);',
  ],
  [
    "hashes and signatures, where nothing hashes but JavaScript",
    client,
    'import { sign } from "./generated/dist/runtime/signing.js"; import { hmac } from "./generated/dist/runtime/hash.js"; console.log(sign, hmac);',
  ],
  ["openapi-fetch", raw, 'import createClient from "openapi-fetch"; console.log(createClient({}));'],
];

/** Tells what is left of the aim of each program once it carries what it cannot do without. */
async function printNeeded(program: Program, folder: string): Promise<void> {
  let left = program.aim;
  process.stdout.write(`\nWhat ${program.name} cannot do without, each gzipped by itself:\n`);
  for (const [what, , text] of NEEDED.filter(([, of]) => of === program)) {
    const { gzipped } = await bundle(text, "browser", folder);
    left -= gzipped;
    process.stdout.write(`${String(gzipped).padStart(7)} ${what}\n`);
  }
  const { gzipped } = await bundle(program.text, "browser", folder);
  const rest = gzipped - (program.aim - left);
  process.stdout.write(`${String(rest).padStart(7)} all else, for which the aim leaves ${left}\n`);
}

install();
const subjects: readonly Subject[] = [
  { ...client, folder: project },
  { ...raw, folder: project },
  { ...vendor, folder: bench },
];
const results: object[] = [];
for (const subject of subjects) {
  for (const [bundler, weighBy] of Object.entries(bundlers)) {
    for (const platform of ["node", "browser"] as const) {
      const weight = await tryBundler(weighBy, subject, platform);
      process.stdout.write(`${row(subject, bundler, platform, weight)}\n`);
      results.push({ program: subject.name, bundler, platform, ...weight });
    }
  }
}
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(results)}\n`);
for (const { name, text, folder } of subjects.slice(0, 2)) {
  const { bytes, modules } = await bundle(text, "browser", folder);
  process.stdout.write(`\nWhere the ${bytes} bytes of ${name} are, before gzip:\n`);
  for (const [part, size] of parts(modules)) process.stdout.write(`${String(size).padStart(7)} ${part}\n`);
}
for (const program of [client, raw]) await printNeeded(program, project);
