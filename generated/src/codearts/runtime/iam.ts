// The calls of IAM that credentials need.
import type { Proof, Signable } from "../../runtime/proof.js";
import { type Authenticate, type Sender, deliver } from "../../runtime/deliver.js";
import { ConfigurationError } from "../../runtime/errors.js";
import { standardHeaders } from "../../runtime/transport.js";

/** A call that credentials need. */
export interface IamCall {
  /** Which of IAM's operations it is. */
  readonly name: "createToken" | "listProjects";
  /** The query, with its question mark. */
  readonly search?: string;
  readonly body?: string;
  /** Values of the body that must not show up anywhere else. */
  readonly secrets?: readonly string[];
  readonly authenticate?: (request: Signable) => Proof;
}

/** Calls IAM, for credentials that need it. */
export async function callIam(
  sender: Sender,
  { name, search = "", body, secrets = [], authenticate }: IamCall,
): Promise<{ value: unknown; headers: Headers }> {
  const { settings } = sender;
  const operation = settings.data.authentication?.[name];
  if (!operation) throw new ConfigurationError(`The specification of this client has no operation for ${name}.`);
  const url = new URL(`${settings.addressOf(operation.server)}${operation.path}${search}`);
  const prepared = { operation, url, headers: standardHeaders(settings), body, secrets, retries: settings.retries };
  const prove: Authenticate | undefined = authenticate && ((request) => Promise.resolve(authenticate(request)));
  const { reply } = await deliver(sender, prepared, {}, prove);
  return { value: reply.value, headers: reply.response.headers };
}
