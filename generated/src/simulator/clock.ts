import { type Clock, systemClock } from "../runtime/clock.js";

/** The clock of a simulator. Give it to the client too (`clock: service.clock`), and both live in the same time. */
export interface SimulatorClock extends Clock {
  /**
   * Moves a manual clock on. Await it: whatever waits for the clock then gets its turn, in the order of time, so that a
   * client that polls does so as often as it would have. Nothing else makes it move.
   */
  advance(milliseconds: number): Promise<void>;
}

/** Where a manual clock begins: a Monday, 09:00 in the service's local time. */
export const MANUAL_START = Date.UTC(2026, 0, 5, 1);

/** The clock of the machine, which cannot be moved. */
export function realClock(): SimulatorClock {
  return {
    ...systemClock,
    advance() {
      return Promise.reject(
        new Error('The clock is the machine\'s and cannot be moved: use createSimulator({ clock: "manual" }).'),
      );
    },
  };
}

interface Timer {
  at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is advanced. */
export class ManualClock implements SimulatorClock {
  #now = MANUAL_START;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  setTimer(task: () => void, milliseconds: number): () => void {
    const timer = { at: this.#now + Math.max(0, milliseconds), task };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  async advance(milliseconds: number): Promise<void> {
    if (!(milliseconds >= 0))
      throw new RangeError(`The clock cannot be moved by ${milliseconds}: give 0 or more milliseconds.`);
    const until = this.#now + milliseconds;
    // A call that has only just begun has not come to what it will wait for.
    await turn();
    for (let timer = this.#next(until); timer; timer = this.#next(until)) {
      this.#timers.delete(timer);
      this.#now = Math.max(this.#now, timer.at);
      timer.task();
      await turn();
    }
    this.#now = until;
  }

  /** Back to the beginning. What waits for a time goes on waiting, for as long as it still had to. */
  reset(): void {
    const passed = this.#now - MANUAL_START;
    for (const timer of this.#timers) timer.at -= passed;
    this.#now = MANUAL_START;
  }

  /** The earliest timer that is due by `until`; of two for the same time, the one that was set first. */
  #next(until: number): Timer | undefined {
    let found: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= until && timer.at < (found?.at ?? Infinity)) found = timer;
    return found;
  }
}

/** Not in browsers, whose `setTimeout` does as well, only slower. */
declare const setImmediate: ((task: () => void) => void) | undefined;

const later: (task: () => void) => void = typeof setImmediate === "function" ? setImmediate : setTimeout;

/** Lets what was just set going run until it waits again: a call in flight takes several rounds of promises. */
async function turn(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise<void>((resolve) => later(resolve));
}
