import { describe, expect, test } from "vitest";
import { clientOf, typeErrors } from "./client.js";
import { filesOf, modelOf, problemsOf, whole } from "./specification.js";

const head = 'servers: [{ url: "https://api.example.com" }]\n';
const done = { responses: { "204": { description: "Done" } } };

/** A document with these parts. */
function documentOf(rest: object): Record<string, string> {
  const servers = [{ url: "https://api.example.com" }];
  return { "openapi.json": JSON.stringify({ openapi: "3.0.3", info: { title: "T", version: "1" }, servers, ...rest }) };
}

/** The files of a document, and what the compiler says of a program that uses them. */
async function compiled(rest: object, program: string) {
  const files = await filesOf(documentOf(rest));
  const text = `import { ApiClient, bearer } from "./index.js";
const client = new ApiClient({ credentials: bearer("t") });
${program}`;
  return { files, errors: await typeErrors([...files, { path: "src/use.ts", text }]) };
}

describe("fault 24: documents of others", () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[a-z]\w*$/i.test(name));

  test("optional parameters called as what every object has", { timeout: 120_000 }, async () => {
    const get = {
      operationId: "listResults",
      parameters: inherited.map((name) => ({ name, in: "query", schema: { type: "string" } })),
      responses: {
        "200": {
          description: "Results",
          content: { "application/json": { schema: { type: "array", items: { type: "string" } } } },
        },
      },
    };
    const { files, errors } = await compiled(
      { paths: { "/results": { get } } },
      `void client.listResults(); void client.listResults({ ${inherited.map((name) => `${name}: "x"`).join(", ")} });`,
    );
    expect(errors).toEqual([]);
    const run = await clientOf(files, () => Response.json(["a"]));
    await run.client.listResults?.({ constructor: "x" });
    await run.client.listResults?.();
    expect(run.sent.map(({ line }) => line)).toEqual(["GET /results?constructor=x", "GET /results"]);
    run.remove();
  });

  /** Animals as OpenAPI's own example has them: the parent names its property, the heirs take the parent in. */
  const animals = (...kinds: Array<[string, object]>) => ({
    paths: {
      "/p": {
        post: {
          operationId: "addPet",
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
          responses: {
            "200": {
              description: "d",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Pet: {
          type: "object",
          required: ["kind"],
          discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
          properties: { kind: { type: "string" } },
        },
        ...Object.fromEntries(
          kinds.map(([name, more]) => [name, { allOf: [{ $ref: "#/components/schemas/Pet" }, more] }]),
        ),
      },
    },
  });
  const cat = { type: "object", required: ["lives"], properties: { lives: { type: "integer" } } };
  const dog = { type: "object", required: ["bark"], properties: { bark: { type: "string" } } };

  test("inheritance by a discriminator, with one heir", { timeout: 120_000 }, async () => {
    const { files, errors } = await compiled(
      animals(["Cat", cat]),
      `const pet = await client.addPet({ kind: "cat", lives: 9 });
       if (pet.kind === "cat") console.log(pet.lives.toFixed());
       // @ts-expect-error -- a kind that there is not
       void client.addPet({ kind: "dog", lives: 9 });
       // @ts-expect-error -- what every cat has
       void client.addPet({ kind: "cat" });`,
    );
    expect(errors).toEqual([]);
    const run = await clientOf(files, () => Response.json({ kind: "cat", lives: 8 }));
    expect(await run.client.addPet?.({ kind: "cat", lives: 9 })).toEqual({ kind: "cat", lives: 8 });
    expect(JSON.parse(run.sent[0]?.body ?? "")).toEqual({ kind: "cat", lives: 9 });
    run.remove();
  });

  test("with several heirs, one of another, one that the mapping does not name", { timeout: 120_000 }, async () => {
    const document = animals(["Cat", cat], ["Dog", dog]);
    const schemas: Record<string, object> = document.components.schemas;
    schemas.Lion = {
      allOf: [{ $ref: "#/components/schemas/Cat" }, { type: "object", properties: { mane: { type: "string" } } }],
    };
    const { errors } = await compiled(
      document,
      `const pet = await client.addPet({ body: { kind: "Dog", bark: "wow" } });
       if (pet.kind === "cat") console.log(pet.lives.toFixed());
       if (pet.kind === "Dog") console.log(pet.bark.trim());
       if (pet.kind === "Lion") console.log(pet.mane?.trim(), pet.lives);
       // @ts-expect-error -- a dog has no lives
       if (pet.kind === "Dog") console.log(pet.lives);`,
    );
    expect(errors).toEqual([]);
  });

  test("a parent without heirs is what it says", async () => {
    const alone = JSON.parse(
      JSON.stringify(documentOf(animals())).replace(
        String.raw`,\"mapping\":{\"cat\":\"#/components/schemas/Cat\"}`,
        "",
      ),
    ) as Record<string, string>;
    const { schemas } = await modelOf(alone);
    expect(schemas.map(({ name, schema }) => [name, schema.properties.map((field) => field.name)])).toEqual([
      ["Pet", ["kind"]],
    ]);
  });

  test("a body that may be null", { timeout: 120_000 }, async () => {
    const schema = { type: ["object", "null"], properties: { a: { type: "string" } } };
    const put = {
      operationId: "setP",
      requestBody: { required: true, content: { "application/json": { schema } } },
      ...done,
    };
    const { files, errors } = await compiled(
      { openapi: "3.1.0", paths: { "/p": { put } } },
      `void client.setP({ body: null }); void client.setP({ body: { a: "x" } });`,
    );
    expect(errors).toEqual([]);
    const run = await clientOf(files, () => new Response(null, { status: 204 }));
    await run.client.setP?.({ body: null });
    await run.client.setP?.({ body: {} });
    expect(run.sent.map(({ body }) => body)).toEqual(["null", "{}"]);
    run.remove();
  });

  test.each([
    ["{ type: string, enum: [1.0, beta] }", "31", "the value 1 is not of the type string"],
    ["{ type: string, enum: [beta, true] }", "37", "the value true is not of the type string"],
    ['{ type: integer, enum: ["1", 2] }', "32", 'the value "1" is not of the type integer'],
    ["{ type: [boolean, integer], enum: [true, x] }", "49", 'the value "x" is not of the type boolean or integer'],
  ])("a value that is not of its type is not lost in silence: %s", async (schema, column, message) => {
    const rest = `components:\n  schemas:\n    A: ${schema}\n`;
    expect(await problemsOf(whole(`${head}paths: {}\n${rest}`))).toEqual([
      `openapi.yaml:7:${column}: ${message}; write it in quotes or without, or leave it out`,
    ]);
  });

  test("null in a list of values is common, and stays out where the type has none", async () => {
    expect(
      await problemsOf(whole(`${head}paths: {}\ncomponents:\n  schemas:\n    A: { type: string, enum: [a, null] }\n`)),
    ).toEqual([]);
  });
});
