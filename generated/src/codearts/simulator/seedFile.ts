import { ConfigurationError } from "../../runtime/errors.js";
import { OUTCOMES } from "./build.js";
import type { JsonSchema } from "./data.js";
import type { Fault } from "./faults.js";
import { handlers } from "./handlers.js";
import type { BuildSeed, JobSeed } from "./seed.js";
import type { Simulator } from "./simulator.js";
import { validate } from "./validate.js";

/** What can be put into a simulator, as JSON: the arguments of its methods, and `Infinity` as text. */
export interface SeedFile {
  readonly $schema?: string;
  readonly jobs?: readonly JobSeed[];
  readonly builds?: readonly BuildSeed[];
  readonly plans?: ReadonlyArray<{ readonly job_id: string }>;
  readonly templates?: ReadonlyArray<{ readonly name: string; readonly uuid?: string }>;
  readonly users?: ReadonlyArray<{ readonly domain: string; readonly user: string; readonly password: string }>;
  readonly keystores?: ReadonlyArray<{
    readonly file_name: string;
    readonly content: string;
    readonly encoding?: "base64" | "text";
    readonly domain_id?: string;
  }>;
  readonly faults?: readonly Fault[];
}

/** What was made of it. */
export interface Seeded {
  readonly jobs: ReadonlyArray<ReturnType<Simulator["addJob"]>>;
  readonly builds: ReadonlyArray<ReturnType<Simulator["addBuild"]>>;
  readonly templates: ReadonlyArray<ReturnType<Simulator["addTemplate"]>>;
}

const text = (description: string): JsonSchema => ({ type: "string", description });
const number = (description: string, minimum = 0): JsonSchema => ({ type: "number", minimum, description });
const endless = (description: string): JsonSchema => ({
  anyOf: [{ type: "number", minimum: 0 }, { enum: ["Infinity"] }],
  description,
});
const flag = (description: string): JsonSchema => ({ type: "boolean", description });
const texts = (description: string): JsonSchema => ({ type: "array", items: { type: "string" }, description });
const named = (description: string): JsonSchema => ({
  type: "object",
  additionalProperties: { type: "string" },
  description,
});
const entry = (properties: Record<string, JsonSchema>, ...required: string[]): JsonSchema => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const list = (items: JsonSchema, description: string): JsonSchema => ({ type: "array", items, description });

const plan: Record<string, JsonSchema> = {
  outcome: { enum: OUTCOMES, description: "How the build ends. Default: success." },
  queue: endless("Milliseconds in the queue. Default: 1000."),
  duration: endless("Milliseconds of each step. Default: 2000."),
  endsAt: text("The step at which a build ends that does not succeed."),
  log: named("What the steps write, by the name of the step."),
  packages: texts("Names of the packages that a success publishes."),
  images: texts("Names of the images that a success publishes."),
};

const fault: Record<string, JsonSchema> = {
  operation: { enum: Object.keys(handlers), description: "Only calls of this operation." },
  times: {
    anyOf: [{ type: "integer", minimum: 1 }, { enum: ["Infinity"] }],
    description: "How many calls. Default: 1.",
  },
  latency: number("Milliseconds until the call is answered."),
  status: { type: "integer", minimum: 200, maximum: 599, description: "The answer is an error with this status." },
  code: text("The code of the error."),
  message: text("The message of the error."),
  retryAfter: { type: ["number", "string"], description: "Seconds, or an HTTP date." },
  encodedTwice: flag("The error's body is a JSON text in a JSON text."),
  reset: flag("The connection breaks without an answer."),
  takesEffect: flag("The call takes effect all the same."),
  redirect: text("The answer sends the caller to this address."),
  truncate: number("The connection breaks after so many bytes of the body."),
  slow: {
    ...entry(
      { bytes: number("Bytes of a piece.", 1), milliseconds: number("Time before each piece.") },
      "bytes",
      "milliseconds",
    ),
    description: "The body comes in pieces.",
  },
  splitCharacters: flag("Pieces of the body end in the middle of a character."),
  skew: { type: "number", description: "Milliseconds by which the service's clock is wrong." },
};

/** The JSON schema of a seed file. The package carries it, so that editors know the names. */
export const seedSchema: JsonSchema = entry({
  $schema: text("Where the schema of this file stands, for editors."),
  jobs: list(
    entry({
      job_name: text("Unique in the project."),
      steps: texts("Names of the steps."),
      parameters: named("Default values of the task's parameters, by name."),
      repository: text("Address of the code repository."),
      job_id: text("32 letters and digits."),
      project_id: text("The CodeArts project. It is made if it does not exist."),
    }),
    "Tasks.",
  ),
  builds: list(
    entry(
      {
        job_id: text("The task."),
        at: number("When it was asked for, in milliseconds since 1970."),
        parameters: named("The parameters of the run, by name."),
        build_no: { type: ["integer", "string"], description: "Greater than the numbers of the task's other builds." },
        record_id: text("The id of its record."),
        ...plan,
      },
      "job_id",
    ),
    "Builds of the past.",
  ),
  plans: list(
    entry({ job_id: text("The task."), ...plan }, "job_id"),
    "How the next builds of tasks go, in their order.",
  ),
  templates: list(entry({ name: text("Its name."), uuid: text("Its id.") }, "name"), "Templates."),
  users: list(
    entry(
      { domain: text("The account."), user: text("The name."), password: text("The password.") },
      "domain",
      "user",
      "password",
    ),
    "Users of IAM.",
  ),
  keystores: list(
    entry(
      {
        file_name: text("The name of the file."),
        content: text("What is in it."),
        encoding: { enum: ["text", "base64"], description: "How the content is written. Default: text." },
        domain_id: text("The tenant. Default: the simulator's own."),
      },
      "file_name",
      "content",
    ),
    "Keystore files.",
  ),
  faults: list(entry(fault), "What goes wrong with the next calls."),
});

/** Puts what a JSON value describes into a simulator. Throws where it is misshapen before anything is put in. */
export function furnish(service: Simulator, value: unknown): Seeded {
  const issue = validate(value, seedSchema, {});
  if (issue) throw new ConfigurationError(`The seed does not fit: ${issue.at || "it"} ${issue.message}.`);
  const {
    jobs = [],
    builds = [],
    plans = [],
    templates = [],
    users = [],
    keystores = [],
    faults = [],
  } = value as SeedFile;
  const seeded = {
    jobs: jobs.map((job, index) => at("jobs", index, () => service.addJob(job))),
    builds: builds.map((build, index) => at("builds", index, () => service.addBuild(withInfinity(build)))),
    templates: templates.map((template, index) => at("templates", index, () => service.addTemplate(template))),
  };
  for (const [index, { job_id, ...next }] of plans.entries()) {
    at("plans", index, () => service.plan(job_id, withInfinity(next)));
  }
  for (const user of users) service.addUser(user);
  for (const [index, { file_name, content, encoding, domain_id }] of keystores.entries()) {
    at("keystores", index, () => service.addKeystore(file_name, bytesOf(content, encoding), domain_id));
  }
  for (const [index, one] of faults.entries()) at("faults", index, () => service.fault(withInfinity(one)));
  return seeded;
}

/** Makes one entry; its error says which one it is. */
function at<T>(list: string, index: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConfigurationError) throw new ConfigurationError(`${list}[${index}]: ${error.message}`);
    throw error;
  }
}

function bytesOf(content: string, encoding = "text"): Uint8Array {
  if (encoding === "text") return new TextEncoder().encode(content);
  try {
    return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  } catch {
    throw new ConfigurationError("content is not in base64.");
  }
}

/** JSON cannot write infinity. */
function withInfinity<T extends object>(given: T): T {
  const entries = Object.entries(given).map(([name, value]: [string, unknown]) => [
    name,
    value === "Infinity" ? Infinity : value,
  ]);
  return Object.fromEntries(entries) as T;
}
