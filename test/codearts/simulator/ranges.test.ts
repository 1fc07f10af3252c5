import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodeArtsBuild } from "codearts-build";
import { saveTo } from "codearts-build/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { newSimulator } from "./specification.js";

function world() {
  const service = newSimulator({ clock: "real" });
  const job = service.addJob({ job_name: "demo" });
  const { record_id } = service.addBuild(job);
  const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, credentials: service.credentials() });
  const get = (headers: Record<string, string> = {}, method = "GET"): Promise<Response> =>
    service.fetch(`${service.url}/v4/${record_id}/download-log`, {
      method,
      headers: { "x-auth-token": service.token, ...headers },
    });
  return { service, build, record_id, get };
}

describe("fault 18: a download can be taken up again", () => {
  test.each([50, 0])("after a break at byte %i, saveTo succeeds", async (truncate) => {
    const { service, build, record_id, get } = world();
    const folder = await mkdtemp(join(tmpdir(), "ranges-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const whole = await (await get()).text();
    service.fault({ operation: "downloadBuildLog", truncate });
    const bytes = await saveTo(await build.downloadBuildLog({ record_id }), join(folder, "build.log"));
    expect([bytes, await readFile(join(folder, "build.log"), "utf8")]).toEqual([Buffer.byteLength(whole), whole]);
    const ranges = service.requests.map(({ headers }) => headers.range);
    expect(ranges).toEqual([undefined, undefined, truncate === 0 ? undefined : `bytes=${truncate}-`]);
  });

  test("also when it breaks again and again", async () => {
    const { service, build, record_id } = world();
    const folder = await mkdtemp(join(tmpdir(), "ranges-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    service.fault({ truncate: 40, times: 5 });
    const whole = await saveTo(await build.downloadBuildLog({ record_id }), join(folder, "x"));
    expect(whole).toBeGreaterThan(200);
    expect(service.requests).toHaveLength(6);
  });

  test("ranges are answered as HTTP has it", async () => {
    const { get } = world();
    const first = await get();
    const whole = Buffer.from(await first.arrayBuffer());
    const size = whole.length;
    const etag = first.headers.get("etag") ?? "";
    expect([first.status, first.headers.get("accept-ranges"), first.headers.get("content-length")]).toEqual([
      200,
      "bytes",
      String(size),
    ]);
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const parts: ReadonlyArray<[string, number, number]> = [
      ["bytes=0-0", 0, 0],
      ["bytes=10-19", 10, 19],
      ["bytes=10-", 10, size - 1],
      ["bytes=-5", size - 5, size - 1],
      [`bytes=10-${size + 100}`, 10, size - 1],
      [`bytes=-${size + 100}`, 0, size - 1],
    ];
    for (const [range, start, end] of parts) {
      const part = await get({ range });
      expect([range, part.status, part.headers.get("content-range"), part.headers.get("etag")]).toEqual([
        range,
        206,
        `bytes ${start}-${end}/${size}`,
        etag,
      ]);
      const bytes = Buffer.from(await part.arrayBuffer());
      expect(bytes.equals(whole.subarray(start, end + 1))).toBe(true);
      expect(part.headers.get("content-length")).toBe(String(bytes.length));
    }
    for (const range of [`bytes=${size}-`, "bytes=-0"]) {
      const none = await get({ range });
      expect([none.status, none.headers.get("content-range"), await none.text()]).toEqual([416, `bytes */${size}`, ""]);
    }
    // What cannot be read, several ranges, and other units are passed over.
    for (const range of ["bytes=5-2", "bytes=-", "bytes=0-1,3-4", "lines=0-1", "x"]) {
      expect([range, (await get({ range })).status]).toEqual([range, 200]);
    }
  });

  test("a part is of the version that the caller has, or the whole of another one is sent", async () => {
    const { get } = world();
    const etag = (await get()).headers.get("etag") ?? "";
    expect((await get({ range: "bytes=5-", "if-range": etag })).status).toBe(206);
    for (const other of ['"other"', `W/${etag}`, "Fri, 02 Jan 2026 03:04:05 GMT"]) {
      expect((await get({ range: "bytes=5-", "if-range": other })).status).toBe(200);
    }
  });

  test("HEAD tells what GET would, without the body", async () => {
    const { get } = world();
    const [head, full] = [await get({}, "HEAD"), await get()];
    expect(await head.text()).toBe("");
    for (const name of ["content-length", "content-type", "etag", "accept-ranges"]) {
      expect([name, head.headers.get(name)]).toEqual([name, full.headers.get(name)]);
    }
    expect([head.status, (await get({ range: "bytes=0-1" }, "HEAD")).headers.get("content-range")]).toEqual([
      200,
      expect.stringMatching(/^bytes 0-1\//),
    ]);
  });
});
