// Made by `npm run generate` from the specification. Do not edit.

/** Request of `showJobListByProjectId`. List the build tasks of a project. */
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
   * @default 0
   * @example 0
   */
  page_index?: number | undefined;
  /**
   * Items on a page. From 0 to 100.
   *
   * @default 10
   * @example 10
   */
  page_size: number;
}

/** Request of `showJobInfo`. Show a build task and its last build. */
export interface ShowJobInfoRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "f5af662119404ad187437cd272b5099b"
   */
  job_id: JobId;
}

/** Request of `showJobStatus`. Tell whether a task is running. */
export interface ShowJobStatusRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "901878212b1a49be9c1a1054c272762a"
   */
  job_id: JobId;
}

/** Request of `listJobConfig`. Show the configuration of a build task. */
export interface ListJobConfigRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: JobId;
  /**
   * `true` for all parameters, `false` for those that the task sets itself.
   *
   * @example "true"
   */
  get_all_params?: "true" | "false" | undefined;
}

/** Request of `createBuildJob`. Create a build task. */
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
  /** Id of the task group that the task belongs to. */
  group_id?: string | undefined;
  /** When a build of the task is given up. */
  timeout?: JobTimeout | undefined;
  /** True to build on every push of code. */
  build_if_code_updated?: boolean | undefined;
  /** Schedules that start builds of the task. */
  triggers?: JobTrigger[] | undefined;
  /** Whether the build is described by YAML or by steps in the console (ACTION). */
  build_config_type?: string | undefined;
}

/** Request of `updateBuildJob`. Change a build task. */
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
  /** Id of the task group that the task belongs to. */
  group_id?: string | undefined;
  /** When a build of the task is given up. */
  timeout?: JobTimeout | undefined;
  /** True to build on every push of code. */
  build_if_code_updated?: boolean | undefined;
  /** Schedules that start builds of the task. */
  triggers?: JobTrigger[] | undefined;
  /** Whether the build is described by YAML or by steps in the console (ACTION). */
  build_config_type?: string | undefined;
}

/** Request of `disableBuildJob`. Disable a build task. */
export interface DisableBuildJobRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: JobId;
}

/** Request of `enableBuildJob`. Restore a disabled build task. */
export interface EnableBuildJobRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: JobId;
}

/** Request of `deleteBuildJob`. Delete a build task. */
export interface DeleteBuildJobRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: JobId;
}

/** Request of `runJob`. Run a build task. */
export interface RunJobRequest {
  /**
   * Id of the build task. Matches `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: JobId;
  /** Parameters for this run; a parameter that is left out takes the task's own value. */
  parameter?: ParameterItem[] | undefined;
  /** Tag or commit to build instead of the head of the task's branch. */
  scm?: Scm | undefined;
}

/** Request of `showRecordDetail`. Show the record of a build. */
export interface ShowRecordDetailRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "68491d9bc97b4774adb93e29b46d2dc6"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example 532
   */
  build_no: BuildNumber;
}

/** Request of `showHistoryDetails`. Show the parameters and steps of a build. */
export interface ShowHistoryDetailsRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "901878212b1a49be9c1a1054c272762a"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example 5
   */
  build_number: BuildNumber;
}

/** Request of `showOutputInfo`. Show what a build produced. */
export interface ShowOutputInfoRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example 61
   */
  build_no: BuildNumber;
}

/** Request of `stopBuildJob`. Stop a build. */
export interface StopBuildJobRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "cb5fa20de5fd4cf8be681d4bd6fdd2f6"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example 2
   */
  build_no: BuildNumber;
}

/** Request of `showFlowGraph`. Show how the parts of a build depend on each other. */
export interface ShowFlowGraphRequest {
  /**
   * Build record id of the parent build. Matches `^[0-9a-z-]{36}$`.
   *
   * @example "2ab0e6a3-3e1a-4708-bb16-fff2b0999027"
   */
  build_flow_record_id: string;
}

/** Request of `showRecordInfo`. Show the record of a build (v3). */
export interface ShowRecordInfoRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "b3c3fbb0cc0a4b388cb500b807a42334"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example 1
   */
  build_no: BuildNumber;
}

/** Request of `stopJob`. Stop a build (v3). */
export interface StopJobRequest {
  /**
   * Id of the build task. Matches `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example "20"
   */
  build_no: BuildNumber;
}

/** Request of `listBuildInfoRecord`. List a task's builds with their triggers and commits. */
export interface ListBuildInfoRecordRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: JobId;
  /**
   * Start of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time. A `Date` is sent as `yyyy-MM-dd
   * HH:mm:ss`. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$`.
   *
   * @example "2023-12-01 00:00:00"
   */
  start_time: string | Date;
  /**
   * End of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time; at most 31 days after the start. At most
   * 31 days after `start_time`. A `Date` is sent as `yyyy-MM-dd HH:mm:ss`. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}
   * [0-9]{2}:[0-9]{2}:[0-9]{2}$`.
   *
   * @example "2023-12-31 00:00:00"
   */
  end_time: string | Date;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @default 0
   * @example 0
   */
  page_index?: number | undefined;
  /**
   * Items on a page. From 0 to 100.
   *
   * @default 10
   * @example 10
   */
  page_size?: number | undefined;
}

/** Request of `showListPeriodHistory`. List a task's builds in a period. */
export interface ShowListPeriodHistoryRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: JobId;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @default 0
   * @example 0
   */
  offset: number;
  /**
   * Items on a page. From 0 to 100.
   *
   * @default 10
   * @example 10
   */
  limit: number;
  /**
   * First day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.
   *
   * @example "2020-12-21"
   */
  start_time: string | Date;
  /**
   * Last day of the period, `yyyy-MM-dd`. At most 30 days after `start_time`. A `Date` is sent as `yyyy-MM-dd`.
   *
   * @example "2020-12-31"
   */
  end_time: string | Date;
}

/** Request of `showListHistory`. List a task's builds of the last days. */
export interface ShowListHistoryRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id: JobId;
  /**
   * Number of the page; the first is 0. At least 0.
   *
   * @default 0
   * @example 0
   */
  offset: number;
  /**
   * Items on a page. From 0 to 100.
   *
   * @default 10
   * @example 10
   */
  limit: number;
  /**
   * How many days to look back from today. From 0 to 30.
   *
   * @default 7
   * @example 7
   */
  interval: number;
}

/** Request of `showLastHistory`. Find the last successful build of a repository. */
export interface ShowLastHistoryRequest {
  /**
   * Id of the CodeArts project, not of the IAM project. Matches `^[0-9a-z]{32}$`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: string;
  /**
   * Name of the code repository; it has no Chinese characters. Matches `^[^一-龥]{0,}$`.
   *
   * @example "maven-demo"
   */
  repository_name: string;
}

/** Request of `showJobSuccessRatio`. Show a task's success rate in a period. */
export interface ShowJobSuccessRatioRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: JobId;
  /**
   * First day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.
   *
   * @example "2021-12-01"
   */
  start_time: string | Date;
  /**
   * Last day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.
   *
   * @example "2021-12-01"
   */
  end_time: string | Date;
}

/** Request of `downloadRealTimeLog`. Read the log of a running build. */
export interface DownloadRealTimeLogRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: JobId;
  /**
   * Number of the build within its task, as a number or as text; the first is 1. At least 1, matches
   * `^[1-9][0-9]*$`.
   *
   * @example 33
   */
  build_no: BuildNumber;
  /**
   * Where to go on: 0 at first, then the `offset` of the last response.
   *
   * @example 121768
   */
  offset: number;
  /**
   * Length of the piece of the log at most; without it, 1000000. Its unit is undocumented; the offsets of the
   * response count in the same one.
   *
   * @default 1000000
   * @example 1000000
   */
  length?: number | undefined;
}

/** Request of `downloadBuildLog`. Download the whole log of a build. */
export interface DownloadBuildLogRequest {
  /**
   * Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. Matches
   * `^[0-9a-z-]{36}$`.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: string;
  /**
   * How much of the log to return: `INFO`, or `DEBUG` for everything. Without it, `INFO`.
   *
   * @default "INFO"
   * @example "INFO"
   */
  log_level?: "INFO" | "DEBUG" | undefined;
}

/** Request of `downloadTaskLog`. Download the log of one step. */
export interface DownloadTaskLogRequest {
  /**
   * Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. Matches
   * `^[0-9a-z-]{36}$`.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: string;
  /**
   * Stage of the build: `stage1` for its first step, `stage2` for the second, and so on, in the order of
   * `showHistoryDetails`. 1 to 1000 characters.
   *
   * @example "stage1"
   */
  task_name: string;
  /**
   * How much of the log to return: `INFO`, or `DEBUG` for everything. Without it, `INFO`.
   *
   * @default "INFO"
   * @example "INFO"
   */
  log_level?: "INFO" | "DEBUG" | undefined;
}

/** Request of `downloadLogByRecordId`. Download the log of a build (v3). */
export interface DownloadLogByRecordIdRequest {
  /**
   * Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. Matches
   * `^[0-9a-z-]{36}$`.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: string;
}

/** Request of `listTemplates`. List build templates. */
export interface ListTemplatesRequest {
  /**
   * Text that the name of the template contains.
   *
   * @example "example"
   */
  name?: string | undefined;
  /**
   * Number of the page, as text; the first is 1.
   *
   * @default "0"
   * @example "1"
   */
  page?: string | undefined;
  /**
   * Items on a page, as text. Matches `^([0-9]|[1-9][0-9]|100)$`.
   *
   * @default "20"
   * @example "10"
   */
  page_size?: string | undefined;
}

/** Request of `createTemplates`. Create a build template. */
export interface CreateTemplatesRequest {
  /** The steps of the template. */
  template: NewTemplateDefinition;
  /**
   * Name of the template.
   *
   * @example "example_template_7372"
   */
  name: string;
  /**
   * Description of the template.
   *
   * @example "Builds with Maven."
   */
  description?: string | undefined;
  /**
   * Whether the template is for a YAML build or for steps in the console.
   *
   * @example "maven"
   */
  tool_type?: string | undefined;
  /** The task's parameters. */
  parameters?: JobParameter[] | undefined;
}

/** Request of `deleteTemplates`. Delete a build template. */
export interface DeleteTemplatesRequest {
  /**
   * The `uuid` of the template, as `listTemplates` returns it. Matches `^[0-9A-Za-z-]{1,64}$`.
   *
   * @example "ca9c83214d6344b9bd26d14ba0b519d9"
   */
  uuid: string;
}

/** Request of `listNotice`. List the notifications of a task. */
export interface ListNoticeRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: JobId;
}

/** Request of `updateNotice`. Set the notifications of a task. */
export interface UpdateNoticeRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "db8467d972cc47f7a1bd2a3a3e77596a"
   */
  job_id: JobId;
  /**
   * Channel of the notifications.
   *
   * - `MESSAGE`: A message in the console.
   * - `MAIL`: An e-mail.
   * - `WECOM`: WeCom.
   * - `DING_TALK`: DingTalk.
   * - `FEISHU`: Feishu.
   * - `message`: A message in the console, as the PDF writes it.
   * - `email`: An e-mail, as the PDF writes it.
   * - `DingTalk`: DingTalk, as the PDF writes it.
   *
   * @example "MESSAGE"
   */
  notice_type: NoticeChannel;
  /** Events to be notified of; events that are left out are switched off. */
  enabled_event_type_names: NoticeEvent[];
  /** Whether notifications are sent at all, as the text `true` or `false`. */
  send_switch?: string | undefined;
  /** Settings of the channel. */
  param_config?: string | undefined;
  /** Whether the notification settings of the project apply instead, as the text `true` or `false`. */
  use_project_notice?: string | undefined;
}

/** Request of `disableNotice`. Switch off the notifications of a task. */
export interface DisableNoticeRequest {
  /**
   * Id of the build task: the 32 characters at the end of the address of its page in the console. Matches
   * `^[0-9A-Za-z]{32}$`.
   *
   * @example "db8467d972cc47f7a1bd2a3a3e77596a"
   */
  job_id: JobId;
  /**
   * Channel to switch off.
   *
   * - `MESSAGE`: A message in the console.
   * - `MAIL`: An e-mail.
   * - `WECOM`: WeCom.
   * - `DING_TALK`: DingTalk.
   * - `FEISHU`: Feishu.
   * - `message`: A message in the console, as the PDF writes it.
   * - `email`: An e-mail, as the PDF writes it.
   * - `DingTalk`: DingTalk, as the PDF writes it.
   *
   * @example "message"
   */
  notice_type: NoticeChannel;
}

/** Request of `downloadKeystore`. Download a keystore file. */
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

/** Request of `keystoneCreateUserTokenByPassword`. Obtain a token with a password. */
export interface KeystoneCreateUserTokenByPasswordRequest {
  auth: PasswordAuthentication;
}

/** One page of build records. */
export interface BuildInfoPage {
  /**
   * Health score of the task, as text; how it is counted is undocumented.
   *
   * @example "0"
   */
  health_score?: string;
  /**
   * Number of this page, from 0, as text.
   *
   * @example "0"
   */
  page_index?: string;
  /**
   * Number of pages, as text. The documents call it a number of records: count by `total_record`.
   *
   * @example "44"
   */
  total_page?: string;
  /**
   * Number of records across all pages.
   *
   * @example "44"
   */
  total_record?: string | number;
  /** The build records on this page. */
  job_build_states?: BuildInfoRecord[];
}

/** A build in the list of a task's builds. */
export interface BuildInfoRecord {
  /**
   * Number of the build within its task, from 1.
   *
   * @example 44
   */
  number?: number | string;
  /**
   * How long the build took, in milliseconds.
   *
   * @example 3525000
   */
  build_time?: number;
  /**
   * When the build started, in milliseconds since the epoch. 64-bit integer.
   *
   * @example 1703554641000
   */
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
  /**
   * Id of the user who ran the build.
   *
   * @example "ecd805fd1dd2c963759d20f677d75261"
   */
  user_id?: string;
  /**
   * Name of the user who ran the build.
   *
   * @example "test"
   */
  executor?: string;
  /**
   * Display name of that user.
   *
   * @example "021"
   */
  nickname?: string;
  /**
   * Day and running number of the build on that day, such as 20200612.20.
   *
   * @example "20231226.1"
   */
  daily_build_number?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   * - `Manual`: Started by hand, as the page of one operation shows it.
   * - `Manual triggering`: Started by hand, as the PDF shows it.
   * - `Scheduled`: Started by a schedule, as the PDF shows it.
   * - `手工触发`: Started by hand, in the language of the account.
   *
   * @example "Scheduled"
   */
  trigger_type?: TriggerType;
  /**
   * How long the build took, in milliseconds.
   *
   * @example 3525000
   */
  cost_time?: number;
  /**
   * Commit that was built.
   *
   * @example "ffe2ee8b44a0b2683df86b44f8ec27d71baeae86"
   */
  commit_id?: string;
  /** The commit that was built, with its time. */
  commit_info?: CommitInfo;
  /**
   * What was built: a branch, a tag or a commit.
   *
   * @example "branch"
   */
  build_type?: string;
  /**
   * Branch that was built.
   *
   * @example "master"
   */
  code_branch?: string;
  /**
   * Kind of code repository.
   *
   * @example "codehub"
   */
  scm_type?: string;
  /**
   * Web address of the code repository.
   *
   * @example "https://test.example.com/codehub/2111750206/home"
   */
  scm_web_url?: string;
  /** Web address of the commit, for code in CodeArts Repo. */
  commit_detail_url?: string;
}

/**
 * Number of a build within its task, as a number or as text; the first is 1. At least 1, matches
 * `^[1-9][0-9]*$`.
 */
export type BuildNumber = number | string;

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
  /**
   * Id of this entry; no operation takes it.
   *
   * @example "eb9d73c7-61b3-4823-b476-a7c00c493b8a"
   */
  id?: string;
  /**
   * Id of the build project; one build project stands behind each task.
   *
   * @example "31581e9f-5772-4053-a50c-d5690578c8fd"
   */
  build_project_id?: string;
  /**
   * Id of the build record; what log downloads take as `record_id`.
   *
   * @example "9d6169b9-022d-458c-9dc8-48cc94cc4083"
   */
  build_record_id?: string;
  /** Id of the parent's build record, where a build is part of another. */
  parent_record_id?: string | null;
  /**
   * Id of the CodeArts project.
   *
   * @example "b4d3971c3988463b865f6f920846149e"
   */
  devcloud_project_id?: string;
  /**
   * Id of the build task; `job_id` elsewhere.
   *
   * @example "68491d9bc97b4774adb93e29b46d2dc6"
   */
  codeci_job_id?: string;
  /**
   * Id of the user who ran the build.
   *
   * @example "ecd805fd1dd2c963759d20f677d75261"
   */
  user_id?: string;
  /**
   * Number of the build within its task, from 1.
   *
   * @example 532
   */
  build_no?: number;
  /**
   * Day and running number of the build on that day.
   *
   * @example "20221011.29"
   */
  daily_build_num?: string;
  /**
   * Id of the executor's job.
   *
   * @example "j_YE1bu9Z7"
   */
  execution_id?: string;
  /**
   * Name of the code repository.
   *
   * @example "maven"
   */
  repo_name?: string;
  /**
   * Id of the code repository.
   *
   * @example "2111616838"
   */
  repo_id?: string;
  /**
   * Branch that was built.
   *
   * @example "buildflow_env"
   */
  branch?: string;
  /** Tag that was built. */
  tag?: string | null;
  /** Commit that was built. */
  commit?: string | null;
  /** Message of the commit that was built. */
  commit_message?: string | null;
  /**
   * When the commit was made, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:28:42.000+00:00"
   */
  commit_create_time?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   * - `Manual`: Started by hand, as the page of one operation shows it.
   * - `Manual triggering`: Started by hand, as the PDF shows it.
   * - `Scheduled`: Started by a schedule, as the PDF shows it.
   * - `手工触发`: Started by hand, in the language of the account.
   *
   * @example "MANUAL"
   */
  trigger_type?: TriggerType;
  /**
   * What was built: a branch, a tag or a commit.
   *
   * @example "branch"
   */
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
  /**
   * Id of the tenant.
   *
   * @example "e28d72fb2c0036f1ffdc66718e0c30f7"
   */
  domain_id?: string;
  /**
   * When the build was created, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:28:42.000+00:00"
   */
  create_time?: string;
  /**
   * When the build was handed to an executor, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:28:45.000+00:00"
   */
  schedule_time?: string;
  /**
   * When the build entered the queue, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:28:45.000+00:00"
   */
  queued_time?: string;
  /**
   * When the build started, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:28:47.000+00:00"
   */
  start_time?: string;
  /**
   * When the executor began to work on the build, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:16:04.000+00:00"
   */
  runnable_time?: string;
  /**
   * When the build ended, ISO 8601 with an offset.
   *
   * @example "2022-10-11T08:30:27.000+00:00"
   */
  finish_time?: string;
  /**
   * How long the build took, in milliseconds.
   *
   * @example 100068
   */
  duration?: number;
  /** State of the record itself. */
  record_status?: string | null;
  /**
   * 1 when the build runs on an executor of the tenant's own, else 0.
   *
   * @example 0
   */
  use_private_slave?: number;
  /**
   * Region of the tenant.
   *
   * @example "cn-north-4"
   */
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
  /**
   * Name of the step. `downloadTaskLog` asks for its place in the list instead, `stage1` for the first.
   *
   * @example "Code checkout"
   */
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
  /**
   * How long the step took, in milliseconds.
   *
   * @example 8366
   */
  build_time?: number;
}

/** A service that the token is good for. */
export interface CatalogEntry {
  /** Where the service is reached. */
  endpoints?: {
    /**
     * Region of the address.
     *
     * @example "ap-southeast-3"
     */
    region_id?: string;
  }[];
}

/** The commit that was built. */
export interface CommitInfo {
  /**
   * Commit that was built.
   *
   * @example "ffe2ee8b44a0b2683df86b44f8ec27d71baeae86"
   */
  commit_id?: string;
  /**
   * When the commit was made, ISO 8601 with an offset.
   *
   * @example "2023-11-21T01:48:21.000+00:00"
   */
  created_at?: string;
}

/** Response of `createBuildJob`. The task was created. */
export interface CreateBuildJobResponse {
  /** The task that was created. */
  result: JobReference;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
  /** What went wrong; null on success. */
  error?: string | null;
}

/** Response of `createTemplates`. The template was created. */
export interface CreateTemplatesResponse {
  /** The template that was created. */
  result: Template;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `deleteBuildJob`. The task was deleted. */
export interface DeleteBuildJobResponse {
  /** The task that was deleted. */
  result?: DeletedJob;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `deleteTemplates`. The template was deleted. */
export interface DeleteTemplatesResponse {
  /** The templates that were deleted. */
  result?: Template[];
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** The build task that was deleted. */
export interface DeletedJob {
  /**
   * Id of the build task.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id?: string;
  /**
   * Id of the project that held the task.
   *
   * @example "b4d3971c3988463b865f6f920846149e"
   */
  project_id?: string;
}

/** Response of `disableBuildJob`. The task was disabled. */
export interface DisableBuildJobResponse {
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `disableNotice`. The notifications were switched off. */
export interface DisableNoticeResponse {
  /** The task whose notifications were switched off. */
  result?: JobReference;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `downloadRealTimeLog`. A piece of the log. */
export interface DownloadRealTimeLogResponse {
  /** A piece of the log. */
  result: LogChunk;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `enableBuildJob`. The task was restored. */
export interface EnableBuildJobResponse {
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** A dependency between two sub-builds. */
export interface FlowEdge {
  /**
   * Id of the sub-build that waits.
   *
   * @example "d5587caf-05d7-42af-8ed2-daa20eb1de1b"
   */
  from?: string;
  /**
   * Id of the sub-build that it waits for.
   *
   * @example "af81a8ff-1d53-4e0a-9108-fa7880366e73"
   */
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
  /**
   * Build record id of the sub-build.
   *
   * @example "7607d919-6c21-43b3-a06e-ee016ff8e7c7"
   */
  id?: string;
  /**
   * How the sub-build stands or ended.
   *
   * @example "SUCCESS"
   */
  status?: string;
  /**
   * Name of the sub-build.
   *
   * @example "job4"
   */
  display_name?: string;
  /**
   * How long the sub-build took, in milliseconds.
   *
   * @example 38156
   */
  build_duration?: number;
  /**
   * When the sub-build started, ISO 8601 with an offset.
   *
   * @example "2020-12-30T17:33:11+08:00"
   */
  start_time?: string;
  /**
   * When the sub-build ended, ISO 8601 with an offset.
   *
   * @example "2020-12-30T17:33:27+08:00"
   */
  finish_time?: string;
  /**
   * Number of the sub-build, as text.
   *
   * @example "535"
   */
  build_no?: string;
}

/** A build in the recent history. */
export interface HistoryRecord {
  /**
   * Day and number of the build, such as 20201230.1; not the UUID that log downloads take.
   *
   * @example "20201230.1"
   */
  record_id?: string;
  /**
   * Id of the build task.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id?: string;
  /**
   * Number of the build within its task, from 1.
   *
   * @example 55
   */
  build_number?: number;
  /**
   * When the build started, ISO 8601 with an offset.
   *
   * @example "2020-12-30T17:33:11+08:00"
   */
  start_time?: string;
  /**
   * When the build ended, ISO 8601 with an offset.
   *
   * @example "2020-12-30T17:33:27+08:00"
   */
  end_time?: string;
  /**
   * How the build ended.
   *
   * @example "FAILURE"
   */
  result?: string;
}

/** An error, as IAM words it. */
export interface IamError {
  /** What went wrong. */
  error?: {
    /**
     * Status of the response, once more.
     *
     * @example 400
     */
    code?: number;
    /**
     * What went wrong, in IAM's words.
     *
     * @example "The request body is invalid."
     */
    message?: string;
    /**
     * Name of the status.
     *
     * @example "Bad Request"
     */
    title?: string;
  };
}

/** A build task as the list of a project shows it. */
export interface Job {
  /**
   * Id of the build task; the `job_id` of other operations.
   *
   * @example "6d27a9dcac204fbe9f5aee88740de3d4"
   */
  id?: string;
  /**
   * Name of the build task.
   *
   * @example "example_job_bbec"
   */
  job_name?: string;
  /**
   * User id of the task's creator.
   *
   * @example "9c8c199a53516ad33390d6c7f8842a94"
   */
  job_creator?: string;
  /**
   * Name of the task's creator.
   *
   * @example "example_user"
   */
  user_name?: string;
  /**
   * When the last build started, in milliseconds since the epoch. 64-bit integer.
   *
   * @example 1754360164000
   */
  last_build_time?: number;
  /**
   * Health score of the task; how it is counted is undocumented, and examples lie between 0 and 100.
   *
   * @example 0
   */
  health_score?: number;
  /**
   * Kind of place that the code comes from.
   *
   * @example "codeci"
   */
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
  /**
   * Day and number of the last build, such as #20250805.1.
   *
   * @example "#20250805.1"
   */
  task_id?: string;
  /**
   * Name of the user who ran the last build.
   *
   * @example "example_user"
   */
  last_build_user?: string;
  /**
   * Branch that was built.
   *
   * @example "master"
   */
  code_branch?: string;
  /**
   * Commit that was built.
   *
   * @example "85e9fe58fa924f673a94b270bed4c21b40e4c57e"
   */
  commit_id?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   * - `Manual`: Started by hand, as the page of one operation shows it.
   * - `Manual triggering`: Started by hand, as the PDF shows it.
   * - `Scheduled`: Started by a schedule, as the PDF shows it.
   * - `手工触发`: Started by hand, in the language of the account.
   *
   * @example "Manual"
   */
  trigger_type?: TriggerType;
  /**
   * How long the build took, in milliseconds. 64-bit integer.
   *
   * @example 0
   */
  build_time?: number;
  /**
   * Web address of the code repository.
   *
   * @example "https://devcloud.xx-xxxx-xx.example.com/codehub/569802/home"
   */
  scm_web_url?: string;
  /**
   * Kind of code repository.
   *
   * - `codehub`: CodeArts Repo, under its older name.
   * - `repo`: CodeArts Repo.
   * - `github`: GitHub.
   */
  scm_type?: "codehub" | "repo" | "github" | (string & {});
  /**
   * Id of the code repository.
   *
   * @example "569802"
   */
  repo_id?: string;
  /** Web address of the commit, for code in CodeArts Repo. */
  commit_detail_url?: string;
  /**
   * Number of the last build, as text.
   *
   * @example "1"
   */
  build_number?: string;
  /**
   * Id of the build project; one build project stands behind each task.
   *
   * @example "fc0c2b07-8f47-41ce-90bf-e96416954eef"
   */
  build_project_id?: string;
  /**
   * What was built: a branch, a tag or a commit.
   *
   * - `branch`: A branch.
   * - `tag`: A tag.
   * - `commitId`: A commit.
   */
  build_type?: "branch" | "tag" | "commitId" | (string & {});
  /**
   * Whether the last build is waiting, running or done.
   *
   * @example "Running"
   */
  last_job_running_status?: string;
  /**
   * User id of whoever ran the last build.
   *
   * @example "9c8c199a53516ad33390d6c7f8842a94"
   */
  last_build_user_id?: string;
  /** True when permissions are set on the project instead of the task. */
  project_permission_switch?: boolean;
}

/** The configuration of a build task; changed, it is what `updateBuildJob` takes. */
export interface JobConfig {
  /**
   * CPU architecture of the executor, such as x86-64.
   *
   * @example "x86-64"
   */
  arch?: string;
  /**
   * Id of the CodeArts project that holds the task.
   *
   * @example "a287e712be6c404ca26e5f69040fa12b"
   */
  project_id?: string;
  /**
   * Name of the build task.
   *
   * @example "example_job_c6ff"
   */
  job_name?: string;
  /**
   * Whether Git submodules are fetched too, as the text `true` or `false`.
   *
   * @example "false"
   */
  auto_update_sub_module?: string;
  /**
   * Size of the executor, such as 2u8g.
   *
   * @example "2u8g"
   */
  flavor?: string;
  /** The task's parameters. */
  parameters?: JobParameter[];
  /** Code repositories that the task builds from. */
  scms?: JobScm[];
  /** Steps of the build, in order. */
  steps?: JobStep[] | null;
  /**
   * Kind of executor, such as devcloud.
   *
   * @example "devcloud"
   */
  host_type?: string;
  /** Id of the task group that the task belongs to. */
  group_id?: string;
  /** When a build of the task is given up. */
  timeout?: JobTimeout;
  /** True to build on every push of code. */
  build_if_code_updated?: boolean;
  /** Schedules that start builds of the task. */
  triggers?: JobTrigger[];
  /** Whether the build is described by YAML or by steps in the console (ACTION). */
  build_config_type?: string;
}

/** Id of a build task, 32 characters long. Matches `^[0-9A-Za-z]{32}$`. */
export type JobId = string;

/** A build task with the state of its last build. */
export interface JobInfo {
  /**
   * Id of the build task.
   *
   * @example "f5af662119404ad187437cd272b5099b"
   */
  id?: string;
  /**
   * Id of the build project; one build project stands behind each task.
   *
   * @example "85caf40575794f989920-5216d1148af6"
   */
  project_id?: string;
  /** True when permissions are set on the project instead of the task. */
  project_permission_switch?: boolean;
  /**
   * Build time used, as text.
   *
   * @example "27.51"
   */
  build_time?: string;
  /**
   * Build time charged, as text.
   *
   * @example "15.17"
   */
  charge_time?: string;
  /**
   * When the task was made, in milliseconds since the epoch. 64-bit integer.
   *
   * @example "1717574458000"
   */
  create_time?: number | string;
  /** True when the task is disabled and cannot be run. */
  disabled?: boolean;
  /** True when the caller marked the task as a favorite. */
  favorite?: boolean;
  /**
   * Kind of place that the code comes from.
   *
   * @example "test"
   */
  source_code?: string;
  /**
   * Whether the task is waiting, running or done.
   *
   * @example "Finished"
   */
  running_status?: string;
  /** True when the last build was a rerun. */
  new_build?: boolean;
  /**
   * Name of the build task.
   *
   * @example "jobname"
   */
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
  /**
   * Status of the last build.
   *
   * @example "success"
   */
  last_build_status?: string;
  /**
   * When the last build started, in milliseconds since the epoch. 64-bit integer.
   *
   * @example 1721793407000
   */
  last_build_time?: number;
  /**
   * Health score of the task; how it is counted is undocumented, and examples lie between 0 and 100.
   *
   * @example 74
   */
  health_score?: number;
}

/** The definition of a build parameter. */
export interface JobParameter {
  /**
   * Class of the parameter definition.
   *
   * @default "hudson.model.StringParameterDefinition"
   * @example "hudson.model.StringParameterDefinition"
   */
  name?: string;
  /** The definition, field by field: name, type, defaultValue and so on. */
  params?: JobParameterField[];
}

/** One field of a parameter definition. */
export interface JobParameterField {
  /**
   * Name of the field: name, type, defaultValue, description, deletion, defaults, staticVar or sensitiveVar.
   *
   * @example "name"
   */
  name?: string;
  /**
   * Value of the field, as text.
   *
   * @example "codeBranch"
   */
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
  /**
   * Id of the build task.
   *
   * @example "db8467d972cc47f7a1bd2a3a3e77596a"
   */
  job_id?: string;
}

/** A code repository that a task builds from. */
export interface JobScm {
  /**
   * Branch to build.
   *
   * @example "master"
   */
  branch?: string;
  /**
   * Address to clone from.
   *
   * @example "git@codehub.example.com:example-group/example.git"
   */
  url: string;
  /**
   * Id of the code repository.
   *
   * @example "2111746211"
   */
  repo_id?: string;
  /**
   * Web address of the repository.
   *
   * @example "https://devcloud.example.com/codehub/2111746211/home"
   */
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
  /**
   * What to build: a branch, a tag or a commit.
   *
   * @example "branch"
   */
  build_type?: string;
  /**
   * How many commits to clone, as text.
   *
   * @example "1"
   */
  depth?: string;
  /** Id of the service endpoint that holds the credentials of a foreign repository. */
  end_point_id?: string | null;
  /** Id of the service endpoint, under the name that a public client sends and reads. */
  endpoint_id?: string;
  /** True to fetch the files of Git LFS too. */
  enable_git_lfs?: boolean;
  /** Name of the group that the repository belongs to. */
  group_name?: string;
  /** Name of the repository. */
  repo_name?: string;
  /** Where the repository is hosted. */
  source?: string | null;
}

/** A step of a build task. */
export interface JobStep {
  /** Settings of the step; which ones depends on the module. */
  properties?: { [name: string]: unknown } | null;
  /**
   * Id of the module that does the step.
   *
   * @example "devcloud2018.codeci_action_20043.action"
   */
  module_id: string;
  /**
   * Name of the step.
   *
   * @example "Build with Maven"
   */
  name: string;
  /**
   * Version of the module.
   *
   * @example "20231001.6"
   */
  version?: string;
  /** False to skip the step. */
  enable?: boolean;
}

/** When a build is given up. */
export interface JobTimeout {
  /** How many units a build may take, as text. */
  limit?: string;
  /** Unit of the limit; no document lists its values. */
  unit?: string;
}

/** A schedule that starts builds of a task. */
export interface JobTrigger {
  /** Settings of the trigger. */
  parameters: ParameterItem[];
  /** Name of the kind of trigger. */
  name: string;
}

/** Response of `keystoneCreateUserTokenByPassword`. The token is in the header, what it is good for in the body. */
export interface KeystoneCreateUserTokenByPasswordResponse {
  token: TokenInfo;
}

/** Response of `keystoneListProjects`. The projects. */
export interface KeystoneListProjectsResponse {
  /** The projects. */
  projects: Project[];
  links?: ProjectLinks;
}

/** The record of one build, with names in camelCase. */
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
  /** When the commit was made, ISO 8601 with an offset. */
  commitCreateTime?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   * - `Manual`: Started by hand, as the page of one operation shows it.
   * - `Manual triggering`: Started by hand, as the PDF shows it.
   * - `Scheduled`: Started by a schedule, as the PDF shows it.
   * - `手工触发`: Started by hand, in the language of the account.
   */
  triggerType?: TriggerType;
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
  /** When the build was created, ISO 8601 with an offset. */
  createTime?: string;
  /** When the build was handed to an executor, ISO 8601 with an offset. */
  scheduleTime?: string;
  /** When the build entered the queue, ISO 8601 with an offset. */
  queuedTime?: string;
  /** When the build started, ISO 8601 with an offset. */
  startTime?: string;
  /** When the executor began to work on the build, ISO 8601 with an offset. */
  runnableTime?: string;
  /** When the build ended, ISO 8601 with an offset. */
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
}

/** Response of `listBuildInfoRecord`. The builds of the period, one page. */
export interface ListBuildInfoRecordResponse {
  /** One page of build records. */
  result: BuildInfoPage;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `listJobConfig`. The configuration of the task. */
export interface ListJobConfigResponse {
  /** The configuration of the task. */
  result: JobConfig;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `listNotice`. The notifications of the task. */
export interface ListNoticeResponse {
  /** The notifications of the task, one entry a channel. */
  result: Notice[];
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** Response of `listTemplates`. The templates, one page. */
export interface ListTemplatesResponse {
  /** One page of templates. */
  result: TemplatePage;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}

/** A piece of a log that is still growing. */
export interface LogChunk {
  /** True while more of the log is to come. */
  has_more_data?: boolean | string;
  /**
   * Where the next request goes on.
   *
   * @example 126548
   */
  offset?: number | string;
  /** Text of this piece; may be empty while more is to come. */
  content?: string;
  /**
   * Where this piece began.
   *
   * @example 121768
   */
  current_offset?: number | string;
}

/** The steps of a template to be created. */
export interface NewTemplateDefinition {
  /** Steps of the template, in order. */
  steps: TemplateStep[];
}

/** What is notified on one channel. */
export interface Notice {
  /**
   * Channel of the notifications.
   *
   * - `MESSAGE`: A message in the console.
   * - `MAIL`: An e-mail.
   * - `WECOM`: WeCom.
   * - `DING_TALK`: DingTalk.
   * - `FEISHU`: Feishu.
   * - `message`: A message in the console, as the PDF writes it.
   * - `email`: An e-mail, as the PDF writes it.
   * - `DingTalk`: DingTalk, as the PDF writes it.
   *
   * @example "DING_TALK"
   */
  notice_type?: NoticeChannel;
  /**
   * Which events are notified on that channel, by event: `buildJobSuccess`, `buildJobFail`, `updateConfigJob`,
   * `deleteJob`, `forbiddenJob`.
   */
  enable_map?: { [name: string]: boolean };
  /** Settings of the channel. */
  param_config?: string | null;
}

/**
 * A channel of notifications.
 *
 * - `MESSAGE`: A message in the console.
 * - `MAIL`: An e-mail.
 * - `WECOM`: WeCom.
 * - `DING_TALK`: DingTalk.
 * - `FEISHU`: Feishu.
 * - `message`: A message in the console, as the PDF writes it.
 * - `email`: An e-mail, as the PDF writes it.
 * - `DingTalk`: DingTalk, as the PDF writes it.
 */
export type NoticeChannel = "MESSAGE" | "MAIL" | "WECOM" | "DING_TALK" | "FEISHU" | "message" | "email" | "DingTalk" | (string & {});

/**
 * An event of a build task that can be notified.
 *
 * - `buildJobSuccess`: A build succeeded.
 * - `buildJobFail`: A build failed.
 * - `updateConfigJob`: The task's configuration was changed.
 * - `deleteJob`: The task was deleted.
 * - `forbiddenJob`: The task was disabled.
 */
export type NoticeEvent = "buildJobSuccess" | "buildJobFail" | "updateConfigJob" | "deleteJob" | "forbiddenJob" | (string & {});

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
   *
   * @example "codeBranch"
   */
  name: string;
  /**
   * Value for this run. At most 8192 characters.
   *
   * @example "master"
   */
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
  /**
   * Name of the IAM user.
   *
   * @example "username"
   */
  name: string;
  /** Password of the IAM user. Secret. */
  password: string;
  /** The account that the user belongs to. */
  domain: {
    /**
     * Name of the account.
     *
     * @example "domainname"
     */
    name: string;
  };
}

/** A build in the history of a period. */
export interface PeriodHistoryRecord {
  /**
   * Day and number of the build, such as 20201230.1; not the UUID that log downloads take.
   *
   * @example "20201230.1"
   */
  record_id?: string;
  /**
   * Id of the build task.
   *
   * @example "f9d6c8466d614a9788e9a0acf6c15f46"
   */
  job_id?: string;
  /**
   * Number of the build within its task, from 1.
   *
   * @example 55
   */
  build_number?: number;
  /**
   * When the build started, ISO 8601 with an offset.
   *
   * @example "2020-12-30T17:33:11+08:00"
   */
  start_time?: string;
  /**
   * When the build ended, ISO 8601 with an offset.
   *
   * @example "2020-12-30T17:33:27+08:00"
   */
  end_time?: string;
  /**
   * How the build ended.
   *
   * @example "FAILURE"
   */
  result?: string;
  /**
   * Branch that was built.
   *
   * @example "master"
   */
  branch?: string;
  /**
   * Commit that was built.
   *
   * @example "2f37dd494927d2c6259417c58e5faeb72bfe7150"
   */
  commit_id?: string;
  /**
   * Message of that commit; the service knows it for repositories in CodeArts Repo only.
   *
   * @example "test"
   */
  commit_message?: string;
  /**
   * Name of the user who ran the build.
   *
   * @example "test"
   */
  executor?: string;
  /**
   * What started the build.
   *
   * - `MANUAL`: Started by hand.
   * - `TIMED_EXECUTION`: Started by a schedule.
   * - `CODEHUB_TRIGGER`: Started by a change of the code.
   * - `PIPELINE_TRIGGER`: Started by a pipeline.
   * - `Manual`: Started by hand, as the page of one operation shows it.
   * - `Manual triggering`: Started by hand, as the PDF shows it.
   * - `Scheduled`: Started by a schedule, as the PDF shows it.
   * - `手工触发`: Started by hand, in the language of the account.
   *
   * @example "Manual triggering"
   */
  trigger_type?: TriggerType;
}

/** An IAM project. */
export interface Project {
  /**
   * Id of the project; what `X-Project-Id` takes.
   *
   * @example "a4a5d4098fb4474fa22cd05f897d6b99"
   */
  id: string;
  /**
   * Name of the project; a region's default project carries the region's name.
   *
   * @example "ap-southeast-3"
   */
  name: string;
  /**
   * Id of the account that the project belongs to.
   *
   * @example "d0123456789abcdef0123456789abcde"
   */
  domain_id?: string;
  /**
   * Id of the project above, or of the account.
   *
   * @example "d0123456789abcdef0123456789abcde"
   */
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
  /**
   * Address of this list or entry.
   *
   * @example "https://www.example.com/v3/projects"
   */
  self?: string;
  /** Address of the next page; null on the last. */
  next?: string | null;
  /** Address of the page before; null on the first. */
  previous?: string | null;
}

/** Response of `runJob`. The build was started. */
export interface RunJobResponse {
  /**
   * Name of the executor's temporary job.
   *
   * @example "j_WfRE6eOY"
   */
  octopus_job_name?: string;
  /**
   * Number of the build that was started; the `build_no` of other operations.
   *
   * @example "20"
   */
  actual_build_number: string;
  /**
   * Day and running number of the build on that day, such as 20200612.20.
   *
   * @example "20200612.20"
   */
  daily_build_number?: string;
}

/** What to build instead of the head of the task's branch. */
export interface Scm {
  /**
   * Tag to build.
   *
   * @example "v1.2.0"
   */
  build_tag?: string | null;
  /**
   * Commit to build.
   *
   * @example "4f7a1c0de9b8356ad2041f5c7e6b983a10d2c4e5"
   */
  build_commit_id?: string;
}

/** An error, as the service words it. It can also arrive with status 200. */
export interface ServiceError {
  /**
   * Code of the error; the error catalogue says what it means and what to do.
   *
   * @example "CB.00060201"
   */
  error_code?: string;
  /**
   * What went wrong, in the service's words.
   *
   * @example "Invalid task ID."
   */
  error_msg?: string;
}

/** Response of `showFlowGraph`. The graph. */
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

/** Response of `showHistoryDetails`. The parameters and steps of the build. */
export interface ShowHistoryDetailsResponse {
  /**
   * Name of the build task.
   *
   * @example "Test task 01"
   */
  job_name?: string;
  /**
   * Number of the build within its task, from 1.
   *
   * @example 5
   */
  build_number?: number;
  /**
   * Id of the CodeArts project that holds the task.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id?: string;
  /**
   * Name of the project.
   *
   * @example "test-project"
   */
  project_name?: string;
  /** Parameters of this build by name; values of sensitive ones come as asterisks. */
  parameters?: { [name: string]: string };
  /** The steps of the build, in order. */
  build_steps: BuildStep[];
}

/** Response of `showJobInfo`. The task and its last build. */
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

/** Response of `showJobListByProjectId`. The build tasks, one page. */
export interface ShowJobListByProjectIdResponse {
  /** The build tasks on this page. */
  jobs: Job[];
  /**
   * Number of build tasks in the project. From 0 to 2147483647.
   *
   * @example 1
   */
  total: number;
}

/** Response of `showJobStatus`. Whether the task is running. */
export interface ShowJobStatusResponse {
  /** True while the task is running. */
  result: boolean;
}

/** Response of `showJobSuccessRatio`. The numbers of builds and the share that succeeded. */
export interface ShowJobSuccessRatioResponse {
  /**
   * Builds that succeeded.
   *
   * @example 2
   */
  success_count: number;
  /**
   * Builds in all.
   *
   * @example 3
   */
  total_count: number;
  /**
   * Share that succeeded, from 0 to 1, rounded to two decimals. Format `double`.
   *
   * @example 0.67
   */
  success_ratio: number;
}

/** Response of `showLastHistory`. The build. */
export interface ShowLastHistoryResponse {
  /**
   * Day and number of the build, such as 20210722.16; not the UUID that log downloads take.
   *
   * @example "20210722.16"
   */
  record_id?: string;
  /**
   * Id of the build task.
   *
   * @example "37be03edd1da430c8079504d546cc499"
   */
  job_id: string;
  /**
   * Name of the build task.
   *
   * @example "Test task 01"
   */
  job_name?: string;
  /**
   * Number of the build within its task, from 1.
   *
   * @example 16
   */
  build_number: number;
  /**
   * When the build started, ISO 8601 with an offset.
   *
   * @example "2021-07-22T16:26:52+08:00"
   */
  start_time?: string;
  /**
   * When the build ended, ISO 8601 with an offset.
   *
   * @example "2021-07-22T16:27:15+08:00"
   */
  end_time?: string;
  /**
   * How the build ended.
   *
   * @example "SUCCESS"
   */
  result?: string;
  /**
   * Commit that was built.
   *
   * @example "e311c54476e0e536f0ecdeeba8dc184216fa2057"
   */
  commit_id?: string;
}

/** Response of `showListHistory`. The builds of the last days, one page. */
export interface ShowListHistoryResponse {
  /** The builds on this page. */
  history_records: HistoryRecord[];
  /**
   * Number of items across all pages.
   *
   * @example 1
   */
  total: number;
}

/** Response of `showListPeriodHistory`. The builds of the period, one page. */
export interface ShowListPeriodHistoryResponse {
  /**
   * Number of items across all pages.
   *
   * @example 1
   */
  total: number;
  /** The builds on this page. */
  history_records: PeriodHistoryRecord[];
}

/** Response of `showOutputInfo`. What the build produced. */
export interface ShowOutputInfoResponse {
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
  /** What went wrong; null on success. */
  error?: Record<string, unknown> | null;
  /** What the build produced. */
  result: BuildOutput;
}

/** Response of `showRecordDetail`. The build record. */
export interface ShowRecordDetailResponse {
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
  /** What went wrong; null on success. */
  error?: Record<string, unknown> | null;
  /** The build record. */
  result: BuildRecord;
}

/** Response of `showRecordInfo`. The build record. */
export interface ShowRecordInfoResponse {
  /** True when the call did what it should. */
  success?: boolean;
  /** Message of the service; empty on success. */
  message?: string;
  /** Error code; empty on success. */
  err_code?: string;
  /** The build record, with names in camelCase or in snake_case: look which of them is there. */
  result: LegacyBuildRecord | BuildRecord;
}

/** Response of `stopBuildJob`. The build was stopped. */
export interface StopBuildJobResponse {
  /** True when the build was stopped. */
  success?: boolean;
  /** What the service says about it; empty on success. */
  result?: string;
}

/** Response of `stopJob`. Whether the build was stopped. The body may be missing. */
export interface StopJobResponse {
  /** True when the build was stopped. */
  result?: boolean;
}

/** A build template. */
export interface Template {
  /** True when the caller marked the template as a favorite. */
  favourite?: boolean;
  /**
   * Display name of the template's owner.
   *
   * @example "021"
   */
  nick_name?: string;
  /**
   * Id of the database entry.
   *
   * @example "6561b2ced7a6751941fdc8cd"
   */
  id?: string;
  /**
   * Id of the template; what `deleteTemplates` takes.
   *
   * @example "2d9031c079624376824fe1e2731615dc"
   */
  uuid?: string;
  /** The steps of the template. */
  template?: TemplateDefinition;
  /**
   * Type of the template.
   *
   * @example "codeci"
   */
  type?: string;
  /** True when every user of the tenant may use it. */
  public?: boolean;
  /**
   * Name of the template.
   *
   * @example "example_template_7372"
   */
  name?: string;
  /**
   * When the template was made, ISO 8601 with an offset.
   *
   * @example "2023-11-25T08:39:42.098+00:00"
   */
  create_time?: string;
  /**
   * Id of the tenant.
   *
   * @example "e28d72fb2c0036f1ffdc66718e0c30f7"
   */
  domain_id?: string;
  /**
   * Position in sorted lists. Format `double`.
   *
   * @example 0
   */
  weight?: number;
  /**
   * Id of the template's owner.
   *
   * @example "ecd805fd1dd2c963759d20f677d75261"
   */
  user_id?: string;
  /**
   * Name of the template's owner.
   *
   * @example "example_user"
   */
  user_name?: string;
  /**
   * Name of the tenant.
   *
   * @example "example_domain"
   */
  domain_name?: string;
  /**
   * Where the template comes from; `custom` for one that a user made.
   *
   * @default "custom"
   * @example "custom"
   */
  scope?: string;
  /**
   * Description of the template.
   *
   * @example "123"
   */
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
  /** Actions inside the steps of the template. */
  actions?: { [name: string]: unknown };
  /** True when Git submodules are fetched too. */
  auto_update_sub_module?: boolean;
  /** Image that the template builds in. */
  image?: string;
  /** Where the image comes from. */
  image_source?: string;
}

/** One page of templates. */
export interface TemplatePage {
  /**
   * Number of templates across all pages.
   *
   * @example 172
   */
  total_size?: number;
  /** The templates on this page. */
  items?: Template[];
}

/** A step of a build template. */
export interface TemplateStep {
  /** Settings of the step; which ones depends on the module. */
  properties?: { [name: string]: unknown } | null;
  /**
   * Id of the module that does the step.
   *
   * @example "devcloud2018.codeci_action_20043.action"
   */
  module_id: string;
  /**
   * Name of the step.
   *
   * @example "Build with Maven"
   */
  name?: string;
  /** Version of the module. */
  version?: string;
  /** False to skip the step. */
  enable?: boolean;
}

/** What a token is good for. */
export interface TokenInfo {
  /**
   * When the token expires, ISO 8601 in UTC. Date and time, RFC 3339.
   *
   * @example "2019-02-13T06:52:13.855000Z"
   */
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
    /**
     * Name of the IAM project; a region's default project carries the region's name, such as ap-southeast-3.
     *
     * @example "ap-southeast-3"
     */
    name: string;
  };
}

/**
 * What started a build.
 *
 * - `MANUAL`: Started by hand.
 * - `TIMED_EXECUTION`: Started by a schedule.
 * - `CODEHUB_TRIGGER`: Started by a change of the code.
 * - `PIPELINE_TRIGGER`: Started by a pipeline.
 * - `Manual`: Started by hand, as the page of one operation shows it.
 * - `Manual triggering`: Started by hand, as the PDF shows it.
 * - `Scheduled`: Started by a schedule, as the PDF shows it.
 * - `手工触发`: Started by hand, in the language of the account.
 */
export type TriggerType = "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | "Manual" | "Manual triggering" | "Scheduled" | "手工触发" | (string & {});

/** Response of `updateBuildJob`. The task was changed. */
export interface UpdateBuildJobResponse {
  /** The task that was changed. */
  result: JobReference;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
  /** What went wrong; null on success. */
  error?: string | null;
}

/** Response of `updateNotice`. The notifications were set. */
export interface UpdateNoticeResponse {
  /** The task whose notifications were set. */
  result?: JobReference;
  /** What went wrong; null on success. */
  error?: string | null;
  /**
   * `success` when the call did what it should.
   *
   * @example "success"
   */
  status?: string;
}
