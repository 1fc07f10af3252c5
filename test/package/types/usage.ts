// What a user types, and what the compiler says of it. Compiled by types.test.ts, never run: each misuse must be an error.
import { ApiError, CodeArtsBuild, accessKey, password, token, type Job, type RunJobRequest } from "codearts-build";
import { fromEnvironment, saveTo } from "codearts-build/node";
import { createRawClient } from "codearts-build/raw";

const job_id = "48c66c6002964721be537cdc6ce0297b";
const project_id = "6ecbc5bac7c8442fb3d2563d53c13582";
const { signal } = new AbortController();

export async function uses(): Promise<void> {
  const build = new CodeArtsBuild({
    region: "ap-southeast-3",
    credentials: accessKey({ accessKeyId: "AK", secretAccessKey: "SK", projectId: "auto" }),
    timeout: 30_000,
    retries: 0,
    timeZone: "America/Sao_Paulo",
    userAgent: "release-bot/1.0",
    logger: ({ event, operation, status }) => {
      console.log(event, operation, status);
    },
  });

  const { jobs, total } = await build.showJobListByProjectId({ project_id, page_size: 50 });
  const first: Job | undefined = jobs[0];
  const count: number = total;
  for await (const job of build.showJobListByProjectId({ project_id, page_size: 50 }))
    console.log(job.job_name, first, count);

  const request: RunJobRequest = { job_id, parameter: [{ name: "codeBranch", value: "main" }] };
  const run = await build.runJob(request, { signal });
  const build_no: string = run.actual_build_number;
  const onProgress = ({ state, elapsed }: { state: string; elapsed: number }): void => console.log(state, elapsed);
  const outcome = await build.waitForBuild({ job_id, build_no }, { onProgress, deadline: 3_600_000 });
  const result: "success" | "failure" | "aborted" | "never-scheduled" = outcome.result;
  for await (const text of build.followLog({ job_id, build_no: 20 })) console.log(text.length, result);

  const log = await build.downloadBuildLog({ record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" });
  const type: string | null | undefined = log.contentType;
  await saveTo(log, "build.log", { signal, onProgress: () => console.log(type) });
  const { data, response, requestId } = await build.showJobInfo({ job_id }).withResponse();
  console.log(data.result.job_name, response.status, requestId);

  await build.showJobSuccessRatio({ job_id, start_time: new Date(), end_time: "2026-01-31" });
  const { result: config } = await build.listJobConfig({ job_id });
  if (config.steps)
    await build.updateBuildJob({ arch: "x86-64", project_id, job_id, job_name: "demo", steps: config.steps });

  const raw = createRawClient({ baseUrl: "http://localhost:8080", credentials: token(() => Promise.resolve("t")) });
  const answer = await raw.GET("/v3/jobs/{job_id}/status", { params: { path: { job_id } } });
  if (answer.data) console.log(answer.data.result satisfies boolean);
  else console.log(answer.error.error_code);
}

export function misuses(build: CodeArtsBuild): void {
  // @ts-expect-error: the task's id is missing
  void build.runJob({});
  // @ts-expect-error: a name that the operation does not have
  void build.runJob({ job_id, branch: "main" });
  // @ts-expect-error: a build number is a number or text
  void build.stopBuildJob({ job_id, build_no: true });
  // @ts-expect-error: not one of the two levels
  void build.downloadBuildLog({ record_id: job_id, log_level: "TRACE" });
  // @ts-expect-error: an operation that does not exist
  const missing: unknown = build.startJob;
  // @ts-expect-error: no credentials
  console.log(missing, new CodeArtsBuild({ region: "ap-southeast-3" }));
  // @ts-expect-error: a secret access key is missing
  accessKey({ accessKeyId: "AK" });
  // @ts-expect-error: a password needs to know whose
  password({ password: "secret" });
  // @ts-expect-error: only lists are iterable
  for (const part of build.showJobInfo({ job_id })) console.log(part);
  // @ts-expect-error: what a call returns is a promise
  console.log(build.showJobStatus({ job_id }).result);
}

export function explains(error: unknown): string | undefined {
  return error instanceof ApiError ? (error.hint ?? error.code) : fromEnvironment.name;
}
