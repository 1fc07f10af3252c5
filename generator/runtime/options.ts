import { type Clock, systemClock } from "./clock.js";
import type { Credentials } from "./credentials.js";
import type { ClientData } from "./data.js";
import { ConfigurationError } from "./errors.js";
import { headerTexts } from "./request.js";

/** The part of `fetch` that the client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What the client tells its logger. It contains no secrets: no headers, no query, no body. */
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
export interface EngineOptions<Region extends string = string> {
  /** The region of the service. Needed unless `baseUrl` is given. */
  readonly region?: Region | undefined;
  /** Another address of the service than the region's, for example a simulator's. */
  readonly baseUrl?: string | undefined;
  /** What proves who sends a request. Needed unless the service asks for none. */
  readonly credentials?: Credentials | undefined;
  /** Another `fetch`, for a proxy or a test. */
  readonly fetch?: Fetch | undefined;
  /**
   * Milliseconds that a call may take, waits and retries included. For downloads: until the headers, and between two
   * pieces. Default 60,000.
   */
  readonly timeout?: number | undefined;
  /** How often a call may be sent again. Default 2. */
  readonly retries?: number | undefined;
  /**
   * The service's time zone (`America/Sao_Paulo`, `+08:00`): dates are written in it. Not needed where the region's is
   * known.
   */
  readonly timeZone?: string | undefined;
  /** Put before the client's own name in the `User-Agent` header. */
  readonly userAgent?: string | undefined;
  readonly logger?: ((event: LogEvent) => void) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

/** Options, checked, with defaults. */
export interface Settings {
  readonly region: string | undefined;
  /** The address of the service itself. */
  readonly service: string;
  /** The address of a server of the specification; undefined where it cannot be known. */
  readonly knownAddress: (server: string) => string | undefined;
  /** The same, or an error that says which option is missing. */
  readonly addressOf: (server: string | undefined) => string;
  readonly credentials: Credentials | undefined;
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
  readonly timeZone: string | undefined;
  readonly userAgent: string;
  readonly logger: ((event: LogEvent) => void) | undefined;
  readonly clock: Clock;
  readonly data: ClientData;
}

/** What an error says of a value that an option cannot have. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return (typeof value === "object" && value) || typeof value === "function"
    ? `of type ${typeof value}`
    : String(value);
}

/** The number, or an error that names the option. */
export function checkNumber(name: string, value: number, least: number): number {
  if (typeof value === "number" && value >= least) return value;
  throw new ConfigurationError(`${name} is ${String(value)}: give a number from ${least} on.`);
}

/** The text, if one is given. */
function checkText(name: string, value: string | undefined, example: string): void {
  if (value === undefined || typeof value === "string") return;
  throw new ConfigurationError(`${name} is ${shown(value)}: give text, such as ${example}.`);
}

/** Refuses options that are not an object. */
export function checkOptions(options: unknown, known: string): void {
  if (typeof options === "object" && options) return;
  throw new ConfigurationError(`The options are ${shown(options)}: give an object, such as ${known}.`);
}

/** Refuses a value that is given and is not a function, or lacks one of the methods. */
function checkFunctions(name: string, value: unknown, methods?: readonly string[]): void {
  if (value === undefined) return;
  const lacking = methods?.filter((method) => typeof (Object(value) as Record<string, unknown>)[method] !== "function");
  if (lacking ? lacking.length === 0 : typeof value === "function") return;
  const wanted = lacking
    ? `give an object with ${lacking.map((method) => `${method}()`).join(", ")}`
    : "give a function";
  throw new ConfigurationError(`${name} is ${shown(value)}: ${wanted}.`);
}

/** Looked up at each call: tests and instrumentation replace the global one. */
const globalFetch: Fetch = (url, init) => {
  if (typeof globalThis.fetch === "function") return globalThis.fetch(url, init);
  throw new ConfigurationError("This runtime has no fetch: give the option fetch.");
};

/** The address without slashes at its end. */
function checkAddress(name: string, text: string): string {
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  // The text is not repeated: it may hold a password.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError(`${name} is not an address like https://host/path, without user, query and fragment.`);
  }
  return url.href.replace(/\/+$/, "");
}

function checkRegion(region: string, { baseUrl }: EngineOptions, { regions }: ClientData): string {
  if (regions.includes(region) || (baseUrl && /^[\w-]+$/.test(region))) return region;
  throw new ConfigurationError(
    `region "${region}" is not known. Known are ${regions.join(", ")}. For another one give its baseUrl too.`,
  );
}

/** The option that gives another address of a server: `baseUrl` for the service, `<name>Url` for one that has a name. */
const optionFor = (server: string): string => (server === "service" ? "baseUrl" : `${server}Url`);

/** Finds the addresses of the servers. None is derived from another's: a secret for one of them is not for the others. */
function addresses(
  options: EngineOptions,
  region: string | undefined,
  { regions, servers }: ClientData,
): Pick<Settings, "knownAddress" | "addressOf"> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(servers)) {
    const address = (options as Readonly<Record<string, string | undefined>>)[optionFor(name)];
    if (address !== undefined) given[name] = checkAddress(optionFor(name), address);
  }
  const knownAddress = (name: string): string | undefined => {
    // An address that is relative to the document's own has no other.
    const template = given[name] ?? (servers[name] === "" ? given.service : servers[name]);
    if (!template?.includes("{region}")) return template;
    return region && regions.includes(region) ? template.replaceAll("{region}", region) : undefined;
  };
  const addressOf = (name = "service"): string => {
    const known = knownAddress(name);
    if (known !== undefined) return known;
    const where = region ? `in the region "${region}"` : "without a region";
    throw new ConfigurationError(`The address of ${name} is not known ${where}: give ${optionFor(name)}.`);
  };
  return { knownAddress, addressOf };
}

/** Refuses options of a wrong type. The error names the option. */
function checkKinds(options: EngineOptions, { regions, credentials }: ClientData): void {
  const region = regions[0] ? `"${regions[0]}"` : "text";
  checkOptions(options, `{ ${regions[0] ? `region: ${region}` : "baseUrl"}${credentials ? ", credentials" : ""} }`);
  checkText("region", options.region, region);
  checkText("timeZone", options.timeZone, '"+08:00"');
  checkText("userAgent", options.userAgent, '"nightly/7"');
  checkFunctions("fetch", options.fetch);
  checkFunctions("logger", options.logger);
  checkFunctions("clock", options.clock, ["now", "monotonic", "setTimer"]);
}

/** Checks the options and fills in what they leave open. */
export function resolveOptions(options: EngineOptions, data: ClientData): Settings {
  checkKinds(options, data);
  const { baseUrl, credentials, userAgent, clock = systemClock } = options;
  const region = options.region && checkRegion(options.region, options, data);
  const { servers, regions } = data;
  if (!baseUrl && !(regions.length ? region : servers.service)) {
    throw new ConfigurationError(`Give a ${regions.length ? `region, such as "${regions[0]}", or a ` : ""}baseUrl.`);
  }
  // Callers without types can give any value, or none where one is needed.
  if ((credentials ?? data.credentials) && typeof credentials?.authenticate !== "function") {
    throw new ConfigurationError(`Give credentials: ${data.credentials ?? "what a function of this package returns"}.`);
  }
  const { knownAddress, addressOf } = addresses(options, region, data);
  const name = `${data.name}/${data.version}`;
  return {
    region,
    service: addressOf("service"),
    knownAddress,
    addressOf,
    credentials,
    fetch: options.fetch ?? globalFetch,
    timeout: checkNumber("timeout", options.timeout ?? 60_000, 1),
    retries: checkNumber("retries", options.retries ?? 2, 0),
    timeZone: options.timeZone ?? (region ? data.zoneOf?.(region) : undefined),
    userAgent: headerTexts({ userAgent: userAgent ? `${userAgent} ${name}` : name }).useragent ?? name,
    logger: options.logger,
    clock,
    data,
  };
}
