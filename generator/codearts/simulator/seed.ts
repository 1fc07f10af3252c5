import { ConfigurationError } from "../../runtime/errors.js";
import { type BuildPlan, checkOutcome, checkPlan, PLAN_KEYS } from "./build.js";
import { checkKeys } from "./keys.js";
import { type Build, type Job, type JobConfig, type State, stepNames } from "./state.js";

/** A task to begin with. What is left out is made up. */
export interface JobSeed {
  /** Unique in the project. */
  readonly job_name?: string | undefined;
  /** Names of the steps. */
  readonly steps?: readonly string[] | undefined;
  /** Default values of the task's parameters, by name. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Address of the code repository. */
  readonly repository?: string | undefined;
  /** 32 letters and digits. */
  readonly job_id?: string | undefined;
  /** The CodeArts project; the one that every simulator has, unless given. It is made if it does not exist. */
  readonly project_id?: string | undefined;
}

/** A build that has ended, or that started some time ago. */
export interface BuildSeed extends BuildPlan {
  readonly job_id: string;
  /** When it was asked for; default so long ago that it has just ended. */
  readonly at?: Date | number | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Greater than the numbers of the task's other builds; default the next. */
  readonly build_no?: number | string | undefined;
  readonly record_id?: string | undefined;
}

export const JOB_KEYS = [
  "job_name",
  "steps",
  "parameters",
  "repository",
  "job_id",
  "project_id",
] as const satisfies ReadonlyArray<keyof JobSeed>;

export const BUILD_KEYS = [
  "job_id",
  "at",
  "parameters",
  "build_no",
  "record_id",
  ...PLAN_KEYS,
] as const satisfies ReadonlyArray<keyof BuildSeed>;

const STEPS = ["Code checkout", "Build with Maven"];
const REPOSITORY = "https://codehub.example.com/demo-group/maven-demo.git";

function checkId(name: string, id: string | undefined, form: RegExp, taken: (id: string) => boolean): void {
  if (id === undefined) return;
  if (!form.test(id)) throw new ConfigurationError(`${name} "${id}" does not have the form ${form.source}.`);
  if (taken(id)) throw new ConfigurationError(`${name} "${id}" exists already.`);
}

/** A name that no task has yet. */
function freeName(state: State, projectId: string): string {
  const taken = new Set(state.jobsOf(projectId).map(({ config }) => config.job_name));
  let number = state.jobs.size + 1;
  while (taken.has(`job-${number}`)) number++;
  return `job-${number}`;
}

/** Adds a task. */
export function seedJob(state: State, seed: JobSeed, now: number, projectId: string): Job {
  checkKeys("addJob()", seed, JOB_KEYS);
  const { steps = STEPS, parameters = { codeBranch: "master" }, repository: url = REPOSITORY } = seed;
  const { job_id, project_id = projectId, job_name = freeName(state, project_id) } = seed;
  const given: unknown = steps;
  if (!Array.isArray(given)) throw new ConfigurationError("steps is not a list: give the names of the steps.");
  if (state.jobsOf(project_id).some(({ config }) => config.job_name === job_name)) {
    throw new ConfigurationError(`The project has a task named "${job_name}" already.`);
  }
  checkId("job_id", job_id, /^[0-9A-Za-z]{32}$/, (id) => state.jobs.has(id));
  if (!state.projects.has(project_id)) {
    checkId("project_id", project_id, /^[0-9A-Za-z]{32}$/, () => false);
    state.addProject(`project-${state.projects.size + 1}`, project_id);
  }
  const config: JobConfig = {
    arch: "x86-64",
    project_id,
    job_name,
    auto_update_sub_module: "false",
    flavor: "2u8g",
    parameters: Object.entries(parameters).map(([name, value]) => definition(name, value)),
    scms: [
      {
        branch: "master",
        url,
        repo_id: "2111746211",
        web_url: url.replace(/\.git$/, "/home"),
        scm_type: "codehub",
        build_type: "branch",
      },
    ],
    steps: steps.map((name, i) => ({
      module_id: `devcloud2018.codeci_action_${20_043 + i}.action`,
      name,
      enable: true,
    })),
    host_type: "devcloud",
  };
  return state.addJob(config, now, job_id);
}

function definition(name: string, value: string) {
  const fields = {
    name,
    type: "normalparam",
    defaultValue: value,
    deletion: "false",
    staticVar: "false",
    sensitiveVar: "false",
  };
  return {
    name: "hudson.model.StringParameterDefinition",
    params: Object.entries(fields).map(([field, text]) => ({ name: field, value: text })),
  };
}

/** The task, or an error that says how to make one. */
export function seededJob(state: State, job_id: string): Job {
  const job = state.jobs.get(job_id);
  if (!job) throw new ConfigurationError(`There is no task "${job_id}": add it with addJob().`);
  return job;
}

/** Adds a build. */
export function seedBuild(state: State, seed: BuildSeed, now: number): Build {
  // What addJob() returns may be given as a whole.
  checkKeys("addBuild()", seed, [...BUILD_KEYS, "project_id", "job_name"]);
  const { job_id, at, parameters = {}, build_no, record_id: recordId } = seed;
  const plan = pick(seed, PLAN_KEYS);
  const job = seededJob(state, job_id);
  const steps = stepNames(job.config);
  checkPlan(steps, plan);
  checkId("record_id", recordId, /^[0-9a-z-]{36}$/, (id) => state.records.has(id));
  const last = job.builds.at(-1)?.number ?? 0;
  const number = build_no === undefined ? undefined : Number(build_no);
  if (number !== undefined && !(Number.isSafeInteger(number) && number > last)) {
    throw new ConfigurationError(`build_no is ${build_no}: give a whole number greater than ${last}, the task's last.`);
  }
  if (at !== undefined && !Number.isFinite(Number(at))) {
    throw new ConfigurationError("at is no time: give a Date, or milliseconds since 1970.");
  }
  const length = (plan.queue ?? 1_000) + steps.length * (plan.duration ?? 2_000);
  const begin = at === undefined ? now - (Number.isFinite(length) ? length : 0) : Number(at);
  const request = { parameters: new Map(Object.entries(parameters)), number, recordId };
  return state.startBuild(job, begin, request, plan);
}

/** The named fields that are there. */
function pick<T extends object, Key extends keyof T>(from: T, names: readonly Key[]): Pick<T, Key> {
  const given = names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]] as const);
  return Object.fromEntries(given) as Pick<T, Key>;
}

/** A number of a build, as text or as a number. */
export interface BuildName {
  readonly job_id: string;
  readonly build_no: number | string;
}

/** Ends a build now. */
export function finishBuild(
  state: State,
  { job_id, build_no }: BuildName,
  outcome: NonNullable<BuildPlan["outcome"]>,
  now: number,
): void {
  checkOutcome(outcome);
  const { builds } = seededJob(state, job_id);
  const life = builds.find(({ number }) => String(number) === String(build_no))?.life;
  if (!life) {
    const known = builds.map(({ number }) => number).join(", ") || "none";
    throw new ConfigurationError(`The task has no build ${build_no}: its builds are ${known}.`);
  }
  if (life.hasEnded(now)) {
    throw new ConfigurationError(`Build ${build_no} has already ended as ${life.ending.outcome}.`);
  }
  if (outcome === "never-scheduled" && life.phase(now) !== "queued") {
    throw new ConfigurationError(`Build ${build_no} is running: it can no longer be never-scheduled.`);
  }
  life.end(now, outcome);
}
