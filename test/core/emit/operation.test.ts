import { describe, expect, test } from "vitest";
import { printMethod } from "../../../generator/core/emit/client.js";
import { emitOperationPage } from "../../../generator/core/emit/docs/operation.js";
import { printOperation } from "../../../generator/core/emit/only.js";
import { printDescriptor } from "../../../generator/core/emit/operations.js";
import { printSample, printWire } from "../../../generator/core/emit/sample.js";
import type { Operation } from "../../../generator/core/model/types.js";
import type { PackageModel } from "../../../generator/core/product.js";
import { modelOf, whole } from "../specification.js";

async function only(text: string): Promise<{ model: PackageModel; operation: Operation }> {
  const model = await modelOf(whole(text));
  const [operation] = model.operations;
  if (operation === undefined) throw new Error("there is no operation");
  return { model, operation };
}

const everything = `servers: [{ url: "https://x.example.com" }]
security: [{ token: [] }]
paths:
  /v1/{id}/items:
    servers: [{ url: "https://iam.example.com" }]
    post:
      operationId: listItems
      summary: List items
      description: "Ends */ early.\\n@deprecated is a word here."
      deprecated: true
      security: []
      x-successor: GET /v2/items
      x-retry: safe
      x-empty: true
      x-pagination: { page: page, size: size, first: 1, maximum: 50, items: /items, total: /total }
      x-failure: [{ at: /state, values: [bad], message: /why, code: /state }]
      x-time: [{ start: from, end: to, format: yyyy-MM-dd, maximumDays: 7 }]
      x-wait: { state: /state, outcomes: { good: success } }
      x-log: { offset: page, next: /total, text: /why, more: /more }
      parameters:
        - { name: id, in: path, required: true, description: Whose items., schema: { type: string }, examples: { page: { value: a/b } } }
        - { name: page, in: query, schema: { type: string } }
        - { name: size, in: query, schema: { type: string } }
        - { name: from, in: query, schema: { type: string } }
        - { name: to, in: query, schema: { type: string }, examples: { page: { value: 2026-01-31 } } }
        - { name: X-Trace, in: header, description: For tracing, schema: { type: string, maxLength: 9 } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: array, items: { type: string } }
            examples: { page: { value: [red] } }
      responses:
        "200":
          description: Items.
          content:
            application/json:
              schema:
                type: object
                properties:
                  items: { type: array, items: { $ref: "#/components/schemas/Item" } }
                  total: { type: integer }
                  state: { type: string }
                  why: { type: string }
                  more: { type: boolean }
        "404": { description: No such list. }
components:
  schemas:
    Item: { type: object, properties: { name: { type: string } } }
`;

test("a descriptor holds what the operation declares, and leaves out what is usual", async () => {
  const { operation } = await only(everything);
  expect(printDescriptor(operation)).toBe(`export const listItems = {
  id: "listItems",
  method: "POST",
  path: "/v1/{id}/items",
  query: ["page", "size", "from", "to"],
  header: ["X-Trace"],
  body: "value",
  emptyOk: true,
  server: "iam",
  anonymous: true,
  retry: "safe",
  pagination: { page: "page", first: 1, size: "size", maximum: 50, items: "/items", total: "/total" },
  failure: [{ at: "/state", values: ["bad"], message: "/why", code: "/state" }],
  time: [{ start: "from", end: "to", format: "yyyy-MM-dd", maximumDays: 7 }],
  wait: { state: "/state", outcomes: { good: "success" } },
  log: { offset: "page", next: "/total", text: "/why", more: "/more" },
} as const satisfies Descriptor;`);
  const plain = await only(
    'security: [{ token: [] }]\npaths:\n  /a:\n    get: { operationId: getA, x-retry: never, responses: { "204": { description: A } } }\n',
  );
  expect(printDescriptor(plain.operation)).toBe(
    'export const getA = { id: "getA", method: "GET", path: "/a", answer: "empty" } as const satisfies Descriptor;',
  );
});

test("a method is one line, and its comment tells everything an editor should show", async () => {
  const { operation, model } = await only(everything);
  expect(printMethod(operation, model)).toBe(`class ApiClient {
  /**
   * List items.
   *
   * Ends *\\/ early.
   * \\@deprecated is a word here.
   *
   * \`listItems\`: \`POST /v1/{id}/items\`.
   *
   * Server: https://iam.example.com
   *
   * @param request.id - Whose items.
   * @param request.page - Optional. In the query.
   * @param request.size - Optional. In the query.
   * @param request.from - Optional. A \`Date\` is sent as \`yyyy-MM-dd\`.
   * @param request.to - Optional. At most 7 days after \`from\`. A \`Date\` is sent as \`yyyy-MM-dd\`.
   * @param request["X-Trace"] - Optional. For tracing. At most 9 characters.
   * @param request.body - In the body.
   * @returns Items. Iterate over it with \`for await\` to get the items of all pages.
   * @throws ApiError when the service refuses or fails: status 404.
   * @deprecated Its successor is \`GET /v2/items\`, which this package does not have yet.
   * @example
   * for await (const item of client.listItems({ id: "a/b", to: "2026-01-31", body: ["red"] })) {
   *   console.log(item.name);
   * }
   */
  listItems(request: ListItemsRequest, options?: CallOptions): PagePromise<ListItemsResponse, Item> {
    return this.pages(operations.listItems, request, options);
  }
}`);
});

describe("a method returns what the operation answers", () => {
  test.each([
    [
      '"204": { description: A }',
      "getA(options?: CallOptions): ApiPromise<void> {\n    return this.call(operations.getA, undefined, options);",
    ],
    [
      '"200": { description: A, content: { image/png: {} } }',
      "getA(options?: CallOptions): ApiPromise<Download> {\n    return this.download(operations.getA, undefined, options);",
    ],
    [
      '"200": { description: A, content: { application/json: { schema: {} } } }',
      "getA(options?: CallOptions): ApiPromise<GetAResponse> {\n    return this.call(operations.getA, undefined, options);",
    ],
  ])("%s", async (responses, wanted) => {
    const { operation, model } = await only(
      `paths:\n  /a:\n    get: { operationId: getA, responses: { ${responses} } }\n`,
    );
    expect(printMethod(operation, model)).toContain(wanted);
  });

  test("a request of which nothing is required may be left out", async () => {
    const { operation, model } = await only(
      'paths:\n  /a:\n    get: { operationId: getA, parameters: [{ name: q, in: query, schema: {} }], responses: { "204": { description: A } } }\n',
    );
    expect(printMethod(operation, model)).toContain("getA(request: GetARequest = {}, options?: CallOptions)");
  });
});

test("a sample is a module, and the request on the wire is the same example", async () => {
  const { operation, model } = await only(everything);
  expect(printSample(operation, model)).toBe(`import { ApiClient } from "test";

const client = new ApiClient({});

// Deprecated: its successor is GET /v2/items, which this package does not have yet.
for await (const item of client.listItems({ id: "a/b", to: "2026-01-31", body: ["red"] })) {
  console.log(item.name);
}
`);
  const [example] = operation.examples;
  if (example === undefined) throw new Error("there is no example");
  expect(printWire(operation, example)).toEqual({ line: "POST /v1/a%2Fb/items?to=2026-01-31", body: ["red"] });
});

test("a page tells a reader the same", async () => {
  const { operation, model } = await only(everything);
  const { path, text } = emitOperationPage(operation, model);
  expect(path).toBe("docs/listItems.md");
  const successor = "> **Deprecated.** Its successor is `GET /v2/items`, which this package does not have yet.";
  expect(text).toContain(`# listItems\n\nList items.\n\n${successor}\n`);
  for (const row of [
    "| Method of the client | `client.listItems(): PagePromise<ListItemsResponse, Item>` |",
    "| Server | `https://iam.example.com` |",
    "| Credentials | none |",
    "| Retries | yes: it may be sent twice |",
    "| Pages | `page` counts from 1; `size` items a page, at most 50; items in `/items`; their number in `/total` |",
    "| Times | `from` and `to` as `yyyy-MM-dd`; at most 7 days apart |",
    "| Signs of an error in a success | `/state` is `bad` |",
    "| States | in `/state`; final are `good` (success) |",
    "| Success without a body | possible |",
    "| `X-Trace` | header | string |  | For tracing. At most 9 characters. |",
    "| `items` | array of [Item](#item) |  |  |",
    "| 404 | No such list. |  |",
    "### Item",
  ]) {
    expect(text.split("\n")).toContain(row);
  }
});

test("one operation prints everything that it makes; an unknown one is answered with the nearest", async () => {
  const { model } = await only(everything);
  const printed = printOperation(model, "listItems");
  expect(typeof printed === "string" && printed.match(/^\/\/ (src|docs)\/.*$/gm)).toEqual([
    "// src/operations.ts",
    "// src/types.ts",
    "// src/client.ts",
    "// docs/listItems.md",
  ]);
  expect(printOperation(model, "listItem")).toEqual({ proposal: "did you mean `listItems`?" });
});
