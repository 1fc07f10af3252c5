import { describe, expect, test } from "vitest";
import { problemsOf, whole } from "../specification.js";

describe("what has no meaning in any specification", () => {
  const paths = (text: string): Record<string, string> => whole(`paths:\n${text}`);
  const answers = 'responses: { "204": { description: Done } }';

  test.each([
    [
      "  /a/{id}:\n    get: { operationId: a, " + answers + " }\n",
      "5:5 a: the path has {id}, but no path parameter has that name; add the parameter `id` with `in: path`",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: path, required: true, schema: {} }], " +
        answers +
        " }\n",
      "5:5 a: the path parameter id does not occur in the path; put {id} into the path",
    ],
    [
      "  /a:\n    get: { operationId: a, " + answers + ' }\n  /b: { $ref: "#/paths/~1a" }\n',
      "6:3: operationId a of GET /b is already that of GET /a; give each operation its own name",
    ],
    [
      '  "/a?b=c":\n    get: { operationId: a, parameters: [{ name: q, in: query, schema: {} }], ' + answers + " }\n",
      "5:5 a: the path holds a query, and there are query parameters beside it; describe all of it as parameters",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: body, schema: {} }], " + answers + " }\n",
      "5:57 a: `body` is no value of `in`; choose from `path`, `query`, `header`, `cookie`",
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
      "  /a:\n    get: { operationId: a, parameters: [{ name: q, in: query, schema: {} }, { name: q, in: query, schema: {} }], " +
        answers +
        " }\n",
      "5:77 a: the query parameter q is there twice; take one of them away",
    ],
    [
      "  /a:\n    trace: { operationId: a, " + answers + " }\n",
      "5:5 a: fetch cannot send TRACE; leave the operation out",
    ],
    [
      "  /a:\n    get: { operationId: a, parameters: [{ name: id, in: query, schema: { type: text } }], " +
        answers +
        " }\n",
      "5:80 a: `text` is no value of `type`; choose from `string`, `number`, `integer`, `boolean`, `null`, `array`, `object`",
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
