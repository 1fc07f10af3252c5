import { describe, expect, test } from "vitest";
import { problemsOf, whole } from "../specification.js";

const done = '{ "204": { description: Done } }';
/** An operation with these fields. */
const operation = (fields: string): string => `paths:\n  /a:\n    get:\n      operationId: getA\n      ${fields}\n`;
const answered = (fields: string): string => `${operation(fields)}      responses: ${done}\n`;
/** A component with this schema. */
const schema = (text: string): string => `paths: {}\ncomponents:\n  schemas:\n    A: ${text}\n`;

/** What would be read as if it were not there is a problem where it stands: rest of the document, printed problem. */
describe("a misshapen document", () => {
  test.each([
    // Operations that would be lost.
    ["paths: { /a: { get: [] } }\n", "3:16: `get` is a list, not an operation; write an object"],
    ["paths: { /a: [] }\n", "3:10: `/a` is a list, not a path item; write an object"],
    ["paths: { /a: }\n", "3:10: `/a` is empty, not a path item; give it a value, or take it away"],
    [
      "paths: []\n",
      "3:1: `paths` is a list, not the object of all paths; write an object with one entry for each path",
    ],
    [
      `paths: { a/b: { get: { operationId: getA, responses: ${done} } } }\n`,
      "3:10: `a/b` is no path; begin it with a slash",
    ],
    ["path: {}\n", "3:1: `path` is no field of a document; did you mean `paths`?"],
    [
      `paths: { /a: { $ref: "#/components/pathItems/A", get: { operationId: getA, responses: ${done} } } }\n` +
        "components: { pathItems: { A: {} } }\n",
      "3:50 getA: `get` is ignored beside `$ref`; move it to what the `$ref` leads to, or write that out here",
    ],
    ["tags: []\n", "1:1: a document has neither `paths` nor `components` nor `webhooks`; add `paths`"],

    // Parameters.
    [answered("parameters: {}"), "7:7 getA: `parameters` is an object, not a list; write a list"],
    [answered("parameters:"), "7:7 getA: `parameters` is empty, not a list; give it a value, or take it away"],
    [
      answered("parameters: [q]"),
      "7:20 getA: an entry of `parameters` is `q`, not a parameter; write an object with `name` and `in`",
    ],
    [
      answered("parameters: [{ name: 5, in: query, schema: {} }]"),
      "7:28 getA: `name` is `5`, not text; put it in quotes",
    ],
    [
      answered("parameters: [{ name: q, in: querry, schema: {} }]"),
      "7:35 getA: `querry` is no value of `in`; did you mean `query`?",
    ],
    [
      answered("parameters: [{ name: q, in: body, schema: {} }]"),
      "7:35 getA: `body` is no value of `in`; choose from `path`, `query`, `header`, `cookie`",
    ],
    [
      answered("parameters: [{ name: q, in: query }]"),
      "7:20 getA: a parameter has neither `schema` nor `content`; add `schema`",
    ],
    [
      answered("parameters: [{ name: q, in: query, type: string }]"),
      "7:48 getA: `type` is no field of a parameter; write it below `schema`",
    ],
    [
      answered("parameters: [{ name: q, in: query, shema: { type: string } }]"),
      "7:42 getA: `shema` is no field of a parameter; did you mean `schema`?",
    ],
    [
      answered("parameters: [{ nmae: q, in: query, schema: {} }]"),
      "7:28 getA: `nmae` is no field of a parameter; did you mean `name`?",
    ],
    [
      answered("parameters: [{ name: q, in: query, schema: {}, content: { text/plain: {} } }]"),
      "7:20 getA: a parameter has both `schema` and `content`; keep one of the two",
    ],
    [
      answered("parameters: [{ name: q, in: query, content: { text/plain: {}, text/html: {} } }]"),
      "7:42 getA: `content` has more than one entry; keep one of them",
    ],
    [
      answered('parameters: [{ name: q, in: query, required: "true", schema: {} }]'),
      "7:52 getA: `required` is the text `true`, not `true` or `false`; take the quotes away",
    ],

    // Bodies and responses.
    [
      operation("responses: []"),
      "7:7 getA: `responses` is a list, not the object of all responses; write an object with one entry for each status",
    ],
    [operation(`respones: ${done}`), "7:7 getA: `respones` is no field of an operation; did you mean `responses`?"],
    [
      operation("responses: { 20x: { description: Done } }"),
      "7:20 getA: `20x` is no status; write three digits as in `200`, a range as in `2XX`, or `default`",
    ],
    [
      operation('responses: { "200": { description: Done, content: [] } }'),
      "7:48 getA: `content` is a list, not an object; write an object with a name for each",
    ],
    [
      operation('responses: { "200": { description: Done, schema: { type: string } } }'),
      "7:48 getA: `schema` is no field of a response; write it below `content`, under its media type",
    ],
    [operation('responses: { "200": {} }'), "7:20 getA: a response has no `description`; add `description`"],
    [
      operation('responses: { "200": { description: Done, content: { application/json: { schema: string } } } }'),
      "7:87 getA: `schema` is `string`, not a schema; write `type: string` below it",
    ],
    [
      operation('responses: { "200": { description: Done, content: { application/json: { $ref: "#/components" } } } }'),
      "7:85 getA: `$ref` is no field of the description of a media type; put what it leads to in its place",
    ],
    [
      answered("requestBody: { application/json: {} }"),
      "7:22 getA: `application/json` is no field of a request body; take it away, or let its name begin with `x-`",
      "7:7 getA: a request body has no `content`; add `content`",
    ],
    [answered("tags: x"), "7:13 getA: `tags` is `x`, not a list; put it in a list: `[x]`"],
    [answered("operationID: x"), "7:20 getA: `operationID` is no field of an operation; did you mean `operationId`?"],
    [answered("security: {}"), "7:7 getA: `security` is an object, not a list; write a list"],
    [answered("servers: {}"), "7:7 getA: `servers` is an object, not a list; write a list"],

    [
      operation(
        'responses: { "200": { description: A, headers: { A: { schema: {}, content: { text/plain: {} } }, B: {} } } }',
      ),
      "7:56 getA: a header has both `schema` and `content`; keep one of the two",
      "7:104 getA: a header has neither `schema` nor `content`; add `schema`",
    ],

    // Schemas.
    [schema("{ type: strng }"), "6:16: `strng` is no value of `type`; did you mean `string`?"],
    [schema("{ type: [string, null] }"), "6:25: an entry of `type` is empty, not text; put `null` in quotes"],
    [schema("{ type: null }"), "6:10: `type` is empty, not text or a list; put `null` in quotes"],
    [schema("{ type: [] }"), "6:10: `type` is an empty list; put something into it, or take it away"],
    [schema("{ properties: [] }"), "6:10: `properties` is a list, not an object; write an object with a name for each"],
    [schema("{ properties: { a: string } }"), "6:27: `a` is `string`, not a schema; write `type: string` below it"],
    [
      schema("{ properties: { a: '#/components/schemas/A' } }"),
      '6:27: `a` is `#/components/schemas/A`, not a schema; write `$ref: "#/components/schemas/A"` below it',
    ],
    [schema("{ not: Pet }"), "6:15: `not` is `Pet`, not a schema; write an object with `type`"],
    [
      schema('{ type: "of\\nseveral\\nlines, of which one is longer than the others" }'),
      "6:16: `of several lines, of which one is longer…` is no value of `type`; " +
        "choose from `string`, `number`, `integer`, `boolean`, `null`, `array`, `object`",
    ],
    [schema("{ required: name }"), "6:20: `required` is `name`, not a list; put it in a list: `[name]`"],
    [
      schema("{ properties: { a: { required: true } } }"),
      "6:39: `required` is `true`, not a list; write the name into the list `required` of the schema above it",
    ],
    [schema("{ enum: {} }"), "6:10: `enum` is an object, not a list; write a list"],
    [schema("{ oneOf: {} }"), "6:10: `oneOf` is an object, not a list; write a list"],
    [schema("{ oneOf: [] }"), "6:10: `oneOf` is an empty list; put something into it, or take it away"],
    [schema("{ items: [] }"), "6:10: `items` is a list, not a schema; write an object with `type`"],
    [schema('{ minimum: "1" }'), "6:19: `minimum` is the text `1`, not a number; take the quotes away"],
    [
      schema("{ maxLength: -1 }"),
      "6:21: `maxLength` is `-1`, not a whole number from 0 on; write a whole number from 0 on",
    ],
    [
      schema("{ exclusiveMinimum: low }"),
      "6:28: `exclusiveMinimum` is `low`, not a number or `true` or `false`; write a number or `true` or `false`",
    ],
    [schema("{ proprties: {} }"), "6:10: `proprties` is no keyword of a schema; did you mean `properties`?"],
    [schema("{ requird: [] }"), "6:10: `requird` is no keyword of a schema; did you mean `required`?"],
    [schema("{ itmes: {} }"), "6:10: `itmes` is no keyword of a schema; did you mean `items`?"],
    [schema("{ defualt: 1 }"), "6:19: `defualt` is no keyword of a schema; did you mean `default`?"],
    [schema("{ cnst: 1 }"), "6:16: `cnst` is no keyword of a schema; did you mean `const`?"],
    [schema("{ readonly: true }"), "6:20: `readonly` is no keyword of a schema; did you mean `readOnly`?"],
    [
      schema("{ discriminator: kind }"),
      "6:25: `discriminator` is `kind`, not a discriminator; write an object with `propertyName`",
    ],
    [
      schema('{ discriminator: { propertyName: kind, mapping: { c: Caat, a: "#/components/schemas/Cat" } } }') +
        "    Cat: {}\n",
      "6:61: `Caat` is no schema of the components; did you mean `Cat`?",
    ],
    [
      schema("{ discriminator: { propertyName: kind, mapping: { b: other/Bear.yaml } } }"),
      "6:61: `other/Bear.yaml` is no schema of the components; name a schema of the components",
    ],

    // What bundling must not hide.
    ["paths: {}\ncomponents: []\n", "4:1: `components` is a list, not the object of all components; write an object"],
    [
      "paths: {}\ncomponents: { schemas: [] }\n",
      "4:15: `schemas` is a list, not an object; write an object with a name for each",
    ],

    // References.
    [
      answered('parameters: [{ $ref: "#/components/parameters/Pages" }]') +
        "components: { parameters: { Page: { name: page, in: query, schema: {} } } }\n",
      "7:28 getA: `$ref: #/components/parameters/Pages` leads nowhere; did you mean `#/components/parameters/Page`?",
    ],
    [
      schema('{ $ref: "#/components/parameters/B" }') +
        "    B: {}\n  parameters: { B: { name: b, in: query, schema: {} } }\n",
      "6:16: `$ref: #/components/parameters/B` leads to a parameter, not to a schema; did you mean `#/components/schemas/B`?",
    ],
    [
      schema('{ $ref: "#/components/schemas" }'),
      "6:16: `$ref: #/components/schemas` does not lead to a schema; let it lead to a schema",
    ],
    [schema("{ $ref: 5 }"), "6:16: `$ref` is `5`, not text; put it in quotes"],
    [
      answered('parameters: [{ ref: "#/components/parameters/Page" }]'),
      "7:27 getA: `ref` is no field of a parameter; did you mean `$ref`?",
    ],
    [
      schema('{ $ref: "#/x-schemas/B" }') + "x-schemas: { B: { type: strng } }\n",
      "7:25: `strng` is no value of `type`; did you mean `string`?",
    ],
  ])("%j", async (rest, ...wanted) => {
    expect((await problemsOf(whole(rest))).sort()).toEqual(wanted.map((line) => `openapi.yaml:${line}`).sort());
  });

  test("of several files has its problems where they were written", async () => {
    const files = {
      ...whole("paths:\n  /a: { $ref: paths/a.yaml }\n  /b: { $ref: paths/b.yaml }\n"),
      "paths/a.yaml": `get:\n  operationId: getA\n  tag: [x]\n  responses: ${done}\n`,
      "paths/b.yaml":
        "get:\n  operationId: getB\n  responses:\n    '200':\n      description: B\n" +
        "      content: { application/json: { schema: { $ref: ../components/schemas/B.yaml } } }\n",
      "components/schemas/B.yaml": "type: object\nproperties:\n  - a\n",
    };
    expect(await problemsOf(files)).toEqual([
      "components/schemas/B.yaml:2:1: `properties` is a list, not an object; write an object with a name for each",
      "paths/a.yaml:3:3 getA: `tag` is no field of an operation; did you mean `tags`?",
    ]);
  });

  test("has one problem where several operations take the same from a file", async () => {
    const operations = ["a", "b", "c"].map(
      (name) =>
        `  /${name}: { get: { operationId: ${name}, parameters: [{ $ref: "shared.yaml#/page" }], responses: ${done} } }\n`,
    );
    const files = { ...whole(`paths:\n${operations.join("")}`), "shared.yaml": "page:\n  name: page\n  in: quer\n" };
    expect(await problemsOf(files)).toEqual([
      "shared.yaml:1:1 a: a parameter has neither `schema` nor `content`; add `schema`",
      "shared.yaml:3:7 a: `quer` is no value of `in`; did you mean `query`?",
    ]);
  });

  test("what OpenAPI does not look into may have any form", async () => {
    const rest = `x-a: { $ref: "#/none", parameters: {} }
paths:
  /a:
    get:
      operationId: getA
      parameters: [{ name: q, in: query, schema: { default: { $ref: "#/none" } }, example: { $ref: 5 } }]
      responses: { "200": { description: A, content: { application/json: { examples: { a: { value: { get: [] } } } } } } }
components:
  schemas: { A: { const: { $ref: "#/none" }, unit: 5, properties: { respones: {}, x-a: { type: string } } } }
`;
    expect(await problemsOf(whole(rest))).toEqual([]);
  });

  test("a document of OpenAPI 3.0 is held to what either version allows", async () => {
    const text = `openapi: 3.0.3
info: { title: Old, version: 1.0 }
paths: {}
components: { schemas: { A: { type: number, nullable: yes, minimum: 0, exclusiveMinimum: true } } }
`;
    expect(await problemsOf({ "openapi.yaml": text })).toEqual([
      "openapi.yaml:2:30: `version` is `1`, not text; put it in quotes",
      "openapi.yaml:4:55: `nullable` is `yes`, not `true` or `false`; write `true` or `false`",
    ]);
  });

  test("two paths with one path item would be operations of one name", async () => {
    const rest = `paths: { /a: { $ref: "#/components/pathItems/A" }, /b: { $ref: "#/components/pathItems/A" } }
components: { pathItems: { A: { get: { operationId: getA, responses: ${done} } } } }
`;
    expect(await problemsOf(whole(rest))).toEqual([
      "openapi.yaml:3:52: operationId getA of GET /b is already that of GET /a; give each operation its own name",
    ]);
  });
});
