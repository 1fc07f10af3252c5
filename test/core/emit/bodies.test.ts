import { beforeAll, describe, expect, test } from "vitest";
import { printCurl } from "../../../generator/core/emit/curl.js";
import { emitOperationPage } from "../../../generator/core/emit/docs/operation.js";
import type { OutputFile } from "../../../generator/core/emit/file.js";
import { printCall } from "../../../generator/core/emit/sample.js";
import type { Operation } from "../../../generator/core/model/types.js";
import type { PackageModel } from "../../../generator/core/product.js";
import { generate } from "../../../generator/core/pipeline.js";
import { sampleModules, typeErrors } from "../client.js";
import { inputOf, whole } from "../specification.js";

const file = { type: "string", format: "binary" };
const part = {
  type: "object",
  required: ["file", "more", "name", "meta"],
  properties: {
    file,
    more: { type: "array", items: { $ref: "#/components/schemas/File" } },
    name: { type: "string", example: "it's" },
    meta: { type: "object", required: ["a"], properties: { a: { type: "integer" } } },
  },
};
const key = {
  type: "object",
  required: ["key", "id"],
  properties: {
    key: { type: "string", contentEncoding: "base64" },
    id: { type: "string", format: "uuid" },
  },
};
const form = {
  type: "object",
  required: ["a", "b"],
  properties: {
    a: { type: "string", example: "x y" },
    b: { type: "array", items: { type: "integer" } },
  },
};

const bodies: Readonly<Record<string, object>> = {
  sendBytes: { "application/octet-stream": { schema: file } },
  sendParts: { "multipart/form-data": { schema: part } },
  sendWhole: {
    "multipart/form-data": { schema: { oneOf: [{ $ref: "#/components/schemas/Part" }, { type: "object" }] } },
  },
  sendForm: { "application/x-www-form-urlencoded": { schema: form } },
  sendXml: { "application/xml": { schema: { type: "object", properties: { a: { type: "string" } } } } },
  sendKey: { "application/json": { schema: key } },
};

const paths = Object.fromEntries(
  Object.entries(bodies).map(([operationId, content]) => [
    `/${operationId}`,
    { post: { operationId, requestBody: { required: true, content }, responses: { "204": { description: "Done" } } } },
  ]),
);

describe("the samples of a document of others send what its bodies are made of", () => {
  let model: PackageModel;
  let files: readonly OutputFile[];

  beforeAll(async () => {
    const components = { schemas: { File: file, Part: part } };
    const servers = [{ url: "https://api.example.com" }];
    const text = `servers: ${JSON.stringify(servers)}\npaths: ${JSON.stringify(paths)}\ncomponents: ${JSON.stringify(components)}\n`;
    const generated = await generate(inputOf(whole(text)));
    expect(generated.problems).toBeUndefined();
    if (generated.problems === undefined) ({ model, files } = generated);
  });

  function operation(id: string): Operation {
    const found = model.operations.find((each) => each.id === id);
    if (found === undefined) throw new Error(`there is no ${id}`);
    return found;
  }

  test.each([
    ["sendBytes", 'await client.sendBytes({ body: new Blob(["text"]) });'],
    [
      "sendParts",
      'await client.sendParts({\n  file: new Blob(["text"]),\n  more: [new Blob(["text"])],\n' +
        '  name: "it\'s",\n  meta: { a: 1 },\n});',
    ],
    [
      "sendWhole",
      'await client.sendWhole({\n  body: { file: new Blob(["text"]), more: [new Blob(["text"])], ' +
        'name: "it\'s", meta: { a: 1 } },\n});',
    ],
    ["sendForm", 'await client.sendForm({ a: "x y", b: [1] });'],
    ["sendXml", 'await client.sendXml({ body: "text" });'],
    ["sendKey", 'await client.sendKey({ key: "dGV4dA==", id: "8f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f" });'],
  ])("%s", (id, wanted) => {
    expect(printCall(operation(id), model)).toBe(wanted);
  });

  test("and they compile under strict settings", { timeout: 120_000 }, async () => {
    const samples = sampleModules(model);
    expect(samples).toHaveLength(6);
    expect(await typeErrors([...files, ...samples])).toEqual([]);
  });

  test.each([
    ["sendBytes", ["--header 'Content-Type: application/octet-stream'", "--data-binary @file.bin"]],
    [
      "sendParts",
      [
        "--form 'file=@file.bin'",
        "--form 'more=@file.bin'",
        String.raw`--form-string 'name=it'\''s'`,
        `--form-string 'meta={"a":1}'`,
      ],
    ],
    ["sendForm", ["--data-urlencode 'a=x y'", "--data-urlencode 'b=1'"]],
    ["sendXml", ["--header 'Content-Type: application/xml'", "--data-binary 'text'"]],
  ])("%s with curl", (id, wanted) => {
    const lines = printCurl(operation(id), model).trim().split(" \\\n  ");
    expect(lines).toEqual([`curl --fail-with-body --request POST 'https://api.example.com/${id}'`, ...wanted]);
  });

  test("on the page, bytes are not shown as text", () => {
    expect(emitOperationPage(operation("sendBytes"), model).text).not.toContain("```json");
    expect(emitOperationPage(operation("sendKey"), model).text).toContain('```json\n{\n  "key": "dGV4dA=="');
  });
});
