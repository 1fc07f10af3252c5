import { ApiError, CodeArtsBuild, NetworkError, NotFoundError } from "codearts-build";
import { describe, expect, test } from "vitest";
import type { Simulator } from "../../../generator/codearts/simulator/index.js";
import { newSimulator } from "./specification.js";

type Kind = Parameters<Simulator["credentials"]>[0];

function world(kind?: Kind) {
  const service = newSimulator();
  const { job_id, project_id } = service.addJob({ job_name: "demo", steps: ["Code checkout", "Build with Maven"] });
  const options = {
    baseUrl: service.url,
    iamUrl: service.url,
    fetch: service.fetch,
    credentials: service.credentials(kind),
    clock: service.clock,
  };
  return { service, job_id, project_id, build: new CodeArtsBuild(options) };
}

describe("the client works against the simulator", () => {
  test.each<Kind>(["token", "accessKey", "password"])("with credentials of the kind %s", async (kind) => {
    const { build, project_id, service } = world(kind);
    const { jobs, total } = await build.showJobListByProjectId({ project_id, page_size: 10 });
    expect([total, jobs[0]?.job_name]).toEqual([1, "demo"]);
    // Later than any token lives.
    await service.clock.advance(3 * 86_400_000);
    expect((await build.showJobListByProjectId({ project_id, page_size: 10 })).total).toBe(1);
  });

  test("by region, without an address", async () => {
    const { service, project_id } = world();
    const build = new CodeArtsBuild({
      region: "cn-north-4",
      fetch: service.fetch,
      credentials: service.credentials("password"),
    });
    expect((await build.showJobListByProjectId({ project_id, page_size: 10 })).total).toBe(1);
    expect(service.requests.map(({ path }) => path)).toEqual(["/v3/auth/tokens", `/v3/${project_id}/jobs`]);
  });

  test("waits for a build as often as it would have", async () => {
    const { build, job_id, service } = world();
    const { actual_build_number: build_no } = await build.runJob({ job_id });
    const states: string[] = [];
    const waiting = build.waitForBuild(
      { job_id, build_no },
      { onProgress: ({ state, step }) => states.push(`${state} ${step?.name ?? ""}`) },
    );
    await service.clock.advance(60_000);
    const { result, elapsed } = await waiting;
    expect(result).toBe("success");
    expect(elapsed).toBeGreaterThanOrEqual(5000);
    expect(elapsed).toBeLessThan(12_000);
    expect(states[0]).toBe("QUEUED ");
    expect(states.at(-1)).toBe("SUCCESS Build with Maven");
    expect(states.length).toBeGreaterThanOrEqual(3);
  });

  test("follows the log of a build to its end, however it is cut", async () => {
    const { build, job_id, service } = world();
    service.fault({ operation: "downloadRealTimeLog", splitCharacters: true, times: Infinity });
    const { actual_build_number: build_no } = await build.runJob({ job_id });
    let text = "";
    async function follow(): Promise<void> {
      for await (const piece of build.followLog({ job_id, build_no })) text += piece;
    }
    const following = follow();
    await service.clock.advance(3000);
    expect(text).toContain("[Code checkout] started · 开始\n");
    expect(text).not.toContain("Maven");
    await service.clock.advance(60_000);
    await following;
    const { result } = await build.showRecordDetail({ job_id, build_no });
    const log = await build.downloadBuildLog({ record_id: result.build_record_id ?? "" });
    expect(text).toBe(await log.text());
    // The record has another id as well: no download takes it.
    const other = build.downloadBuildLog({ record_id: result.id ?? "" });
    await expect(other).rejects.toMatchObject({ status: 422, code: "CB.00031006" });
  });

  test("survives what is lost on the way, and starts a build once", async () => {
    const { build, job_id, service } = world();
    service.fault({ operation: "showJobStatus", status: 503, retryAfter: 0 });
    service.fault({ operation: "showJobStatus", status: 429, retryAfter: 0 });
    const asking = build.showJobStatus({ job_id });
    await service.clock.advance(60_000);
    expect(await asking).toEqual({ result: false });
    expect(service.requests).toHaveLength(3);
    service.fault({ operation: "runJob", reset: true, takesEffect: true });
    await expect(build.runJob({ job_id })).rejects.toBeInstanceOf(NetworkError);
    expect(service.state.jobs[0]?.builds).toHaveLength(1);
  });

  test("tells its errors", async () => {
    const { build, job_id, service } = world();
    const error = async (call: Promise<unknown>): Promise<unknown> => call.catch((thrown: unknown) => thrown);
    const missing = await error(build.showJobInfo({ job_id: "0".repeat(32) }));
    expect(missing).toBeInstanceOf(NotFoundError);
    expect(missing).toMatchObject({
      status: 422,
      code: "DEVCB.00031006",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    const twice = { arch: "x86-64", project_id: service.project_id, job_name: "demo", steps: [] };
    expect(await error(build.createBuildJob(twice))).toMatchObject({
      status: 200,
      serviceMessage: "A task named demo exists in the project.",
    });
    service.fault({ status: 200, encodedTwice: true });
    expect(await error(build.showJobStatus({ job_id }))).toBeInstanceOf(ApiError);
    const { record_id } = service.addBuild({ job_id, outcome: "never-scheduled" });
    expect(await error(build.downloadBuildLog({ record_id }))).toMatchObject({ status: 200, code: "CB.00030004" });
    service.fault({ truncate: 20, operation: "showJobInfo", times: 3 });
    const cut = error(build.showJobInfo({ job_id }));
    await service.clock.advance(60_000);
    expect(await cut).toBeInstanceOf(NetworkError);
  });

  test("goes through all pages", async () => {
    const { build, service, project_id } = world();
    for (let i = 0; i < 24; i++) service.addJob();
    const names: Array<string | undefined> = [];
    for await (const { job_name } of build.showJobListByProjectId({ project_id, page_size: 10 })) names.push(job_name);
    expect([names.length, new Set(names).size]).toEqual([25, 25]);
    for (let i = 0; i < 12; i++) service.addTemplate({ name: `t${i}` });
    const templates: unknown[] = [];
    for await (const template of build.listTemplates({ page_size: "5" })) templates.push(template);
    expect(templates).toHaveLength(12);
  });

  test("fault 15: stops a build either way, and an empty answer is a success", async () => {
    const { build, job_id } = world();
    const first = await build.runJob({ job_id });
    const stopped = await build.stopBuildJob({ job_id, build_no: first.actual_build_number });
    expect(stopped).toEqual({ success: true, result: "" });
    expect(await build.showJobStatus({ job_id })).toEqual({ result: false });
    const second = await build.runJob({ job_id });

    expect(await build.stopJob({ job_id, build_no: second.actual_build_number })).toEqual({});
    expect(await build.showJobStatus({ job_id })).toEqual({ result: false });
  });

  test("fault 15: a run's misspelled parameter can be seen", async () => {
    const { build, service } = world();
    const { job_id } = service.addJob({ parameters: { codeBranch: "main", version: "1" } });
    const parameter = [
      { name: "codebranch", value: "release" },
      { name: "version", value: "2" },
    ];
    await build.runJob({ job_id, parameter });
    await build.runJob({ job_id, parameter: parameter.slice(1) });
    service.addBuild({ job_id, parameters: { constructor: "3" } });
    const builds = service.state.jobs.find((job) => job.job_id === job_id)?.builds ?? [];
    expect(builds.map(({ unknownParameters }) => unknownParameters)).toEqual([["codebranch"], [], ["constructor"]]);
  });

  test("corrects its clock by the service's, once", async () => {
    const { service, project_id } = world();
    const build = new CodeArtsBuild({
      baseUrl: service.url,
      fetch: service.fetch,
      credentials: service.credentials("accessKey"),
    });
    await build.showJobListByProjectId({ project_id, page_size: 1 });
    await build.showJobListByProjectId({ project_id, page_size: 1 });
    expect(service.requests.map(({ status }) => status)).toEqual([401, 200, 200]);
  });
});
