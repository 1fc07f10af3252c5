import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emitPackage } from "../../generator/core/emit/package.js";
import { projectFolder } from "../../generator/project/folder.js";
import { readProject } from "../../generator/project/project.js";

test("the package depends on the version of openapi-fetch that the project is tested with", () => {
  const lock = JSON.parse(readFileSync(join(projectFolder, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  const { dependencies } = JSON.parse(emitPackage(readProject().product, "1.2.3").text) as {
    dependencies: Record<string, string>;
  };
  expect(dependencies).toEqual({ "openapi-fetch": lock.packages["node_modules/openapi-fetch"]?.version });
});
