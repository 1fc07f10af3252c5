// Routes that let tests in other languages control a simulator.
import type { BuildResult } from "../runtime/build.js";
import { ConfigurationError } from "../../runtime/errors.js";
import { OUTCOMES } from "./build.js";
import { ManualClock } from "./clock.js";
import type { JsonSchema } from "./data.js";
import { furnish } from "./seedFile.js";
import type { Simulator } from "./simulator.js";
import { validate } from "./validate.js";

/** The path of the control routes, for tests in languages that cannot use `Simulator`. The service has no such path. */
export const CONTROL = "/_simulator/";

/** An answer of these routes. Without `json` it has no body. */
export interface ControlAnswer {
  readonly status: number;
  readonly json?: unknown;
}

interface Action {
  readonly does: string;
  /** What its body must be. */
  readonly takes?: JsonSchema;
  readonly run: (service: Simulator, body: Record<string, unknown>) => unknown;
}

const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => name !== "outcome"),
  additionalProperties: false,
});

const actions: Readonly<Record<string, Action>> = {
  "GET state": { does: "what it holds now", run: (service) => service.state },
  "GET requests": {
    does: "the requests that it saw, oldest first, and how many it has forgotten",
    run: (service) => ({
      // A value that is nested too deeply cannot be written as JSON: it is left out, and `body` has its text.
      requests: service.requests.map((request) => ({ ...request, json: writable(request.json) })),
      forgotten: service.forgottenRequests,
    }),
  },
  "POST seed": {
    does: "adds tasks, builds, plans, templates, users, keystores and faults, as in a file for --seed",
    run: (service, body) => furnish(service, body),
  },
  "POST finish": {
    does: "ends a build now: { job_id, build_no, outcome }",
    takes: object({
      job_id: { type: "string" },
      build_no: { type: ["integer", "string"] },
      outcome: { enum: OUTCOMES },
    }),
    run: (service, { job_id, build_no, outcome }) =>
      service.finish({ job_id: String(job_id), build_no: String(build_no) }, outcome as BuildResult | undefined),
  },
  "POST clock": {
    does: "moves a manual clock: { advance: milliseconds }",
    takes: object({ advance: { type: "number", minimum: 0 } }),
    async run({ clock }, { advance }) {
      if (!(clock instanceof ManualClock))
        throw new ConfigurationError("The clock is the machine's: start with --clock manual.");
      await clock.advance(Number(advance));
      return { now: clock.now() };
    },
  },
  "POST reset": {
    does: "back to the beginning: an empty service with its credentials",
    run: (service) => service.reset(),
  },
};

/** Answers a request below `/_simulator/`. */
export async function control(service: Simulator, method: string, path: string, body: string): Promise<ControlAnswer> {
  const name = path.slice(CONTROL.length).split("?")[0] ?? "";
  if (name === "") return { status: 200, json: { routes: routes() } };
  const action = Object.hasOwn(actions, `${method} ${name}`) ? actions[`${method} ${name}`] : undefined;
  if (!action) return { status: 404, json: { error: `There is no ${method} ${CONTROL}${name}.`, routes: routes() } };
  try {
    const value = method === "POST" ? read(body, action.takes) : {};
    const json = await action.run(service, value);
    return json === undefined ? { status: 204 } : { status: 200, json };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { status: 400, json: { error: error.message } };
  }
}

function routes(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(actions).map(([name, { does }]) => [name.replace(" ", ` ${CONTROL}`), does]),
  );
}

function read(body: string, schema: JsonSchema = { type: "object" }): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body || "{}");
  } catch {
    throw new ConfigurationError("The body is not JSON.");
  }
  const issue = validate(value, schema, {});
  if (issue) throw new ConfigurationError(`${issue.at || "The body"} ${issue.message}.`);
  return value as Record<string, unknown>;
}

function writable(value: unknown): unknown {
  try {
    JSON.stringify(value);
    return value;
  } catch {
    return undefined;
  }
}
