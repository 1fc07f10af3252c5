// Made by `npm run generate` from the specification. Do not edit.

import type { Descriptor } from "./runtime/descriptor.js";

export const showJobListByProjectId = {
  id: "showJobListByProjectId",
  method: "GET",
  path: "/v3/{project_id}/jobs",
  query: ["page_index", "page_size"],
  retry: "safe",
  pagination: { page: "page_index", first: 0, size: "page_size", maximum: 100, items: "/jobs", total: "/total" },
} as const satisfies Descriptor;

export const showJobInfo = {
  id: "showJobInfo",
  method: "GET",
  path: "/v1/job/{job_id}/info",
  retry: "safe",
} as const satisfies Descriptor;

export const showJobStatus = {
  id: "showJobStatus",
  method: "GET",
  path: "/v3/jobs/{job_id}/status",
  retry: "safe",
} as const satisfies Descriptor;

export const listJobConfig = {
  id: "listJobConfig",
  method: "GET",
  path: "/v3/jobs/{job_id}/query",
  query: ["get_all_params"],
  retry: "safe",
} as const satisfies Descriptor;

export const createBuildJob = {
  id: "createBuildJob",
  method: "POST",
  path: "/v3/jobs/create",
  body: "json",
} as const satisfies Descriptor;

export const updateBuildJob = {
  id: "updateBuildJob",
  method: "POST",
  path: "/v3/jobs/update",
  body: "json",
} as const satisfies Descriptor;

export const disableBuildJob = {
  id: "disableBuildJob",
  method: "POST",
  path: "/v3/jobs/{job_id}/disable",
  body: "json",
} as const satisfies Descriptor;

export const enableBuildJob = {
  id: "enableBuildJob",
  method: "POST",
  path: "/v3/jobs/{job_id}/recover",
  body: "json",
} as const satisfies Descriptor;

export const deleteBuildJob = {
  id: "deleteBuildJob",
  method: "POST",
  path: "/v3/jobs/{job_id}/delete",
  body: "json",
} as const satisfies Descriptor;

export const runJob = {
  id: "runJob",
  method: "POST",
  path: "/v3/jobs/build",
  body: "json",
} as const satisfies Descriptor;

export const showRecordDetail = {
  id: "showRecordDetail",
  method: "GET",
  path: "/v4/jobs/{job_id}/{build_no}/record-info",
  retry: "safe",
  wait: {
    state: "/result/status",
    outcomes: { SUCCESS: "success", FAILURE: "failure", ABORTED: "aborted", SCHEDULE_FAILURE: "never-scheduled" },
  },
} as const satisfies Descriptor;

export const showHistoryDetails = {
  id: "showHistoryDetails",
  method: "GET",
  path: "/v3/jobs/{job_id}/{build_number}/history-details",
  retry: "safe",
  steps: { list: "/build_steps" },
} as const satisfies Descriptor;

export const showOutputInfo = {
  id: "showOutputInfo",
  method: "GET",
  path: "/v3/jobs/{job_id}/{build_no}/output-info",
  retry: "safe",
} as const satisfies Descriptor;

export const stopBuildJob = {
  id: "stopBuildJob",
  method: "POST",
  path: "/v3/jobs/{job_id}/{build_no}/stop",
  body: "json",
  failure: [{ at: "/success", values: [false], message: "/result" }],
} as const satisfies Descriptor;

export const showFlowGraph = {
  id: "showFlowGraph",
  method: "GET",
  path: "/v3/{build_flow_record_id}/flow-graph",
  retry: "safe",
} as const satisfies Descriptor;

export const showRecordInfo = {
  id: "showRecordInfo",
  method: "GET",
  path: "/v3/jobs/{job_id}/{build_no}/record-info",
  retry: "safe",
} as const satisfies Descriptor;

export const stopJob = {
  id: "stopJob",
  method: "POST",
  path: "/v3/jobs/stop",
  body: "json",
  emptyOk: true,
  failure: [{ at: "/result", values: [false] }],
} as const satisfies Descriptor;

export const listBuildInfoRecord = {
  id: "listBuildInfoRecord",
  method: "GET",
  path: "/v3/jobs/{job_id}/build-info-records",
  query: ["start_time", "end_time", "page_index", "page_size"],
  retry: "safe",
  pagination: {
    page: "page_index",
    first: 0,
    size: "page_size",
    maximum: 100,
    items: "/result/job_build_states",
    total: "/result/total_record",
  },
  time: [{ start: "start_time", end: "end_time", format: "yyyy-MM-dd HH:mm:ss", maximumDays: 31 }],
} as const satisfies Descriptor;

export const showListPeriodHistory = {
  id: "showListPeriodHistory",
  method: "GET",
  path: "/v3/jobs/{job_id}/period-history",
  query: ["offset", "limit", "start_time", "end_time"],
  retry: "safe",
  pagination: { page: "offset", first: 0, size: "limit", maximum: 100, items: "/history_records", total: "/total" },
  time: [{ start: "start_time", end: "end_time", format: "yyyy-MM-dd", maximumDays: 30 }],
} as const satisfies Descriptor;

export const showListHistory = {
  id: "showListHistory",
  method: "GET",
  path: "/v3/jobs/{job_id}/history",
  query: ["offset", "limit", "interval"],
  retry: "safe",
  pagination: { page: "offset", first: 0, size: "limit", maximum: 100, items: "/history_records", total: "/total" },
} as const satisfies Descriptor;

export const showLastHistory = {
  id: "showLastHistory",
  method: "GET",
  path: "/v3/jobs/{project_id}/last-history",
  query: ["repository_name"],
  retry: "safe",
} as const satisfies Descriptor;

export const showJobSuccessRatio = {
  id: "showJobSuccessRatio",
  method: "GET",
  path: "/v3/jobs/{job_id}/success-ratio",
  query: ["start_time", "end_time"],
  retry: "safe",
  time: [{ start: "start_time", end: "end_time", format: "yyyy-MM-dd" }],
} as const satisfies Descriptor;

export const downloadRealTimeLog = {
  id: "downloadRealTimeLog",
  method: "GET",
  path: "/v3/jobs/{job_id}/{build_no}/real-time-log",
  query: ["offset", "length"],
  retry: "safe",
  log: { offset: "offset", next: "/result/offset", text: "/result/content", more: "/result/has_more_data" },
} as const satisfies Descriptor;

export const downloadBuildLog = {
  id: "downloadBuildLog",
  method: "GET",
  path: "/v4/{record_id}/download-log",
  query: ["log_level"],
  answer: "binary",
  retry: "safe",
} as const satisfies Descriptor;

export const downloadTaskLog = {
  id: "downloadTaskLog",
  method: "GET",
  path: "/v4/{record_id}/task-log",
  query: ["task_name", "log_level"],
  answer: "binary",
  retry: "safe",
} as const satisfies Descriptor;

export const downloadLogByRecordId = {
  id: "downloadLogByRecordId",
  method: "GET",
  path: "/v3/{record_id}/download-log",
  answer: "binary",
  retry: "safe",
} as const satisfies Descriptor;

export const listTemplates = {
  id: "listTemplates",
  method: "GET",
  path: "/v3/templates/query",
  query: ["name", "page", "page_size"],
  retry: "safe",
  pagination: {
    page: "page",
    first: 1,
    size: "page_size",
    maximum: 100,
    items: "/result/items",
    total: "/result/total_size",
  },
} as const satisfies Descriptor;

export const createTemplates = {
  id: "createTemplates",
  method: "POST",
  path: "/v3/templates/create",
  body: "json",
} as const satisfies Descriptor;

export const deleteTemplates = {
  id: "deleteTemplates",
  method: "DELETE",
  path: "/v3/templates/{uuid}/delete",
} as const satisfies Descriptor;

export const listNotice = {
  id: "listNotice",
  method: "GET",
  path: "/v3/jobs/notice/{job_id}/query",
  retry: "safe",
} as const satisfies Descriptor;

export const updateNotice = {
  id: "updateNotice",
  method: "POST",
  path: "/v3/jobs/notice/{job_id}/update",
  body: "json",
} as const satisfies Descriptor;

export const disableNotice = {
  id: "disableNotice",
  method: "POST",
  path: "/v3/jobs/notice/{job_id}/disable",
  query: ["notice_type"],
  body: "json",
} as const satisfies Descriptor;

export const downloadKeystore = {
  id: "downloadKeystore",
  method: "GET",
  path: "/v3/keystore",
  query: ["file_name", "domain_id"],
  answer: "binary",
  retry: "safe",
} as const satisfies Descriptor;

export const keystoneCreateUserTokenByPassword = {
  id: "keystoneCreateUserTokenByPassword",
  method: "POST",
  path: "/v3/auth/tokens",
  body: "json",
  server: "iam",
  anonymous: true,
  retry: "safe",
} as const satisfies Descriptor;

export const keystoneListProjects = {
  id: "keystoneListProjects",
  method: "GET",
  path: "/v3/projects",
  server: "iam",
  retry: "safe",
} as const satisfies Descriptor;
