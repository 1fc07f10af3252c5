import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../generator/core/lib/json.js";
import type { Operation } from "./contract.js";

/** How an operation behaves beyond its schemas. Written by hand, so that a reader can compare it with the documents. */
interface Behaviour {
  readonly tag: string;
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
    retry: "safe",
    pagination: { page: "page_index", first: 0, size: "page_size", maximum: 100, items: "/jobs", total: "/total" },
  },
  showJobInfo: {
    tag: "Tasks",
    retry: "safe",
  },
  showJobStatus: { tag: "Tasks", retry: "safe" },
  listJobConfig: { tag: "Tasks", retry: "safe" },
  createBuildJob: { tag: "Tasks", retry: "never" },
  updateBuildJob: { tag: "Tasks", retry: "never" },
  disableBuildJob: { tag: "Tasks", retry: "never" },
  enableBuildJob: { tag: "Tasks", retry: "never" },
  deleteBuildJob: { tag: "Tasks", retry: "never" },

  runJob: { tag: "Builds", retry: "never" },
  showRecordDetail: {
    tag: "Builds",
    retry: "safe",
    wait: {
      state: "/result/status",
      outcomes: { SUCCESS: "success", FAILURE: "failure", ABORTED: "aborted", SCHEDULE_FAILURE: "never-scheduled" },
    },
  },
  showHistoryDetails: { tag: "Builds", retry: "safe" },
  showOutputInfo: { tag: "Builds", retry: "safe" },
  stopBuildJob: {
    tag: "Builds",
    retry: "never",
    failure: [{ at: "/success", values: [false], message: "/result" }],
  },
  showFlowGraph: {
    tag: "Builds",
    retry: "safe",
    successor: "GET /v1/record/{build_flow_record_id}/flow-graph",
  },
  showRecordInfo: { tag: "Builds", retry: "safe", successor: "showRecordDetail" },
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
    log: { offset: "offset", next: "/result/offset", text: "/result/content", more: "/result/has_more_data" },
  },
  downloadBuildLog: { tag: "Logs", retry: "safe" },
  downloadTaskLog: { tag: "Logs", retry: "safe" },
  downloadLogByRecordId: { tag: "Logs", retry: "safe", successor: "downloadBuildLog" },

  listTemplates: {
    tag: "Templates",
    retry: "safe",
    pagination: {
      page: "page",
      first: 1,
      size: "page_size",
      maximum: 100,
      items: "/result/items",
      total: "/result/total_size",
    },
  },
  createTemplates: { tag: "Templates", retry: "never" },
  deleteTemplates: { tag: "Templates", retry: "never" },

  listNotice: { tag: "Notifications", retry: "safe" },
  updateNotice: { tag: "Notifications", retry: "never" },
  disableNotice: { tag: "Notifications", retry: "never" },

  downloadKeystore: { tag: "Keystores", retry: "safe" },

  // Asking twice for a token does no harm.
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
