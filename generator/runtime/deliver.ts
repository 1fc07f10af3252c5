import type { IamCall, Proof } from "./credentials.js";
import type { CallOptions, Settings } from "./options.js";
import { type Exchange, type Reply, replyError } from "./reply.js";
import type { Signable } from "./signing.js";
import { standardHeaders } from "./transport.js";

/** Makes what authenticates an attempt. `signal` tells when the call is over. */
export type Authenticate = (request: Signable, signal: AbortSignal) => Promise<Proof>;

/** What sends requests, the transport, as those see it who need not know how. */
export interface Sender<Answer extends { readonly reply: Reply } = { readonly reply: Reply }> {
  readonly settings: Pick<Settings, "addressOf" | "retries" | "userAgent">;
  send(exchange: Exchange, options: CallOptions, authenticate?: Authenticate): Promise<Answer>;
}

/** Makes a whole call. Rejects with whatever goes wrong, an error of the service included. */
export async function deliver<Answer extends { readonly reply: Reply }>(
  sender: Sender<Answer>,
  exchange: Exchange,
  options: CallOptions,
  authenticate?: Authenticate,
): Promise<Answer> {
  const answer = await sender.send(exchange, options, authenticate);
  if (answer.reply.error) throw replyError(exchange, answer.reply);
  return answer;
}

/** Calls IAM, for credentials that need it. Not a method of the transport: only programs that use it carry it. */
export async function callIam(
  sender: Sender,
  { operation, search = "", body, secrets = [], authenticate }: IamCall,
): Promise<{ value: unknown; headers: Headers }> {
  const { settings } = sender;
  const url = new URL(`${settings.addressOf("iam")}${operation.path}${search}`);
  const exchange = { operation, url, headers: standardHeaders(settings), body, secrets, retries: settings.retries };
  const prove: Authenticate | undefined = authenticate && ((request) => Promise.resolve(authenticate(request)));
  const { reply } = await deliver(sender, exchange, {}, prove);
  return { value: reply.value, headers: reply.response.headers };
}
