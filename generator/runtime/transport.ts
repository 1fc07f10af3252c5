import type { AnswerReader } from "./answer.js";
import { checkResponse, discard, openBody, readText } from "./body.js";
import type { Authenticate, Sender } from "./deliver.js";
import type { Proof } from "./proof.js";
import { ConfigurationError, NetworkError, TimeoutError, UnexpectedResponseError } from "./errors.js";
import type { CallOptions } from "./callOptions.js";
import { type LogEvent, type Settings, checkNumber } from "./options.js";
import {
  type PreparedRequest,
  type Reply,
  mayHaveTakenEffect,
  isFile,
  isRedirect,
  readReply,
  requestName,
  networkError,
  unexpectedError,
  unreadableAnswer,
} from "./reply.js";
import { backoff, isCertificate, mayResend, neverSent, retryAfter, serverTime } from "./retry.js";
import { Deadline } from "./deadline.js";

type Result = Reply | NetworkError;

/** The headers of every request. */
export function standardHeaders({ userAgent }: Pick<Settings, "userAgent">): Record<string, string> {
  return { "content-type": "application/json", "user-agent": userAgent };
}

/** A call that was answered. The deadline is closed, except where a file is still to be read. */
export interface Finished {
  readonly prepared: PreparedRequest;
  readonly reply: Reply;
  readonly deadline: Deadline;
}

const LARGEST_BUDGET = 100;

/** Frameworks cache what `fetch` gets (Next.js 14: for ever). Not every runtime knows the option, and some refuse it. */
function uncached(): Pick<RequestInit, "cache"> {
  return typeof Request === "function" && "cache" in Request.prototype ? { cache: "no-store" } : {};
}

/** Sends requests: authenticates, sends, reads the reply, and sends again where that is safe. */
export class Transport implements Sender<Finished> {
  readonly settings: Settings;
  readonly #read: AnswerReader;
  /** How many retries may still be made: an outage uses them up, successes add new ones. */
  #budget = LARGEST_BUDGET;
  #logger: Settings["logger"];

  constructor(settings: Settings, read: AnswerReader) {
    this.settings = settings;
    this.#read = read;
    this.#logger = settings.logger;
  }

  /** The reply, which may be an error of the service. Rejects when there is none, or one that makes no sense. */
  async send(
    prepared: PreparedRequest,
    options: CallOptions,
    authenticate: Authenticate = this.#authenticator(prepared),
  ): Promise<Finished> {
    const deadline = this.#open(prepared, options);
    try {
      const reply = await this.#send(prepared, deadline, authenticate);
      if (!isFile(prepared.operation, reply.response)) deadline.close();
      return { prepared, reply, deadline };
    } catch (error) {
      // The rest of the answer is not wanted: unread, it would keep the connection open.
      deadline.end(error);
      throw error;
    }
  }

  #open(prepared: PreparedRequest, { timeout, signal }: CallOptions): Deadline {
    const { settings } = this;
    const limit = timeout === undefined ? settings.timeout : checkNumber("timeout", timeout, 1);
    const deadline: Deadline = new Deadline(settings.clock, limit, signal, () => {
      const unsure = deadline.sending ? mayHaveTakenEffect(prepared.operation) : "";
      return new TimeoutError(`${requestName(prepared)}: no answer within ${limit} ms.${unsure}`);
    });
    return deadline;
  }

  async #send(prepared: PreparedRequest, deadline: Deadline, authenticate: Authenticate): Promise<Reply> {
    let renewed = false;
    for (let attempt = 0, resends = 0; ; attempt++) {
      deadline.signal.throwIfAborted();
      const proof = await deadline.race(
        authenticate({ ...prepared, method: prepared.operation.method }, deadline.signal),
      );
      const result = await this.#attempt(prepared, proof, deadline, attempt);
      if (!(result instanceof NetworkError) && result.response.status === 401 && !renewed) {
        renewed = proof.renew?.(serverTime(result.response.headers)) ?? false;
        if (renewed) continue;
      }
      const delay = this.#retryDelay(prepared, result, resends++, deadline);
      if (delay === undefined) {
        if (result instanceof NetworkError) throw result;
        return result;
      }
      this.#log(prepared, attempt, { event: "retry", milliseconds: Math.round(delay) });
      await deadline.sleep(delay);
    }
  }

  #authenticator({ operation }: PreparedRequest): Authenticate {
    const { credentials, clock, region } = this.settings;
    const context = { region, server: operation.server, now: () => clock.now(), transport: this };
    return operation.anonymous || !credentials
      ? () => Promise.resolve({ headers: {}, secrets: [] })
      : (request, signal) => credentials.authenticate(request, { ...context, signal });
  }

  async #attempt(prepared: PreparedRequest, proof: Proof, deadline: Deadline, attempt: number): Promise<Result> {
    const { clock } = this.settings;
    const started = clock.monotonic();
    this.#log(prepared, attempt, { event: "request" });
    const headers = { ...prepared.headers, ...proof.headers };
    const secrets = [...prepared.secrets, ...proof.secrets];
    deadline.sending = true;
    const result = await this.#fetch({ ...prepared, headers, secrets }, deadline);
    deadline.sending = false;
    const seen =
      result instanceof NetworkError
        ? { reason: result.message }
        : {
            status: result.response.status,
            requestId: result.requestId,
            reason: result.error && (result.error.code ?? ""),
          };
    this.#log(prepared, attempt, { event: "response", milliseconds: Math.round(clock.monotonic() - started), ...seen });
    return result;
  }

  async #fetch(prepared: PreparedRequest, deadline: Deadline): Promise<Result> {
    const { operation, url, headers, body = null } = prepared;
    let response: Response | undefined;
    let text: string | undefined;
    let answered = false;
    try {
      // Credentials and bodies go where the caller sent them and nowhere else: a redirect is not followed.
      const init = { method: operation.method, headers, body, redirect: "manual", ...uncached() } as const;
      response = await this.#answer(url, { ...init, signal: deadline.signal }, deadline);
      answered = true;
      checkResponse(response);
      if (isRedirect(response)) void discard(openBody(response));
      else if (!isFile(operation, response)) {
        text = await deadline.race(readText(response, deadline.signal));
        if (text === undefined) throw unexpectedError(prepared, response, "a body that is too large");
      }
    } catch (cause) {
      deadline.signal.throwIfAborted();
      if (cause instanceof UnexpectedResponseError) throw cause;
      if (cause instanceof ConfigurationError) throw answered ? unreadableAnswer(prepared, cause) : cause;
      // An error status is an answer, even when its body breaks off.
      if (!response || response.ok) return networkError(prepared, cause);
      text = "";
    }
    return readReply(prepared, response, text, this.settings.data, this.#read);
  }

  async #answer(url: URL, init: RequestInit, deadline: Deadline): Promise<Response> {
    const answer = this.settings.fetch(url.href, init);
    try {
      return await deadline.race(answer);
    } catch (error) {
      // An answer that comes after the end of the call is discarded.
      answer.then((late) => discard(openBody(late))).catch(() => undefined);
      throw error;
    }
  }

  /** Milliseconds until the request is sent again; undefined when it is not. */
  #retryDelay(
    { operation, retries }: PreparedRequest,
    result: Result,
    resends: number,
    deadline: Deadline,
  ): number | undefined {
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
    // A caller whose time would run out during the wait gets the error now.
    if (deadline.endsWithin(delay) || this.#budget < 1) return undefined;
    this.#budget--;
    return delay;
  }

  #log({ operation, url }: PreparedRequest, attempt: number, event: Pick<LogEvent, "event"> & Partial<LogEvent>): void {
    try {
      this.#logger?.({ operation: operation.id, method: operation.method, path: url.pathname, attempt, ...event });
    } catch {
      // A logger must not affect a call: one that throws is not called again.
      this.#logger = undefined;
    }
  }
}
