import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { siteAddresses } from "../../generator/site/addresses.js";
import { ownModel } from "./model.js";

const generated = join(projectFolder, "generated");
const files = listTree(join(generated, "docs")).map((path) => ({
  path: `docs/${path}`,
  text: readFileSync(join(generated, "docs", path), "utf8"),
}));
const now = siteAddresses(ownModel(), files);

/**
 * What has been released stays: an address is never taken off this list. New ones are added with each release, by
 * `npm run --silent docs -- --addresses > test/site/addresses.txt` and a look at the difference: it must not take any away.
 */
const kept = readFileSync(join(projectFolder, "test", "site", "addresses.txt"), "utf8")
  .split("\n")
  .filter(Boolean);

test("every page and heading that was ever released is still there", () => {
  const present = new Set(now);
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.filter((address) => !present.has(address))).toEqual([]);
});

test("every operation has its plain page, its Markdown and its place in the reference", () => {
  const present = new Set(now);
  for (const address of [
    "docs/runJob.html",
    "docs/runJob.md",
    "index.html#/builds/runjob",
    "docs/runJob.html#samples",
  ]) {
    expect(present).toContain(address);
  }
});
