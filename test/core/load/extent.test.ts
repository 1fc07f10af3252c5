import { describe, expect, test } from "vitest";
import { modelOf, problemsOf } from "../specification.js";

type Schema = object;
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** A document whose one operation takes and answers with a schema. */
function documentOf(schema: Schema, schemas: Record<string, Schema> = {}, more: object = {}): Record<string, string> {
  const content = { "application/json": { schema } };
  const post = {
    operationId: "setP",
    requestBody: { required: true, content },
    responses: { "200": { description: "D", content } },
  };
  const info = { title: "T", version: "1" };
  const document = {
    openapi: "3.1.0",
    info,
    servers: [{ url: "https://api.example.com" }],
    paths: { "/p": { post } },
    components: { schemas },
    ...more,
  };
  return { "openapi.json": JSON.stringify(document) };
}

/** Schemas each of which leads to the next one twice. */
function diamonds(keyword: string, levels: number): Record<string, Schema> {
  const all = Array.from({ length: levels }, (_, level): [string, Schema] => [
    `D${level}`,
    { [keyword]: [ref(`D${level + 1}`), ref(`D${level + 1}`)] },
  ]);
  return Object.fromEntries([...all, [`D${levels}`, { type: "object", properties: { x: { type: "string" } } }]]);
}

/** A row of schemas each of which takes the next one. */
function row(length: number): Record<string, Schema> {
  const all = Array.from({ length }, (_, index): [string, Schema] => [
    `C${index}`,
    { allOf: [ref(`C${index + 1}`), { type: "object", properties: { [`p${index}`]: { type: "string" } } }] },
  ]);
  return Object.fromEntries([...all, [`C${length}`, { type: "object", properties: { x: { type: "string" } } }]]);
}

function nested(levels: number): Schema {
  let schema: Schema = { type: "string" };
  for (let level = 0; level < levels; level++) schema = { type: "object", properties: { a: schema } };
  return schema;
}

describe("fault 23: a document that is too deep or too wide is a problem at its place, never a stack trace", () => {
  test.each(["oneOf", "anyOf", "allOf"])("diamonds of %s", async (keyword) => {
    for (const levels of [18, 25, 200]) {
      expect(await problemsOf(documentOf(ref("D0"), diamonds(keyword, levels)))).toEqual([
        expect.stringMatching(
          /^openapi\.json:1:\d+: oneOf, anyOf and allOf lead from here to more than 10,000 schemas; combine fewer of them$/,
        ),
      ]);
    }
    expect(await problemsOf(documentOf(ref("D0"), diamonds(keyword, 10)))).toEqual([]);
  });

  test("choices that are combined", async () => {
    const choice = (name: string): Schema => ({
      oneOf: Array.from({ length: 10 }, (_, index) => ({ type: "object", properties: { [`${name}${index}`]: {} } })),
    });
    const schemas = { A: choice("a"), B: choice("b"), C: choice("c"), D: choice("d"), E: choice("e") };
    const all = { ...schemas, P: { allOf: Object.keys(schemas).map(ref) } };
    expect(await problemsOf(documentOf(ref("P"), all))).toEqual([
      expect.stringMatching(
        /^openapi\.json:1:\d+: oneOf, anyOf and allOf lead from here to more than 10,000 combinations/,
      ),
    ]);
  });

  test("a row of allOf", async () => {
    expect(await problemsOf(documentOf(ref("C0"), row(1_500)))).toEqual([
      expect.stringMatching(
        /^openapi\.json:1:\d+: oneOf, anyOf and allOf lead from here through more than 500 schemas, one after the other/,
      ),
    ]);
    expect((await modelOf(documentOf(ref("C0"), row(400)))).operations[0]?.arguments).toHaveLength(401);
  });

  test("schemas that lead back to themselves are none of this", async () => {
    const list = { A: { anyOf: [{ type: "string" }, { type: "array", items: ref("A") }] } };
    expect(await problemsOf(documentOf(ref("A"), list))).toEqual([]);
  });

  test("levels of schema", async () => {
    expect(await problemsOf(documentOf(nested(400)))).toEqual([
      expect.stringMatching(
        /^openapi\.json:1:\d+: this is nested more than 500 levels deep; move parts of it to components/,
      ),
    ]);
    expect(await problemsOf(documentOf(nested(200)))).toEqual([]);
  });

  test.each([
    ["objects in an extension", '{"a":', "1", "}"],
    ["lists in an extension", "[", "", "]"],
  ])("%s, 100,000 deep", async (_, open, core, close) => {
    const deep = open.repeat(100_000) + core + close.repeat(100_000);
    const text = documentOf({}, {}, { "x-deep": "HERE" })["openapi.json"]?.replace('"HERE"', deep) ?? "";
    const place = text.indexOf(deep) + 1 + open.length * 499;
    expect(await problemsOf({ "openapi.json": text })).toEqual([
      `openapi.json:1:${place}: this is nested more than 500 levels deep; move parts of it to components, and refer to them`,
    ]);
  });

  test("in an example, and in YAML", async () => {
    const deep = "[".repeat(5_000) + "]".repeat(5_000);
    const text = documentOf({ example: "HERE" })["openapi.json"]?.replaceAll('"HERE"', deep) ?? "";
    expect((await problemsOf({ "openapi.json": text }))[0]).toMatch(/^openapi\.json:1:\d+: this is nested more than/);
    expect((await problemsOf({ "openapi.yaml": text }))[0]).toMatch(/^openapi\.yaml:1:\d+: this is nested (more|too)/);
  });

  test("a text of 10 MB", async () => {
    const text = "word ".repeat(2_000_000);
    expect(await problemsOf(documentOf({ type: "object", description: text }))).toEqual([
      expect.stringMatching(/^openapi\.json:1:\d+: this text has more than 1,000,000 characters; shorten it$/),
    ]);
  });
});
