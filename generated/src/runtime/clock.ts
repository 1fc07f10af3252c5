/** Where the client gets the time from. Tests can give another one. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since any moment; unlike `now`, it never jumps when somebody sets the machine's clock. */
  monotonic(): number;
  /** Runs `task` once after `milliseconds`; the returned function cancels it. */
  setTimer(task: () => void, milliseconds: number): () => void;
}

/** `setTimeout` fires at once when asked to wait longer than this. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(task, milliseconds) {
    const timer = setTimeout(task, Math.min(milliseconds, LONGEST_TIMER));
    return () => {
      clearTimeout(timer);
    };
  },
};
