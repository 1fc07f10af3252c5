// What all command lines of this repository have in common: how they are asked, answer, and end.
import { readFileSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { endWithReader } from "./pipe.js";

/** Where a command writes: data on stdout, words for people on stderr. */
export interface Terminal {
  readonly print: (text: string) => void;
  /** Ends the line. */
  readonly say: (text: string) => void;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What a command was asked for. */
export interface Asked<Known extends Options> {
  readonly options: ReturnType<typeof parseArgs<{ options: Known }>>["values"];
  /** The words that are no options. */
  readonly words: readonly string[];
}

/** A command line. `--help` and `--version` are known to every one, and are not among its `options`. */
export interface Command<Known extends Options> {
  /** The first lines of what `--help` prints: how it is called, and what it does. */
  readonly usage: string;
  /** What each option or word means, one line each. */
  readonly means: ReadonlyArray<readonly [option: string, meaning: string]>;
  /** What its exit codes mean, where 0, 1 and 2 need more words than usual. */
  readonly codes?: string;
  readonly options: Known;
  /** True where it takes words that are no options. */
  readonly takesWords?: boolean;
  /** Gives the exit code: 0 done, 1 problems. Throws `Misuse` where it was asked for something that it cannot do. */
  readonly run: (asked: Asked<Known>, terminal: Terminal) => number | Promise<number>;
}

/** A command was asked for something that it cannot do: exit code 2. An empty message shows the usage alone. */
export class Misuse extends Error {}

const common = { help: { type: "boolean" }, version: { type: "boolean" } } as const;

/** The terminal of this process. */
export const processTerminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
};

/** Runs a command line with these words: gives its exit code. */
export async function runCommand<Known extends Options>(
  command: Command<Known>,
  words: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<number> {
  const usage = usageOf(command);
  try {
    const { values, positionals } = read({ ...command.options, ...common }, words, command.takesWords === true);
    if (values.help === true) terminal.print(usage);
    else if (values.version === true) terminal.print(`${version()}\n`);
    else return await command.run({ options: values as Asked<Known>["options"], words: positionals }, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    terminal.say(error.message === "" ? usage : `${error.message}\n\n${usage}`);
    return 2;
  }
}

/** Starts a command line in this process: with the words that it was called with, and its exit code. */
export async function start(main: (words: readonly string[]) => Promise<number>): Promise<void> {
  endWithReader();
  process.exitCode = await main(process.argv.slice(2));
}

function usageOf({ usage, means, codes = "0 done, 1 problems, 2 misuse" }: Command<Options>): string {
  const all = [...means, ["--help", "print this"], ["--version", "print the version of the project"]] as const;
  const width = Math.max(...all.map(([option]) => option.length));
  const lines = all.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}\n`);
  return `${usage.trimEnd()}\n\n${lines.join("")}\nExit codes: ${codes}.\n`;
}

function read(
  options: Options,
  words: readonly string[],
  allowPositionals: boolean,
): { values: Readonly<Record<string, unknown>>; positionals: string[] } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals });
  } catch (error) {
    // A second sentence is about words that begin with a dash: none of the commands takes such.
    const [message = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new Misuse(`${message}.`);
  }
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
