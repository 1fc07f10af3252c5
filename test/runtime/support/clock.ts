import type { Clock } from "../../../generator/runtime/clock.js";

interface Timer {
  readonly due: number;
  readonly task: () => void;
}

/**
 * A clock on which waits shorter than `skip` pass at once, so that backoff costs no time; longer timers (deadlines) fire
 * when the skipped waits, or `advance`, have reached them.
 */
export class TestClock implements Clock {
  readonly #skip: number;
  readonly #timers = new Set<Timer>();
  #now: number;
  #set = 0;
  /** The waits that were asked for and skipped, in milliseconds. */
  readonly waits: number[] = [];

  constructor(options: { skip?: number; now?: number } = {}) {
    this.#skip = options.skip ?? 60_000;
    this.#now = options.now ?? Date.parse("2026-01-02T03:04:05Z");
  }

  now(): number {
    return this.#now + this.#set;
  }

  monotonic(): number {
    return this.#now;
  }

  /** Sets the clock forward or back, as a correction of the machine's time does; timers do not notice. */
  set(milliseconds: number): void {
    this.#set += milliseconds;
  }

  /** Timers that were neither cancelled nor fired. */
  get pending(): number {
    return this.#timers.size;
  }

  setTimer(task: () => void, milliseconds: number): () => void {
    const timer = { due: this.#now + milliseconds, task };
    this.#timers.add(timer);
    if (milliseconds < this.#skip) {
      this.waits.push(milliseconds);
      setImmediate(() => {
        if (this.#timers.has(timer)) this.#advanceTo(timer.due);
      });
    }
    return () => this.#timers.delete(timer);
  }

  advance(milliseconds: number): void {
    this.#advanceTo(this.#now + milliseconds);
  }

  #advanceTo(time: number): void {
    // The earliest first, so that tasks see the time they asked for.
    for (;;) {
      let next: Timer | undefined;
      for (const timer of this.#timers) if (!next || timer.due < next.due) next = timer;
      if (!next || next.due > time) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.task();
    }
    this.#now = Math.max(this.#now, time);
  }
}
