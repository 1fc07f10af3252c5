import type { Simulator } from "../../../generator/codearts/simulator/index.js";

/** What the calls below are about. */
export interface Subject {
  readonly service: Simulator;
  readonly job_id: string;
  readonly project_id: string;
  readonly build_no: number;
  readonly record_id: string;
  readonly uuid: string;
}

export interface SampleCall {
  readonly line: string;
  readonly body?: object;
}

const config = { arch: "x86-64", steps: [{ module_id: "devcloud2018.codeci_action_20043.action", name: "Build" }] };
const days = "start_time=2026-01-01&end_time=2026-01-20";
const times = "start_time=2026-01-01%2000:00:00&end_time=2026-01-20%2000:00:00";

/** A correct call of each operation. */
export const calls: Readonly<Record<string, (subject: Subject) => SampleCall>> = {
  showJobListByProjectId: ({ project_id }) => ({ line: `GET /v3/${project_id}/jobs?page_size=10` }),
  showJobInfo: ({ job_id }) => ({ line: `GET /v1/job/${job_id}/info` }),
  showJobStatus: ({ job_id }) => ({ line: `GET /v3/jobs/${job_id}/status` }),
  listJobConfig: ({ job_id }) => ({ line: `GET /v3/jobs/${job_id}/query?get_all_params=true` }),
  createBuildJob: ({ project_id }) => ({
    line: "POST /v3/jobs/create",
    body: { ...config, project_id, job_name: "new" },
  }),
  updateBuildJob: ({ project_id, job_id }) => ({
    line: "POST /v3/jobs/update",
    body: { ...config, project_id, job_id, job_name: "renamed" },
  }),
  disableBuildJob: ({ job_id }) => ({ line: `POST /v3/jobs/${job_id}/disable`, body: {} }),
  enableBuildJob: ({ job_id }) => ({ line: `POST /v3/jobs/${job_id}/recover`, body: {} }),
  deleteBuildJob: ({ job_id }) => ({ line: `POST /v3/jobs/${job_id}/delete`, body: {} }),
  runJob: ({ job_id }) => ({
    line: "POST /v3/jobs/build",
    body: { job_id, parameter: [{ name: "codeBranch", value: "main" }], scm: { build_tag: null } },
  }),
  showRecordDetail: ({ job_id, build_no }) => ({ line: `GET /v4/jobs/${job_id}/${build_no}/record-info` }),
  showHistoryDetails: ({ job_id, build_no }) => ({ line: `GET /v3/jobs/${job_id}/${build_no}/history-details` }),
  showOutputInfo: ({ job_id, build_no }) => ({ line: `GET /v3/jobs/${job_id}/${build_no}/output-info` }),
  stopBuildJob: ({ job_id, build_no }) => ({ line: `POST /v3/jobs/${job_id}/${build_no}/stop`, body: {} }),
  showFlowGraph: ({ record_id }) => ({ line: `GET /v3/${record_id}/flow-graph` }),
  showRecordInfo: ({ job_id, build_no }) => ({ line: `GET /v3/jobs/${job_id}/${build_no}/record-info` }),
  stopJob: ({ job_id, build_no }) => ({ line: "POST /v3/jobs/stop", body: { job_id, build_no: String(build_no) } }),
  listBuildInfoRecord: ({ job_id }) => ({ line: `GET /v3/jobs/${job_id}/build-info-records?${times}` }),
  showListPeriodHistory: ({ job_id }) => ({ line: `GET /v3/jobs/${job_id}/period-history?offset=0&limit=10&${days}` }),
  showListHistory: ({ job_id }) => ({ line: `GET /v3/jobs/${job_id}/history?offset=0&limit=10&interval=7` }),
  showLastHistory: ({ project_id }) => ({ line: `GET /v3/jobs/${project_id}/last-history?repository_name=maven-demo` }),
  showJobSuccessRatio: ({ job_id }) => ({ line: `GET /v3/jobs/${job_id}/success-ratio?${days}` }),
  downloadRealTimeLog: ({ job_id, build_no }) => ({
    line: `GET /v3/jobs/${job_id}/${build_no}/real-time-log?offset=0`,
  }),
  downloadBuildLog: ({ record_id }) => ({ line: `GET /v4/${record_id}/download-log?log_level=DEBUG` }),
  downloadTaskLog: ({ record_id }) => ({ line: `GET /v4/${record_id}/task-log?task_name=stage1` }),
  downloadLogByRecordId: ({ record_id }) => ({ line: `GET /v3/${record_id}/download-log` }),
  listTemplates: () => ({ line: "GET /v3/templates/query?page=1&page_size=10" }),
  createTemplates: () => ({
    line: "POST /v3/templates/create",
    body: { name: "template", template: { steps: config.steps } },
  }),
  deleteTemplates: ({ uuid }) => ({ line: `DELETE /v3/templates/${uuid}/delete` }),
  listNotice: ({ job_id }) => ({ line: `GET /v3/jobs/notice/${job_id}/query` }),
  updateNotice: ({ job_id }) => ({
    line: `POST /v3/jobs/notice/${job_id}/update`,
    body: { notice_type: "MESSAGE", enabled_event_type_names: ["deleteJob"] },
  }),
  disableNotice: ({ job_id }) => ({ line: `POST /v3/jobs/notice/${job_id}/disable?notice_type=message`, body: {} }),
  downloadKeystore: ({ service }) => ({
    line: `GET /v3/keystore?file_name=android.keystore&domain_id=${service.domain_id}`,
  }),
  keystoneCreateUserTokenByPassword: ({ service: { user } }) => ({
    line: "POST /v3/auth/tokens",
    body: {
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: user.user, password: user.password, domain: { name: user.domain } } },
        },
        scope: { project: { name: "ap-southeast-3" } },
      },
    },
  }),
  keystoneListProjects: () => ({ line: "GET /v3/projects" }),
};
