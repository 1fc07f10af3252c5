import { equal, type HostServer, rejection, skippingClock, type Test, until } from "./harness.js";
import type { Answer } from "./protocol.js";

const error = (status: number, code?: string): Answer => ({ status, json: { error_code: code, error_msg: "Sorry." } });
const ID = "48c66c6002964721be537cdc6ce0297b";
const read = { job_id: ID };

/** How often a read and a change arrive while the server always answers so, and what the caller gets. */
const FATES: ReadonlyArray<[fault: string, answer: Answer, read: string, change: string]> = [
  ["reset before headers", { fault: "reset" }, "3 NetworkError", "1 NetworkError"],
  ["reset in the body", { fault: "reset in body" }, "3 NetworkError", "1 NetworkError"],
  ["half a body", { fault: "end in body", text: '{"result":true}' }, "3 NetworkError", "1 NetworkError"],
  ["a chunked body that ends early", { fault: "cut", text: '{"a":1}{"b":2}' }, "3 NetworkError", "1 NetworkError"],
  // Half of it is JSON by itself.
  ["half a body that looks whole", { fault: "end in body", text: "{}  " }, "3 NetworkError", "1 NetworkError"],
  ["503 with half a body", { status: 503, fault: "end in body" }, "3 ApiError", "1 ApiError"],
  // On a connection that stays, a browser would repeat the request by itself.
  ["408", { ...error(408), headers: { connection: "close" } }, "3 ApiError", "1 ApiError"],
  ["429", error(429), "3 RateLimitError", "3 RateLimitError"],
  ["500", error(500), "3 ApiError", "1 ApiError"],
  ["500 that cannot pass", error(500, "CB.00030004"), "1 ApiError", "1 ApiError"],
  [
    "502 with HTML",
    { status: 502, text: "<html>", headers: { "content-type": "text/html" } },
    "3 ApiError",
    "1 ApiError",
  ],
  ["503", error(503), "3 ApiError", "1 ApiError"],
  ["400", error(400), "1 ApiError", "1 ApiError"],
  ["401", error(401), "1 AuthenticationError", "1 AuthenticationError"],
  ["403", error(403), "1 PermissionError", "1 PermissionError"],
  ["404", error(404), "1 NotFoundError", "1 NotFoundError"],
  [
    "302",
    { status: 302, headers: { location: "/elsewhere" } },
    "1 UnexpectedResponseError",
    "1 UnexpectedResponseError",
  ],
  ["304", { status: 304 }, "1 ApiError", "1 ApiError"],
  ["200 with an error", error(200, "CB.1"), "1 ApiError", "1 ApiError"],
  ["200 with broken JSON", { text: '{"a":' }, "1 UnexpectedResponseError", "1 UnexpectedResponseError"],
  ["200 without a body", { text: "" }, "1 UnexpectedResponseError", "1 UnexpectedResponseError"],
  ["200", { json: { result: true } }, "1 answer", "1 answer"],
];

const named = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "answer",
    (thrown: unknown) => (thrown as Error).name,
  );

const fates = FATES.map(([fault, answer, wantedRead, wantedChange]) => ({
  name: `how often a request arrives: ${fault}`,
  async run(host: HostServer) {
    const client = host.client({ clock: skippingClock(), timeout: 300_000 });
    await host.script(answer);
    const reading = await named(client.showJobStatus(read));
    const reads = (await host.arrived()).length;
    await host.script(answer);
    const changing = await named(client.runJob(read));
    const changes = (await host.arrived()).length;
    equal([`${reads} ${reading}`, `${changes} ${changing}`], [wantedRead, wantedChange]);
  },
}));

const retries: readonly Test[] = [
  {
    name: "an answer after failures is the answer",
    async run(host) {
      await host.script({ fault: "reset" }, error(503), { json: { result: true } });
      equal(await host.client({ clock: skippingClock() }).showJobStatus(read), { result: true });
    },
  },
  {
    name: "Retry-After is obeyed, at most a minute",
    async run(host) {
      const wait = (text: string): Answer => ({ ...error(429), headers: { "retry-after": text } });
      await host.script(wait("7"), wait("3600"), { json: { result: true } });
      const clock = skippingClock(300_000);
      await host.client({ clock, timeout: 300_000 }).showJobStatus(read);
      equal(clock.waits, [7_000, 60_000]);
    },
  },
  {
    name: "a redirect is not followed",
    async run(host) {
      const elsewhere = `${await host.dead()}/v3/stolen`;
      await host.script({ status: 307, headers: { location: elsewhere } });
      const client = host.client();
      const calls = [client.showJobStatus(read), client.runJob(read), client.downloadBuildLog({ record_id: ID })];
      equal(await Promise.all(calls.map(named)), Array(3).fill("UnexpectedResponseError"));
      equal((await host.arrived()).length, 3);
    },
  },
  {
    name: "what may have taken effect says so, with the operation's name",
    async run(host) {
      await host.script({ fault: "reset" });
      const { message } = await rejection(host.client().runJob(read));
      equal(message.startsWith("runJob POST /v3/jobs/build: "), true);
      equal(message.endsWith("It may have taken effect all the same: look before you send it again."), true);
    },
  },
];

const ends: readonly Test[] = [
  ...(["silence", "trickle"] as const).map((fault) => ({
    name: `a timeout ends a call, and its request: ${fault}`,
    async run(host: HostServer) {
      await host.script({ fault });
      const thrown = await rejection(host.client({ timeout: 150 }).showJobStatus(read));
      equal(
        [thrown.name, thrown.message],
        ["TimeoutError", `showJobStatus GET /v3/jobs/${ID}/status: no answer within 150 ms.`],
      );
      await until("the server noticed", async () => (await host.arrived()).every(({ gone }) => gone));
    },
  })),
  {
    name: "an abort ends a call with the caller's reason, and its request",
    async run(host) {
      await host.script({ fault: "silence" });
      const controller = new AbortController();
      const reason = new Error("enough");
      const calling = rejection(host.client().runJob(read, { signal: controller.signal }));
      await until("the request arrived", async () => (await host.arrived()).length === 1);
      controller.abort(reason);
      equal((await calling) === reason, true);
      await until("the server noticed", async () => (await host.arrived()).every(({ gone }) => gone));
    },
  },
  {
    name: "an abort ends a wait between two attempts",
    async run(host) {
      await host.script({ ...error(429), headers: { "retry-after": "50" } });
      const controller = new AbortController();
      const calling = rejection(host.client().showJobStatus(read, { signal: controller.signal }));
      await until("the request arrived", async () => (await host.arrived()).length === 1);
      setTimeout(() => controller.abort(), 50);
      equal([(await calling).name, (await host.arrived()).length], ["AbortError", 1]);
    },
  },
  {
    name: "a signal that is aborted already sends nothing",
    async run(host) {
      await host.script({});
      const thrown = await rejection(host.client().runJob(read, { signal: AbortSignal.abort() }));
      equal([thrown.name, (await host.arrived()).length], ["AbortError", 0]);
    },
  },
  {
    name: "AbortSignal.timeout works as a signal",
    async run(host) {
      await host.script({ fault: "silence" });
      const thrown = await rejection(host.client().showJobStatus(read, { signal: AbortSignal.timeout(100) }));
      equal([thrown.name, thrown.constructor === Error], ["TimeoutError", false]);
    },
  },
  {
    name: "nothing is sent with arguments that cannot be sent",
    async run(host) {
      await host.script({});
      const client = host.client();
      const wrong = ["", ".", "..", "%2e", "\ud800"].map((job_id) => named(client.showJobStatus({ job_id })));
      equal(await Promise.all(wrong), Array(5).fill("ConfigurationError"));
      equal(await host.arrived(), []);
    },
  },
];

/** Faults of the service and of the network, waits, and the end of a call. */
export const deliveryTests: readonly Test[] = [...fates, ...retries, ...ends];
