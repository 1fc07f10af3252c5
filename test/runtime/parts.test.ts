import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { saveTo } from "../../generator/runtime/node.js";
import { rejection, TestClient } from "./support/client.js";
import { type Arrived, serve } from "./support/server.js";

const a = "a".repeat(1_000);
const b = "b".repeat(1_000);

/**
 * Saves what a server sends whose answers are `answers`, as bytes on the wire. Each closes its connection, once the
 * bytes have been read: what comes together with the end of a connection is not always handed out.
 */
async function save(...answers: ReadonlyArray<(request: Arrived) => string>) {
  const folder = await mkdtemp(join(tmpdir(), "parts-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  let socket: Socket | null = null;
  const { url, arrived } = await serve((response, request, turn) => {
    const answer = answers[Math.min(turn, answers.length - 1)] ?? (() => "");
    ({ socket } = response);
    socket?.write(answer(request));
  });
  const path = join(folder, "build.log");
  const onProgress = (): void => void socket?.end();
  const saved = saveTo(await new TestClient(url).file(), path, { onProgress });
  const ranges = (): unknown[] => arrived.map(({ headers }) => headers.range);
  return { saved, ranges, text: () => readFile(path, "utf8") };
}

/** An answer on the wire. */
function wire(status: string, headers: Record<string, string | number>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, "", body].join("\r\n");
}
const broken = () => wire("200 OK", { "content-length": 1_000, etag: '"a"' }, a.slice(0, 400));
const part = (from: number, to: number, headers = {}, text = a): string => {
  const range = `bytes ${from}-${to}/${text.length}`;
  return wire("206 Partial Content", { "content-range": range, etag: '"a"', ...headers }, text.slice(from, to + 1));
};

describe("fault 4: saveTo never makes a file that is not the service's", () => {
  test("a part that is shorter than asked for is followed by the next request", async () => {
    const { saved, text, ranges } = await save(broken, ({ headers }) => {
      const from = Number(/\d+/.exec(headers.range ?? "")?.[0]);
      return part(from, Math.min(from + 99, 999));
    });
    expect(await saved).toBe(1_000);
    expect(await text()).toBe(a);
    expect(ranges()).toEqual([undefined, ...[4, 5, 6, 7, 8, 9].map((hundreds) => `bytes=${hundreds}00-`)]);
  });

  test("another version is not appended", async () => {
    const { saved } = await save(broken, () => part(400, 999, { etag: '"b"' }, b));
    expect((await rejection(saved)).message).toMatch(/broke after 400 of 1000 bytes.*another version/);
  });

  test("a part of a longer file is not appended", async () => {
    const { saved } = await save(broken, () => part(400, 1999, {}, `${a}${a}`));
    expect((await rejection(saved)).message).toMatch(/broke after 400 of 1000 bytes.*has 2000 bytes now, it had 1000/);
  });

  test("another version that comes whole takes the place of what was there", async () => {
    const { saved, text } = await save(broken, () => wire("200 OK", { "content-length": 1_000, etag: '"b"' }, b));
    expect(await saved).toBe(1_000);
    expect(await text()).toBe(b);
  });

  test("another version that is shorter leaves nothing of the first one", async () => {
    const { saved, text } = await save(broken, () => wire("200 OK", { "content-length": 300 }, b.slice(0, 300)));
    expect(await saved).toBe(300);
    expect(await text()).toBe(b.slice(0, 300));
  });

  test("another version that comes whole and breaks is taken up as itself", async () => {
    const half = () => wire("200 OK", { "content-length": 1_000, etag: '"b"' }, b.slice(0, 500));
    const { saved, text, ranges } = await save(broken, half, () => part(500, 999, { etag: '"b"' }, b));
    expect(await saved).toBe(1_000);
    expect(await text()).toBe(b);
    expect(ranges()).toEqual([undefined, "bytes=400-", "bytes=500-"]);
  });

  test("a file whose length only a part tells", async () => {
    const chunk = `190\r\n${a.slice(0, 400)}\r\n`;
    const first = () => wire("200 OK", { "transfer-encoding": "chunked" }, chunk);
    const { saved, text } = await save(
      first,
      () => part(400, 699),
      () => part(700, 999),
    );
    expect(await saved).toBe(1_000);
    expect(await text()).toBe(a);
  });

  test("a file whose length nobody tells has no end that could be known", async () => {
    const first = () => wire("200 OK", { "transfer-encoding": "chunked" }, `190\r\n${a.slice(0, 400)}\r\n`);
    const { saved } = await save(first, () => part(400, 999, { "content-range": "bytes 400-999/*" }));
    expect((await rejection(saved)).message).toMatch(/broke after 400 of \? bytes.*does not tell how long the file is/);
  });

  test("a service that sends the same half again and again is given up", async () => {
    const { saved, ranges } = await save(broken);
    expect((await rejection(saved)).message).toContain("broke after 400 of 1000 bytes");
    expect(ranges()).toHaveLength(4);
  });
});
