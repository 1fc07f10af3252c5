import { expect, test } from "vitest";
import type { JsonObject } from "../../../generator/core/lib/json.js";
import { compilePackage } from "../../../generator/core/output/compile.js";
import { readIngredients } from "../../../generator/project/project.js";
import { secondOpinion } from "../comparisons.js";
import { cases, documentOfCases } from "./schemaCases.js";

/** Where openapi-typescript's types are wider than the schema, or narrower. `meaning.test.ts` asks a validator. */
const unseen = [
  "$ref siblings: a narrower type",
  "$ref siblings: beside a reference into a schema",
  "anyOf: which of two fields is required",
  "const: null",
  "prefixItems",
];

test("of everything that a schema can be, our types and openapi-typescript's say the same, but for what it does not see", async () => {
  const { files } = secondOpinion(JSON.parse(documentOfCases()) as JsonObject, readIngredients());
  const check = files.find(({ path }) => path === "src/check.ts")?.text.split("\n") ?? [];
  const { errors } = await compilePackage(files);
  const titles = Object.keys(cases);
  const differing = errors.map((error) => {
    const line = check[Number(/^src\/check\.ts:(\d+):/.exec(error)?.[1]) - 1] ?? error;
    return titles[Number(/ schema_S(\d+):/.exec(line)?.[1])] ?? line;
  });
  expect([...new Set(differing)].sort()).toEqual(unseen);
});
