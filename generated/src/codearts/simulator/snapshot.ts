import type { BuildResult } from "../runtime/build.js";
import type { Phase } from "./build.js";
import type { JobConfig, State } from "./state.js";

/** What a simulator holds at a moment: plain data that a test can compare. */
export interface SimulatorState {
  readonly projects: ReadonlyArray<{ readonly project_id: string; readonly name: string }>;
  readonly jobs: readonly JobState[];
  readonly templates: ReadonlyArray<{ readonly uuid: string; readonly name: string }>;
  readonly keystores: ReadonlyArray<{ readonly domain_id: string; readonly file_name: string }>;
}

export interface JobState {
  readonly job_id: string;
  readonly job_name: string;
  readonly project_id: string;
  readonly disabled: boolean;
  /** As `createBuildJob` or `updateBuildJob` gave it. */
  readonly config: JobConfig;
  /** The channels that are switched on. */
  readonly notices: readonly NoticeState[];
  readonly builds: readonly BuildState[];
}

/** What a channel, such as `MAIL`, is told of. */
export interface NoticeState {
  readonly notice_type: string;
  readonly events: readonly string[];
}

export interface BuildState {
  readonly build_no: number;
  readonly record_id: string;
  /** `queued`, `running`, or how it ended. */
  readonly phase: Phase;
  readonly result: BuildResult | undefined;
  /** The values that it ran with, sensitive ones included. */
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * Names that the run gave and the task does not declare: most likely they are misspelled. The run is accepted all the
   * same.
   */
  readonly unknownParameters: readonly string[];
  readonly steps: ReadonlyArray<{ readonly name: string; readonly status: string; readonly build_time: number }>;
  readonly log: string;
}

/** The state at `now`. */
export function snapshot(state: State, now: number): SimulatorState {
  return {
    projects: [...state.projects.values()].map(({ id, name }) => ({ project_id: id, name })),
    jobs: [...state.jobs.values()].map(({ id, config, disabled, builds, notices }) => ({
      job_id: id,
      job_name: config.job_name,
      project_id: config.project_id,
      disabled,
      config: structuredClone(config),
      notices: [...notices].map(([notice_type, { events }]) => ({ notice_type, events: [...events] })),
      builds: builds.map(({ number, recordId, parameters, unknownParameters, life }) => ({
        build_no: number,
        record_id: recordId,
        phase: life.phase(now),
        result: life.hasEnded(now) ? life.ending.outcome : undefined,
        parameters: Object.fromEntries(parameters),
        unknownParameters: [...unknownParameters],
        steps: life.steps(now),
        log: life.log(now, { debug: true }),
      })),
    })),
    templates: [...state.templates.values()].map(({ uuid, name }) => ({ uuid, name })),
    keystores: [...state.keystores.keys()].map((key) => {
      const [domain_id = "", ...name] = key.split("/");
      return { domain_id, file_name: name.join("/") };
    }),
  };
}
