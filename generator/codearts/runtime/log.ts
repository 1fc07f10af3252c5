import { type BuildReference, type BuildResult, type BuildTools, BuildWatch, type HelperOptions } from "./build.js";
import type { Log } from "../../runtime/descriptor.js";
import { ApiError, UnexpectedResponseError } from "../../runtime/errors.js";
import { numberAt, pointTo, words } from "../../runtime/pointer.js";
import { addCaller } from "../../runtime/trace.js";

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
  const next = numberAt(position) ?? NaN;
  if (typeof text !== "string" || !text) return { text: "", next: next > offset ? next : offset, more: going };
  if (next > offset) return { text, next, more: going };
  const message = `${watch.name}: the log's position went from ${offset} to ${words(position) ?? "none"}; going on would repeat text.`;
  throw new UnexpectedResponseError(message, { status: 200, contentType: undefined, requestId: undefined, text });
}

/** A build that has not begun has no log yet; the service says so with these statuses. */
function isMissing(error: unknown): error is ApiError {
  return error instanceof ApiError && [404, 422, 500].includes(error.status);
}

/**
 * True when a build with this result never had a log. After a temporary error nothing is known about a build that may
 * have had one.
 */
function hadNoLog(result: BuildResult | undefined, { retryable }: ApiError): boolean {
  return result === "never-scheduled" || (result === "aborted" && !retryable);
}

/** The log, piece by piece, as the service gives it. */
async function* pieces(watch: BuildWatch, tools: BuildTools, rule: Log): AsyncGenerator<string, void, undefined> {
  let offset = 0;
  // After the build has ended, the next reads get the rest of the log.
  let ended: BuildResult | undefined;
  const end = async (): Promise<BuildResult | undefined> => (await watch.survive(watch.look()))?.result;
  for (let quiet = 0; ;) {
    watch.deadline.signal.throwIfAborted();
    const chunk = await watch.survive(read(watch, tools, rule, offset)).catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      if (ended === undefined) {
        ended = await end();
        return undefined;
      }
      if (offset > 0 || !hadNoLog(ended, error)) throw error;
      return { text: "", next: offset, more: false };
    });
    const { text = "", more = false, next = offset } = chunk ?? {};
    offset = next;
    if (text) {
      quiet = 0;
      yield text;
    }
    // Only a read that began after the end of the build can be the last one, so the state is asked for after the read.
    if (chunk && !more) {
      if (ended === undefined) ended = await end();
      else if (!text) return;
    }
    if (more ? !text : ended === undefined) await watch.pause(quiet++, 1_000, 5_000);
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
  // Half a surrogate pair at the end of a piece waits for its other half.
  let half = "";
  try {
    for await (const piece of pieces(watch, tools, rule)) {
      const text = half + piece;
      half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? "";
      const whole = text.slice(0, text.length - half.length);
      if (whole) yield whole;
    }
    if (half) yield half;
  } catch (error) {
    addCaller(error, caller);
    throw error;
  } finally {
    watch.deadline.close();
  }
}
