import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../generator/core/lib/json.js";
import type { Operation } from "./contract.js";

/** How an operation behaves beyond its schemas. Written by hand, so that a reader can compare it with the documents. */
interface Behaviour {
  readonly tag: string;
  /** What a call does to what is there. */
  readonly effect: "reads" | "runs" | "changes" | "destroys";
  /** The answer is a secret. */
  readonly secret?: true;
  /** `never`: a second request could start or change something a second time. */
  readonly retry: "safe" | "never";
  /** Only deprecated operations have one. */
  readonly successor?: string;
  /** How an answer says that it failed, beside what holds for the whole service. */
  readonly failure?: readonly Json[];
  readonly pagination?: JsonObject;
  readonly time?: JsonObject;
  readonly wait?: JsonObject;
  readonly log?: JsonObject;
  /** Where the actions of a build are listed. */
  readonly steps?: JsonObject;
  /** A success may come without a body. */
  readonly empty?: true;
}

const HISTORY_PAGES = {
  page: "offset",
  first: 0,
  size: "limit",
  maximum: 100,
  items: "/history_records",
  total: "/total",
};
const DATES = { start: "start_time", end: "end_time", format: "yyyy-MM-dd" };

/** Every operation. */
export const BEHAVIOUR: Readonly<Record<string, Behaviour>> = {
  showJobListByProjectId: {
    tag: "Tasks",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/job/{project_id}/list",
    pagination: { page: "page_index", first: 0, size: "page_size", maximum: 100, items: "/jobs", total: "/total" },
  },
  showJobInfo: {
    tag: "Tasks",
    effect: "reads",
    retry: "safe",
  },
  showJobStatus: { tag: "Tasks", effect: "reads", retry: "safe", successor: "GET /v1/job/{job_id}/running-status" },
  listJobConfig: { tag: "Tasks", effect: "reads", retry: "safe", successor: "GET /v1/job/{job_id}/config" },
  createBuildJob: { tag: "Tasks", effect: "changes", retry: "never", successor: "POST /v1/job/create" },
  updateBuildJob: { tag: "Tasks", effect: "changes", retry: "never", successor: "POST /v1/job/update" },
  disableBuildJob: { tag: "Tasks", effect: "changes", retry: "never", successor: "POST /v1/job/{job_id}/disable" },
  enableBuildJob: { tag: "Tasks", effect: "changes", retry: "never", successor: "POST /v1/job/{job_id}/disable" },
  deleteBuildJob: { tag: "Tasks", effect: "destroys", retry: "never", successor: "DELETE /v1/job/{job_id}/delete" },

  runJob: { tag: "Builds", effect: "runs", retry: "never", successor: "POST /v1/job/execute" },
  showRecordDetail: {
    tag: "Builds",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{job_id}/{build_no}/record-info",
    wait: {
      state: "/result/status",
      outcomes: { SUCCESS: "success", FAILURE: "failure", ABORTED: "aborted", SCHEDULE_FAILURE: "never-scheduled" },
    },
  },
  showHistoryDetails: {
    tag: "Builds",
    steps: { list: "/build_steps" },
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{record_id}/full-stages",
  },
  showOutputInfo: {
    tag: "Builds",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/job/{job_id}/{build_no}/output",
  },
  stopBuildJob: {
    tag: "Builds",
    effect: "changes",
    retry: "never",
    successor: "POST /v1/job/{job_id}/stop",
    failure: [{ at: "/success", values: [false], message: "/result" }],
  },
  showFlowGraph: {
    tag: "Builds",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{build_flow_record_id}/flow-graph",
  },
  showRecordInfo: {
    tag: "Builds",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{job_id}/{build_no}/record-info",
  },
  stopJob: {
    tag: "Builds",
    effect: "changes",
    retry: "never",
    successor: "POST /v1/job/{job_id}/stop",
    failure: [{ at: "/result", values: [false] }],
    empty: true,
  },

  listBuildInfoRecord: {
    tag: "History",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{job_id}/list",
    pagination: {
      page: "page_index",
      first: 0,
      size: "page_size",
      maximum: 100,
      items: "/result/job_build_states",
      total: "/result/total_record",
    },
    time: { start: "start_time", end: "end_time", format: "yyyy-MM-dd HH:mm:ss", maximumDays: 31 },
  },
  showListPeriodHistory: {
    tag: "History",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{job_id}/list",
    pagination: HISTORY_PAGES,
    time: { ...DATES, maximumDays: 30 },
  },
  showListHistory: {
    tag: "History",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{job_id}/list",
    pagination: HISTORY_PAGES,
  },
  showLastHistory: {
    tag: "History",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/record/{build_project_id}/records",
  },
  showJobSuccessRatio: {
    tag: "History",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/report/ratio",
    time: DATES,
  },

  downloadRealTimeLog: {
    tag: "Logs",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/log/{job_id}/{build_no}/real-time-log",
    log: { offset: "offset", next: "/result/offset", text: "/result/content", more: "/result/has_more_data" },
  },
  downloadBuildLog: { tag: "Logs", effect: "reads", retry: "safe", successor: "GET /v1/log/{record_id}/download-log" },
  downloadTaskLog: { tag: "Logs", effect: "reads", retry: "safe", successor: "GET /v1/log/{record_id}/task-log" },
  downloadLogByRecordId: {
    tag: "Logs",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/log/{record_id}/download-log",
  },

  listTemplates: {
    tag: "Templates",
    effect: "reads",
    retry: "safe",
    successor: "GET /v1/template/custom",
    pagination: {
      page: "page",
      first: 1,
      size: "page_size",
      maximum: 100,
      items: "/result/items",
      total: "/result/total_size",
    },
  },
  createTemplates: { tag: "Templates", effect: "changes", retry: "never", successor: "POST /v1/template/create" },
  deleteTemplates: {
    tag: "Templates",
    effect: "destroys",
    retry: "never",
    successor: "DELETE /v1/template/{uuid}/delete",
  },

  listNotice: { tag: "Notifications", effect: "reads", retry: "safe", successor: "GET /v1/job/{job_id}/notice" },
  updateNotice: { tag: "Notifications", effect: "changes", retry: "never", successor: "PUT /v1/job/{job_id}/notice" },
  disableNotice: { tag: "Notifications", effect: "changes", retry: "never", successor: "PUT /v1/job/{job_id}/notice" },

  downloadKeystore: {
    tag: "Keystores",
    effect: "reads",
    secret: true,
    retry: "safe",
    successor: "GET /v2/keystore/download",
  },

  // Asking twice for a token does no harm.
  keystoneCreateUserTokenByPassword: { tag: "IAM", effect: "reads", secret: true, retry: "safe" },
  keystoneListProjects: { tag: "IAM", effect: "reads", retry: "safe" },
};

/** What differs between an operation's extensions and the table. */
export function behaviourFaults({ id, spec }: Operation): string[] {
  const wanted = BEHAVIOUR[id];
  if (wanted === undefined) return ["is not in the table of behaviour; say there how it behaves"];
  const { tag, effect, secret, retry, successor, failure, pagination, time, wait, log, steps, empty } = wanted;
  const pairs: ReadonlyArray<[name: string, found: Json | undefined, wanted: Json | undefined]> = [
    ["tags", spec.tags, [tag]],
    ["x-effect", spec["x-effect"], effect],
    ["x-secret-answer", spec["x-secret-answer"], secret],
    ["x-retry", spec["x-retry"], retry],
    ["deprecated", spec.deprecated, successor === undefined ? undefined : true],
    ["x-successor", spec["x-successor"], successor],
    ["x-failure", spec["x-failure"], failure],
    ["x-pagination", spec["x-pagination"], pagination],
    ["x-time", spec["x-time"], time === undefined ? undefined : [time]],
    ["x-wait", spec["x-wait"], wait],
    ["x-log", spec["x-log"], log],
    ["x-steps", spec["x-steps"], steps],
    ["x-empty", spec["x-empty"], empty],
  ];
  return pairs
    .filter(([, found, expected]) => !isDeepStrictEqual(found, expected))
    .map(([name, found, expected]) => `${name} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}
