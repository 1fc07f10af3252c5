import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../generator/core/lib/json.js";
import { upgrade } from "../../../generator/core/load/upgrade.js";

/** What becomes of a schema of OpenAPI 3.0. */
function upgraded(schema: JsonObject): Json | undefined {
  const { components } = upgrade({ openapi: "3.0.3", components: { schemas: { It: schema } } }) as {
    components: { schemas: { It: Json } };
  };
  return components.schemas.It;
}

const reference = { $ref: "#/components/schemas/Other" };
const orNull = { anyOf: [reference, { type: "null" }] };

describe("a schema of OpenAPI 3.0 says the same in the words of 3.1", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["null is a type", { type: "string", nullable: true }, { type: ["string", "null"] }],
    [
      "null is a listed value",
      { type: "string", nullable: true, enum: ["a"] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      "null is listed once",
      { type: "string", nullable: true, enum: [null] },
      { type: ["string", "null"], enum: [null] },
    ],
    ["what is never null", { type: "string", nullable: false }, { type: "string" }],
    ["a reference or null", { ...reference, nullable: true, description: "It." }, { description: "It.", ...orNull }],
    ["one part or null", { allOf: [reference], nullable: true }, orNull],
    [
      "several parts or null",
      { allOf: [reference, {}], nullable: true },
      { anyOf: [{ allOf: [reference, {}] }, { type: "null" }] },
    ],
    [
      "alternatives, of which the model knows that",
      { oneOf: [reference], nullable: true },
      { oneOf: [reference], nullable: true },
    ],
    ["an excluded limit", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ["a limit that is allowed", { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    ["nothing that is excluded", { exclusiveMaximum: true }, {}],
    ["an example", { type: "string", example: "a" }, { type: "string", examples: ["a"] }],
    [
      "below a property",
      { properties: { a: { type: "string", nullable: true } } },
      { properties: { a: { type: ["string", "null"] } } },
    ],
    ["below an item", { items: { type: "string", nullable: true } }, { items: { type: ["string", "null"] } }],
    ["below a part", { oneOf: [{ type: "string", nullable: true }] }, { oneOf: [{ type: ["string", "null"] }] }],
    [
      "a property that is called so",
      { properties: { nullable: { type: "string" } } },
      { properties: { nullable: { type: "string" } } },
    ],
    ["a value", { default: { type: "string", nullable: true } }, { default: { type: "string", nullable: true } }],
  ])("%s", (_, written, wanted) => {
    expect(upgraded(written)).toEqual(wanted);
  });
});

describe("a document of OpenAPI 3.0", () => {
  const nullable = { schema: { type: "string", nullable: true } };
  const typed = { schema: { type: ["string", "null"] } };

  test("has schemas in its parameters, bodies and headers", () => {
    const of = (it: JsonObject): JsonObject => ({
      paths: {
        "/a": { get: { parameters: [it], responses: { "200": { headers: { schema: it }, content: { "a/b": it } } } } },
      },
      components: { parameters: { schema: it } },
    });
    expect(upgrade({ openapi: "3.0.0", ...of(nullable) })).toEqual({ openapi: "3.1.1", ...of(typed) });
  });

  test("keeps examples and extensions as they are", () => {
    const data = { examples: { one: { value: nullable } }, "x-data": nullable, example: nullable };
    const document = { paths: { "/a": { get: { parameters: [data] } } } };
    expect(upgrade({ openapi: "3.0.0", ...document })).toEqual({ openapi: "3.1.1", ...document });
  });

  test("stays as it was written; one of 3.1 is no other", () => {
    const written = { openapi: "3.0.0", components: { schemas: { It: { type: "string", nullable: true } } } };
    const before = JSON.stringify(written);
    upgrade(written);
    expect(JSON.stringify(written)).toBe(before);
    const newer = { ...written, openapi: "3.1.0" };
    expect(upgrade(newer)).toBe(newer);
  });
});
