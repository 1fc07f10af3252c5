// A program as users write it: every entry point, several operations. The deep tests compile it against the packed
// package, with each compiler and setting that users have; nothing here runs.
import {
  ApiError,
  BuildFailedError,
  CodeArtsBuild,
  accessKey,
  isCodeArtsBuildError,
  token,
  type BuildOutcome,
  type ClientOptions,
  type Download,
  type Job,
  type RunJobRequest,
  type RunJobResponse,
} from "codearts-build";
import { fromEnvironment, saveTo, type SaveOptions } from "codearts-build/node";
import { createRawClient, type RawClient, type components, type paths } from "codearts-build/raw";
import { createSimulator, type JobSeed, type Simulator } from "codearts-build/simulator";

export const options: ClientOptions = {
  region: "ap-southeast-3",
  credentials: accessKey({ accessKeyId: "AK", secretAccessKey: "SK", projectId: "auto" }),
  timeout: 30_000,
};
const build = new CodeArtsBuild(options);
const job_id = "48c66c6002964721be537cdc6ce0297b";
const project_id = "6ecbc5bac7c8442fb3d2563d53c13582";

export async function run(branch: string | undefined): Promise<BuildOutcome> {
  const request: RunJobRequest = { job_id, scm: branch === undefined ? undefined : { build_tag: branch } };
  const response: RunJobResponse = await build.runJob(request, { signal: AbortSignal.timeout(10_000) });
  const outcome = await build.waitForBuild({ job_id, build_no: response.actual_build_number });
  for await (const text of build.followLog({ job_id, build_no: 20 })) console.log(text);
  return outcome;
}

export async function list(): Promise<Job[]> {
  const found: Job[] = [];
  for await (const job of build.showJobListByProjectId({ project_id, page_size: 100 })) found.push(job);
  const { data, response, requestId } = await build.showJobInfo({ job_id }).withResponse();
  console.log(data.result.job_name, response.status, requestId);
  await build.showJobSuccessRatio({ job_id, start_time: new Date(), end_time: "2026-01-31" });
  return found;
}

export async function download(how: SaveOptions): Promise<number> {
  const log: Download = await build.downloadBuildLog({ record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" });
  return saveTo(log, "build.log", how);
}

export async function raw(): Promise<string | undefined> {
  const client: RawClient<paths> = createRawClient({ region: "ap-southeast-3", credentials: token("t") });
  const { data, error } = await client.GET("/v3/jobs/{job_id}/status", { params: { path: { job_id } } });
  const job: components["schemas"]["Job"] | undefined = undefined;
  return data === undefined ? error.error_code : String(data.result || job);
}

export async function test(seed: JobSeed): Promise<number> {
  const simulator: Simulator = createSimulator({ clock: "manual" });
  const client = new CodeArtsBuild({
    baseUrl: simulator.url,
    fetch: simulator.fetch,
    credentials: simulator.credentials("accessKey"),
  });
  simulator.fault({ status: 429 });
  await client.runJob(simulator.addJob(seed));
  await simulator.clock.advance(60_000);
  return simulator.state.jobs.length;
}

export function explain(error: unknown): string | undefined {
  if (error instanceof ApiError) return error.hint ?? error.code;
  if (error instanceof BuildFailedError) return error.message;
  return isCodeArtsBuildError(error) ? error.name : fromEnvironment({}).constructor.name;
}
