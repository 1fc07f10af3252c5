import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { main } from "../../generator/site/cli.js";
import { newFolder } from "../core/specification.js";
import { siteFolder, siteText } from "./site.js";

test("two builds are the same, byte for byte", async () => {
  const folder = newFolder();
  const silent = { print: (): void => undefined, say: (): void => undefined };
  expect(await main(["--out", folder], silent)).toBe(0);
  expect(listTree(folder)).toEqual(listTree(siteFolder));
  const different = listTree(folder).filter((path) => readFileSync(join(folder, path), "utf8") !== siteText(path));
  expect(different).toEqual([]);
});

test("the reference weighs at most 750 kB compressed, program included", () => {
  const page = siteText("index.html");
  expect(page).toContain("Run a build task");
  expect(gzipSync(page).length).toBeLessThanOrEqual(750_000);
});
