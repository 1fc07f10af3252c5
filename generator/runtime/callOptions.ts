/** What can differ from call to call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** As in the client's options, for this call. */
  readonly timeout?: number | undefined;
  /** As in the client's options, for this call. */
  readonly retries?: number | undefined;
  /** Further headers. They cannot replace the credentials. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
