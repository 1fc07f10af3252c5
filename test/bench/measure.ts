import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** What one run of a command cost. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of all its processes together. */
  readonly cpuSeconds: number;
  /** The most memory that one of its processes had. */
  readonly peakMegabytes: number;
}

/** A run that did not succeed, with what it said of that. */
export interface Failure {
  readonly failure: string;
}

/** A Node program with its arguments, and where it is started. */
export interface Command {
  readonly words: readonly string[];
  readonly folder: string;
}

const usage = new URL("usage.mjs", import.meta.url).href;

/** Runs a Node program to its end in a process of its own, and tells what that and its child processes cost. */
export async function measure({ words, folder }: Command): Promise<Cost | Failure> {
  const notes = mkdtempSync(join(tmpdir(), "usage-"));
  const file = join(notes, "usage.jsonl");
  try {
    const env = { ...process.env, NODE_OPTIONS: `--import ${usage}`, BENCH_USAGE: file, REDOCLY_TELEMETRY: "off" };
    const before = performance.now();
    const child = spawn(process.execPath, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const code = await ended;
    const wallSeconds = (performance.now() - before) / 1000;
    if (code !== 0) return { failure: whatFailed(said) ?? whatFailed(printed) ?? `exit code ${code}` };
    return { wallSeconds, ...total(readFileSync(file, "utf8")) };
  } finally {
    rmSync(notes, { recursive: true, force: true });
  }
}

function total(lines: string): Omit<Cost, "wallSeconds"> {
  const processes = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Omit<Cost, "wallSeconds">);
  return {
    cpuSeconds: processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMegabytes: Math.max(...processes.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

/** The line that says what went wrong: the first that looks like an error, else the last. */
function whatFailed(said: string): string | undefined {
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /\berror\b|:\d+:\d+[: ]/i.test(line)) ?? lines.at(-1);
}

/** The middle of some numbers; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Each figure's median over some runs. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    wallSeconds: median(costs.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: median(costs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}
