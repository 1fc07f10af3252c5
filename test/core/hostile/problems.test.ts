import { describe, expect, test } from "vitest";
import { problemsOf, whole } from "../specification.js";

describe("a schema of which no value could be right is a problem", () => {
  const large = "is a number that JavaScript cannot tell from its neighbours; describe the value as text";
  const list = "list its values, or take it away";

  test.each([
    ["an empty enum", "{ enum: [] }", `6:10: an empty \`enum\` allows nothing; ${list}`],
    [
      "an enum without a value of the type",
      "{ type: string, enum: [1, 2] }",
      "6:24: none of the values is of the type string; correct `type`, or write the values in quotes or without",
    ],
    ["a const beyond what JavaScript counts", "{ const: 9223372036854775807 }", `6:17: 9223372036854776000 ${large}`],
    ["an enum with such a value", "{ enum: [1, 9007199254740993] }", `6:20: 9007199254740992 ${large}`],
    [
      "a reference into a schema that leads back to itself",
      '{ properties: { a: { items: { $ref: "#/components/schemas/A/properties/a" } } } }',
      "6:29: `$ref: #/components/schemas/A/properties/a` leads back to itself; move the schema that recurs to",
    ],
  ])("%s", async (_, schema, wanted) => {
    const problems = await problemsOf(whole(`paths: {}\ncomponents:\n  schemas:\n    A: ${schema}\n`));
    expect(problems).toEqual([expect.stringContaining(`openapi.yaml:${wanted}`)]);
  });
});
