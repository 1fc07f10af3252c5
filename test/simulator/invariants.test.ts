import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Simulator } from "../../generator/simulator/index.js";
import { calls, type Subject } from "./calls.js";
import { read, sender } from "./requests.js";
import { faultsOf, newSimulator } from "./specification.js";

/** A task as the sequence of calls should have left it. */
interface Task {
  job_id: string;
  disabled: boolean;
  builds: number;
}

interface Model {
  tasks: Task[];
  templates: number;
}

type Command = fc.AsyncCommand<Model, Simulator>;

function command(
  name: string,
  run: (model: Model, service: Simulator) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command {
  return {
    check: (model) => check(model),
    run: async (model, service) => {
      await run(model, service);
      await keepsPromises(model, service);
    },
    toString: () => name,
  };
}

const pick = (model: Model, index: number): Task => {
  const task = model.tasks[index % model.tasks.length];
  if (!task) throw new Error("there is no task");
  return task;
};
const hasTasks = ({ tasks }: Model): boolean => tasks.length > 0;

/** What holds whatever was called. */
async function keepsPromises(model: Model, service: Simulator): Promise<void> {
  const { jobs, templates } = service.state;
  expect(jobs.map(({ job_id, disabled, builds }) => ({ job_id, disabled, builds: builds.length }))).toEqual(
    model.tasks,
  );
  expect(templates).toHaveLength(model.templates);
  for (const { builds, disabled } of jobs) {
    // Build numbers grow by one, and nothing runs on a disabled task.
    expect(builds.map(({ build_no }) => build_no)).toEqual(builds.map((_, i) => i + 1));
    if (disabled) expect(builds.every(({ result }) => result !== undefined)).toBe(true);
  }
  await totalsMatchLists(service);
}

interface Page {
  jobs?: unknown[];
  history_records?: unknown[];
  total?: number;
  result?: { items?: unknown[]; total_size?: number; job_build_states?: unknown[]; total_record?: string };
}

async function totalsMatchLists(service: Simulator): Promise<void> {
  const send = sender(service);
  const day = "2026-01-05";
  const lists = [
    (page: number) => `/v3/${service.project_id}/jobs?page_size=3&page_index=${page}`,
    (page: number) => `/v3/templates/query?page_size=3&page=${page + 1}`,
    ...service.state.jobs.flatMap(({ job_id }) => [
      (page: number) => `/v3/jobs/${job_id}/history?limit=3&interval=30&offset=${page}`,
      (page: number) =>
        `/v3/jobs/${job_id}/period-history?limit=3&offset=${page}&start_time=${day}&end_time=2026-02-03`,
      (page: number) =>
        `/v3/jobs/${job_id}/build-info-records?page_size=3&page_index=${page}&start_time=${day}%2000:00:00&end_time=2026-02-03%2000:00:00`,
    ]),
  ];
  for (const list of lists) {
    let count = 0;
    for (let page = 0; ; page++) {
      const { jobs, history_records, total, result } = await read<Page>(send(`GET ${list(page)}`));
      const items = jobs ?? history_records ?? result?.items ?? result?.job_build_states ?? [];
      expect(items.length).toBeLessThanOrEqual(3);
      count += items.length;
      if (items.length > 0) continue;
      expect(Number(total ?? result?.total_size ?? result?.total_record)).toBe(count);
      break;
    }
  }
}

/** Any operation, with ids that exist or not: the answer is one that the specification describes. */
function anyCall(id: string, index: number, build_no: number): Command {
  return command(`${id}(${index}, ${build_no})`, async (model, service) => {
    const job_id = model.tasks[index % Math.max(1, model.tasks.length)]?.job_id ?? "0".repeat(32);
    const builds = service.state.jobs.find((job) => job.job_id === job_id)?.builds ?? [];
    const record_id = builds.find((build) => build.build_no === build_no)?.record_id ?? "0".repeat(36);
    const subject: Subject = { service, job_id, project_id: service.project_id, build_no, record_id, uuid: "none" };
    const { line, body } = calls[id]?.(subject) ?? { line: "", body: undefined };
    expect(await faultsOf(id, await sender(service)(line, body))).toEqual([]);
  });
}

const index = fc.nat(5);
const reading = Object.keys(calls).filter((id) => /^(show|list|download|keystone)/.test(id));

const commands = [
  fc.constant(
    command("create", async (model, service) => {
      const config = { arch: "x86-64", project_id: service.project_id, job_name: `task ${service.requests.length}` };
      const steps = ["A", "B"].map((name) => ({ module_id: "m", name }));
      const { result } = await read<{ result: { job_id: string } }>(
        sender(service)("POST /v3/jobs/create", { ...config, steps }),
      );
      model.tasks.push({ job_id: result.job_id, disabled: false, builds: 0 });
    }),
  ),
  index.map((i) =>
    command(
      `run ${i}`,
      async (model, service) => {
        const task = pick(model, i);
        const { status } = await sender(service)("POST /v3/jobs/build", { job_id: task.job_id });
        expect(status).toBe(task.disabled ? 422 : 200);
        if (!task.disabled) task.builds++;
      },
      hasTasks,
    ),
  ),
  fc
    .tuple(
      index,
      fc.constantFrom("success" as const, "failure" as const, "aborted" as const, "never-scheduled" as const),
    )
    .map(([i, outcome]) =>
      command(
        `plan ${i} ${outcome}`,
        (model, service) => {
          service.plan(pick(model, i).job_id, { outcome });
          return Promise.resolve();
        },
        hasTasks,
      ),
    ),
  fc.tuple(index, fc.integer({ min: 1, max: 4 })).map(([i, build_no]) =>
    command(
      `stop ${i} ${build_no}`,
      async (model, service) => {
        const task = pick(model, i);
        const before = service.state.jobs.find(({ job_id }) => job_id === task.job_id)?.builds[build_no - 1];
        const { status } = await sender(service)(`POST /v3/jobs/${task.job_id}/${build_no}/stop`, {});
        expect(status).toBe(!before ? 403 : before.result ? 400 : 200);
        const after = service.state.jobs.find(({ job_id }) => job_id === task.job_id)?.builds[build_no - 1];
        // What has ended stays as it is.
        expect(after?.result).toBe(before && (before.result ?? "aborted"));
      },
      hasTasks,
    ),
  ),
  index.map((i) =>
    command(
      `disable ${i}`,
      async (model, service) => {
        const task = pick(model, i);
        await sender(service)(`POST /v3/jobs/${task.job_id}/disable`, {});
        task.disabled = true;
      },
      hasTasks,
    ),
  ),
  index.map((i) =>
    command(
      `enable ${i}`,
      async (model, service) => {
        const task = pick(model, i);
        await sender(service)(`POST /v3/jobs/${task.job_id}/recover`, {});
        task.disabled = false;
      },
      hasTasks,
    ),
  ),
  index.map((i) =>
    command(
      `delete ${i}`,
      async (model, service) => {
        const task = pick(model, i);
        await sender(service)(`POST /v3/jobs/${task.job_id}/delete`, {});
        model.tasks.splice(model.tasks.indexOf(task), 1);
      },
      hasTasks,
    ),
  ),
  fc.constant(
    command("createTemplate", async (model, service) => {
      await sender(service)("POST /v3/templates/create", { name: "t", template: { steps: [] } });
      model.templates++;
    }),
  ),
  fc
    .integer({ min: 0, max: 3000 })
    .map((milliseconds) => command(`wait ${milliseconds}`, (_, service) => service.clock.advance(milliseconds))),
  fc
    .tuple(fc.constantFrom(...reading), index, fc.integer({ min: 1, max: 3 }))
    .map(([id, i, build_no]) => anyCall(id, i, build_no)),
];

describe("random sequences of calls", () => {
  test("leave lists, totals, numbers and builds in order, and every answer as described", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { size: "+1", maxCommands: 40 }), async (sequence) => {
        const setup = (): { model: Model; real: Simulator } => ({
          model: { tasks: [], templates: 0 },
          real: newSimulator(),
        });
        await fc.asyncModelRun(setup, sequence);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});
