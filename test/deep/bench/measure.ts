import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { median } from "./statistics.js";

/** What one run of a command cost. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of all its processes together, those in machine code included. */
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

/** The shell knows what the processes that it started used, and what those started. */
const script = '"$@"; code=$?; times >&3; exit $code';

/** Runs a Node program to its end, and tells what that and its child processes cost. Memory is read from Linux's `/proc`. */
export async function measure({ words, folder }: Command): Promise<Cost | Failure> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  const before = performance.now();
  const child = spawn("sh", ["-c", script, "sh", process.execPath, ...words], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const peaks = new Map<number, number>();
  const watch = setInterval(() => look(child.pid ?? 0, peaks), 20);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const channels = [1, 2, 3].map((channel) => text(child.stdio[channel] as Readable));
  const [printed = "", said = "", times = ""] = await Promise.all(channels);
  const code = await ended;
  clearInterval(watch);
  const wallSeconds = (performance.now() - before) / 1000;
  if (code !== 0) return { failure: whatFailed(said) ?? whatFailed(printed) ?? `exit code ${code}` };
  return { wallSeconds, cpuSeconds: secondsIn(times), peakMegabytes: Math.max(0, ...peaks.values()) / 1e6 };
}

/** Notes the peak of a process, and of those that it has started. The kernel keeps peaks: looking now and then is enough. */
function look(pid: number, peaks: Map<number, number>): void {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
    peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0));
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8");
      for (const [child] of children.matchAll(/\d+/g)) look(Number(child), peaks);
    }
  } catch (error) {
    // It has ended since.
    if (!["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** The second line of `times` is of the processes started: `0m1.25s 0m0.30s`. */
function secondsIn(times: string): number {
  const [, children = ""] = times.trim().split("\n");
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`The shell told no times: ${times}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/** The line that says what went wrong: the first that looks like an error, else the last. */
function whatFailed(said: string): string | undefined {
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /\berror\b|:\d+:\d+[: ]/i.test(line)) ?? lines.at(-1);
}

/** Each figure's median over some runs. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    wallSeconds: median(costs.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: median(costs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}
