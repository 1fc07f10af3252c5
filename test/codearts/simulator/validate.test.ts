import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unknownKeywords } from "../../../generator/codearts/emit/simulatorSchema.js";
import type { JsonSchema } from "../../../generator/codearts/simulator/data.js";
import { validate } from "../../../generator/codearts/simulator/validate.js";
import { data, requestSchemas } from "./specification.js";

const wrong = (value: unknown, schema: JsonSchema, schemas: Record<string, JsonSchema> = {}): string => {
  const issue = validate(value, schema, schemas);
  return issue ? `${issue.at}: ${issue.message}` : "";
};

describe("validate says what is wrong, and where", () => {
  const job: JsonSchema = {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", pattern: "^[a-z]+$", maxLength: 3 },
      steps: { type: ["array", "null"], items: { $ref: "Step" } },
    },
  };
  const schemas: Record<string, JsonSchema> = {
    Step: { type: "object", additionalProperties: { type: "integer" }, maxProperties: 1 },
  };

  test.each([
    [{ name: "abc", other: 1 }, ""],
    [{ name: "abc", steps: null }, ""],
    [{ name: "abc", steps: [{ a: 1 }] }, ""],
    [[], ": is not of type object"],
    [{}, "name: is missing"],
    [{ name: "ABC" }, "name: does not match ^[a-z]+$"],
    [{ name: "abcd" }, "name: is longer than 3 characters"],
    [{ name: "abc", steps: {} }, "steps: is not of type array or null"],
    [{ name: "abc", steps: [{}, { a: "1" }] }, "steps[1].a: is not of type integer"],
    [{ name: "abc", steps: [{ a: 1, b: 2 }] }, "steps[0]: has more than 1 fields"],
  ])("%j → %s", (value, expected) => {
    expect(wrong(value, job, schemas)).toBe(expected);
  });

  test("limits count characters, not UTF-16 units", () => {
    expect(wrong("🚀🚀", { maxLength: 2 })).toBe("");
    expect(wrong("🚀", { minLength: 2 })).toBe(": is shorter than 2 characters");
  });

  test("a date is one that the calendar has", () => {
    expect(
      ["2024-02-29", "2023-02-29", "2026-13-01", "2026-1-1"].map((text) => wrong(text, { format: "date" })),
    ).toEqual([
      "",
      ": is not a date like 2026-01-31",
      ": is not a date like 2026-01-31",
      ": is not a date like 2026-01-31",
    ]);
  });

  test("a reference that leads nowhere is a fault of the data", () => {
    expect(() => validate({}, { $ref: "toString" }, {})).toThrow("has no schema toString");
  });
});

test("no schema of a request has a keyword that the simulator would pass over", () => {
  expect(requestSchemas().flatMap(({ pointer, schema }) => unknownKeywords(schema, pointer))).toEqual([]);
  expect(unknownKeywords({ properties: { a: { items: { multipleOf: 2 } } } })).toEqual([
    "/properties/a/items/multipleOf",
  ]);
});

// Values and schemas are drawn from one small stock, so that they meet.
const names = fc.constantFrom("a", "b", "constructor");
const texts = fc.oneof(
  fc.constantFrom("a", "ab", "AB", "", "🚀", "2026-02-29", "2024-02-29", "x\n"),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    texts,
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0.5, 1e300),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(names, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const small = fc.integer({ min: 0, max: 3 });
const type = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");
const keywords = {
  $ref: fc.constant("Named"),
  type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
  enum: fc.uniqueArray(json, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
  pattern: fc.constantFrom("^[a-z]*$", "b$", "^.$", "^([1-9][0-9]?|100)$"),
  format: fc.constantFrom("date", "int64"),
  minLength: small,
  maxLength: small,
  minimum: small,
  maximum: small,
  minItems: small,
  maxItems: small,
  maxProperties: small,
  required: fc.uniqueArray(names, { maxLength: 2 }),
};

/** A schema with one to three keywords, nested so deep. */
function schemaOf(depth: number): fc.Arbitrary<object> {
  const flat = Object.entries(keywords).map(([name, value]) => value.map((one): [string, unknown] => [name, one]));
  const sub = depth > 0 ? schemaOf(depth - 1) : fc.constant({});
  const deep = {
    properties: fc.dictionary(names, sub, { maxKeys: 2, noNullPrototype: true }),
    additionalProperties: fc.oneof(fc.boolean(), sub),
    items: sub,
    anyOf: fc.array(sub, { minLength: 1, maxLength: 2 }),
    not: sub,
  };
  const nested = Object.entries(deep).map(([name, value]) => value.map((one): [string, unknown] => [name, one]));
  const pair = fc.oneof(...flat, ...nested);
  return fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => Object.fromEntries(pairs));
}

describe("ajv, an independent validator, agrees", () => {
  test("on random values and schemas", () => {
    // A reference within itself would never end, in either.
    const named = { type: ["string", "object"], maxLength: 2, required: ["a"] };
    const ajv = new Ajv2020({ strict: false, ownProperties: true, validateSchema: false, formats: { int64: true } });
    addFormats.default(ajv, ["date"]);
    ajv.addSchema(named, "Named");
    const schemas = { Named: named as JsonSchema };
    const values = fc.array(json, { minLength: 10, maxLength: 10 });
    let valid = 0;
    fc.assert(
      fc.property(values, schemaOf(2), (candidates, schema) => {
        const check = ajv.compile(schema);
        for (const value of candidates) {
          const expected = check(value);
          expect(validate(value, schema, schemas) === undefined, JSON.stringify({ value, schema })).toBe(expected);
          if (expected) valid++;
        }
      }),
      { numRuns: 200, seed: 4 },
    );
    // Both answers occur often.
    expect(valid).toBeGreaterThan(400);
    expect(valid).toBeLessThan(1600);
  });

  test("on the schemas of requests, with broken forms of what they describe", () => {
    const ajv = new Ajv2020({ strict: false, formats: { password: true, int64: true } });
    addFormats.default(ajv, ["date"]);
    for (const [name, schema] of Object.entries(data.schemas)) ajv.addSchema(schema, name);
    const bodies = data.operations.flatMap(({ id, body }) => (body ? [{ id, body, check: ajv.compile(body) }] : []));
    expect(bodies.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.constantFrom(...bodies), json, json, ({ body, check }, whole, field) => {
        const name = body.required?.[0] ?? "x";
        for (const value of [whole, { [name]: field }]) {
          expect(validate(value, body, data.schemas) === undefined).toBe(check(value));
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
