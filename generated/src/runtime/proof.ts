/** The part of a request that credentials can see. Header names are lower-case. */
export interface Signable {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer | undefined;
}

/** What authenticates one attempt. */
export interface Proof {
  readonly headers: Readonly<Record<string, string>>;
  /** Texts that must not show up in an error or in the log. */
  readonly secrets: readonly string[];
  /** After a 401: true when something was renewed, so that the request is worth sending again. */
  renew?(serverTime: number | undefined): boolean;
}
