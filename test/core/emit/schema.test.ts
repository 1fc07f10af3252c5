import { expect, test } from "vitest";
import type { OutputFile } from "../../../generator/core/emit/file.js";
import { typeErrors } from "../client.js";
import { filesOf, whole } from "../specification.js";

/** The types of the raw client for an operation that answers with the schema `Answer`, and what the compiler says of them. */
async function rawTypes(schemas: string): Promise<{ text: string; errors: readonly string[] }> {
  const files: OutputFile[] = await filesOf(
    whole(`
servers: [{ url: https://api.example.com }]
paths:
  /answer:
    get:
      operationId: ask
      responses:
        "200":
          description: Answered.
          content: { application/json: { schema: { $ref: "#/components/schemas/Answer" } } }
components:
  schemas:
${schemas}`),
  );
  const printed = files.find(({ path }) => path === "src/schema.ts")?.text ?? "";
  const text = printed.replace(/\/\*\*.*?\*\//gs, "").replace(/\s+/g, " ");
  return { text, errors: await typeErrors(files) };
}

test("a reference into a component means what stands there", async () => {
  const { text, errors } = await rawTypes(`
    Answer:
      allOf:
        - $ref: "#/components/schemas/Order/allOf/0"
        - type: object
          properties:
            state: { $ref: "#/components/schemas/Order/definitions/state" }
            price: { $ref: "#/components/schemas/Order/allOf/1/properties/price" }
    Order:
      allOf:
        - { type: object, required: [id], properties: { id: { type: string } } }
        - { type: object, properties: { price: { type: number } } }
      definitions:
        state: { type: string, enum: [open, closed] }`);
  expect(errors).toEqual([]);
  expect(text).toContain('Answer: { id: string; } & { state?: "open" | "closed"; price?: number; };');
});

test("a schema that says itself what its discriminator is says it once", async () => {
  const { text, errors } = await rawTypes(`
    Answer:
      type: object
      required: [kind]
      discriminator: { propertyName: kind, mapping: { one: "#/components/schemas/One" } }
      properties: { kind: { type: string } }
    One: { allOf: [{ $ref: "#/components/schemas/Answer" }], type: object, properties: { first: { type: string } } }
    Two:
      allOf: [{ $ref: "#/components/schemas/Answer" }]
      type: object
      properties: { kind: { type: string, enum: [two] } }`);
  expect(errors).toEqual([]);
  expect(text).toContain('Two: { kind?: "two"; } & (components["schemas"]["AnswerBase"] & { kind: "two"; });');
});

test("what stands beside a reference counts, bytes are text, and what has items is a list", async () => {
  const { text, errors } = await rawTypes(`
    Answer: { $ref: "#/components/schemas/Base", required: [id], properties: { file: { contentEncoding: base64 }, kind: { $ref: "#/components/schemas/Kind", enum: [a] }, items: { items: { type: string } } } }
    Kind: { type: string, enum: [a, b] }
    Base: { type: object, properties: { id: { type: string } } }`);
  expect(errors).toEqual([]);
  expect(text).toContain(
    'Answer: { file?: string; kind?: "a"; items?: string[]; } & WithRequired<components["schemas"]["Base"], "id">;',
  );
});
