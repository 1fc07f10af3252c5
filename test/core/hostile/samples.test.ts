import { describe, expect, test } from "vitest";
import { printCall } from "../../../generator/core/emit/sample.js";
import type { PackageModel } from "../../../generator/core/product.js";
import { sampleModules, typeErrors } from "../client.js";
import { filesOf, modelOf, problemsOf, whole } from "../specification.js";

const text = { type: "string" };
const count = { type: "integer" };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** What an argument is, and what the sample gives for it. */
const samples: Readonly<Record<string, readonly [schema: object, wanted: string]>> = {
  "a default of the wrong type": [{ ...count, default: "x" }, "1"],
  "an example of the wrong type": [{ ...count, example: "5", minimum: 3 }, "3"],
  "a default that the list lacks": [{ enum: ["a", "b"], default: "c" }, '"a"'],
  "a default of the wrong type, of a reference": [ref("Wrong"), "1"],
  "a reference with limits beside": [{ allOf: [ref("Wrong"), { maximum: 0 }] }, "0"],
  "const: null": [{ const: null }, "null"],
  "enum: null first": [{ enum: [null, 3] }, "null"],
  "a tuple": [{ type: "array", prefixItems: [text, count], minItems: 2, items: false }, '["text", 1]'],
  "a map with a required name": [{ type: "object", required: ["k"], additionalProperties: count }, "{ k: 1 }"],
  "a field that only `required` names": [
    { allOf: [{ type: "object", properties: { q: text } }, { required: ["q"] }] },
    '{ q: "text" }',
  ],
  "the second of two, where an example of the first is wrong": [
    { oneOf: [{ type: "boolean", enum: [true] }, text], example: 7 },
    "true",
  ],
  "an alternative beside fields": [
    {
      type: "object",
      required: ["a"],
      properties: { a: text },
      oneOf: [{ required: ["b"], properties: { b: count } }],
    },
    '{ a: "text", b: 1 }',
  ],
  "one of two fields, of which any is required": [
    { type: "object", properties: { a: text, b: count }, anyOf: [{ required: ["b"] }, { required: ["a"] }] },
    "{ b: 1 }",
  ],
  "what the service gives is left out": [
    { type: "object", required: ["id", "a"], properties: { id: { ...text, readOnly: true }, a: text } },
    '{ a: "text" }',
  ],
  "what refers to itself ends": [ref("Tree"), "{ kids: [{ kids: [{ kids: [] }] }] }"],
};

const done = { "204": { description: "Done" } };

function documentOf(): Record<string, string> {
  const paths = Object.values(samples).map(([schema], index): [string, object] => {
    // Beside another field, so that a body is a field of it and not taken apart.
    const body = { type: "object", required: ["value"], properties: { value: schema } };
    const requestBody = { required: true, content: { "application/json": { schema: body } } };
    return [`/p${index}`, { post: { operationId: `p${index}`, requestBody, responses: done } }];
  });
  const schemas = {
    Wrong: { type: "number", default: "wrong" },
    Tree: { type: "object", required: ["kids"], properties: { kids: { type: "array", items: ref("Tree") } } },
  };
  return whole(`paths: ${JSON.stringify(Object.fromEntries(paths))}\ncomponents: ${JSON.stringify({ schemas })}\n`);
}

describe("a sample gives what the types allow", async () => {
  const model: PackageModel = await modelOf(documentOf());

  test.each(Object.keys(samples).map((title, index): [string, number] => [title, index]))("%s", (title, index) => {
    const operation = model.operations[index];
    if (operation === undefined) throw new Error(`there is no operation ${index}`);
    expect(printCall(operation, model)).toBe(`await client.p${index}({ value: ${samples[title]?.[1] ?? ""} });`);
  });

  test("and so it compiles", async () => {
    const files = sampleModules(model);
    expect(await typeErrors([...(await filesOf(documentOf())), ...files])).toEqual([]);
  });

  test("an example of a whole request that its schema does not allow is not the sample", async () => {
    const body = { type: "object", required: ["a"], properties: { a: count } };
    const content = {
      "application/json": { schema: body, examples: { wrong: { value: { a: "1" } }, right: { value: { a: 7 } } } },
    };
    const item = { post: { operationId: "a", requestBody: { required: true, content }, responses: done } };
    const { operations, ...rest } = await modelOf(whole(`paths: ${JSON.stringify({ "/a": item })}\n`));
    expect(operations.map((operation) => printCall(operation, { operations, ...rest }))).toEqual([
      "await client.a({ a: 7 });",
    ]);
  });

  test("a schema that contains itself is a problem, also where a sample is made of it", async () => {
    const schemas = { A: { allOf: [ref("B")] }, B: { oneOf: [text, ref("A")] } };
    const parameters = [{ name: "a", in: "query", required: true, example: 1, schema: ref("A") }];
    const item = { get: { operationId: "a", parameters, responses: done } };
    const document = whole(`paths: ${JSON.stringify({ "/a": item })}\ncomponents: ${JSON.stringify({ schemas })}\n`);
    expect(await problemsOf(document)).toEqual([
      expect.stringContaining("the schema A contains itself"),
      expect.stringContaining("the schema B contains itself"),
    ]);
  });
});
