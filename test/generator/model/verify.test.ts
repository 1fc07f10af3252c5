import { describe, expect, test } from "vitest";
import { problemsOf, whole } from "../specification.js";

/** An operation that answers with one page of items; `extension` stands at line 7. */
function operation(extension: string, more = ""): Record<string, string> {
  const indented = extension.replace(/^/gm, "      ");
  return whole(`paths:
  /a:
    get:
      operationId: listItems
${indented}
      parameters:
        - { name: page_index, in: query, schema: { type: integer } }
        - { name: page_size, in: query, schema: { type: integer, maximum: 100 } }
        - { name: start_time, in: query, schema: { type: string } }
      responses:
        "200":
          description: Items
          content:
            application/json:
              schema:
                type: object
                properties:
                  items: { type: array, items: { $ref: "#/components/schemas/Item" } }
                  total: { type: integer }
                  more: { type: boolean }
${more}components:
  schemas:
    Item:
      type: object
      properties:
        state: { $ref: "#/components/schemas/State" }
        color: { type: string, enum: [red, blue] }
        inner: { allOf: [{ $ref: "#/components/schemas/Item" }] }
    State: { type: string, x-states: { known: { DONE: Over., FAILED: Gone wrong. } } }
`);
}

const pagination = "page: page_index, first: 0, items: /items";

describe("what fits is no problem", () => {
  test.each([
    [`x-pagination: { ${pagination}, size: page_size, maximum: 100, total: /total }`],
    ["x-wait: { state: /items/0/inner/state, outcomes: { DONE: success, FAILED: failure } }"],
    ["x-log: { offset: page_index, next: /total, text: /items/0/state, more: /more }"],
    ["x-failure: [{ at: /items/0/color, values: [red], message: /items/0/state, code: /total }]"],
    ["x-failure: [{ at: /more, values: [false] }]"],
    ["x-time: [{ start: start_time, end: start_time, format: yyyy-MM-dd, maximumDays: 31 }]"],
    ["deprecated: true\nx-successor: GET /other"],
    ["deprecated: true\nx-successor: listItems"],
    ["x-retry: never\nx-empty: true"],
    ["x-steps: { list: /items }"],
  ])("%s", async (extension) => {
    expect(await problemsOf(operation(extension))).toEqual([]);
  });
});

describe("what does not fit is told with its place and the nearest name", () => {
  test.each([
    [
      `x-pagination: { page: page_idx, first: 0, items: /items }`,
      "7:29",
      "there is no query parameter `page_idx`; did you mean `page_index`?",
    ],
    [
      `x-pagination: { ${pagination}, size: start }`,
      "7:72",
      "there is no query parameter `start`; choose from `page_index`, `page_size`, `start_time`",
    ],
    [
      `x-pagination: { page: page_index, first: 0, items: /itemz }`,
      "7:58",
      "/itemz leads nowhere: the response has no `itemz` there; did you mean `items`?",
    ],
    [
      `x-pagination: { page: page_index, first: 0, items: /total }`,
      "7:58",
      "/total is not an array; point at the list of the page's items",
    ],
    [
      `x-pagination: { page: page_index, first: 0, items: items }`,
      "7:58",
      "`items` is not a JSON pointer; write `/items`",
    ],
    [
      `x-pagination: { ${pagination}, total: /totals }`,
      "7:73",
      "/totals leads nowhere: the response has no `totals` there; did you mean `total`?",
    ],
    [
      `x-pagination: { ${pagination}, size: page_size, maximum: 200 }`,
      "7:92",
      "the maximum 200 is more than the 100 that `page_size` allows; write 100",
    ],
    [`x-pagination: { page: page_index, items: /items }`, "7:7", "`first` is missing; add `first`, a number"],
    [`x-pagination: { ${pagination}, siz: page_size }`, "7:71", "`siz` means nothing here; did you mean `size`?"],
    [
      `x-pagination: { page: page_index, first: none, items: /items }`,
      "7:48",
      "`first` is not a whole number; make it a whole number",
    ],
    [
      "x-wait: { state: /items/0/stat, outcomes: { DONE: success } }",
      "7:24",
      "/items/0/stat leads nowhere: the response has no `stat` there; did you mean `state`?",
    ],
    [
      "x-wait: { state: /items/0/state, outcomes: { DON: success } }",
      "7:57",
      "`DON` is not among the values that the schema lists; did you mean `DONE`?",
    ],
    [
      "x-wait: { state: /items/0/color, outcomes: { green: success } }",
      "7:59",
      "`green` is not among the values that the schema lists; choose from `red`, `blue`",
    ],
    [
      "x-wait: { state: /items/0/state, outcomes: { DONE: sucess } }",
      "7:58",
      "`sucess` means nothing here; did you mean `success`?",
    ],
    [
      "x-log: { offset: start, next: /total, text: /total, more: /more }",
      "7:24",
      "there is no query parameter `start`; choose from `page_index`, `page_size`, `start_time`",
    ],
    [
      "x-log: { offset: page_index, next: /none, text: /total, more: /more }",
      "7:42",
      "/none leads nowhere: the response has no `none` there; did you mean `more`?",
    ],
    [
      "x-failure: [{ at: /items/0/state, values: [true] }]",
      "7:50",
      "`true` is not among the values that the schema lists; choose from `DONE`, `FAILED`",
    ],
    [
      "x-failure: [{ at: /total, values: [failed] }]",
      "7:42",
      "the schema has no string; write a value of type integer",
    ],
    ["x-failure: { at: /total, values: [1] }", "7:7", "x-failure is not a list; begin each entry with `-`"],
    [
      "x-time: [{ start: start, end: start_time, format: yyyy-MM-dd }]",
      "7:25",
      "there is no parameter `start`; choose from `page_index`, `page_size`, `start_time`",
    ],
    [
      "x-time: [{ start: start_time, end: start_time, format: yyyy }]",
      "7:62",
      "`yyyy` means nothing here; choose from `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss`",
    ],
    [
      "x-time: [{ start: start_time, end: start_time, format: yyyy-MM-dd, maximumDays: 0 }]",
      "7:87",
      "a window of 0 days holds nothing; write a number from 1 on",
    ],
    [
      "x-instead: [{ to: rest, use: listItem }]",
      "7:36",
      "there is no operation listItem; there is nothing to choose from here",
    ],
    ["x-instead: [{ to: rest, use: listItems }]", "7:36", "an operation is no alternative to itself; name another one"],
    ["deprecated: true\nx-successor: listItem", "8:20", "there is no operation listItem; did you mean `listItems`?"],
    ["x-successor: listItems", "7:20", "only a deprecated operation has a successor; add `deprecated: true`"],
    [
      "x-steps: { list: /item }",
      "7:24",
      "/item leads nowhere: the response has no `item` there; did you mean `items`?",
    ],
    ["x-steps: { list: /total }", "7:24", "/total is not an array; point at the list of actions"],
    ["x-retry: sometimes", "7:16", 'x-retry is "sometimes"; write `safe` or `never`'],
    ["x-empty: 1", "7:16", "x-empty is 1; write `true`, or leave it out"],
  ])("%s", async (extension, place, wanted) => {
    const problems = await problemsOf(operation(extension));
    expect(problems.map((problem) => problem.replace(/: x-[a-z]+: /, ": "))).toEqual([
      `openapi.yaml:${place} listItems: ${wanted}`,
    ]);
  });

  test("an extension that speaks of an answer, on an operation that answers with bytes", async () => {
    const files = whole(`paths:
  /a:
    get:
      operationId: getBytes
      x-wait: { state: /state, outcomes: {} }
      responses: { "200": { description: Bytes, content: { application/octet-stream: {} } } }
`);
    expect(await problemsOf(files)).toEqual([
      "openapi.yaml:7:24 getBytes: x-wait: the operation does not answer with JSON; " +
        "take the extension away, or describe the answer",
    ]);
  });
});

describe("what has no meaning in any specification", () => {
  const paths = (text: string): Record<string, string> => whole(`paths:\n${text}`);
  const answers = 'responses: { "204": { description: Done } }';

  test.each([
    [
      "  /a/{id}:\n    get: { operationId: a, " + answers + " }\n",
      "5:5 a: the path has {id}, but no path parameter has that name; add the parameter `id` with `in: path`",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: path, required: true }], " + answers + " }\n",
      "5:5 a: the path parameter id does not occur in the path; put {id} into the path",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: body }], " + answers + " }\n",
      "5:41 a: a parameter in body cannot be sent; use `in: path`, `query`, `header` or `cookie`",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: query, style: matrix, schema: { type: array } }], " +
        answers +
        " }\n",
      "5:71 a: a query parameter has no style matrix; choose from `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: f, in: query, style: deepObject, schema: { type: object, properties: { a: { type: array } } } }], " +
        answers +
        " }\n",
      "5:70 a: style deepObject has no form for an array or object within another; describe the parameter by `content` with application/json",
    ],
    [
      "  /a:\n    get: { operationId: a, requestBody: { content: { application/json: {} } }, " + answers + " }\n",
      "5:28 a: a GET request cannot carry a body: fetch refuses it; give it as parameters, or use another method",
    ],
    [
      "  /a:\n    put: { operationId: a, requestBody: { content: { multipart/form-data: { schema: { type: string } } } }, " +
        answers +
        " }\n",
      "5:54 a: a body of multipart/form-data that is not an object of fields cannot be sent; describe its fields as `properties`",
    ],
    [
      '  /a:\n    get: { operationId: a, responses: { "200": { description: A, content: { application/json: {} } }, ' +
        '"202": { description: B, content: { text/csv: {} } } } }\n',
      "5:28 a: its successes differ in kind: 200 application/json, 202 text/csv; give each kind an operation of its own, or all of them one media type",
    ],
    [
      "  /a:\n    get: { operationId: a, servers: [{ url: /v2 }], " + answers + " }\n",
      "5:28 a: the server /v2 is relative, and nothing says to what; write the whole address",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: q, in: query }, { name: q, in: query }], " +
        answers +
        " }\n",
      "5:65 a: the query parameter q is there twice; take one of them away",
    ],
    [
      "  /a:\n    trace: { operationId: a, " + answers + " }\n",
      "5:5 a: fetch cannot send TRACE; leave the operation out",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: query, schema: { type: text } }], " +
        answers +
        " }\n",
      '5:80 a: "text" is not a type; use one of string, number, integer, boolean, null, array, object',
    ],
  ])("%s", async (text, wanted) => {
    expect(await problemsOf(paths(text))).toEqual([`openapi.yaml:${wanted}`]);
  });

  test("a schema that is nothing but itself", async () => {
    const files = whole(`paths: {}
components:
  schemas:
    A: { allOf: [{ $ref: "#/components/schemas/B" }] }
    B: { oneOf: [{ type: string }, { $ref: "#/components/schemas/A" }] }
`);
    expect(await problemsOf(files)).toEqual([
      "openapi.yaml:6:5: the schema A contains itself; let it refer to itself below a property or an item only",
      "openapi.yaml:7:5: the schema B contains itself; let it refer to itself below a property or an item only",
    ]);
  });
});
