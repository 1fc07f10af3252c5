import createClient, { type ClientOptions as FetchOptions } from "openapi-fetch";
import type { Proof } from "./credentials.js";
import type { Descriptor } from "./descriptor.js";
import { TimeoutError } from "./errors.js";
import { type CallOptions, type Settings, checkNumber } from "./options.js";
import { type Exchange, type Reply, doubt, isFile, nameOf, replyError } from "./reply.js";
import { queryText, toRequest } from "./request.js";
import { Scope } from "./scope.js";
import type { Signable } from "./signing.js";
import { Transport } from "./transport.js";

/**
 * Stands in for `Request`. openapi-fetch makes one only to hand it to `fetch`; a real one costs as much as the
 * signature, and its body could be sent but once.
 */
class Draft {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;

  constructor(url: string, init: { headers: Headers; body?: string }) {
    this.url = url;
    this.headers = init.headers;
    this.body = init.body;
  }
}

/** openapi-fetch, for operations that are known only at run time. */
interface PlainClient {
  request(method: string, path: string, init: object): Promise<unknown>;
}

/** A call that was answered. The scope is closed, except where a file is still to be read. */
export interface Finished {
  readonly exchange: Exchange;
  readonly reply: Reply;
  readonly scope: Scope;
}

/** The scope of one call. */
export function openScope(settings: Settings, exchange: Exchange, { timeout, signal }: CallOptions): Scope {
  const limit = timeout === undefined ? settings.timeout : checkNumber("timeout", timeout, 1);
  return new Scope(settings.clock, limit, signal, () => {
    return new TimeoutError(`${nameOf(exchange)}: no answer within ${limit} ms.${doubt(exchange.operation)}`);
  });
}

/** The openapi-fetch client with what the service needs of every request. */
export function openApiClient<Paths extends object>(settings: Settings, options: FetchOptions) {
  return createClient<Paths>({
    baseUrl: settings.build,
    headers: { "content-type": "application/json", "user-agent": settings.userAgent },
    querySerializer: queryText,
    ...options,
  });
}

/** Calls operations: openapi-fetch puts the request together, the transport delivers it. */
export class Caller {
  readonly settings: Settings;
  readonly transport: Transport;
  readonly #client: PlainClient;

  constructor(settings: Settings) {
    this.settings = settings;
    this.#client = openApiClient<object>(settings, {
      Request: Draft as unknown as typeof Request,
      bodySerializer: (text) => text as unknown,
    }) as unknown as PlainClient;
    this.transport = new Transport(settings, async (operation, request, authenticate) => {
      const { reply } = await this.perform(operation, request, {}, authenticate);
      return { value: reply.value, headers: reply.response.headers };
    });
  }

  /** Calls an operation; rejects with what went wrong, an error of the service included. */
  async perform(
    operation: Descriptor,
    request: object | undefined,
    options: CallOptions = {},
    authenticate?: (request: Signable) => Proof,
  ): Promise<Finished> {
    const { build, iam, timeZone, retries } = this.settings;
    const { path, query, header, body, secrets } = toRequest(operation, request, timeZone);
    const limit = checkNumber("retries", options.retries ?? retries, 0);
    let finished: Finished | undefined;
    const fetch = async ({ url, headers, body }: Draft): Promise<Response> => {
      const sent = Object.fromEntries(headers.entries());
      const exchange = { operation, url: new URL(url), headers: sent, body, secrets, retries: limit };
      finished = await this.#deliver(exchange, options, authenticate);
      return finished.reply.response;
    };
    const headers = { ...header, ...options.headers };
    const init = { body, headers, parseAs: "stream", fetch, querySerializer: () => query };
    await this.#client.request(operation.method, path, { ...init, baseUrl: operation.server === "iam" ? iam : build });
    return finished as unknown as Finished;
  }

  async #deliver(
    exchange: Exchange,
    options: CallOptions,
    authenticate?: (request: Signable) => Proof,
  ): Promise<Finished> {
    const scope = openScope(this.settings, exchange, options);
    try {
      const prove = authenticate && ((request: Signable) => Promise.resolve(authenticate(request)));
      const reply = await this.transport.send(exchange, scope, prove);
      if (reply.error) throw replyError(exchange, reply);
      if (!isFile(exchange.operation, reply.response)) scope.close();
      return { exchange, reply, scope };
    } catch (error) {
      scope.close();
      throw error;
    }
  }
}
