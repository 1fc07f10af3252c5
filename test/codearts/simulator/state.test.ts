import { describe, expect, test } from "vitest";
import { outcome, read, sender } from "./requests.js";
import { newSimulator } from "./specification.js";

const DAY = 86_400_000;
const steps = [{ module_id: "devcloud2018.codeci_action_20043.action", name: "Build" }];

describe("a task", () => {
  test("is created, read, changed, listed, disabled, restored and deleted", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { project_id } = service;
    const config = { arch: "x86-64", project_id, job_name: "first", steps, flavor: "2u8g" };
    const created = await read<{ result: { job_id: string } }>(send("POST /v3/jobs/create", { ...config, ignored: 1 }));
    const { job_id } = created.result;
    expect(await read(send(`GET /v3/jobs/${job_id}/query`))).toEqual({
      result: { ...config, parameters: [] },
      error: null,
      status: "success",
    });

    const changed = { arch: "arm64", project_id, job_id, job_name: "second", steps };
    expect(await read(send("POST /v3/jobs/update", changed))).toMatchObject({ result: { job_id }, status: "success" });
    // What is left out is not kept.
    const { result } = await read<{ result: object }>(send(`GET /v3/jobs/${job_id}/query`));
    expect(result).toEqual({ arch: "arm64", project_id, job_name: "second", steps, parameters: [] });

    const names = async (): Promise<unknown> => {
      const { jobs, total } = await read<{ jobs: Array<{ job_name: string; disabled: boolean }>; total: number }>(
        send(`GET /v3/${project_id}/jobs?page_size=100`),
      );
      return [total, ...jobs.map(({ job_name, disabled }) => `${job_name}${disabled ? " (disabled)" : ""}`)];
    };
    expect(await names()).toEqual([1, "second"]);
    await send(`POST /v3/jobs/${job_id}/disable`, {});
    expect(await names()).toEqual([1, "second (disabled)"]);
    expect(await outcome(send("POST /v3/jobs/build", { job_id }))).toBe("422 DEVCB.00030000");
    await send(`POST /v3/jobs/${job_id}/recover`, {});
    expect(await outcome(send("POST /v3/jobs/build", { job_id }))).toBe("200");
    expect(await read(send(`POST /v3/jobs/${job_id}/delete`, {}))).toEqual({
      status: "success",
      result: { job_id, project_id },
    });
    expect(await names()).toEqual([0]);
    expect(await outcome(send(`POST /v3/jobs/${job_id}/recover`, {}))).toBe("422 CB.00031006");
  });

  test("keeps what listJobConfig gives when it is sent back whole", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { job_id } = service.addJob({ parameters: { codeBranch: "main", other: "x" } });
    const get = (): Promise<{ result: object }> => read(send(`GET /v3/jobs/${job_id}/query`));
    const before = await get();
    expect(await outcome(send("POST /v3/jobs/update", { ...before.result, job_id }))).toBe("200");
    expect(await get()).toEqual(before);
  });

  test("has a name of its own in its project; a second one is refused with status 200", async () => {
    const service = newSimulator();
    const send = sender(service);
    service.addJob({ job_name: "taken" });
    const { job_id, project_id } = service.addJob({ job_name: "other" });
    const config = { arch: "x86-64", project_id, job_name: "taken", steps };
    const refused = { result: {}, error: "A task named taken exists in the project.", status: "fail" };
    expect(await read(send("POST /v3/jobs/create", config))).toEqual(refused);
    expect(await read(send("POST /v3/jobs/update", { ...config, job_id }))).toEqual(refused);
    expect(service.state.jobs.map(({ job_name }) => job_name)).toEqual(["taken", "other"]);
  });

  test("that is disabled or deleted stops what runs of it", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { job_id } = service.addJob();
    await send("POST /v3/jobs/build", { job_id });
    await service.clock.advance(2000);
    await send("POST /v3/jobs/build", { job_id });
    await send(`POST /v3/jobs/${job_id}/disable`, {});
    expect(service.state.jobs[0]?.builds.map(({ phase }) => phase)).toEqual(["aborted", "aborted"]);
    expect(await read(send(`GET /v3/jobs/${job_id}/status`))).toEqual({ result: false });
  });

  test("shows the colour and the health of its builds", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { job_id, project_id } = service.addJob();
    const look = async (): Promise<unknown> => {
      const { jobs } = await read<{ jobs: Array<Record<string, unknown>> }>(
        send(`GET /v3/${project_id}/jobs?page_size=1`),
      );
      return [jobs[0]?.last_build_status, jobs[0]?.health_score, jobs[0]?.is_finished, jobs[0]?.build_number];
    };
    expect(await look()).toEqual(["none", 100, true, undefined]);
    service.addBuild({ job_id });
    expect(await look()).toEqual(["blue", 100, true, "1"]);
    service.addBuild({ job_id, outcome: "failure" });
    expect(await look()).toEqual(["red", 50, true, "2"]);
    service.addBuild({ job_id, outcome: "aborted" });
    expect(await look()).toEqual(["aborted", 33, true, "3"]);
    await send("POST /v3/jobs/build", { job_id });
    expect(await look()).toEqual(["building", 33, false, "4"]);
    expect((await read<{ result: object }>(send(`GET /v1/job/${job_id}/info`))).result).toMatchObject({
      running_status: "InQueue",
      last_build_status: "building",
      health_score: 33,
    });
  });
});

describe("history", () => {
  /** Builds of today, yesterday, ten and forty days ago; today's is 09:00 local time. */
  async function past() {
    const service = newSimulator();
    const { job_id, project_id } = service.addJob({ repository: "git@codehub.example.com:demo/shop.git" });
    const now = service.clock.now();
    service.addBuild({ job_id, at: now - 40 * DAY });
    service.addBuild({ job_id, at: new Date(now - 10 * DAY), outcome: "failure" });
    service.addBuild({ job_id, at: now - DAY });
    service.addBuild({ job_id, outcome: "aborted" });
    const send = sender(service);
    await send("POST /v3/jobs/build", { job_id });
    return { service, job_id, project_id, send };
  }

  interface Records {
    total: number;
    history_records: Array<{ build_number: number; result: string; record_id: string }>;
  }

  const brief = ({ total, history_records }: Records): unknown => [
    total,
    ...history_records.map((one) => one.build_number),
  ];

  test("of the last days counts back from now, newest first, without what still runs", async () => {
    const { send, job_id, service } = await past();
    const days = (interval: number): Promise<Records> =>
      read(send(`GET /v3/jobs/${job_id}/history?offset=0&limit=10&interval=${interval}`));
    expect(brief(await days(0))).toEqual([0]);
    expect(brief(await days(1))).toEqual([2, 4, 3]);
    expect(brief(await days(30))).toEqual([3, 4, 3, 2]);
    await service.clock.advance(10_000);
    expect(brief(await days(1))).toEqual([2, 5, 4]);
  });

  test("of a period has both days in it, by the service's local time", async () => {
    const { send, job_id } = await past();
    const period = (from: string, to: string): Promise<Records> =>
      read(send(`GET /v3/jobs/${job_id}/period-history?offset=0&limit=10&start_time=${from}&end_time=${to}`));
    expect(brief(await period("2026-01-04", "2026-01-04"))).toEqual([1, 3]);
    expect(brief(await period("2026-01-04", "2026-01-05"))).toEqual([2, 4, 3]);
    expect((await period("2026-01-04", "2026-01-04")).history_records[0]).toEqual({
      record_id: "20260104.1",
      job_id,
      build_number: 3,
      start_time: "2026-01-04T09:00:01+08:00",
      end_time: "2026-01-04T09:00:05+08:00",
      result: "SUCCESS",
      branch: "master",
      commit_id: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      commit_message: "Make the build faster · 加快构建速度 🚀",
      executor: "simulator",
      trigger_type: "MANUAL",
    });
  });

  test("goes page by page", async () => {
    const { send, job_id } = await past();
    const page = (offset: number): Promise<Records> =>
      read(send(`GET /v3/jobs/${job_id}/history?offset=${offset}&limit=2&interval=30`));
    expect([brief(await page(0)), brief(await page(1)), brief(await page(2))]).toEqual([[3, 4, 3], [3, 2], [3]]);
  });

  test("of exact times holds what still runs, too", async () => {
    const { send, job_id, service } = await past();
    interface Page {
      result: {
        total_record: string;
        total_page: string;
        job_build_states: Array<{ number: number; state?: string; job_running_status: string }>;
      };
    }
    const list = async (from: string, to: string, more = ""): Promise<unknown> => {
      const query = `start_time=${encodeURIComponent(from)}&end_time=${encodeURIComponent(to)}${more}`;
      const { result } = await read<Page>(send(`GET /v3/jobs/${job_id}/build-info-records?${query}`));
      return [
        result.total_record,
        result.total_page,
        ...result.job_build_states.map((one) => [one.number, one.job_running_status, one.state]),
      ];
    };
    expect(await list("2026-01-05 00:00:00", "2026-01-05 09:00:01")).toEqual([
      "2",
      "1",
      [5, "InQueue", undefined],
      [4, "Finished", "ABORTED"],
    ]);
    expect(await list("2026-01-04 09:00:01", "2026-01-04 09:00:01")).toEqual(["1", "1", [3, "Finished", "SUCCESS"]]);
    expect(await list("2026-01-04 09:00:02", "2026-01-04 09:00:03")).toEqual(["0", "0"]);
    await service.clock.advance(2000);
    expect(await list("2026-01-04 00:00:00", "2026-01-05 10:00:00", "&page_size=1&page_index=2")).toEqual([
      "3",
      "3",
      [3, "Finished", "SUCCESS"],
    ]);
  });

  test("gives the success rate of what has ended", async () => {
    const { send, job_id } = await past();
    const rate = (from: string, to: string): Promise<unknown> =>
      read(send(`GET /v3/jobs/${job_id}/success-ratio?start_time=${from}&end_time=${to}`));
    expect(await rate("2025-01-01", "2026-01-05")).toEqual({ success_count: 2, total_count: 4, success_ratio: 0.5 });
    expect(await rate("2025-12-20", "2026-01-05")).toEqual({ success_count: 1, total_count: 3, success_ratio: 0.33 });
    expect(await rate("2020-01-01", "2020-01-02")).toEqual({ success_count: 0, total_count: 0, success_ratio: 0 });
  });

  test("finds the last success of a repository", async () => {
    const { send, project_id, service } = await past();
    const last = (name: string): Promise<Response> =>
      send(`GET /v3/jobs/${project_id}/last-history?repository_name=${name}`);
    expect(await read(last("shop"))).toMatchObject({ build_number: 3, record_id: "20260104.1", result: "SUCCESS" });
    await service.clock.advance(10_000);
    expect(await read(last("shop"))).toMatchObject({ build_number: 5 });
    expect(await outcome(last("elsewhere"))).toBe("403 CB.00031059");
  });
});

describe("templates", () => {
  test("are created, found by a part of their name, paged from 1, and deleted", async () => {
    const service = newSimulator();
    const send = sender(service);
    for (const name of ["maven-a", "maven-b", "npm"]) {
      await send("POST /v3/templates/create", { name, template: { steps }, description: "mine" });
    }
    interface Page {
      result: { total_size: number; items: Array<{ name: string; uuid: string; template: { steps: null } }> };
    }
    const list = async (query: string): Promise<unknown> => {
      const { result } = await read<Page>(send(`GET /v3/templates/query?${query}`));
      return [result.total_size, ...result.items.map(({ name }) => name)];
    };
    expect(await list("")).toEqual([3, "maven-a", "maven-b", "npm"]);
    expect(await list("name=maven")).toEqual([2, "maven-a", "maven-b"]);
    expect(await list("page=2&page_size=2")).toEqual([3, "npm"]);
    const { uuid = "" } = service.state.templates[0] ?? {};
    expect(await read(send(`DELETE /v3/templates/${uuid}/delete`))).toMatchObject({
      result: [{ uuid, name: "maven-a" }],
      status: "success",
    });
    expect(await list("")).toEqual([2, "maven-b", "npm"]);
    expect(await outcome(send(`DELETE /v3/templates/${uuid}/delete`))).toBe("422 CB.00031006");
  });
});

describe("notifications", () => {
  test("are set and switched off a channel at a time, under any of its names", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { job_id } = service.addJob();
    const set = (notice_type: string, names: string[]): Promise<Response> =>
      send(`POST /v3/jobs/notice/${job_id}/update`, { notice_type, enabled_event_type_names: names });
    const off = (name: string): Promise<Response> =>
      send(`POST /v3/jobs/notice/${job_id}/disable?notice_type=${name}`, {});
    interface Notices {
      result: Array<{ notice_type: string; enable_map: Record<string, boolean> }>;
    }
    const list = async (): Promise<unknown> => {
      const { result } = await read<Notices>(send(`GET /v3/jobs/notice/${job_id}/query`));
      return result.map(({ notice_type, enable_map }) => [
        notice_type,
        ...Object.keys(enable_map).filter((name) => enable_map[name]),
      ]);
    };
    expect(await list()).toEqual([["DING_TALK"], ["MAIL"], ["MESSAGE"]]);
    await set("MESSAGE", ["deleteJob", "buildJobFail"]);
    await set("email", ["buildJobFail"]);
    expect(await list()).toEqual([["DING_TALK"], ["MAIL", "buildJobFail"], ["MESSAGE", "buildJobFail", "deleteJob"]]);
    await set("MESSAGE", ["forbiddenJob"]);
    await off("email");
    expect(await list()).toEqual([["DING_TALK"], ["MAIL"], ["MESSAGE", "forbiddenJob"]]);
    expect(await outcome(set("PIGEON", []))).toBe("400 CB.00060200");
    expect(await outcome(set("MESSAGE", ["buildJobMaybe"]))).toBe("400 CB.00060200");
    expect(await outcome(off("pigeon"))).toBe("400 CB.00060200");
  });
});

describe("keystores", () => {
  test("come byte for byte; one that does not exist is an error with status 200", async () => {
    const service = newSimulator();
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    service.addKeystore("release.keystore", bytes);
    service.addKeystore("other.keystore", new Uint8Array([1]), "e28d72fb2c0036f1ffdc66718e0c30f7");
    const get = (name: string, domain = service.domain_id): Promise<Response> =>
      sender(service)(`GET /v3/keystore?file_name=${name}&domain_id=${domain}`);
    const answer = await get("release.keystore");
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(await outcome(get("none"))).toBe("200 CB.00031006");
    expect(await outcome(get("other.keystore"))).toBe("200 CB.00031006");
    expect(await outcome(get("other.keystore", "e28d72fb2c0036f1ffdc66718e0c30f7"))).toBe("200");
  });
});

describe("IAM", () => {
  test("lists a project for each region, or the one of a name", async () => {
    const service = newSimulator();
    const list = (query = ""): Promise<{ projects: Array<{ id: string; name: string }> }> =>
      read(sender(service)(`GET /v3/projects${query}`));
    const { projects } = await list();
    expect(projects).toHaveLength(12);
    expect((await list("?name=cn-north-4")).projects).toEqual(projects.filter(({ name }) => name === "cn-north-4"));
    expect((await list("?name=nowhere")).projects).toEqual([]);
  });
});

describe("inspection", () => {
  test("shows the requests that arrived, those without a route too", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { job_id } = service.addJob();
    await service.clock.advance(1000);
    await send("POST /v3/jobs/build", { job_id });
    await send("GET /nowhere?a=b%20c");
    expect(service.requests).toMatchObject([
      {
        operation: "runJob",
        method: "POST",
        path: "/v3/jobs/build",
        query: "",
        headers: { "x-auth-token": service.token, "content-type": "application/json" },
        body: JSON.stringify({ job_id }),
        time: service.clock.now(),
        status: 200,
      },
      { operation: undefined, path: "/nowhere", query: "a=b%20c", status: 404 },
    ]);
  });

  test("shows the state as plain data that later changes do not touch", async () => {
    const service = newSimulator();
    const { job_id, project_id } = service.addJob({ job_name: "demo", steps: ["A"] });
    const before = service.state;
    await sender(service)("POST /v3/jobs/build", { job_id });
    expect(before.jobs).toMatchObject([
      { job_id, job_name: "demo", project_id, disabled: false, builds: [], notices: [], config: { arch: "x86-64" } },
    ]);
    expect(service.state.jobs[0]?.builds).toMatchObject([{ build_no: 1, phase: "queued", result: undefined, log: "" }]);
  });

  test("shows what calls changed: configuration, notifications, templates, keystores", async () => {
    const service = newSimulator();
    const send = sender(service);
    const { job_id, project_id } = service.addJob({ job_name: "demo" });
    const config = { arch: "arm", project_id, job_name: "renamed", steps: [{ module_id: "m", name: "A" }] };
    await send("POST /v3/jobs/update", { ...config, job_id });
    const notice = { notice_type: "EMAIL", enabled_event_type_names: ["buildJobFail"] };
    await send(`POST /v3/jobs/notice/${job_id}/update`, notice);
    const { uuid } = service.addTemplate({ name: "mine" });
    service.addKeystore("android.keystore", new Uint8Array([1]));
    const { jobs, templates, keystores } = service.state;
    expect(jobs).toMatchObject([{ job_name: "renamed", config }]);
    expect(jobs[0]?.notices).toEqual([{ notice_type: "MAIL", events: ["buildJobFail"] }]);
    expect(templates).toEqual([{ uuid, name: "mine" }]);
    expect(keystores).toEqual([{ domain_id: service.domain_id, file_name: "android.keystore" }]);
  });

  test("reset leads back to the beginning, and credentials stay good", async () => {
    const service = newSimulator();
    const fresh = service.state;
    const { token } = service;
    const ids = [service.addJob().job_id, service.project_id];
    service.fault({ status: 500, times: Infinity });
    await sender(service)("GET /v3/projects");
    await service.clock.advance(DAY);
    service.reset();
    expect(service.state).toEqual(fresh);
    expect([service.requests, service.clock.now()]).toEqual([[], Date.UTC(2026, 0, 5, 1)]);
    expect(await outcome(sender(service)("GET /v3/projects", undefined, { "x-auth-token": token }))).toBe("200");
    // The same calls lead to the same ids: tests can be repeated.
    expect([service.addJob().job_id, service.project_id]).toEqual(ids);
  });

  test("ids that are given are kept, and refused when they are not possible", () => {
    const service = newSimulator();
    const given = { job_id: "48c66c6002964721be537cdc6ce0297b", project_id: "6ecbc5bac7c8442fb3d2563d53c13582" };
    expect(service.addJob({ ...given, job_name: "demo" })).toEqual({ ...given, job_name: "demo" });
    const build = { job_id: given.job_id, build_no: 61, record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" };
    expect(service.addBuild(build)).toEqual({ build_no: 61, record_id: build.record_id });
    expect(() => service.addJob(given)).toThrow("exists already");
    expect(() => service.addJob({ job_id: "short" })).toThrow('job_id "short" does not have the form');
    expect(() => service.addBuild(build)).toThrow("exists already");
    expect(() => service.addBuild({ job_id: given.job_id, build_no: 61 })).toThrow(
      "give a whole number greater than 61",
    );
    expect(() => service.addBuild({ job_id: "none" })).toThrow('There is no task "none"');
  });
});
