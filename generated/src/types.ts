// Made by `npm run generate` from the specification. Do not edit.

/** What `showJobListByProjectId` takes. */
export interface ShowJobListByProjectIdRequest {
  /**
   * Id of the CodeArts project, not of the IAM project. Matches `^[0-9A-Za-z]{32}$`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: string;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @example 1
   */
  page_index?: number | undefined;
  /**
   * Items on a page. At most 100.
   *
   * @example 10
   */
  page_size: number;
}

/** What `showJobListByProjectId` returns. */
export interface ShowJobListByProjectIdResponse {
  /** The build tasks on this page. */
  jobs: Job[];
  /** Number of build tasks in the project. From 0 to 2147483647. */
  total: number;
}

/** What `showJobInfo` takes. */
export interface ShowJobInfoRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "901878212b1a49be9c1a1054c272762a"
   */
  job_id: string;
}

/** What `showJobInfo` returns. */
export interface ShowJobInfoResponse {
  /** The task and its last build. */
  result: JobInfo;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * - `success`: The call did what it should.
   * - `fail`: The call failed.
   */
  status?: "success" | "fail" | (string & {});
}

/** What `showJobStatus` takes. */
export interface ShowJobStatusRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "901878212b1a49be9c1a1054c272762a"
   */
  job_id: string;
}

/** What `showJobStatus` returns. */
export interface ShowJobStatusResponse {
  /** True while the task is running. */
  result: boolean;
}

/** What `listJobConfig` takes. */
export interface ListJobConfigRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
  /**
   * `true` for all parameters, `false` for those that the task sets itself.
   *
   * @example "true"
   */
  get_all_parameters?: "true" | "false" | undefined;
}

/** What `listJobConfig` returns. */
export interface ListJobConfigResponse {
  /** The configuration of the task. */
  result: JobConfig;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `createBuildJob` takes. */
export interface CreateBuildJobRequest {
  /**
   * CPU architecture of the executor, such as x86-64.
   *
   * @example "x86-64"
   */
  arch: string;
  /**
   * Id of the CodeArts project that holds the task.
   *
   * @example "a287e712be6c404ca26e5f69040fa12b"
   */
  project_id: string;
  /**
   * Name of the build task.
   *
   * @example "examplejob"
   */
  job_name: string;
  /**
   * Whether Git submodules are fetched too, as the text `true` or `false`.
   *
   * @example "false"
   */
  auto_update_sub_module?: string | undefined;
  /**
   * Size of the executor, such as 2u8g.
   *
   * @example "2u8g"
   */
  flavor?: string | undefined;
  /** The task's parameters. */
  parameters?: JobParameter[] | undefined;
  /** Code repositories that the task builds from. */
  scms?: JobScm[] | undefined;
  /** Steps of the build, in order. */
  steps: JobStep[];
  /**
   * Kind of executor, such as devcloud.
   *
   * @example "devcloud"
   */
  host_type?: string | undefined;
  /** Whether the build is described by YAML or by steps in the console (ACTION). */
  build_config_type?: string | undefined;
}

/** What `createBuildJob` returns. */
export interface CreateBuildJobResponse {
  /** The task that was created. */
  result: JobReference;
  /** `success` when the call did what it should. */
  status?: string;
  /** What went wrong; null on success. */
  error?: string | null;
}

/** What `updateBuildJob` takes. */
export interface UpdateBuildJobRequest {
  /**
   * CPU architecture of the executor, such as x86-64.
   *
   * @example "x86-64"
   */
  arch: string;
  /**
   * Id of the CodeArts project that holds the task.
   *
   * @example "a287e712be6c404ca26e5f69040fa12b"
   */
  project_id: string;
  /**
   * Name of the build task.
   *
   * @example "examplejob"
   */
  job_name: string;
  /**
   * Id of the build task.
   *
   * @example "db8467d972cc47f7a1bd2a3a3e77596a"
   */
  job_id: string;
  /**
   * Whether Git submodules are fetched too, as the text `true` or `false`.
   *
   * @example "false"
   */
  auto_update_sub_module?: string | undefined;
  /**
   * Size of the executor, such as 2u8g.
   *
   * @example "2u8g"
   */
  flavor?: string | undefined;
  /** The task's parameters. */
  parameters?: JobParameter[] | undefined;
  /** Code repositories that the task builds from. */
  scms?: JobScm[] | undefined;
  /** Steps of the build, in order. */
  steps: JobStep[];
  /**
   * Kind of executor, such as devcloud.
   *
   * @example "devcloud"
   */
  host_type?: string | undefined;
  /** Whether the build is described by YAML or by steps in the console (ACTION). */
  build_config_type?: string | undefined;
}

/** What `updateBuildJob` returns. */
export interface UpdateBuildJobResponse {
  /** The task that was changed. */
  result: JobReference;
  /** `success` when the call did what it should. */
  status?: string;
  /** What went wrong; null on success. */
  error?: string | null;
}

/** What `disableBuildJob` takes. */
export interface DisableBuildJobRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
}

/** What `disableBuildJob` returns. */
export interface DisableBuildJobResponse {
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `enableBuildJob` takes. */
export interface EnableBuildJobRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
}

/** What `enableBuildJob` returns. */
export interface EnableBuildJobResponse {
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `deleteBuildJob` takes. */
export interface DeleteBuildJobRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
}

/** What `deleteBuildJob` returns. */
export interface DeleteBuildJobResponse {
  /** The task that was deleted. */
  result?: DeletedJob;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `runJob` takes. */
export interface RunJobRequest {
  /**
   * Id of the build task. Matches `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: string;
  /** Parameters for this run; a parameter that is left out takes the task's own value. */
  parameter?: ParameterItem[] | undefined;
  /** Tag or commit to build instead of the head of the task's branch. */
  scm?: Scm | undefined;
}

/** What `runJob` returns. */
export interface RunJobResponse {
  /** Name of the executor's temporary job. */
  octopus_job_name?: string;
  /** Number of the build that was started; the `build_no` of other operations. */
  actual_build_number: string;
  /** Day and running number of the build on that day, such as 20200612.20. */
  daily_build_number?: string;
}

/** What `showRecordDetail` takes. */
export interface ShowRecordDetailRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
  /**
   * Number of the build within its task; the first is 1. At least 1.
   *
   * @example 61
   */
  build_no: number;
}

/** What `showRecordDetail` returns. */
export interface ShowRecordDetailResponse {
  /** `success` when the call did what it should. */
  status?: string;
  /** What went wrong; null on success. */
  error?: Record<string, unknown>;
  /** The build record. */
  result: BuildRecord;
}

/** What `showHistoryDetails` takes. */
export interface ShowHistoryDetailsRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "901878212b1a49be9c1a1054c272762a"
   */
  job_id: string;
  /**
   * Number of the build within its task; the first is 1. At least 1.
   *
   * @example 1
   */
  build_number: number;
}

/** What `showHistoryDetails` returns. */
export interface ShowHistoryDetailsResponse {
  /** Name of the build task. */
  job_name?: string;
  /** Number of the build within its task, from 1. */
  build_number?: number;
  /** Id of the CodeArts project that holds the task. */
  project_id?: string;
  /** Name of the project. */
  project_name?: string;
  /** Parameters of this build by name; values of sensitive ones come as asterisks. */
  parameters?: { [name: string]: string };
  /** The steps of the build, in order. */
  build_steps: BuildStep[];
}

/** What `showOutputInfo` takes. */
export interface ShowOutputInfoRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
  /**
   * Number of the build within its task; the first is 1. At least 1.
   *
   * @example 61
   */
  build_no: number;
}

/** What `showOutputInfo` returns. */
export interface ShowOutputInfoResponse {
  /** `success` when the call did what it should. */
  status?: string;
  /** What went wrong; null on success. */
  error?: Record<string, unknown> | null;
  /** What the build produced. */
  result: BuildOutput;
}

/** What `stopBuildJob` takes. */
export interface StopBuildJobRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
  /**
   * Number of the build within its task; the first is 1. At least 1.
   *
   * @example 2
   */
  build_no: number;
}

/** What `stopBuildJob` returns. */
export interface StopBuildJobResponse {
  /** True when the build was stopped. */
  success?: boolean;
  /** What the service says about it; empty on success. */
  result?: string;
}

/** What `showFlowGraph` takes. */
export interface ShowFlowGraphRequest {
  /**
   * Build record id of the parent build.
   *
   * @example "2ab0e6a3-3e1a-4708-bb16-fff2b0999027"
   */
  build_flow_record_id: string;
}

/** What `showFlowGraph` returns. */
export interface ShowFlowGraphResponse {
  /** True when the call did what it should. */
  success?: boolean;
  /** Message of the service; empty on success. */
  message?: string;
  /** Error code; empty on success. */
  err_code?: string;
  /** The graph. */
  result: FlowGraph;
}

/** What `showRecordInfo` takes. */
export interface ShowRecordInfoRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: string;
  /**
   * Number of the build within its task; the first is 1. At least 1.
   *
   * @example 61
   */
  build_no: number;
}

/** What `showRecordInfo` returns. */
export interface ShowRecordInfoResponse {
  /** True when the call did what it should. */
  success?: boolean;
  /** Message of the service; empty on success. */
  message?: string;
  /** Error code; empty on success. */
  err_code?: string;
  /** The build record. */
  result: LegacyBuildRecord;
}

/** What `stopJob` takes. */
export interface StopJobRequest {
  /**
   * Id of the build task. Matches `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: string;
  /**
   * Number of the build within its task, from 1. Matches `^[1-9][0-9]*$`.
   *
   * @example "20"
   */
  build_no: string;
}

/** What `stopJob` returns. */
export interface StopJobResponse {
  /** True when the build was stopped. */
  result?: boolean;
}

/** What `listBuildInfoRecord` takes. */
export interface ListBuildInfoRecordRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
  /**
   * Begin of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}
   * [0-9]{2}:[0-9]{2}:[0-9]{2}$`.
   *
   * @example "2023-12-01 00:00:00"
   */
  start_time: string | Date;
  /**
   * End of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time; at most 31 days after the begin. Matches
   * `^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$`.
   *
   * @example "2023-12-31 00:00:00"
   */
  end_time: string | Date;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @example 0
   */
  page_index?: number | undefined;
  /**
   * Items on a page. At most 100.
   *
   * @example 10
   */
  page_size?: number | undefined;
}

/** What `listBuildInfoRecord` returns. */
export interface ListBuildInfoRecordResponse {
  /** One page of build records. */
  result: BuildInfoPage;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `showListPeriodHistory` takes. */
export interface ShowListPeriodHistoryRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: string;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @example 0
   */
  offset: number;
  /**
   * Items on a page. At most 100.
   *
   * @example 10
   */
  limit: number;
  /**
   * First day of the period, `yyyy-MM-dd`. Date, `yyyy-MM-dd`.
   *
   * @example "2021-01-04"
   */
  start_time: string | Date;
  /**
   * Last day of the period, `yyyy-MM-dd`. Date, `yyyy-MM-dd`.
   *
   * @example "2021-01-14"
   */
  end_time: string | Date;
}

/** What `showListPeriodHistory` returns. */
export interface ShowListPeriodHistoryResponse {
  /** Number of items across all pages. */
  total: number;
  /** The builds on this page. */
  history_records: PeriodHistoryRecord[];
}

/** What `showListHistory` takes. */
export interface ShowListHistoryRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: string;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @example 0
   */
  offset: number;
  /**
   * Items on a page. At most 100.
   *
   * @example 10
   */
  limit: number;
  /**
   * How many days to look back from today. At most 30.
   *
   * @example 7
   */
  interval: number;
}

/** What `showListHistory` returns. */
export interface ShowListHistoryResponse {
  /** The builds on this page. */
  history_records: HistoryRecord[];
  /** Number of items across all pages. */
  total: number;
}

/** What `showLastHistory` takes. */
export interface ShowLastHistoryRequest {
  /**
   * Id of the CodeArts project, not of the IAM project. Matches `^[0-9a-z]{32}$`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: string;
  /**
   * Name of the code repository.
   *
   * @example "maven-demo"
   */
  repository_name: string;
}

/** What `showLastHistory` returns. */
export interface ShowLastHistoryResponse {
  /** Day and number of the build, such as 20210722.16; not the UUID that log downloads take. */
  record_id?: string;
  /** Id of the build task. */
  job_id: string;
  /** Name of the build task. */
  job_name?: string;
  /** Number of the build within its task, from 1. */
  build_number: number;
  /** When the build started, ISO 8601 with an offset. */
  start_time?: string;
  /** When the build ended, ISO 8601 with an offset. */
  end_time?: string;
  /** How the build ended. */
  result?: string;
  /** Commit that was built. */
  commit_id?: string;
}

/** What `showJobSuccessRatio` takes. */
export interface ShowJobSuccessRatioRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
  /**
   * First day of the period, `yyyy-MM-dd`. Date, `yyyy-MM-dd`.
   *
   * @example "2021-12-01"
   */
  start_time: string | Date;
  /**
   * Last day of the period, `yyyy-MM-dd`. Date, `yyyy-MM-dd`.
   *
   * @example "2021-12-01"
   */
  end_time: string | Date;
}

/** What `showJobSuccessRatio` returns. */
export interface ShowJobSuccessRatioResponse {
  /** Builds that succeeded. */
  success_count: number;
  /** Builds in all. */
  total_count: number;
  /** Share that succeeded, from 0 to 1, rounded to two decimals. Format `double`. */
  success_ratio: number;
}

/** What `downloadRealTimeLog` takes. */
export interface DownloadRealTimeLogRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
  /**
   * Number of the build within its task; the first is 1. At least 1.
   *
   * @example 33
   */
  build_no: number;
  /**
   * Where to go on: 0 at first, then the `offset` of the last response.
   *
   * @example 121768
   */
  offset: number;
  /**
   * How much to return at most, in characters.
   *
   * @default 1000000
   * @example 1000000
   */
  length?: number | undefined;
}

/** What `downloadRealTimeLog` returns. */
export interface DownloadRealTimeLogResponse {
  /** A piece of the log. */
  result: LogChunk;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `downloadBuildLog` takes. */
export interface DownloadBuildLogRequest {
  /**
   * Id of the build record, as `showRecordDetail` returns it. Matches `^[0-9a-z-]{36}$`.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: string;
  /**
   * How much to log: `INFO`, or `DEBUG` for everything.
   *
   * @example "INFO"
   */
  log_level?: "INFO" | "DEBUG" | undefined;
}

/** What `downloadTaskLog` takes. */
export interface DownloadTaskLogRequest {
  /**
   * Id of the build record, as `showRecordDetail` returns it. Matches `^[0-9a-z-]{36}$`.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: string;
  /**
   * Name of the step, as `showHistoryDetails` lists it.
   *
   * @example "Code checkout"
   */
  task_name: string;
  /**
   * How much to log: `INFO`, or `DEBUG` for everything.
   *
   * @example "INFO"
   */
  log_level?: "INFO" | "DEBUG" | undefined;
}

/** What `downloadLogByRecordId` takes. */
export interface DownloadLogByRecordIdRequest {
  /**
   * Id of the build record, as `showRecordDetail` returns it. Matches `^[0-9a-z-]{36}$`.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: string;
}

/** What `listTemplates` takes. */
export interface ListTemplatesRequest {
  /**
   * Text that the name of the template contains.
   *
   * @example "123"
   */
  name?: string | undefined;
  /**
   * Number of the page, as text.
   *
   * @example "1"
   */
  page?: string | undefined;
  /**
   * Items on a page, as text. Matches `^([1-9][0-9]?|100)$`.
   *
   * @example "10"
   */
  page_size?: string | undefined;
}

/** What `listTemplates` returns. */
export interface ListTemplatesResponse {
  /** One page of templates. */
  result: TemplatePage;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `createTemplates` takes. */
export interface CreateTemplatesRequest {
  /** The steps of the template. */
  template: NewTemplateDefinition;
  /**
   * Name of the template.
   *
   * @example "example"
   */
  name: string;
  /**
   * Description of the template.
   *
   * @example "123"
   */
  description?: string | undefined;
  /**
   * Whether the template is for a YAML build or for steps in the console.
   *
   * @example "123123"
   */
  tool_type?: string | undefined;
  /** The task's parameters. */
  parameters?: JobParameter[] | undefined;
}

/** What `createTemplates` returns. */
export interface CreateTemplatesResponse {
  /** The template that was created. */
  result: Template;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `deleteTemplates` takes. */
export interface DeleteTemplatesRequest {
  /**
   * The `uuid` of the template, as `listTemplates` returns it.
   *
   * @example "ca9c83214d6344b9bd26d14ba0b519d9"
   */
  uuid: string;
}

/** What `deleteTemplates` returns. */
export interface DeleteTemplatesResponse {
  /** The templates that were deleted. */
  result?: Template[];
  /** What went wrong; null on success. */
  error?: string;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `listNotice` takes. */
export interface ListNoticeRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
}

/** What `listNotice` returns. */
export interface ListNoticeResponse {
  /** The notifications of the task, one entry a channel. */
  result: Notice[];
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `updateNotice` takes. */
export interface UpdateNoticeRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
  /**
   * Channel of the notification.
   *
   * @example "MESSAGE"
   */
  notice_type: string;
  /** Events to be notified of; events that are left out are switched off. */
  enabled_event_type_names: string[];
  /** Settings of the channel. */
  param_config?: string | undefined;
}

/** What `updateNotice` returns. */
export interface UpdateNoticeResponse {
  /** The task, or a text. */
  result?: JobReference | string;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `disableNotice` takes. */
export interface DisableNoticeRequest {
  /**
   * Id of the build task: what stands at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: string;
  /**
   * Channel to switch off.
   *
   * - `message`: Message in the console.
   * - `email`: E-mail.
   * - `DingTalk`: DingTalk.
   *
   * @example "message"
   */
  notice_type: "message" | "email" | "DingTalk" | (string & {});
}

/** What `disableNotice` returns. */
export interface DisableNoticeResponse {
  /** The task, or a text. */
  result?: JobReference | string;
  /** What went wrong; null on success. */
  error?: string | null;
  /** `success` when the call did what it should. */
  status?: string;
}

/** What `downloadKeystore` takes. */
export interface DownloadKeystoreRequest {
  /**
   * Name of the keystore file. 1 to 500 characters.
   *
   * @example "android.keystore"
   */
  file_name: string;
  /**
   * Id of the tenant. Matches `^[0-9a-z]{32}$`.
   *
   * @example "e28d72fb2c0036f1ffdc66718e0c30f7"
   */
  domain_id: string;
}

/** What `keystoneCreateUserTokenByPassword` takes. */
export interface KeystoneCreateUserTokenByPasswordRequest {
  auth: PasswordAuthentication;
}

/** What `keystoneCreateUserTokenByPassword` returns. */
export interface KeystoneCreateUserTokenByPasswordResponse {
  token: TokenInfo;
}

/** What `keystoneListProjects` returns. */
export interface KeystoneListProjectsResponse {
  /** The projects. */
  projects: Project[];
  links?: ProjectLinks;
}

/** One page of build records. */
export interface BuildInfoPage {
  /** Health score of the task, as text. */
  health_score?: string;
  /** Number of this page, from 0, as text. */
  page_index?: string;
  /** Number of pages, as text. */
  total_page?: string;
  /** Number of records across all pages. */
  total_record?: string | number;
  /** The build records on this page. */
  job_build_states?: BuildInfoRecord[];
}

/** A build in the list of a task's builds. */
export interface BuildInfoRecord {
  /** Number of the build within its task, from 1. */
  number?: number | string;
  /** How long the build took, in milliseconds. */
  build_time?: number;
  /** When the build started, in milliseconds since the epoch. 64-bit integer. */
  start_time?: number;
  /**
   * Whether the build is waiting, running or done.
   *
   * - `InQueue`: Waiting for an executor.
   * - `Running`: Running now.
   * - `Finished`: Ended.
   */
  job_running_status?: "InQueue" | "Running" | "Finished" | (string & {});
  /**
   * How the build ended.
   *
   * - `SUCCESS`: Succeeded.
   * - `FAILURE`: Failed.
   * - `ABORTED`: Stopped before its end.
   * - `SCHEDULE_FAILURE`: Never reached an executor.
   */
  state?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {});
  /** Id of the user who ran the build. */
  user_id?: string;
  /** Name of the user who ran the build. */
  executor?: string;
  /** Display name of that user. */
  nickname?: string;
  /** Day and running number of the build on that day, such as 20200612.20. */
  daily_build_number?: string;
  /** What started the build. */
  trigger_type?: string;
  /** How long the build took, in milliseconds. */
  cost_time?: number;
  /** Commit that was built. */
  commit_id?: string;
  /** The commit that was built. */
  commit_info?: CommitInfo;
  /** What was built: a branch, a tag or a commit. */
  build_type?: string;
  /** Branch that was built. */
  code_branch?: string;
  /** Kind of code repository. */
  scm_type?: string;
  /** Web address of the code repository. */
  scm_web_url?: string;
  /** Web address of the commit, for code in CodeArts Repo. */
  commit_detail_url?: string;
}

/** What a build produced. */
export interface BuildOutput {
  /** The package that the build produced. */
  package_info?: OutputPackage | null;
  /** Packages that the build published, by name. */
  package_infos?: { [name: string]: OutputPackage };
  /** Container images that the build published, by name. */
  image_infos?: { [name: string]: OutputPackage } | null;
}

/** The record of one build. */
export interface BuildRecord {
  /** Id of this entry. */
  id?: string;
  /** Id of the build project; one build project stands behind each task. */
  build_project_id?: string;
  /** Id of the build record. */
  build_record_id?: string;
  /** Id of the parent's build record, where a build is part of another. */
  parent_record_id?: string | null;
  /** Id of the CodeArts project. */
  devcloud_project_id?: string;
  /** Id of the build task; `job_id` elsewhere. */
  codeci_job_id?: string;
  /** Id of the user who ran the build. */
  user_id?: string;
  /** Number of the build within its task, from 1. */
  build_no?: number;
  /** Day and running number of the build on that day. */
  daily_build_num?: string;
  /** Id of the executor's job. */
  execution_id?: string;
  /** Name of the code repository. */
  repo_name?: string;
  /** Id of the code repository. */
  repo_id?: string;
  /** Branch that was built. */
  branch?: string;
  /** Tag that was built. */
  tag?: string | null;
  /** Commit that was built. */
  commit?: string | null;
  /** Message of the commit that was built. */
  commit_message?: string | null;
  /** When the commit was made. */
  commit_create_time?: string;
  /** What started the build. */
  trigger_type?: string;
  /** What was built: a branch, a tag or a commit. */
  build_type?: string;
  /**
   * How the build stands or ended.
   *
   * - `SUCCESS`: Succeeded.
   * - `FAILURE`: Failed.
   * - `ABORTED`: Stopped before its end.
   * - `SCHEDULE_FAILURE`: Never reached an executor.
   */
  status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {});
  /** Id of the tenant. */
  domain_id?: string;
  /** When the record was made. */
  create_time?: string;
  /** When the build was handed to an executor. */
  schedule_time?: string;
  /** When the build entered the queue. */
  queued_time?: string;
  /** When the build started. */
  start_time?: string;
  /** When the executor began to work on it. */
  runnable_time?: string;
  /** When the build ended. */
  finish_time?: string;
  /** How long the build took, in milliseconds. */
  duration?: number;
  /** State of the record itself. */
  record_status?: string | null;
  /** 1 when the build runs on an executor of the tenant's own, else 0. */
  use_private_slave?: number;
  /** Region of the tenant. */
  region?: string;
  /** Why the build failed; null when it did not. */
  err_msg?: string | null;
  /**
   * Whether the build is described by YAML or by steps in the console (ACTION).
   *
   * - `YAML`: Described by a YAML file in the repository.
   * - `ACTION`: Described by steps in the console.
   */
  build_config_type?: "YAML" | "ACTION" | (string & {});
}

/** A step of a build. */
export interface BuildStep {
  /** Name of the step; `downloadTaskLog` takes it as `task_name`. */
  name?: string;
  /**
   * Where the step stands; empty before it starts.
   *
   * - `running`: Running now.
   * - `success`: Done.
   * - `error`: Failed.
   * - `""`: Not started.
   */
  status?: "running" | "success" | "error" | "" | (string & {});
  /** How long the step took, in milliseconds. */
  build_time?: number;
}

/** A service that the token is good for. */
export interface CatalogEntry {
  /** Where the service is reached. */
  endpoints?: {
    /** Region of the address. */
    region_id?: string;
  }[];
}

/** The commit that was built. */
export interface CommitInfo {
  /** Commit that was built. */
  commit_id?: string;
  /** When the commit was made, ISO 8601. */
  created_at?: string;
}

/** The build task that was deleted. */
export interface DeletedJob {
  /** Id of the build task. */
  job_id?: string;
  /** Id of the project that held the task. */
  project_id?: string;
}

/**
 * An empty object. The operation has nothing to say, but the gateway refuses a POST without a body. At most 0
 * fields.
 */
export type EmptyBody = Record<string, unknown>;

/** A dependency between two sub-builds. */
export interface FlowEdge {
  /** Id of the sub-build that waits. */
  from?: string;
  /** Id of the sub-build that it waits for. */
  to?: string;
}

/** Which sub-builds a build consists of and how they depend on each other. */
export interface FlowGraph {
  /** Which sub-build waits for which. */
  edges?: FlowEdge[];
  /** The sub-builds. */
  vertices?: FlowVertex[];
}

/** A sub-build. */
export interface FlowVertex {
  /** Build record id of the sub-build. */
  id?: string;
  /** How the sub-build stands or ended. */
  status?: string;
  /** Name of the sub-build. */
  display_name?: string;
  /** How long the sub-build took, in milliseconds. */
  build_duration?: number;
  /** When the sub-build started. */
  start_time?: string;
  /** When the sub-build ended. */
  finish_time?: string;
  /** Number of the sub-build, as text. */
  build_no?: string;
}

/** A build in the recent history. */
export interface HistoryRecord {
  /** Day and number of the build, such as 20201230.1; not the UUID that log downloads take. */
  record_id?: string;
  /** Id of the build task. */
  job_id?: string;
  /** Number of the build within its task, from 1. */
  build_number?: number;
  /** When the build started, ISO 8601 with an offset. */
  start_time?: string;
  /** When the build ended, ISO 8601 with an offset. */
  end_time?: string;
  /** How the build ended. */
  result?: string;
}

/** A build task as the list of a project shows it. */
export interface Job {
  /** Id of the build task; the `job_id` of other operations. */
  id?: string;
  /** Name of the build task. */
  job_name?: string;
  /** User id of the task's creator. */
  job_creator?: string;
  /** Name of the task's creator. */
  user_name?: string;
  /** When the last build started, in milliseconds since the epoch. 64-bit integer. */
  last_build_time?: number;
  /** Share of recent builds that succeeded, 0 to 100. */
  health_score?: number;
  /** Kind of place that the code comes from. */
  source_code?: string;
  /**
   * Status of the last build.
   *
   * - `blue`: Succeeded.
   * - `red`: Failed.
   * - `aborted`: Stopped before its end.
   * - `timeout`: Ran out of time.
   * - `building`: Running now.
   * - `none`: Never built.
   */
  last_build_status?: "blue" | "red" | "aborted" | "timeout" | "building" | "none" | (string & {});
  /** True when no build of the task is running. */
  is_finished?: boolean;
  /** True when the task is disabled and cannot be run. */
  disabled?: boolean;
  /** True when the caller marked the task as a favorite. */
  favorite?: boolean;
  /** True when the caller may edit the task. */
  is_modify?: boolean;
  /** True when the caller may delete the task. */
  is_delete?: boolean;
  /** True when the caller may run the task. */
  is_execute?: boolean;
  /** True when the caller may clone the task. */
  is_copy?: boolean;
  /** True when the caller may disable the task. */
  is_forbidden?: boolean;
  /** True when the caller may see the task. */
  is_view?: boolean;
  /** Day and number of the last build, such as #20250805.1. */
  task_id?: string;
  /** Name of the user who ran the last build. */
  last_build_user?: string;
  /** Branch that was built. */
  code_branch?: string;
  /** Commit that was built. */
  commit_id?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   */
  trigger_type?: "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | (string & {});
  /** How long the build took, in milliseconds. 64-bit integer. */
  build_time?: number;
  /** Web address of the code repository. */
  scm_web_url?: string;
  /**
   * Kind of code repository.
   *
   * - `codehub`: CodeArts Repo, under its older name.
   * - `repo`: CodeArts Repo.
   * - `github`: GitHub.
   */
  scm_type?: "codehub" | "repo" | "github" | (string & {});
  /** Id of the code repository. */
  repo_id?: string;
  /** Web address of the commit, for code in CodeArts Repo. */
  commit_detail_url?: string;
  /** Number of the last build, as text. */
  build_number?: string;
  /** Id of the build project; one build project stands behind each task. */
  build_project_id?: string;
  /**
   * What was built: a branch, a tag or a commit.
   *
   * - `branch`: A branch.
   * - `tag`: A tag.
   * - `commitId`: A commit.
   */
  build_type?: "branch" | "tag" | "commitId" | (string & {});
  /** Whether the last build is waiting, running or done. */
  last_job_running_status?: string;
  /** User id of whoever ran the last build. */
  last_build_user_id?: string;
  /** True when permissions are set on the project instead of the task. */
  project_permission_switch?: boolean;
}

/** The configuration of a build task; changed, it is what `updateBuildJob` takes. */
export interface JobConfig {
  /** CPU architecture of the executor, such as x86-64. */
  arch?: string;
  /** Id of the CodeArts project that holds the task. */
  project_id?: string;
  /** Name of the build task. */
  job_name?: string;
  /** Whether Git submodules are fetched too, as the text `true` or `false`. */
  auto_update_sub_module?: string;
  /** Size of the executor, such as 2u8g. */
  flavor?: string;
  /** The task's parameters. */
  parameters?: JobParameter[];
  /** Code repositories that the task builds from. */
  scms?: JobScm[];
  /** Steps of the build, in order. */
  steps?: JobStep[] | null;
  /** Kind of executor, such as devcloud. */
  host_type?: string;
  /** Whether the build is described by YAML or by steps in the console (ACTION). */
  build_config_type?: string;
}

/** A build task with the state of its last build. */
export interface JobInfo {
  /** Id of the build task. */
  id?: string;
  /** Id of the build project; one build project stands behind each task. */
  project_id?: string;
  /** True when permissions are set on the project instead of the task. */
  project_permission_switch?: boolean;
  /** Build time used, as text. */
  build_time?: string;
  /** Build time charged, as text. */
  charge_time?: string;
  /** When the task was made, in milliseconds since the epoch. 64-bit integer. */
  create_time?: number | string;
  /** True when the task is disabled and cannot be run. */
  disabled?: boolean;
  /** True when the caller marked the task as a favorite. */
  favorite?: boolean;
  /** Kind of place that the code comes from. */
  source_code?: string;
  /** Whether the task is waiting, running or done. */
  running_status?: string;
  /** True when the last build was a rerun. */
  new_build?: boolean;
  /** Name of the build task. */
  job_name?: string;
  /** True when the caller may clone the task. */
  is_copy?: boolean;
  /** True when the caller may delete the task. */
  is_delete?: boolean;
  /** True when the caller may run the task. */
  is_execute?: boolean;
  /** True when the caller may disable the task. */
  is_forbidden?: boolean;
  /** True when the caller may manage the task. */
  is_manager?: boolean;
  /** True when the caller may edit the task. */
  is_modify?: boolean;
  /** True when the caller may see the task. */
  is_view?: boolean;
  /** Status of the last build. */
  last_build_status?: string;
  /** When the last build started, in milliseconds since the epoch. 64-bit integer. */
  last_build_time?: number;
  /** Share of recent builds that succeeded, 0 to 100. */
  health_score?: number;
}

/** The definition of a build parameter. */
export interface JobParameter {
  /**
   * Class of the parameter definition.
   *
   * @default "hudson.model.StringParameterDefinition"
   */
  name?: string;
  /** The definition, field by field: name, type, defaultValue and so on. */
  params?: JobParameterField[];
}

/** One field of a parameter definition. */
export interface JobParameterField {
  /** Name of the field: name, type, defaultValue, description, deletion, defaults, staticVar or sensitiveVar. */
  name?: string;
  /** Value of the field, as text. */
  value?: string;
  /** Choices of an enumeration parameter. */
  limits?: JobParameterLimit[] | null;
}

/** One choice of an enumeration parameter. */
export interface JobParameterLimit {
  /**
   * Whether the choice is switched off: `0` means that it is in effect.
   *
   * @default "0"
   */
  disable?: string;
  /** Name to show. */
  display_name?: string;
  /** Name of the choice. */
  name?: string;
}

/** The build task that the call was about. */
export interface JobReference {
  /** Id of the build task. */
  job_id?: string;
}

/** A code repository that a task builds from. */
export interface JobScm {
  /** Branch to build. */
  branch?: string;
  /** Address to clone from. */
  url: string;
  /** Id of the code repository. */
  repo_id?: string;
  /** Web address of the repository. */
  web_url?: string;
  /**
   * Kind of repository, such as codehub or github.
   *
   * - `Repo`: CodeArts Repo.
   * - `GitHub`: GitHub.
   * - `codehub`: CodeArts Repo, under its older name; what the examples send.
   */
  scm_type: "Repo" | "GitHub" | "codehub" | (string & {});
  /** True to build on every push. */
  is_auto_build?: boolean;
  /** What to build: a branch, a tag or a commit. */
  build_type?: string;
  /** How many commits to clone, as text. */
  depth?: string;
  /** Id of the service endpoint that holds the credentials of a foreign repository. */
  end_point_id?: string | null;
  /** Where the repository is hosted. */
  source?: string | null;
}

/** A step of a build task. */
export interface JobStep {
  /** Settings of the step; which ones depends on the module. */
  properties?: { [name: string]: unknown } | null;
  /** Id of the module that does the step. */
  module_id: string;
  /** Name of the step. */
  name: string;
  /** Version of the module. */
  version?: string;
  /** False to skip the step. */
  enable?: boolean;
}

/** The record of one build, in the older form: camelCase on the newer page, snake_case in the PDF; read both. */
export interface LegacyBuildRecord {
  /** Id of this entry. */
  id?: string;
  /** Id of the build project; one build project stands behind each task. */
  buildProjectId?: string;
  /** Id of the build record. */
  buildRecordId?: string;
  /** Id of the parent's build record, where a build is part of another. */
  parentRecordId?: string;
  /** Id of the CodeArts project. */
  devcloudProjectId?: string;
  /** Id of the build task; `job_id` elsewhere. */
  codeciJobId?: string;
  /** Id of the user who ran the build. */
  userId?: string;
  /** Number of the build within its task, from 1. */
  buildNo?: number;
  /** Day and running number of the build on that day. */
  dailyBuildNum?: string;
  /** Id of the executor's job. */
  executionId?: string;
  /** Name of the code repository. */
  repoName?: string;
  /** Id of the code repository. */
  repoId?: string | number;
  /** Branch that was built. */
  branch?: string;
  /** Tag that was built. */
  tag?: string | null;
  /** Commit that was built. */
  commit?: string | null;
  /** Message of the commit that was built. */
  commitMessage?: string;
  /** When the commit was made. */
  commitCreateTime?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   */
  triggerType?: "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | (string & {});
  /**
   * What was built: a branch, a tag or a commit.
   *
   * - `branch`: A branch.
   * - `tag`: A tag.
   * - `commitId`: A commit.
   */
  buildType?: "branch" | "tag" | "commitId" | (string & {});
  /** How the build stands or ended. */
  status?: string;
  /** Id of the tenant. */
  domainId?: string;
  /** When the record was made. */
  createTime?: string;
  /** When the build was handed to an executor. */
  scheduleTime?: string;
  /** When the build entered the queue. */
  queuedTime?: string;
  /** When the build started. */
  startTime?: string;
  /** When the executor began to work on it. */
  runnableTime?: string;
  /** When the build ended. */
  finishTime?: string;
  /** How long the build took, in milliseconds. Format `float`. */
  duration?: number;
  /** State of the record itself. */
  recordStatus?: string | null;
  /** 1 when the build runs on an executor of the tenant's own, else 0. */
  usePrivateSlave?: number;
  /** Region of the tenant. */
  region?: string;
  /** Why the build failed; null when it did not. */
  errMsg?: string | null;
  /**
   * Whether the build is described by YAML or by steps in the console (ACTION).
   *
   * - `YAML`: Described by a YAML file in the repository.
   * - `ACTION`: Described by steps in the console.
   */
  buildConfigType?: "YAML" | "ACTION" | (string & {});
  /** The same as `buildProjectId`, in the form of the PDF. */
  build_project_id?: string;
  /** The same as `buildRecordId`, in the form of the PDF. */
  build_record_id?: string;
  /** The same as `parentRecordId`, in the form of the PDF. */
  parent_record_id?: string | null;
  /** The same as `devcloudProjectId`, in the form of the PDF. */
  devcloud_project_id?: string;
  /** The same as `codeciJobId`, in the form of the PDF. */
  codeci_job_id?: string;
  /** The same as `userId`, in the form of the PDF. */
  user_id?: string;
  /** The same as `buildNo`, in the form of the PDF. */
  build_no?: number;
  /** The same as `dailyBuildNum`, in the form of the PDF. */
  daily_build_num?: string;
  /** The same as `executionId`, in the form of the PDF. */
  execution_id?: string;
  /** The same as `repoName`, in the form of the PDF. */
  repo_name?: string;
  /** The same as `repoId`, in the form of the PDF. */
  repo_id?: string;
  /** The same as `commitMessage`, in the form of the PDF. */
  commit_message?: string | null;
  /** The same as `commitCreateTime`, in the form of the PDF. */
  commit_create_time?: string;
  /** The same as `triggerType`, in the form of the PDF. */
  trigger_type?: string;
  /** The same as `buildType`, in the form of the PDF. */
  build_type?: string;
  /** The same as `domainId`, in the form of the PDF. */
  domain_id?: string;
  /** The same as `createTime`, in the form of the PDF. */
  create_time?: string;
  /** The same as `scheduleTime`, in the form of the PDF. */
  schedule_time?: string;
  /** The same as `queuedTime`, in the form of the PDF. */
  queued_time?: string;
  /** The same as `startTime`, in the form of the PDF. */
  start_time?: string;
  /** The same as `runnableTime`, in the form of the PDF. */
  runnable_time?: string;
  /** The same as `finishTime`, in the form of the PDF. */
  finish_time?: string;
  /** The same as `recordStatus`, in the form of the PDF. */
  record_status?: string | null;
  /** The same as `usePrivateSlave`, in the form of the PDF. */
  use_private_slave?: number;
  /** The same as `errMsg`, in the form of the PDF. */
  err_msg?: string | null;
  /**
   * The same as `buildConfigType`, in the form of the PDF.
   *
   * - `YAML`: Described by a YAML file in the repository.
   * - `ACTION`: Described by steps in the console.
   */
  build_config_type?: "YAML" | "ACTION" | (string & {});
}

/** A piece of a log that is still growing. */
export interface LogChunk {
  /** True while more of the log is to come. */
  has_more_data?: boolean | string;
  /** Where the next request goes on. 64-bit integer. */
  offset?: number | string;
  /** Text of this piece; may be empty while more is to come. */
  content?: string;
  /** Where this piece began. 64-bit integer. */
  current_offset?: number | string;
}

/** The steps of a template to be created. */
export interface NewTemplateDefinition {
  /** Steps of the template, in order. */
  steps: TemplateStep[];
}

/** What is notified on one channel. */
export interface Notice {
  /** Channel of the notification. */
  notice_type?: string;
  /** Which events are notified on that channel, by event. */
  enable_map?: { [name: string]: boolean };
  /** Settings of the channel. */
  param_config?: string | null;
}

/** A package or image that a build produced. */
export interface OutputPackage {
  /** Id of the project that the package belongs to. */
  project_id?: string;
  /** Name of the package. */
  name?: string;
  /** Version. */
  version?: string;
  /** Kind of package. */
  package_type?: string;
  /** Where the package is stored. */
  uri?: string;
  /** Type of the entry. */
  type?: string;
  /** Day and running number of the build on that day, such as 20200612.20. */
  daily_build_number?: string;
}

/** A parameter of a run. */
export interface ParameterItem {
  /**
   * Name of the parameter, as the task defines it. Names that would change the executor's own environment are
   * refused. At most 128 characters, matches `^[0-9A-Za-z_]*$`.
   */
  name: string;
  /** Value for this run. At most 8192 characters. */
  value: string;
}

/** Who asks for a token, and what it is to be good for. */
export interface PasswordAuthentication {
  identity: PasswordIdentity;
  scope: TokenScope;
}

/** A user and the user's password. */
export interface PasswordIdentity {
  /** How the user proves who they are; `password` for this operation. Exactly 1 item. */
  methods: "password"[];
  /** The user and the password. */
  password: {
    user: PasswordUser;
  };
}

/** An IAM user with a password. */
export interface PasswordUser {
  /** Name of the IAM user. */
  name: string;
  /** Password of the IAM user. Secret. */
  password: string;
  /** The account that the user belongs to. */
  domain: {
    /** Name of the account. */
    name: string;
  };
}

/** A build in the history of a period. */
export interface PeriodHistoryRecord {
  /** Day and number of the build, such as 20201230.1; not the UUID that log downloads take. */
  record_id?: string;
  /** Id of the build task. */
  job_id?: string;
  /** Number of the build within its task, from 1. */
  build_number?: number;
  /** When the build started, ISO 8601 with an offset. */
  start_time?: string;
  /** When the build ended, ISO 8601 with an offset. */
  end_time?: string;
  /** How the build ended. */
  result?: string;
  /** Branch that was built. */
  branch?: string;
  /** Commit that was built. */
  commit_id?: string;
  /** Message of that commit; the service knows it for repositories in CodeArts Repo only. */
  commit_message?: string;
  /** Name of the user who ran the build. */
  executor?: string;
  /** What started the build. */
  trigger_type?: string;
}

/** An IAM project. */
export interface Project {
  /** Id of the project; what `X-Project-Id` takes. */
  id: string;
  /** Name of the project; a region's default project carries the region's name. */
  name: string;
  /** Id of the account that the project belongs to. */
  domain_id?: string;
  /** Id of the project above, or of the account. */
  parent_id?: string;
  /** True when the entry is an account instead of a project. */
  is_domain?: boolean;
  /** Description of the project. */
  description?: string;
  /** True when the project can be used. */
  enabled?: boolean;
  links?: ProjectLinks;
}

/** Addresses of this list or entry and of its neighbors. */
export interface ProjectLinks {
  /** Address of this list or entry. */
  self?: string;
  /** Address of the next page; null on the last. */
  next?: string | null;
  /** Address of the page before; null on the first. */
  previous?: string | null;
}

/** What to build instead of the head of the task's branch. */
export interface Scm {
  /** Tag to build. */
  build_tag?: string | null;
  /** Commit to build. */
  build_commit_id?: string;
}

/** An error, as the service words it. It can also arrive with status 200. */
export interface ServiceError {
  /** Code of the error; the error catalogue says what it means and what to do. */
  error_code?: string;
  /** What went wrong, in the service's words. */
  error_msg?: string;
}

/** A build template. */
export interface Template {
  /** True when the caller marked the template as a favorite. */
  favourite?: boolean;
  /** Display name of the template's owner. */
  nick_name?: string;
  /** Id of the database entry. */
  id?: string;
  /** Id of the template; what `deleteTemplates` takes. */
  uuid?: string;
  /** The steps of the template. */
  template?: TemplateDefinition;
  /** Type of the template. */
  type?: string;
  /** True when every user of the tenant may use it. */
  public?: boolean;
  /** Name of the template. */
  name?: string;
  /** When the template was made, ISO 8601. */
  create_time?: string;
  /** Id of the tenant. */
  domain_id?: string;
  /** Position in sorted lists. Format `double`. */
  weight?: number;
  /** Id of the template's owner. */
  user_id?: string;
  /** Name of the template's owner. */
  user_name?: string;
  /** Name of the tenant. */
  domain_name?: string;
  /** Where the template comes from; `custom` for one that a user made. */
  scope?: string;
  /** Description of the template. */
  description?: string;
  /** Whether the template is for a YAML build or for steps in the console. */
  tool_type?: string;
  /** The description by language. */
  intl_description?: Record<string, unknown>;
  /** The task's parameters. */
  parameters?: JobParameter[];
  /** Texts by language. */
  i18n?: Record<string, unknown>;
}

/** The steps of a template. */
export interface TemplateDefinition {
  /** The steps; null in lists. */
  steps?: TemplateStep[] | null;
}

/** One page of templates. */
export interface TemplatePage {
  /** Number of templates across all pages. */
  total_size?: number;
  /** The templates on this page. */
  items?: Template[];
}

/** A step of a build template. */
export interface TemplateStep {
  /** Settings of the step; which ones depends on the module. */
  properties?: { [name: string]: unknown } | null;
  /** Id of the module that does the step. */
  module_id: string;
  /** Name of the step. */
  name?: string;
  /** Version of the module. */
  version?: string;
  /** False to skip the step. */
  enable?: boolean;
}

/** What a token is good for. */
export interface TokenInfo {
  /** When the token ends, in UTC. Date and time, RFC 3339. */
  expires_at: string;
  /** How the user proved who they are. */
  methods?: string[];
  /** The services that the token is good for. */
  catalog?: CatalogEntry[];
}

/** What the token is to be good for. CodeArts Build wants the scope of a project. */
export interface TokenScope {
  /** The IAM project. */
  project: {
    /** Name of the IAM project; a region's default project carries the region's name, such as ap-southeast-3. */
    name: string;
  };
}
