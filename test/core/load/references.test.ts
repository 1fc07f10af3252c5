import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../../generator/project/generate.js";
import { understand } from "../../../generator/core/pipeline.js";
import { formatProblem } from "../../../generator/core/problems.js";
import { readIngredients } from "../../../generator/project/project.js";
import { folderOf, modelOf, problemsOf, whole } from "../specification.js";

/** An operation that answers with the schema that a reference leads to. */
const answering = (reference: string): Record<string, string> =>
  whole(
    `servers: [{ url: "https://api.example.com" }]\npaths:\n  /a: { get: { operationId: getA, responses: { "200": { description: D, content: { application/json: { schema: { $ref: "${reference}" } } } } } } }\n`,
  );

/** The problems of a specification in a folder `spec`, beside which other files stand. */
async function problemsBeside(
  reference: string,
  others: Record<string, string>,
  allowed: string[] = [],
  link?: string,
) {
  const root = folderOf({ ...others, "spec/openapi.yaml": answering(reference)["openapi.yaml"] ?? "" });
  if (link !== undefined) symlinkSync(join(root, link), join(root, "spec", "inside.yaml"));
  const input = {
    specification: join(root, "spec"),
    shownFrom: root,
    project: readIngredients(),
    report: () => undefined,
  };
  const { problems } = await understand({ ...input, allowed: allowed.map((path) => join(root, path)) });
  return (problems ?? []).map(formatProblem);
}

describe("fault 22: a reference does not leave the specification", () => {
  const secret = { "private.yaml": "type: string\ndescription: a secret\n" };
  const fix = (path: string): string => `copy the file there, or allow it with --allow ${path}`;

  test("to a file beside its folder", async () => {
    expect(await problemsBeside("../private.yaml", secret)).toEqual([
      `spec/openapi.yaml:5:120 getA: \`$ref: ../private.yaml\` leads out of the specification's folder; ${fix("private.yaml")}`,
    ]);
  });

  test("to a folder whose name begins alike", async () => {
    expect(await problemsBeside("../specials/a.yaml", { "specials/a.yaml": "type: string\n" })).toEqual([
      expect.stringContaining("leads out of the specification's folder"),
    ]);
  });

  test("through a link", async () => {
    expect(await problemsBeside("inside.yaml", secret, [], "private.yaml")).toEqual([
      expect.stringContaining("`$ref: inside.yaml` leads out of the specification's folder"),
    ]);
  });

  test("unless it is allowed by name: a file, or its folder", async () => {
    expect(await problemsBeside("../private.yaml", secret, ["private.yaml"])).toEqual([]);
    expect(await problemsBeside("../more/a.yaml", { "more/a.yaml": "type: string\n" }, ["more"])).toEqual([]);
    expect(await problemsBeside("../private.yaml", { ...secret, "other.yaml": "" }, ["other.yaml"])).toHaveLength(1);
  });

  test("and the command line takes the names", async () => {
    const root = folderOf({ ...secret, "spec/openapi.yaml": answering("../private.yaml")["openapi.yaml"] ?? "" });
    const said: string[] = [];
    const talk = { print: () => undefined, say: (text: string) => void said.push(text) };
    const words = ["--spec", join(root, "spec"), "--only", "getA"];
    expect(await main([...words, "--allow", join(root, "nothing")], talk)).toBe(2);
    expect(said[0]).toContain(`--allow: there is no ${join(root, "nothing")}.`);
    expect(await main(words, talk)).toBe(1);
    expect(await main([...words, "--allow", join(root, "private.yaml")], talk)).toBe(0);
  });

  test("to the network: neither the generator nor the linter asks", { timeout: 60_000 }, async () => {
    const asked: Array<string | undefined> = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end("type: string");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.yaml`;
    const problems = await problemsOf({ ...answering(url), "redocly.yaml": "extends: [minimal]\n" });
    expect(problems.filter((line) => line.includes("is not a file of the specification"))).toHaveLength(1);
    expect(asked).toEqual([]);
  });
});

describe("fault 23: a reference to what is no file", () => {
  test("a folder", async () => {
    const folder = folderOf(answering("parts"));
    mkdirSync(join(folder, "parts"));
    const input = { specification: folder, shownFrom: folder, project: readIngredients(), report: () => undefined };
    const { problems } = await understand(input);
    expect(problems?.map(formatProblem)).toEqual([
      "openapi.yaml:5:120 getA: `$ref: parts` leads to what is no file; name a file in it",
    ]);
  });
});

describe("fault 24: schemas in other files", () => {
  test("one that contains itself becomes a component", async () => {
    const model = await modelOf({
      ...answering("defs.yaml#/components/schemas/Item"),
      "defs.yaml":
        'components: { schemas: { Item: { type: object, properties: { next: { $ref: "#/components/schemas/Item" } } } } }',
    });
    const [item] = model.schemas;
    expect(model.schemas.map(({ name }) => name)).toEqual(["Item"]);
    expect(item?.schema.properties.map(({ name, schema }) => [name, schema.ref])).toEqual([["next", "Item"]]);
  });

  test("several that contain each other, a whole file, and names that are taken", async () => {
    const model = await modelOf({
      "openapi.yaml": `${answering("tree.yaml")["openapi.yaml"] ?? ""}components: { schemas: { $ref: all.yaml } }\n`,
      "tree.yaml":
        'type: object\nproperties: { kids: { type: array, items: { $ref: "#" } }, a: { $ref: "defs.yaml#/A" } }\n',
      "defs.yaml":
        'A: { type: object, properties: { b: { $ref: "#/B" } } }\nB: { type: object, properties: { a: { $ref: "#/A" }, t: { $ref: "tree.yaml" } } }\n',
      "all.yaml":
        'A: { type: object, properties: { self: { $ref: "#/A" }, example: { $ref: "#/example" } } }\nexample: { type: object, properties: { x: { type: string } } }\n',
    });
    expect(model.schemas.map(({ name }) => name)).toEqual(["A", "A2", "Example", "Tree"]);
    const [own, other] = model.schemas.map(({ schema }) =>
      schema.properties.map(({ name, schema: field }) => [name, field.ref]),
    );
    expect(own).toEqual([
      ["self", "A"],
      ["example", "Example"],
    ]);
    expect(other).toEqual([["b", undefined]]);
  });

  test("all of them, in a file of their own", async () => {
    const model = await modelOf({
      "openapi.yaml": `${answering("#/components/schemas/A")["openapi.yaml"] ?? ""}components: { schemas: { $ref: ./schemas.yaml } }\n`,
      "schemas.yaml": "A: { type: object, properties: { b: { type: string } } }\n",
    });
    expect(model.schemas.map(({ name, schema }) => [name, schema.properties.map((field) => field.name)])).toEqual([
      ["A", ["b"]],
    ]);
  });
});
