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
        - { name: page_size, in: query, schema: { type: integer, minimum: 0, maximum: 100 } }
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
                  times: { type: array, items: { type: object, properties: { name: { type: string } } } }
  /b:
    get: { operationId: showItem, responses: { "204": { description: Done } } }
${more}components:
  schemas:
    Item:
      type: object
      properties:
        name: { type: string }
        status: { type: string }
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
    ["deprecated: true\nx-successor: showItem"],
    ["x-instead: [{ to: see one of them, use: showItem }]"],
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
      "x-log: { offset: start, next: /total, text: /items/0/state, more: /more }",
      "7:24",
      "there is no query parameter `start`; choose from `page_index`, `page_size`, `start_time`",
    ],
    [
      "x-log: { offset: page_index, next: /none, text: /items/0/state, more: /more }",
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
    ["x-instead: [{ to: rest, use: listItem }]", "7:36", "there is no operation listItem; did you mean `showItem`?"],
    ["x-instead: [{ to: rest, use: listItems }]", "7:36", "an operation is no alternative to itself; name another one"],
    ["x-nearest: A.", "7:18", "there is no successor that it could be about; name it in x-successor"],
    ["deprecated: true\nx-successor: listItem", "8:20", "there is no operation listItem; did you mean `listItems`?"],
    ["deprecated: true\nx-successor: listItems", "8:20", "an operation is no successor of itself; name another one"],
    ["deprecated: true\nx-successor: GET /b", "8:20", "GET /b is an operation of this specification; write `showItem`"],
    ["x-successor: showItem", "7:20", "only a deprecated operation has a successor; add `deprecated: true`"],
    [
      "x-steps: { list: /item }",
      "7:24",
      "/item leads nowhere: the response has no `item` there; did you mean `items`?",
    ],
    ["x-steps: { list: /total }", "7:24", "/total is not an array; point at the list of actions"],
    [
      "x-steps: { list: /times }",
      "7:24",
      "/times/0/status leads nowhere: the response has no `status` there; choose from `name`",
    ],
    [
      "x-log: { offset: page_index, next: /total, text: /total, more: /more }",
      "7:56",
      "/total is of type integer; point at a value of type string",
    ],
    [
      "x-log: { offset: page_index, next: /more, text: /items/0/state, more: /more }",
      "7:42",
      "/more is of type boolean; point at a value of type integer or number or string",
    ],
    [
      "x-log: { offset: page_index, next: /total, text: /items/0/state, more: /items }",
      "7:78",
      "/items is of type array; point at a value of type boolean or string",
    ],
    [
      `x-pagination: { ${pagination}, total: /more }`,
      "7:73",
      "/more is of type boolean; point at a value of type integer or number or string",
    ],
    [
      `x-pagination: { ${pagination}, maximum: 10 }`,
      "7:75",
      "there is no `size` that could be so large; name the parameter as `size`",
    ],
    [
      "x-pagination: { page: page_size, first: -1, items: /items }",
      "7:47",
      "the first page -1 is less than the 0 that `page_size` allows; write 0",
    ],
    [
      "x-wait: { state: /items/0/state, outcomes: {} }",
      "7:40",
      "no state is final: a wait would never end; name the states that are",
    ],
    ["x-failure: [{ at: /more, values: [] }]", "7:32", "`values` is empty; name at least one value"],
    [
      "x-failure: [{ at: /more, values: [false, 1] }]",
      "7:48",
      "1 is neither text nor a truth value; write text in quotes, `true` or `false`",
    ],
    ["x-instead: [{ to: see one }]", "7:19", "`use` is missing; add `use`, text"],
    ["x-instead: showItem", "7:18", "x-instead is not a list; begin each entry with `-`"],
    ["x-effect: looks", "7:17", 'x-effect is "looks"; write `reads`, `runs`, `changes`, `destroys`'],
    ["x-secret-answer: 1", "7:24", "x-secret-answer is 1; write `true`, or leave it out"],
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
      x-wait: { state: /state, outcomes: { DONE: success } }
      responses: { "200": { description: Bytes, content: { application/octet-stream: {} } } }
`);
    expect(await problemsOf(files)).toEqual([
      "openapi.yaml:7:24 getBytes: x-wait: the operation does not answer with JSON; " +
        "take the extension away, or describe the answer",
    ]);
  });

  test("an operation whose success has no body in any case, and may come without one", async () => {
    const files = whole(`paths:
  /a:
    delete: { operationId: removeItem, x-empty: true, responses: { "204": { description: Done } } }
`);
    expect(await problemsOf(files)).toEqual([
      "openapi.yaml:5:49 removeItem: x-empty: a success of this operation has no JSON body in any case; take the extension away",
    ]);
  });

  test.each([
    [
      "{ type: integer, x-states: { known: { A: First. } } }",
      "the schema holds no text, but integer; write `type: string`, or take it away",
    ],
    ["{ type: string, x-states: { A: First. } }", "it names no values; list them below `known`, each with its meaning"],
    [
      "{ type: string, enum: [A], x-states: { known: [A] } }",
      "beside `enum` the list is not open; keep one of the two",
    ],
  ])("the schema %s", async (schema, wanted) => {
    const files = whole(`paths:
  /a:
    get:
      operationId: showState
      responses:
        "200":
          description: State
          content: { application/json: { schema: { type: object, properties: { state: ${schema} } } } }
`);
    const column =
      `          content: { application/json: { schema: { type: object, properties: { state: ${schema} } } } }`.search(
        "x-states",
      ) + 1;
    expect(await problemsOf(files)).toEqual([`openapi.yaml:10:${column} showState: x-states: ${wanted}`]);
  });
});

test("an operation need not repeat what the document says of failures", async () => {
  const files = operation(
    "x-failure: [{ at: /more, values: [false] }]",
    "x-failure: [{ at: /more, values: [false] }]\n",
  );
  expect(await problemsOf(files)).toEqual([
    "openapi.yaml:7:19 listItems: x-failure: the whole document says this of /more already; take the entry away",
  ]);
});

describe("what the document itself declares", () => {
  const post = (body: string): string =>
    `paths:\n  /a:\n    post: { operationId: addItem, ${body}responses: { "204": { description: Done } } }\n`;
  const required =
    "requestBody: { required: true, content: { application/json: { schema: { type: object, required: [a], properties: { a: {} } } } } }, ";
  const entry = (code: string, status = 404): string =>
    `  - { code: ${code}, status: ${status}, meaning: M, advice: A, retry: false, refused: true, source: pdf }\n`;

  test.each([
    ["x-empty-body: true\n" + post(""), []],
    ["x-empty-body: true\n" + post(required.replace("required: [a], ", "")), []],
    [
      "x-empty-body: true\n" + post(required),
      ["3:15: x-empty-body: every POST, PUT and PATCH must be given something for its body; take it away"],
    ],
    ["x-failure: [{ at: /error }, { at: /status, values: [error] }]\npaths: {}\n", []],
    ["x-failure: [{ at: error }]\npaths: {}\n", ["3:19: x-failure: `error` is not a JSON pointer; write `/error`"]],
    [
      "x-failure: [{ at: /error }, { at: /error, values: [bad] }]\npaths: {}\n",
      ["3:35: x-failure: /error is there twice; make one entry of both"],
    ],
    ['x-empty-body: "yes"\n' + post(""), ['3:15: x-empty-body is "yes"; write `true`, or leave it out']],
    [`x-error-catalogue:\n${entry("DEV.1")}${entry("DEV.2")}paths: {}\n`, []],
    [
      `x-error-catalogue:\n${entry("DEV.1")}${entry("DEV.1")}paths: {}\n`,
      ["5:13: x-error-catalogue: the code DEV.1 is there twice; make one entry of both"],
    ],
    [
      `x-error-catalogue:\n${entry("DEV.1", 40)}paths: {}\n`,
      ["4:28: x-error-catalogue: 40 is not a status of a response; write a number from 200 to 599"],
    ],
    [
      `x-error-catalogue:\n${entry("DEV.1").replace("meaning", "alternativeStatus: 40, meaning")}paths: {}\n`,
      ["4:52: x-error-catalogue: 40 is not a status of a response; write a number from 200 to 599"],
    ],
    [
      `x-error-catalogue:\n${entry("DEV.1").replace("advice", "advise")}paths: {}\n`,
      [
        "4:5: x-error-catalogue: `advice` is missing; add `advice`, text",
        "4:53: x-error-catalogue: `advise` means nothing here; did you mean `advice`?",
      ],
    ],
  ])("%s", async (text, wanted) => {
    expect(await problemsOf(whole(text))).toEqual(wanted.map((problem) => `openapi.yaml:${problem}`));
  });
});

describe("the operations by which the client waits for a build and follows its log", () => {
  const operation = (path: string, id: string, extension: string, more = ""): string => `  ${path}:
    get:
      operationId: ${id}
      x-${extension}
      parameters:
        - { name: job, in: path, required: true, schema: { type: string } }
        - { name: number, in: path, required: true, schema: { type: integer } }
${more}      responses: { "200": { description: A build, content: { application/json: { schema: { $ref: "#/components/schemas/Build" } } } } }
`;
  const wait = "wait: { state: /state, outcomes: { DONE: success } }";
  const steps = operation("/steps/{job}/{number}", "listSteps", "steps: { list: /steps }");
  const log = (more = ""): string =>
    operation(
      "/log/{job}/{number}",
      "readLog",
      "log: { offset: start, next: /next, text: /state, more: /more }",
      `        - { name: start, in: query, required: true, schema: { type: integer } }\n${more}`,
    );
  const build = `components:
  schemas:
    Build:
      type: object
      properties:
        state: { type: string }
        next: { type: integer }
        more: { type: boolean }
        steps: { type: array, items: { type: object, properties: { name: { type: string }, status: { type: string } } } }
`;
  const problems = (...operations: string[]): Promise<string[]> =>
    problemsOf(whole(`paths:\n${operations.join("")}${build}`));

  test("fit where each is called with a task and a number", async () => {
    expect(await problems(operation("/a/{job}/{number}", "showBuild", wait), steps, log())).toEqual([]);
  });

  test("are one of each kind", async () => {
    const [first, second] = ["showBuild", "showRun"].map((id) => operation(`/${id}/{job}/{number}`, id, wait));
    expect(await problems(first ?? "", second ?? "")).toEqual([
      "openapi.yaml:15:7 showRun: x-wait: showBuild declares it already; take one of them away",
    ]);
  });

  test("need nothing that a wait does not know", async () => {
    const region = "        - { name: region, in: query, required: true, schema: { type: string } }\n";
    expect(await problems(operation("/a/{job}/{number}", "showBuild", wait), steps, log(region))).toEqual([
      "openapi.yaml:23:7 readLog: x-log: nothing is known to give for `region`; " +
        "make it optional, or declare the extension on another operation",
    ]);
  });

  test("have a task and a number in their path", async () => {
    const short = operation("/a/{job}", "showBuild", wait).replace(/^.*name: number.*\n/m, "");
    expect(await problems(short, steps, log())).toEqual([
      "openapi.yaml:7:7 showBuild: x-wait: the path must have two parameters: a task, and the number of a build; " +
        "declare it on the operation that has them",
    ]);
  });
});
