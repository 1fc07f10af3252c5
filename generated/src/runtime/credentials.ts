// What credentials are to the client: for each attempt they prove who sends it.
import type { Sender } from "./deliver.js";
import type { Proof, Signable } from "./proof.js";

/** What credentials may use of the client. */
export interface AuthContext {
  readonly region: string | undefined;
  /** The name of the server that the request goes to; undefined for the service itself. */
  readonly server: string | undefined;
  now(): number;
  /** Tells when the call is over that waits for the proof. */
  readonly signal: AbortSignal;
  /** Sends the requests that credentials need themselves. */
  readonly transport: Sender;
}

/** Authenticates requests. One object may serve several clients. */
export interface Credentials {
  /** @internal */
  authenticate(request: Signable, context: AuthContext): Promise<Proof>;
}
