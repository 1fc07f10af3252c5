import type { Descriptor, Pagination } from "./descriptor.js";
import { UnexpectedResponseError } from "./errors.js";
import { numberAt, pointTo } from "./pointer.js";
import type { WithResponse } from "./promises.js";
import { scrubAbout } from "./reply.js";
import { addCaller } from "./trace.js";

/** A list that comes page by page. */
export interface PagedCall<T> {
  readonly operation: Descriptor;
  readonly request: object | undefined;
  readonly first: Promise<WithResponse<T>>;
  /** The caller's position, for the stack of errors. */
  readonly caller: Error;
  /** Fetches the page that the arguments ask for. */
  fetchPage(request: object): Promise<WithResponse<T>>;
}

function unexpected(
  id: string,
  words: string,
  { data, response, requestId }: WithResponse<unknown>,
): UnexpectedResponseError {
  const contentType = response.headers.get("content-type") ?? undefined;
  const details = scrubAbout(response, { contentType, text: jsonText(data) ?? "" });
  return new UnexpectedResponseError(`${id}: ${words}.`, { status: response.status, requestId, ...details });
}

/** The value as JSON; undefined where it is nested so deeply that it cannot be written. */
function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function itemsOf({ id }: Descriptor, rule: Pagination, answer: WithResponse<unknown>): unknown[] {
  const items = pointTo(answer.data, rule.items) ?? [];
  if (Array.isArray(items)) return items;
  throw unexpected(id, `the answer has no list at ${rule.items}`, answer);
}

/** The items of the first page and of all that follow, one page in memory at a time. */
export async function* eachItem<T, Item>(call: PagedCall<T>): AsyncGenerator<Item, void, undefined> {
  try {
    for await (const items of eachPage(call)) yield* items as Item[];
  } catch (error) {
    addCaller(error, call.caller);
    throw error;
  }
}

async function* eachPage<T>(call: PagedCall<T>): AsyncGenerator<unknown[], void, undefined> {
  const { pagination: rule, grouped } = call.operation;
  if (!rule) return;
  const all: Readonly<Record<string, unknown>> = { ...call.request };
  const values: Readonly<Record<string, unknown>> = grouped ? { ...(all.query as object | undefined) } : all;
  const start = values[rule.page] ?? rule.first;
  const asked = rule.size === undefined ? undefined : numberAt(values[rule.size]);
  let answer = await call.first;
  let items = itemsOf(call.operation, rule, answer);
  // How many stand before this page: without a size of pages, as many to a page as on this one.
  let seen = (Number(start) - rule.first) * (asked ?? items.length);
  let before = "";
  for (let page = Number(start); items.length;) {
    const text = jsonText(items);
    if (text === undefined) throw unexpected(call.operation.id, "an item is nested too deeply", answer);
    if (text === before) {
      const words = `${rule.page} ${page} repeats the items of ${rule.page} ${page - 1}: the service ignores ${rule.page}`;
      throw unexpected(call.operation.id, words, answer);
    }
    before = text;
    yield items;
    seen += items.length;
    const total = numberAt(pointTo(answer.data, rule.total));
    if (total === undefined ? asked !== undefined && items.length < asked : seen >= total) return;
    page++;
    const next = { ...values, [rule.page]: typeof start === "string" ? String(page) : page };
    answer = await call.fetchPage(grouped ? { ...all, query: next } : next);
    items = itemsOf(call.operation, rule, answer);
  }
}
