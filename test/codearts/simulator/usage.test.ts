// The simulator as a user's tests have it: by the package's names alone.
import { CodeArtsBuild, ConfigurationError, RateLimitError, isCodeArtsBuildError } from "codearts-build";
import { createSimulator, type JobSeed, type Simulator } from "codearts-build/simulator";
import { describe, expect, test } from "vitest";

describe("the first lines of a user's test", () => {
  test("a client needs the simulator's address, fetch and credentials", async () => {
    const service = createSimulator({ clock: "manual" });
    const { job_id } = service.addJob({ job_name: "demo", steps: ["Code checkout", "Build with Maven"] });
    const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, credentials: service.credentials() });
    expect(await build.showJobStatus({ job_id })).toEqual({ result: false });
  });

  test("by default its clock is the machine's", () => {
    expect(Math.abs(createSimulator().clock.now() - Date.now())).toBeLessThan(1_000);
  });
});

describe("a clock that the test moves", () => {
  function world() {
    const service = createSimulator({ clock: "manual" });
    const { job_id } = service.addJob({ job_name: "demo", steps: ["Code checkout", "Build with Maven"] });
    const { url: baseUrl, fetch, clock } = service;
    return {
      service,
      clock,
      job_id,
      build: new CodeArtsBuild({ baseUrl, fetch, clock, credentials: service.credentials() }),
    };
  }

  test("until() brings a wait to its end, in no time", async () => {
    const { service, clock, build, job_id } = world();
    service.plan(job_id, { queue: 60_000, duration: 20 * 60_000, outcome: "failure", endsAt: "Build with Maven" });
    const { actual_build_number: build_no } = await build.runJob({ job_id });
    const before = clock.now();
    const { result } = await clock.until(build.waitForBuild({ job_id, build_no }));
    expect(result).toBe("failure");
    // The queue, two steps, and at most one pause between two polls.
    expect(clock.now() - before).toBeGreaterThanOrEqual(41 * 60_000);
    expect(clock.now() - before).toBeLessThan(41 * 60_000 + 20_000);
  });

  test("until() takes a whole automation", async () => {
    const { service, clock, build, job_id } = world();
    async function releaseAndReport(): Promise<string> {
      const { actual_build_number: build_no } = await build.runJob({ job_id });
      let log = "";
      for await (const text of build.followLog({ job_id, build_no })) log += text;
      const { result } = await build.waitForBuild({ job_id, build_no });
      return `${result}, ${log.trim().split("\n").length} lines`;
    }
    service.fault({ operation: "downloadRealTimeLog", status: 503 });
    expect(await clock.until(releaseAndReport())).toBe("success, 6 lines");
  });

  test("advance() looks at what happens on the way", async () => {
    const { service, clock, build, job_id } = world();
    const seen: string[] = [];
    const { actual_build_number: build_no } = await build.runJob({ job_id });
    const waiting = build.waitForBuild({ job_id, build_no }, { onProgress: ({ state }) => seen.push(state) });
    await clock.advance(500);
    expect([seen, service.state.jobs[0]?.builds[0]?.phase]).toEqual([["QUEUED"], "queued"]);
    await clock.advance(3_000);
    expect([seen.at(-1), service.state.jobs[0]?.builds[0]?.phase]).toEqual(["RUNNING", "running"]);
    service.finish({ job_id, build_no }, "aborted");
    expect((await clock.until(waiting)).result).toBe("aborted");
  });

  test("until() says what is missing when the client has a clock of its own", async () => {
    const { service, clock, job_id } = world();
    const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, credentials: service.credentials() });
    const { actual_build_number: build_no } = await build.runJob({ job_id });
    const controller = new AbortController();
    const waiting = build.waitForBuild({ job_id, build_no }, { signal: controller.signal });
    const stopped = expect(waiting).rejects.toThrow("abort");
    await expect(clock.until(waiting)).rejects.toThrow("was the client made with clock: service.clock?");
    controller.abort();
    await stopped;
  });
});

test("a fault reaches the client as what it stands for", async () => {
  const service = createSimulator();
  const { job_id } = service.addJob();
  const build = new CodeArtsBuild({
    baseUrl: service.url,
    fetch: service.fetch,
    credentials: service.credentials(),
    retries: 0,
  });
  service.fault({ operation: "runJob", status: 429, retryAfter: 3 });
  await expect(build.runJob({ job_id })).rejects.toBeInstanceOf(RateLimitError);
  expect(service.requests.map(({ operation, status }) => `${operation} ${status}`)).toEqual(["runJob 429"]);
});

describe("what cannot be is an error at once, in words that say what to do", () => {
  const fault = (asked: object) => (service: Simulator) => service.fault(asked);
  const known = "48c66c6002964721be537cdc6ce0297b";
  const cases: Array<[string, string, (service: Simulator) => unknown]> = [
    ["a clock", 'clock is "fake": give one of manual, real.', () => createSimulator({ clock: "fake" as never })],
    ["credentials", 'kind is "key": give one of', (service) => service.credentials("key" as "token")],
    ["a fault that does nothing", "The fault says nothing that goes wrong: give one of latency", fault({ times: 2 })],
    ["a fault that switches off", "The fault says nothing that goes wrong", fault({ reset: false })],
    [
      "a fault's operation",
      'There is no operation "runjob": write runJob.',
      fault({ operation: "runjob", reset: true }),
    ],
    [
      "another",
      'no operation "start": give an operationId, such as runJob',
      fault({ operation: "start", reset: true }),
    ],
    ["a fault's status", "status is 302: give 200, or a status of an error from 400 to 599.", fault({ status: 302 })],
    ["a fault's count", "times is 1.5: give a whole number.", fault({ reset: true, times: 1.5 })],
    ["no times", "times is 0: give a number from 1 on.", fault({ reset: true, times: 0 })],
    ["a latency", "latency is -1: give a number from 0 on.", fault({ latency: -1 })],
    ["a cut", "truncate is -1: give a number from 0 on.", fault({ truncate: -1 })],
    ["a skew", "skew is NaN", fault({ skew: NaN })],
    ["a time to come back", "retryAfter is -1: give a number from 0 on.", fault({ status: 429, retryAfter: -1 })],
    ["pieces", "slow.bytes is 0: give a number from 1 on.", fault({ slow: { bytes: 0, milliseconds: 1 } })],
    ["pauses", "slow.milliseconds is -1", fault({ slow: { bytes: 1, milliseconds: -1 } })],
    ["steps", "steps is not a list", (service) => service.addJob({ steps: "A" } as unknown as JobSeed)],
    ["a name twice", 'has a task named "demo" already', (service) => service.addJob({ job_name: "demo" })],
    ["an id's form", 'job_id "1" does not have the form', (service) => service.addJob({ job_id: "1" })],
    ["an id twice", `job_id "${known}" exists already.`, (service) => service.addJob({ job_id: known })],
    ["an unknown task", 'There is no task "1": add it with addJob().', (service) => service.plan("1", {})],
    ["a plan's length", "duration is -5: give a number from 0 on.", (service) => service.plan(known, { duration: -5 })],
    ["a plan's queue", "queue is NaN: give a number from 0 on.", (service) => service.plan(known, { queue: NaN })],
    [
      "an outcome",
      'outcome is "ok": give one of success,',
      (service) => service.plan(known, { outcome: "ok" as "success" }),
    ],
    ["a build's time", "at is no time", (service) => service.addBuild({ job_id: known, at: new Date(NaN) })],
    ["a build's task", 'There is no task "1"', (service) => service.addBuild({ job_id: "1" })],
    ["a finished task", 'There is no task "1"', (service) => service.finish({ job_id: "1", build_no: 1 })],
    [
      "a finished build",
      "no build 3: its builds are none.",
      (service) => service.finish({ job_id: known, build_no: 3 }),
    ],
    [
      "a template twice",
      'uuid "u" exists already.',
      (service) => service.addTemplate({ ...service.addTemplate({ name: "a", uuid: "u" }), name: "b" }),
    ],
    ["a keystore", "content is no Uint8Array", (service) => service.addKeystore("k", "text" as unknown as Uint8Array)],
  ];

  test.each(cases)("%s", (_, words, act) => {
    const service = createSimulator();
    service.addJob({ job_id: known, job_name: "demo" });
    const before = service.state;
    let thrown: unknown;
    try {
      act(service);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConfigurationError);
    expect(isCodeArtsBuildError(thrown)).toBe(true);
    expect((thrown as Error).message).toContain(words);
    // Nothing was done halfway.
    expect(service.state.jobs).toEqual(before.jobs);
  });
});
