import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../generator/lib/json.js";
import type { Operation } from "./contract.js";

/** How an operation behaves beyond its shapes: written by hand, for a reader to hold against the documents. */
interface Behaviour {
  readonly tag: string;
  /** `never`: a second request could start or change something a second time. */
  readonly retry: "safe" | "never";
  /** Only deprecated operations have one. */
  readonly successor?: string;
  /** How a body with status 200 says that it failed. */
  readonly failure?: readonly Json[];
  readonly pagination?: JsonObject;
  readonly time?: JsonObject;
  readonly wait?: JsonObject;
  readonly log?: JsonObject;
  /** A success may come without a body. */
  readonly empty?: true;
}

/** The envelope of most answers: a word for how it went, and what went wrong beside it. */
const STATUS_WORD: readonly Json[] = [{ at: "/status", values: ["fail", "failed", "error"], message: "/error" }];
/** The same without a text. */
const STATUS_WORD_ONLY: readonly Json[] = [{ at: "/status", values: ["fail", "failed", "error"] }];
/** The envelope of the deprecated operations. */
const SUCCESS_FLAG: readonly Json[] = [{ at: "/success", values: [false], message: "/message", code: "/err_code" }];

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
    retry: "safe",
    pagination: { page: "page_index", first: 0, size: "page_size", maximum: 100, items: "/jobs", total: "/total" },
  },
  showJobInfo: {
    tag: "Tasks",
    retry: "safe",
    failure: [{ at: "/status", values: ["fail"], message: "/error" }],
  },
  showJobStatus: { tag: "Tasks", retry: "safe" },
  listJobConfig: { tag: "Tasks", retry: "safe", failure: STATUS_WORD },
  createBuildJob: { tag: "Tasks", retry: "never", failure: STATUS_WORD },
  updateBuildJob: { tag: "Tasks", retry: "never", failure: STATUS_WORD },
  disableBuildJob: { tag: "Tasks", retry: "never", failure: STATUS_WORD_ONLY },
  enableBuildJob: { tag: "Tasks", retry: "never", failure: STATUS_WORD_ONLY },
  deleteBuildJob: { tag: "Tasks", retry: "never", failure: STATUS_WORD_ONLY },

  runJob: { tag: "Builds", retry: "never" },
  showRecordDetail: {
    tag: "Builds",
    retry: "safe",
    failure: STATUS_WORD,
    wait: {
      state: "/result/status",
      outcomes: { SUCCESS: "success", FAILURE: "failure", ABORTED: "aborted", SCHEDULE_FAILURE: "never-scheduled" },
    },
  },
  showHistoryDetails: { tag: "Builds", retry: "safe" },
  showOutputInfo: { tag: "Builds", retry: "safe", failure: STATUS_WORD },
  stopBuildJob: {
    tag: "Builds",
    retry: "never",
    failure: [{ at: "/success", values: [false], message: "/result" }],
    empty: true,
  },
  showFlowGraph: {
    tag: "Builds",
    retry: "safe",
    successor: "GET /v1/record/{build_flow_record_id}/flow-graph",
    failure: SUCCESS_FLAG,
  },
  showRecordInfo: { tag: "Builds", retry: "safe", successor: "showRecordDetail", failure: SUCCESS_FLAG },
  stopJob: {
    tag: "Builds",
    retry: "never",
    successor: "stopBuildJob",
    failure: [{ at: "/result", values: [false] }],
    empty: true,
  },

  listBuildInfoRecord: {
    tag: "History",
    retry: "safe",
    failure: STATUS_WORD,
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
    retry: "safe",
    pagination: HISTORY_PAGES,
    time: { ...DATES, maximumDays: 30 },
  },
  showListHistory: { tag: "History", retry: "safe", pagination: HISTORY_PAGES },
  showLastHistory: { tag: "History", retry: "safe" },
  showJobSuccessRatio: { tag: "History", retry: "safe", time: DATES },

  downloadRealTimeLog: {
    tag: "Logs",
    retry: "safe",
    failure: STATUS_WORD,
    log: { offset: "offset", next: "/result/offset", text: "/result/content", more: "/result/has_more_data" },
  },
  downloadBuildLog: { tag: "Logs", retry: "safe" },
  downloadTaskLog: { tag: "Logs", retry: "safe" },
  downloadLogByRecordId: { tag: "Logs", retry: "safe", successor: "downloadBuildLog" },

  listTemplates: {
    tag: "Templates",
    retry: "safe",
    failure: STATUS_WORD,
    pagination: {
      page: "page",
      first: 1,
      size: "page_size",
      maximum: 100,
      items: "/result/items",
      total: "/result/total_size",
    },
  },
  createTemplates: { tag: "Templates", retry: "never", failure: STATUS_WORD },
  deleteTemplates: { tag: "Templates", retry: "never", failure: STATUS_WORD },

  listNotice: { tag: "Notifications", retry: "safe", failure: STATUS_WORD },
  updateNotice: { tag: "Notifications", retry: "never", failure: STATUS_WORD },
  disableNotice: { tag: "Notifications", retry: "never", failure: STATUS_WORD },

  downloadKeystore: { tag: "Keystores", retry: "safe" },

  // A second token does no harm.
  keystoneCreateUserTokenByPassword: { tag: "IAM", retry: "safe" },
  keystoneListProjects: { tag: "IAM", retry: "safe" },
};

/** What differs between an operation's extensions and the table. */
export function behaviourFaults({ id, spec }: Operation): string[] {
  const wanted = BEHAVIOUR[id];
  if (wanted === undefined) return ["is not in the table of behaviour; say there how it behaves"];
  const { tag, retry, successor, failure, pagination, time, wait, log, empty } = wanted;
  const pairs: ReadonlyArray<[name: string, found: Json | undefined, wanted: Json | undefined]> = [
    ["tags", spec.tags, [tag]],
    ["x-retry", spec["x-retry"], retry],
    ["deprecated", spec.deprecated, successor === undefined ? undefined : true],
    ["x-successor", spec["x-successor"], successor],
    ["x-failure", spec["x-failure"], failure],
    ["x-pagination", spec["x-pagination"], pagination],
    ["x-time", spec["x-time"], time === undefined ? undefined : [time]],
    ["x-wait", spec["x-wait"], wait],
    ["x-log", spec["x-log"], log],
    ["x-empty", spec["x-empty"], empty],
  ];
  return pairs
    .filter(([, found, expected]) => !isDeepStrictEqual(found, expected))
    .map(([name, found, expected]) => `${name} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}
