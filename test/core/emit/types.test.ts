import { describe, expect, test } from "vitest";
import { emitTypes } from "../../../generator/core/emit/types.js";
import { filesOf, modelOf, whole } from "../specification.js";

/** The type that the component `A` gets; `B` is an object, `T` a text. */
async function typeOfComponent(schema: string): Promise<string> {
  const model = await modelOf(
    whole(`paths: {}
components:
  schemas:
    A: ${schema.replaceAll("\n", "\n    ")}
    B: { type: object, properties: { b: { type: string } } }
    T: { type: string }
`),
  );
  const { text } = emitTypes(model);
  return text.slice(text.indexOf("\n\n") + 2, text.indexOf("export interface B")).trimEnd();
}

const refB = '{ $ref: "#/components/schemas/B" }';
const refA = '{ $ref: "#/components/schemas/A" }';
const refT = '{ $ref: "#/components/schemas/T" }';

describe("a schema becomes a type", () => {
  test.each([
    ["{ type: string }", "string"],
    ["{ type: integer }", "number"],
    ["{ type: [string, integer, number, 'null'] }", "string | number | null"],
    ["{ type: 'null' }", "null"],
    ["{}", "unknown"],
    ["{ type: object }", "Record<string, unknown>"],
    ["{ type: object, additionalProperties: false }", "Record<string, never>"],
    ["{ type: object, additionalProperties: { type: integer } }", "{ [name: string]: number }"],
    [`{ additionalProperties: ${refA} }`, "{ [name: string]: A }"],
    [`{ patternProperties: { ^x: { type: string }, ^y: { type: integer } } }`, "{ [name: string]: string | number }"],
    ["{ type: array }", "unknown[]"],
    [`{ type: array, items: ${refB} }`, "B[]"],
    ["{ type: array, items: { type: [string, 'null'] } }", "Array<string | null>"],
    ["{ type: array, items: { type: array, items: { type: string } } }", "string[][]"],
    ["{ prefixItems: [{ type: string }, { type: integer }], minItems: 1, items: false }", "[string, (number)?]"],
    ["{ prefixItems: [{ type: string }] }", "[(string)?, ...Array<unknown>]"],
    ["{ enum: [a, 'b\"', 1, null, true] }", '"a" | "b\\"" | 1 | null | true'],
    ["{ type: string, enum: [a, a] }", '"a"'],
    ["{ type: [string, 'null'], enum: [a] }", '"a" | null'],
    ["{ type: string, enum: [a], nullable: true }", '"a" | null'],
    ["{ type: integer, nullable: true }", "number | null"],
    ["{ properties: {}, nullable: true }", "Record<string, unknown> | null"],
    [`{ oneOf: [${refB}, { type: string }], nullable: true }`, "B | string | null"],
    [`{ anyOf: [${refB}, { type: 'null' }], nullable: true }`, "B | null"],
    ["{ const: -1 }", "-1"],
    ["{ const: null }", "null"],
    ["{ const: { a: [1] } }", "{ a: [1] }"],
    [`{ oneOf: [${refB}, { type: string }] }`, "B | string"],
    [`{ anyOf: [${refB}, { type: 'null' }] }`, "B | null"],
    [`{ allOf: [${refB}, { anyOf: [${refT}, { type: 'null' }] }] }`, "B & (T | null)"],
    [`{ allOf: [${refB}, { required: [c] }] }`, "B & {\n  c: unknown;\n}"],
    [`{ allOf: [${refB}, { required: [b] }] }`, "B & {\n  b: string;\n}"],
    [`{ required: [b], allOf: [${refB}] }`, "{\n  b: string;\n} & B"],
    [
      `{ properties: { a: { type: integer } }, anyOf: [{ required: [a] }, ${refB}] }`,
      "{\n  a?: number;\n} & ({\n  a: number;\n} | B)",
    ],
    [`{ type: object, oneOf: [${refB}, ${refT}] }`, "B | T"],
    [`{ $ref: "#/components/schemas/B", type: [object, 'null'] }`, "B"],
    ["{ type: string, x-states: { known: { ON: It runs., OFF: '' } } }", '"ON" | "OFF" | (string & {})'],
    ["{ type: string, anyOf: [{ minLength: 1 }, { enum: [''] }] }", "string"],
    ["{ not: { type: string } }", "unknown"],
    ["{ type: object, minProperties: 1, properties: {} }", "Record<string, unknown>"],
  ])("%s", async (schema, wanted) => {
    expect((await typeOfComponent(schema)).replace(/^\/\*\*[^]*?\*\/\n/, "")).toBe(`export type A = ${wanted};`);
  });

  test("`true` allows anything and `false` nothing", async () => {
    expect(await typeOfComponent("{ type: object, properties: { a: true, b: false } }")).toBe(
      "export interface A {\n  a?: unknown;\n  b?: never;\n}",
    );
  });

  test("an object with everything that can be said of a field", async () => {
    const text = await typeOfComponent(`
  type: object
  description: A thing.
  required: [id]
  properties:
    id: { type: integer, format: int64, description: Its number, minimum: 1, maximum: 9, example: 3, readOnly: true }
    name: { type: string, description: "Ends */ here", minLength: 1, maxLength: 20, pattern: "^[a-z]*$", default: x }
    tags: { type: array, items: { type: string }, maxItems: 3, uniqueItems: true, deprecated: true }
    "odd-name": ${refB}
    inner: { type: object, properties: { deep: { type: object, properties: { x: { description: Deep., type: string } } } } }
    list: { type: array, items: { type: object, required: [y], properties: { y: ${refA} } } }
  additionalProperties: { type: string }`);
    expect(text).toBe(`/** A thing. */
export interface A {
  /**
   * Its number. 64-bit integer, from 1 to 9.
   *
   * @example 3
   */
  readonly id: number;
  /**
   * Ends *\\/ here. 1 to 20 characters, matches \`^[a-z]*$\`.
   *
   * @default "x"
   */
  name?: string;
  /**
   * At most 3 items, no item twice.
   *
   * @deprecated
   */
  tags?: string[];
  "odd-name"?: B;
  inner?: {
    deep?: {
      /** Deep. */
      x?: string;
    };
  };
  list?: {
    y: A;
  }[];
  [name: string]: string | number | undefined | string[] | B | {
    deep?: {
      /** Deep. */
      x?: string;
    };
  } | {
    y: A;
  }[];
}`);
  });

  test("other fields may be what the named ones are", async () => {
    const text = await typeOfComponent(
      "{ type: object, properties: { a: { type: integer } }, additionalProperties: { type: string } }",
    );
    expect(text).toBe("export interface A {\n  a?: number;\n  [name: string]: string | number | undefined;\n}");
  });
});

describe("the types of an operation", () => {
  const typesOf = async (text: string): Promise<string> => {
    const { text: printed } = emitTypes(await modelOf(whole(`paths:\n${text}`)));
    return printed.slice(printed.indexOf("\n\n") + 2);
  };

  test("arguments of different places are one flat object, with dates where the time rules allow them", async () => {
    const text = await typesOf(`  /a/{id}:
    put:
      operationId: putA
      x-time: [{ start: from, end: to, format: yyyy-MM-dd }]
      parameters:
        - { name: id, in: path, required: true, description: Its id., schema: { type: string }, examples: { page: { value: x } } }
        - { name: from, in: query, required: true, schema: { type: string } }
        - { name: to, in: query, schema: { type: string }, deprecated: true }
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: integer } } } } }
      responses: { "204": { description: Done } }
`);
    expect(text).toBe(`/** Request of \`putA\`. */
export interface PutARequest {
  /**
   * Its id.
   *
   * @example "x"
   */
  id: string;
  /** A \`Date\` is sent as \`yyyy-MM-dd\`. */
  from: string | Date;
  /**
   * A \`Date\` is sent as \`yyyy-MM-dd\`.
   *
   * @deprecated
   */
  to?: string | Date | undefined;
  a: number;
}
`);
  });

  test("arguments that share a name are grouped by place", async () => {
    const text = await typesOf(`  /a/{id}:
    put:
      operationId: putA
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: body, in: query, schema: { type: string } }
      requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string } } } } }
      responses: { "204": { description: Done } }
`);
    expect(text).toBe(`/** Request of \`putA\`. */
export interface PutARequest {
  path: {
    id: string;
  };
  query?: {
    body?: string | undefined;
  };
  body: string[];
}
`);
  });

  test("several answers are one or the other, and items without a name are read off the answer", async () => {
    const text = await typesOf(`  /a:
    get:
      operationId: listA
      x-pagination: { page: page, first: 1, items: /list/all }
      parameters: [{ name: page, in: query, schema: { type: integer } }]
      responses:
        "200":
          description: Page
          content:
            application/json:
              schema: { type: object, properties: { list: { type: object, properties: { all: { type: array } } } } }
        "202": { description: Text, content: { application/json: { schema: { type: string } } } }
`);
    expect(text).toContain("export type ListAResponse = {\n  list?: {\n    all?: unknown[];\n  };\n} | string;");
  });

  test("a field shows the first value that a documented response has there, unless its own examples or values do", async () => {
    const text = await typesOf(`  /a:
    get:
      operationId: showA
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema:
                type: object
                properties:
                  name: { type: string, description: Its name. }
                  own: { type: string, example: mine }
                  state: { type: string, enum: [on, off] }
                  secret: { type: string, format: password }
                  flag: { type: boolean }
                  text: { type: string }
                  list: { type: array, items: { type: object, properties: { size: { type: integer } } } }
              examples:
                first: { value: { own: a, state: on, secret: b, flag: true, text: "", list: [{}, { size: 7 }] } }
                second: { value: { name: it } }
`);
    expect(text).toBe(`/** Response of \`showA\`. The thing. */
export interface ShowAResponse {
  /**
   * Its name.
   *
   * @example "it"
   */
  name?: string;
  /** @example "mine" */
  own?: string;
  state?: "on" | "off";
  /** Secret. */
  secret?: string;
  flag?: boolean;
  text?: string;
  list?: {
    /** @example 7 */
    size?: number;
  }[];
}
`);
  });
});

describe("each side sees the fields that are its own", () => {
  const document = whole(`paths:
  /a:
    put:
      operationId: putA
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { inner: { $ref: "#/components/schemas/Inner" } } } } } }
      responses: { "200": { description: A, content: { application/json: { schema: { $ref: "#/components/schemas/Outer" } } } } }
components:
  schemas:
    Outer: { type: object, properties: { inner: { $ref: "#/components/schemas/Inner" }, list: { type: array, items: { $ref: "#/components/schemas/Inner" } } } }
    Inner:
      type: object
      required: [id, name, secret]
      properties: { id: { type: string, readOnly: true }, name: { type: string }, secret: { type: string, writeOnly: true } }
`);

  test("at every depth, requests in types of their own", async () => {
    const files = await filesOf(document);
    const types = files.find(({ path }) => path === "src/types.ts")?.text ?? "";
    expect(types).toContain("export interface PutARequest {\n  inner?: InnerWritable | undefined;\n}");
    expect(types).toContain("export interface Outer {\n  inner?: Inner;\n  list?: Inner[];\n}");
    expect(types).toContain("export interface Inner {\n  readonly id: string;\n  name: string;\n}");
    expect(types).toContain("export interface InnerWritable {\n  name: string;\n  secret: string;\n}");
  });

  test("alternatives that a property tells apart say its value", async () => {
    const files = await filesOf(
      whole(`paths: {}
components:
  schemas:
    Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Fish" }], discriminator: { propertyName: kind, mapping: { tom: "#/components/schemas/Cat", tim: Cat } } }
    Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
    Dog: { type: object, required: [kind], properties: { kind: { const: dog } } }
    Fish: { type: object }
`),
    );
    const types = files.find(({ path }) => path === "src/types.ts")?.text ?? "";
    expect(types).toContain('export type Pet = (Cat & { kind: "tom" | "tim" }) | Dog | (Fish & { kind: "Fish" });');
  });
});
