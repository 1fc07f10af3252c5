import { type HandlerAnswer, type Call, type Handler, type Handlers, pageOf, refuse, success } from "./call.js";
import { type Build, type Job, type JobConfig, RESULT_STATES, fieldOf } from "./state.js";

/** How the lists call the state of the last build. */
const COLOURS = { success: "blue", failure: "red", aborted: "aborted", "never-scheduled": "red" } as const;

/** How many of the last builds count for the health score. */
const RECENT = 10;

/** Share of the recent builds that succeeded, 0 to 100; a task that was never built is healthy. */
export function healthScore({ builds }: Job, now: number): number {
  const ended = builds.filter(({ life }) => life.hasEnded(now)).slice(-RECENT);
  const good = ended.filter(({ life }) => life.ending.outcome === "success");
  return ended.length === 0 ? 100 : Math.round((100 * good.length) / ended.length);
}

/** `InQueue`, `Running` or `Finished`. */
export function runningStatus({ life }: Build, now: number): string {
  const phase = life.phase(now);
  return phase === "queued" ? "InQueue" : phase === "running" ? "Running" : "Finished";
}

const isBusy = ({ builds }: Job, now: number): boolean => builds.some(({ life }) => !life.hasEnded(now));

/** What the caller may do: in the simulator, everything. */
const RIGHTS = {
  favorite: false,
  is_modify: true,
  is_delete: true,
  is_execute: true,
  is_copy: true,
  is_forbidden: true,
  is_view: true,
  project_permission_switch: false,
};

function colour(build: Build | undefined, now: number): string {
  if (!build) return "none";
  return build.life.hasEnded(now) ? COLOURS[build.life.ending.outcome] : "building";
}

/** What the list tells of the last build. */
function lastBuild(build: Build, { now, state }: Call): object {
  const { life, job } = build;
  const [scm] = build.config.scms ?? [];
  return {
    last_build_time: life.started ?? life.created,
    task_id: `#${build.daily}`,
    last_build_user: state.account.userName,
    last_build_user_id: state.account.userId,
    code_branch: scm?.branch ?? "master",
    commit_id: build.commit,
    trigger_type: "MANUAL",
    build_time: life.duration(now),
    ...(scm && { scm_web_url: scm.web_url ?? scm.url, scm_type: scm.scm_type, repo_id: scm.repo_id ?? "" }),
    build_number: String(build.number),
    build_project_id: job.buildProjectId,
    build_type: build.type,
    last_job_running_status: runningStatus(build, now),
  };
}

function listed(job: Job, call: Call): object {
  const { now, state } = call;
  const last = job.builds.at(-1);
  return {
    id: job.id,
    job_name: job.config.job_name,
    job_creator: state.account.userId,
    user_name: state.account.userName,
    health_score: healthScore(job, now),
    source_code: "codeci",
    last_build_status: colour(last, now),
    is_finished: !isBusy(job, now),
    disabled: job.disabled,
    ...RIGHTS,
    ...(last && lastBuild(last, call)),
  };
}

interface OfJob {
  readonly job_id: string;
}

const showJobListByProjectId: Handler<{ project_id: string }> = (call) => {
  const { project_id } = call.values;
  call.state.project(project_id);
  const jobs = call.state.jobsOf(project_id);
  return { json: { jobs: pageOf(jobs, call).map((job) => listed(job, call)), total: jobs.length } };
};

const showJobInfo: Handler<OfJob> = ({ state, values, now, operation }) => {
  const job = state.job(values.job_id, operation.path);
  const last = job.builds.at(-1);
  const minutes = job.builds.reduce((sum, { life }) => sum + life.duration(now), 0) / 60_000;
  return success({
    id: job.id,
    project_id: job.buildProjectId,
    ...RIGHTS,
    is_manager: true,
    build_time: minutes.toFixed(2),
    charge_time: minutes.toFixed(2),
    create_time: job.created,
    disabled: job.disabled,
    source_code: "codeci",
    new_build: false,
    job_name: job.config.job_name,
    health_score: healthScore(job, now),
    last_build_status: colour(last, now),
    ...(last && { running_status: runningStatus(last, now), last_build_time: last.life.started ?? last.life.created }),
  });
};

const showJobStatus: Handler<OfJob> = ({ state, values, now }) => ({
  json: { result: isBusy(state.job(values.job_id), now) },
});

const listJobConfig: Handler<OfJob & { get_all_params?: string }> = ({ state, values }) => {
  const { config } = state.job(values.job_id);
  const all = values.get_all_params !== "false";
  const parameters = (config.parameters ?? [])
    // `defaults` marks those that every task has.
    .filter((parameter) => all || fieldOf(parameter, "defaults") !== "true")
    .map((parameter) => ({
      ...parameter,
      params: (parameter.params ?? []).map((field) => ({ limits: null, ...field })),
    }));
  return success({ ...config, parameters });
};

const CONFIG_FIELDS = [
  "arch",
  "project_id",
  "job_name",
  "auto_update_sub_module",
  "flavor",
  "parameters",
  "scms",
  "steps",
  "host_type",
  "build_config_type",
] as const satisfies ReadonlyArray<keyof JobConfig>;

/** The fields of a configuration, without what the caller sent beside them. */
function configOf(values: JobConfig): JobConfig {
  const given = new Map(Object.entries(values));
  return Object.fromEntries(
    CONFIG_FIELDS.filter((name) => given.has(name)).map((name) => [name, given.get(name)]),
  ) as unknown as JobConfig;
}

/** Names are unique in a project. The service refuses a second one with status 200. */
function nameTaken({ state }: Call, { project_id, job_name }: JobConfig, own?: Job): HandlerAnswer | undefined {
  const taken = state.jobsOf(project_id).some((job) => job !== own && job.config.job_name === job_name);
  return taken ? refuse(`A task named ${job_name} exists in the project.`) : undefined;
}

const createBuildJob: Handler<JobConfig> = (call) => {
  const config = configOf(call.values);
  call.state.project(config.project_id);
  return nameTaken(call, config) ?? success({ job_id: call.state.addJob(config, call.now).id });
};

const updateBuildJob: Handler<OfJob & JobConfig> = (call) => {
  const job = call.state.job(call.values.job_id);
  const config = configOf(call.values);
  call.state.project(config.project_id);
  const refused = nameTaken(call, config, job);
  if (refused) return refused;
  job.config = config;
  return success({ job_id: job.id });
};

const disableBuildJob: Handler<OfJob> = ({ state, values, now }) => {
  const job = state.job(values.job_id);
  job.disabled = true;
  // Nothing runs on a disabled task.
  state.abortBuilds(job, now);
  return { json: { status: "success" } };
};

const enableBuildJob: Handler<OfJob> = ({ state, values }) => {
  state.job(values.job_id).disabled = false;
  return { json: { status: "success" } };
};

const deleteBuildJob: Handler<OfJob> = ({ state, values }) => {
  const job = state.job(values.job_id);
  state.deleteJob(job);
  return { json: { status: "success", result: { job_id: job.id, project_id: job.config.project_id } } };
};

/** State of a build's record, in the service's words. */
export function recordState({ life }: Build, now: number): string {
  const phase = life.phase(now);
  return phase === "queued" ? "QUEUED" : phase === "running" ? "RUNNING" : RESULT_STATES[phase];
}

export const taskHandlers = {
  showJobListByProjectId,
  showJobInfo,
  showJobStatus,
  listJobConfig,
  createBuildJob,
  updateBuildJob,
  disableBuildJob,
  enableBuildJob,
  deleteBuildJob,
} satisfies Handlers;
