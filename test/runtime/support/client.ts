import { BuildClient } from "../../../generator/codearts/runtime/buildClient.js";
import { accessKey } from "../../../generator/codearts/runtime/credentials.js";
import type { Descriptor } from "../../../generator/runtime/descriptor.js";
import type { Download } from "../../../generator/runtime/download.js";
import type { BuildHelpers } from "../../../generator/codearts/runtime/build.js";
import type { ClientOptions } from "../../../generator/codearts/runtime/options.js";
import { rules } from "../../../generator/codearts/runtime/rules.js";
import type { CallOptions } from "../../../generator/runtime/callOptions.js";
import type { ClientData } from "../../../generator/runtime/data.js";
import type { ApiPromise, PagePromise } from "../../../generator/runtime/promises.js";
import { TestClock } from "./clock.js";

/** An operation that only reads. */
export const read: Descriptor = {
  id: "showThing",
  method: "GET",
  path: "/v1/things/{id}",
  query: ["q", "n"],
  retry: "safe",
};

/** An operation that starts something. */
export const change: Descriptor = { id: "startThing", method: "POST", path: "/v1/things/{id}/start", body: "json" };

/** An operation that answers with a file. */
export const file: Descriptor = {
  id: "downloadThing",
  method: "GET",
  path: "/v1/things/{id}/file",
  answer: "binary",
  retry: "safe",
};

/** An operation that answers page by page. */
export const list: Descriptor = {
  id: "listThings",
  method: "GET",
  path: "/v1/things",
  query: ["page_index", "page_size", "filter"],
  retry: "safe",
  pagination: { page: "page_index", first: 0, size: "page_size", items: "/things", total: "/total" },
};

export const helpers: BuildHelpers = {
  record: {
    id: "showRecordDetail",
    method: "GET",
    path: "/v4/jobs/{job_id}/{build_no}/record-info",
    retry: "safe",
    wait: {
      state: "/result/status",
      outcomes: { SUCCESS: "success", FAILURE: "failure", ABORTED: "aborted", SCHEDULE_FAILURE: "never-scheduled" },
    },
  },
  steps: {
    id: "showHistoryDetails",
    method: "GET",
    path: "/v3/jobs/{job_id}/{build_number}/history-details",
    retry: "safe",
    steps: { list: "/build_steps" },
  },
  log: {
    id: "downloadRealTimeLog",
    method: "GET",
    path: "/v3/jobs/{job_id}/{build_no}/real-time-log",
    query: ["offset", "length"],
    retry: "safe",
    log: { offset: "offset", next: "/result/offset", text: "/result/content", more: "/result/has_more_data" },
  },
};

export const data: ClientData & { helpers: BuildHelpers } = {
  name: "test-client",
  version: "1.2.3",
  regions: ["cn-north-4", "ap-southeast-3"],
  servers: { service: "https://build.{region}.example.com", iam: "https://iam.{region}.example.com" },
  paths: { iam: ["/v3/auth/tokens", "/v3/projects"] },
  errorCatalogue: {
    "CB.00060201": { advice: "Check that the id has 32 characters.", refused: true },
    "CB.00060211": { advice: "Send fewer requests.", retry: true, refused: true },
    "CB.00060100": { advice: "Try again later.", retry: true },
    "CB.00030004": { advice: "There is no log to wait for." },
  },
  failure: [{ at: "/error_code" }, { at: "/error" }, { at: "/status", values: ["error", "failed"] }],
  authentication: {
    createToken: {
      id: "keystoneCreateUserTokenByPassword",
      method: "POST",
      path: "/v3/auth/tokens",
      body: "json",
      server: "iam",
      anonymous: true,
      retry: "safe",
    },
    listProjects: { id: "keystoneListProjects", method: "GET", path: "/v3/projects", server: "iam", retry: "safe" },
  },
  ...rules,
  helpers,
};

export const key = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI-canary-secret" };

/** A client whose protected parts tests can call. */
export class TestClient extends BuildClient {
  readonly clock: TestClock;

  constructor(baseUrl: string, options: Partial<ClientOptions> & { clock?: TestClock } = {}) {
    const clock = options.clock ?? new TestClock();
    super({ baseUrl, iamUrl: baseUrl, credentials: accessKey(key), ...options, clock }, data);
    this.clock = clock;
  }
  send<T = unknown>(operation: Descriptor, request: object = { id: "7" }, options?: CallOptions): ApiPromise<T> {
    return this.call<T>(operation, request, options);
  }
  list<T = unknown, Item = unknown>(
    operation: Descriptor,
    request: object,
    options?: CallOptions,
  ): PagePromise<T, Item> {
    return this.pages<T, Item>(operation, request, options);
  }
  file(operation: Descriptor = file, request: object = { id: "7" }, options?: CallOptions): ApiPromise<Download> {
    return this.download(operation, request, options);
  }
}

/** All items, or the first `limit`. */
export async function collect<T>(items: AsyncIterable<T>, limit = Infinity): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) if (all.push(item) >= limit) break;
  return all;
}

/** What the promise was rejected with, which must be of this class. */
export async function rejectionOf<E>(kind: abstract new (...args: never) => E, promise: Promise<unknown>): Promise<E> {
  const error = await rejection(promise);
  if (error instanceof kind) return error;
  throw error;
}

/** What the promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("The promise was fulfilled.");
}
