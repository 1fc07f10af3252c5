import type { Clock } from "../../runtime/clock.js";
import type { Descriptor } from "../../runtime/descriptor.js";
import { ApiError, ConfigurationError, NetworkError, NotFoundError, TimeoutError } from "../../runtime/errors.js";
import type { CallOptions } from "../../runtime/callOptions.js";
import { checkNumber } from "../../runtime/options.js";
import { pointTo } from "../../runtime/pointer.js";
import { Deadline } from "../../runtime/deadline.js";

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

/** The operations that the helpers are built on. Their path takes the task's id, then the build number. */
export interface BuildHelpers {
  /** Has `wait`. */
  readonly record: Descriptor;
  /** Has `steps`. */
  readonly steps: Descriptor;
  /** Has `log`. */
  readonly log: Descriptor;
}

/** What the helpers need of a client. */
export interface BuildTools {
  readonly clock: Clock;
  readonly helpers: BuildHelpers;
  call(operation: Descriptor, request: object, options: CallOptions): Promise<unknown>;
}

/** How a build ended. */
export type BuildResult = "success" | "failure" | "aborted" | "never-scheduled";

/** How many polls may fail in a row. */
const FAILURES = 5;

/** Milliseconds after which a build that was just started must be known to the service. */
const KNOWN_WITHIN = 10_000;

/** True when the service says that there is no such build. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error instanceof NotFoundError || error.status === 422);
}

/** Polls one build. */
export class BuildWatch {
  readonly #tools: BuildTools;
  readonly #build: BuildReference;
  readonly #seen = new Set<string>();
  readonly #began: number;
  #failures = 0;
  /** Whether the service knows the build; undefined until it was asked. */
  #known: boolean | undefined;
  readonly deadline: Deadline;
  /** Its name in messages. */
  readonly name: string;

  constructor(what: string, tools: BuildTools, build: BuildReference, { signal, deadline = 3_600_000 }: HelperOptions) {
    // Callers without types can forget the argument.
    const { job_id, build_no } = Object(build) as Partial<BuildReference>;
    this.name = `${what}: build ${String(build_no)} of task ${String(job_id)}`;
    const exact = typeof build_no === "string" || Number.isSafeInteger(build_no);
    if (!exact || !/^[1-9]\d*$/.test(String(build_no))) {
      throw new ConfigurationError(
        `${what}: build_no is "${String(build_no)}": give the number of a build, 1 or greater; as text from 2^53 on.`,
      );
    }
    this.#tools = tools;
    this.#build = build;
    this.#began = tools.clock.monotonic();
    const limit = checkNumber("deadline", deadline, 1);
    this.deadline = new Deadline(tools.clock, limit, signal, () => {
      const seen = [...this.#seen].join(", ") || "none";
      return new TimeoutError(`${this.name} did not end within ${limit} ms. States seen: ${seen}.`);
    });
  }

  /** Milliseconds since the watch began. */
  get elapsed(): number {
    return this.#tools.clock.monotonic() - this.#began;
  }

  /** Calls one of the helper operations for this build. */
  call(operation: Descriptor, more?: object): Promise<unknown> {
    const [job = "", number = ""] = operation.path.match(/(?<=\{)[^{}]+/g) ?? [];
    const request = { [job]: this.#build.job_id, [number]: this.#build.build_no, ...more };
    return this.deadline.race(this.#tools.call(operation, request, { signal: this.deadline.signal }));
  }

  /**
   * The build's record, its state, and what that means; no result while it goes on, or when the state is unknown.
   * Undefined while a build that was just started is not known yet.
   */
  async look(): Promise<{ record: unknown; state: string; result: BuildResult | undefined } | undefined> {
    const { record: operation } = this.#tools.helpers;
    let record: unknown;
    try {
      record = await this.call(operation);
    } catch (error) {
      if (this.#known || !isUnknown(error) || this.elapsed >= KNOWN_WITHIN) throw error;
      this.#known = false;
      return undefined;
    }
    this.#known = true;
    const found = pointTo(record, operation.wait?.state);
    const state = typeof found === "string" ? found : "(none)";
    this.#seen.add(state);
    const outcomes = operation.wait?.outcomes ?? {};
    return { record, state, result: Object.hasOwn(outcomes, state) ? outcomes[state] : undefined };
  }

  /** The outcome of a poll; undefined after a temporary failure. */
  async survive<T>(poll: Promise<T>): Promise<T | undefined> {
    try {
      const value = await poll;
      this.#failures = 0;
      return value;
    } catch (error) {
      const passes = error instanceof NetworkError || error instanceof TimeoutError;
      const retryable = passes || (error instanceof ApiError && error.retryable);
      if (this.deadline.signal.aborted || !retryable || ++this.#failures > FAILURES) throw error;
      return undefined;
    }
  }

  /** Waits until the next poll: half as long again as before, with a fifth of jitter, so that many waiters spread. */
  pause(turn: number, first: number, longest: number): Promise<void> {
    const delay = Math.min(longest, first * 1.5 ** turn) * (0.8 + 0.4 * Math.random());
    const left = KNOWN_WITHIN - this.elapsed;
    return this.deadline.sleep(this.#known === false && left > 0 ? Math.min(delay, left) : delay);
  }
}
