import { token } from "codearts-build";
import { equal, rejection, skippingClock, type Test, until } from "./harness.js";
import type { Answer } from "./protocol.js";

const FILE = { record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" };
const TEXT = "first\n二\nlast\n";
const bytes = [...new TextEncoder().encode(TEXT)];

const downloads: readonly Test[] = [
  {
    name: "a download: its type, its size, its text",
    async run(host) {
      await host.script({ bytes });
      const download = await host.client().downloadBuildLog(FILE);
      equal([download.contentType, download.size], ["application/octet-stream", bytes.length]);
      equal(await download.text(), TEXT);
    },
  },
  {
    name: "a download can be read while it arrives",
    async run(host) {
      await host.script({ bytes, fault: "held" });
      const download = await host.client().downloadBuildLog(FILE);
      const reader = download.body.getReader();
      const received: number[] = [...((await reader.read()).value ?? [])];
      // The second half is not sent before the first one has arrived.
      await host.release();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) received.push(...piece.value);
      equal(received, bytes);
    },
  },
  {
    name: "a download can be left",
    async run(host) {
      await host.script({ bytes, fault: "held" });
      const download = await host.client().downloadBuildLog(FILE);
      await download.body.cancel();
      await until("the server noticed", async () => (await host.arrived()).every(({ gone }) => gone));
    },
  },
  {
    name: "a download that stands still is a TimeoutError",
    async run(host) {
      await host.script({ bytes, fault: "held" });
      const download = await host.client({ timeout: 150 }).downloadBuildLog(FILE);
      equal((await rejection(download.bytes())).name, "TimeoutError");
    },
  },
  ...(["reset in body", "end in body", "cut"] as const).map((fault): Test => ({
    name: `a download that breaks is a NetworkError: ${fault}`,
    async run(host) {
      await host.script({ bytes, fault });
      const download = await host.client().downloadBuildLog(FILE);
      const error = await rejection(download.bytes());
      equal([error.name, /the connection broke after \d+/.test(error.message)], ["NetworkError", true]);
    },
  })),
  {
    name: "a log that arrives as JSON, or as a page, is an error",
    async run(host) {
      const client = host.client();
      await host.script({ json: { error_code: "CB.00030004", error_msg: "No log." } });
      equal((await rejection(client.downloadBuildLog(FILE))).name, "ApiError");
      await host.script({ text: "<html>", headers: { "content-type": "text/html" } });
      equal((await rejection(client.downloadBuildLog(FILE))).name, "UnexpectedResponseError");
    },
  },
];

const piece = (content: string, offset: number, more: boolean): Answer => ({
  json: { result: { content, offset, has_more_data: more } },
});
const record = (status: string): Answer => ({ json: { result: { status }, error: null, status: "success" } });

const logs: readonly Test[] = [
  {
    name: "followLog joins what the service cuts, characters too",
    async run(host) {
      await host.script(
        piece("a\ud83d", 2, true),
        piece("\ude00b", 4, false),
        record("RUNNING"),
        { status: 503, headers: { "retry-after": "0" } },
        piece("c", 5, false),
        record("SUCCESS"),
        piece("d", 6, false),
        piece("", 6, false),
      );
      const texts: string[] = [];
      const client = host.client({ clock: skippingClock() });
      for await (const text of client.followLog({ job_id: "j", build_no: 1 })) texts.push(text);
      equal(texts, ["a", "😀b", "c", "d"]);
    },
  },
  {
    name: "a build is run, waited for and its log followed",
    async run(host) {
      const world = await host.simulator();
      const { job_id } = world;
      const client = host.client({ credentials: token(world.token) });
      const build_no = Number((await client.runJob({ job_id })).actual_build_number);
      let text = "";
      for await (const part of client.followLog({ job_id, build_no })) text += part;
      equal((await client.waitForBuild({ job_id, build_no })).result, "success");
      const { result } = await client.showRecordDetail({ job_id, build_no });
      equal(text, await (await client.downloadBuildLog({ record_id: result.build_record_id ?? "" })).text());
      equal(text.includes("二"), true);
    },
  },
  {
    name: "pages are gone through",
    async run(host) {
      const jobs = (...names: string[]): Answer => ({
        json: { jobs: names.map((job_name) => ({ job_name })), total: 3 },
      });
      await host.script(jobs("a", "b"), jobs("c"));
      const names: unknown[] = [];
      const pages = host.client().showJobListByProjectId({ project_id: "p", page_size: 2 });
      for await (const { job_name } of pages) names.push(job_name);
      equal(names, ["a", "b", "c"]);
    },
  },
  {
    name: "dates are written in the service's time zone",
    async run(host) {
      await host.script({ json: {} });
      const client = host.client({ timeZone: "America/Sao_Paulo" });
      const start_time = new Date("2026-01-02T01:00:00Z");
      const end_time = new Date("2026-01-03T12:00:00Z");
      await client.showJobSuccessRatio({ job_id: "j", start_time, end_time });
      equal(
        (await host.arrived()).map(({ line }) => line),
        ["GET /v3/jobs/j/success-ratio?start_time=2026-01-01&end_time=2026-01-03"],
      );
    },
  },
];

/** Files, logs and pages. */
export const streamTests: readonly Test[] = [...downloads, ...logs];
