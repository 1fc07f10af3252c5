import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { saveTo } from "../../generator/runtime/node.js";
import { TestClient } from "./support/client.js";

const all = Uint8Array.from({ length: 90 }, (_, i) => i);

/** A service whose connection breaks after every ten bytes. */
function fragile(ranges: string[]) {
  return (_: string, init: RequestInit): Promise<Response> => {
    const range = new Headers(init.headers).get("range") ?? "bytes=0-";
    ranges.push(range);
    const from = Number(/\d+/.exec(range)?.[0]);
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ === 0) controller.enqueue(all.slice(from, from + 10));
        else if (from + 10 < all.length) controller.error(new Error("reset"));
        else controller.close();
      },
    });
    const headers = {
      "content-type": "application/octet-stream",
      "content-length": String(all.length - from),
      ...(from > 0 && { "content-range": `bytes ${from}-${all.length - 1}/${all.length}` }),
    };
    return Promise.resolve(new Response(body, { status: from > 0 ? 206 : 200, headers }));
  };
}

test("a download that breaks again and again is completed as long as each try brings something", async () => {
  const folder = await mkdtemp(join(tmpdir(), "resuming-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const ranges: string[] = [];
  const client = new TestClient("http://h.example.com", { fetch: fragile(ranges) });
  expect(await saveTo(await client.file(), join(folder, "build.log"))).toBe(90);
  expect(new Uint8Array(await readFile(join(folder, "build.log")))).toEqual(all);
  expect(ranges).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80].map((from) => `bytes=${from}-`));
});
