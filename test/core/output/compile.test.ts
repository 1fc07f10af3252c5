import { expect, test } from "vitest";
import { compilePackage } from "../../../generator/core/output/compile.js";
import { hostile } from "../hostileSpecification.js";
import { filesOf } from "../specification.js";

// That the small specification's package compiles is shown by `main.test.ts`, which builds it.
test("a hostile specification's package compiles under strict settings", { timeout: 240_000 }, async () => {
  expect((await compilePackage(await filesOf(hostile()))).errors).toEqual([]);
});

test("what does not compile is told with its place", { timeout: 240_000 }, async () => {
  const files = [{ path: "src/index.ts", text: 'export const a: string = 1;\nexport * from "./none.js";\n' }];
  expect((await compilePackage(files)).errors).toEqual([
    "src/index.ts:1:14: Type 'number' is not assignable to type 'string'.",
    "src/index.ts:2:15: Cannot find module './none.js' or its corresponding type declarations.",
  ]);
});
