import { describe, expect, test } from "vitest";
import { BuildFailedError } from "../../../generator/codearts/runtime/errors.js";
import { ConfigurationError, TimeoutError } from "../../../generator/runtime/errors.js";
import type { LogEvent } from "../../../generator/runtime/options.js";
import type { BuildProgress } from "../../../generator/codearts/runtime/wait.js";
import { read, rejection, rejectionOf, TestClient } from "../../runtime/support/client.js";
import { TestClock } from "../../runtime/support/clock.js";
import { type Handler, json, reset, serve, silence } from "../../runtime/support/server.js";

const build = { job_id: "job-1", build_no: 12 };
const state = (status: unknown): Handler => json({ result: { status }, status: "success" });

/** A service whose record answers in turn, the last answer staying, and whose steps are fixed. */
function service(
  records: Handler[],
  steps: Handler = json({ build_steps: [] }),
): { handler: Handler; polls: () => number } {
  let polls = 0;
  return {
    polls: () => polls,
    handler(response, request, turn) {
      if (request.url.includes("history-details")) {
        steps(response, request, turn);
        return;
      }
      records[Math.min(polls++, records.length - 1)]?.(response, request, turn);
    },
  };
}

async function client(records: Handler[], steps?: Handler, clock = new TestClock()) {
  const { handler, polls } = service(records, steps);
  const { url, arrived } = await serve(handler);
  return { client: new TestClient(url, { clock, retries: 0 }), arrived, polls };
}

describe("how a build ends", () => {
  test.each([
    ["SUCCESS", "success"],
    ["FAILURE", "failure"],
    ["ABORTED", "aborted"],
    ["SCHEDULE_FAILURE", "never-scheduled"],
  ])("%s is %s", async (word, result) => {
    const { client: it, arrived } = await client([state("InQueue"), state("Running"), state(word)]);
    const outcome = await it.waitForBuild(build);
    expect(outcome).toEqual({
      result,
      state: word,
      elapsed: expect.any(Number) as number,
      record: { result: { status: word }, status: "success" },
    });
    expect(arrived.map(({ url }) => url)).toEqual(Array(3).fill("/v4/jobs/job-1/12/record-info"));
  });

  test("`throwOnFailure` makes all but success an error", async () => {
    const failed = await client([state("ABORTED")]);
    const error = await rejectionOf(BuildFailedError, failed.client.waitForBuild(build, { throwOnFailure: true }));
    expect(error.message).toBe("waitForBuild: build 12 of task job-1 ended as ABORTED (aborted).");
    expect(error.outcome).toMatchObject({ result: "aborted", state: "ABORTED", elapsed: 0 });
    const { client: well } = await client([state("SUCCESS")]);
    expect((await well.waitForBuild(build, { throwOnFailure: true })).result).toBe("success");
  });

  test("the build number may be text", async () => {
    const { client: it, arrived } = await client([state("SUCCESS")]);
    await it.waitForBuild({ ...build, build_no: "12" });
    expect(arrived[0]?.url).toBe("/v4/jobs/job-1/12/record-info");
  });

  test.each(["", "0", -1, 1.5, NaN, "20260101.1", undefined])("%j is no build number", async (build_no) => {
    const { client: it } = await client([state("SUCCESS")]);
    expect((await rejection(it.waitForBuild({ job_id: "j", build_no: build_no as string }))).message).toBe(
      `waitForBuild: build_no is "${build_no}": give the number of a build, 1 or greater; as text from 2^53 on.`,
    );
  });
});

describe("the wait", () => {
  test("grows from 2 to 15 seconds, with jitter", async () => {
    const clock = new TestClock();
    const { client: it } = await client(
      [...Array<Handler>(9).fill(state("Running")), state("SUCCESS")],
      undefined,
      clock,
    );
    const { elapsed } = await it.waitForBuild(build);
    const bounds = [2, 3, 4.5, 6.75, 10.125, 15, 15, 15, 15].map((middle) => middle * 1000);
    expect(clock.waits).toHaveLength(9);
    for (const [i, middle] of bounds.entries()) {
      expect(clock.waits[i]).toBeGreaterThanOrEqual(middle * 0.8);
      expect(clock.waits[i]).toBeLessThanOrEqual(middle * 1.2);
    }
    expect(elapsed).toBeCloseTo(clock.waits.reduce((sum, wait) => sum + wait));
    expect(clock.pending).toBe(0);
  });

  test("goes on through unknown states, and tells at the deadline what it saw", async () => {
    const { client: it } = await client([state("InQueue"), state("Hibernating"), state(null)]);
    const error = await rejection(it.waitForBuild(build, { deadline: 100_000 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toBe(
      "waitForBuild: build 12 of task job-1 did not end within 100000 ms. States seen: InQueue, Hibernating, (none).",
    );
    expect(it.clock.pending).toBe(0);
  });

  test("ends at the deadline during a poll, too", async () => {
    const { client: it, arrived } = await client([silence]);
    const waiting = it.waitForBuild(build, { deadline: 70_000 });
    waiting.catch(() => undefined);
    while (!arrived.length) await new Promise((resolve) => setTimeout(resolve, 2));
    for (let i = 0; i < 8; i++) {
      it.clock.advance(10_000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await rejection(waiting)).message).toBe(
      "waitForBuild: build 12 of task job-1 did not end within 70000 ms. States seen: none.",
    );
  });

  test("a state that only looks like one of the known is unknown", async () => {
    const { client: it } = await client([state("toString"), state("success"), state("SUCCESS")]);
    expect((await it.waitForBuild(build)).state).toBe("SUCCESS");
  });

  test("an abort ends it within 50 ms, and leaves nothing behind", async () => {
    const { client: it, arrived } = await client([state("Running")], undefined, new TestClock({ skip: 1 }));
    const controller = new AbortController();
    const waiting = it.waitForBuild(build, { signal: controller.signal });
    waiting.catch(() => undefined);
    while (!arrived.length) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const began = performance.now();
    controller.abort(new Error("enough"));
    expect((await rejection(waiting)).message).toBe("enough");
    expect(performance.now() - began).toBeLessThan(50);
    expect(it.clock.pending).toBe(0);
  });

  test("survives polls that fail in passing, but not for ever", async () => {
    const fault = json({}, 503);
    const { client: it } = await client([state("Running"), reset, fault, reset, fault, reset, state("SUCCESS")]);
    expect((await it.waitForBuild(build)).result).toBe("success");
    const flaky = [
      ...Array<Handler>(5).fill(fault),
      state("Running"),
      ...Array<Handler>(5).fill(fault),
      state("SUCCESS"),
    ];
    const { client: patient } = await client(flaky);
    expect((await patient.waitForBuild(build)).result).toBe("success");
    const dead = await client([state("Running"), fault]);
    expect((await rejection(dead.client.waitForBuild(build))).name).toBe("ApiError");
    expect(dead.polls()).toBe(7);
  });

  test("an error that does not pass ends it at once", async () => {
    const { client: it, polls } = await client([state("Running"), json({ error_code: "CB.00031006" }, 422)]);
    expect((await rejection(it.waitForBuild(build))).name).toBe("NotFoundError");
    expect(polls()).toBe(2);
  });
});

describe("a build that the service does not know yet", () => {
  test.each([
    [json({}, 404)],
    [json({ error_code: "CB.00031006" }, 422)],
    [json({ error_code: "DEVCB.00030000" }, 422)],
    [json({ error_code: "CB.00031059" }, 403)],
  ])("fault 13: is waited for, because it was just started (%#)", async (unknown) => {
    const { client: it, polls } = await client([unknown, unknown, state("Running"), state("SUCCESS")]);
    expect((await it.waitForBuild(build)).result).toBe("success");
    expect(polls()).toBe(4);
  });

  test("fault 13: for ten seconds at most", async () => {
    const { client: it, polls } = await client([json({}, 404)]);
    expect((await rejection(it.waitForBuild(build))).name).toBe("NotFoundError");
    expect(it.clock.waits.reduce((sum, wait) => sum + wait)).toBeCloseTo(10_000);
    expect(polls()).toBeGreaterThan(2);
  });

  test("fault 13: but not when it may not be seen, or no such route exists", async () => {
    const { client: it, polls } = await client([json({ error_code: "APIGW.0101" }, 404)]);
    expect((await rejection(it.waitForBuild(build))).name).toBe("ApiError");
    expect(polls()).toBe(1);
  });
});

describe("a clock that somebody sets while the client waits", () => {
  test.each([-3_600_000, 3_600_000, 86_400_000])("fault 13: by %i ms changes no elapsed time", async (jump) => {
    const clock = new TestClock();
    const { client: it } = await client([state("Running"), state("Running"), state("SUCCESS")], undefined, clock);
    const seen: number[] = [];
    const { elapsed } = await it.waitForBuild(build, {
      deadline: 60_000,
      onProgress: ({ elapsed }) => {
        seen.push(elapsed);
        clock.set(jump);
      },
    });
    expect(elapsed).toBe(seen.at(-1));
    expect(elapsed).toBeCloseTo(clock.waits.reduce((sum, wait) => sum + wait));
  });

  test.each([-86_400_000, 86_400_000])(
    "fault 13: by %i ms changes no retry, and no time that is logged",
    async (jump) => {
      const clock = new TestClock();
      const times: number[] = [];
      const { url, arrived } = await serve((response, request, turn) => {
        if (turn === 1) clock.set(jump);
        (turn < 2 ? json({}, 503) : json({}))(response, request, turn);
      });
      const logger = ({ milliseconds = 0 }: LogEvent): void => void times.push(milliseconds);
      clock.set(jump);
      await new TestClient(url, { clock, logger }).send(read);
      expect(arrived).toHaveLength(3);
      for (const time of times) expect(Math.abs(time - 10_000)).toBeLessThanOrEqual(10_000);
    },
  );
});

test("fault 13: a number that JavaScript cannot hold stays exact as text, and is refused as a number", async () => {
  const { client: it, arrived } = await client([state("SUCCESS")]);
  await it.waitForBuild({ job_id: "j", build_no: "9007199254740993" });
  expect(arrived[0]?.url).toBe("/v4/jobs/j/9007199254740993/record-info");
  const inexact = it.waitForBuild({ job_id: "j", build_no: 2 ** 53 });
  expect((await rejectionOf(ConfigurationError, inexact)).message).toContain("as text from 2^53 on");
});

describe("progress", () => {
  const steps = (...statuses: string[]): Handler =>
    json({ build_steps: statuses.map((status, i) => ({ name: `step ${i + 1}`, status, build_time: 1 })) });

  test.each<[Handler, unknown]>([
    [steps("success", "running", ""), { name: "step 2", status: "running" }],
    [steps("success", "error", ""), { name: "step 2", status: "error" }],
    [steps("", ""), undefined],
    [json({}), undefined],
    [json({ build_steps: { name: "x" } }), undefined],
    [json({}, 500), undefined],
  ])("the current step: %#", async (handler, step) => {
    const { client: it, arrived } = await client([state("SUCCESS")], handler);
    const seen: BuildProgress[] = [];
    await it.waitForBuild(build, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([{ state: "SUCCESS", elapsed: 0, step }]);
    expect(arrived.at(-1)?.url).toBe("/v3/jobs/job-1/12/history-details");
  });

  test("state and elapsed time at each poll", async () => {
    const { client: it } = await client([state("InQueue"), reset, state("Running"), state("SUCCESS")]);
    const seen: BuildProgress[] = [];
    await it.waitForBuild(build, { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ state }) => state)).toEqual(["InQueue", "Running", "SUCCESS"]);
    expect(seen[0]?.elapsed).toBe(0);
    expect(seen[2]?.elapsed).toBeGreaterThan(seen[1]?.elapsed ?? Infinity);
  });

  test("steps are not asked for when nobody listens", async () => {
    const { client: it, arrived } = await client([state("SUCCESS")]);
    await it.waitForBuild(build);
    expect(arrived).toHaveLength(1);
  });

  test("an error of the callback ends the wait", async () => {
    const { client: it } = await client([state("Running")]);
    const onProgress = (): void => {
      throw new Error("terminal is gone");
    };
    expect((await rejection(it.waitForBuild(build, { onProgress }))).message).toBe("terminal is gone");
  });
});
