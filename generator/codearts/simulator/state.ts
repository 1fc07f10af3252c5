import type { BuildResult } from "../runtime/build.js";
import { Access } from "./auth.js";
import { type BuildPlan, Life, writeScript } from "./build.js";
import { noBuild, unknownId } from "./failure.js";
import { Ids } from "./ids.js";
import { localDay } from "./times.js";

/** Configuration of a task, as `createBuildJob` takes it and `listJobConfig` gives it. */
export interface JobConfig {
  readonly arch: string;
  readonly project_id: string;
  readonly job_name: string;
  readonly auto_update_sub_module?: string;
  readonly flavor?: string;
  readonly parameters?: readonly JobParameter[];
  readonly scms?: readonly JobScm[];
  readonly steps: readonly JobStep[];
  readonly host_type?: string;
  readonly build_config_type?: string;
}

export interface JobParameter {
  readonly name?: string;
  readonly params?: ReadonlyArray<{ readonly name?: string; readonly value?: string; readonly limits?: unknown }>;
}

export interface JobScm {
  readonly url: string;
  readonly scm_type: string;
  readonly branch?: string;
  readonly repo_id?: string;
  readonly web_url?: string;
  readonly build_type?: string;
}

export interface JobStep {
  readonly name: string;
  readonly module_id: string;
  readonly enable?: boolean;
  readonly properties?: unknown;
  readonly version?: string;
}

/** A build task. */
export interface Job {
  readonly id: string;
  readonly buildProjectId: string;
  readonly created: number;
  config: JobConfig;
  disabled: boolean;
  /** In the order of their numbers. */
  readonly builds: Build[];
  /** Plans for the next builds. */
  readonly plans: BuildPlan[];
  /** The notified events, by channel. */
  readonly notices: Map<string, { events: ReadonlySet<string>; settings: string | null }>;
}

/** A build: what is fixed when it starts. Its state comes from its life. */
export interface Build {
  readonly job: Job;
  /** As it was when the build started. */
  readonly config: JobConfig;
  readonly number: number;
  /** Id of the entry that holds the record: no operation takes it. */
  readonly entryId: string;
  readonly recordId: string;
  readonly execution: string;
  /** Day, and number within the task and the day: `20260105.1`. */
  readonly daily: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Names that the run gave and the task does not declare. */
  readonly unknownParameters: readonly string[];
  readonly tag: string | null;
  readonly commit: string;
  readonly type: "branch" | "tag" | "commitId";
  readonly life: Life;
  readonly packages: readonly string[];
  readonly images: readonly string[];
}

/** What a run may choose. */
export interface BuildRequest {
  readonly parameters?: ReadonlyMap<string, string>;
  readonly tag?: string | null | undefined;
  readonly commit?: string | undefined;
  readonly number?: number | undefined;
  readonly recordId?: string | undefined;
}

/** A build template. */
export interface Template {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly toolType: string | undefined;
  readonly steps: readonly unknown[];
  readonly parameters: readonly unknown[];
  readonly created: number;
}

/** A CodeArts project. */
export interface SimulatedProject {
  readonly id: string;
  readonly name: string;
}

/** The account of the caller. The simulator has one. */
export interface Account {
  readonly userId: string;
  readonly userName: string;
  readonly domainId: string;
  readonly domainName: string;
}

/** Everything that a simulator remembers, and the rules that hold for every call. */
export class State {
  readonly ids = new Ids("state");
  readonly #entryIds = new Ids("entries");
  readonly access = new Access();
  readonly account: Account = {
    userId: this.ids.plain(),
    userName: "simulator",
    domainId: this.ids.plain(),
    domainName: "simulator_domain",
  };
  readonly projects = new Map<string, SimulatedProject>();
  readonly jobs = new Map<string, Job>();
  readonly records = new Map<string, Build>();
  readonly templates = new Map<string, Template>();
  /** The files of each tenant, by `<domain_id>/<file_name>`. Typed: a newer compiler would write what 5.4 cannot read. */
  readonly keystores: Map<string, Uint8Array> = new Map<string, Uint8Array>();
  /** IAM's projects, by region: an account has one in each. */
  readonly iamProjects: ReadonlyMap<string, string>;
  readonly region: string;

  constructor(region: string, regions: readonly string[]) {
    this.region = region;
    this.iamProjects = new Map(regions.map((name) => [name, this.ids.plain()]));
  }

  addProject(name: string, id = this.ids.plain()): SimulatedProject {
    const project = { id, name };
    this.projects.set(id, project);
    return project;
  }

  addJob(config: JobConfig, created: number, id = this.ids.plain()): Job {
    const job: Job = {
      id,
      buildProjectId: this.ids.uuid(),
      created,
      config,
      disabled: false,
      builds: [],
      plans: [],
      notices: new Map(),
    };
    this.jobs.set(id, job);
    return job;
  }

  /** The task, or the service's error; `path` is that of the route. */
  job(id: string, path?: string): Job {
    const job = this.jobs.get(id);
    if (!job) throw unknownId("task", path);
    return job;
  }

  project(id: string): SimulatedProject {
    const project = this.projects.get(id);
    if (!project) throw unknownId("project");
    return project;
  }

  jobsOf(projectId: string): Job[] {
    return [...this.jobs.values()].filter((job) => job.config.project_id === projectId);
  }

  /** A number of a build may be text. */
  build(jobId: string, number: number | string): Build {
    const { builds } = this.job(jobId);
    const build = builds.find((one) => String(one.number) === String(number));
    if (!build) throw noBuild();
    return build;
  }

  record(recordId: string): Build {
    const build = this.records.get(recordId);
    if (!build) throw unknownId("build record");
    return build;
  }

  /** Begins a build at `at`. Whether the task may be run is for the caller to check. */
  startBuild(job: Job, at: number, request: BuildRequest, plan: BuildPlan): Build {
    const { config } = job;
    const life = new Life(at, writeScript(stepNames(config), plan));
    const day = localDay(at);
    const today = job.builds.filter(({ daily }) => daily.startsWith(`${day}.`)).length;
    const { parameters = new Map<string, string>(), tag = null, commit } = request;
    const declared = new Map(defaultsOf(config));
    const build: Build = {
      job,
      config,
      number: request.number ?? (job.builds.at(-1)?.number ?? 0) + 1,
      entryId: this.#entryIds.uuid(),
      recordId: request.recordId ?? this.ids.uuid(),
      execution: this.ids.execution(),
      daily: `${day}.${today + 1}`,
      parameters: new Map([...declared, ...parameters]),
      unknownParameters: [...parameters.keys()].filter((name) => !declared.has(name)),
      tag,
      commit: commit ?? this.ids.commit(),
      type: commit ? "commitId" : tag ? "tag" : "branch",
      life,
      packages: plan.packages ?? [config.job_name],
      images: plan.images ?? [],
    };
    job.builds.push(build);
    this.records.set(build.recordId, build);
    return build;
  }

  /** Ends the builds of a task that still wait or run. */
  abortBuilds(job: Job, now: number): void {
    for (const { life } of job.builds) if (!life.hasEnded(now)) life.end(now, "aborted");
  }

  deleteJob(job: Job): void {
    this.jobs.delete(job.id);
    for (const { recordId } of job.builds) this.records.delete(recordId);
  }
}

/** The steps that a build of this configuration goes through. */
export function stepNames({ steps }: JobConfig): string[] {
  return steps.filter(({ enable }) => enable !== false).map(({ name }) => name);
}

/** One field of a parameter's definition. */
export function fieldOf({ params = [] }: JobParameter, name: string): string | undefined {
  return params.find((field) => field.name === name)?.value;
}

function defaultsOf({ parameters = [] }: JobConfig): Array<[string, string]> {
  return parameters.flatMap((parameter): Array<[string, string]> => {
    const name = fieldOf(parameter, "name");
    return name === undefined ? [] : [[name, fieldOf(parameter, "defaultValue") ?? ""]];
  });
}

/** The service's words for how a build ended. */
export const RESULT_STATES: Readonly<Record<BuildResult, string>> = {
  success: "SUCCESS",
  failure: "FAILURE",
  aborted: "ABORTED",
  "never-scheduled": "SCHEDULE_FAILURE",
};
