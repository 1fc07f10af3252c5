import { describe, expect, test } from "vitest";
import { printCurl } from "../../../generator/core/emit/curl.js";
import { printCall, printSample } from "../../../generator/core/emit/sample.js";
import type { Operation } from "../../../generator/core/model/types.js";
import { modelOf, whole } from "../specification.js";

/** What is printed for an operation `GET /things/{id}`, with more said of it and of its response. */
async function printed(id: string, more: string, response: string, parameter = "") {
  const text = `servers: [{ url: "https://x.{region}.example.com", variables: { region: { default: "r-1", enum: [r-1] } } }]
security: [{ token: [] }]
paths:
  /things/{id}:
    get:
      operationId: ${id}
      parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: "a b" }${parameter}]
      ${more}
      responses:
        "200": { description: A, ${response} }
components:
  securitySchemes: { token: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Crate: { type: object, properties: { id: { type: integer }, crate_name: { type: string }, state: { type: string, x-states: { known: { ON: It runs. } } } } }
`;
  const model = await modelOf(whole(text));
  const [operation] = model.operations as [Operation];
  return {
    call: printCall(operation, model),
    sample: printSample(operation, model),
    curl: printCurl(operation, model),
  };
}

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;

describe("a sample shows what the call is for", () => {
  test("the fields that an answer always has", async () => {
    const schema =
      "{ type: object, required: [total, odd], properties: { total: { type: integer }, odd: {}, more: {} } }";
    const { call } = await printed("showThing", "", json(schema));
    expect(call).toBe('const { total, odd } = await client.showThing({ id: "a b" });\nconsole.log(total, odd);');
  });

  test("the whole answer, where none is certain or a name cannot be a variable", async () => {
    const whole = 'const response = await client.showThing({ id: "a b" });\nconsole.log(response);';
    const optional = await printed("showThing", "", json("{ type: object, properties: { total: { type: integer } } }"));
    expect(optional.call).toBe(whole);
    const odd = "{ type: object, required: [class], properties: { class: { type: string } } }";
    expect((await printed("showThing", "", json(odd))).call).toBe(whole);
    const taken = "{ type: object, required: [client], properties: { client: { type: string } } }";
    expect((await printed("showThing", "", json(taken))).call).toBe(whole);
  });

  test("a header, where the answer is about that", async () => {
    const { call, curl } = await printed(
      "showThing",
      "",
      `headers: { X-Thing: { description: It., schema: {} } }, ${json("{}")}`,
    );
    expect(call).toBe(
      'const { response } = await client.showThing({ id: "a b" }).withResponse();\nconsole.log(response.headers.get("X-Thing"));',
    );
    expect(curl).toContain(" \\\n  --include\n");
  });

  test("a file is saved, under its own name where the request has one", async () => {
    const { sample, curl } = await printed("downloadThingLog", "", "content: { application/octet-stream: {} }");
    expect(sample).toBe(`import { ApiClient, apiKey } from "test";
import { saveTo } from "test/node";

const client = new ApiClient({ region: "r-1", credentials: apiKey("X-Key", process.env.API_KEY ?? "") });

const download = await client.downloadThingLog({ id: "a b" });
await saveTo(download, "thing.log");
`);
    expect(curl).toBe(`curl --fail-with-body 'https://x.r-1.example.com/things/a%20b' \\
  --header 'X-Key: '"$API_KEY" \\
  --output 'thing.log'
`);
  });

  test("a loop goes over all pages from the first, and prints what items are called and how they are", async () => {
    const schema =
      "{ type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Crate' } } } }";
    const more = "x-pagination: { page: page, first: 0, items: /items }";
    const page = ", { name: page, in: query, schema: { type: integer }, example: 3 }";
    const required = page.replace("in: query", "in: query, required: true");
    const loop = (request: string): string =>
      `for await (const crate of client.listThings(${request})) {\n  console.log(crate.crate_name, crate.state);\n}`;
    expect((await printed("listThings", more, json(schema), page)).call).toBe(loop('{ id: "a b" }'));
    expect((await printed("listThings", more, json(schema), required)).call).toBe(loop('{ id: "a b", page: 0 }'));
  });

  test("a deprecated operation says what to use instead", async () => {
    const lost = "x-nearest: Its colour is lost.";
    const nearest = await printed(
      "showThing",
      `deprecated: true\n      x-successor: GET /v2/things\n      ${lost}`,
      json("{}"),
    );
    expect(nearest.sample).toContain("// Deprecated: its nearest successor is GET /v2/things, which");
    const { sample } = await printed("showThing", "deprecated: true\n      x-successor: GET /v2/things", json("{}"));
    const note = "// Deprecated: its successor is GET /v2/things, which this package does not have yet.";
    expect(sample).toContain(`\n\n${note}\nconst response`);
  });
});

test("whatever is in an example reaches the wire through a shell", async () => {
  const model = await modelOf(
    whole(`servers: [{ url: "https://x.example.com" }]
paths:
  /things:
    put:
      operationId: putThing
      security: []
      parameters: [{ name: X-Trace, in: header, schema: { type: string }, example: "$HOME" }]
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, properties: { name: { type: string } } }, example: { name: "it's \`here\`" } } }
      responses: { "204": { description: Done. } }
`),
  );
  const [operation] = model.operations as [Operation];
  expect(printCurl(operation, model)).toBe(`curl --fail-with-body --request PUT 'https://x.example.com/things' \\
  --header 'X-Trace: $HOME' \\
  --header 'Content-Type: application/json' \\
  --data '{
  "name": "it'\\''s \`here\`"
}'
`);
});
