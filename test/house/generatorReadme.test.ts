import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";

test("the generator's README names only paths that exist", () => {
  const text = readFileSync(join(projectFolder, "generator", "README.md"), "utf8");
  const paths = [...text.matchAll(/(?:generator|test|scripts|spec|generated)\/[\w./-]*/g)].map(([path]) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(projectFolder, path.replace(/\.$/, ""))))).toEqual([]);
});
