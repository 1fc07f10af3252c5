import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Fetcher, type Fetched, type FetchSettings } from "../../generator/sources/fetch/fetch.js";
import { asHtml, cranePage } from "./pages.js";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const PAGE = asHtml(cranePage("en"));
const HTML = { "content-type": "text/html; charset=utf-8" };

let server: Server;
let base = "";
let folder = "";
let answers: Answer[] = [];
let requests: IncomingMessage[] = [];
let said: string[] = [];

/** A real server that gives the next of its answers to each request, the last one for ever. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  [answers, requests, said] = [[], [], []];
  server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const fetcher = (settings: Partial<FetchSettings> = {}): Fetcher =>
  new Fetcher({
    ...{ cacheFolder: folder, userAgent: "crane-test", pause: 1, timeout: 5000, attempts: 3, longestWait: 10_000 },
    say: (text) => said.push(text.replace(base, "")),
    ...settings,
  });

const send =
  (status: number, headers: Record<string, string> = HTML, body: string | Uint8Array = PAGE): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

async function take(settings: Partial<FetchSettings> = {}): Promise<Fetched> {
  return fetcher(settings).fetch(`${base}/Page.html`);
}

describe("a page is fetched", () => {
  test("with the name of who asks, and kept", async () => {
    answers = [send(200)];
    expect(await take()).toEqual({ text: PAGE });
    expect(requests[0]?.headers["user-agent"]).toBe("crane-test");
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("again only when it changed: by its ETag or its date", async () => {
    answers = [
      send(200, { ...HTML, etag: '"1"', "last-modified": "Tue, 08 Jul 2025 00:00:00 GMT" }),
      (request, response) => {
        expect(request.headers["if-none-match"]).toBe('"1"');
        expect(request.headers["if-modified-since"]).toBe("Tue, 08 Jul 2025 00:00:00 GMT");
        response.writeHead(304).end();
      },
    ];
    await take();
    expect(await take()).toEqual({ text: PAGE });
    expect(requests).toHaveLength(2);
  });

  test("anew when the kept one was cut short", async () => {
    answers = [send(200, { ...HTML, etag: '"1"' })];
    await take();
    const [name = ""] = readdirSync(folder);
    const kept = readFileSync(join(folder, name), "utf8");
    for (const broken of [kept.slice(0, 400), kept.replace(/"body":"..../, '"body":"AAAA')]) {
      writeFileSync(join(folder, name), broken);
      expect(await take()).toEqual({ text: PAGE });
      expect(requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
    }
  });

  test("one at a time, with a pause in between", async () => {
    let open = 0;
    const at: number[] = [];
    answers = [
      (_request, response) => {
        open += 1;
        expect(open).toBe(1);
        at.push(performance.now());
        setTimeout(() => {
          open -= 1;
          response.writeHead(200, HTML).end(PAGE);
        }, 5);
      },
    ];
    const one = fetcher({ pause: 40 });
    for (const name of ["A", "B", "C"]) await one.fetch(`${base}/${name}.html`);
    expect(requests.map(({ url }) => url)).toEqual(["/A.html", "/B.html", "/C.html"]);
    // A timer may fire a millisecond early.
    expect((at[2] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(2 * 40);
  });

  test.each(["gbk", "gb18030"])("in its own encoding, %s, by header or by <meta>", async (encoding) => {
    // "是" in the Chinese national encodings.
    const bytes = Buffer.concat([Buffer.from("<html><p>"), Buffer.from([0xca, 0xc7]), Buffer.from("</p>")]);
    answers = [send(200, { "content-type": `text/html; charset=${encoding}` }, bytes)];
    expect(await take()).toEqual({ text: "<html><p>是</p>" });
    const declared = Buffer.concat([Buffer.from(`<meta charset="${encoding}">`), bytes]);
    answers = [send(200, { "content-type": "text/html" }, declared)];
    expect(await fetcher().fetch(`${base}/Other.html`)).toEqual({
      text: `<meta charset="${encoding}"><html><p>是</p>`,
    });
  });
});

describe("a server in trouble", () => {
  test("429 is waited for as long as it asks, then the page comes", async () => {
    answers = [send(429, { "retry-after": "0" }, ""), send(200)];
    expect(await take()).toEqual({ text: PAGE });
    expect(said).toEqual(["/Page.html: status 429; once more in 0 s"]);
  });

  test("one that asks for too much patience is left in peace, by seconds or by date", async () => {
    answers = [send(429, { "retry-after": "86400" }, "")];
    expect(await take()).toEqual({ problem: "status 429, 1 attempt; the server asks to wait 86400 s" });
    answers = [send(503, { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }, "")];
    expect(await take()).toMatchObject({
      problem: expect.stringMatching(/^status 503, 1 attempt; the server asks to wait 3[56]\d\d s$/) as string,
    });
    expect(requests).toHaveLength(2);
  });

  test("500 is asked three times", async () => {
    answers = [send(500, {}, "")];
    expect(await take()).toEqual({ problem: "status 500, 3 attempts" });
    expect(requests).toHaveLength(3);
  });

  test("three pages in a row without an answer, and no more are asked for", async () => {
    answers = [send(503, {}, "")];
    const one = fetcher({ attempts: 1 });
    for (const name of ["A", "B", "C"])
      expect(await one.fetch(`${base}/${name}`)).toEqual({ problem: "status 503, 1 attempt" });
    expect(await one.fetch(`${base}/D`)).toEqual({
      problem: "not asked for, after 3 pages in a row failed; try again later",
    });
    expect(requests).toHaveLength(3);
  });

  test.each([404, 410])("%i says that there is no page; it is asked once", async (status) => {
    answers = [send(status)];
    expect(await take()).toEqual({ problem: `no page there (status ${status})`, missing: true });
    expect(requests).toHaveLength(1);
  });

  test("403 is a refusal, asked once", async () => {
    answers = [send(403)];
    expect(await take()).toEqual({ problem: "refused with status 403" });
    expect(requests).toHaveLength(1);
  });

  test("an answer that is too slow, at its start or in its middle", async () => {
    answers = [() => undefined];
    expect(await take({ timeout: 60, attempts: 1 })).toEqual({ problem: "no whole answer in 60 ms, 1 attempt" });
    answers = [(_request, response) => void response.writeHead(200, HTML).write(PAGE.slice(0, 100))];
    expect(await take({ timeout: 60, attempts: 1 })).toEqual({ problem: "no whole answer in 60 ms, 1 attempt" });
  });

  test("a page that breaks off, with and without a length, is not kept", async () => {
    const half = PAGE.slice(0, PAGE.length / 2);
    for (const headers of [{ ...HTML, "content-length": String(PAGE.length) }, HTML]) {
      answers = [
        (_request, response) => {
          response.writeHead(200, headers);
          response.write(half, () => response.destroy());
        },
      ];
      const result = await take({ attempts: 1 });
      expect(result).toMatchObject({ problem: expect.stringContaining("1 attempt") as string });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test("nobody at home", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const result = await fetcher({ attempts: 1 }).fetch(`http://127.0.0.1:${port}/`);
    expect(result).toMatchObject({ problem: expect.stringMatching(/fetch failed .*, 1 attempt$/) as string });
  });
});

describe("what is not a page", () => {
  test("another content type, or none", async () => {
    answers = [send(200, { "content-type": "application/json" }, "{}")];
    expect(await take()).toEqual({ problem: "expected HTML or text, found application/json" });
    answers = [send(200, {}, PAGE)];
    expect(await take()).toEqual({ problem: "expected HTML or text, found no content type" });
  });

  test("bytes that the encoding does not have, and an encoding that nobody knows", async () => {
    answers = [send(200, HTML, Buffer.from([0xca, 0xc7]))];
    expect(await take()).toEqual({ problem: "its bytes are not utf-8" });
    answers = [send(200, { "content-type": "text/html; charset=crane" })];
    expect(await take()).toEqual({ problem: 'its encoding "crane" is not known' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a redirect", () => {
  const to = (location: string, status = 301): Answer => send(status, { location }, "");

  test("is followed on the same server", async () => {
    answers = [to("/Moved.html"), send(200)];
    expect(await take()).toEqual({ text: PAGE });
    expect(said).toEqual([`/Page.html: leads to ${base}/Moved.html`]);
  });

  test("to another server is not", async () => {
    answers = [to("http://example.com/Page.html", 302)];
    expect(await take()).toEqual({
      problem: "leads away to http://example.com/Page.html; correct x-source.url if the page moved there",
    });
  });

  test("in a circle ends", async () => {
    answers = [to("/Page.html", 307)];
    expect(await take()).toEqual({ problem: "leads on and on, 5 times" });
    expect(requests).toHaveLength(6);
  });
});
