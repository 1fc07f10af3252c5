// Keeps a fetched value while it is valid: keys, tokens, projects.
import { TimeoutError } from "./errors.js";
import { onAbort } from "./signals.js";

/** A value is fetched again this long before it expires, so that it does not expire on the way. */
const MARGIN = 60_000;

/** When a value is asked for, and how long the one who asks will wait. */
export interface Asker {
  readonly now: number;
  readonly signal: AbortSignal;
}

/** A value that is fetched when it is needed and kept while it is good. */
export interface Cached<T, Args extends readonly unknown[]> {
  /**
   * The kept value, or a new one: one fetch for all who ask meanwhile. A failed fetch is not kept. One that nobody waits
   * for any more, or that took longer than somebody's time limit, is not waited for again: the next one asks anew.
   */
  get(asker: Asker, ...args: Args): Promise<T>;
  /** Forgets `value`, unless it was replaced already. */
  drop(value: T): void;
}

interface Kept<T> {
  readonly value: T;
  readonly expires?: number | undefined;
}

/** A fetch that is under way, and how many wait for it. */
interface Fetching<T> {
  readonly value: Promise<T>;
  waiting: number;
}

/** Keeps what `load` fetches until shortly before it `expires` (milliseconds since 1970). */
export function cached<T, Args extends readonly unknown[]>(load: (...args: Args) => Promise<Kept<T>>): Cached<T, Args> {
  let kept: Kept<T> | undefined;
  let fetching: Fetching<T> | undefined;

  function start(...args: Args): Fetching<T> {
    const value = load(...args)
      // What comes late does not replace what came meanwhile.
      .then((found) => {
        kept ??= found;
        return found.value;
      })
      .finally(() => {
        if (fetching === mine) fetching = undefined;
      });
    const mine = { value, waiting: 0 };
    return mine;
  }

  return {
    get({ now, signal }, ...args) {
      // A comparison with NaN is false: an unreadable date means "unknown".
      if (kept?.expires !== undefined && kept.expires - MARGIN < now) kept = undefined;
      if (kept) return Promise.resolve(kept.value);
      const mine = (fetching ??= start(...args));
      mine.waiting++;
      const leave = onAbort(signal, () => {
        const overdue = --mine.waiting === 0 || signal.reason instanceof TimeoutError;
        if (overdue && fetching === mine) fetching = undefined;
      });
      return mine.value.finally(leave);
    },
    drop(value) {
      if (kept?.value === value) kept = undefined;
    },
  };
}

/** Makes one value for each name, and keeps it. */
export function each<T>(make: () => T): (name: string) => T {
  const all = new Map<string, T>();
  return (name) => {
    const found = all.get(name) ?? make();
    all.set(name, found);
    return found;
  };
}
