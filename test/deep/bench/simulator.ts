/**
 * How many calls a second the simulator answers through the whole client, one after the other: on one core, and in two
 * processes side by side. The aim is 2,000 on two cores.
 */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { CodeArtsBuild } from "codearts-build";
import { endWithReader } from "../../../generator/core/lib/pipe.js";
import { newSimulator } from "../../codearts/simulator/specification.js";

endWithReader();

const ROUNDS = 5;
const CALLS = 4_000;

async function round(kind: "token" | "accessKey"): Promise<number> {
  const service = newSimulator({ clock: "real" });
  const { job_id, project_id } = service.addJob();
  for (let i = 0; i < 9; i++) service.addJob();
  const credentials = service.credentials(kind);
  const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, credentials });
  const { actual_build_number } = await build.runJob({ job_id });
  const build_no = Number(actual_build_number);
  const before = performance.now();
  for (let i = 0; i < CALLS; i += 4) {
    await build.showJobStatus({ job_id });
    await build.showJobListByProjectId({ project_id, page_size: 10 });
    await build.showRecordDetail({ job_id, build_no });
    await build.downloadRealTimeLog({ job_id, build_no, offset: 0 });
  }
  return (1_000 * CALLS) / (performance.now() - before);
}

/** The median of some rounds; the first ones run before the code is optimized. */
async function measure(kind: "token" | "accessKey"): Promise<number> {
  const rates: number[] = [];
  for (let i = 0; i < 2 * ROUNDS; i++) rates.push(await round(kind));
  return rates.slice(ROUNDS).sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

/** The sum of what so many processes reach at the same time. */
async function together(kind: string, processes: number): Promise<number> {
  const command = [...process.execArgv, fileURLToPath(import.meta.url), kind];
  const runs = Array.from({ length: processes }, async () => {
    const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
    return Number(await text(child.stdout));
  });
  return (await Promise.all(runs)).reduce((sum, rate) => sum + rate, 0);
}

const [asked] = process.argv.slice(2);
if (asked === "token" || asked === "accessKey") {
  process.stdout.write(String(await measure(asked)));
} else {
  for (const kind of ["token", "accessKey"]) {
    const [one, two] = [await together(kind, 1), await together(kind, 2)];
    process.stdout.write(
      `${kind.padEnd(9)} ${one.toFixed(0).padStart(6)} calls a second, ${two.toFixed(0)} in two processes\n`,
    );
    if (two < 2_000) process.exitCode = 1;
  }
}
