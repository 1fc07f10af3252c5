import type { Clock } from "./clock.js";
import type { Descriptor } from "./descriptor.js";
import { ApiError, ConfigurationError, NetworkError, TimeoutError } from "./errors.js";
import { type BuildHelpers, type CallOptions, checkNumber } from "./options.js";
import { pointTo } from "./pointer.js";
import { Scope } from "./scope.js";

/** A build: its task, and its number in the task. */
export interface BuildReference {
  readonly job_id: string;
  /** `actual_build_number` of `runJob`'s answer, as text or as a number. */
  readonly build_no: number | string;
}

/** How long a helper may go on. */
export interface HelperOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for all of it. Default: an hour. */
  readonly deadline?: number | undefined;
}

/** What the helpers need of a client. */
export interface BuildTools {
  readonly clock: Clock;
  readonly helpers: BuildHelpers;
  call(operation: Descriptor, request: object, options: CallOptions): Promise<unknown>;
}

/** What became of a build. */
export type BuildResult = "success" | "failure" | "aborted" | "never-scheduled";

/** So many polls may fail in a row. */
const FAILURES = 5;

/** One build, looked at again and again. */
export class BuildWatch {
  readonly #tools: BuildTools;
  readonly #build: BuildReference;
  readonly #seen = new Set<string>();
  #failures = 0;
  readonly scope: Scope;
  /** What messages call it. */
  readonly name: string;

  constructor(what: string, tools: BuildTools, build: BuildReference, { signal, deadline = 3_600_000 }: HelperOptions) {
    const { job_id, build_no } = build;
    this.name = `${what}: build ${build_no} of task ${job_id}`;
    if (!/^[1-9]\d*$/.test(String(build_no))) {
      throw new ConfigurationError(`${what}: build_no is "${build_no}": give the number of a build, 1 or greater.`);
    }
    this.#tools = tools;
    this.#build = build;
    const limit = checkNumber("deadline", deadline, 1);
    this.scope = new Scope(tools.clock, limit, signal, () => {
      const seen = [...this.#seen].join(", ") || "none";
      return new TimeoutError(`${this.name} did not end within ${limit} ms. States seen: ${seen}.`);
    });
  }

  /** Calls one of the helper operations for this build. */
  call(operation: Descriptor, more?: object): Promise<unknown> {
    const [job = "", number = ""] = operation.path.match(/(?<=\{)[^{}]+/g) ?? [];
    const request = { [job]: this.#build.job_id, [number]: Number(this.#build.build_no), ...more };
    return this.scope.race(this.#tools.call(operation, request, { signal: this.scope.signal }));
  }

  /** The build's record, its state, and what that means; no result while it goes on, or when the state is unknown. */
  async look(): Promise<{ record: unknown; state: string; result: BuildResult | undefined }> {
    const { record: operation } = this.#tools.helpers;
    const record = await this.call(operation);
    const found = pointTo(record, operation.wait?.state);
    const state = typeof found === "string" ? found : "(none)";
    this.#seen.add(state);
    const outcomes = operation.wait?.outcomes ?? {};
    return { record, state, result: Object.hasOwn(outcomes, state) ? outcomes[state] : undefined };
  }

  /** The outcome of a poll; undefined when it failed in a way that passes. */
  async survive<T>(poll: Promise<T>): Promise<T | undefined> {
    try {
      const value = await poll;
      this.#failures = 0;
      return value;
    } catch (error) {
      const passes = error instanceof NetworkError || error instanceof TimeoutError;
      const retryable = passes || (error instanceof ApiError && error.retryable);
      if (this.scope.signal.aborted || !retryable || ++this.#failures > FAILURES) throw error;
      return undefined;
    }
  }
}

/** Grows by half from one wait to the next, with a fifth of jitter, so that many waiters spread. */
export function pollDelay(turn: number, first: number, longest: number): number {
  return Math.min(longest, first * 1.5 ** turn) * (0.8 + 0.4 * Math.random());
}
