import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../../generator/inputs.js";
import { compilePackage, type Compiled } from "../../../generator/output/compile.js";
import { listFiles } from "../../../generator/output/write.js";
import { hostile } from "../hostileSpecification.js";
import { filesOf } from "../specification.js";

const folder = join(projectFolder, "generated");
const types = join(projectFolder, "node_modules", "@types");
const mini = join(projectFolder, "test", "fixtures", "mini");

async function compile(specification: Record<string, string>): Promise<Compiled> {
  return compilePackage(folder, await filesOf(specification), types);
}

test("the small specification's package compiles under strict settings", { timeout: 60_000 }, async () => {
  const files = listFiles(mini).filter((path) => path.endsWith(".yaml") && !path.startsWith("wanted/"));
  const { errors, files: compiled } = await compile(
    Object.fromEntries(files.map((path) => [path, readFileSync(join(mini, path), "utf8")])),
  );
  expect(errors).toEqual([]);
  expect(compiled.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "dist/runtime/client.js"]),
  );
});

test("a hostile specification's package compiles too", { timeout: 60_000 }, async () => {
  expect((await compile(hostile())).errors).toEqual([]);
});

test("what does not compile is told with its place", { timeout: 60_000 }, () => {
  const files = [{ path: "src/index.ts", text: 'export const a: string = 1;\nexport * from "./none.js";\n' }];
  expect(compilePackage(folder, files, types).errors).toEqual([
    "src/index.ts:1:14: Type 'number' is not assignable to type 'string'.",
    "src/index.ts:2:15: Cannot find module './none.js' or its corresponding type declarations.",
  ]);
});
