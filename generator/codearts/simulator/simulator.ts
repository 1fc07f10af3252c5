import type { BuildResult } from "../runtime/build.js";
import type { Credentials } from "../../runtime/credentials.js";
import { ConfigurationError } from "../../runtime/errors.js";
import { type AccessKey, accessKey, password, token } from "../runtime/credentials.js";
import type { IssuedToken, SimulatorUser } from "./auth.js";
import { type BuildPlan, checkPlan } from "./build.js";
import { ManualClock, type SimulatorClock, realClock } from "./clock.js";
import type { SimulatorData } from "./data.js";
import type { Fault } from "./faults.js";
import { checkKeys } from "./keys.js";
import { receiveCall } from "./received.js";
import { type BuildName, type BuildSeed, type JobSeed, finishBuild, seedBuild, seedJob, seededJob } from "./seed.js";
import type { SeenRequest } from "./seen.js";
import { Service } from "./service.js";
import { type SimulatorState, snapshot } from "./snapshot.js";
import { State, stepNames } from "./state.js";

/** What kind of simulator it is. */
export interface SimulatorOptions {
  /**
   * `real`, the default: builds take their seconds. `manual`: time stands still until `clock.advance()` or
   * `clock.until()` moves it, so that a test of a long build takes no time; then give the client `clock: service.clock`.
   */
  readonly clock?: "manual" | "real" | undefined;
}

type CredentialsKind = "token" | "accessKey" | "password";

const KEY = { accessKeyId: "SIMULATEDACCESSKEY00", secretAccessKey: "simulated-secret-access-key-0000000000000" };
const USER = { domain: "simulator_domain", user: "simulator", password: "simulated-password" };

/** Throws where the simulator cannot answer: jsdom, for example, has no `fetch`. */
function checkRuntime(): void {
  const lacking = ["Headers", "Response", "TextDecoder", "TextEncoder"].filter(
    (name) => typeof Reflect.get(globalThis, name) !== "function",
  );
  if (lacking.length === 0) return;
  throw new ConfigurationError(
    `The simulator needs ${lacking.join(", ")}, which this runtime does not have. With Jest, write @jest-environment node in the test's first comment.`,
  );
}

/**
 * The service in miniature. It lives in this process; give its `url`, `fetch` and `credentials()` to a client. Whatever a
 * test asks of it that cannot be is a `ConfigurationError`; what a client asks is answered as the service would.
 */
export class Simulator {
  /** Where a client finds it, through `fetch`; any other address of the service works as well. */
  readonly url = "https://codearts-build.test";
  readonly clock: SimulatorClock;
  /** An access key pair that it accepts. */
  readonly accessKey: AccessKey = KEY;
  /** An IAM user that it knows. */
  readonly user: SimulatorUser = USER;
  readonly #data: SimulatorData;
  readonly #service: Service;
  #projectId: string;
  #token: IssuedToken;

  constructor(data: SimulatorData, options: SimulatorOptions) {
    checkRuntime();
    checkKeys("createSimulator()", options, ["clock"]);
    const { clock = "real" } = options;
    this.clock = clockOf(clock);
    this.#data = data;
    this.#service = new Service(data, this.clock, this.#newState());
    ({ projectId: this.#projectId, token: this.#token } = this.#begin());
  }

  /** Answers as the service would. It never follows redirects. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    this.#service.answer(await receiveCall(input, init));

  /** The CodeArts project that every simulator has. */
  get project_id(): string {
    return this.#projectId;
  }

  /** An IAM token that it accepts now; each lasts for 24 hours. */
  get token(): string {
    const now = this.clock.now();
    if (this.#token.expires <= now) this.#token = this.#service.state.access.issueToken(now);
    return this.#token.token;
  }

  /**
   * Credentials that it accepts, whatever its clock says. Those of the kind `password` ask IAM: give the client
   * `iamUrl`, too.
   */
  credentials(kind: CredentialsKind = "token"): Credentials {
    checkChoice("kind", kind, ["token", "accessKey", "password"]);
    if (kind === "accessKey") return accessKey(this.accessKey);
    if (kind === "password") return password({ ...this.user, project: this.#service.state.region });
    return token(() => this.token);
  }

  /** Adds a task. */
  addJob(seed: JobSeed = {}): { readonly job_id: string; readonly project_id: string; readonly job_name: string } {
    const { id, config } = seedJob(this.#service.state, seed, this.clock.now(), this.project_id);
    return { job_id: id, project_id: config.project_id, job_name: config.job_name };
  }

  /** Adds a build to a task's past. To start one now, call `runJob`. */
  addBuild(seed: BuildSeed): { readonly build_no: number; readonly record_id: string } {
    const { number, recordId } = seedBuild(this.#service.state, seed, this.clock.now());
    return { build_no: number, record_id: recordId };
  }

  /** Adds a template. */
  addTemplate(seed: TemplateSeed): { readonly uuid: string } {
    checkKeys("addTemplate()", seed, TEMPLATE_KEYS);
    const { name, uuid } = seed;
    const { ids, templates } = this.#service.state;
    if (uuid !== undefined && templates.has(uuid)) throw new ConfigurationError(`uuid "${uuid}" exists already.`);
    const created = this.clock.now();
    const made = {
      id: ids.entry(),
      uuid: uuid ?? ids.plain(),
      name,
      description: "",
      toolType: undefined,
      steps: [],
      parameters: [],
      created,
    };
    templates.set(made.uuid, made);
    return { uuid: made.uuid };
  }

  /** Adds a keystore file; the tenant is the simulator's own, unless given. */
  addKeystore(file_name: string, content: Uint8Array, domain_id = this.domain_id): void {
    if (!(content instanceof Uint8Array))
      throw new ConfigurationError("content is no Uint8Array: give the file's bytes.");
    this.#service.state.keystores.set(`${domain_id}/${file_name}`, content.slice());
  }

  /** Adds an IAM user. */
  addUser(user: SimulatorUser): void {
    checkKeys("addUser()", user, USER_KEYS);
    this.#service.state.access.users.push(user);
  }

  /** Id of the simulator's own tenant. */
  get domain_id(): string {
    return this.#service.state.account.domainId;
  }

  /** Plans the next build of a task; called again, the one after it. */
  plan(job_id: string, plan: BuildPlan): void {
    const job = seededJob(this.#service.state, job_id);
    checkPlan(stepNames(job.config), plan);
    job.plans.push(plan);
  }

  /** Ends a build now. */
  finish(build: BuildName, outcome: BuildResult = "success"): void {
    finishBuild(this.#service.state, build, outcome, this.clock.now());
  }

  /** Makes the next call, or several, go wrong. The returned function cancels that. */
  fault(fault: Fault): () => void {
    return this.#service.faults.add(fault);
  }

  /** The requests that it saw, oldest first. Of many large ones the oldest are forgotten: 16 million characters are kept. */
  get requests(): readonly SeenRequest[] {
    return this.#service.seen.list;
  }

  /** How many requests it saw and has forgotten. */
  get forgottenRequests(): number {
    return this.#service.seen.forgotten;
  }

  /** What it holds now. */
  get state(): SimulatorState {
    return snapshot(this.#service.state, this.clock.now());
  }

  /**
   * Back to the beginning: no tasks, no faults, no requests seen, and a manual clock at its start. Credentials stay
   * good.
   */
  reset(): void {
    if (this.clock instanceof ManualClock) this.clock.reset();
    this.#service.faults.clear();
    this.#service.seen.clear();
    this.#service.state = this.#newState();
    ({ projectId: this.#projectId, token: this.#token } = this.#begin());
  }

  #newState(): State {
    const { regions } = this.#data;
    return new State(regions[0] ?? "ap-southeast-3", regions);
  }

  #begin(): { projectId: string; token: IssuedToken } {
    const { access } = this.#service.state;
    const { id } = this.#service.state.addProject("project-1");
    access.addKey(KEY.accessKeyId, KEY.secretAccessKey);
    access.users.push(USER);
    return { projectId: id, token: access.issueToken(this.clock.now()) };
  }
}

export const TEMPLATE_KEYS = ["name", "uuid"] as const satisfies ReadonlyArray<keyof TemplateSeed>;
export const USER_KEYS = ["domain", "user", "password"] as const satisfies ReadonlyArray<keyof SimulatorUser>;

/** A template to begin with. */
export interface TemplateSeed {
  readonly name: string;
  readonly uuid?: string | undefined;
}

function clockOf(kind: "manual" | "real"): SimulatorClock {
  checkChoice("clock", kind, ["manual", "real"]);
  return kind === "manual" ? new ManualClock() : realClock();
}

/** Throws unless the value is one of the choices: callers in JavaScript have no compiler to tell them. */
function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new ConfigurationError(`${name} is "${value}": give one of ${choices.join(", ")}.`);
}
