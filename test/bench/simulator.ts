/** How many calls a second the simulator answers through the whole client, on one core. The aim: 2,000. */
import { CodeArtsBuild } from "codearts-build";
import { newSimulator } from "../simulator/specification.js";

const ROUNDS = 5;
const CALLS = 2_000;

async function round(kind: "token" | "accessKey"): Promise<number> {
  const service = newSimulator({ clock: "real" });
  const { job_id, project_id } = service.addJob();
  for (let i = 0; i < 9; i++) service.addJob();
  const build = new CodeArtsBuild({
    baseUrl: service.url,
    fetch: service.fetch,
    credentials: service.credentials(kind),
  });
  const { actual_build_number } = await build.runJob({ job_id });
  const before = process.cpuUsage();
  for (let i = 0; i < CALLS; i += 4) {
    await build.showJobStatus({ job_id });
    await build.showJobListByProjectId({ project_id, page_size: 10 });
    await build.showRecordDetail({ job_id, build_no: Number(actual_build_number) });
    await build.downloadRealTimeLog({ job_id, build_no: Number(actual_build_number), offset: 0 });
  }
  const { user, system } = process.cpuUsage(before);
  return CALLS / ((user + system) / 1e6);
}

for (const kind of ["token", "accessKey"] as const) {
  const rates: number[] = [];
  for (let i = 0; i < ROUNDS; i++) rates.push(await round(kind));
  const [median = 0] = rates.sort((a, b) => a - b).slice(ROUNDS >> 1);
  const shown = rates.map((rate) => Math.round(rate)).join(", ");
  process.stdout.write(
    `${kind.padEnd(9)} ${String(Math.round(median)).padStart(6)} calls a second of processor time (${shown})\n`,
  );
  if (median < 2_000) process.exitCode = 1;
}
