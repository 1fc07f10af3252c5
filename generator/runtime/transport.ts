import type { AnswerReader } from "./answer.js";
import { checkResponse, discard, openBody, readText } from "./body.js";
import type { Authenticate, Sender } from "./deliver.js";
import type { Proof } from "./proof.js";
import { ConfigurationError, NetworkError, TimeoutError, UnexpectedResponseError } from "./errors.js";
import type { CallOptions } from "./callOptions.js";
import { type LogEvent, type Settings, checkNumber } from "./options.js";
import {
  type Exchange,
  type Reply,
  doubt,
  isFile,
  isRedirect,
  judge,
  nameOf,
  networkError,
  unexpectedError,
  unreadable,
} from "./reply.js";
import { backoff, isCertificate, mayResend, neverSent, retryAfter, serverTime } from "./retry.js";
import { Scope } from "./scope.js";

type Result = Reply | NetworkError;

/** What the service needs of every request. */
export function standardHeaders({ userAgent }: Pick<Settings, "userAgent">): Record<string, string> {
  return { "content-type": "application/json", "user-agent": userAgent };
}

/** A call that was answered. The scope is closed, except where a file is still to be read. */
export interface Finished {
  readonly exchange: Exchange;
  readonly reply: Reply;
  readonly scope: Scope;
}

const LARGEST_BUDGET = 100;

/** Frameworks keep what `fetch` gets (Next.js 14: for ever). Not every runtime knows the option, and some refuse it. */
function uncached(): Pick<RequestInit, "cache"> {
  return typeof Request === "function" && "cache" in Request.prototype ? { cache: "no-store" } : {};
}

/** Sends requests: authenticates, sends, judges the answer, and sends again where that is safe. */
export class Transport implements Sender<Finished> {
  readonly settings: Settings;
  readonly #read: AnswerReader;
  /** Retries that may be made: an outage empties it, successes fill it again. */
  #budget = LARGEST_BUDGET;
  #logger: Settings["logger"];

  constructor(settings: Settings, read: AnswerReader) {
    this.settings = settings;
    this.#read = read;
    this.#logger = settings.logger;
  }

  /** The reply, which may be an error of the service. Rejects when there is none, or one that makes no sense. */
  async send(
    exchange: Exchange,
    options: CallOptions,
    authenticate: Authenticate = this.#authenticator(exchange),
  ): Promise<Finished> {
    const scope = this.#open(exchange, options);
    try {
      const reply = await this.#send(exchange, scope, authenticate);
      if (!isFile(exchange.operation, reply.response)) scope.close();
      return { exchange, reply, scope };
    } catch (error) {
      // What is still on its way is not wanted: an answer that is not read to its end would hold the connection.
      scope.end(error);
      throw error;
    }
  }

  #open(exchange: Exchange, { timeout, signal }: CallOptions): Scope {
    const { settings } = this;
    const limit = timeout === undefined ? settings.timeout : checkNumber("timeout", timeout, 1);
    const scope: Scope = new Scope(settings.clock, limit, signal, () => {
      const unsure = scope.sending ? doubt(exchange.operation) : "";
      return new TimeoutError(`${nameOf(exchange)}: no answer within ${limit} ms.${unsure}`);
    });
    return scope;
  }

  async #send(exchange: Exchange, scope: Scope, authenticate: Authenticate): Promise<Reply> {
    let renewed = false;
    for (let attempt = 0, resends = 0; ; attempt++) {
      scope.signal.throwIfAborted();
      const proof = await scope.race(authenticate({ ...exchange, method: exchange.operation.method }, scope.signal));
      const result = await this.#attempt(exchange, proof, scope, attempt);
      if (!(result instanceof NetworkError) && result.response.status === 401 && !renewed) {
        renewed = proof.renew?.(serverTime(result.response.headers)) ?? false;
        if (renewed) continue;
      }
      const delay = this.#retryDelay(exchange, result, resends++, scope);
      if (delay === undefined) {
        if (result instanceof NetworkError) throw result;
        return result;
      }
      this.#log(exchange, attempt, { event: "retry", milliseconds: Math.round(delay) });
      await scope.sleep(delay);
    }
  }

  #authenticator({ operation }: Exchange): Authenticate {
    const { credentials, clock, region } = this.settings;
    const context = { region, server: operation.server, now: () => clock.now(), transport: this };
    return operation.anonymous || !credentials
      ? () => Promise.resolve({ headers: {}, secrets: [] })
      : (request, signal) => credentials.authenticate(request, { ...context, signal });
  }

  async #attempt(exchange: Exchange, proof: Proof, scope: Scope, attempt: number): Promise<Result> {
    const { clock } = this.settings;
    const started = clock.monotonic();
    this.#log(exchange, attempt, { event: "request" });
    const headers = { ...exchange.headers, ...proof.headers };
    const secrets = [...exchange.secrets, ...proof.secrets];
    scope.sending = true;
    const result = await this.#fetch({ ...exchange, headers, secrets }, scope);
    scope.sending = false;
    const seen =
      result instanceof NetworkError
        ? { reason: result.message }
        : {
            status: result.response.status,
            requestId: result.requestId,
            reason: result.error && (result.error.code ?? ""),
          };
    this.#log(exchange, attempt, { event: "response", milliseconds: Math.round(clock.monotonic() - started), ...seen });
    return result;
  }

  async #fetch(exchange: Exchange, scope: Scope): Promise<Result> {
    const { operation, url, headers, body = null } = exchange;
    let response: Response | undefined;
    let text: string | undefined;
    let answered = false;
    try {
      // Credentials and bodies go where the caller sent them and nowhere else: a redirect is not followed.
      const init = { method: operation.method, headers, body, redirect: "manual", ...uncached() } as const;
      response = await this.#answer(url, { ...init, signal: scope.signal }, scope);
      answered = true;
      checkResponse(response);
      if (isRedirect(response)) void discard(openBody(response));
      else if (!isFile(operation, response)) {
        text = await scope.race(readText(response, scope.signal));
        if (text === undefined) throw unexpectedError(exchange, response, "a body that is too large");
      }
    } catch (cause) {
      scope.signal.throwIfAborted();
      if (cause instanceof UnexpectedResponseError) throw cause;
      if (cause instanceof ConfigurationError) throw answered ? unreadable(exchange, cause) : cause;
      // An error status is an answer, even when its body breaks off.
      if (!response || response.ok) return networkError(exchange, cause);
      text = "";
    }
    return judge(exchange, response, text, this.settings.data, this.#read);
  }

  async #answer(url: URL, init: RequestInit, scope: Scope): Promise<Response> {
    const answer = this.settings.fetch(url.href, init);
    try {
      return await scope.race(answer);
    } catch (error) {
      // One that comes when the call has ended is for nobody.
      answer.then((late) => discard(openBody(late))).catch(() => undefined);
      throw error;
    }
  }

  /** Milliseconds until the request is sent again; undefined when it is not. */
  #retryDelay({ operation, retries }: Exchange, result: Result, resends: number, scope: Scope): number | undefined {
    const lost = result instanceof NetworkError;
    if (!lost && !result.error) {
      this.#budget = Math.min(LARGEST_BUDGET, this.#budget + 0.1);
      return undefined;
    }
    const again = lost
      ? !isCertificate(result) && (operation.retry === "safe" || neverSent(result))
      : mayResend(operation, result.response.status, result.advice);
    if (!again || resends >= retries) return undefined;
    const asked = lost ? undefined : retryAfter(result.response.headers, this.settings.clock.now());
    const delay = asked ?? backoff(resends);
    // Whoever would have to wait past the end learns the reason now.
    if (scope.endsWithin(delay) || this.#budget < 1) return undefined;
    this.#budget--;
    return delay;
  }

  #log({ operation, url }: Exchange, attempt: number, event: Pick<LogEvent, "event"> & Partial<LogEvent>): void {
    try {
      this.#logger?.({ operation: operation.id, method: operation.method, path: url.pathname, attempt, ...event });
    } catch {
      // A logger must not decide what becomes of a call: one that throws is not asked again.
      this.#logger = undefined;
    }
  }
}
