import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { entriesIn, userOptions } from "./entries.js";
import { printSurface } from "./surface.js";

const surface = printSurface(entriesIn("sources"), userOptions);

// To accept a change: npm test -- test/package/exports.test.ts --update
test("the public names are those that were reviewed", async () => {
  const head = "Every public name of the package. A test compares it with the code, and writes it with `--update`.\n\n";
  await expect(head + surface).toMatchFileSnapshot(join(projectFolder, "test/package/exports.txt"));
});

test("no public type is `any`", () => {
  expect(surface.split("\n").filter((line) => /\bany\b/.test(line))).toEqual([]);
});
