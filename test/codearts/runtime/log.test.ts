import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TimeoutError } from "../../../generator/runtime/errors.js";
import type { HelperOptions } from "../../../generator/codearts/runtime/build.js";
import { collect, rejection, TestClient } from "../../runtime/support/client.js";
import { TestClock } from "../../runtime/support/clock.js";
import { type Handler, json, serve } from "../../runtime/support/server.js";

const build = { job_id: "job-1", build_no: "12" };
const running = json({ result: { status: "Running" } });

/** A build whose log grows: what each poll of the log meets, and after how many polls the build has ended. */
interface Story {
  /** Answers to the polls of the log, in turn; the last one stays. */
  readonly log: Handler[];
  /** Polls of the log after which the record says that the build has ended. */
  readonly endsAfter: number;
  /** How it ends. */
  readonly state?: string;
}

const chunk = (content: unknown, offset: unknown, has_more_data: unknown): Handler =>
  json({ result: { content, offset, has_more_data, current_offset: 0 }, error: null, status: "success" });

async function follow(
  story: Story,
  options: HelperOptions = {},
): Promise<{ pieces: string[]; offsets: string[]; end: string; waits: number[] }> {
  let polls = 0;
  const { url, arrived } = await serve((response, request, turn) => {
    if (request.url.includes("record-info")) {
      const ended = json({ result: { status: story.state ?? "SUCCESS" } });
      (polls >= story.endsAfter ? ended : running)(response, request, turn);
      return;
    }
    story.log[Math.min(polls++, story.log.length - 1)]?.(response, request, turn);
  });
  const client = new TestClient(url, { clock: new TestClock(), retries: 0 });
  const pieces: string[] = [];
  let end = "end";
  try {
    for await (const piece of client.followLog(build, options)) pieces.push(piece);
  } catch (error) {
    end = `${(error as Error).name}: ${(error as Error).message}`;
  }
  expect(client.clock.pending).toBe(0);
  const logs = arrived.filter(({ url }) => url.includes("real-time-log"));
  const waits = [...client.clock.waits];
  return { pieces, offsets: logs.map(({ url }) => url.split("offset=")[1] ?? ""), end, waits };
}

describe("the whole log, once", () => {
  test("sends the previous answer's offset, through empty pieces, until the build has ended", async () => {
    const log = [
      chunk("a\n", 10, true),
      chunk("b\n", 20, "true"),
      chunk("", 20, true),
      chunk("c\n", 30, false),
      chunk("", 30, "false"),
      chunk("d\n", 40, false),
      chunk("", 40, false),
    ];
    expect(await follow({ log, endsAfter: 6 })).toMatchObject({
      pieces: ["a\n", "b\n", "c\n", "d\n"],
      offsets: ["0", "10", "20", "20", "30", "30", "40"],
      end: "end",
    });
  });

  test("the waits grow while nothing comes, and start anew with the next text", async () => {
    const quiet = chunk("", 1, true);
    const log = [quiet, quiet, quiet, quiet, chunk("a", 2, true), chunk("", 2, true), chunk("", 2, false)];
    const { waits } = await follow({ log, endsAfter: 6 });
    const expected = [1_000, 1_500, 2_250, 3_375, 1_000];
    expect(waits).toHaveLength(expected.length);
    for (const [i, wait] of waits.entries()) expect(Math.abs(wait / (expected[i] ?? 0) - 1)).toBeLessThan(0.21);
  });

  test("offsets as text", async () => {
    const log = [chunk("a", "5", "true"), chunk("b", "6", "false"), chunk("", "6", "false")];
    expect(await follow({ log, endsAfter: 2 })).toMatchObject({ pieces: ["a", "b"], offsets: ["0", "5", "6"] });
  });

  test("what was written between the last read and the end is read, too", async () => {
    const log = [chunk("a", 1, false), chunk("late", 5, false), chunk("", 5, false)];
    expect(await follow({ log, endsAfter: 1 })).toMatchObject({ pieces: ["a", "late"], end: "end" });
  });

  test("a log that is complete already", async () => {
    expect(await follow({ log: [chunk("all", 3, false), chunk("", 3, false)], endsAfter: 0 })).toMatchObject({
      pieces: ["all"],
      offsets: ["0", "3"],
      end: "end",
    });
  });

  test("no text at all", async () => {
    expect(await follow({ log: [chunk("", 0, false)], endsAfter: 0 })).toMatchObject({ pieces: [], end: "end" });
    expect(await follow({ log: [chunk(null, null, null)], endsAfter: 0 })).toMatchObject({ pieces: [], end: "end" });
  });

  test("characters that the service cut in two are put together", async () => {
    const log = [
      chunk("x\ud83c", 2, true),
      chunk("\udf89y", 4, true),
      chunk("\ud83c", 5, true),
      chunk("\udf89", 6, false),
    ];
    expect(await follow({ log: [...log, chunk("", 6, false)], endsAfter: 4 })).toMatchObject({
      pieces: ["x", "🎉y", "🎉"],
    });
  });

  test("half a character at the very end is not lost", async () => {
    const log = [chunk("x\ud83c", 2, false), chunk("", 2, false)];
    expect(await follow({ log, endsAfter: 1 })).toMatchObject({ pieces: ["x", "\ud83c"] });
  });

  test("whatever the pieces and the faults, nothing is repeated or lost", async () => {
    const text = "Ünïcödé 🎉🎉 log\n".repeat(3);
    const step = fc.oneof(fc.nat(9), fc.constantFrom("empty", "503", "reset"));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(30), async (steps, endsAfter) => {
        let polls = 0;
        const fetch = (url: string): Promise<Response> => {
          if (url.includes("record-info")) {
            return Promise.resolve(Response.json({ result: { status: polls < endsAfter ? "Running" : "SUCCESS" } }));
          }
          const what = steps[polls++] ?? 20;
          const offset = Number(url.split("offset=")[1]);
          if (what === "503") return Promise.resolve(Response.json({}, { status: 503 }));
          if (what === "reset") return Promise.reject(new Error("reset"));
          const content = text.slice(offset, offset + (typeof what === "number" ? what : 0));
          const next = offset + content.length;
          return Promise.resolve(
            Response.json({ result: { content, offset: next, has_more_data: next < text.length } }),
          );
        };
        const client = new TestClient("http://h.example.com", { fetch, retries: 0 });
        const pieces: string[] = [];
        const reading = (async () => {
          for await (const piece of client.followLog(build)) pieces.push(piece);
        })();
        if (/(503|reset)(,(503|reset)){5}/.test(steps.join())) {
          await reading.catch(() => undefined);
          expect(text.startsWith(pieces.join(""))).toBe(true);
        } else {
          await reading;
          expect(pieces.join("")).toBe(text);
        }
        for (const piece of pieces) expect(piece).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});

describe("a log that is not there", () => {
  const none = json({ error_code: "CB.00030004", error_msg: "No log." }, 500);

  test("yet: it is waited for", async () => {
    const log = [none, none, none, none, none, none, none, none, chunk("a", 1, false), chunk("", 1, false)];
    expect(await follow({ log, endsAfter: 9 })).toMatchObject({ pieces: ["a"], end: "end" });
  });

  test("and never will be: the service's error says why", async () => {
    expect(await follow({ log: [none], endsAfter: 2 })).toMatchObject({
      pieces: [],
      offsets: ["0", "0", "0"],
      end: "ApiError: downloadRealTimeLog GET /v3/jobs/job-1/12/real-time-log: 500 CB.00030004 No log. (request req-1) There is no log to wait for.",
    });
  });

  test.each([
    ["SCHEDULE_FAILURE", none],
    ["SCHEDULE_FAILURE", json({}, 500)],
    ["SCHEDULE_FAILURE", json({}, 404)],
    ["ABORTED", none],
    ["ABORTED", json({}, 422)],
  ])("fault 13: because a build that ended as %s had none: it is empty (%#)", async (state, missing) => {
    const found = await follow({ log: [missing], endsAfter: 1, state });
    expect(found).toMatchObject({ pieces: [], end: "end" });
    expect(new Set(found.offsets)).toEqual(new Set(["0"]));
  });

  test.each([
    ["an aborted build's, for a reason that may pass", "ABORTED", [json({}, 500)], []],
    ["a failed build's", "FAILURE", [none], []],
    ["the rest of one that was there", "SCHEDULE_FAILURE", [chunk("a", 1, false), none], ["a"]],
  ])("fault 13: what is no empty log is an error: %s", async (_, state, log, pieces) => {
    const found = await follow({ log, endsAfter: 1, state });
    expect(found.pieces).toEqual(pieces);
    expect(found.end).toMatch(/^ApiError: downloadRealTimeLog GET .*: 500 /);
  });

  test("because the caller may not see it", async () => {
    const { offsets, end } = await follow({ log: [json({}, 403)], endsAfter: 99 });
    expect([offsets.length, end]).toEqual([
      1,
      "PermissionError: downloadRealTimeLog GET /v3/jobs/job-1/12/real-time-log: 403 Forbidden (request req-1)",
    ]);
  });
});

test.each([404, 422])("fault 13: a build that is not known yet (%i) is waited for", async (status) => {
  let looks = 0;
  const { url } = await serve((response, request, turn) => {
    const known = looks > 2;
    if (request.url.includes("record-info")) looks++;
    const answer = request.url.includes("record-info")
      ? json({ result: { status: "SUCCESS" } })
      : chunk(request.url.endsWith("offset=0") ? "a" : "", 1, false);
    (known ? answer : json({}, status))(response, request, turn);
  });
  const client = new TestClient(url, { retries: 0 });
  expect(await collect(client.followLog(build))).toEqual(["a"]);
  expect(client.clock.waits.reduce((sum, wait) => sum + wait)).toBeLessThan(10_000);
});

describe("what ends it", () => {
  test("the deadline, which tells the states that were seen", async () => {
    expect(await follow({ log: [chunk("", 0, false)], endsAfter: Infinity }, { deadline: 90_000 })).toMatchObject({
      end: "TimeoutError: followLog: build 12 of task job-1 did not end within 90000 ms. States seen: Running.",
    });
    expect(TimeoutError.name).toBe("TimeoutError");
  });

  test("polls that fail again and again", async () => {
    const { offsets, end } = await follow({ log: [json({}, 429)], endsAfter: Infinity });
    expect([offsets.length, end.split(":")[0]]).toEqual([6, "RateLimitError"]);
  });

  test.each([[10], [3], ["x"], [undefined]])("a position that went to %s", async (position) => {
    const { pieces, end } = await follow({ log: [chunk("a", 10, true), chunk("b", position, true)], endsAfter: 99 });
    expect([pieces, end]).toEqual([
      ["a"],
      `UnexpectedResponseError: followLog: build 12 of task job-1: the log's position went from 10 to ${position ?? "none"}; going on would repeat text.`,
    ]);
  });

  test("`break`, and an abort", async () => {
    const { url, arrived } = await serve(chunk("a", 1, true));
    const client = new TestClient(url);
    await collect(client.followLog(build), 1);
    expect([arrived.length, client.clock.pending]).toEqual([1, 0]);
    const aborted = collect(client.followLog(build, { signal: AbortSignal.abort() }));
    expect((await rejection(aborted)).name).toBe("AbortError");
    expect(arrived).toHaveLength(1);
  });
});
