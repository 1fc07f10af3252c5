import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "./inputs.js";
import { entryOf } from "../core/load/entry.js";
import type { Model } from "../core/model/types.js";
import type { Difference } from "../core/output/write.js";
import { formatProblem, type Problem } from "../core/problems.js";

const usage = `Usage: npm run generate [-- <options>]

Makes the package in generated/ from the specification in spec/.

  --check               compare generated/ with what would be made; write nothing
  --only <operationId>  print what one operation makes; write nothing
  --dump-model          print the model as JSON; write nothing
  --watch               make it again whenever the specification is saved, until Ctrl-C
  --spec <path>         another specification than spec/: its root file, or its folder; needs --out
  --out <folder>        another folder than generated/: a new one, an empty one, or one that this command made
  --allow <path>        a file or folder outside the specification's folder that it may refer to; can be repeated
  --help                print this

Exit codes: 0 done, 1 problems, 2 misuse.
`;

/** The specification that generated/ is made from. */
const ownSpecification = join(projectFolder, "spec");

interface Options {
  readonly check: boolean;
  readonly only: string | undefined;
  readonly dumpModel: boolean;
  readonly watch: boolean;
  readonly specification: string;
  readonly output: string;
  readonly allowed: readonly string[];
}

/** What the command line talks through: data on stdout, words for people on stderr. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
}

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
};

/** The command line: returns the exit code. `ended` ends a watch; without it, Ctrl-C does. */
export async function main(
  words: readonly string[],
  talk: Terminal = terminal,
  ended: AbortSignal = untilInterrupted(words),
): Promise<number> {
  const options = readOptions(words);
  if (typeof options === "string") {
    if (options === "") talk.print(usage);
    else talk.say(`${options}\n\n${usage}`);
    return options === "" ? 0 : 2;
  }
  if (!options.watch) return runOnce(options, talk);
  const { watchAndRun } = await import("./watch.js");
  const run = async (): Promise<void> => {
    try {
      await runOnce(options, talk);
    } catch (error) {
      // Half a save, for example: the next one may be whole.
      talk.say(error instanceof Error ? error.message : String(error));
    }
  };
  await watchAndRun({ specification: options.specification, run, say: talk.say, signal: ended });
  return 0;
}

/** Only a watch takes Ctrl-C for itself; anything else is ended by it at once. */
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
  const { unchanged } = await import("../core/output/stamp.js");
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
  const [pipeline, { readProject }] = await Promise.all([import("../core/pipeline.js"), import("./project.js")]);
  const { specification, allowed } = options;
  const input = { specification, allowed, shownFrom: process.cwd(), project: readProject(), report };
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
  const { build } = await import("../core/output/build.js");
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
async function printModel(model: Model, only: string | undefined, { print, say }: Terminal): Promise<number> {
  if (only === undefined) {
    print(`${JSON.stringify(model, null, 2)}\n`);
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
  say(`${count(lines.length, "file")} not as the specification makes them. To mend that: npm run generate`);
  return 1;
}

/** The options, or what is wrong with them; an empty text asks for help. */
function readOptions(words: readonly string[]): Options | string {
  const options = {
    check: { type: "boolean" },
    only: { type: "string" },
    "dump-model": { type: "boolean" },
    watch: { type: "boolean" },
    spec: { type: "string", default: "spec" },
    out: { type: "string" },
    allow: { type: "string", multiple: true, default: [] as string[] },
    help: { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
    if (values.help === true) return "";
    const modes = [values.check, values.only !== undefined, values["dump-model"], values.watch];
    if (modes.filter((mode) => mode === true).length > 1) {
      return "--check, --only, --dump-model and --watch exclude each other.";
    }
    const specification = resolve(values.spec);
    if (entryOf(specification) === undefined) return missing(specification, values.spec);
    const { only } = values;
    const own = [ownSpecification, resolve(ownSpecification, "openapi.yaml")].includes(specification);
    const writes = only === undefined && values["dump-model"] !== true;
    if (writes && !own && values.out === undefined) {
      return `--spec ${values.spec} needs --out: generated/ is made from spec/.`;
    }
    const lost = values.allow.find((path) => !existsSync(path));
    if (lost !== undefined) return `--allow: there is no ${lost}.`;
    const flags = {
      check: values.check === true,
      dumpModel: values["dump-model"] === true,
      watch: values.watch === true,
    };
    const allowed = values.allow.map((path) => resolve(path));
    return { ...flags, only, specification, allowed, output: resolve(values.out ?? "generated") };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
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
