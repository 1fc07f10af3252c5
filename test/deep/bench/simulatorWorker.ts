// Prints how many calls a second one process makes: started by simulator.ts with the kind of credentials.
import { CodeArtsBuild } from "codearts-build";
import { newSimulator } from "../../codearts/simulator/specification.js";

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

const [kind] = process.argv.slice(2);
process.stdout.write(String(await measure(kind === "accessKey" ? kind : "token")));
