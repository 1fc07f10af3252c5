import { describe, expect, test } from "vitest";
import type { BuildProgress } from "../../../generator/codearts/runtime/wait.js";
import { collect, rejection, TestClient } from "../../runtime/support/client.js";
import { TestClock } from "../../runtime/support/clock.js";

const build = { job_id: "job-1", build_no: 12 };

/** A client whose polls of the record are answered in turn, the last answer staying: a state, or an error status. */
function client(records: ReadonlyArray<string | number>, steps: object = {}): TestClient {
  let polls = 0;
  const fetch = (url: string): Promise<Response> => {
    if (url.includes("history-details")) return Promise.resolve(Response.json(steps));
    const answer = records[Math.min(polls++, records.length - 1)];
    const status = typeof answer === "number" ? answer : 200;
    return Promise.resolve(Response.json(status === 200 ? { result: { status: answer } } : {}, { status }));
  };
  return new TestClient("http://h.example.com", { fetch, retries: 0, clock: new TestClock() });
}

describe("failed polls", () => {
  test("end a wait when they come in a row, not when polls between them succeed", async () => {
    const spell = [503, 503, 503, "Running"];
    expect((await client([...spell, ...spell, ...spell, "SUCCESS"]).waitForBuild(build)).result).toBe("success");
    expect((await rejection(client(["Running", 503]).waitForBuild(build))).name).toBe("ApiError");
  });
});

describe("the log", () => {
  test.each([true, "true"])(
    "is read on at once, without a look at the build, while has_more_data is %j",
    async (more) => {
      const asked: string[] = [];
      const fetch = (url: string): Promise<Response> => {
        const offset = Number(/offset=(\d+)/.exec(url)?.[1] ?? NaN);
        asked.push(Number.isNaN(offset) ? "record" : `log ${offset}`);
        const chunk = {
          content: offset < 3 ? "x" : "",
          offset: Math.min(offset + 1, 3),
          has_more_data: offset < 2 && more,
        };
        return Promise.resolve(Response.json({ result: Number.isNaN(offset) ? { status: "SUCCESS" } : chunk }));
      };
      const reader = new TestClient("http://h.example.com", { fetch });
      expect(await collect(reader.followLog(build))).toEqual(["x", "x", "x"]);
      expect(asked).toEqual(["log 0", "log 1", "log 2", "record", "log 3"]);
    },
  );
});

describe("the times of polls", () => {
  test("differ between those who wait for the same build", async () => {
    const waiters = Array.from({ length: 5 }, () => client(["Running", "SUCCESS"]));
    await Promise.all(waiters.map((waiter) => waiter.waitForBuild(build)));
    expect(new Set(waiters.map(({ clock }) => clock.waits[0])).size).toBe(5);
  });
});

describe("the current step", () => {
  test("is the one that runs, also when one after it has ended already", async () => {
    const build_steps = ["success", "running", "success", ""].map((status, i) => ({ name: `step ${i + 1}`, status }));
    const seen: BuildProgress[] = [];
    const onProgress = (progress: BuildProgress): void => void seen.push(progress);
    await client(["SUCCESS"], { build_steps }).waitForBuild(build, { onProgress });
    expect(seen.map(({ step }) => step)).toEqual([{ name: "step 2", status: "running" }]);
  });
});

describe("an error of a later poll", () => {
  test("shows the line of the caller in its stack", async () => {
    // Not awaited: the engine itself would follow a chain of awaits back to this line.
    const { stack } = await new Promise<Error>((resolve) => {
      client(["Running", 403]).waitForBuild(build).catch(resolve);
    });
    expect(stack).toMatch(/^PermissionError: showRecordDetail[^]*polling\.test\.ts:\d+:\d+/);
  });
});
