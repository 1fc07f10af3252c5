import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../generator/project/folder.js";
import type { JsonObject } from "../../generator/core/lib/json.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { compilePackage } from "../../generator/core/output/compile.js";
import { readIngredients } from "../../generator/project/project.js";
import { secondOpinion } from "./comparisons.js";

test("our types and openapi-typescript's say the same", { timeout: 60_000 }, async () => {
  const { document } = bundle(join(projectFolder, "spec", "openapi.yaml"), projectFolder);
  const { files, compared } = secondOpinion(document, readIngredients());
  expect(compared.answers.length).toBeGreaterThan(25);
  expect(compared.bodies.length).toBeGreaterThan(5);
  expect(compared.parameters.length).toBeGreaterThan(20);
  expect((await compilePackage(files)).errors).toEqual([]);
});

test(
  "the comparison sees every difference, one that no assignment would show included",
  { timeout: 60_000 },
  async () => {
    const { files } = secondOpinion(parse(document) as JsonObject, readIngredients());
    const spoil = (text: string): string =>
      spoiled.reduce((before, [found, instead]) => {
        expect(before).toContain(found);
        return before.replace(found, instead);
      }, text);
    const changed = files.map((file) => (file.path === "src/types.ts" ? { ...file, text: spoil(file.text) } : file));
    const check = files.find(({ path }) => path === "src/check.ts")?.text.split("\n") ?? [];
    const { errors } = await compilePackage(changed);
    const seen = [...new Set(errors.map((error) => /^src\/check\.ts:(\d+):/.exec(error)?.[1] ?? error))];
    expect(seen.map((line) => /^export const (\w+)/.exec(check[Number(line) - 1] ?? "")?.[1] ?? line)).toEqual([
      "schema_Lacking",
      "schema_LackingBelow",
      "schema_Optional",
      "schema_Other",
      "schema_Silent",
      "query_ask",
    ]);
  },
);

const spoiled = [
  ["  lacking?: string;\n", ""],
  ["    below?: string;\n", ""],
  ["optional: string;", "optional?: string;"],
  ["other?: string;", "other?: number;"],
  ["silent?: string;", "silent?: unknown;"],
  ["  more?: number | undefined;\n", ""],
] as const;

const document = `
openapi: 3.1.0
paths:
  /answer:
    get:
      operationId: ask
      parameters:
        - { name: about, in: query, required: true, schema: { type: string } }
        - { name: more, in: query, schema: { type: integer } }
      responses: { "200": { description: Answered. } }
components:
  schemas:
    Lacking: { type: object, properties: { lacking: { type: string } } }
    LackingBelow: { type: object, properties: { list: { type: array, items: { properties: { below: { type: string } } } } } }
    Optional: { type: object, required: [optional], properties: { optional: { type: string } } }
    Other: { type: object, properties: { other: { type: string } } }
    Same: { type: object, properties: { same: { type: string } } }
    Silent: { type: object, properties: { silent: { type: string } } }
`;
