import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../../generator/inputs.js";
import { compilePackage } from "../../../generator/output/compile.js";
import { hostile } from "../hostileSpecification.js";
import { filesOf } from "../specification.js";

const folder = join(projectFolder, "generated");
const types = join(projectFolder, "node_modules", "@types");

// That the small specification's package compiles is shown by `main.test.ts`, which builds it.
test("a hostile specification's package compiles under strict settings", { timeout: 240_000 }, async () => {
  expect(compilePackage(folder, await filesOf(hostile()), types).errors).toEqual([]);
});

test("what does not compile is told with its place", { timeout: 240_000 }, () => {
  const files = [{ path: "src/index.ts", text: 'export const a: string = 1;\nexport * from "./none.js";\n' }];
  expect(compilePackage(folder, files, types).errors).toEqual([
    "src/index.ts:1:14: Type 'number' is not assignable to type 'string'.",
    "src/index.ts:2:15: Cannot find module './none.js' or its corresponding type declarations.",
  ]);
});
