// Sends one request to its end, with an error for every bad reply.
import type { Proof, Signable } from "./proof.js";
import type { CallOptions } from "./callOptions.js";
import type { ClientData } from "./data.js";
import { type PreparedRequest, type Reply, replyError } from "./reply.js";

/** Makes what authenticates an attempt. `signal` tells when the call is over. */
export type Authenticate = (request: Signable, signal: AbortSignal) => Promise<Proof>;

/** The transport, as its callers see it. */
export interface Sender<Answer extends { readonly reply: Reply } = { readonly reply: Reply }> {
  readonly settings: {
    readonly addressOf: (server: string | undefined) => string;
    readonly data: ClientData;
    readonly retries: number;
    readonly userAgent: string;
  };
  send(prepared: PreparedRequest, options: CallOptions, authenticate?: Authenticate): Promise<Answer>;
}

/** Makes a whole call. Rejects with whatever goes wrong, an error of the service included. */
export async function deliver<Answer extends { readonly reply: Reply }>(
  sender: Sender<Answer>,
  prepared: PreparedRequest,
  options: CallOptions,
  authenticate?: Authenticate,
): Promise<Answer> {
  const answer = await sender.send(prepared, options, authenticate);
  if (answer.reply.error) throw replyError(prepared, answer.reply);
  return answer;
}
