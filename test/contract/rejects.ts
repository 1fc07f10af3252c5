import { without, type Json, type JsonObject } from "../../generator/core/lib/json.js";
import type { Contract, Operation, Request } from "./contract.js";
import { requestsOf } from "./examples.js";

/**
 * A request or answer that the specification must refuse, and the one thing that is wrong with it. `without` and `with`
 * change the parameters of the operation's first example; `body` takes the place of its body; `answer` is a success.
 */
export type Reject = { readonly fault: string } & (
  { readonly without: string } | { readonly with: JsonObject } | { readonly body: Json } | { readonly answer: Json }
);

const ID = "f9d6c8466d614a9788e9a0acf6c15f46";

/** Cases that operations share. */
const noTaskId: Reject = { without: "job_id", fault: "job_id: missing" };
const shortTaskId: Reject = { with: { job_id: ID.slice(1) }, fault: "job_id: pattern" };
const dashedTaskId: Reject = { with: { job_id: "f9d6c846-614a-9788-e9a0-acf6c15f46ab" }, fault: "job_id: pattern" };
const taskId = [noTaskId, shortTaskId];
const buildNumber = (name: string): Reject[] => [
  { without: name, fault: `${name}: missing` },
  { with: { [name]: 0 }, fault: `${name}: minimum` },
  { with: { [name]: "20200612.20" }, fault: `${name}: pattern` },
];
const recordId: Reject[] = [
  { without: "record_id", fault: "record_id: missing" },
  { with: { record_id: ID }, fault: "record_id: pattern" },
  { with: { record_id: "2CC26382-B2CB-4234-8EB0-B37D362F4D4C" }, fault: "record_id: pattern" },
];
const strangeParameter: Reject = { with: { colour: "red" }, fault: "colour: no such parameter" };
const strangeField: Reject = { body: { colour: "red" }, fault: "body: maxProperties" };
const days: Reject[] = [
  { without: "start_time", fault: "start_time: missing" },
  { without: "end_time", fault: "end_time: missing" },
  { with: { start_time: "2021-01-04 00:00:00" }, fault: "start_time: format" },
  { with: { end_time: "2021-02-30" }, fault: "end_time: format" },
];
const offsetPages: Reject[] = [
  { without: "offset", fault: "offset: missing" },
  { without: "limit", fault: "limit: missing" },
  { with: { offset: -1 }, fault: "offset: minimum" },
  { with: { limit: 101 }, fault: "limit: maximum" },
  { with: { limit: 1.5 }, fault: "limit: type" },
];
/** The envelope of most answers. */
const envelope: Reject[] = [
  { answer: { error: null, status: "success" }, fault: "200: required result" },
  { answer: { result: {}, error: 5, status: "success" }, fault: "200/error: type" },
  { answer: { result: {}, error: null, status: true }, fault: "200/status: type" },
  { answer: { result: {}, error: null, status: "success", colour: "red" }, fault: "200: additionalProperties colour" },
];
const statusOnly: Reject[] = [
  { answer: { status: true }, fault: "200/status: type" },
  { answer: { status: "success", colour: "red" }, fault: "200: additionalProperties colour" },
];

const step = { module_id: "devcloud2018.codeci_action_20043.action", name: "Build with Maven" };
const job = { arch: "x86-64", project_id: ID, job_name: "demo", steps: [step] };
const jobBody = (base: JsonObject): Reject[] => [
  { body: without(base, "arch"), fault: "body: required arch" },
  { body: without(base, "steps"), fault: "body: required steps" },
  { body: { ...base, job_name: 7 }, fault: "body/job_name: type" },
  { body: { ...base, auto_update_sub_module: false }, fault: "body/auto_update_sub_module: type" },
  { body: { ...base, colour: "red" }, fault: "body: additionalProperties colour" },
  { body: { ...base, steps: step }, fault: "body/steps: type" },
  { body: { ...base, steps: [{ name: "Build" }] }, fault: "body/steps/0: required module_id" },
  { body: { ...base, steps: [{ module_id: "m" }] }, fault: "body/steps/0: required name" },
  { body: { ...base, steps: [{ ...step, enable: "true" }] }, fault: "body/steps/0/enable: type" },
  { body: { ...base, scms: [{ scm_type: "codehub" }] }, fault: "body/scms/0: required url" },
  { body: { ...base, scms: [{ url: "git@example.com:a/b.git" }] }, fault: "body/scms/0: required scm_type" },
  { body: { ...base, parameters: [{ params: [{ value: 1 }] }] }, fault: "body/parameters/0/params/0/value: type" },
  {
    body: { ...base, parameters: [{ params: [{ colour: "red" }] }] },
    fault: "body/parameters/0/params/0: additionalProperties colour",
  },
];

const template = { name: "example", template: { steps: [{ module_id: "m" }] } };
const user = { name: "u", password: "p", domain: { name: "d" } };
const token = (inner: { identity?: Json; scope?: Json }): JsonObject => ({
  auth: {
    identity: { methods: ["password"], password: { user } },
    scope: { project: { name: "ap-southeast-3" } },
    ...inner,
  },
});
const auth = token({}).auth as JsonObject;
const identity = (password: JsonObject): JsonObject => ({ methods: ["password"], password });
const at = { user: "body/auth/identity/password/user" };

/** What the specification must refuse, by operation. */
export const REJECTS: Readonly<Record<string, readonly Reject[]>> = {
  showJobListByProjectId: [
    { without: "project_id", fault: "project_id: missing" },
    { without: "page_size", fault: "page_size: missing" },
    { with: { project_id: "demo" }, fault: "project_id: pattern" },
    { with: { page_index: -1 }, fault: "page_index: minimum" },
    { with: { page_size: 101 }, fault: "page_size: maximum" },
    { with: { page_size: "ten" }, fault: "page_size: type" },
    strangeParameter,
    { answer: { total: 0 }, fault: "200: required jobs" },
    { answer: { jobs: [] }, fault: "200: required total" },
    { answer: { jobs: {}, total: 0 }, fault: "200/jobs: type" },
    { answer: { jobs: [], total: -1 }, fault: "200/total: minimum" },
    { answer: { jobs: [{ health_score: "75" }], total: 1 }, fault: "200/jobs/0/health_score: type" },
    { answer: { jobs: [{ jobName: "demo" }], total: 1 }, fault: "200/jobs/0: additionalProperties jobName" },
  ],
  showJobInfo: [
    ...taskId,
    ...envelope,
    { answer: { result: { disabled: "false" } }, fault: "200/result/disabled: type" },
    { answer: { result: { create_time: true } }, fault: "200/result/create_time: type" },
  ],
  showJobStatus: [
    ...taskId,
    dashedTaskId,
    strangeParameter,
    { answer: {}, fault: "200: required result" },
    { answer: { result: "false" }, fault: "200/result: type" },
  ],
  listJobConfig: [
    ...taskId,
    { with: { get_all_params: "yes" }, fault: "get_all_params: enum" },
    ...envelope,
    { answer: { result: { scms: { url: "a", scm_type: "b" } } }, fault: "200/result/scms: type" },
  ],
  createBuildJob: [...jobBody(job), ...envelope],
  updateBuildJob: [...jobBody({ ...job, job_id: ID }), { body: job, fault: "body: required job_id" }, ...envelope],
  disableBuildJob: [...taskId, strangeField, ...statusOnly],
  enableBuildJob: [...taskId, strangeField, ...statusOnly],
  deleteBuildJob: [
    ...taskId,
    strangeField,
    ...statusOnly,
    { answer: { result: { job_id: 1 } }, fault: "200/result/job_id: type" },
  ],

  runJob: [
    { body: {}, fault: "body: required job_id" },
    { body: [], fault: "body: type" },
    { body: { job_id: "..." }, fault: "body/job_id: pattern" },
    { body: { job_id: ID, jobId: ID }, fault: "body: additionalProperties jobId" },
    { body: { job_id: ID, parameter: { name: "a", value: "b" } }, fault: "body/parameter: type" },
    { body: { job_id: ID, parameter: [{ value: "b" }] }, fault: "body/parameter/0: required name" },
    { body: { job_id: ID, parameter: [{ name: "a" }] }, fault: "body/parameter/0: required value" },
    { body: { job_id: ID, parameter: [{ name: "a-b", value: "c" }] }, fault: "body/parameter/0/name: pattern" },
    {
      body: { job_id: ID, parameter: [{ name: "a".repeat(129), value: "c" }] },
      fault: "body/parameter/0/name: maxLength",
    },
    { body: { job_id: ID, parameter: [{ name: "PATH", value: "c" }] }, fault: "body/parameter/0/name: not" },
    {
      body: { job_id: ID, parameter: [{ name: "a", value: "c".repeat(8193) }] },
      fault: "body/parameter/0/value: maxLength",
    },
    { body: { job_id: ID, scm: { branch: "master" } }, fault: "body/scm: additionalProperties branch" },
    { body: { job_id: ID, scm: { build_commit_id: 5 } }, fault: "body/scm/build_commit_id: type" },
    { answer: { octopus_job_name: "j" }, fault: "200: required actual_build_number" },
    { answer: { actual_build_number: 20 }, fault: "200/actual_build_number: type" },
  ],
  showRecordDetail: [
    ...taskId,
    ...buildNumber("build_no"),
    { answer: { status: "success" }, fault: "200: required result" },
    { answer: { result: { build_no: "532" } }, fault: "200/result/build_no: type" },
    { answer: { result: { status: null } }, fault: "200/result/status: type" },
    { answer: { result: { buildNo: 532 } }, fault: "200/result: additionalProperties buildNo" },
  ],
  showHistoryDetails: [
    ...taskId,
    ...buildNumber("build_number"),
    { answer: {}, fault: "200: required build_steps" },
    { answer: { build_steps: {} }, fault: "200/build_steps: type" },
    { answer: { build_steps: [], parameters: ["a"] }, fault: "200/parameters: type" },
    { answer: { build_steps: [], parameters: { a: 1 } }, fault: "200/parameters/a: type" },
    { answer: { build_steps: [{ build_time: "8366" }] }, fault: "200/build_steps/0/build_time: type" },
  ],
  showOutputInfo: [
    ...taskId,
    ...buildNumber("build_no"),
    { answer: { error: null }, fault: "200: required result" },
    { answer: { result: { package_infos: [] } }, fault: "200/result/package_infos: type" },
    { answer: { result: { package_infos: { a: { uri: 1 } } } }, fault: "200/result/package_infos/a/uri: type" },
    { answer: { result: { image_infos: "none" } }, fault: "200/result/image_infos: type" },
  ],
  stopBuildJob: [
    ...taskId,
    ...buildNumber("build_no"),
    strangeField,
    { answer: { success: "true" }, fault: "200/success: type" },
    { answer: { success: true, colour: "red" }, fault: "200: additionalProperties colour" },
  ],
  showFlowGraph: [
    { without: "build_flow_record_id", fault: "build_flow_record_id: missing" },
    { with: { build_flow_record_id: 7 }, fault: "build_flow_record_id: type" },
    { answer: { success: true }, fault: "200: required result" },
    { answer: { result: { edges: {} } }, fault: "200/result/edges: type" },
    {
      answer: { result: { vertices: [{ build_duration: "1" }] } },
      fault: "200/result/vertices/0/build_duration: type",
    },
  ],
  showRecordInfo: [
    ...taskId,
    ...buildNumber("build_no"),
    { answer: { success: true }, fault: "200: required result" },
    {
      answer: { result: { buildNo: "61" } },
      fault: "200/result/buildNo: type; 200/result: additionalProperties buildNo; 200/result: anyOf",
    },
    {
      answer: { result: { build_no: "61" } },
      fault: "200/result: additionalProperties build_no; 200/result/build_no: type; 200/result: anyOf",
    },
    {
      answer: { result: { buildNo: 61, build_no: 61 } },
      fault: "200/result: additionalProperties build_no; 200/result: additionalProperties buildNo; 200/result: anyOf",
    },
  ],
  stopJob: [
    { body: { build_no: "1" }, fault: "body: required job_id" },
    { body: { job_id: ID }, fault: "body: required build_no" },
    { body: { job_id: ID, build_no: null }, fault: "body/build_no: type" },
    { body: { job_id: ID, build_no: 0 }, fault: "body/build_no: minimum" },
    { body: { job_id: ID, build_no: "0" }, fault: "body/build_no: pattern" },
    { body: { job_id: ID.slice(1), build_no: "1" }, fault: "body/job_id: pattern" },
    { body: { job_id: ID, build_no: "1", colour: "red" }, fault: "body: additionalProperties colour" },
    { answer: { result: "true" }, fault: "200/result: type" },
  ],

  listBuildInfoRecord: [
    ...taskId,
    { without: "start_time", fault: "start_time: missing" },
    { without: "end_time", fault: "end_time: missing" },
    { with: { start_time: "2023-12-01" }, fault: "start_time: pattern" },
    { with: { end_time: "2023-12-31T00:00:00Z" }, fault: "end_time: pattern" },
    { with: { page_index: -1 }, fault: "page_index: minimum" },
    { with: { page_size: 101 }, fault: "page_size: maximum" },
    ...envelope,
    { answer: { result: { job_build_statuses: [] } }, fault: "200/result: additionalProperties job_build_statuses" },
    { answer: { result: { job_build_states: {} } }, fault: "200/result/job_build_states: type" },
    { answer: { result: { total_record: true } }, fault: "200/result/total_record: type" },
    {
      answer: { result: { job_build_states: [{ number: null }] } },
      fault: "200/result/job_build_states/0/number: type",
    },
    {
      answer: { result: { job_build_states: [{ build_time: "1" }] } },
      fault: "200/result/job_build_states/0/build_time: type",
    },
  ],
  showListPeriodHistory: [
    ...taskId,
    ...offsetPages,
    ...days,
    { answer: { total: 0 }, fault: "200: required history_records" },
    { answer: { history_records: [] }, fault: "200: required total" },
    { answer: { total: 1, history_records: {} }, fault: "200/history_records: type" },
    {
      answer: { total: 1, history_records: [{ build_number: "55" }] },
      fault: "200/history_records/0/build_number: type",
    },
  ],
  showListHistory: [
    ...taskId,
    ...offsetPages,
    { without: "interval", fault: "interval: missing" },
    { with: { interval: 31 }, fault: "interval: maximum" },
    { answer: { total: 0 }, fault: "200: required history_records" },
    { answer: { total: 1, history_records: {} }, fault: "200/history_records: type" },
    {
      answer: { total: 1, history_records: [{ branch: "b" }] },
      fault: "200/history_records/0: additionalProperties branch",
    },
  ],
  showLastHistory: [
    { without: "project_id", fault: "project_id: missing" },
    { without: "repository_name", fault: "repository_name: missing" },
    { with: { project_id: ID.toUpperCase() }, fault: "project_id: pattern" },
    { answer: { job_id: ID }, fault: "200: required build_number" },
    { answer: { build_number: 5 }, fault: "200: required job_id" },
    { answer: { build_number: "5", job_id: ID }, fault: "200/build_number: type" },
  ],
  showJobSuccessRatio: [
    ...taskId,
    ...days,
    { answer: { success_count: 1, total_count: 1 }, fault: "200: required success_ratio" },
    { answer: { success_count: 1, success_ratio: 1 }, fault: "200: required total_count" },
    { answer: { success_count: 0.5, total_count: 1, success_ratio: 0.5 }, fault: "200/success_count: type" },
    { answer: { success_count: 1, total_count: 2, success_ratio: "50%" }, fault: "200/success_ratio: type" },
  ],

  downloadRealTimeLog: [
    ...taskId,
    ...buildNumber("build_no"),
    { without: "offset", fault: "offset: missing" },
    { with: { offset: "0" }, fault: "offset: type" },
    { with: { length: "all" }, fault: "length: type" },
    ...envelope,
    { answer: { result: { has_more_data: 1 } }, fault: "200/result/has_more_data: type" },
    { answer: { result: { offset: true } }, fault: "200/result/offset: type" },
    { answer: { result: { content: null } }, fault: "200/result/content: type" },
  ],
  downloadBuildLog: [
    ...recordId,
    { with: { log_level: "info" }, fault: "log_level: enum" },
    { with: { log_level: "TRACE" }, fault: "log_level: enum" },
    { answer: "text", fault: "200: no JSON" },
  ],
  downloadTaskLog: [
    ...recordId,
    { without: "task_name", fault: "task_name: missing" },
    { with: { log_level: "WARN" }, fault: "log_level: enum" },
    { answer: "text", fault: "200: no JSON" },
  ],
  downloadLogByRecordId: [...recordId, strangeParameter, { answer: "text", fault: "200: no JSON" }],

  listTemplates: [
    { with: { page: 1 }, fault: "page: type" },
    { with: { page_size: "101" }, fault: "page_size: pattern" },
    { with: { page_size: "007" }, fault: "page_size: pattern" },
    { with: { page_size: 10 }, fault: "page_size: type" },
    strangeParameter,
    ...envelope,
    { answer: { result: { total_size: "1" } }, fault: "200/result/total_size: type" },
    { answer: { result: { items: [{ favourite: "no" }] } }, fault: "200/result/items/0/favourite: type" },
    { answer: { result: { items: [{ weight: "0.5" }] } }, fault: "200/result/items/0/weight: type" },
  ],
  createTemplates: [
    { body: { name: "example" }, fault: "body: required template" },
    { body: { template: template.template }, fault: "body: required name" },
    { body: { ...template, template: {} }, fault: "body/template: required steps" },
    { body: { ...template, template: { steps: null } }, fault: "body/template/steps: type" },
    {
      body: { ...template, template: { steps: [{ name: "Build" }] } },
      fault: "body/template/steps/0: required module_id",
    },
    { body: { ...template, description: 1 }, fault: "body/description: type" },
    { body: { ...template, scope: "custom" }, fault: "body: additionalProperties scope" },
    ...envelope,
  ],
  deleteTemplates: [
    { without: "uuid", fault: "uuid: missing" },
    { with: { uuid: 5 }, fault: "uuid: type" },
    { answer: { result: {} }, fault: "200/result: type" },
    { answer: { result: [{ public: "false" }] }, fault: "200/result/0/public: type" },
    { answer: { result: [], status: 0 }, fault: "200/status: type" },
  ],

  listNotice: [
    ...taskId,
    { answer: { status: "success" }, fault: "200: required result" },
    { answer: { result: {} }, fault: "200/result: type" },
    { answer: { result: [{ enable_map: { job_failed: "true" } }] }, fault: "200/result/0/enable_map/job_failed: type" },
    { answer: { result: [{ colour: "red" }] }, fault: "200/result/0: additionalProperties colour" },
  ],
  updateNotice: [
    ...taskId,
    { body: { enabled_event_type_names: [] }, fault: "body: required notice_type" },
    { body: { notice_type: "message" }, fault: "body: required enabled_event_type_names" },
    {
      body: { notice_type: "message", enabled_event_type_names: "JOB_FAILED" },
      fault: "body/enabled_event_type_names: type",
    },
    { body: { notice_type: "message", enabled_event_type_names: [1] }, fault: "body/enabled_event_type_names/0: type" },
    {
      body: { notice_type: "message", enabled_event_type_names: [], colour: "red" },
      fault: "body: additionalProperties colour",
    },
    ...statusOnly,
  ],
  disableNotice: [
    ...taskId,
    { without: "notice_type", fault: "notice_type: missing" },
    { with: { notice_type: 1 }, fault: "notice_type: type" },
    strangeField,
    ...statusOnly,
  ],

  downloadKeystore: [
    { without: "file_name", fault: "file_name: missing" },
    { without: "domain_id", fault: "domain_id: missing" },
    { with: { file_name: "" }, fault: "file_name: minLength" },
    { with: { file_name: "k".repeat(501) }, fault: "file_name: maxLength" },
    { with: { domain_id: "demo" }, fault: "domain_id: pattern" },
    { answer: "bytes", fault: "200: no JSON" },
  ],

  keystoneCreateUserTokenByPassword: [
    { body: {}, fault: "body: required auth" },
    { body: { auth: { scope: auth.scope ?? null } }, fault: "body/auth: required identity" },
    { body: { auth: { identity: auth.identity ?? null } }, fault: "body/auth: required scope" },
    { body: token({ scope: {} }), fault: "body/auth/scope: required project" },
    {
      body: token({ identity: { methods: ["token"], password: { user } } }),
      fault: "body/auth/identity/methods/0: enum",
    },
    { body: token({ identity: { password: { user } } }), fault: "body/auth/identity: required methods" },
    { body: token({ identity: { methods: ["password"] } }), fault: "body/auth/identity: required password" },
    { body: token({ identity: identity({}) }), fault: "body/auth/identity/password: required user" },
    { body: token({ identity: null }), fault: "body/auth/identity: type" },
    {
      body: token({ identity: { methods: ["password"], password: null } }),
      fault: "body/auth/identity/password: type",
    },
    { body: token({ identity: identity({ user: { ...user, name: null } }) }), fault: `${at.user}/name: type` },
    { body: token({ identity: identity({ user: { ...user, domain: null } }) }), fault: `${at.user}/domain: type` },
    { body: token({ identity: identity({ user: without(user, "name") }) }), fault: `${at.user}: required name` },
    {
      body: token({ identity: identity({ user: without(user, "password") }) }),
      fault: `${at.user}: required password`,
    },
    { body: token({ identity: identity({ user: without(user, "domain") }) }), fault: `${at.user}: required domain` },
    {
      body: token({ identity: identity({ user: { ...user, domain: {} } }) }),
      fault: `${at.user}/domain: required name`,
    },
    { body: token({ scope: { project: {} } }), fault: "body/auth/scope/project: required name" },
    { body: { auth, token: "t" }, fault: "body: additionalProperties token" },
    { answer: {}, fault: "201: required token" },
    { answer: { token: {} }, fault: "201/token: required expires_at" },
    { answer: { token: { expires_at: "tomorrow" } }, fault: "201/token/expires_at: format" },
  ],
  keystoneListProjects: [
    strangeParameter,
    { answer: {}, fault: "200: required projects" },
    { answer: { projects: [{ name: "ap-southeast-3" }] }, fault: "200/projects/0: required id" },
    { answer: { projects: [{ id: ID }] }, fault: "200/projects/0: required name" },
    { answer: { projects: [{ id: ID, name: "n", enabled: "true" }] }, fault: "200/projects/0/enabled: type" },
  ],
};

/** What the specification finds wrong with a case. */
export function faultsOfReject(contract: Contract, operation: Operation, reject: Reject): string[] {
  if ("answer" in reject) {
    const success = contract.statusesOf(operation).find((status) => status.startsWith("2"));
    return contract.answerFaults(operation, success ?? "200", reject.answer);
  }
  return contract.requestFaults(operation, requestOfReject(contract, operation, reject));
}

/** The request that must be refused; for an answer that must be, the request that is not. */
export function requestOfReject(contract: Contract, operation: Operation, reject: Reject): Request {
  return changed(baseRequest(contract, operation), reject);
}

/** A request that the specification accepts: the parameters of the first example, and the first body. */
function baseRequest(contract: Contract, operation: Operation): Request {
  const requests = [...requestsOf(contract, operation).values()];
  const [parameters] = requests.map((request) => request.parameters);
  const body = requests.map((request) => request.body).find((one) => one !== undefined);
  return { parameters: parameters ?? {}, ...(body === undefined ? {} : { body }) };
}

function changed(base: Request, reject: Reject): Request {
  if ("body" in reject) return { ...base, body: reject.body };
  if ("with" in reject) return { ...base, parameters: { ...base.parameters, ...reject.with } };
  if (!("without" in reject)) return base;
  const entries = Object.entries(base.parameters).filter(([name]) => name !== reject.without);
  return { ...base, parameters: Object.fromEntries(entries) };
}

/** The cases of an operation that are not refused, or not for the reason that the table gives. */
export function rejectFaults(contract: Contract, operation: Operation): string[] {
  const rejects = REJECTS[operation.id] ?? [];
  if (rejects.length === 0) return ["test/contract/rejects.ts has nothing that must be refused"];
  return rejects
    .map((reject) => ({ reject, found: faultsOfReject(contract, operation, reject).join("; ") }))
    .filter(({ reject, found }) => found !== reject.fault)
    .map(({ reject, found }) => `must be refused for "${reject.fault}", found "${found}"`);
}
