import { describe, expect, test } from "vitest";
import type { BuildPlan, Simulator } from "../../../generator/codearts/simulator/index.js";
import { calls, type Subject } from "./calls.js";
import { outcome, read, sender } from "./requests.js";
import { data, faultsOf, newSimulator, pointers, statusesOf } from "./specification.js";

const operations = [...pointers.keys()];

test("every operation of the specification has a correct call here", () => {
  expect(Object.keys(calls).sort()).toEqual([...operations].sort());
});

/** A task with one build, that goes as planned and is so many milliseconds old. */
async function prepare(plan: BuildPlan, milliseconds: number): Promise<Subject> {
  const service = newSimulator();
  const { job_id, project_id } = service.addJob();
  const { uuid } = service.addTemplate({ name: "mine" });
  service.addKeystore("android.keystore", new Uint8Array([0, 255, 10]));
  service.plan(job_id, { images: ["demo-image"], ...plan });
  const { line, body } = call("runJob", { service, job_id, project_id, build_no: 1, record_id: "", uuid });
  await sender(service)(line, body);
  await service.clock.advance(milliseconds);
  const { result } = await read<{ result: { build_record_id: string } }>(
    sender(service)(`GET /v4/jobs/${job_id}/1/record-info`),
  );
  return { service, job_id, project_id, build_no: 1, record_id: result.build_record_id, uuid };
}

function call(id: string, subject: Subject) {
  const make = calls[id];
  if (!make) throw new Error(`no call of ${id}`);
  return make(subject);
}

const states: Array<[string, BuildPlan, number]> = [
  ["queued", {}, 0],
  ["running its first step", {}, 1_500],
  ["running its last step", {}, 3_500],
  ["running until it is told to end", { duration: Infinity }, 1_000_000],
  ["a success", {}, 60_000],
  ["a failure", { outcome: "failure" }, 60_000],
  ["a failure at the first step", { outcome: "failure", endsAt: "Code checkout" }, 60_000],
  ["aborted", { outcome: "aborted" }, 60_000],
  ["never scheduled", { outcome: "never-scheduled" }, 60_000],
  ["a success without output", { packages: [], images: [] }, 60_000],
  ["a success of a month ago", {}, 31 * 86_400_000],
];

describe("every answer is as the specification describes it", () => {
  test.each(states)("while the build is %s", async (_, plan, milliseconds) => {
    const wrong: Record<string, string[]> = {};
    for (const id of operations) {
      // A call may end what the next one is about: each has a world of its own.
      const subject = await prepare(plan, milliseconds);
      const { line, body } = call(id, subject);
      const faults = await faultsOf(id, await sender(subject.service)(line, body));
      if (faults.length > 0) wrong[id] = faults;
    }
    expect(wrong).toEqual({});
  });

  const absences: Array<[string, (service: Simulator) => Promise<Partial<Subject>>]> = [
    ["the task was never built", (service) => Promise.resolve(service.addJob())],
    [
      "the task is disabled",
      async (service) => {
        const job = service.addJob();
        service.addBuild(job);
        await sender(service)(`POST /v3/jobs/${job.job_id}/disable`, {});
        return job;
      },
    ],
    [
      "the task was deleted",
      async (service) => {
        const job = service.addJob();
        const build = service.addBuild(job);
        await sender(service)(`POST /v3/jobs/${job.job_id}/delete`, {});
        return { ...job, ...build };
      },
    ],
    ["nothing exists", () => Promise.resolve({ project_id: "0".repeat(32) })],
  ];

  test.each(absences)("when %s", async (_, arrange) => {
    const wrong: Record<string, string[]> = {};
    for (const id of operations) {
      const service = newSimulator();
      const none = {
        job_id: "0".repeat(32),
        project_id: service.project_id,
        build_no: 1,
        record_id: "0".repeat(36),
        uuid: "none",
      };
      const subject = { service, ...none, ...(await arrange(service)) };
      const { line, body } = call(id, subject);
      const faults = await faultsOf(id, await sender(service)(line, body));
      if (faults.length > 0) wrong[id] = faults;
    }
    expect(wrong).toEqual({});
  });

  test.each(operations)("%s: also without credentials, without a body, and with a fault", async (id) => {
    const subject = await prepare({}, 60_000);
    const { service } = subject;
    const { line, body } = call(id, subject);
    const send = sender(service);
    // Every status that the specification has is reached, and none besides.
    const answers = [await send(line, body, {}), await send(line, undefined), await send(line, body)];
    const reached = new Set(answers.map(({ status }) => status));
    for (const answer of answers) expect(await faultsOf(id, answer)).toEqual([]);
    for (const status of [200, 400, 401, 403, 404, 422, 429, 500, 503]) {
      service.fault({ status });
      const answer = await send(line, body);
      expect(answer.status).toBe(status);
      if (data.operations.find((one) => one.id === id)?.iam && status === 200) continue;
      if (status === 200 && data.operations.find((one) => one.id === id)?.status !== 200) continue;
      if (!statusesOf(id).includes(status)) continue;
      reached.add(status);
      expect(await faultsOf(id, answer), String(status)).toEqual([]);
    }
    expect([...reached].sort()).toEqual(statusesOf(id).sort());
  });

  test("the check itself finds what is wrong", async () => {
    const json = (value: unknown, status = 200): Response => Response.json(value, { status });
    expect(await faultsOf("showJobStatus", json({ result: "yes" }))).toEqual(["/result must be boolean"]);
    expect(await faultsOf("showJobStatus", json({ result: true }, 418))).toEqual(["status 418 is not described"]);
    expect(await faultsOf("showJobStatus", json({ error_code: 7 }, 422))).toEqual(["/error_code must be string"]);
    expect(await faultsOf("downloadBuildLog", new Response("text"))).toEqual([
      "content type text/plain;charset=UTF-8 is not described",
    ]);
    expect(
      await faultsOf("keystoneCreateUserTokenByPassword", json({ token: { expires_at: "2026-01-05T01:00:00Z" } }, 201)),
    ).toEqual(["header X-Subject-Token is missing"]);
  });
});

/** What each operation answers in a state, for those that do not simply succeed. */
async function refusals(prepared: () => Promise<Subject>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const id of operations) {
    const subject = await prepared();
    const { line, body } = call(id, subject);
    const result = await outcome(sender(subject.service)(line, body));
    if (!/^20[01]$/.test(result)) found[id] = result;
  }
  return found;
}

describe("what is refused, and how", () => {
  test("nothing but a second stop, when a build has succeeded", async () => {
    expect(await refusals(() => prepare({}, 60_000))).toEqual({
      stopBuildJob: "200 DEV.CB.032302",
      stopJob: "200 DEV.CB.032302",
    });
  });

  test("logs, when the build never reached an executor: downloads say so with status 200", async () => {
    expect(await refusals(() => prepare({ outcome: "never-scheduled" }, 60_000))).toEqual({
      downloadRealTimeLog: "500 CB.00030004",
      downloadBuildLog: "200 CB.00030004",
      downloadTaskLog: "200 CB.00030004",
      downloadLogByRecordId: "200 CB.00030004",
      showLastHistory: "403 CB.00031059",
      stopBuildJob: "200 DEV.CB.032302",
      stopJob: "200 DEV.CB.032302",
    });
  });

  test("ids that do not exist: 422, with a code of its own on v1; a build that does not exist: 403", async () => {
    const unknown = async (): Promise<Subject> => ({
      ...(await prepare({}, 60_000)),
      job_id: "f".repeat(32),
      project_id: "f".repeat(32),
      record_id: "f".repeat(36),
      uuid: "f".repeat(32),
    });
    const found = await refusals(unknown);
    expect(found.showJobInfo).toBe("422 DEVCB.00031006");
    expect(found.runJob).toBe("422 CB.00031006");
    expect([...new Set(Object.values(found))].sort()).toEqual(["422 CB.00031006", "422 DEVCB.00031006"]);
    expect(operations.filter((id) => found[id] === undefined)).toEqual([
      "listTemplates",
      "createTemplates",
      "downloadKeystore",
      "keystoneCreateUserTokenByPassword",
      "keystoneListProjects",
    ]);
    expect(await refusals(async () => ({ ...(await prepare({}, 60_000)), build_no: 2 }))).toEqual({
      showRecordDetail: "403 CB.00031059",
      showHistoryDetails: "403 CB.00031059",
      showOutputInfo: "403 CB.00031059",
      stopBuildJob: "403 CB.00031059",
      showRecordInfo: "403 CB.00031059",
      stopJob: "403 CB.00031059",
      downloadRealTimeLog: "403 CB.00031059",
    });
  });
});
