import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { WebSocket } from "undici";
import { QUIET } from "./chromium.js";
import { siteFolder, siteUrl } from "./site.js";

const runs = 5;

/** How long a page is left alone, in milliseconds: far longer than it needs. */
const patience = 6_000;

/** When things happened in a page, in milliseconds from the start of its loading. */
interface Times {
  readonly paint: number;
  readonly load: number;
  /** End of the last task that kept the page from answering its reader. */
  readonly rest: number;
}

/**
 * Opens the reference a few times and tells how long that takes, and how large it is. Nothing looks into a page while it
 * loads: for an inspector (Playwright is one) the engine reads the whole program twice more, to know the lines of the errors
 * that React keeps in store, and no reader waits for that.
 */
export async function measureSite(): Promise<{ readonly text: string; readonly data: unknown }> {
  if (!existsSync(join(siteFolder, "index.html"))) throw new Error("There is no site yet: run `npm run docs` first.");
  const times = await measure(siteUrl("index.html#/"));
  const size = gzipSync(readFileSync(join(siteFolder, "index.html"))).length;
  const best = (values: readonly number[]): string => `${Math.round(Math.min(...values))} ms`;
  const lines = [
    `first paint  ${best(times.map(({ paint }) => paint))} (best of ${runs}; wanted: at most 300 ms on two idle cores)`,
    `loaded       ${best(times.map(({ load }) => load))} (wanted: at most 1000 ms)`,
    `at rest      ${best(times.map(({ rest }) => rest))} (all sections drawn, the search index made)`,
    `compressed   ${Math.ceil(size / 1000)} kB (wanted: at most 750 kB)`,
  ];
  return { text: lines.join("\n"), data: { times, size } };
}

async function measure(url: string): Promise<Times[]> {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const flags = [...QUIET, "--window-size=1440,900", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
  const words = [...flags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const browser = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", words, { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const host = await addressOf(browser);
    const times: Times[] = [];
    for (let run = 0; run < runs; run++) times.push(await open(host, url));
    return times;
  } finally {
    if (browser.exitCode === null && browser.kill()) await once(browser, "exit");
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Where the browser can be asked, as it says when it has started. */
async function addressOf(browser: ChildProcess): Promise<string> {
  const failed = once(browser, "error").then(([error]) => Promise.reject(error as Error));
  const said = (async () => {
    if (browser.stderr === null) throw new Error("Chromium has no stderr.");
    for await (const line of createInterface(browser.stderr)) {
      const host = /^DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1];
      if (host !== undefined) return host;
    }
    throw new Error("Chromium ended before it could be asked.");
  })();
  return Promise.race([said, failed]);
}

/** Opens a page, waits without disturbing it, then asks for its times. */
async function open(host: string, url: string): Promise<Times> {
  const answer = await fetch(`http://${host}/json/new?${encodeURIComponent(url)}`, { method: "PUT" });
  const page = (await answer.json()) as { id: string; webSocketDebuggerUrl: string };
  await sleep(patience);
  const times = JSON.parse(await evaluate(page.webSocketDebuggerUrl, question)) as Times;
  await fetch(`http://${host}/json/close/${page.id}`);
  if (times.load === 0) throw new Error(`The page was not loaded within ${patience} ms: measure on a quieter machine.`);
  return times;
}

const question = `new Promise((resolve) => {
  const [navigation] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-paint");
  const tell = (tasks) => resolve(JSON.stringify({
    paint: paint.startTime,
    load: navigation.loadEventEnd,
    rest: Math.max(navigation.loadEventEnd, ...tasks.map((task) => task.startTime + task.duration)),
  }));
  new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: "longtask", buffered: true });
  setTimeout(() => tell([]), 1000);
})`;

/** Evaluates an expression in a page: its result is a text. */
async function evaluate(address: string, expression: string): Promise<string> {
  const socket = new WebSocket(address);
  try {
    await once(socket, "open");
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id: 1, method: "Runtime.evaluate", params }));
    const [message] = (await once(socket, "message")) as [{ data: string }];
    const { result } = JSON.parse(message.data) as { result: { result: { value?: string } } };
    if (result.result.value === undefined) throw new Error(`The page did not answer: ${message.data}`);
    return result.result.value;
  } finally {
    socket.close();
  }
}
