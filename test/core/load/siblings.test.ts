import { expect, test } from "vitest";
import { emitTypes } from "../../../generator/core/emit/types.js";
import { modelOf, problemsOf } from "../specification.js";

/** The types of a document of that version with these component schemas. */
async function typesOf(version: string, schemas: string, more: Record<string, string> = {}): Promise<string> {
  const head = `openapi: ${version}\ninfo: { title: Test, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n`;
  return emitTypes(await modelOf({ "openapi.yaml": head + schemas, ...more })).text;
}

const contact = "    Contact: { type: object, properties: { name: { type: string } } }\n";
const beside = `${contact}    Quote: { type: object, properties: { contact: { $ref: "#/components/schemas/Contact", type: string } } }\n`;

test("in OpenAPI 3.0, what stands beside a reference does not count", async () => {
  expect(await typesOf("3.0.3", beside)).toContain("  contact?: Contact;\n");
});

test("in OpenAPI 3.1 it does", async () => {
  expect(await typesOf("3.1.0", beside)).toContain("  contact?: Contact & string;\n");
});

test("in OpenAPI 3.0, `nullable` beside a reference counts all the same: it is meant", async () => {
  const quote = `    Quote: { type: object, properties: { contact: { $ref: "#/components/schemas/Contact", nullable: true } } }\n`;
  expect(await typesOf("3.0.3", contact + quote)).toContain("  contact?: Contact | null;\n");
});

test("in OpenAPI 3.0, a value and a field called like a keyword stay as they are", async () => {
  const schemas = `${contact}    Other:
      type: object
      example: { $ref: x, type: y }
      properties:
        default: { $ref: "#/components/schemas/Contact", type: string }
        told: { type: object, default: { $ref: x, type: y } }
`;
  const types = await typesOf("3.0.3", schemas);
  expect(types).toContain("  default?: Contact;\n");
  expect(types).toContain('@default {"$ref":"x","type":"y"}');
});

test("beside a reference to a file that is no component, both hold, too", async () => {
  const files = { "parts.yaml": "Named: { type: object, properties: { name: { type: string } } }\n" };
  const schemas = `    Quote:
      $ref: "parts.yaml#/Named"
      required: [name]
      properties: { age: { type: integer } }
    Plain: { $ref: "parts.yaml#/Named", description: Only a name. }
`;
  const types = await typesOf("3.1.0", schemas, files);
  expect(types).toMatch(
    /export type Quote = \{\n {2}age\?: number;\n {2}name: string;\n\} & \{\n {2}name\?: string;\n\};/,
  );
  expect(types).toMatch(/\/\*\* Only a name\. \*\/\nexport interface Plain \{\n {2}name\?: string;/);
});

test("a fault beside such a reference, and behind it, is shown where it stands", async () => {
  const paths = `openapi: 3.1.0
info: { title: Test, version: "1" }
paths: {}
components:
  schemas:
    Quote: { $ref: "parts.yaml#/Named", required: name }
`;
  const parts = "Named: { type: strng }\n";
  expect(await problemsOf({ "openapi.yaml": paths, "parts.yaml": parts })).toEqual([
    expect.stringMatching(/^openapi\.yaml:6:51: `required` is /),
    expect.stringMatching(/^parts\.yaml:1:16: `strng` is no value of `type`/),
  ]);
});
