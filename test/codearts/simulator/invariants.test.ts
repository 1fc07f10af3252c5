import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Simulator } from "../../../generator/codearts/simulator/index.js";
import { calls, type Subject } from "./calls.js";
import { outcome, read, sender } from "./requests.js";
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

/** Any operations, with ids that exist or not: each answer is one that the specification describes. */
function anyCalls(ids: readonly string[], index: number, build_no: number): Command {
  return command(`${ids.join(" ")} (${index}, ${build_no})`, async (model, service) => {
    const known = index < 5 ? model.tasks[index % Math.max(1, model.tasks.length)] : undefined;
    const job_id = known?.job_id ?? "0".repeat(32);
    for (const id of ids) {
      const builds = service.state.jobs.find((job) => job.job_id === job_id)?.builds ?? [];
      const build = builds.find((one) => one.build_no === build_no);
      (reached[id] ??= new Set()).add(build?.phase ?? (known ? "no build" : "no task"));
      const record_id = build?.record_id ?? "0".repeat(36);
      const subject: Subject = { service, job_id, project_id: service.project_id, build_no, record_id, uuid: "none" };
      const { line, body } = calls[id]?.(subject) ?? { line: "", body: undefined };
      expect(await faultsOf(id, await sender(service)(line, body)), id).toEqual([]);
    }
  });
}

const index = fc.nat(5);
const OUTCOMES = ["success", "failure", "aborted", "never-scheduled"] as const;
/** What has a command of its own below, because the model has to follow. */
const followed = ["createBuildJob", "deleteBuildJob", "runJob", "disableBuildJob", "enableBuildJob", "createTemplates"];
const others = Object.keys(calls).filter((id) => !followed.includes(id));

/** In which states of a build each operation was called. */
const reached: Record<string, Set<string>> = {};

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
  fc.tuple(index, fc.constantFrom(...OUTCOMES)).map(([i, outcome]) =>
    command(
      `plan ${i} ${outcome}`,
      (model, service) => {
        service.plan(pick(model, i).job_id, { outcome });
        return Promise.resolve();
      },
      hasTasks,
    ),
  ),
  fc.tuple(index, fc.integer({ min: 1, max: 6 })).map(([i, build_no]) =>
    command(
      `stop ${i} ${build_no}`,
      async (model, service) => {
        const task = pick(model, i);
        const before = service.state.jobs.find(({ job_id }) => job_id === task.job_id)?.builds[build_no - 1];
        const result = await outcome(sender(service)(`POST /v3/jobs/${task.job_id}/${build_no}/stop`, {}));
        expect(result).toMatch(!before ? /^403 / : before.result ? /^200 DEV\.CB\.032302$/ : /^200$/);
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
  index.map((i) =>
    command(
      `deleteTemplate ${i}`,
      async (model, service) => {
        const { templates } = service.state;
        const { status } = await sender(service)(
          `DELETE /v3/templates/${templates[i % templates.length]?.uuid}/delete`,
        );
        expect(status).toBe(200);
        model.templates--;
      },
      ({ templates }) => templates > 0,
    ),
  ),
  fc
    .integer({ min: 0, max: 3000 })
    .map((milliseconds) => command(`wait ${milliseconds}`, (_, service) => service.clock.advance(milliseconds))),
  fc
    .tuple(fc.shuffledSubarray(others, { minLength: 10 }), index, fc.integer({ min: 1, max: 6 }))
    .map(([ids, i, build_no]) => anyCalls(ids, i, build_no)),
];

describe("random sequences of calls", () => {
  test("leave lists, totals, numbers and builds in order, and every answer as described", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { size: "+1", maxCommands: 40 }), async (sequence) => {
        const setup = (): { model: Model; real: Simulator } => {
          const real = newSimulator();
          const { job_id } = real.addJob();
          for (const outcome of OUTCOMES) real.addBuild({ job_id, outcome });
          // One that runs, and one that waits, until something ends it.
          real.addBuild({ job_id, duration: Infinity, at: real.clock.now() - 2_000 });
          real.addBuild({ job_id, queue: Infinity });
          return { model: { tasks: [{ job_id, disabled: false, builds: OUTCOMES.length + 2 }], templates: 0 }, real };
        };
        await fc.asyncModelRun(setup, sequence);
      }),
      { numRuns: 40, seed: 4 },
    );
    // The sequences come to all operations, and to builds in every state; each with each is in responses.test.ts.
    expect(Object.keys(reached).sort()).toEqual(others.sort());
    const pairs = Object.values(reached).reduce((sum, states) => sum + states.size, 0);
    console.log(`random sequences: ${others.length} operations, ${pairs} pairs of operation and state`);
    expect([...new Set(Object.values(reached).flatMap((states) => [...states]))].sort()).toEqual([
      "aborted",
      "failure",
      "never-scheduled",
      "no build",
      "no task",
      "queued",
      "running",
      "success",
    ]);
  });
});
