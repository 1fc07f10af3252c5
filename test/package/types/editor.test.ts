import { describe, expect, test } from "vitest";
import { ownModel } from "../../site/model.js";
import { Editor } from "./editor.js";

const editor = new Editor();
const head = `import { CodeArtsBuild, type ApiError, type Job, type RunJobRequest, type RunJobResponse } from "codearts-build";
declare const client: CodeArtsBuild; declare const job: Job; declare const error: ApiError;
const job_id = "48c66c6002964721be537cdc6ce0297b"; const project_id = job_id;
`;
const hover = (program: string): string => editor.hover(head + program);
const completions = (program: string): string[] => editor.completions(head + program);
const errors = (program: string): string[] => editor.errors(head + program);

describe("over a method an editor shows", () => {
  test("what it does, what it takes and returns, what can go wrong, a sample, and the vendor's page", () => {
    expect(hover("client.run|Job({ job_id });"))
      .toBe(`(method) CodeArtsBuild.runJob(request: RunJobRequest, options?: CallOptions): ApiPromise<RunJobResponse>

Run a build task.

Starts a build of a task, with parameters of its own if wanted. The response comes at once and holds the
number of the build; the build itself goes on. Every call starts another build.

\`runJob\`: \`POST /v3/jobs/build\`. It is sent once, unless it was refused before it took effect.

@param request.job_id - Id of the build task. Matches \`^[0-9A-Za-z]{32}$\`.
@param request.parameter - Optional. Parameters for this run; a parameter that is left out takes the task's own value.
@param request.scm - Optional. Tag or commit to build instead of the head of the task's branch.
@returns The build was started.
@throws ApiError when the service refuses or fails: status 400, 401, 403, 404, 422, 429, 500.
@deprecated Its successor is \`POST /v1/job/execute\`, which this package does not have yet.
@example const { actual_build_number } = await client.runJob({
  job_id: "f9d6c8466d614a9788e9a0acf6c15f46",
  parameter: [{ name: "codeBranch", value: "master" }],
});
console.log(actual_build_number);
@see {@link https://support.huaweicloud.com/intl/en-us/api-codeci/RunJob.html}`);
  });

  test("that it is deprecated, and what to use instead", () => {
    const shown = hover('client.stop|Job({ job_id, build_no: "1" });');
    expect(shown).toContain("\n@deprecated Its successor is `POST /v1/job/{job_id}/stop`,");
  });

  test("that its result can be iterated over, or is a file", () => {
    expect(hover("client.showJobListBy|ProjectId({ project_id, page_size: 1 });").split("\n")[0]).toBe(
      "(method) CodeArtsBuild.showJobListByProjectId(request: ShowJobListByProjectIdRequest, options?: CallOptions): PagePromise<ShowJobListByProjectIdResponse, Job>",
    );
    const file = hover('client.downloadBuild|Log({ record_id: "" });');
    expect(file).toMatch(/^\(method\).*: ApiPromise<Download>\n/);
    expect(file).toContain("@returns The log, as a file. The bytes, as they arrive.");
  });

  test("what a helper waits for", () => {
    const shown = hover("client.waitFor|Build({ job_id, build_no: 1 });");
    expect(shown).toContain("options?: WaitOptions): Promise<BuildOutcome<ShowRecordDetailResponse>>");
    expect(shown).toContain("Waits until the build has ended");
  });
});

describe("over a field an editor shows its type, what it means, its limits and an example", () => {
  test.each([
    [
      "of a request",
      'client.runJob({ job|_id: "" });',
      '(property) RunJobRequest.job_id: string\n\nId of the build task. Matches `^[0-9A-Za-z]{32}$`.\n\n@example "f9d6c8466d614a9788e9a0acf6c15f46"',
    ],
    [
      "with a greatest value",
      "client.showJobListByProjectId({ project_id, page_|size: 1 });",
      "(property) ShowJobListByProjectIdRequest.page_size: number\n\nItems on a page. From 0 to 100.\n\n@default 10\n@example 10",
    ],
    [
      "that may be left out",
      "client.runJob({ job_id, para|meter: [] });",
      "(property) RunJobRequest.parameter?: ParameterItem[] | undefined\n\nParameters for this run; a parameter that is left out takes the task's own value.",
    ],
    [
      "that takes a date",
      'client.showJobSuccessRatio({ job_id, start_|time: new Date(), end_time: "" });',
      '(property) ShowJobSuccessRatioRequest.start_time: string | Date\n\nFirst day of the period, `yyyy-MM-dd`. A `Date` is sent as `yyyy-MM-dd`.\n\n@example "2021-12-01"',
    ],
    [
      "with values that stay open",
      "job.last_build_sta|tus;",
      '(property) Job.last_build_status?: "blue" | "red" | "aborted" | "timeout" | "building" | "none" | (string & {}) | undefined\n\nStatus of the last build.\n\n- `blue`: Succeeded.\n- `red`: Failed.\n- `aborted`: Stopped before its end.\n- `timeout`: Ran out of time.\n- `building`: Running now.\n- `none`: Never built.',
    ],
    [
      "of an error",
      "error.hi|nt;",
      "(property) ApiError.hint: string | undefined\n\nWhat to do about it, from the error catalogue.",
    ],
  ])("%s", (_, program, wanted) => {
    expect(hover(program)).toBe(wanted);
  });

  test("a response field without an example of its own has that of a documented response", () => {
    const shown = hover("declare const response: RunJobResponse; response.daily_build|_number;");
    expect(shown).toContain("(property) RunJobResponse.daily_build_number?: string | undefined\n");
    expect(shown).toContain('@example "20200612.20"');
  });
});

describe("types have names, wherever they come from", () => {
  test.each([
    ["const re|sponse = await client.runJob({ job_id });", "const response: RunJobResponse"],
    ["const { j|obs } = await client.showJobListByProjectId({ project_id, page_size: 1 });", "const jobs: Job[]"],
    ["for await (const on|e of client.showJobListByProjectId({ project_id, page_size: 1 })) {}", "const one: Job"],
    [
      "const { result: re|sult } = await client.showRecordDetail({ job_id, build_no: 1 });",
      "const result: BuildRecord",
    ],
    ["const { data: da|ta } = await client.showJobInfo({ job_id }).withResponse();", "const data: ShowJobInfoResponse"],
  ])("%s", (program, wanted) => {
    expect(hover(program).split("\n")[0]).toBe(wanted);
  });

  test("and say whose they are", () => {
    expect(hover("let request: Run|JobRequest;")).toContain("\n\nRequest of `runJob`. Run a build task.");
    expect(hover("let response: RunJob|Response;")).toContain("\n\nResponse of `runJob`. The build was started.");
    expect(hover("let one: J|ob;")).toContain("\n\nA build task as the list of a project shows it.");
  });
});

describe("an editor proposes", () => {
  test("the operations, with those that go away struck through", () => {
    const methods = completions("client.|");
    const names = ownModel().operations.map(({ name }) => name);
    expect(methods.map((name) => name.replaceAll("~~", "")).sort()).toEqual(
      [...names, "followLog", "waitForBuild"].sort(),
    );
    const old = ownModel().operations.filter(({ deprecated }) => deprecated);
    expect(methods.filter((name) => name.startsWith("~~"))).toEqual(old.map(({ name }) => `~~${name}~~`).sort());
    expect(editor.deprecations(`${head}client.stopJob({ job_id, build_no: "1" });`)).toEqual(["stopJob"]);
  });

  test("the fields of a request, those that are not there yet", () => {
    expect(completions("client.runJob({ | });")).toEqual(
      ["job_id", "parameter", "scm"].map((name) => expect.stringMatching(`^${name}$`) as string),
    );
    expect(completions("client.runJob({ job_id, | });")).toEqual(["parameter", "scm"]);
  });

  test("the values of a list, also of one that stays open", () => {
    expect(completions('client.downloadBuildLog({ record_id: "", log_level: "|" });')).toEqual(["INFO", "DEBUG"]);
    const states = ["blue", "red", "aborted", "timeout", "building", "none"];
    expect(completions('if (job.last_build_status === "|") {}')).toEqual(states);
    expect(errors('job.last_build_status = "a state of tomorrow";')).toEqual([]);
  });

  test("the fields of a response", () => {
    const response = "declare const response: RunJobResponse; response.|";
    expect(completions(response)).toEqual(["actual_build_number", "daily_build_number", "octopus_job_name"]);
  });
});

describe("an editor underlines what is wrong, and says why", () => {
  test.each([
    ["client.runJob();", "runJob: Expected 1-2 arguments, but got 0."],
    [
      "client.runJob({});",
      "{}: Argument of type '{}' is not assignable to parameter of type 'RunJobRequest'.   Property 'job_id' is missing in type '{}' but required in type 'RunJobRequest'.",
    ],
    [
      "client.runJob({ job_id, paramter: [] });",
      "paramter: Object literal may only specify known properties, but 'paramter' does not exist in type 'RunJobRequest'. Did you mean to write 'parameter'?",
    ],
    [
      'client.runJob({ job_id, parameter: [{ name: "a" }] });',
      "{ name: \"a\" }: Property 'value' is missing in type '{ name: string; }' but required in type 'ParameterItem'.",
    ],
    [
      "client.stopBuildJob({ job_id, build_no: true });",
      "build_no: Type 'boolean' is not assignable to type 'BuildNumber'.",
    ],
    [
      'client.downloadBuildLog({ record_id: "", log_level: "TRACE" });',
      'log_level: Type \'"TRACE"\' is not assignable to type \'"INFO" | "DEBUG" | undefined\'.',
    ],
    ["client.startJob;", "startJob: Property 'startJob' does not exist on type 'CodeArtsBuild'."],
    [
      "client.showJobStatus({ job_id }).result;",
      "result: Property 'result' does not exist on type 'ApiPromise<ShowJobStatusResponse>'.",
    ],
    [
      "(await client.runJob({ job_id })).build_number;",
      "build_number: Property 'build_number' does not exist on type 'RunJobResponse'.",
    ],
    ["job.job_nam;", "job_nam: Property 'job_nam' does not exist on type 'Job'. Did you mean 'job_name'?"],
    [
      "(await client.runJob({ job_id })).daily_build_number.length;",
      "(await client.runJob({ job_id })).daily_build_number: Object is possibly 'undefined'.",
    ],
    [
      "for await (const part of client.showJobInfo({ job_id })) part;",
      "client.showJobInfo({ job_id }): Type 'ApiPromise<ShowJobInfoResponse>' must have a '[Symbol.asyncIterator]()' method that returns an async iterator.",
    ],
  ])("%s", (program, wanted) => {
    expect(errors(program)).toEqual([wanted]);
  });

  test("and nothing else", () => {
    expect(errors("const request: RunJobRequest = { job_id, scm: undefined }; await client.runJob(request);")).toEqual(
      [],
    );
  });
});

describe("fault 9: a region", () => {
  test("is completed by an editor, and another text is allowed", () => {
    const regions = completions('new CodeArtsBuild({ region: "|" });');
    expect(regions).toEqual(expect.arrayContaining(["ap-southeast-3", "cn-north-4", "tr-west-1"]));
    const credentials = "credentials: { authenticate: undefined as never }";
    expect(errors(`new CodeArtsBuild({ region: "xx-new-1", baseUrl: "https://h", ${credentials} });`)).toEqual([]);
    expect(errors(`new CodeArtsBuild({ region: 5, ${credentials} });`)).not.toEqual([]);
  });
});
