import type { Clock } from "../../runtime/clock.js";
import { readArguments } from "./arguments.js";
import { connectionReset, faultyBody, wait } from "./body.js";
import type { HandlerAnswer, Call } from "./call.js";
import type { SimulatorData, SimulatorOperation } from "./data.js";
import { ServiceFailure, noRoute } from "./failure.js";
import { type Fault, Faults, faultError } from "./faults.js";
import { handlers, isOperation } from "./handlers.js";
import { answerFile } from "./range.js";
import { type Received, decoded, bodyTextOf } from "./received.js";
import { type Route, router } from "./routes.js";
import { Seen, type SeenRequest } from "./seen.js";
import type { State } from "./state.js";

/** An id for each answer. Counting is cheaper than a random number. */
function requestId(count: number): string {
  return `5e9a1c00-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
}

/** An answer before it becomes a `Response`. */
interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | undefined;
}

/** A host of the specification, whatever its region, and whether it is IAM's. */
interface KnownHost {
  readonly pattern: RegExp;
  readonly iam: boolean;
}

function knownHosts({ servers }: SimulatorData): KnownHost[] {
  return servers.map(({ name, url }) => {
    const [before = "", after = ""] = new URL(url.replaceAll("{region}", "-region-")).host.split("-region-");
    const literal = (text: string): string => text.replaceAll(".", "\\.");
    return { pattern: new RegExp(`^${literal(before)}[\\w-]+${literal(after)}$`), iam: name === "iam" };
  });
}

/** Hosts of the service and of IAM answer their own routes only; any other host answers all of them. */
function servedBy({ iam }: SimulatorOperation, host: string, hosts: readonly KnownHost[]): boolean {
  const known = hosts.find(({ pattern }) => pattern.test(host));
  return known === undefined || known.iam === (iam === true);
}

/** Answers requests: finds the operation, checks credentials and arguments, and lets the handler do its work. */
export class Service {
  readonly seen = new Seen();
  readonly faults = new Faults();
  state: State;
  #answers = 0;
  readonly #data: SimulatorData;
  readonly #clock: Clock;
  readonly #route: ReturnType<typeof router>;
  readonly #hosts: readonly KnownHost[];

  constructor(data: SimulatorData, clock: Clock, state: State) {
    this.#data = data;
    this.#clock = clock;
    this.#route = router(data.operations);
    this.#hosts = knownHosts(data);
    this.state = state;
  }

  /** The answer to a request. Rejects when the connection shall break, and when the request is aborted. */
  async answer(sent: Received): Promise<Response> {
    const { signal } = sent;
    signal?.throwIfAborted();
    const received = await decoded(sent);
    // HEAD is GET without the body of the answer.
    const found = this.#route(received.method === "HEAD" ? "GET" : received.method, received.path);
    const route = found && servedBy(found.operation, received.host, this.#hosts) ? found : undefined;
    const seen = this.#remember(received, route);
    const fault = this.faults.take(route?.operation.id) ?? {};
    if (fault.latency !== undefined) await wait(this.#clock, fault.latency, signal);
    const now = this.#clock.now() + (fault.skew ?? 0);
    const reply = this.#reply(received, route, fault, now);
    if (fault.reset) throw connectionReset();
    seen.status = reply.status;
    return this.#toResponse(received.method, reply, fault, now, signal);
  }

  #remember({ method, path, query, headers, body }: Received, route: Route | undefined): SeenRequest {
    return this.seen.add({
      operation: route && isOperation(route.operation.id) ? route.operation.id : undefined,
      method,
      path,
      query,
      headers,
      body: bodyTextOf(body),
      time: this.#clock.now(),
      status: undefined,
    });
  }

  #reply(received: Received, route: Route | undefined, fault: Fault, now: number): Reply {
    const instead = this.#insteadOfAnswer(route?.operation, fault);
    if ((instead ?? fault.reset) && !fault.takesEffect) return instead ?? { status: 0, headers: {}, body: undefined };
    const reply = this.#perform(received, route, now, fault);
    return instead ?? reply;
  }

  /** What a fault answers. */
  #insteadOfAnswer(operation: SimulatorOperation | undefined, fault: Fault): Reply | undefined {
    if (fault.redirect !== undefined) return { status: 302, headers: { Location: fault.redirect }, body: undefined };
    const error = faultError(fault, (code) => this.#statusOf(code));
    if (!error) return undefined;
    const meaning = Object.hasOwn(this.#data.errors, error.code) ? this.#data.errors[error.code]?.meaning : undefined;
    const reply = this.#errorReply(
      operation,
      error.status,
      error.code,
      fault.message ?? meaning ?? "A fault was asked for.",
    );
    const { retryAfter = error.status === 429 ? 1 : undefined } = fault;
    return {
      ...reply,
      headers: { ...reply.headers, ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }) },
      body: fault.encodedTwice ? JSON.stringify(reply.body) : reply.body,
    };
  }

  #statusOf(code: string): number | undefined {
    return Object.hasOwn(this.#data.errors, code) ? this.#data.errors[code]?.status : undefined;
  }

  /** Errors have three forms: IAM's, that of errors inside a success, and that of all others. */
  #errorReply(operation: SimulatorOperation | undefined, status: number, code: string, message: string): Reply {
    const usual =
      this.#statusOf(code) === 200
        ? { error: { code, reason: message }, status: "error" }
        : { error_code: code, error_msg: message };
    const iam = { error: { code: status, message, title: STATUS_NAMES[status] ?? "Error" } };
    return { status, headers: JSON_TYPE, body: JSON.stringify(operation?.iam ? iam : usual) };
  }

  #perform(received: Received, route: Route | undefined, now: number, fault: Fault): Reply {
    try {
      if (!route) throw noRoute();
      const { operation, values: path } = route;
      const checked = operation.anonymous ? received : this.state.access.check(received, now);
      const values = readArguments(operation, path, checked, this.#data);
      if (!isOperation(operation.id)) {
        throw new ServiceFailure("SIMULATOR", `The simulator does not know ${operation.id}.`, 501);
      }
      const call: Call = {
        operation,
        values,
        query: received.query,
        state: this.state,
        now: this.#clock.now(),
        data: this.#data,
        splitCharacters: fault.splitCharacters === true,
      };
      // Each handler says in its type which arguments it takes; that they are so, `readArguments` has checked.
      return replyOf(operation, handlers[operation.id](call as Call<never>), received.headers);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      return this.#errorReply(
        route?.operation,
        error.status ?? this.#statusOf(error.code) ?? 500,
        error.code,
        error.message,
      );
    }
  }

  #toResponse(
    method: string,
    { status, headers, body }: Reply,
    fault: Fault,
    now: number,
    signal: AbortSignal | undefined,
  ): Response {
    const all = { ...headers, Date: new Date(now).toUTCString(), "X-Request-Id": requestId(++this.#answers) };
    if (body === undefined) return new Response(null, { status, headers: { ...all, "Content-Length": "0" } });
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body);
    const sent = method === "HEAD" ? null : faultyBody(bytes, fault, this.#clock, signal);
    return new Response(sent, { status, headers: { ...all, "Content-Length": String(bytes.length) } });
  }
}

const JSON_TYPE = { "Content-Type": "application/json" };
/** As IAM names them in its errors. */
const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

function replyOf(
  { status, mediaType }: SimulatorOperation,
  answer: HandlerAnswer,
  received: Readonly<Record<string, string>>,
): Reply {
  if ("empty" in answer) return { status, headers: {}, body: undefined };
  if ("json" in answer)
    return { status, headers: { ...JSON_TYPE, ...answer.headers }, body: JSON.stringify(answer.json) };
  const { file, name } = answer;
  const headers = {
    "Content-Type": mediaType,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const part = answerFile(bytes, status, received);
  return { ...part, headers: { ...headers, ...part.headers } };
}
