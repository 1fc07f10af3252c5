import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { format, promisify } from "node:util";
import type { SeenRequest, Simulator } from "codearts-build/simulator";
import { vi } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { workshop } from "./compile.js";
import { environmentOf, furnish } from "./world.js";

/** When the programs run: a Monday, 09:00 in the service's local time. */
const NOW = Date.UTC(2026, 0, 5, 1);

/** What a program did. */
export interface Run {
  readonly printed: string;
  /** What it sent through the global `fetch`. */
  readonly requests: readonly SeenRequest[];
}

/** A simulator of the package that the programs import. */
export async function newSimulator(): Promise<Simulator> {
  const entry = join(workshop, "node_modules/codearts-build/dist/simulator.js");
  const { createSimulator } = (await import(pathToFileURL(entry).href)) as { createSimulator: () => Simulator };
  return createSimulator();
}

/**
 * Runs a compiled program in this process as if it were alone: the global `fetch` is a simulator that holds what the
 * program speaks of, the clock jumps to whatever is waited for, the folder is empty, and what is printed is kept.
 */
export async function runProgram(name: string, text: string): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "guides-"));
  const before = { folder: process.cwd(), exitCode: process.exitCode };
  let printed = "";
  const print = (piece: unknown): boolean => {
    printed += piece instanceof Uint8Array ? new TextDecoder().decode(piece) : String(piece);
    return true;
  };
  const printLine = (...values: unknown[]): void => void print(`${format(...values)}\n`);
  vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  try {
    const service = await newSimulator();
    furnish(service, text);
    for (const [variable, value] of Object.entries(environmentOf(service))) vi.stubEnv(variable, value);
    vi.stubGlobal("fetch", service.fetch);
    for (const method of ["log", "info", "warn", "error"] as const) {
      vi.spyOn(console, method).mockImplementation(printLine);
    }
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation(print);
    process.chdir(folder);
    await settle(import(pathToFileURL(join(workshop, `${name}.mjs`)).href));
    return { printed, requests: service.requests };
  } finally {
    process.chdir(before.folder);
    process.exitCode = before.exitCode;
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits for a program; whenever it waits for nothing but the clock, the clock moves on. */
async function settle(program: Promise<unknown>): Promise<void> {
  const state = { over: false };
  const end = program.finally(() => {
    state.over = true;
  });
  end.catch(() => undefined);
  for (;;) {
    // Files are read and written meanwhile, which takes a few rounds.
    for (let round = 0; round < 20 && !state.over; round++) await new Promise<void>((resolve) => setImmediate(resolve));
    if (state.over) break;
    if (vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
  }
  await end;
}

/** The command that runs a program which is a test itself; undefined for other programs. */
export function testRunner(name: string, text: string): readonly string[] | undefined {
  const file = join(workshop, `${name}.mjs`);
  if (text.includes('from "node:test"')) return ["--test", file];
  if (!text.includes('from "vitest"')) return undefined;
  const vitest = join(projectFolder, "node_modules/vitest/vitest.mjs");
  return [vitest, "run", "--root", dirname(file), basename(file)];
}

/** Runs a program that is a test, as its reader would. Rejects with what the runner prints when it fails. */
export async function runTest(command: readonly string[]): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|TEST$)/.test(name));
  const { stdout } = await promisify(execFile)(process.execPath, [...command], { env: Object.fromEntries(inherited) });
  return stdout;
}
