import { bundle, type Platform, project, weigh } from "../../package/bundle/bundle.js";
import { client, type Program, raw, vendor } from "../../package/bundle/programs.js";
import { benchFolder } from "./install.js";
import { table } from "./table.js";

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
  return { error: /Could not resolve (["'])\S+\1/.exec(message)?.[0] ?? message.split("\n")[0] ?? "" };
}

/** What the modules of the package are for. */
const PARTS: ReadonlyArray<readonly [part: string, modules: RegExp]> = [
  ["openapi-fetch", /openapi-fetch/],
  ["what the operations are", /\/(operations|client|data)\.ts$/],
  ["advice on error codes", /\/errorCatalogue\.ts$/],
  ["credentials and signatures", /\/(credentials|cached|signing|hash|sha256)\.ts$/],
  ["delivery: attempts, retries, deadlines", /\/(transport|deliver|call|raw|retry|scope|signals|clock|options)\.ts$/],
  ["judging answers, explaining errors", /\/(answer|body|reply|errors|redact|pointer|trace)\.ts$/],
  ["checking arguments, writing times", /\/(request|times)\.ts$/],
  ["waiting, logs, pages, files", /\/(build|buildClient|wait|log|pages|download|promises)\.ts$/],
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
    'import * as operations from "./generated/src/operations.js"; console.log(operations);',
  ],
  [
    "advice on error codes",
    client,
    'import { errorCatalogue } from "./generated/src/errorCatalogue.js"; console.log(errorCatalogue);',
  ],
  [
    "hashes and signatures, where nothing hashes but JavaScript",
    client,
    'import { sign } from "./generated/src/runtime/signing.js"; import { hmac } from "./generated/src/runtime/hash.js"; console.log(sign, hmac);',
  ],
  ["openapi-fetch", raw, 'import createClient from "openapi-fetch"; console.log(createClient({}));'],
];

/** A program of this package: where its bytes are before gzip, and what of its gzipped size cannot be left out. */
export interface Anatomy {
  readonly program: string;
  readonly bytes: number;
  readonly parts: ReadonlyArray<readonly [part: string, bytes: number]>;
  readonly needed: ReadonlyArray<readonly [what: string, gzipped: number]>;
  /** All else, and what the aim leaves for it. */
  readonly rest: number;
  readonly left: number;
}

/** Looks into a bundle that is made of the sources: they tell one part from the other. */
async function dissect(program: Program): Promise<Anatomy> {
  const { bytes, gzipped, modules } = await bundle(program.text, "browser");
  const needed: Array<readonly [string, number]> = [];
  for (const [what, , text] of NEEDED.filter(([, of]) => of === program)) {
    needed.push([what, (await bundle(text, "browser")).gzipped]);
  }
  const inevitable = needed.reduce((sum, [, size]) => sum + size, 0);
  const [rest, left] = [gzipped - inevitable, program.aim - inevitable];
  return { program: program.name, bytes, parts: parts(modules), needed, rest, left };
}

/** A program, bundled. */
interface Bundled {
  readonly program: string;
  readonly bundler: string;
  readonly platform: Platform;
  readonly aim: number | undefined;
  readonly weight: Weight;
}

/**
 * What a program weighs that runs one build, minified and gzipped: with this package, as it was built, and with the
 * vendor's core. By two bundlers, for Node and for browsers.
 */
export async function measureBundles(): Promise<{ bundles: Bundled[]; anatomies: Anatomy[] }> {
  const subjects: readonly Subject[] = [
    { ...client, folder: project },
    { ...raw, folder: project },
    { ...vendor, folder: benchFolder },
  ];
  const bundles: Bundled[] = [];
  for (const subject of subjects) {
    for (const [bundler, weighBy] of Object.entries(bundlers)) {
      for (const platform of ["node", "browser"] as const) {
        const weight = await tryBundler(weighBy, subject, platform);
        bundles.push({ program: subject.name, bundler, platform, aim: subject.aim, weight });
      }
    }
  }
  return { bundles, anatomies: [await dissect(client), await dissect(raw)] };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** The sizes as a table, the aims, and where the bytes are. */
export function printBundles({ bundles, anatomies }: Awaited<ReturnType<typeof measureBundles>>): string {
  const rows = bundles.map(({ program, bundler, platform, weight }) => {
    const sizes =
      "error" in weight ? ["-", `does not build: ${weight.error}`] : [weight.bytes, weight.gzipped].map(kilobytes);
    return [program, `${bundler}, ${platform}`, ...sizes];
  });
  const aims = bundles.flatMap(({ program, bundler, platform, aim, weight }) => {
    if (aim === undefined || "error" in weight) return [];
    const held = weight.gzipped <= aim ? "met" : "missed";
    return [`${program}, ${bundler}, ${platform}: at most ${kilobytes(aim)}: ${kilobytes(weight.gzipped)} ${held}`];
  });
  const lines = (sizes: ReadonlyArray<readonly [string, number]>): string[] =>
    sizes.map(([what, bytes]) => `${String(bytes).padStart(7)} ${what}`);
  const looks = anatomies.flatMap(({ program, bytes, parts, needed, rest, left }) => [
    `\nWhere the ${bytes} bytes of ${program} are, before gzip:`,
    ...lines(parts),
    `What ${program} cannot do without, each gzipped by itself:`,
    ...lines([...needed, [`all else, for which the aim leaves ${left}`, rest]]),
  ]);
  return [table(["a program's bundle", "by, for", "minified", "gzipped"], rows), ...aims, ...looks].join("\n");
}
