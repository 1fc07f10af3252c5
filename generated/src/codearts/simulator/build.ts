// The planned course of a build.
import type { BuildResult } from "../runtime/build.js";
import { ConfigurationError } from "../../runtime/errors.js";
import { checkNumber } from "../../runtime/options.js";
import { checkKeys } from "./keys.js";
import { type LogLine, type LogText, defaultLog, givenLog } from "./log.js";

/** How a build should run. Without further fields it succeeds within seconds. */
export interface BuildPlan {
  /** How it ends; default `success`. */
  readonly outcome?: BuildResult | undefined;
  /** Milliseconds in the queue; default 1,000. With `Infinity` it waits until `finish`, or until it is stopped. */
  readonly queue?: number | undefined;
  /**
   * Milliseconds of each step; default 2,000. With `Infinity` the last one goes on until `finish`, or until it is
   * stopped.
   */
  readonly duration?: number | undefined;
  /** The step at which a build ends that does not succeed; default the last one. */
  readonly endsAt?: string | undefined;
  /** What the steps write, by their name: one text, whose lines appear evenly over the time of the step. */
  readonly log?: Readonly<Record<string, string>> | undefined;
  /** Names of the packages that a success publishes; default one, named after the task. */
  readonly packages?: readonly string[] | undefined;
  /** Names of the images that a success publishes; default none. */
  readonly images?: readonly string[] | undefined;
}

export const PLAN_KEYS = [
  "outcome",
  "queue",
  "duration",
  "endsAt",
  "log",
  "packages",
  "images",
] as const satisfies ReadonlyArray<keyof BuildPlan>;

/** A planned step. Times are milliseconds after the start of the build. */
interface ScriptStep {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly succeeds: boolean;
}

/** The planned course of a build. It is fixed when the build starts; its state at a moment is read from it. */
export interface Script {
  readonly outcome: BuildResult;
  readonly queue: number;
  readonly steps: readonly ScriptStep[];
  readonly names: readonly string[];
  readonly end: number;
  readonly lines: readonly LogLine[];
}

const HELD_LINE = 1_000;

export const OUTCOMES: readonly BuildResult[] = ["success", "failure", "aborted", "never-scheduled"];

/** The outcome, or an error that lists what it can be. */
export function checkOutcome(outcome: BuildResult): void {
  if (!OUTCOMES.includes(outcome)) {
    throw new ConfigurationError(`outcome is "${outcome}": give one of ${OUTCOMES.join(", ")}.`);
  }
}

/** Throws unless a build with these steps can run as planned. */
export function checkPlan(names: readonly string[], plan: BuildPlan): void {
  checkKeys("A plan", plan, PLAN_KEYS);
  const { outcome = "success", queue = 0, duration = 0, endsAt, log = {} } = plan;
  checkOutcome(outcome);
  checkNumber("queue", queue, 0);
  checkNumber("duration", duration, 0);
  for (const step of [...(endsAt === undefined ? [] : [endsAt]), ...Object.keys(log)]) {
    if (names.includes(step)) continue;
    throw new ConfigurationError(`The task has no step "${step}": its steps are ${names.join(", ") || "none"}.`);
  }
}

/** Plans the course of a build with these steps. What a plan says about other steps is ignored. */
export function writeScript(names: readonly string[], plan: BuildPlan): Script {
  const { outcome = "success", queue = 1_000, duration = 2_000, endsAt, log = {} } = plan;
  const shown =
    outcome === "never-scheduled"
      ? 0
      : outcome === "success" || endsAt === undefined || !names.includes(endsAt)
        ? names.length
        : names.indexOf(endsAt) + 1;
  const held = duration === Infinity;
  const steps = names.slice(0, shown).map((name, i): ScriptStep => {
    const last = i === shown - 1;
    const length = held ? (last ? Infinity : 2_000) : duration;
    const start = queue + i * (held ? 2_000 : duration);
    return { name, start, end: start + length, succeeds: outcome === "success" || !last };
  });
  const lines = steps.flatMap((step) => {
    const text: readonly LogText[] = Object.hasOwn(log, step.name) ? givenLog(log[step.name] ?? "") : defaultLog(step);
    const gap = step.end === Infinity ? HELD_LINE : (step.end - step.start) / (text.length + 1);
    return text.map((line, i) => ({ ...line, step: step.name, at: step.start + (i + 1) * gap }));
  });
  return { outcome, queue, steps, names, end: steps.at(-1)?.end ?? queue, lines };
}

/** Where a build stands. */
export type Phase = "queued" | "running" | BuildResult;

/** The state of one build, by the clock. */
export class Life {
  readonly created: number;
  readonly script: Script;
  #ended: { readonly at: number; readonly outcome: BuildResult } | undefined;

  constructor(created: number, script: Script) {
    this.created = created;
    this.script = script;
  }

  /** When it leaves the queue; undefined when it never does. */
  get started(): number | undefined {
    const left = this.created + this.script.queue;
    const { at, outcome } = this.ending;
    if (left === Infinity && at === Infinity) return undefined;
    if (at >= left && outcome !== "never-scheduled") return left;
    // Ended by hand while it was in the queue.
    return outcome === "success" || outcome === "failure" ? at : undefined;
  }

  /** How it ends, and when. */
  get ending(): { readonly at: number; readonly outcome: BuildResult } {
    return this.#ended ?? { at: this.created + this.script.end, outcome: this.script.outcome };
  }

  phase(now: number): Phase {
    const { at, outcome } = this.ending;
    if (now >= at) return outcome;
    return now >= this.created + this.script.queue ? "running" : "queued";
  }

  hasEnded(now: number): boolean {
    return now >= this.ending.at;
  }

  /** Ends it now. */
  end(now: number, outcome: BuildResult): void {
    this.#ended = { at: now, outcome };
  }

  /** Milliseconds that it has run. */
  duration(now: number): number {
    const { started } = this;
    return started === undefined ? 0 : Math.max(0, Math.min(now, this.ending.at) - started);
  }

  /** The steps, with their status as the service writes it. */
  steps(now: number): Array<{ name: string; status: string; build_time: number }> {
    const { at, outcome } = this.ending;
    const until = Math.min(now, at) - this.created;
    const over = now >= at;
    return this.script.names.map((name, i) => {
      const step = this.script.steps[i];
      if (this.#ended && over && outcome === "success")
        return { name, status: "success", build_time: spent(step, until) };
      const begun = step !== undefined && this.started !== undefined && until >= step.start;
      if (!begun) return { name, status: "", build_time: 0 };
      const build_time = spent(step, until);
      if (until >= step.end) return { name, status: step.succeeds ? "success" : "error", build_time };
      return { name, status: over ? "error" : "running", build_time };
    });
  }

  /** The log as it stands; of one step, when it is named. */
  log(now: number, filter: { step?: string | undefined; debug?: boolean } = {}): string {
    const { at, outcome } = this.ending;
    const until = Math.min(now, at) - this.created;
    // A build that was ended as a success has written its whole log.
    const all = this.#ended !== undefined && now >= at && outcome === "success";
    let text = "";
    for (const line of this.script.lines) {
      if (!all && line.at > until) break;
      if ((filter.step ?? line.step) === line.step && (filter.debug || line.level !== "DEBUG")) {
        text += line.write(this.created + Math.min(line.at, at - this.created));
      }
    }
    return text;
  }
}

function spent(step: ScriptStep | undefined, until: number): number {
  return step ? Math.max(0, Math.min(until, step.end) - step.start) : 0;
}
