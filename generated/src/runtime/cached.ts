/** Before a value expires it is fetched anew, so that it does not expire on its way. */
const MARGIN = 60_000;

/** A value that is fetched when it is needed and kept while it is good. */
export interface Cached<T, Args extends readonly unknown[]> {
  /** The kept value, or a new one: one fetch for all who ask meanwhile. A failed fetch is not kept. */
  get(now: number, ...args: Args): Promise<T>;
  /** Forgets `value`, unless it was replaced already. */
  drop(value: T): void;
}

/** Keeps what `load` fetches until shortly before it `expires` (milliseconds since 1970). */
export function cached<T, Args extends readonly unknown[]>(
  load: (...args: Args) => Promise<{ value: T; expires?: number | undefined }>,
): Cached<T, Args> {
  let kept: { value: T; expires?: number | undefined } | undefined;
  let loading: Promise<T> | undefined;
  return {
    get(now, ...args) {
      // A comparison with NaN is false: an unreadable date means "unknown".
      if (kept?.expires !== undefined && kept.expires - MARGIN < now) kept = undefined;
      if (kept) return Promise.resolve(kept.value);
      loading ??= load(...args)
        .then((found) => (kept = found).value)
        .finally(() => (loading = undefined));
      return loading;
    },
    drop(value) {
      if (kept?.value === value) kept = undefined;
    },
  };
}
