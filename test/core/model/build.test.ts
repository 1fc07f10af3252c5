import { describe, expect, test } from "vitest";
import type { Operation } from "../../../generator/core/model/types.js";
import { modelOf, whole } from "../specification.js";

const done = 'responses: { "204": { description: Done } }';

async function operationOf(text: string, rest = ""): Promise<Operation> {
  const { operations } = await modelOf(whole(`paths:\n${text}${rest}`));
  const [operation] = operations;
  if (operation === undefined) throw new Error("there is no operation");
  return operation;
}

/** The arguments, each as `place name!`, with the mark for required ones. */
function argumentsOf(operation: Operation): string[] {
  return operation.arguments.map(({ in: place, name, required }) => `${place} ${name}${required ? "!" : ""}`);
}

describe("the arguments of an operation", () => {
  test("come in the order path, query, header, body; those of the path item count too", async () => {
    const operation = await operationOf(`  /a/{id}:
    parameters:
      - { name: id, in: path, required: true, description: Shared., schema: {} }
      - { name: X-Trace, in: header, schema: {} }
    put:
      operationId: putA
      parameters:
        - { name: force, in: query, required: true, schema: {} }
        - { name: id, in: path, required: true, description: Own., schema: {} }
        - { name: Content-Type, in: header, schema: {} }
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [b], properties: { a: {}, b: {} } } } }
      ${done}
`);
    expect(argumentsOf(operation)).toEqual(["path id!", "query force!", "header X-Trace", "body a", "body b!"]);
    expect(operation.arguments[0]?.description).toBe("Own.");
    expect([operation.body?.kind, operation.grouped]).toEqual(["json", false]);
  });

  test("are grouped where two of different places share a name", async () => {
    const operation = await operationOf(`  /a/{id}:
    put:
      operationId: putA
      parameters: [{ name: id, in: path, required: true, schema: {} }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { id: {} } } } } }
      ${done}
`);
    expect([operation.grouped, argumentsOf(operation)]).toEqual([true, ["path id!", "body id"]]);
  });

  test.each([
    ["an object", "{ type: object, properties: { a: {} } }", ["body a"]],
    ["an empty object", "{ type: object }", []],
    ["a component", '{ $ref: "#/components/schemas/Base" }', ["body a!"]],
    [
      "objects put together",
      '{ allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [b], properties: { b: {} } }] }',
      ["body a!", "body b!"],
    ],
    ["an array", "{ type: array, items: { type: string } }", ["body body!"]],
    ["text", "{ type: string }", ["body body!"]],
    ["one of two", '{ oneOf: [{ $ref: "#/components/schemas/Base" }, { type: object }] }', ["body body!"]],
    ["a map", "{ type: object, additionalProperties: { type: string } }", ["body body!"]],
    ["an object or null", "{ type: [object, 'null'], properties: { a: {} } }", ["body body!"]],
    ["anything", "{}", ["body body!"]],
  ])("of a body that is %s", async (_, schema, wanted) => {
    const operation = await operationOf(
      `  /a:
    put: { operationId: putA, requestBody: { required: true, content: { application/json: { schema: ${schema} } } }, ${done} }
`,
      "components: { schemas: { Base: { type: object, required: [a], properties: { a: {}, own: { readOnly: true } } } } }\n",
    );
    expect(argumentsOf(operation)).toEqual(wanted);
  });

  test("of a body that may be left out, but not in part, are the body itself", async () => {
    const schema = "{ type: object, required: [a], properties: { a: {} } }";
    const operation = await operationOf(
      `  /a:\n    put: { operationId: putA, requestBody: { content: { application/json: { schema: ${schema} } } }, ${done} }\n`,
    );
    expect(argumentsOf(operation)).toEqual(["body body"]);
  });
});

describe("the answer", () => {
  test.each([
    ['"200": { description: A, content: { application/json: { schema: { type: object } } } }', "json"],
    ['"200": { description: A, content: { application/problem+json: { schema: { type: object } } } }', "json"],
    ['"2XX": { description: A, content: { "application/json; charset=utf-8": { schema: {} } } }', "json"],
    ['"200": { description: A, content: { application/octet-stream: {} } }', "binary"],
    ['"200": { description: A, content: { text/plain: { schema: { type: string } } } }', "text"],
    ['"204": { description: A }', "empty"],
    ["default: { description: A, content: { application/json: { schema: {} } } }", "json"],
    // What is not declared is the default, so that is what success is here; with a success or redirect it is a failure.
    ['"404": { description: B }, default: { description: A, content: { text/plain: {} } }', "text"],
    ['"204": { description: A }, default: { description: B, content: { application/json: {} } }', "empty"],
    ['"302": { description: A }, default: { description: B, content: { application/json: {} } }', "empty"],
  ])("%s is %s", async (responses, wanted) => {
    const operation = await operationOf(`  /a:\n    get: { operationId: getA, responses: { ${responses} } }\n`);
    expect(operation.answer.kind).toBe(wanted);
  });
});

describe("names", () => {
  test("are methods, types and pages, each once", async () => {
    const get = (id: string): string =>
      `    get: { operationId: ${id}, ${done}, parameters: [{ name: q, in: query, schema: {} }] }\n`;
    const ids = ["getA", "geta", "repos/get", "delete", "constructor", "call", "errors"];
    const model = await modelOf(whole(`paths:\n${ids.map((id, index) => `  /p${index}:\n${get(id)}`).join("")}`));
    expect(model.operations.map(({ name, page, requestType }) => [name, page, requestType])).toEqual([
      ["getA", "getA", "GetARequest"],
      ["geta", "geta2", "GetaRequest"],
      ["reposGet", "reposGet", "ReposGetRequest"],
      ["delete_", "delete_", "DeleteRequest"],
      ["constructor2", "constructor2", "Constructor2Request"],
      ["call2", "call2", "Call2Request"],
      ["errors", "errors2", "ErrorsRequest"],
    ]);
  });

  test("of components do not hide globals, the runtime's exports or each other", async () => {
    const names = ["Job", "job", "Error", "Record", "ApiError", "RunRequest", "list-of jobs", "string", "__proto__"];
    const schemas = names.map((name) => `    ${JSON.stringify(name)}: { type: object }\n`).join("");
    const model = await modelOf(
      whole(
        `paths:\n  /a:\n    get: { operationId: run, ${done}, parameters: [{ name: q, in: query, schema: {} }] }\n` +
          `components:\n  schemas:\n${schemas}`,
      ),
    );
    expect(Object.fromEntries(model.schemas.map(({ component, name }) => [`:${component}`, name]))).toEqual({
      ":Job": "Job",
      ":job": "Job2",
      ":Error": "ErrorSchema",
      ":Record": "RecordSchema",
      ":ApiError": "ApiErrorSchema",
      ":RunRequest": "RunRequestSchema",
      ":list-of jobs": "ListOfJobs",
      ":string": "String2",
      ":__proto__": "__proto__",
    });
  });

  test("a component that is the whole request or answer keeps the operation's name for it", async () => {
    const json = (name: string): string =>
      `content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }`;
    const model = await modelOf(
      whole(`paths:
  /a:
    post:
      operationId: run
      requestBody: { required: true, ${json("RunRequest")} }
      responses: { "200": { description: A, ${json("RunResponse")} } }
components:
  schemas:
    RunRequest: { type: object, properties: { a: {} } }
    RunResponse: { type: object, properties: { b: {} } }
`),
    );
    expect(model.schemas.map(({ name }) => name)).toEqual(["RunRequest", "RunResponse"]);
    expect(model.operations.map(({ requestType, responseType }) => [requestType, responseType])).toEqual([
      ["RunRequest", "RunResponse"],
    ]);
  });
});

describe("servers and credentials", () => {
  test("an operation with a server of its own names it by its host", async () => {
    const text = `servers: [{ url: "https://build.{region}.example.com" }]
security: [{ token: [] }, { signature: [] }]
paths:
  /a:
    get: { operationId: a, ${done} }
  /b:
    servers: [{ url: "https://iam.{region}.example.com" }]
    get: { operationId: b, security: [], ${done} }
`;
    const model = await modelOf(whole(text));
    expect(model.operations.map(({ server, credentials }) => [server, credentials])).toEqual([
      [undefined, ["token", "signature"]],
      ["iam", []],
    ]);
    expect(model.servers.map(({ name, url }) => [name, url])).toEqual([
      [undefined, "https://build.{region}.example.com"],
      ["iam", "https://iam.{region}.example.com"],
    ]);
  });
});

describe("examples", () => {
  test("of one name are one request and its answers", async () => {
    const operation = await operationOf(`  /a/{id}:
    put:
      operationId: putA
      parameters:
        - { name: id, in: path, required: true, schema: {}, examples: { page: { value: x1 }, pdf: { value: x2 } } }
        - { name: force, in: query, schema: {}, examples: { page: { value: true } } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [a], properties: { a: { type: integer } } }
            examples: { page: { summary: A call., x-from: [page, pdf], value: { a: 1 } } }
      responses:
        "200":
          description: A
          content: { application/json: { schema: {}, examples: { page: { value: { ok: true } } } } }
`);
    expect(operation.examples).toEqual([
      {
        name: "page",
        summary: "A call.",
        from: ["page", "pdf"],
        arguments: [
          { name: "id", in: "path", value: "x1" },
          { name: "force", in: "query", value: true },
          { name: "a", in: "body", value: 1 },
        ],
        callable: true,
        responses: [{ status: "200", body: { ok: true } }],
      },
      {
        name: "pdf",
        summary: "",
        from: [],
        arguments: [{ name: "id", in: "path", value: "x2" }],
        callable: false,
        responses: [],
      },
    ]);
  });

  test("where there is none of a whole request, one is made that the schemas allow", async () => {
    const operation = await operationOf(`  /a:
    put:
      operationId: putA
      parameters:
        - { name: day, in: query, required: true, schema: { type: string, format: date } }
        - { name: size, in: query, required: true, schema: { type: integer, minimum: 3 } }
        - { name: skipped, in: query, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind, list]
              properties: { kind: { enum: [x, y] }, list: { type: array, items: { type: boolean } } }
      ${done}
`);
    expect(operation.examples.map(({ name, arguments: given }) => [name, given.map(({ value }) => value)])).toEqual([
      ["sample", ["2026-01-31", 3, "x", [true]]],
    ]);
  });
});

test("a successor is an operation of the specification, or a request of another", async () => {
  const get = (more: string): string => `get: { deprecated: true, ${more}, ${done} }`;
  const model = await modelOf(
    whole(`paths:
  /a: { ${get("operationId: a, x-successor: b/c")} }
  /b: { ${get("operationId: b/c, x-successor: GET /other")} }
`),
  );
  expect(model.operations.map(({ successor }) => successor)).toEqual([{ operation: "bC" }, { text: "GET /other" }]);
});
