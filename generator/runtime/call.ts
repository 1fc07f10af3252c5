import createClient, { createFinalURL, type ClientOptions as FetchOptions } from "openapi-fetch";
import { deliver } from "./deliver.js";
import { readAnswer } from "./answer.js";
import type { Descriptor } from "./descriptor.js";
import type { CallOptions } from "./callOptions.js";
import { type Settings, checkNumber, checkOptions } from "./options.js";
import { toRequest } from "./request.js";
import { type Finished, Transport, standardHeaders } from "./transport.js";

/** The openapi-fetch client of the service. */
export function openApiClient<Paths extends object>({ service }: Settings, options: FetchOptions) {
  return createClient<Paths>({ baseUrl: service, ...options });
}

/** Calls operations: openapi-fetch addresses the request, the transport delivers it. */
export class Caller {
  readonly #settings: Settings;
  readonly #transport: Transport;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#transport = new Transport(settings, readAnswer);
  }

  /** Calls an operation; rejects with what went wrong, an error of the service included. */
  async perform(operation: Descriptor, request: object | undefined, options: CallOptions = {}): Promise<Finished> {
    const settings = this.#settings;
    checkOptions(options, "{ timeout: 5_000 }");
    const { path, query, header, body, secrets } = toRequest(operation, request, options.headers, settings);
    const retries = checkNumber("retries", options.retries ?? settings.retries, 0);
    const headers = { ...standardHeaders(settings), ...header };
    const url = createFinalURL(path, {
      baseUrl: settings.addressOf(operation.server),
      params: {},
      pathSerializer: (filled) => filled,
      querySerializer: () => query,
    });
    // Bytes can be sent again, a stream of them could not.
    const bytes = body instanceof Blob ? await body.arrayBuffer() : body;
    const prepared = { operation, url: new URL(url), headers, body: bytes, secrets, retries };
    return deliver(this.#transport, prepared, options);
  }
}
