import { setTimeout as sleep } from "node:timers/promises";
import { decodePage } from "../decode.js";
import { PageCache, type CachedPage } from "./cache.js";

/** A page's text, or why there is none; `missing` when the server says that it has no such page. */
export type Fetched = { readonly text: string } | { readonly problem: string; readonly missing?: boolean };

/** How pages are fetched, so that the server is not strained. */
export interface FetchSettings {
  readonly cacheFolder: string;
  readonly userAgent: string;
  /** Milliseconds between two requests. */
  readonly pause: number;
  /** Milliseconds after which a request has failed, its body included. */
  readonly timeout: number;
  /** Attempts at one page. */
  readonly attempts: number;
  /** The longest wait that a server may ask for; one that wants more is left in peace. */
  readonly longestWait: number;
  readonly say: (text: string) => void;
}

const REDIRECTS = 5;
/** After this many pages in a row without an answer, no more are fetched. */
const PATIENCE = 3;

/** What one attempt gave: a page, a problem that will stay, or one that may pass (after some time). */
type Attempt = Fetched | { readonly again: string; readonly after?: number };

/** Takes pages one at a time, with a pause in between, and asks again only for what changed. */
export class Fetcher {
  readonly #cache: PageCache;
  #asked = false;
  #failures = 0;

  constructor(private readonly settings: FetchSettings) {
    this.#cache = new PageCache(settings.cacheFolder);
  }

  async fetch(url: string): Promise<Fetched> {
    if (this.#failures >= PATIENCE) {
      return { problem: `not asked for, after ${PATIENCE} pages in a row failed; try again later` };
    }
    const { attempts, longestWait, pause, say } = this.settings;
    for (let attempt = 1; ; attempt++) {
      const result = await this.#attempt(url);
      if (!("again" in result)) {
        this.#failures = 0;
        return result;
      }
      const wait = result.after ?? pause * 2 ** attempt;
      if (attempt >= attempts || wait > longestWait) {
        this.#failures += 1;
        const asked = wait > longestWait ? `; the server asks to wait ${Math.ceil(wait / 1000)} s` : "";
        return { problem: `${result.again}, ${attempt} ${attempt === 1 ? "attempt" : "attempts"}${asked}` };
      }
      say(`${url}: ${result.again}; once more in ${Math.ceil(wait / 1000)} s`);
      await sleep(wait);
    }
  }

  async #attempt(url: string): Promise<Attempt> {
    const known = await this.#cache.get(url);
    try {
      return await this.#follow(url, known);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const reason = error.name === "TimeoutError" ? `no whole answer in ${this.settings.timeout} ms` : reasonOf(error);
      return { again: reason };
    }
  }

  async #follow(url: string, known: CachedPage | undefined): Promise<Attempt> {
    let address = url;
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const response = await this.#request(address, known);
      if (!isRedirect(response.status)) return this.#read(url, response, known);
      await response.body?.cancel();
      const target = new URL(response.headers.get("location") ?? "", address);
      if (target.origin !== new URL(url).origin) {
        return { problem: `leads away to ${target.href}; correct x-source.url if the page moved there` };
      }
      address = target.href;
      this.settings.say(`${url}: leads to ${address}`);
    }
    return { problem: `leads on and on, ${REDIRECTS} times` };
  }

  async #request(address: string, known: CachedPage | undefined): Promise<Response> {
    if (this.#asked) await sleep(this.settings.pause);
    this.#asked = true;
    const headers = new Headers({
      accept: "text/html, text/plain;q=0.5",
      "user-agent": this.settings.userAgent,
      ...(known?.etag === undefined ? {} : { "if-none-match": known.etag }),
      ...(known?.lastModified === undefined ? {} : { "if-modified-since": known.lastModified }),
    });
    return fetch(address, { headers, redirect: "manual", signal: AbortSignal.timeout(this.settings.timeout) });
  }

  async #read(url: string, response: Response, known: CachedPage | undefined): Promise<Attempt> {
    const { status, headers } = response;
    if (status === 304 && known) return decode(Buffer.from(known.body, "base64"), known.contentType);
    if (status !== 200) {
      await response.body?.cancel();
      return refusal(status, headers.get("retry-after"));
    }
    const contentType = headers.get("content-type") ?? "";
    if (!/^(?:text\/html|text\/plain|application\/xhtml\+xml)\b/i.test(contentType)) {
      await response.body?.cancel();
      return { problem: `expected HTML or text, found ${contentType === "" ? "no content type" : contentType}` };
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const page = decode(bytes, contentType);
    const etag = headers.get("etag");
    const lastModified = headers.get("last-modified");
    if ("text" in page) {
      await this.#cache.put(
        { url, contentType, ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }) },
        bytes,
      );
    }
    return page;
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function refusal(status: number, retryAfter: string | null): Attempt {
  if (status === 404 || status === 410) return { problem: `no page there (status ${status})`, missing: true };
  if (status !== 429 && status < 500) return { problem: `refused with status ${status}` };
  const after = waitOf(retryAfter);
  return { again: `status ${status}`, ...(after === undefined ? {} : { after }) };
}

/** Seconds or a date, as milliseconds from now. */
function waitOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function decode(bytes: Uint8Array, contentType: string): Fetched {
  try {
    return { text: decodePage(bytes, contentType) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problem: error.message };
  }
}

/** The reason for a failure: Node's own message is only "fetch failed"; the reason is in its cause. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? `${error.message} (${cause.message})` : error.message;
}
