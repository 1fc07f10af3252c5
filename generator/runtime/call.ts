import createClient, { type ClientOptions as FetchOptions } from "openapi-fetch";
import type { Descriptor } from "./descriptor.js";
import { type CallOptions, type Settings, checkNumber } from "./options.js";
import { toRequest } from "./request.js";
import { type Finished, Transport, standardHeaders } from "./transport.js";

/**
 * Stands in for `Request`. openapi-fetch makes one only to hand it to `fetch`; a real one costs as much as the
 * signature, and its body could be sent but once.
 */
class Draft {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }
}

/** openapi-fetch, for operations that are known only at run time. */
interface PlainClient {
  request(method: string, path: string, init: object): Promise<unknown>;
}

/** The openapi-fetch client of the service. */
export function openApiClient<Paths extends object>({ build }: Settings, options: FetchOptions) {
  return createClient<Paths>({ baseUrl: build, ...options });
}

/** Calls operations: openapi-fetch addresses the request, the transport delivers it. */
export class Caller {
  readonly #settings: Settings;
  readonly #transport: Transport;
  readonly #client: PlainClient;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#transport = new Transport(settings);
    this.#client = openApiClient<object>(settings, {
      Request: Draft as unknown as typeof Request,
    }) as unknown as PlainClient;
  }

  /** Calls an operation; rejects with what went wrong, an error of the service included. */
  async perform(operation: Descriptor, request: object | undefined, options: CallOptions = {}): Promise<Finished> {
    const settings = this.#settings;
    const { path, query, header, body, secrets } = toRequest(operation, request, options.headers, settings);
    const retries = checkNumber("retries", options.retries ?? settings.retries, 0);
    const headers = { ...standardHeaders(settings), ...header };
    // Bytes can be sent again, a stream of them could not.
    const bytes = body instanceof Blob ? await body.arrayBuffer() : body;
    let finished: Finished | undefined;
    const fetch = async ({ url }: Draft): Promise<Response> => {
      const exchange = { operation, url: new URL(url), headers, body: bytes, secrets, retries };
      finished = await this.#transport.deliver(exchange, options);
      return finished.reply.response;
    };
    const init = { parseAs: "stream", fetch, querySerializer: () => query };
    await this.#client.request(operation.method, path, { ...init, baseUrl: settings.addressOf(operation.server) });
    return finished as unknown as Finished;
  }
}
