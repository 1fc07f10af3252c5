import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type Asked, Misuse, processTerminal, runCommand, type Terminal } from "../shell/shell.js";
import { projectFolder } from "./folder.js";
import { entryOf } from "../core/load/entry.js";
import type { PackageModel } from "../core/product.js";
import type { Difference } from "../core/output/write.js";
import { formatProblem, type Problem } from "../core/problems.js";

const usage = `Usage: npm run generate [-- <options>]

Makes the package in generated/ from the specification in spec/.
`;

const means = [
  ["--check", "compare generated/ with what would be made; write nothing"],
  ["--only <operationId>", "print what one operation makes; write nothing"],
  ["--dump-model", "print the model as JSON; write nothing"],
  ["--watch", "make it again whenever the specification is saved, until Ctrl-C"],
  ["--spec <path>", "another specification than spec/: its root file, or its folder; needs --out"],
  ["--out <folder>", "another folder than generated/: a new one, an empty one, or one that this command made"],
  ["--allow <path>", "a file or folder outside the specification's folder that it may refer to; can be repeated"],
] as const;

/** The specification that generated/ is made from. */
const ownSpecification = join(projectFolder, "spec");

interface Options {
  readonly check: boolean;
  readonly only: string | undefined;
  readonly dumpModel: boolean;
  readonly watch: boolean;
  /** True for the specification of this project. */
  readonly own: boolean;
  readonly specification: string;
  readonly output: string;
  readonly allowed: readonly string[];
}

const known = {
  check: { type: "boolean", default: false },
  only: { type: "string" },
  "dump-model": { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
  spec: { type: "string", default: "spec" },
  out: { type: "string" },
  allow: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** The command line of `npm run generate`: gives the exit code. `ended` ends a watch; without it, Ctrl-C does. */
export function main(
  words: readonly string[],
  terminal = processTerminal,
  ended: AbortSignal = untilInterrupted(words),
): Promise<number> {
  const run = (asked: Asked<typeof known>, talk: Terminal): Promise<number> => {
    const options = readOptions(asked.options);
    return options.watch ? watch(options, talk, ended) : runOnce(options, talk);
  };
  return runCommand({ usage, means, options: known, run }, words, terminal);
}

async function watch(options: Options, talk: Terminal, ended: AbortSignal): Promise<number> {
  const { watchAndRun } = await import("./watch.js");
  const run = async (): Promise<void> => {
    try {
      await runOnce(options, talk);
    } catch (error) {
      // For example, the file was only half saved: the next run may succeed.
      talk.say(error instanceof Error ? error.message : String(error));
    }
  };
  await watchAndRun({ specification: options.specification, run, say: talk.say, signal: ended });
  return 0;
}

/** Only a watch handles Ctrl-C itself; everything else is ended by it at once. */
function untilInterrupted(words: readonly string[]): AbortSignal {
  const controller = new AbortController();
  if (words.includes("--watch")) {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort());
  }
  return controller.signal;
}

async function runOnce(options: Options, { print, say }: Terminal): Promise<number> {
  const clock = stopwatch();
  const report = (stage: string, outcome: string, took?: number): void =>
    say(`${stage.padEnd(8)} ${(took === undefined ? clock() : seconds(took)).padStart(6)}  ${outcome}`);
  const { unchanged } = await import("./stamp.js");
  const plain = !options.check && options.only === undefined && !options.dumpModel;
  const { refusal } = await import("../core/output/ownership.js");
  const refused = plain ? refusal(options.output, shownPath(options.output)) : undefined;
  if (refused !== undefined) {
    say(`${refused} Nothing was written.`);
    return 1;
  }
  if (plain && unchanged(options.specification, options.output)) {
    report("check", "nothing changed since the last run");
    return 0;
  }
  // Loaded only now: the libraries that make code take most of a second.
  const [pipeline, { readIngredients, readProject }] = await Promise.all([
    import("../core/pipeline.js"),
    import("./project.js"),
  ]);
  const { specification, allowed } = options;
  // A document of another service gets a package of its own.
  const project = options.own ? readProject() : readIngredients();
  const input = { specification, allowed, shownFrom: process.cwd(), project, report };
  if (options.dumpModel || options.only !== undefined) {
    const { problems, model } = await pipeline.understand(input);
    if (problems !== undefined) return reportProblems(problems, say);
    return printModel(model, options.only, { print, say });
  }
  const { problems, files, sources } = await pipeline.generate(input);
  if (problems !== undefined) return reportProblems(problems, say);
  if (options.check) {
    const { compareFolder } = await import("../core/output/write.js");
    return reportCheck(options, compareFolder(options.output, files), say);
  }
  const { build } = await import("./build.js");
  const { errors } = await build({ specification: options.specification, sources }, options.output, files, report);
  if (errors.length === 0) return 0;
  for (const error of errors) say(error);
  say("The generated code does not compile: this is a fault of the generator. Nothing was written.");
  return 1;
}

function reportProblems(problems: readonly Problem[], say: (text: string) => void): number {
  for (const problem of problems) say(formatProblem(problem));
  say(`${count(problems.length, "problem")}. Nothing was written.`);
  return 1;
}

/** Prints the whole model, or what one operation makes. */
async function printModel(model: PackageModel, only: string | undefined, { print, say }: Terminal): Promise<number> {
  if (only === undefined) {
    // The product is no part of what the specification says.
    print(`${JSON.stringify({ ...model, product: undefined }, null, 2)}\n`);
    return 0;
  }
  const { printOperation } = await import("../core/emit/only.js");
  const printed = printOperation(model, only);
  if (typeof printed === "string") print(printed);
  else say(`There is no operation ${only}; ${printed.proposal}`);
  return typeof printed === "string" ? 0 : 2;
}

function reportCheck(options: Options, difference: Difference, say: (text: string) => void): number {
  const shown = shownPath(options.output);
  const lines = [
    ...difference.missing.map((path) => `missing  ${shown}/${path}`),
    ...difference.changed.map((path) => `changed  ${shown}/${path}`),
    ...difference.extra.map((path) => `extra    ${shown}/${path}`),
  ];
  if (lines.length === 0) {
    say(`${shown} is what the specification makes.`);
    return 0;
  }
  for (const line of lines) say(line);
  say(`${count(lines.length, "file")} not as the specification makes them. To correct that: npm run generate`);
  return 1;
}

/** The options, after they were checked against each other and against the disk. */
function readOptions(values: Asked<typeof known>["options"]): Options {
  const { only, check, watch: watches, "dump-model": dumpModel } = values;
  if ([check, only !== undefined, dumpModel, watches].filter(Boolean).length > 1) {
    throw new Misuse("--check, --only, --dump-model and --watch exclude each other.");
  }
  const specification = resolve(values.spec);
  if (entryOf(specification) === undefined) throw new Misuse(missing(specification, values.spec));
  const own = [ownSpecification, resolve(ownSpecification, "openapi.yaml")].includes(specification);
  if (only === undefined && !dumpModel && !own && values.out === undefined) {
    throw new Misuse(`--spec ${values.spec} needs --out: generated/ is made from spec/.`);
  }
  const lost = values.allow.find((path) => !existsSync(path));
  if (lost !== undefined) throw new Misuse(`--allow: there is no ${lost}.`);
  const allowed = values.allow.map((path) => resolve(path));
  const output = resolve(values.out ?? "generated");
  return { check, dumpModel, watch: watches, own, only, specification, allowed, output };
}

/** How messages call a folder. */
function shownPath(folder: string): string {
  return relative(process.cwd(), folder).split(sep).join("/") || ".";
}

function missing(specification: string, shown: string): string {
  return existsSync(specification)
    ? `There is no openapi.yaml, openapi.yml or openapi.json in ${shown}.`
    : `There is no ${shown}.`;
}

/** Tells the time since it was last asked. */
function stopwatch(): () => string {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return seconds(passed);
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
