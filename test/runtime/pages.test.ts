import { describe, expect, test } from "vitest";
import type { Descriptor, Pagination } from "../../generator/runtime/descriptor.js";
import { collect, list, rejection, TestClient } from "./support/client.js";
import { type Handler, inTurn, json, reset, serve } from "./support/server.js";

/** A service with the items 1 to `count`, which counts its pages from `first`. */
const service =
  (count: number, options: { first?: number; total?: unknown; size?: number } = {}): Handler =>
  (response, request, turn) => {
    const { first = 0, total = count, size: usual = 2 } = options;
    const query = new URL(request.url, "http://h").searchParams;
    const size = Number(query.get("page_size") ?? usual);
    const from = (Number(query.get("page_index") ?? first) - first) * size;
    const things = Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, i) => from + i + 1);
    json({ things, ...(total !== null && { total }) })(response, request, turn);
  };

const operation = (change: Partial<Pagination>): Descriptor => ({
  ...list,
  pagination: { page: "page_index", first: 0, size: "page_size", items: "/things", total: "/total", ...change },
});
const withoutTotal: Descriptor = {
  ...list,
  pagination: { page: "page_index", first: 0, size: "page_size", items: "/things" },
};

/** All items, and the queries that fetched them. */
async function fetchAll(handler: Handler, request: object, descriptor = list): Promise<[unknown[], string[]]> {
  const { url, arrived } = await serve(handler);
  const items: unknown[] = [];
  for await (const item of new TestClient(url).list(descriptor, request)) items.push(item);
  return [items, arrived.map(({ url }) => url.replace("/v1/things", ""))];
}

describe("all items, across pages", () => {
  test("the total is the end", async () => {
    expect(await fetchAll(service(5), { page_size: 2, filter: "x" })).toEqual([
      [1, 2, 3, 4, 5],
      ["?page_size=2&filter=x", "?page_index=1&page_size=2&filter=x", "?page_index=2&page_size=2&filter=x"],
    ]);
    expect((await fetchAll(service(4), { page_size: 2 }))[1]).toHaveLength(2);
  });

  test("a total that is text counts as well", async () => {
    expect((await fetchAll(service(4, { total: "4" }), { page_size: 2 }))[1]).toHaveLength(2);
  });

  test("without a total a short page is the end, and an empty one where all are full", async () => {
    expect(await fetchAll(service(3, { total: null }), { page_size: 2 }, withoutTotal)).toEqual([
      [1, 2, 3],
      ["?page_size=2", "?page_index=1&page_size=2"],
    ]);
    expect((await fetchAll(service(4, { total: null }), { page_size: 2 }, withoutTotal))[1]).toHaveLength(3);
    expect((await fetchAll(service(4, { total: "many" }), { page_size: 2 }))[1]).toHaveLength(3);
  });

  test("without a size, until the total or an empty page", async () => {
    expect((await fetchAll(service(5), {}))[0]).toEqual([1, 2, 3, 4, 5]);
    expect((await fetchAll(service(4, { total: null }), {}, withoutTotal))[1]).toHaveLength(3);
    const sizeless: Descriptor = {
      ...list,
      pagination: { page: "page_index", first: 0, items: "/things", total: "/total" },
    };
    expect((await fetchAll(service(3), {}, sizeless))[0]).toEqual([1, 2, 3]);
  });

  test("from the page that was asked for", async () => {
    expect(await fetchAll(service(5), { page_index: 1, page_size: 2 })).toEqual([
      [3, 4, 5],
      ["?page_index=1&page_size=2", "?page_index=2&page_size=2"],
    ]);
  });

  test("pages that are counted from one", async () => {
    expect(await fetchAll(service(3, { first: 1 }), { page_size: 2 }, operation({ first: 1 }))).toEqual([
      [1, 2, 3],
      ["?page_size=2", "?page_index=2&page_size=2"],
    ]);
  });

  test("numbers that are given as text", async () => {
    expect(await fetchAll(service(3), { page_index: "0", page_size: "2" })).toEqual([
      [1, 2, 3],
      ["?page_index=0&page_size=2", "?page_index=1&page_size=2"],
    ]);
  });

  test("a grouped operation", async () => {
    const grouped: Descriptor = { ...list, grouped: true };
    expect(await fetchAll(service(3), { query: { page_size: 2 } }, grouped)).toEqual([
      [1, 2, 3],
      ["?page_size=2", "?page_size=2&page_index=1"],
    ]);
    expect((await fetchAll(service(0), {}, grouped))[0]).toEqual([]);
  });

  test.each([[{ total: 0, things: [] }], [{ total: 3, things: null }], [{}]])("none: %j", async (answer) => {
    expect((await fetchAll(json(answer), {}))[0]).toEqual([]);
  });
});

describe("only what is wanted", () => {
  test("`break` stops fetching", async () => {
    const { url, arrived } = await serve(service(1000));
    for await (const item of new TestClient(url).list<unknown, number>(list, { page_size: 2 })) if (item === 3) break;
    expect(arrived).toHaveLength(2);
  });

  test("a page is fetched when its first item is asked for", async () => {
    const { url, arrived } = await serve(service(1000));
    const items = new TestClient(url).list<unknown, number>(list, { page_size: 2 })[Symbol.asyncIterator]();
    await items.next();
    await items.next();
    expect(arrived).toHaveLength(1);
    await items.next();
    expect(arrived).toHaveLength(2);
  });

  test("the promise is the first page alone", async () => {
    const { url, arrived } = await serve(service(5));
    const promise = new TestClient(url).list(list, { page_size: 2 });
    expect(await promise).toEqual({ things: [1, 2], total: 5 });
    const { data, requestId, response } = await promise.withResponse();
    expect([data, requestId, response.status]).toEqual([{ things: [1, 2], total: 5 }, "req-1", 200]);
    expect(arrived).toHaveLength(1);
  });
});

describe("what goes wrong", () => {
  test("a repeated page", async () => {
    const { url, arrived } = await serve(json({ things: [1, 2], total: 9 }));
    const error = await rejection(collect(new TestClient(url).list(list, { page_size: 2 })));
    expect(`${error.name}: ${error.message}`).toBe(
      "UnexpectedResponseError: listThings: page_index 1 repeats the items of page_index 0: the service ignores page_index. (request req-1)",
    );
    expect(arrived).toHaveLength(2);
  });

  test("items that are no list", async () => {
    const error = await rejection(fetchAll(json({ things: { id: 1 } }), {}));
    expect(error.message).toBe("listThings: the answer has no list at /things. (request req-1)");
  });

  test("an error of a page is the error of the iteration, and of nothing else", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    const { url } = await serve(inTurn(json({}, 404), json({ things: [1], total: 2 }), json({}, 404)));
    const client = new TestClient(url);
    for (const seen of [0, 1]) {
      const items: unknown[] = [];
      const iterate = async (): Promise<void> => {
        for await (const item of client.list(list, { page_size: 1 })) items.push(item);
      };
      expect((await rejection(iterate())).name).toBe("NotFoundError");
      expect(items).toHaveLength(seen);
    }
    await rejection(client.list(list, {}).withResponse());
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  test("a page that fails in passing is fetched again", async () => {
    const pages = [json({ things: [1], total: 2 }), reset, json({ things: [2], total: 2 })];
    expect((await fetchAll(inTurn(...pages), { page_size: 1 }))[0]).toEqual([1, 2]);
  });
});
