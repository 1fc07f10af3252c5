import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { type Asked, Misuse, runCommand, type Terminal } from "../../../generator/shell/shell.js";
import { measureSite } from "../../browser/measure.js";
import { measureBundles, printBundles } from "./bundles.js";
import { measureCalls } from "./calls/calls.js";
import { aimsOf, columns, rowsOf } from "./generation/figures.js";
import { measureGeneration } from "./generation/generation.js";
import { install } from "./install.js";
import { measureMemory } from "./memory/memory.js";
import { measureSignatures } from "./signatures.js";
import { measureSimulator } from "./simulator.js";
import { measureStartup } from "./startup.js";
import { type Aim, type Ratio, times, verdict } from "./statistics.js";
import { table } from "./table.js";
import { measureTypecheck } from "./typecheck/typecheck.js";

const usage = `Usage: npm run bench [-- <bench>...]

Measures the package side by side with what a user would take instead, and prints tables of ratios and figures. The same as
JSON is in test/deep/bench/results/. The benches are calls, signatures, bundles, startup, typecheck, memory, generation,
simulator and site.
`;

const means = [
  ["<bench>", "one of them; default: all but `site`, which needs Chromium, and the site that `npm run docs` makes"],
  ["--document <name>", "of generation: what is generated from"],
  ["--rounds <number>", "of generation: how often"],
] as const;

/** What a bench found: for people, and for programs. */
interface Outcome {
  readonly text: string;
  readonly data: unknown;
}

const judged = (ratio: Ratio, aim: Aim): string => `${times(ratio)} ${verdict(ratio, aim)}`;

const ours = "codearts-build, access key";
const bare = "fetch, signed by hand";
const deadline = "fetch, signed, with a deadline";
const library = "openapi-fetch, signed by hand";
const vendor = "vendor's core";

async function calls(): Promise<Outcome> {
  const contenders = [ours, "codearts-build, token", bare, deadline, library, vendor];
  const loads = [1, 50].flatMap((together) => [10, 100].map((jobs) => ({ jobs, together })));
  const data = await measureCalls(contenders, loads, { rounds: 9, calls: 1000 });
  const rows = data.flatMap(({ jobs, together, lines }) =>
    lines.map(({ contender, cpu, wall, ratios }) => [
      contender,
      `${jobs}, ${together} at a time`,
      cpu.toFixed(3),
      wall.toFixed(3),
      ...[bare, vendor].map((other) => (ratios[other] ? times(ratios[other]) : "")),
    ]),
  );
  const verdicts = data.map(({ jobs, together, lines }) => {
    const own = lines.find(({ contender }) => contender === ours);
    const [toBare, toVendor] = [own?.ratios[bare], own?.ratios[vendor]];
    if (!toBare || !toVendor) throw new Error("A contender is missing.");
    return `${jobs} jobs, ${together} at a time: at most 1.20 times the hand-signed fetch: ${judged(toBare, { atMost: 1.2 })}; at most 0.75 times the vendor's: ${judged(toVendor, { atMost: 0.75 })}`;
  });
  // Said with the verdicts, because they are reasons: the aim is measured by a fetch that may hang for ever.
  const costs = (contender: string): string => {
    const ratios = data.map(({ lines }) => lines.find((line) => line.contender === contender)?.ratios[bare]);
    return ratios.flatMap((ratio) => (ratio ? [ratio.median.toFixed(2)] : [])).join(", ");
  };
  verdicts.push(
    `what the hand-signed fetch itself costs with a deadline, in the same order: ${costs(deadline)} times; by openapi-fetch: ${costs(library)} times`,
    "the rest is what a call does beside: checks of arguments, errors with the caller's line, retries, a time limit that can be aborted",
  );
  const head = ["a call", "jobs", "CPU ms", "wall ms", "CPU : fetch", "CPU : vendor"];
  return { text: [table(head, rows), ...verdicts].join("\n"), data };
}

function signatures(): Outcome {
  const data = measureSignatures(9, 5000);
  const rows = data.map(({ what, perSecond, ratio }) => [what, perSecond.toFixed(0), times(ratio)]);
  const own = data.find(({ what }) => what === "codearts-build on Node");
  const aim = own ? `\nat least the vendor's on Node: ${judged(own.ratio, { atLeast: 1 })}` : "";
  return { text: table(["signatures", "a second", "to the vendor's"], rows) + aim, data };
}

function startup(): Outcome {
  const data = measureStartup(15);
  const rows = data.map(({ what, milliseconds, megabytes }) => [
    what,
    times(milliseconds),
    megabytes.median.toFixed(1),
  ]);
  const own = data.find(({ what }) => what === "codearts-build");
  const aim = own ? `\nat most 15 ms: ${judged(own.milliseconds, { atMost: 15 })}` : "";
  return { text: table(["import, beyond an empty module", "ms", "MB"], rows) + aim, data };
}

function typecheck(): Outcome {
  const data = measureTypecheck(5);
  const rows = data.map(({ program, operations, seconds, instantiations, megabytes }) => [
    `${program}, ${operations} operations`,
    seconds.toFixed(2),
    String(instantiations),
    megabytes.toFixed(0),
  ]);
  const verdicts = data
    .filter(({ program }) => program === "codearts-build")
    .map(
      ({ operations, ratio }) =>
        `${operations} operations: no slower than openapi-fetch alone: ${judged(ratio, { atMost: 1 })}`,
    );
  return { text: [table(["type-checking", "seconds", "instantiations", "MB"], rows), ...verdicts].join("\n"), data };
}

async function memory(): Promise<Outcome> {
  const data = await measureMemory();
  const rows = data.map(({ what, mebibytes, mebibytesForATenth }) => [what, `${mebibytes}`, `${mebibytesForATenth}`]);
  // What stays flat grows by the collector's slack, whether ten times as much goes through or not.
  const flat = data.every(({ mebibytes, mebibytesForATenth }) => mebibytes - mebibytesForATenth <= 32);
  const aim = `ten times as much takes at most 32 MiB more: ${flat ? "met" : "missed"}`;
  return { text: `${table(["memory grows by", "MiB", "MiB for a tenth"], rows)}\n${aim}`, data };
}

async function bundles(): Promise<Outcome> {
  const data = await measureBundles();
  return { text: printBundles(data), data };
}

async function generation({ rounds, document }: Options): Promise<Outcome> {
  const data = await measureGeneration(rounds, document);
  return { text: [table(columns, rowsOf(data)), ...aimsOf(data)].join("\n"), data };
}

async function simulator(): Promise<Outcome> {
  const data = await measureSimulator();
  const rows = data.map(({ kind, one, two }) => [kind, one.toFixed(0), two.toFixed(0)]);
  const met = data.every(({ two }) => two >= 2000) ? "met" : "missed";
  const aim = `at least 2,000 calls a second on two cores: ${met}`;
  return {
    text: `${table(["calls a second through client and simulator", "one process", "two"], rows)}\n${aim}`,
    data,
  };
}

/** Of generation only: the other benches have rounds of their own. */
interface Options {
  readonly rounds: number;
  readonly document: string | undefined;
}

const benches: Readonly<Record<string, (options: Options) => Outcome | Promise<Outcome>>> = {
  calls,
  signatures,
  bundles,
  startup,
  typecheck,
  memory,
  generation,
  simulator,
  site: measureSite,
};

const known = { rounds: { type: "string", default: "3" }, document: { type: "string" } } as const;

async function run({ options, words }: Asked<typeof known>, { print }: Terminal): Promise<number> {
  const unknown = words.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    throw new Misuse(`There is no bench "${unknown.join('", "')}": choose among ${Object.keys(benches).join(", ")}.`);
  }
  const rounds = Number(options.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Misuse("--rounds takes a whole number from 1 on.");
  install();
  const folder = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, bench] of Object.entries(benches)) {
    // The site needs a browser: it is measured when it is asked for.
    if (words.length > 0 ? !words.includes(name) : name === "site") continue;
    const { text, data } = await bench({ rounds, document: options.document });
    print(`${text}\n\n`);
    const machine = { node: process.version, cores: availableParallelism() };
    writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ machine, data }, null, 2)}\n`);
  }
  return 0;
}

/** The command line of `npm run bench`: gives the exit code. */
export function main(words: readonly string[]): Promise<number> {
  return runCommand({ usage, means, options: known, takesWords: true, run }, words);
}
