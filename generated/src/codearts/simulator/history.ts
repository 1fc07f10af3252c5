import { type Call, type Handler, type Handlers, pageOf, success } from "./call.js";
import { COMMIT_MESSAGE, repositoryName } from "./builds.js";
import { noBuild } from "./failure.js";
import { type Build, type Job, RESULT_STATES } from "./state.js";
import { healthScore, runningStatus } from "./tasks.js";
import { DAY, localTime, parseLocal, utcTime } from "./times.js";

interface Period {
  readonly job_id: string;
  readonly start_time: string;
  readonly end_time: string;
}

/** The time by which a build is listed: when it left the queue, or when it was requested. */
const began = ({ life }: Build): number => life.started ?? life.created;

/** The builds that ended and that began from `from` to before `until`, newest first. */
function endedBuilds({ builds }: Job, now: number, from: number, until: number): Build[] {
  return builds.filter((build) => build.life.hasEnded(now) && began(build) >= from && began(build) < until).reverse();
}

/** Both days of a period belong to it. */
function endedInDays({ values, state, now }: Call<Period>): Build[] {
  const [from = 0, to = 0] = [values.start_time, values.end_time].map(parseLocal);
  return endedBuilds(state.job(values.job_id), now, from, to + DAY);
}

function historyRecord(build: Build) {
  const { at, outcome } = build.life.ending;
  return {
    record_id: build.daily,
    job_id: build.job.id,
    build_number: build.number,
    start_time: localTime(began(build)),
    end_time: localTime(at),
    result: RESULT_STATES[outcome],
  };
}

const showListHistory: Handler<{ job_id: string; interval: number }> = (call) => {
  const { values, state, now } = call;
  const builds = endedBuilds(state.job(values.job_id), now, now - values.interval * DAY, Infinity);
  return { json: { history_records: pageOf(builds, call).map(historyRecord), total: builds.length } };
};

const showListPeriodHistory: Handler<Period> = (call) => {
  const builds = endedInDays(call);
  const records = pageOf(builds, call).map((build) => ({
    ...historyRecord(build),
    branch: build.parameters.get("codeBranch") ?? build.config.scms?.[0]?.branch ?? "master",
    commit_id: build.commit,
    commit_message: COMMIT_MESSAGE,
    executor: call.state.account.userName,
    trigger_type: "MANUAL",
  }));
  return { json: { total: builds.length, history_records: records } };
};

const showJobSuccessRatio: Handler<Period> = (call) => {
  const builds = endedInDays(call);
  const good = builds.filter(({ life }) => life.ending.outcome === "success").length;
  const ratio = builds.length === 0 ? 0 : Math.round((100 * good) / builds.length) / 100;
  return { json: { success_count: good, total_count: builds.length, success_ratio: ratio } };
};

function buildInfo(build: Build, { state, now }: Call): object {
  const { life, commit, config, job } = build;
  const [scm] = config.scms ?? [];
  return {
    number: build.number,
    build_time: life.duration(now),
    start_time: began(build),
    job_running_status: runningStatus(build, now),
    ...(life.hasEnded(now) && { state: RESULT_STATES[life.ending.outcome] }),
    user_id: state.account.userId,
    executor: state.account.userName,
    nickname: state.account.userName,
    daily_build_number: build.daily,
    trigger_type: "MANUAL",
    commit_id: commit,
    cost_time: life.duration(now),
    commit_info: { commit_id: commit, created_at: utcTime(job.created) },
    build_type: build.type,
    code_branch: build.parameters.get("codeBranch") ?? scm?.branch ?? "master",
    ...(scm && { scm_type: scm.scm_type, scm_web_url: scm.web_url ?? scm.url }),
  };
}

const listBuildInfoRecord: Handler<Period & { page_index?: number; page_size?: number }> = (call) => {
  const { values, state, now } = call;
  const job = state.job(values.job_id);
  const [from = 0, to = 0] = [values.start_time, values.end_time].map(parseLocal);
  // The end is a second of which all belongs to the period.
  const builds = job.builds.filter((build) => began(build) >= from && began(build) < to + 1_000).reverse();
  return success({
    health_score: String(healthScore(job, now)),
    page_index: String(values.page_index ?? 0),
    total_page: String(Math.ceil(builds.length / (values.page_size ?? 10))),
    total_record: String(builds.length),
    job_build_states: pageOf(builds, call).map((build) => buildInfo(build, call)),
  });
};

const showLastHistory: Handler<{ project_id: string; repository_name: string }> = ({ state, values, now }) => {
  state.project(values.project_id);
  const [last] = state
    .jobsOf(values.project_id)
    .flatMap(({ builds }) => builds)
    .filter((build) => build.life.phase(now) === "success" && repositoryName(build.config) === values.repository_name)
    .sort((a, b) => b.life.ending.at - a.life.ending.at);
  if (!last) throw noBuild();
  return { json: { ...historyRecord(last), job_name: last.config.job_name, commit_id: last.commit } };
};

export const historyHandlers = {
  showListHistory,
  showListPeriodHistory,
  showJobSuccessRatio,
  listBuildInfoRecord,
  showLastHistory,
} satisfies Handlers;
