// Made by `npm run generate` from the specification. Do not edit.

import { data, type Region } from "./data.js";
import { errorCatalogue } from "./errorCatalogue.js";
import * as operations from "./operations.js";
import { BuildClient } from "./codearts/runtime/buildClient.js";
import type { ApiPromise, CallOptions, ClientOptions, Download, PagePromise } from "./codearts/runtime/index.js";
import type {
  BuildInfoRecord,
  CreateBuildJobRequest,
  CreateBuildJobResponse,
  CreateTemplatesRequest,
  CreateTemplatesResponse,
  DeleteBuildJobRequest,
  DeleteBuildJobResponse,
  DeleteTemplatesRequest,
  DeleteTemplatesResponse,
  DisableBuildJobRequest,
  DisableBuildJobResponse,
  DisableNoticeRequest,
  DisableNoticeResponse,
  DownloadBuildLogRequest,
  DownloadKeystoreRequest,
  DownloadLogByRecordIdRequest,
  DownloadRealTimeLogRequest,
  DownloadRealTimeLogResponse,
  DownloadTaskLogRequest,
  EnableBuildJobRequest,
  EnableBuildJobResponse,
  HistoryRecord,
  Job,
  KeystoneCreateUserTokenByPasswordRequest,
  KeystoneCreateUserTokenByPasswordResponse,
  KeystoneListProjectsResponse,
  ListBuildInfoRecordRequest,
  ListBuildInfoRecordResponse,
  ListJobConfigRequest,
  ListJobConfigResponse,
  ListNoticeRequest,
  ListNoticeResponse,
  ListTemplatesRequest,
  ListTemplatesResponse,
  PeriodHistoryRecord,
  RunJobRequest,
  RunJobResponse,
  ShowFlowGraphRequest,
  ShowFlowGraphResponse,
  ShowHistoryDetailsRequest,
  ShowHistoryDetailsResponse,
  ShowJobInfoRequest,
  ShowJobInfoResponse,
  ShowJobListByProjectIdRequest,
  ShowJobListByProjectIdResponse,
  ShowJobStatusRequest,
  ShowJobStatusResponse,
  ShowJobSuccessRatioRequest,
  ShowJobSuccessRatioResponse,
  ShowLastHistoryRequest,
  ShowLastHistoryResponse,
  ShowListHistoryRequest,
  ShowListHistoryResponse,
  ShowListPeriodHistoryRequest,
  ShowListPeriodHistoryResponse,
  ShowOutputInfoRequest,
  ShowOutputInfoResponse,
  ShowRecordDetailRequest,
  ShowRecordDetailResponse,
  ShowRecordInfoRequest,
  ShowRecordInfoResponse,
  StopBuildJobRequest,
  StopBuildJobResponse,
  StopJobRequest,
  StopJobResponse,
  Template,
  UpdateBuildJobRequest,
  UpdateBuildJobResponse,
  UpdateNoticeRequest,
  UpdateNoticeResponse,
} from "./types.js";

/** Huawei Cloud CodeArts Build API. One method per operation, named as the vendor names it. */
export class CodeArtsBuild extends BuildClient<ShowRecordDetailResponse> {
  constructor(options: ClientOptions<Region>) {
    super(options, { ...data, errorCatalogue, helpers: { record: operations.showRecordDetail, steps: operations.showHistoryDetails, log: operations.downloadRealTimeLog } });
  }

  /**
   * List the build tasks of a project.
   *
   * Lists the build tasks of a CodeArts project, page by page, with the state of each task's last build and what
   * the caller may do with the task.
   *
   * `showJobListByProjectId`: `GET /v3/{project_id}/jobs`.
   *
   * @param request.project_id - Id of the CodeArts project, not of the IAM project. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.page_index - Optional. Number of the page; the first is 0. At least 0.
   * @param request.page_size - Items on a page. From 0 to 100.
   * @returns The build tasks, one page. Iterate over it with `for await` to get the items of all pages.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/job/{project_id}/list`, which this package does not have yet.
   * @example
   * for await (const job of client.showJobListByProjectId({
   *   project_id: "6ecbc5bac7c8442fb3d2563d53c13582",
   *   page_size: 10,
   * })) {
   *   console.log(job.job_name, job.last_build_status);
   * }
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobListByProjectId.html}
   */
  showJobListByProjectId(request: ShowJobListByProjectIdRequest, options?: CallOptions): PagePromise<ShowJobListByProjectIdResponse, Job> {
    return this.pages(operations.showJobListByProjectId, request, options);
  }

  /**
   * Show a build task and its last build.
   *
   * Shows a build task, the state of its last build and what the caller may do with the task.
   *
   * `showJobInfo`: `GET /v1/job/{job_id}/info`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @returns The task and its last build.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @example
   * const { result } = await client.showJobInfo({ job_id: "f5af662119404ad187437cd272b5099b" });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobInfo.html}
   */
  showJobInfo(request: ShowJobInfoRequest, options?: CallOptions): ApiPromise<ShowJobInfoResponse> {
    return this.call(operations.showJobInfo, request, options);
  }

  /**
   * Tell whether a task is running.
   *
   * Tells whether a build of the task is running now. It says nothing about how the build ends: for that, wait for
   * the build with `showRecordDetail`.
   *
   * `showJobStatus`: `GET /v3/jobs/{job_id}/status`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @returns Whether the task is running.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/job/{job_id}/running-status`, which this package does not have yet.
   * @example
   * const { result } = await client.showJobStatus({ job_id: "901878212b1a49be9c1a1054c272762a" });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobStatus.html}
   */
  showJobStatus(request: ShowJobStatusRequest, options?: CallOptions): ApiPromise<ShowJobStatusResponse> {
    return this.call(operations.showJobStatus, request, options);
  }

  /**
   * Show the configuration of a build task.
   *
   * Shows the whole configuration of a build task: repositories, parameters and steps. It is what `updateBuildJob`
   * takes back.
   *
   * `listJobConfig`: `GET /v3/jobs/{job_id}/query`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.get_all_params - Optional. `true` for all parameters, `false` for those that the task sets itself.
   * @returns The configuration of the task.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/job/{job_id}/config`, which this package does not have yet.
   * @example
   * const { result } = await client.listJobConfig({
   *   job_id: "48c66c6002964721be537cdc6ce0297b",
   *   get_all_params: "true",
   * });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ListJobConfig.html}
   */
  listJobConfig(request: ListJobConfigRequest, options?: CallOptions): ApiPromise<ListJobConfigResponse> {
    return this.call(operations.listJobConfig, request, options);
  }

  /**
   * Create a build task.
   *
   * Creates a build task in a project from a code repository and a list of steps.
   *
   * `createBuildJob`: `POST /v3/jobs/create`. It is sent once, unless it was refused before it took effect.
   *
   * @param request.arch - CPU architecture of the executor, such as x86-64.
   * @param request.project_id - Id of the CodeArts project that holds the task.
   * @param request.job_name - Name of the build task.
   * @param request.auto_update_sub_module - Optional. Whether Git submodules are fetched too, as the text `true` or `false`.
   * @param request.flavor - Optional. Size of the executor, such as 2u8g.
   * @param request.parameters - Optional. The task's parameters.
   * @param request.scms - Optional. Code repositories that the task builds from.
   * @param request.steps - Steps of the build, in order.
   * @param request.host_type - Optional. Kind of executor, such as devcloud.
   * @param request.group_id - Optional. Id of the task group that the task belongs to.
   * @param request.timeout - Optional. When a build of the task is given up.
   * @param request.build_if_code_updated - Optional. True to build on every push of code.
   * @param request.triggers - Optional. Schedules that start builds of the task.
   * @param request.build_config_type - Optional. Whether the build is described by YAML or by steps in the console (ACTION).
   * @returns The task was created.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/job/create`, which this package does not have yet.
   * @example
   * const { result } = await client.createBuildJob({
   *   arch: "x86-64",
   *   project_id: "a287e712be6c404ca26e5f69040fa12b",
   *   job_name: "examplejob",
   *   auto_update_sub_module: "false",
   *   flavor: "2u8g",
   *   parameters: [
   *     {
   *       name: "hudson.model.StringParameterDefinition",
   *       params: [
   *         { name: "name", value: "codeBranch" },
   *         { name: "type", value: "normalparam" },
   *         { name: "defaultValue", value: "master" },
   *         { name: "description", value: "description" },
   *         { name: "deletion", value: "false" },
   *         { name: "defaults", value: "true" },
   *         { name: "staticVar", value: "false" },
   *         { name: "sensitiveVar", value: "false" },
   *       ],
   *     },
   *   ],
   *   scms: [
   *     {
   *       branch: "master",
   *       url: "git@codehub.example.com:example-group/example.git",
   *       repo_id: "2111746211",
   *       web_url: "https://codehub.example.com/codehub/2111746211/home",
   *       scm_type: "codehub",
   *       is_auto_build: false,
   *       build_type: "branch",
   *       depth: "1",
   *     },
   *   ],
   *   steps: [
   *     {
   *       properties: null,
   *       module_id: "devcloud2018.codeci_action_20043.action",
   *       name: "Build with Maven",
   *       version: "20231001.6",
   *       enable: true,
   *     },
   *   ],
   *   host_type: "devcloud",
   * });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/CreateBuildJob.html}
   */
  createBuildJob(request: CreateBuildJobRequest, options?: CallOptions): ApiPromise<CreateBuildJobResponse> {
    return this.call(operations.createBuildJob, request, options);
  }

  /**
   * Change a build task.
   *
   * Replaces the configuration of a build task. Read it with `listJobConfig`, change what you want, and send it
   * whole: what is left out is not kept.
   *
   * `updateBuildJob`: `POST /v3/jobs/update`. It is sent once, unless it was refused before it took effect.
   *
   * @param request.arch - CPU architecture of the executor, such as x86-64.
   * @param request.project_id - Id of the CodeArts project that holds the task.
   * @param request.job_name - Name of the build task.
   * @param request.job_id - Id of the build task.
   * @param request.auto_update_sub_module - Optional. Whether Git submodules are fetched too, as the text `true` or `false`.
   * @param request.flavor - Optional. Size of the executor, such as 2u8g.
   * @param request.parameters - Optional. The task's parameters.
   * @param request.scms - Optional. Code repositories that the task builds from.
   * @param request.steps - Steps of the build, in order.
   * @param request.host_type - Optional. Kind of executor, such as devcloud.
   * @param request.group_id - Optional. Id of the task group that the task belongs to.
   * @param request.timeout - Optional. When a build of the task is given up.
   * @param request.build_if_code_updated - Optional. True to build on every push of code.
   * @param request.triggers - Optional. Schedules that start builds of the task.
   * @param request.build_config_type - Optional. Whether the build is described by YAML or by steps in the console (ACTION).
   * @returns The task was changed.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/job/update`, which this package does not have yet.
   * @example
   * const { result } = await client.updateBuildJob({
   *   arch: "x86-64",
   *   project_id: "a287e712be6c404ca26e5f69040fa12b",
   *   job_name: "examplejob",
   *   job_id: "db8467d972cc47f7a1bd2a3a3e77596a",
   *   auto_update_sub_module: "false",
   *   flavor: "2u8g",
   *   parameters: [
   *     {
   *       name: "hudson.model.StringParameterDefinition",
   *       params: [
   *         { name: "name", value: "codeBranch" },
   *         { name: "type", value: "normalparam" },
   *         { name: "defaultValue", value: "master" },
   *         { name: "description", value: "description" },
   *         { name: "deletion", value: "false" },
   *         { name: "defaults", value: "true" },
   *         { name: "staticVar", value: "false" },
   *         { name: "sensitiveVar", value: "false" },
   *       ],
   *     },
   *   ],
   *   scms: [
   *     {
   *       branch: "master",
   *       url: "git@codehub.example.com:example-group/example.git",
   *       repo_id: "2111746211",
   *       web_url: "https://codehub.example.com/codehub/2111746211/home",
   *       scm_type: "codehub",
   *       is_auto_build: false,
   *       build_type: "branch",
   *       depth: "1",
   *     },
   *   ],
   *   steps: [
   *     {
   *       properties: null,
   *       module_id: "devcloud2018.codeci_action_20043.action",
   *       name: "Build with Maven",
   *       version: "20231001.6",
   *       enable: true,
   *     },
   *   ],
   *   host_type: "devcloud",
   * });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/UpdateBuildJob.html}
   */
  updateBuildJob(request: UpdateBuildJobRequest, options?: CallOptions): ApiPromise<UpdateBuildJobResponse> {
    return this.call(operations.updateBuildJob, request, options);
  }

  /**
   * Disable a build task.
   *
   * Disables a build task: it stays, but cannot be run until `enableBuildJob` restores it.
   *
   * `disableBuildJob`: `POST /v3/jobs/{job_id}/disable`. It is sent once, unless it was refused before it took
   * effect.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @returns The task was disabled.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/job/{job_id}/disable`, which this package does not have yet.
   * @example
   * await client.disableBuildJob({ job_id: "cb5fa20de5fd4cf8be681d4bd6fdd2f6" });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DisableBuildJob.html}
   */
  disableBuildJob(request: DisableBuildJobRequest, options?: CallOptions): ApiPromise<DisableBuildJobResponse> {
    return this.call(operations.disableBuildJob, request, options);
  }

  /**
   * Restore a disabled build task.
   *
   * Restores a build task that `disableBuildJob` disabled, so that it can be run again.
   *
   * `enableBuildJob`: `POST /v3/jobs/{job_id}/recover`. It is sent once, unless it was refused before it took
   * effect.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @returns The task was restored.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `POST /v1/job/{job_id}/disable`, which this package does not have yet. The route disables tasks too: a task is enabled again with `disabled` false in the body, as far as is known.
   * @example
   * await client.enableBuildJob({ job_id: "cb5fa20de5fd4cf8be681d4bd6fdd2f6" });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/EnableBuildJob.html}
   */
  enableBuildJob(request: EnableBuildJobRequest, options?: CallOptions): ApiPromise<EnableBuildJobResponse> {
    return this.call(operations.enableBuildJob, request, options);
  }

  /**
   * Delete a build task.
   *
   * Deletes a build task. `enableBuildJob` is for tasks that are disabled; do not count on it for one that is
   * deleted.
   *
   * `deleteBuildJob`: `POST /v3/jobs/{job_id}/delete`. It is sent once, unless it was refused before it took
   * effect.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @returns The task was deleted.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `DELETE /v1/job/{job_id}/delete`, which this package does not have yet.
   * @example
   * await client.deleteBuildJob({ job_id: "f9d6c8466d614a9788e9a0acf6c15f46" });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DeleteBuildJob.html}
   */
  deleteBuildJob(request: DeleteBuildJobRequest, options?: CallOptions): ApiPromise<DeleteBuildJobResponse> {
    return this.call(operations.deleteBuildJob, request, options);
  }

  /**
   * Run a build task.
   *
   * Starts a build of a task, with parameters of its own if wanted. The response comes at once and holds the
   * number of the build; the build itself goes on. Every call starts another build.
   *
   * `runJob`: `POST /v3/jobs/build`. It is sent once, unless it was refused before it took effect.
   *
   * @param request.job_id - Id of the build task. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.parameter - Optional. Parameters for this run; a parameter that is left out takes the task's own value.
   * @param request.scm - Optional. Tag or commit to build instead of the head of the task's branch.
   * @returns The build was started.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/job/execute`, which this package does not have yet.
   * @example
   * const { actual_build_number } = await client.runJob({
   *   job_id: "f9d6c8466d614a9788e9a0acf6c15f46",
   *   parameter: [{ name: "codeBranch", value: "master" }],
   * });
   * console.log(actual_build_number);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/RunJob.html}
   */
  runJob(request: RunJobRequest, options?: CallOptions): ApiPromise<RunJobResponse> {
    return this.call(operations.runJob, request, options);
  }

  /**
   * Show the record of a build.
   *
   * Shows the record of one build: what was built, by whom, when, and how it stands or ended. Its
   * `build_record_id` is the id that log downloads take.
   *
   * `showRecordDetail`: `GET /v4/jobs/{job_id}/{build_no}/record-info`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_no - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @returns The build record.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/record/{job_id}/{build_no}/record-info`, which this package does not have yet.
   * @example
   * const { result } = await client.showRecordDetail({ job_id: "68491d9bc97b4774adb93e29b46d2dc6", build_no: 532 });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowRecordDetail.html}
   */
  showRecordDetail(request: ShowRecordDetailRequest, options?: CallOptions): ApiPromise<ShowRecordDetailResponse> {
    return this.call(operations.showRecordDetail, request, options);
  }

  /**
   * Show the parameters and steps of a build.
   *
   * Shows with which parameters a build ran and how each of its steps stands.
   *
   * `showHistoryDetails`: `GET /v3/jobs/{job_id}/{build_number}/history-details`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_number - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @returns The parameters and steps of the build.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `GET /v1/record/{record_id}/full-stages`, which this package does not have yet. It lists the stages of a build that is named by its record id; the parameters of the build are not among them.
   * @example
   * const { build_steps } = await client.showHistoryDetails({
   *   job_id: "901878212b1a49be9c1a1054c272762a",
   *   build_number: 5,
   * });
   * console.log(build_steps);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowHistoryDetails.html}
   */
  showHistoryDetails(request: ShowHistoryDetailsRequest, options?: CallOptions): ApiPromise<ShowHistoryDetailsResponse> {
    return this.call(operations.showHistoryDetails, request, options);
  }

  /**
   * Show what a build produced.
   *
   * Shows the packages and images that a build published.
   *
   * `showOutputInfo`: `GET /v3/jobs/{job_id}/{build_no}/output-info`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_no - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @returns What the build produced.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/job/{job_id}/{build_no}/output`, which this package does not have yet.
   * @example
   * const { result } = await client.showOutputInfo({ job_id: "cb5fa20de5fd4cf8be681d4bd6fdd2f6", build_no: 61 });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowOutputInfo.html}
   */
  showOutputInfo(request: ShowOutputInfoRequest, options?: CallOptions): ApiPromise<ShowOutputInfoResponse> {
    return this.call(operations.showOutputInfo, request, options);
  }

  /**
   * Stop a build.
   *
   * Stops a build that is waiting or running. A build that has already ended cannot be stopped: the service
   * responds with `DEV.CB.032302`.
   *
   * `stopBuildJob`: `POST /v3/jobs/{job_id}/{build_no}/stop`. It is sent once, unless it was refused before it
   * took effect.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_no - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @returns The build was stopped.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/job/{job_id}/stop`, which this package does not have yet.
   * @example
   * await client.stopBuildJob({ job_id: "cb5fa20de5fd4cf8be681d4bd6fdd2f6", build_no: 2 });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/StopBuildJob.html}
   */
  stopBuildJob(request: StopBuildJobRequest, options?: CallOptions): ApiPromise<StopBuildJobResponse> {
    return this.call(operations.stopBuildJob, request, options);
  }

  /**
   * Show how the parts of a build depend on each other.
   *
   * Shows the sub-builds that a build consists of, and which of them waits for which. The vendor is going to
   * remove it; its successor is a v1 route that this specification does not describe.
   *
   * `showFlowGraph`: `GET /v3/{build_flow_record_id}/flow-graph`.
   *
   * @param request.build_flow_record_id - Build record id of the parent build. Matches `^[0-9a-z-]{36}$`.
   * @returns The graph.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/record/{build_flow_record_id}/flow-graph`, which this package does not have yet.
   * @example
   * const { result } = await client.showFlowGraph({ build_flow_record_id: "2ab0e6a3-3e1a-4708-bb16-fff2b0999027" });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowFlowGraph.html}
   */
  showFlowGraph(request: ShowFlowGraphRequest, options?: CallOptions): ApiPromise<ShowFlowGraphResponse> {
    return this.call(operations.showFlowGraph, request, options);
  }

  /**
   * Show the record of a build (v3).
   *
   * Shows the record of one build, in the older form, with names such as `triggerType` or `trigger_type`. The
   * vendor is going to remove it: use `showRecordDetail`.
   *
   * `showRecordInfo`: `GET /v3/jobs/{job_id}/{build_no}/record-info`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_no - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @returns The build record.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/record/{job_id}/{build_no}/record-info`, which this package does not have yet.
   * @example
   * const { result } = await client.showRecordInfo({ job_id: "b3c3fbb0cc0a4b388cb500b807a42334", build_no: 1 });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowRecordInfo.html}
   */
  showRecordInfo(request: ShowRecordInfoRequest, options?: CallOptions): ApiPromise<ShowRecordInfoResponse> {
    return this.call(operations.showRecordInfo, request, options);
  }

  /**
   * Stop a build (v3).
   *
   * Stops a build that is waiting or running. The vendor is going to remove it: use `stopBuildJob`.
   *
   * `stopJob`: `POST /v3/jobs/stop`. It is sent once, unless it was refused before it took effect.
   *
   * @param request.job_id - Id of the build task. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_no - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @returns Whether the build was stopped. The body may be missing.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/job/{job_id}/stop`, which this package does not have yet.
   * @example
   * await client.stopJob({ job_id: "f9d6c8466d614a9788e9a0acf6c15f46", build_no: "20" });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/StopJob.html}
   */
  stopJob(request: StopJobRequest, options?: CallOptions): ApiPromise<StopJobResponse> {
    return this.call(operations.stopJob, request, options);
  }

  /**
   * List a task's builds with their triggers and commits.
   *
   * Lists the builds of a task between two times, each with its commit, what started it and how it ended. The
   * times are read in the service's local time (GMT+08:00 in China's regions) and may be at most 31 days apart. In
   * which order the builds come is undocumented.
   *
   * `listBuildInfoRecord`: `GET /v3/jobs/{job_id}/build-info-records`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.start_time - Start of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time. A `Date` is sent as `yyyy-MM-dd HH:mm:ss`. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$`.
   * @param request.end_time - End of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time; at most 31 days after the start. At most 31 days after `start_time`. A `Date` is sent as `yyyy-MM-dd HH:mm:ss`. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$`.
   * @param request.page_index - Optional. Number of the page; the first is 0. At least 0.
   * @param request.page_size - Optional. Items on a page. From 0 to 100.
   * @returns The builds of the period, one page. Iterate over it with `for await` to get the items of all pages.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/record/{job_id}/list`, which this package does not have yet.
   * @example
   * for await (const record of client.listBuildInfoRecord({
   *   job_id: "48c66c6002964721be537cdc6ce0297b",
   *   start_time: "2023-12-01 00:00:00",
   *   end_time: "2023-12-31 00:00:00",
   *   page_size: 10,
   * })) {
   *   console.log(record.daily_build_number, record.job_running_status);
   * }
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ListBuildInfoRecord.html}
   */
  listBuildInfoRecord(request: ListBuildInfoRecordRequest, options?: CallOptions): PagePromise<ListBuildInfoRecordResponse, BuildInfoRecord> {
    return this.pages(operations.listBuildInfoRecord, request, options);
  }

  /**
   * List a task's builds in a period.
   *
   * Lists the builds of a task that ran between two days, both included. The days may be at most 30 days apart.
   * For exact times, and for what started each build, use `listBuildInfoRecord`. In which order the builds come is
   * undocumented.
   *
   * `showListPeriodHistory`: `GET /v3/jobs/{job_id}/period-history`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.offset - Number of the page; the first is 0. At least 0.
   * @param request.limit - Items on a page. From 0 to 100.
   * @param request.start_time - First day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.
   * @param request.end_time - Last day of the period, `yyyy-MM-dd`. At most 30 days after `start_time`. A `Date` is sent as `yyyy-MM-dd`.
   * @returns The builds of the period, one page. Iterate over it with `for await` to get the items of all pages.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `GET /v1/record/{job_id}/list`, which this package does not have yet. `offset` and `limit` become a page, and records have other fields: the message of the commit, the record id and the end of a build are lost.
   * @example
   * for await (const record of client.showListPeriodHistory({
   *   job_id: "f9d6c8466d614a9788e9a0acf6c15f46",
   *   offset: 0,
   *   limit: 10,
   *   start_time: "2020-12-21",
   *   end_time: "2020-12-31",
   * })) {
   *   console.log(record.build_number);
   * }
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowListPeriodHistory.html}
   */
  showListPeriodHistory(request: ShowListPeriodHistoryRequest, options?: CallOptions): PagePromise<ShowListPeriodHistoryResponse, PeriodHistoryRecord> {
    return this.pages(operations.showListPeriodHistory, request, options);
  }

  /**
   * List a task's builds of the last days.
   *
   * Lists the builds of a task over the last days, counted back from today.
   *
   * `showListHistory`: `GET /v3/jobs/{job_id}/history`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.offset - Number of the page; the first is 0. At least 0.
   * @param request.limit - Items on a page. From 0 to 100.
   * @param request.interval - How many days to look back from today. From 0 to 30.
   * @returns The builds of the last days, one page. Iterate over it with `for await` to get the items of all pages.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `GET /v1/record/{job_id}/list`, which this package does not have yet. The number of days to look back becomes a start and an end, and records have other fields.
   * @example
   * for await (const record of client.showListHistory({
   *   job_id: "f9d6c8466d614a9788e9a0acf6c15f46",
   *   offset: 0,
   *   limit: 10,
   *   interval: 7,
   * })) {
   *   console.log(record.build_number);
   * }
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowListHistory.html}
   */
  showListHistory(request: ShowListHistoryRequest, options?: CallOptions): PagePromise<ShowListHistoryResponse, HistoryRecord> {
    return this.pages(operations.showListHistory, request, options);
  }

  /**
   * Find the last successful build of a repository.
   *
   * Finds the latest successful build in a project that was made from a given code repository.
   *
   * `showLastHistory`: `GET /v3/jobs/{project_id}/last-history`.
   *
   * @param request.project_id - Id of the CodeArts project, not of the IAM project. Matches `^[0-9a-z]{32}$`.
   * @param request.repository_name - Name of the code repository; it has no Chinese characters. Matches `^[^一-龥]{0,}$`.
   * @returns The build.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `GET /v1/record/{build_project_id}/records`, which this package does not have yet. It lists builds and does not choose one: look for the first success of a repository in the list.
   * @example
   * const { job_id, build_number } = await client.showLastHistory({
   *   project_id: "6ecbc5bac7c8442fb3d2563d53c13582",
   *   repository_name: "maven-demo",
   * });
   * console.log(job_id, build_number);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowLastHistory.html}
   */
  showLastHistory(request: ShowLastHistoryRequest, options?: CallOptions): ApiPromise<ShowLastHistoryResponse> {
    return this.call(operations.showLastHistory, request, options);
  }

  /**
   * Show a task's success rate in a period.
   *
   * Counts the builds of a task between two days, both included, and tells the share that succeeded.
   *
   * `showJobSuccessRatio`: `GET /v3/jobs/{job_id}/success-ratio`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.start_time - First day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.
   * @param request.end_time - Last day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.
   * @returns The numbers of builds and the share that succeeded.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `GET /v1/report/ratio`, which this package does not have yet. The period becomes a number of days to look back, and a repository has to be named.
   * @example
   * const { success_count, total_count, success_ratio } = await client.showJobSuccessRatio({
   *   job_id: "48c66c6002964721be537cdc6ce0297b",
   *   start_time: "2021-12-01",
   *   end_time: "2021-12-01",
   * });
   * console.log(success_count, total_count, success_ratio);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobSuccessRatio.html}
   */
  showJobSuccessRatio(request: ShowJobSuccessRatioRequest, options?: CallOptions): ApiPromise<ShowJobSuccessRatioResponse> {
    return this.call(operations.showJobSuccessRatio, request, options);
  }

  /**
   * Read the log of a running build.
   *
   * Reads a piece of a log that is still growing. Start at offset 0, then send the `offset` of the last response
   * until `has_more_data` is false. An empty piece with more to come means: ask again later.
   *
   * `downloadRealTimeLog`: `GET /v3/jobs/{job_id}/{build_no}/real-time-log`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.build_no - Number of the build within its task, as a number or as text; the first is 1. At least 1, matches `^[1-9][0-9]*$`.
   * @param request.offset - Where to go on: 0 at first, then the `offset` of the last response.
   * @param request.length - Optional. Length of the piece of the log at most; without it, 1000000. Its unit is undocumented; the offsets of the response count in the same one.
   * @returns A piece of the log.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/log/{job_id}/{build_no}/real-time-log`, which this package does not have yet.
   * @example
   * const { result } = await client.downloadRealTimeLog({
   *   job_id: "48c66c6002964721be537cdc6ce0297b",
   *   build_no: 33,
   *   offset: 121768,
   *   length: 1000000,
   * });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadRealTimeLog.html}
   */
  downloadRealTimeLog(request: DownloadRealTimeLogRequest, options?: CallOptions): ApiPromise<DownloadRealTimeLogResponse> {
    return this.call(operations.downloadRealTimeLog, request, options);
  }

  /**
   * Download the whole log of a build.
   *
   * Downloads the log of a whole build as a file. Logs of hundreds of megabytes exist: read the response as a
   * stream. While the build still runs, use `downloadRealTimeLog`.
   *
   * `downloadBuildLog`: `GET /v4/{record_id}/download-log`.
   *
   * @param request.record_id - Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. Matches `^[0-9a-z-]{36}$`.
   * @param request.log_level - Optional. How much of the log to return: `INFO`, or `DEBUG` for everything. Without it, `INFO`.
   * @returns The log, as a file. The bytes, as they arrive.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/log/{record_id}/download-log`, which this package does not have yet.
   * @example
   * const download = await client.downloadBuildLog({
   *   record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c",
   *   log_level: "INFO",
   * });
   * await saveTo(download, "build.log");
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadBuildLog.html}
   */
  downloadBuildLog(request: DownloadBuildLogRequest, options?: CallOptions): ApiPromise<Download> {
    return this.download(operations.downloadBuildLog, request, options);
  }

  /**
   * Download the log of one step.
   *
   * Downloads the log of one step of a build as a file. `showHistoryDetails` lists the steps in order.
   *
   * `downloadTaskLog`: `GET /v4/{record_id}/task-log`.
   *
   * @param request.record_id - Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. Matches `^[0-9a-z-]{36}$`.
   * @param request.task_name - Stage of the build: `stage1` for its first step, `stage2` for the second, and so on, in the order of `showHistoryDetails`. 1 to 1000 characters.
   * @param request.log_level - Optional. How much of the log to return: `INFO`, or `DEBUG` for everything. Without it, `INFO`.
   * @returns The log of the step, as a file. The bytes, as they arrive.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/log/{record_id}/task-log`, which this package does not have yet.
   * @example
   * const download = await client.downloadTaskLog({
   *   record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c",
   *   task_name: "stage1",
   *   log_level: "INFO",
   * });
   * await saveTo(download, "task.log");
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadTaskLog.html}
   */
  downloadTaskLog(request: DownloadTaskLogRequest, options?: CallOptions): ApiPromise<Download> {
    return this.download(operations.downloadTaskLog, request, options);
  }

  /**
   * Download the log of a build (v3).
   *
   * Downloads the log of a whole build as a file. The vendor is going to remove it: use `downloadBuildLog`.
   *
   * `downloadLogByRecordId`: `GET /v3/{record_id}/download-log`.
   *
   * @param request.record_id - Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. Matches `^[0-9a-z-]{36}$`.
   * @returns The log, as a file. The bytes, as they arrive.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/log/{record_id}/download-log`, which this package does not have yet.
   * @example
   * const download = await client.downloadLogByRecordId({ record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" });
   * await saveTo(download, "download.log");
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadLogByRecordId.html}
   */
  downloadLogByRecordId(request: DownloadLogByRecordIdRequest, options?: CallOptions): ApiPromise<Download> {
    return this.download(operations.downloadLogByRecordId, request, options);
  }

  /**
   * List build templates.
   *
   * Lists the build templates that the caller may use, all of them or those whose name contains a text.
   *
   * `listTemplates`: `GET /v3/templates/query`.
   *
   * @param request.name - Optional. Text that the name of the template contains.
   * @param request.page - Optional. Number of the page, as text; the first is 1.
   * @param request.page_size - Optional. Items on a page, as text. Matches `^([0-9]|[1-9][0-9]|100)$`.
   * @returns The templates, one page. Iterate over it with `for await` to get the items of all pages.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/template/custom`, which this package does not have yet.
   * @example
   * for await (const template of client.listTemplates({ name: "example", page_size: "10" })) {
   *   console.log(template.name);
   * }
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ListTemplates.html}
   */
  listTemplates(request: ListTemplatesRequest = {}, options?: CallOptions): PagePromise<ListTemplatesResponse, Template> {
    return this.pages(operations.listTemplates, request, options);
  }

  /**
   * Create a build template.
   *
   * Creates a build template from a list of steps and parameters.
   *
   * `createTemplates`: `POST /v3/templates/create`. It is sent once, unless it was refused before it took effect.
   *
   * @param request.template - The steps of the template.
   * @param request.name - Name of the template.
   * @param request.description - Optional. Description of the template.
   * @param request.tool_type - Optional. Whether the template is for a YAML build or for steps in the console.
   * @param request.parameters - Optional. The task's parameters.
   * @returns The template was created.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `POST /v1/template/create`, which this package does not have yet.
   * @example
   * const { result } = await client.createTemplates({
   *   template: {
   *     steps: [
   *       { module_id: "devcloud2018.codeci_action_20043.action", name: "Build with Maven", enable: true, properties: null },
   *     ],
   *   },
   *   name: "example_template_7372",
   *   description: "Builds with Maven.",
   *   tool_type: "maven",
   *   parameters: [
   *     {
   *       name: "hudson.model.StringParameterDefinition",
   *       params: [
   *         { name: "name", value: "codeBranch" },
   *         { name: "type", value: "normalparam" },
   *         { name: "defaultValue", value: "master" },
   *         { name: "description", value: "description" },
   *         { name: "deletion", value: "false" },
   *         { name: "defaults", value: "true" },
   *         { name: "staticVar", value: "false" },
   *         { name: "sensitiveVar", value: "false" },
   *       ],
   *     },
   *   ],
   * });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/CreateTemplates.html}
   */
  createTemplates(request: CreateTemplatesRequest, options?: CallOptions): ApiPromise<CreateTemplatesResponse> {
    return this.call(operations.createTemplates, request, options);
  }

  /**
   * Delete a build template.
   *
   * Deletes a build template for good.
   *
   * `deleteTemplates`: `DELETE /v3/templates/{uuid}/delete`. It is sent once, unless it was refused before it took
   * effect.
   *
   * @param request.uuid - The `uuid` of the template, as `listTemplates` returns it. Matches `^[0-9A-Za-z-]{1,64}$`.
   * @returns The template was deleted.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `DELETE /v1/template/{uuid}/delete`, which this package does not have yet.
   * @example
   * await client.deleteTemplates({ uuid: "ca9c83214d6344b9bd26d14ba0b519d9" });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DeleteTemplates.html}
   */
  deleteTemplates(request: DeleteTemplatesRequest, options?: CallOptions): ApiPromise<DeleteTemplatesResponse> {
    return this.call(operations.deleteTemplates, request, options);
  }

  /**
   * List the notifications of a task.
   *
   * Lists, channel by channel, which events of a build task are notified.
   *
   * `listNotice`: `GET /v3/jobs/notice/{job_id}/query`.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @returns The notifications of the task.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v1/job/{job_id}/notice`, which this package does not have yet.
   * @example
   * const { result } = await client.listNotice({ job_id: "48c66c6002964721be537cdc6ce0297b" });
   * console.log(result);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/ListNotice.html}
   */
  listNotice(request: ListNoticeRequest, options?: CallOptions): ApiPromise<ListNoticeResponse> {
    return this.call(operations.listNotice, request, options);
  }

  /**
   * Set the notifications of a task.
   *
   * Sets which events of a build task are notified on one channel; other channels stay as they are.
   *
   * `updateNotice`: `POST /v3/jobs/notice/{job_id}/update`. It is sent once, unless it was refused before it took
   * effect.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.notice_type - Channel of the notifications.
   * @param request.enabled_event_type_names - Events to be notified of; events that are left out are switched off.
   * @param request.send_switch - Optional. Whether notifications are sent at all, as the text `true` or `false`.
   * @param request.param_config - Optional. Settings of the channel.
   * @param request.use_project_notice - Optional. Whether the notification settings of the project apply instead, as the text `true` or `false`.
   * @returns The notifications were set.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `PUT /v1/job/{job_id}/notice`, which this package does not have yet.
   * @example
   * await client.updateNotice({
   *   job_id: "db8467d972cc47f7a1bd2a3a3e77596a",
   *   notice_type: "MESSAGE",
   *   enabled_event_type_names: ["updateConfigJob", "deleteJob", "forbiddenJob"],
   * });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/UpdateNotice.html}
   */
  updateNotice(request: UpdateNoticeRequest, options?: CallOptions): ApiPromise<UpdateNoticeResponse> {
    return this.call(operations.updateNotice, request, options);
  }

  /**
   * Switch off the notifications of a task.
   *
   * Switches off all notifications of a build task on one channel.
   *
   * `disableNotice`: `POST /v3/jobs/notice/{job_id}/disable`. It is sent once, unless it was refused before it
   * took effect.
   *
   * @param request.job_id - Id of the build task: the 32 characters at the end of the address of its page in the console. Matches `^[0-9A-Za-z]{32}$`.
   * @param request.notice_type - Channel to switch off.
   * @returns The notifications were switched off.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its nearest successor is `PUT /v1/job/{job_id}/notice`, which this package does not have yet. The route changes the notifications of a channel: it is switched off by an empty list of events, as far as is known.
   * @example
   * await client.disableNotice({
   *   job_id: "db8467d972cc47f7a1bd2a3a3e77596a",
   *   notice_type: "message",
   * });
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DisableNotice.html}
   */
  disableNotice(request: DisableNoticeRequest, options?: CallOptions): ApiPromise<DisableNoticeResponse> {
    return this.call(operations.disableNotice, request, options);
  }

  /**
   * Download a keystore file.
   *
   * Downloads a keystore file that the tenant stored for signing Android packages. The response is the file, byte
   * for byte.
   *
   * `downloadKeystore`: `GET /v3/keystore`.
   *
   * @param request.file_name - Name of the keystore file. 1 to 500 characters.
   * @param request.domain_id - Id of the tenant. Matches `^[0-9a-z]{32}$`.
   * @returns The keystore file. The bytes, as they arrive.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
   * @deprecated Its successor is `GET /v2/keystore/download`, which this package does not have yet.
   * @example
   * const download = await client.downloadKeystore({
   *   file_name: "android.keystore",
   *   domain_id: "e28d72fb2c0036f1ffdc66718e0c30f7",
   * });
   * await saveTo(download, "android.keystore");
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadKeystore.html}
   */
  downloadKeystore(request: DownloadKeystoreRequest, options?: CallOptions): ApiPromise<Download> {
    return this.download(operations.downloadKeystore, request, options);
  }

  /**
   * Obtain a token with a password.
   *
   * Obtains an IAM token for a user's name and password. The token itself is not in the body: it is the response
   * header `X-Subject-Token`. It is valid for 24 hours; keep it instead of asking for one each time. The client
   * does all this when it is given `password(...)` as credentials.
   *
   * `keystoneCreateUserTokenByPassword`: `POST /v3/auth/tokens`.
   *
   * Server: https://iam.{region}.myhuaweicloud.com
   *
   * @param request.auth - In the body.
   * @returns The token is in the header, what it is good for in the body.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 500, 503.
   * @example
   * const { response } = await client.keystoneCreateUserTokenByPassword({
   *   auth: {
   *     identity: {
   *       methods: ["password"],
   *       password: { user: { name: "username", password: "*****", domain: { name: "domainname" } } },
   *     },
   *     scope: { project: { name: "ap-southeast-3" } },
   *   },
   * }).withResponse();
   * console.log(response.headers.get("X-Subject-Token"));
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html}
   */
  keystoneCreateUserTokenByPassword(request: KeystoneCreateUserTokenByPasswordRequest, options?: CallOptions): ApiPromise<KeystoneCreateUserTokenByPasswordResponse> {
    return this.call(operations.keystoneCreateUserTokenByPassword, request, options);
  }

  /**
   * List IAM projects.
   *
   * Lists the IAM projects that the caller can reach. A region's default project carries the region's name; its id
   * is what `X-Project-Id` takes. It is not the CodeArts project whose id stands in the paths of CodeArts Build.
   *
   * `keystoneListProjects`: `GET /v3/projects`.
   *
   * Server: https://iam.{region}.myhuaweicloud.com
   *
   * @returns The projects.
   * @throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 500, 503.
   * @example
   * const { projects } = await client.keystoneListProjects();
   * console.log(projects);
   * @see {@link https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0001.html}
   */
  keystoneListProjects(options?: CallOptions): ApiPromise<KeystoneListProjectsResponse> {
    return this.call(operations.keystoneListProjects, undefined, options);
  }
}
