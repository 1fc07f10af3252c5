import { type ChildProcess, fork } from "node:child_process";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { median, ratioOf, type Ratio } from "../statistics.js";
import type { Cost, Round } from "./worker.js";

/** What a call costs a contender, and in relation to another. */
export interface Line {
  readonly contender: string;
  readonly cpu: number;
  readonly wall: number;
  /** Of the processor time, to that of each other contender. */
  readonly ratios: Readonly<Record<string, Ratio>>;
}

/** One load, and what it cost each contender. */
export interface Load {
  readonly jobs: number;
  readonly together: number;
  readonly lines: readonly Line[];
}

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Starts a program of this folder as plain JavaScript, with the package as it was built: what runs TypeScript gives every
 * function its name when it is made, and those pay most who make most functions.
 */
async function start(name: string, args: readonly string[] = []): Promise<ChildProcess> {
  const outfile = file(`../dist/${name}.mjs`);
  const entryPoints = [file(`${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, packages: "external", format: "esm", tsconfigRaw: {} });
  return fork(outfile, args, { execArgv: [] });
}

/** The next message of a child process; an error if it ends instead. */
function heard<T>(child: ChildProcess, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${what} ended with ${String(code)}.`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
}

/** Measures each contender under each load: in turns, in processes of their own, against one server. */
export async function measureCalls(
  contenders: readonly string[],
  loads: ReadonlyArray<Omit<Round, "calls">>,
  { rounds, calls }: { readonly rounds: number; readonly calls: number },
): Promise<Load[]> {
  const server = await start("server");
  const workers = new Map<string, ChildProcess>();
  try {
    const base = `http://127.0.0.1:${await heard<number>(server, "The server")}`;
    for (const name of contenders) workers.set(name, await start("worker", [name, base]));
    const turn = async (name: string, round: Round): Promise<Cost> => {
      const worker = workers.get(name);
      if (worker === undefined) throw new Error(`There is no process for ${name}.`);
      worker.send(round);
      return heard<Cost>(worker, name);
    };
    const measured: Load[] = [];
    for (const load of loads) {
      const costs = new Map(contenders.map((name): [string, Cost[]] => [name, []]));
      // The first round warms up: code is optimized, connections are open.
      for (let round = -1; round < rounds; round++) {
        for (const name of contenders) {
          const cost = await turn(name, { ...load, calls });
          if (round >= 0) costs.get(name)?.push(cost);
        }
      }
      measured.push({ ...load, lines: linesOf(costs) });
    }
    return measured;
  } finally {
    for (const child of [server, ...workers.values()]) child.kill();
  }
}

function linesOf(costs: ReadonlyMap<string, readonly Cost[]>): Line[] {
  const cpuOf = (name: string): number[] => (costs.get(name) ?? []).map(({ cpu }) => cpu);
  return [...costs].map(([contender, own]) => {
    const others = [...costs.keys()].filter((name) => name !== contender);
    return {
      contender,
      cpu: median(cpuOf(contender)),
      wall: median(own.map(({ wall }) => wall)),
      ratios: Object.fromEntries(others.map((name) => [name, ratioOf(cpuOf(contender), cpuOf(name))])),
    };
  });
}
