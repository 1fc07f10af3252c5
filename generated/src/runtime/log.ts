import { type BuildReference, type BuildTools, BuildWatch, type HelperOptions, pollDelay } from "./build.js";
import type { Log } from "./descriptor.js";
import { ApiError, UnexpectedResponseError } from "./errors.js";
import { pointTo } from "./pointer.js";
import { addCaller } from "./trace.js";

interface Chunk {
  readonly text: string;
  readonly next: number;
  readonly more: boolean;
}

/** Reads the log from `offset` on. */
async function read(watch: BuildWatch, { helpers }: BuildTools, rule: Log, offset: number): Promise<Chunk> {
  const answer = await watch.call(helpers.log, { [rule.offset]: offset });
  const [text, position, more] = [rule.text, rule.next, rule.more].map((pointer) => pointTo(answer, pointer));
  const going = more === true || more === "true";
  const next = Number(position ?? NaN);
  if (typeof text !== "string" || !text) return { text: "", next: next > offset ? next : offset, more: going };
  if (next > offset) return { text, next, more: going };
  const words = `${watch.name}: the log's position went from ${offset} to ${String(position)}; going on would repeat text.`;
  throw new UnexpectedResponseError(words, { status: 200, contentType: undefined, requestId: undefined, text });
}

/** A build that has not begun has no log yet; the service says so with these statuses. */
function isMissing(error: unknown): boolean {
  return error instanceof ApiError && [404, 422, 500].includes(error.status);
}

/** Follows a log; knows how far it has come. */
class LogReader {
  readonly #watch: BuildWatch;
  readonly #tools: BuildTools;
  readonly #rule: Log;
  #offset = 0;
  /** True once the build has ended: what is read from then on is the rest. */
  #ended = false;

  constructor(watch: BuildWatch, tools: BuildTools, rule: Log) {
    this.#watch = watch;
    this.#tools = tools;
    this.#rule = rule;
  }

  /** The next piece, and how to go on after it. */
  async next(): Promise<{ text: string; then: "read" | "wait" | "end" }> {
    const chunk = await this.#poll();
    if (!chunk) return { text: "", then: this.#ended ? "read" : "wait" };
    const { text, next, more } = chunk;
    this.#offset = next;
    if (more) return { text, then: text ? "read" : "wait" };
    // Only a read that began after the end of the build can have been the last one: the end is asked for afterwards.
    if (this.#ended) return { text, then: text ? "read" : "end" };
    this.#ended = await this.#hasEnded();
    return { text, then: this.#ended ? "read" : "wait" };
  }

  async #hasEnded(): Promise<boolean> {
    const seen = await this.#watch.survive(this.#watch.look());
    return seen?.result !== undefined;
  }

  async #poll(): Promise<Chunk | undefined> {
    try {
      return await this.#watch.survive(read(this.#watch, this.#tools, this.#rule, this.#offset));
    } catch (error) {
      if (this.#ended || !isMissing(error)) throw error;
      this.#ended = await this.#hasEnded();
      return undefined;
    }
  }
}

/** The log of a build, as it grows, until the build has ended. No character is repeated or lost. */
export async function* followLog(
  tools: BuildTools,
  build: BuildReference,
  options: HelperOptions,
  caller: Error,
): AsyncGenerator<string, void, undefined> {
  const rule = tools.helpers.log.log;
  if (!rule) return;
  const watch = new BuildWatch("followLog", tools, build, options);
  const reader = new LogReader(watch, tools, rule);
  // Half a surrogate pair at the end of a piece waits for its other half.
  let half = "";
  try {
    for (let quiet = 0, then = "read"; then !== "end";) {
      if (then === "wait") await watch.scope.sleep(pollDelay(quiet++, 1_000, 5_000));
      watch.scope.signal.throwIfAborted();
      const piece = await reader.next();
      then = piece.then;
      if (!piece.text) continue;
      quiet = 0;
      const text = half + piece.text;
      half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? "";
      const whole = text.slice(0, text.length - half.length);
      if (whole) yield whole;
    }
    if (half) yield half;
  } catch (error) {
    addCaller(error, caller);
    throw error;
  } finally {
    watch.scope.close();
  }
}
