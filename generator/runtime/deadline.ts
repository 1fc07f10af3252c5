import type { Clock } from "./clock.js";
import { onAbort } from "./signals.js";

/**
 * The life of one call: it ends when its time is over, when the caller aborts it, or when it is closed.
 * One thing at a time is awaited in it, so it needs a single slot for whoever waits, not a listener for each.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #clock: Clock;
  readonly #timeout: number;
  readonly #late: () => Error;
  #stopTimer: (() => void) | undefined;
  #unlisten: (() => void) | undefined;
  #interrupt: ((reason: unknown) => void) | undefined;

  #endsAt = Infinity;

  /** True while a request is under way, so that it may take effect though its call ends. */
  sending = false;

  /** `late` makes the error of a call whose `timeout` has passed. */
  constructor(clock: Clock, timeout: number, signal: AbortSignal | undefined, late: () => Error) {
    this.#clock = clock;
    this.#timeout = timeout;
    this.#late = late;
    if (signal?.aborted) {
      this.end(signal.reason);
      return;
    }
    if (signal) this.#unlisten = onAbort(signal, () => this.end(signal.reason));
    this.restart();
  }

  /** Aborted with the error that the call ends with. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for `work`, but no longer than the deadline lives. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#interrupt = reject;
      if (this.signal.aborted) reject(this.signal.reason as Error);
      work.then(resolve, reject);
    });
  }

  /** Waits, unless the deadline ends first. */
  async sleep(milliseconds: number): Promise<void> {
    let cancel: (() => void) | undefined;
    const waited = new Promise<void>((resolve) => {
      cancel = this.#clock.setTimer(resolve, milliseconds);
    });
    await this.race(waited).finally(cancel);
  }

  /** True when less time than this is left. */
  endsWithin(milliseconds: number): boolean {
    return this.#clock.monotonic() + milliseconds >= this.#endsAt;
  }

  /** Starts the time anew. */
  restart(): void {
    this.pause();
    if (this.#timeout === Infinity || this.signal.aborted) return;
    this.#endsAt = this.#clock.monotonic() + this.#timeout;
    this.#stopTimer = this.#clock.setTimer(() => this.end(this.#late()), this.#timeout);
  }

  /** Stops the time: nobody waits for the server at the moment. */
  pause(): void {
    this.#stopTimer?.();
  }

  /** Lets go of the timer and of the caller's signal. */
  close(): void {
    this.pause();
    this.#unlisten?.();
  }

  /** Ends the call, and with it the request and the answer that are under way. */
  end(reason: unknown): void {
    this.close();
    this.#controller.abort(reason);
    this.#interrupt?.(reason);
  }
}
