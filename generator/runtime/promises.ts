/** An answer with its HTTP response. */
export interface WithResponse<T> {
  readonly data: T;
  /** The response of `fetch`; its body is read already, unless it is a file. */
  readonly response: Response;
  /** The service's number for the request: its support asks for it. */
  readonly requestId: string | undefined;
}

/** A promise of the documented body. `withResponse()` gives the HTTP response too. */
export interface ApiPromise<T> extends Promise<T> {
  withResponse(): Promise<WithResponse<T>>;
}

/** The promise of one page, and an iterable over the items of this and all following pages. */
export interface PagePromise<T, Item> extends ApiPromise<T>, AsyncIterable<Item> {}

/** A promise of the data alone. */
export function apiPromise<T>(answer: Promise<WithResponse<T>>): ApiPromise<T> {
  const promise = answer.then(({ data }) => data);
  const withResponse = (): Promise<WithResponse<T>> => {
    ignoreFailure(promise);
    return answer;
  };
  return Object.assign(promise, { withResponse });
}

/** Prevents an unhandled rejection: another promise of the same failure is looked at. */
export function ignoreFailure(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
