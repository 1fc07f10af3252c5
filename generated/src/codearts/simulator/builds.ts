// The operations about builds and their records.
import type { Handler, Handlers } from "./call.js";
import { success } from "./call.js";
import { alreadyEnded, impossible } from "./failure.js";
import { type Build, type JobConfig, type State, fieldOf } from "./state.js";
import { recordState } from "./tasks.js";
import { localTime, utcTime } from "./times.js";

interface OfBuild {
  readonly job_id: string;
  readonly build_no: number | string;
}

interface Run {
  readonly job_id: string;
  readonly parameter?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly scm?: { readonly build_tag?: string | null; readonly build_commit_id?: string };
}

const runJob: Handler<Run> = ({ state, values: { job_id, parameter = [], scm = {} }, now }) => {
  const job = state.job(job_id);
  if (job.disabled) throw impossible("The task is disabled.");
  const parameters = new Map(parameter.map(({ name, value }) => [name, value]));
  const request = { parameters, tag: scm.build_tag, commit: scm.build_commit_id };
  const build = state.startBuild(job, now, request, job.plans.shift() ?? {});
  return {
    json: {
      octopus_job_name: build.execution,
      actual_build_number: String(build.number),
      daily_build_number: build.daily,
    },
  };
};

/** Name of a repository: the last part of its address. */
export function repositoryName({ scms = [] }: JobConfig): string {
  return /([^/:]+?)(?:\.git)?\/?$/.exec(scms[0]?.url ?? "")?.[1] ?? "";
}

/** What was built, in the fields of v4. */
function recordOf(build: Build, state: State, now: number) {
  const { job, config, life } = build;
  const [scm] = config.scms ?? [];
  const { started, created } = life;
  const ended = life.hasEnded(now);
  const begun = started !== undefined && started <= now;
  const failed = ended && life.ending.outcome !== "success";
  return {
    id: build.entryId,
    build_project_id: job.buildProjectId,
    build_record_id: build.recordId,
    devcloud_project_id: config.project_id,
    codeci_job_id: job.id,
    user_id: state.account.userId,
    build_no: build.number,
    daily_build_num: build.daily,
    execution_id: build.execution,
    repo_name: repositoryName(config),
    repo_id: scm?.repo_id ?? "",
    branch: build.parameters.get("codeBranch") ?? scm?.branch ?? "master",
    tag: build.tag,
    commit: build.commit,
    commit_message: COMMIT_MESSAGE,
    commit_create_time: utcTime(job.created),
    trigger_type: "MANUAL",
    build_type: build.type,
    status: recordState(build, now),
    domain_id: state.account.domainId,
    create_time: utcTime(created),
    queued_time: utcTime(created),
    ...(begun && { schedule_time: utcTime(started), start_time: utcTime(started), runnable_time: utcTime(started) }),
    ...(ended && { finish_time: utcTime(life.ending.at) }),
    duration: life.duration(now),
    record_status: null,
    use_private_slave: 0,
    region: state.region,
    err_msg: failed ? `The build ended as ${recordState(build, now)}.` : null,
    build_config_type: config.build_config_type ?? "ACTION",
  };
}

/** Not all of it is ASCII, as in real repositories. */
export const COMMIT_MESSAGE = "Make the build faster · 加快构建速度 🚀";

const showRecordDetail: Handler<OfBuild> = ({ state, values, now }) => ({
  json: {
    status: "success",
    result: { ...recordOf(state.build(values.job_id, values.build_no), state, now), parent_record_id: null },
  },
});

/** The older record is the same in camelCase. */
const showRecordInfo: Handler<OfBuild> = ({ state, values, now }) => {
  const record = recordOf(state.build(values.job_id, values.build_no), state, now);
  const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const result = Object.fromEntries(Object.entries(record).map(([name, value]) => [camel(name), value]));
  return { json: { success: true, message: "", err_code: "", result } };
};

const showHistoryDetails: Handler<{ job_id: string; build_number: number | string }> = ({ state, values, now }) => {
  const { config, number, parameters, life } = state.build(values.job_id, values.build_number);
  const secret = new Set(
    (config.parameters ?? [])
      .filter((parameter) => fieldOf(parameter, "sensitiveVar") === "true")
      .map((parameter) => fieldOf(parameter, "name")),
  );
  return {
    json: {
      job_name: config.job_name,
      build_number: number,
      project_id: config.project_id,
      project_name: state.projects.get(config.project_id)?.name ?? "",
      parameters: Object.fromEntries(
        [...parameters].map(([name, value]) => [name, secret.has(name) ? "*****" : value]),
      ),
      build_steps: life.steps(now),
    },
  };
};

function packageOf(build: Build, name: string, type: "package" | "image"): object {
  const { project_id } = build.config;
  return {
    project_id,
    name,
    version: `1.0.${build.number}`,
    package_type: type === "image" ? "docker" : "generic",
    uri: `https://repository.example.com/${project_id}/${encodeURIComponent(name)}/1.0.${build.number}`,
    type,
    daily_build_number: build.daily,
  };
}

const showOutputInfo: Handler<OfBuild> = ({ state, values, now }) => {
  const build = state.build(values.job_id, values.build_no);
  const done = build.life.phase(now) === "success";
  const all = (names: readonly string[], type: "package" | "image"): Array<[string, object]> =>
    done ? names.map((name) => [name, packageOf(build, name, type)]) : [];
  const packages = all(build.packages, "package");
  const images = all(build.images, "image");
  return success({
    package_info: packages[0]?.[1] ?? null,
    package_infos: Object.fromEntries(packages),
    image_infos: images.length === 0 ? null : Object.fromEntries(images),
  });
};

function stop(state: State, jobId: string, number: number | string, now: number): void {
  const { life } = state.build(jobId, number);
  if (life.hasEnded(now)) throw alreadyEnded();
  life.end(now, "aborted");
}

const stopBuildJob: Handler<OfBuild> = ({ state, values, now }) => {
  stop(state, values.job_id, values.build_no, now);
  return { json: { success: true, result: "" } };
};

const stopJob: Handler<OfBuild> = ({ state, values, now }) => {
  stop(state, values.job_id, values.build_no, now);
  // What the live service answers; the page documents a body.
  return { empty: true };
};

const showFlowGraph: Handler<{ build_flow_record_id: string }> = ({ state, values, now }) => {
  const build = state.record(values.build_flow_record_id);
  const { life } = build;
  const vertex = {
    id: build.recordId,
    status: recordState(build, now),
    display_name: build.config.job_name,
    build_duration: life.duration(now),
    ...(life.started !== undefined && life.started <= now && { start_time: localTime(life.started) }),
    ...(life.hasEnded(now) && { finish_time: localTime(life.ending.at) }),
    build_no: String(build.number),
  };
  return { json: { success: true, message: "", err_code: "", result: { edges: [], vertices: [vertex] } } };
};

export const buildHandlers = {
  runJob,
  showRecordDetail,
  showRecordInfo,
  showHistoryDetails,
  showOutputInfo,
  stopBuildJob,
  stopJob,
  showFlowGraph,
} satisfies Handlers;
