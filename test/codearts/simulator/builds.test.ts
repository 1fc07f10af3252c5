import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Life, writeScript } from "../../../generator/codearts/simulator/build.js";
import type { BuildPlan, Simulator } from "../../../generator/codearts/simulator/index.js";
import { outcome, read, sender } from "./requests.js";
import { newSimulator } from "./specification.js";

interface Step {
  name: string;
  status: string;
  build_time: number;
}

/** A task with the steps A and B, and a build of it that goes as planned. */
async function start(plan: BuildPlan = {}, steps = ["A", "B"]) {
  const service = newSimulator();
  const { job_id } = service.addJob({ job_name: "demo", steps });
  service.plan(job_id, plan);
  const send = sender(service);
  const run = (): Promise<Response> => send("POST /v3/jobs/build", { job_id });
  await run();
  /** How the build looks: state, running status, steps. */
  async function look(build_no = 1): Promise<string> {
    interface Record {
      result: { status: string };
    }
    const record = await read<Record>(send(`GET /v4/jobs/${job_id}/${build_no}/record-info`));
    const { build_steps } = await read<{ build_steps: Step[] }>(
      send(`GET /v3/jobs/${job_id}/${build_no}/history-details`),
    );
    const { result } = await read<{ result: boolean }>(send(`GET /v3/jobs/${job_id}/status`));
    const shown = build_steps.map(
      ({ name, status, build_time }) => `${name}:${status}${build_time ? `(${build_time})` : ""}`,
    );
    return `${record.result.status} ${result ? "busy" : "idle"} ${shown.join(" ")}`;
  }
  return { service, job_id, send, run, look, stop: () => send(`POST /v3/jobs/${job_id}/1/stop`, {}) };
}

async function course(plan: BuildPlan, times: number[]): Promise<string[]> {
  const { service, look } = await start(plan);
  const seen: string[] = [];
  let now = 0;
  for (const time of times) {
    await service.clock.advance(time - now);
    now = time;
    seen.push(`${time} ${await look()}`);
  }
  return seen;
}

describe("a build goes its way by the clock", () => {
  test("by default it succeeds within seconds", async () => {
    expect(await course({}, [0, 999, 1000, 2500, 3000, 4999, 5000, 99_000])).toEqual([
      "0 QUEUED busy A: B:",
      "999 QUEUED busy A: B:",
      "1000 RUNNING busy A:running B:",
      "2500 RUNNING busy A:running(1500) B:",
      "3000 RUNNING busy A:success(2000) B:running",
      "4999 RUNNING busy A:success(2000) B:running(1999)",
      "5000 SUCCESS idle A:success(2000) B:success(2000)",
      "99000 SUCCESS idle A:success(2000) B:success(2000)",
    ]);
  });

  test.each<[string, BuildPlan, string]>([
    ["failure", { outcome: "failure" }, "FAILURE idle A:success(2000) B:error(2000)"],
    ["failure at a step", { outcome: "failure", endsAt: "A" }, "FAILURE idle A:error(2000) B:"],
    ["aborted", { outcome: "aborted" }, "ABORTED idle A:success(2000) B:error(2000)"],
    ["never scheduled", { outcome: "never-scheduled" }, "SCHEDULE_FAILURE idle A: B:"],
    ["at once", { queue: 0, duration: 0 }, "SUCCESS idle A:success B:success"],
    ["slow", { queue: 0, duration: 600_000 }, "RUNNING busy A:running(10000) B:"],
    ["held", { duration: Infinity }, "RUNNING busy A:success(2000) B:running(7000)"],
  ])("or as planned: %s", async (_, plan, expected) => {
    expect(await course(plan, [10_000])).toEqual([`10000 ${expected}`]);
  });

  test("a plan is for one build, plans queue", async () => {
    const { service, job_id, run, look } = await start({ outcome: "failure" });
    service.plan(job_id, { outcome: "aborted" });
    service.plan(job_id, { outcome: "never-scheduled" });
    for (let i = 0; i < 3; i++) await run();
    await service.clock.advance(10_000);
    expect([await look(1), await look(2), await look(3), await look(4)].map((text) => text.split(" ")[0])).toEqual([
      "FAILURE",
      "ABORTED",
      "SCHEDULE_FAILURE",
      "SUCCESS",
    ]);
  });

  test("a plan that cannot be kept is an error at once", () => {
    const service = newSimulator();
    const { job_id } = service.addJob({ steps: ["A", "B"] });
    expect(() => service.plan(job_id, { outcome: "failure", endsAt: "C" })).toThrow('no step "C": its steps are A, B');
    expect(() => service.plan(job_id, { log: { C: "text" } })).toThrow('no step "C": its steps are A, B');
    expect(() => service.plan("none", {})).toThrow('There is no task "none"');
  });

  test("steps that are switched off are no part of it", async () => {
    const { service, job_id, send, run, look } = await start();
    const step = (name: string, enable: boolean): object => ({ module_id: "m", name, enable });
    const config = {
      arch: "x86-64",
      project_id: service.project_id,
      job_name: "demo",
      steps: [step("A", true), step("C", false)],
    };
    await send("POST /v3/jobs/update", { ...config, job_id });
    await run();
    expect(await look(2)).toBe("QUEUED busy A:");
    expect(() => service.plan(job_id, { endsAt: "C" })).toThrow('no step "C": its steps are A');
    // The first build keeps the steps that it began with.
    expect(await look(1)).toBe("QUEUED busy A: B:");
  });
});

describe("a build is ended by hand", () => {
  test.each<[string, number, Parameters<Simulator["finish"]>[1], string]>([
    ["success, while it runs", 2000, "success", "SUCCESS idle A:success(1000) B:success"],
    ["failure, while it runs", 3500, "failure", "FAILURE idle A:success(2000) B:error(500)"],
    ["success, in the queue", 500, "success", "SUCCESS idle A:success B:success"],
    ["failure, in the queue", 500, "failure", "FAILURE idle A: B:"],
    ["never scheduled, in the queue", 500, "never-scheduled", "SCHEDULE_FAILURE idle A: B:"],
  ])("%s", async (_, time, result, expected) => {
    const { service, job_id, look } = await start();
    await service.clock.advance(time);
    service.finish({ job_id, build_no: "1" }, result);
    expect(await look()).toBe(expected);
    await service.clock.advance(60_000);
    expect(await look()).toBe(expected);
  });

  test("but not twice, and not as never scheduled once it runs", async () => {
    const { service, job_id } = await start();
    await service.clock.advance(2000);
    expect(() => service.finish({ job_id, build_no: 1 }, "never-scheduled")).toThrow("Build 1 is running");
    service.finish({ job_id, build_no: 1 });
    expect(() => service.finish({ job_id, build_no: 1 })).toThrow("already ended as success");
    expect(() => service.finish({ job_id, build_no: 2 })).toThrow("The task has no build 2: its builds are 1.");
  });

  test("fault 15: stopBuildJob answers with the documented body, once", async () => {
    const { service, look, stop } = await start();
    await service.clock.advance(2000);
    const stopped = await stop();
    expect([stopped.status, await stopped.json()]).toEqual([200, { success: true, result: "" }]);
    expect(await look()).toBe("ABORTED idle A:error(1000) B:");
    expect(await outcome(stop())).toBe("200 DEV.CB.032302");
  });

  test("fault 15: stopJob answers with the empty body that was recorded, once", async () => {
    const { service, job_id, send, look } = await start();
    const stop = (): Promise<Response> => send("POST /v3/jobs/stop", { job_id, build_no: "1" });
    await service.clock.advance(2000);
    const stopped = await stop();
    expect([stopped.status, await stopped.text(), stopped.headers.get("content-length")]).toEqual([200, "", "0"]);
    expect(await look()).toBe("ABORTED idle A:error(1000) B:");
    expect(await outcome(stop())).toBe("200 DEV.CB.032302");
  });

  test("a build that was stopped in the queue has no log", async () => {
    const { send, job_id, stop } = await start();
    expect(await outcome(send(`GET /v3/jobs/${job_id}/1/real-time-log?offset=0`))).toBe("200");
    await stop();
    expect(await outcome(send(`GET /v3/jobs/${job_id}/1/real-time-log?offset=0`))).toBe("500 CB.00030004");
  });
});

describe("the log grows with the build", () => {
  interface Piece {
    result: { content: string; offset: number; current_offset: number; has_more_data: boolean };
  }

  test("step by step, and pieces of it join to the whole", async () => {
    const { service, job_id, send } = await start({ log: { A: "one\ntwo\n", B: "three" } });
    const piece = async (offset: number, length = ""): Promise<unknown> => {
      const { result } = await read<Piece>(
        send(`GET /v3/jobs/${job_id}/1/real-time-log?offset=${offset}${length && `&length=${length}`}`),
      );
      return [result.current_offset, result.content, result.offset, result.has_more_data];
    };
    expect(await piece(0)).toEqual([0, "", 0, true]);
    await service.clock.advance(2000);
    expect(await piece(0)).toEqual([0, "one\n", 4, true]);
    await service.clock.advance(1000);
    expect(await piece(4)).toEqual([4, "two\n", 8, true]);
    expect(await piece(0, "6")).toEqual([0, "one\ntw", 6, true]);
    await service.clock.advance(2000);
    expect(await piece(8)).toEqual([8, "three", 13, false]);
    expect(await piece(13)).toEqual([13, "", 13, false]);
    expect(await piece(99)).toEqual([99, "", 99, false]);
  });

  test("by default each step says what it does, with time and level", async () => {
    const { service, job_id, send } = await start({}, ["A"]);
    await service.clock.advance(60_000);
    const { record_id = "" } = service.state.jobs[0]?.builds[0] ?? {};
    const info = [
      "[2026/01/05 09:00:01.400 GMT+08:00] [INFO] [A] started · 开始\n",
      "[2026/01/05 09:00:02.200 GMT+08:00] [INFO] [A] working …\n",
      "[2026/01/05 09:00:02.600 GMT+08:00] [INFO] [A] done ✅\n",
    ];
    const debug = "[2026/01/05 09:00:01.800 GMT+08:00] [DEBUG] [A] working directory /home/build/workspace\n";
    const download = async (query: string): Promise<string> => (await send(`GET /v4/${record_id}/${query}`)).text();
    expect(await download("download-log")).toBe(info.join(""));
    expect(await download("download-log?log_level=DEBUG")).toBe([info[0], debug, info[1], info[2]].join(""));
    expect(await download("task-log?task_name=stage1&log_level=INFO")).toBe(info.join(""));
    for (const name of ["stage2", "stage0", "A", "stage1.5"]) {
      expect(await outcome(send(`GET /v4/${record_id}/task-log?task_name=${name}`)), name).toBe("422 CB.00031006");
    }
    expect((await read<Piece>(send(`GET /v3/jobs/${job_id}/1/real-time-log?offset=0`))).result.content).toBe(
      info.join(""),
    );
  });

  test("a failed step says so", async () => {
    const { service } = await start({ outcome: "failure", endsAt: "A" });
    await service.clock.advance(60_000);
    const log = service.state.jobs[0]?.builds[0]?.log ?? "";
    expect(log).toContain("[ERROR] [A] failed: exit code 1 ❌");
    expect(log).not.toContain("[B]");
  });

  test("what was written stays, whatever happens to the build", () => {
    const plan = fc.record({
      outcome: fc.constantFrom("success" as const, "failure" as const, "aborted" as const, "never-scheduled" as const),
      queue: fc.integer({ min: 0, max: 3000 }),
      duration: fc.constantFrom(0, 700, 2000, Infinity),
      log: fc.constantFrom({}, { A: "x\ny\n" }, { B: "ü\n🚀" }),
    });
    const ending = fc.record({
      at: fc.integer({ min: 0, max: 9000 }),
      result: fc.constantFrom("success" as const, "failure" as const, "aborted" as const),
    });
    fc.assert(
      fc.property(plan, fc.option(ending), (given, end) => {
        const life = new Life(0, writeScript(["A", "B"], given));
        let before = "";
        for (let now = 0; now < 12_000; now += 250) {
          if (end && now >= end.at && now < end.at + 250 && !life.hasEnded(now)) life.end(now, end.result);
          const log = life.log(now);
          expect(log.startsWith(before)).toBe(true);
          if (life.phase(now) === "queued") expect(log).toBe("");
          before = log;
        }
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

describe("parameters of a build", () => {
  test("are the task's, then the run's; sensitive ones are hidden", async () => {
    const service = newSimulator();
    const send = sender(service);
    const definition = (name: string, defaultValue: string, sensitive: boolean): object => ({
      name: "hudson.model.StringParameterDefinition",
      params: Object.entries({ name, defaultValue, sensitiveVar: String(sensitive) }).map(([field, value]) => ({
        name: field,
        value,
      })),
    });
    const config = {
      arch: "x86-64",
      project_id: service.project_id,
      job_name: "demo",
      parameters: [definition("codeBranch", "master", false), definition("key", "s3cret", true)],
      steps: [],
    };
    const { job_id } = (await read<{ result: { job_id: string } }>(send("POST /v3/jobs/create", config))).result;
    await send("POST /v3/jobs/build", {
      job_id,
      parameter: [{ name: "codeBranch", value: "main" }],
      scm: { build_tag: "v1" },
    });
    const details = await read<{ parameters: object }>(send(`GET /v3/jobs/${job_id}/1/history-details`));
    expect(details.parameters).toEqual({ codeBranch: "main", key: "*****" });
    const { result } = await read<{ result: object }>(send(`GET /v4/jobs/${job_id}/1/record-info`));
    expect(result).toMatchObject({ branch: "main", tag: "v1", build_type: "tag" });
    expect(service.state.jobs[0]?.builds[0]?.parameters).toEqual({ codeBranch: "main", key: "s3cret" });
  });
});

describe("what a build makes", () => {
  const outputs = async (plan: BuildPlan): Promise<unknown> => {
    const { service, send, job_id } = await start(plan);
    await service.clock.advance(60_000);
    const { result } = await read<{
      result: { package_info: unknown; package_infos: object; image_infos: object | null };
    }>(send(`GET /v3/jobs/${job_id}/1/output-info`));
    return [
      Object.keys(result.package_infos),
      result.package_info !== null,
      result.image_infos && Object.keys(result.image_infos),
    ];
  };

  test("is a package named after the task, unless it is planned otherwise, and nothing without success", async () => {
    expect(await outputs({})).toEqual([["demo"], true, null]);
    expect(await outputs({ packages: ["a.jar", "b.jar"], images: ["web"] })).toEqual([
      ["a.jar", "b.jar"],
      true,
      ["web"],
    ]);
    expect(await outputs({ packages: [] })).toEqual([[], false, null]);
    expect(await outputs({ outcome: "failure", packages: ["a.jar"] })).toEqual([[], false, null]);
  });
});
