// The simulator as a user types it, and what the compiler says. Compiled by simulator.test.ts, never run.
import { CodeArtsBuild } from "codearts-build";
import {
  createSimulator,
  type BuildPlan,
  type Fault,
  type OperationName,
  type SeenRequest,
  type Simulator,
  type SimulatorClock,
  type SimulatorOptions,
  type SimulatorState,
} from "codearts-build/simulator";

export async function uses(): Promise<void> {
  const options: SimulatorOptions = { clock: "manual" };
  const service: Simulator = createSimulator(options);
  const { job_id, project_id } = service.addJob({ job_name: "demo", steps: ["Code checkout", "Build with Maven"] });
  const credentials = service.credentials("accessKey");
  // As it is, each part fits the client's option of that name.
  const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, clock: service.clock, credentials });

  const plan: BuildPlan = { outcome: "failure", endsAt: "Build with Maven", log: { "Code checkout": "done\n" } };
  service.plan(job_id, plan);
  const fault: Fault = { operation: "runJob", status: 429, retryAfter: 3, times: 2 };
  const repair: () => void = service.fault(fault);
  repair();

  const clock: SimulatorClock = service.clock;
  const { actual_build_number: build_no } = await build.runJob({ job_id });
  const { result } = await clock.until(build.waitForBuild({ job_id, build_no }));
  result satisfies "success" | "failure" | "aborted" | "never-scheduled";
  service.finish({ job_id, build_no }, "aborted");

  const seen: readonly SeenRequest[] = service.requests;
  const operation: OperationName | undefined = seen[0]?.operation;
  const state: SimulatorState = service.state;
  const parameters: Readonly<Record<string, string>> | undefined = state.jobs[0]?.builds[0]?.parameters;
  const { record_id } = service.addBuild({ job_id, at: new Date(), outcome: "success" });
  const job_name: string | undefined = undefined;
  // What may be left out may also be undefined, as in the client's options.
  service.addJob({ job_name, project_id });
  console.log(operation, parameters, record_id, result);
  service.reset();
}

export function misuses(service: Simulator, job_id: string): void {
  // @ts-expect-error: a clock that there is not
  createSimulator({ clock: "fake" });
  // @ts-expect-error: an operation that there is not
  service.fault({ operation: "startJob", status: 500 });
  // @ts-expect-error: a fault that there is not
  service.fault({ delay: 500 });
  // @ts-expect-error: an outcome that there is not
  service.plan(job_id, { outcome: "broken" });
  // @ts-expect-error: what it saw is for reading
  service.requests.length = 0;
}
