import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The sum of what so many processes reach at the same time. */
async function together(kind: string, processes: number): Promise<number> {
  const command = [...process.execArgv, fileURLToPath(new URL("simulatorWorker.ts", import.meta.url)), kind];
  const runs = Array.from({ length: processes }, async () => {
    const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
    return Number(await text(child.stdout));
  });
  return (await Promise.all(runs)).reduce((sum, rate) => sum + rate, 0);
}

/**
 * How many calls a second the simulator answers through the whole client, one after the other: on one core, and in two
 * processes side by side, with tokens and with access keys.
 */
export async function measureSimulator(): Promise<Array<{ kind: string; one: number; two: number }>> {
  const found = [];
  for (const kind of ["token", "accessKey"])
    found.push({ kind, one: await together(kind, 1), two: await together(kind, 2) });
  return found;
}
