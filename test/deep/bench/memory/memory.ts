import { execFile, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** By how much memory grows while so much goes through, and while a tenth of it does. */
export interface Growth {
  readonly what: string;
  readonly mebibytes: number;
  readonly mebibytesForATenth: number;
}

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const run = promisify(execFile);

const cases = {
  "a log of 1 GB, saved": ["download", 2 ** 30],
  "a log of 500 MB, followed": ["follow", 500e6],
  "100,000 tasks, page by page": ["paginate", 100_000],
} as const;

/** Measures each case, in processes of their own. When memory is collected is chance, and only adds: the least of three. */
export async function measureMemory(): Promise<Growth[]> {
  const server = fork(file("server.ts"));
  try {
    const port = await new Promise<number>((resolve) => server.once("message", (port) => resolve(port as number)));
    const grown = async (what: string, amount: number): Promise<number> => {
      const base = `http://127.0.0.1:${port}/${amount}`;
      const runs: number[] = [];
      for (let i = 0; i < 3; i++) {
        const { stdout } = await run(process.execPath, [...process.execArgv, file("worker.ts"), what, base]);
        const told = JSON.parse(stdout) as { amount: number; mebibytes: number };
        if (told.amount < amount) throw new Error(`${what}: ${told.amount} of ${amount} came.`);
        runs.push(told.mebibytes);
      }
      return Math.min(...runs);
    };
    const all: Growth[] = [];
    for (const [what, [name, amount]] of Object.entries(cases)) {
      const tenth = Math.round(amount / 10 / 2 ** 20) * 2 ** 20 || amount / 10;
      all.push({
        what,
        mebibytes: await grown(name, amount),
        mebibytesForATenth: await grown(name, name === "download" ? tenth : amount / 10),
      });
    }
    return all;
  } finally {
    server.kill();
  }
}
