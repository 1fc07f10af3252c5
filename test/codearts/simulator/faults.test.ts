import { describe, expect, test } from "vitest";
import type { Fault, SimulatorOptions } from "../../../generator/codearts/simulator/index.js";
import { outcome, sender } from "./requests.js";
import { newSimulator } from "./specification.js";

function world(options?: SimulatorOptions) {
  const service = newSimulator(options);
  const job = service.addJob();
  const send = sender(service);
  return {
    service,
    ...job,
    send,
    run: () => send("POST /v3/jobs/build", { job_id: job.job_id }),
    list: () => send("GET /v3/projects"),
  };
}

/** Reads a body piece by piece, and says what ended it. */
async function pieces(response: Response): Promise<{ pieces: Uint8Array[]; broke: unknown }> {
  const reader = response.body?.getReader();
  const found: Uint8Array[] = [];
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return { pieces: found, broke: undefined };
      found.push(value);
    }
  } catch (broke) {
    return { pieces: found, broke };
  }
}

describe("an error on demand", () => {
  test.each<[Fault, string]>([
    [{ status: 429 }, "429 APIGW.0308"],
    [{ status: 401 }, "401 APIGW.0301"],
    [{ status: 404 }, "404 APIGW.0101"],
    [{ status: 503 }, "503 CB.00060101"],
    [{ status: 418 }, "418 DEVCB.00030000"],
    [{ status: 200 }, "200 CB.00060101"],
    [{ code: "CB.00060211" }, "500 CB.00060211"],
    [{ code: "CB.00060211", status: 503 }, "503 CB.00060211"],
    [{ code: "NOT.KNOWN" }, "500 NOT.KNOWN"],
  ])("%j: %s", async (fault, expected) => {
    const { service, run } = world();
    service.fault(fault);
    expect(await outcome(run())).toBe(expected.replace("200 CB.00060101", "200 DEVCB.00030000"));
    expect(service.state.jobs[0]?.builds).toEqual([]);
    expect(await outcome(run())).toBe("200");
  });

  test("says when to come back", async () => {
    const { service, run } = world();
    service.fault({ status: 429 });
    service.fault({ status: 429, retryAfter: 7 });
    service.fault({ status: 503, retryAfter: "Mon, 05 Jan 2026 01:00:30 GMT" });
    service.fault({ status: 503 });
    const found: Array<string | null> = [];
    for (let i = 0; i < 4; i++) found.push((await run()).headers.get("retry-after"));
    expect(found).toEqual(["1", "7", "Mon, 05 Jan 2026 01:00:30 GMT", null]);
  });

  test("can be a JSON text in a JSON text, with a message of its own", async () => {
    const { service, run } = world();
    service.fault({ code: "DEVCB.00030000", message: "No.", encodedTwice: true });
    const answer = await run();
    expect([answer.status, JSON.parse((await answer.json()) as string)]).toEqual([
      422,
      { error_code: "DEVCB.00030000", error_msg: "No." },
    ]);
  });

  test("can come although the call took effect", async () => {
    const { service, run } = world();
    service.fault({ status: 500, takesEffect: true });
    expect(await outcome(run())).toBe("500 CB.00060101");
    expect(service.state.jobs[0]?.builds).toHaveLength(1);
  });
});

describe("which call a fault meets", () => {
  test("the next ones, as many as it says, in the order of the faults", async () => {
    const { service, list } = world();
    service.fault({ status: 503, times: 2 });
    service.fault({ status: 429 });
    expect([(await list()).status, (await list()).status, (await list()).status, (await list()).status]).toEqual([
      503, 503, 429, 200,
    ]);
  });

  test("only those of an operation", async () => {
    const { service, list, run } = world();
    service.fault({ operation: "runJob", status: 503 });
    expect([(await list()).status, (await run()).status, (await run()).status]).toEqual([200, 503, 200]);
  });

  test("all, until it is taken back; those with a number go first", async () => {
    const { service, list } = world();
    const takeBack = service.fault({ status: 503, times: Infinity });
    service.fault({ status: 429 });
    expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([429, 503, 503]);
    takeBack();
    expect((await list()).status).toBe(200);
  });

  test("none for no number of times", () => {
    expect(() => world().service.fault({ status: 500, times: 0 })).toThrow("times is 0");
  });
});

describe("the connection", () => {
  test("breaks before the call takes effect, or after", async () => {
    const { service, run } = world();
    service.fault({ reset: true });
    service.fault({ reset: true, takesEffect: true });
    for (const builds of [0, 1]) {
      await expect(run()).rejects.toMatchObject({
        name: "TypeError",
        message: "fetch failed",
        cause: { code: "ECONNRESET" },
      });
      expect(service.state.jobs[0]?.builds).toHaveLength(builds);
    }
    expect(service.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ["runJob", undefined],
      ["runJob", undefined],
    ]);
  });

  test("breaks within the body", async () => {
    const { service, list } = world();
    service.fault({ truncate: 10 });
    const answer = await list();
    const { pieces: found, broke } = await pieces(answer);
    expect(found.map((piece) => piece.length)).toEqual([10]);
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(10);
    expect(broke).toMatchObject({ cause: { code: "ECONNRESET" } });
  });

  test("does not break within a body that is shorter", async () => {
    const { service, list } = world();
    service.fault({ truncate: 1_000_000 });
    await expect((await list()).json()).resolves.toHaveProperty("projects");
  });

  test("is slow to answer, by the simulator's clock, and an abort ends the wait", async () => {
    const { service, list } = world();
    service.fault({ latency: 5000, times: 2 });
    let answered = false;
    const answer = list().then(() => (answered = true));
    await service.clock.advance(4999);
    expect(answered).toBe(false);
    await service.clock.advance(1);
    await answer;
    const controller = new AbortController();
    const other = service.fetch(`${service.url}/v3/projects`, { signal: controller.signal });
    await service.clock.advance(1000);
    controller.abort(new Error("enough"));
    await expect(other).rejects.toThrow("enough");
    await expect(service.fetch(`${service.url}/v3/projects`, { signal: controller.signal })).rejects.toThrow("enough");
    expect(service.requests).toHaveLength(2);
  });

  test("is slow to deliver, by the simulator's clock", async () => {
    const { service, list } = world();
    service.fault({ slow: { bytes: 100, milliseconds: 1000 } });
    const answer = await list();
    const size = Number(answer.headers.get("content-length"));
    let text: string | undefined;
    const reading = answer.text().then((all) => (text = all));
    await service.clock.advance(1000 * Math.floor(size / 100));
    expect(text).toBe(undefined);
    await service.clock.advance(2000);
    await reading;
    expect(text).toHaveLength(size);
  });
});

test("a redirect leads elsewhere, and is not followed", async () => {
  const { service, run } = world();
  service.fault({ redirect: "https://elsewhere.example.com/v3/jobs/build" });
  const answer = await run();
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "https://elsewhere.example.com/v3/jobs/build"]);
});

test("a wrong clock shows in Date, and refuses tokens that it takes for expired", async () => {
  const { service, list } = world();
  service.fault({ skew: 3_600_000 });
  service.fault({ skew: 25 * 3_600_000 });
  expect((await list()).headers.get("date")).toBe("Mon, 05 Jan 2026 02:00:00 GMT");
  expect((await list()).status).toBe(401);
  expect((await list()).headers.get("date")).toBe("Mon, 05 Jan 2026 01:00:00 GMT");
});

describe("characters are split", () => {
  const whole = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };

  test("between the pieces of a download", async () => {
    const { service, send, job_id } = world();
    const { record_id } = service.addBuild({ job_id, log: { "Code checkout": "ascii é 中文 🚀\n" } });
    const plain = await (await send(`GET /v4/${record_id}/download-log`)).text();
    service.fault({ splitCharacters: true });
    const { pieces: found } = await pieces(await send(`GET /v4/${record_id}/download-log`));
    expect(found.filter((piece) => !whole(piece)).length).toBeGreaterThan(5);
    expect(new TextDecoder().decode(Buffer.concat(found))).toBe(plain);
  });

  test("between the pieces of a real-time log, whose halves join again", async () => {
    const { service, send, job_id } = world();
    const text = "one 🚀 two 🎉 three\n";
    const { build_no } = service.addBuild({ job_id, log: { "Code checkout": text, "Build with Maven": "" } });
    service.fault({ splitCharacters: true, times: 2 });
    const contents: string[] = [];
    for (let offset = 0, more = true; more;) {
      const answer = await send(`GET /v3/jobs/${job_id}/${build_no}/real-time-log?offset=${offset}&length=12`);
      const { result } = (await answer.json()) as {
        result: { content: string; offset: number; has_more_data: boolean };
      };
      contents.push(result.content);
      ({ offset, has_more_data: more } = result);
    }
    expect(contents).toEqual(["one \ud83d", "\ude80 two \ud83c", "\udf89 three\n"]);
    expect(contents.join("")).toBe(text);
  });
});
