import { Caller } from "./call.js";
import type { Descriptor } from "./descriptor.js";
import { Download, type Reopen } from "./download.js";
import type { CallOptions } from "./callOptions.js";
import type { ClientData } from "./data.js";
import { type EngineOptions, resolveOptions } from "./options.js";
import { eachItem } from "./pages.js";
import { type WithResponse, type ApiPromise, type PagePromise, apiPromise, ignoreFailure } from "./promises.js";
import { traced } from "./trace.js";

/** The base of every generated client: three ways to call an operation. */
export abstract class Client {
  readonly #caller: Caller;

  constructor(options: EngineOptions, data: ClientData) {
    this.#caller = new Caller(resolveOptions(options, data));
  }

  /** Calls an operation that answers with JSON, or with nothing. */
  protected call<T>(operation: Descriptor, request: object | undefined, options?: CallOptions): ApiPromise<T> {
    return apiPromise(this.#answer<T>(operation, request, options));
  }

  /** Calls an operation that answers page by page. */
  protected pages<T, Item>(
    operation: Descriptor,
    request: object | undefined,
    options?: CallOptions,
  ): PagePromise<T, Item> {
    const first = this.#answer<T>(operation, request, options);
    const promise = apiPromise(first);
    const fetchPage = (next: object): Promise<WithResponse<T>> => this.#answer<T>(operation, next, options);
    const iterate = (): AsyncGenerator<Item, void, undefined> => {
      ignoreFailure(promise);
      return eachItem({ operation, request, first, caller: new Error(), fetchPage });
    };
    return Object.assign(promise, { [Symbol.asyncIterator]: iterate });
  }

  /** Calls an operation that answers with a file. */
  protected download(operation: Descriptor, request: object | undefined, options?: CallOptions): ApiPromise<Download> {
    return apiPromise(traced(() => this.#receive(operation, request, options)));
  }

  async #receive(
    operation: Descriptor,
    request: object | undefined,
    options: CallOptions = {},
  ): Promise<WithResponse<Download>> {
    const finished = await this.#caller.perform(operation, request, options);
    const { response, requestId } = finished.reply;
    const reopen: Reopen = async (range, signal = options.signal) => {
      const headers = { ...options.headers, ...range };
      return (await this.#receive(operation, request, { ...options, headers, signal })).data;
    };
    return { data: new Download(finished, reopen), response, requestId };
  }

  #answer<T>(operation: Descriptor, request: object | undefined, options?: CallOptions): Promise<WithResponse<T>> {
    return traced(async () => {
      const { reply } = await this.#caller.perform(operation, request, options);
      return { data: reply.value as T, response: reply.response, requestId: reply.requestId };
    });
  }
}
