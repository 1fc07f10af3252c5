import { type Clock, systemClock } from "../../runtime/clock.js";
import { ConfigurationError } from "../../runtime/errors.js";

/**
 * The clock of a simulator. Give it to the client too, and both live in the same time:
 *
 *     const service = createSimulator({ clock: "manual" });
 *     const { job_id } = service.addJob();
 *     const { url: baseUrl, fetch, clock } = service;
 *     const build = new CodeArtsBuild({ baseUrl, fetch, clock, credentials: service.credentials() });
 *
 *     const { actual_build_number: build_no } = await build.runJob({ job_id });
 *     const { result } = await clock.until(build.waitForBuild({ job_id, build_no }));
 */
export interface SimulatorClock extends Clock {
  /**
   * Moves a manual clock by so much. Await it: whatever waits for the clock then gets its turn, in the order of time, so
   * that a client that polls does so as often as it would have. For looking at what happens on the way.
   */
  advance(milliseconds: number): Promise<void>;
  /**
   * Moves a manual clock as far as it takes for a promise to settle, and gives what came of it: a wait for a build, a
   * log that is followed, a whole automation. Of a real clock it just waits.
   */
  until<T>(promise: PromiseLike<T>): Promise<T>;
}

/** Where a manual clock begins: a Monday, 09:00 in the service's local time. */
export const MANUAL_START = Date.UTC(2026, 0, 5, 1);

/** The clock of the machine, which cannot be moved. */
export function realClock(): SimulatorClock {
  return {
    ...systemClock,
    advance() {
      return Promise.reject(
        new ConfigurationError(
          'The clock is the machine\'s and cannot be moved: use createSimulator({ clock: "manual" }).',
        ),
      );
    },
    until: async (promise) => promise,
  };
}

interface Timer {
  at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is advanced. */
export class ManualClock implements SimulatorClock {
  #now = MANUAL_START;
  /** Milliseconds that had passed before the last reset. */
  #before = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#before + this.#now - MANUAL_START;
  }

  setTimer(task: () => void, milliseconds: number): () => void {
    const timer = { at: this.#now + Math.max(0, milliseconds), task };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  async advance(milliseconds: number): Promise<void> {
    if (!(Number.isFinite(milliseconds) && milliseconds >= 0))
      throw new ConfigurationError(`The clock cannot be moved by ${milliseconds}: give 0 or more milliseconds.`);
    const until = this.#now + milliseconds;
    // A call that has just begun has not set its timers yet.
    await turn();
    for (let timer = this.#next(until); timer; timer = this.#next(until)) {
      this.#ring(timer);
      await turn();
    }
    this.#now = until;
  }

  async until<T>(promise: PromiseLike<T>): Promise<T> {
    let settled = false;
    const isSettled = (): boolean => settled;
    const settle = (): void => void (settled = true);
    const ended = Promise.resolve(promise.then(settle, settle));
    const goesOn = (): boolean => settled || this.#next(this.#now + FAR) !== undefined;
    await turn();
    while (!isSettled()) {
      // What is on its way through something else, a file for one, comes back to the clock by itself; until then the only
      // timer is most often a deadline, which would ring too early.
      const next = this.#next(Infinity);
      if (!(await comes(goesOn, ended, next ? 50 : 1_000)) && !next) throw new ConfigurationError(NOTHING_WAITS);
      const timer = this.#next(Infinity);
      if (timer && !isSettled()) this.#ring(timer);
      await turn();
    }
    return promise;
  }

  #ring(timer: Timer): void {
    this.#timers.delete(timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.task();
  }

  /** Sets the clock back to the beginning. Pending timers keep the time that they still had to wait. */
  reset(): void {
    const passed = this.#now - MANUAL_START;
    for (const timer of this.#timers) timer.at -= passed;
    this.#before += passed;
    this.#now = MANUAL_START;
  }

  /** The earliest timer that is due by `until`; of two for the same time, the one that was set first. */
  #next(until: number): Timer | undefined {
    let found: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= until && timer.at < (found?.at ?? Infinity)) found = timer;
    return found;
  }
}

const NOTHING_WAITS =
  "What until() was given has not settled, and nothing waits for the simulator's clock: was the client made with " +
  "clock: service.clock?";

/** A timer that is farther away than this is a deadline rather than a pause. */
const FAR = 30_000;

/** True as soon as the condition holds; false when it does not hold within this many milliseconds of real time. */
async function comes(holds: () => boolean, ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  for (let passed = 0; passed < milliseconds && !holds(); passed += 10) {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10))]);
  }
  return holds();
}

/** Missing in browsers: their `setTimeout` does the same, more slowly. */
declare const setImmediate: ((task: () => void) => void) | undefined;

/** Lets pending work run until it waits again: a call takes several rounds of promises. */
async function turn(): Promise<void> {
  const later: (task: () => void) => void = typeof setImmediate === "function" ? setImmediate : setTimeout;
  for (let round = 0; round < 3; round++) await new Promise<void>((resolve) => later(resolve));
}
