import { type Clock, systemClock } from "./clock.js";
import type { Credentials } from "./credentials.js";
import type { Descriptor, FailureMark } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import type { RequestData } from "./request.js";

/** The part of `fetch` that the client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What the client tells its logger. There is nothing secret in it: no headers, no query, no body. */
export interface LogEvent {
  readonly event: "request" | "response" | "retry";
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Zero for the first attempt. */
  readonly attempt: number;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Milliseconds from the request to its answer, or until the next attempt. */
  readonly milliseconds?: number | undefined;
  /** Why the attempt failed. */
  readonly reason?: string | undefined;
}

/** How to reach the service, and as whom. */
export interface ClientOptions {
  /** Such as `ap-southeast-3`. Needed unless `baseUrl` is given. */
  readonly region?: string | undefined;
  /** Another address than the region's, for example a simulator's. IAM is then expected there too. */
  readonly baseUrl?: string | undefined;
  /** From `accessKey`, `token` or `password`. */
  readonly credentials: Credentials;
  /** Another `fetch`, for a proxy or a test. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds that a call may take, waits and retries included. For downloads: until the headers, and between two pieces. Default 60,000. */
  readonly timeout?: number | undefined;
  /** How often a call may be sent again. Default 2. */
  readonly retries?: number | undefined;
  /** The service's time zone (`America/Sao_Paulo`, `+08:00`): dates are written in it. Not needed in `cn-*` regions. */
  readonly timeZone?: string | undefined;
  /** Put before the client's own name in the `User-Agent` header. */
  readonly userAgent?: string | undefined;
  readonly logger?: ((event: LogEvent) => void) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

/** What can differ from call to call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** As in the client's options, for this call. */
  readonly timeout?: number | undefined;
  /** As in the client's options, for this call. */
  readonly retries?: number | undefined;
  /** Further headers. They cannot replace the credentials. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What the error catalogue says of a code. */
export interface ErrorAdvice {
  /** What to do about it. */
  readonly advice?: string;
  /** The same call may succeed later. */
  readonly retry?: boolean;
  /** The call was refused before it took effect: with `retry`, even a build start may be sent again. */
  readonly refused?: boolean;
}

/** The operations that `waitForBuild` and `followLog` are built on. Their path takes the job's id, then the build number. */
export interface BuildHelpers {
  /** Has `wait`. */
  readonly record: Descriptor;
  /** Has `steps`. */
  readonly steps: Descriptor;
  /** Has `log`. */
  readonly log: Descriptor;
}

/** What the specification tells the client. Generated. */
export interface ClientData extends RequestData {
  /** The signs of an error in a body with a status of success, for every operation. */
  readonly failure?: readonly FailureMark[];
  /** The package's version. */
  readonly version: string;
  readonly regions: readonly string[];
  /** Addresses with `{region}` in them: `build` is the service itself. */
  readonly servers: { readonly build: string; readonly iam?: string } & Readonly<Record<string, string>>;
  /** Paths that belong to another server, by its name; only the raw client, which knows no descriptors, needs them. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
  readonly errorCatalogue: Readonly<Record<string, ErrorAdvice>>;
  readonly helpers?: BuildHelpers;
}

/** Options, checked, with defaults. */
export interface Settings {
  readonly region: string | undefined;
  readonly build: string;
  /** The address of a server of the specification. */
  readonly addressOf: (server: string | undefined) => string;
  readonly credentials: Credentials;
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
  readonly timeZone: string | undefined;
  readonly userAgent: string;
  readonly logger: ((event: LogEvent) => void) | undefined;
  readonly clock: Clock;
  readonly data: ClientData;
}

/** The number, or an error that names the option. */
export function checkNumber(name: string, value: number, least: number): number {
  if (typeof value === "number" && value >= least) return value;
  throw new ConfigurationError(`${name} is ${value}: give a number from ${least} on.`);
}

/** Looked up at each call: tests and instrumentation replace the global one. */
const globalFetch: Fetch = (url, init) => {
  if (typeof globalThis.fetch === "function") return globalThis.fetch(url, init);
  throw new ConfigurationError("This runtime has no fetch: give the option fetch.");
};

function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text is not repeated: it may hold a password.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError("baseUrl is not an address like https://host/path, without user, query and fragment.");
  }
  return url.href.replace(/\/+$/, "");
}

function checkRegion(region: string, { baseUrl }: ClientOptions, { regions }: ClientData): string {
  if (regions.includes(region) || (baseUrl && /^[\w-]+$/.test(region))) return region;
  throw new ConfigurationError(
    `region "${region}" is not known. Known are ${regions.join(", ")}. For another one give its baseUrl too.`,
  );
}

/** Checks the options and fills in what they leave open. */
export function resolveOptions(options: ClientOptions, data: ClientData): Settings {
  const { baseUrl, credentials, userAgent, clock = systemClock } = options;
  const region = options.region && checkRegion(options.region, options, data);
  const { servers, regions } = data;
  if (!baseUrl && !(regions.length ? region : servers.build)) {
    throw new ConfigurationError(`Give a ${regions.length ? `region, such as "${regions[0]}", or a ` : ""}baseUrl.`);
  }
  // Callers without types leave it out; the types say that it is there.
  if (typeof (credentials as Credentials | undefined)?.authenticate !== "function") {
    throw new ConfigurationError("Give credentials: accessKey(...), token(...) or password(...).");
  }
  const base = baseUrl === undefined ? undefined : checkBaseUrl(baseUrl);
  const server = (template: string): string => base ?? template.replaceAll("{region}", region ?? "");
  const name = `codearts-build/${data.version}`;
  return {
    region,
    build: server(servers.build),
    addressOf: (name = "build") => server(servers[name] ?? servers.build),
    credentials,
    fetch: options.fetch ?? globalFetch,
    timeout: checkNumber("timeout", options.timeout ?? 60_000, 1),
    retries: checkNumber("retries", options.retries ?? 2, 0),
    timeZone: options.timeZone ?? (region?.startsWith("cn-") ? "+08:00" : undefined),
    userAgent: userAgent ? `${userAgent} ${name}` : name,
    logger: options.logger,
    clock,
    data,
  };
}
