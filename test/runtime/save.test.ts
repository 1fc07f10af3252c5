import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { fromEnvironment, saveTo, type SaveProgress } from "../../generator/codearts/runtime/node.js";
import { read, rejection, TestClient } from "./support/client.js";
import { type Handler, json, serve } from "./support/server.js";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "save-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/**
 * A file server whose answer number n ends early, at byte `breaks[n]` of the file: when the reader has got so far, for a
 * connection that breaks also loses what was under way. Sends ranges unless told otherwise.
 */
function files(body: Buffer, breaks: number[], { ranges = true, sized = true } = {}) {
  let breakNow: (() => void) | undefined;
  const handler: Handler = (response, request, turn) => {
    const from = ranges ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0) : 0;
    response.writeHead(from ? 206 : 200, {
      "content-type": "application/octet-stream",
      ...(sized && { "content-length": body.length - from }),
      ...(from && { "content-range": `bytes ${from}-${body.length - 1}/${body.length}` }),
    });
    const end = breaks[turn];
    if (end === undefined) return void response.end(body.subarray(from));
    breakNow = () => response.destroy();
    if (from === end) response.flushHeaders();
    else response.write(body.subarray(from, end));
    if (from === end) setTimeout(breakNow, 10);
  };
  const onProgress = ({ bytes }: SaveProgress): void => {
    if (breaks.includes(bytes)) breakNow?.();
  };
  return { handler, onProgress };
}

const body = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 251));

describe("saveTo", () => {
  test("writes the file, under its name only when it is complete, and tells how far it is", async () => {
    const { url } = await serve(files(body, []).handler);
    const path = join(await folder(), "build.log");
    const seen: SaveProgress[] = [];
    const before: string[] = [];
    const onProgress = (progress: SaveProgress): void => void seen.push(progress);
    await writeFile(path, "older");
    before.push(await readFile(path, "utf8"));
    expect(await saveTo(await new TestClient(url).file(), path, { onProgress })).toBe(200_000);
    expect((await readFile(path)).equals(body)).toBe(true);
    expect(seen.at(-1)).toEqual({ bytes: 200_000, total: 200_000 });
    expect(seen.every(({ bytes }, i) => bytes > (seen[i - 1]?.bytes ?? 0))).toBe(true);
    expect(await readdir(join(path, ".."))).toEqual(["build.log"]);
  });

  test("takes a broken download up where it broke", async () => {
    const { handler, onProgress } = files(body, [50_000, 50_001, 120_001]);
    const { url, arrived } = await serve(handler);
    const path = join(await folder(), "build.log");
    expect(await saveTo(await new TestClient(url).file(), path, { onProgress })).toBe(200_000);
    expect((await readFile(path)).equals(body)).toBe(true);
    const ranges = [undefined, "bytes=50000-", "bytes=50001-", "bytes=120001-"];
    expect(arrived.map(({ headers }) => headers.range)).toEqual(ranges);
  });

  test.each([{ sized: true }, { sized: false }])(
    "fault 4: where the service sends the whole file again, it starts anew: %j",
    async ({ sized }) => {
      const { handler, onProgress } = files(body, [50_000, 20_000], { ranges: false, sized });
      const { url, arrived } = await serve(handler);
      const path = join(await folder(), "build.log");
      expect(await saveTo(await new TestClient(url).file(), path, { onProgress })).toBe(200_000);
      expect((await readFile(path)).equals(body)).toBe(true);
      expect(arrived).toHaveLength(3);
    },
  );

  test("fault 4: what cannot be made whole is an error that says how far it came, and leaves nothing", async () => {
    const { handler, onProgress } = files(body, [50_000]);
    const { url } = await serve((response, request, turn) => {
      if (turn > 0) response.setHeader("etag", '"v2"');
      else response.setHeader("etag", '"v1"');
      handler(response, request, turn);
    });
    const path = join(await folder(), "build.log");
    const error = await rejection(saveTo(await new TestClient(url).file(), path, { onProgress }));
    expect(`${error.name}: ${error.message}`).toBe(
      "NetworkError: The download broke after 50000 of 200000 bytes. downloadThing GET /v1/things/7/file: the service does not send the rest of this file from byte 50000 on: there is another version of it.",
    );
    expect((error.cause as Error).message).toContain("the connection broke after 50000 of 200000 bytes");
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  test("fault 4: a break before the first byte is taken up as well", async () => {
    const { handler, onProgress } = files(body, [0, 0]);
    const { url, arrived } = await serve(handler);
    const path = join(await folder(), "build.log");
    expect(await saveTo(await new TestClient(url).file(), path, { onProgress })).toBe(200_000);
    expect(arrived.map(({ headers }) => headers.range)).toEqual([undefined, undefined, undefined]);
  });

  test("gives up when nothing more comes", async () => {
    const { handler, onProgress } = files(body, [10, 10, 10, 10, 10, 10]);
    const { url, arrived } = await serve(handler);
    const error = await rejection(saveTo(await new TestClient(url).file(), join(await folder(), "x"), { onProgress }));
    expect(error.name).toBe("NetworkError");
    expect(arrived).toHaveLength(4);
  });

  test("an abort leaves nothing, also one while it waits", async () => {
    const { url } = await serve((response) => void response.writeHead(200).write("01234"));
    const path = join(await folder(), "build.log");
    const controller = new AbortController();
    const onProgress = (): void => void setTimeout(() => controller.abort(new Error("enough")), 10);
    const download = await new TestClient(url).file();
    expect((await rejection(saveTo(download, path, { signal: controller.signal, onProgress }))).message).toBe("enough");
    expect(await readdir(join(path, ".."))).toEqual([]);
    const aborted = { signal: AbortSignal.abort() };
    expect((await rejection(saveTo(await new TestClient(url).file(), path, aborted))).name).toBe("AbortError");
  });

  test("an error of the disk, or of the callback, is not taken for the network's", async () => {
    const { url, arrived } = await serve(files(body, []).handler);
    const nowhere = join(await folder(), "missing", "build.log");
    expect((await rejection(saveTo(await new TestClient(url).file(), nowhere))).message).toContain("ENOENT");
    const onProgress = (): void => {
      throw new Error("terminal is gone");
    };
    const path = join(await folder(), "x");
    expect((await rejection(saveTo(await new TestClient(url).file(), path, { onProgress }))).message).toBe(
      "terminal is gone",
    );
    expect([arrived.length, await readdir(join(path, ".."))]).toEqual([2, []]);
  });

  test("an error body is never saved", async () => {
    const { url } = await serve(json({ error_code: "CB.1", error_msg: "No log." }));
    const path = join(await folder(), "build.log");
    const saved = new TestClient(url).file().then((download) => saveTo(download, path));
    expect((await rejection(saved)).name).toBe("ApiError");
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  test("memory stays flat", async () => {
    const piece = Buffer.alloc(1024 * 1024, "x");
    const { url } = await serve((response) => {
      let left = 150;
      const next = (): void => {
        while (left-- > 0) if (!response.write(piece)) return void response.once("drain", next);
        response.end();
      };
      response.writeHead(200, { "content-type": "application/octet-stream" });
      next();
    });
    let most = 0;
    const start = process.memoryUsage().rss;
    const onProgress = (): void => void (most = Math.max(most, process.memoryUsage().rss));
    expect(await saveTo(await new TestClient(url).file(), join(await folder(), "big"), { onProgress })).toBe(
      150 * 1024 * 1024,
    );
    expect((most - start) / 1024 / 1024).toBeLessThan(100);
  });
});

describe("fromEnvironment", () => {
  const send = async (env: Record<string, string>): Promise<Record<string, unknown>> => {
    const { url, arrived } = await serve(json({}));
    await new TestClient(url, { credentials: fromEnvironment(env) }).send(read);
    const { authorization = "", ...headers } = arrived[0]?.headers ?? {};
    return {
      key: /Access=(\w+)/.exec(authorization)?.[1],
      project: headers["x-project-id"],
      token: headers["x-security-token"],
    };
  };

  test("the vendor's names, else those of its samples", async () => {
    const samples = { CLOUD_SDK_AK: "AK2", CLOUD_SDK_SK: "SK2" };
    const tools = { HUAWEICLOUD_SDK_AK: "AK1", HUAWEICLOUD_SDK_SK: "SK1" };
    expect(await send(tools)).toEqual({ key: "AK1" });
    expect(await send(samples)).toEqual({ key: "AK2" });
    const more = { HUAWEICLOUD_SDK_SECURITY_TOKEN: "ST", HUAWEICLOUD_SDK_PROJECT_ID: "P", HUAWEICLOUD_SDK_X: "" };
    expect(await send({ ...samples, ...tools, ...more })).toEqual({ key: "AK1", project: "P", token: "ST" });
    expect(await send({ ...samples, HUAWEICLOUD_SDK_AK: "", HUAWEICLOUD_SDK_PROJECT_ID: " " })).toEqual({ key: "AK2" });
  });

  test.each([
    [{}, "The environment lacks HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK."],
    [{ HUAWEICLOUD_SDK_AK: "AK1" }, "The environment lacks HUAWEICLOUD_SDK_SK."],
    [{ HUAWEICLOUD_SDK_SK: "SK", CLOUD_SDK_AK: "a", CLOUD_SDK_SK: "b" }, "The environment lacks HUAWEICLOUD_SDK_AK."],
    [{ CLOUD_SDK_SK: "SK2" }, "The environment lacks CLOUD_SDK_AK."],
  ])("names what is missing: %j", (env, message) => {
    expect(() => fromEnvironment(env)).toThrow(new ConfigurationError(message));
  });

  test("reads the process's own by default", () => {
    const { HUAWEICLOUD_SDK_AK, CLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, CLOUD_SDK_SK } = process.env;
    if (HUAWEICLOUD_SDK_AK ?? CLOUD_SDK_AK ?? HUAWEICLOUD_SDK_SK ?? CLOUD_SDK_SK) return;
    expect(() => fromEnvironment()).toThrow("The environment lacks HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.");
  });
});
