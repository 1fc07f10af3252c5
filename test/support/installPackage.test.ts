import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { installPackage } from "./installPackage.js";

const folder = mkdtempSync(join(tmpdir(), "install-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A package that needs another, which stands in a folder of it: npm needs no network for that. */
function writePackage(): void {
  const dependencies = { crate: "file:crate" };
  const lock = {
    name: "tests",
    lockfileVersion: 3,
    packages: {
      "": { name: "tests", dependencies },
      crate: { name: "crate", version: "1.0.0" },
      "node_modules/crate": { resolved: "crate", link: true },
    },
  };
  mkdirSync(join(folder, "crate"));
  writeFileSync(join(folder, "crate", "package.json"), JSON.stringify({ name: "crate", version: "1.0.0" }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "tests", dependencies }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
}

test("a package of the tests' own is installed once, and again when its lock file has changed", () => {
  writePackage();
  const said: string[] = [];
  const install = (): void => installPackage(folder, "a crate", (line) => said.push(line));
  install();
  expect(existsSync(join(folder, "node_modules/crate/package.json"))).toBe(true);
  expect(said).toEqual([expect.stringMatching(/^Installing a crate into .*install-\w+ \.\.\.$/)]);
  install();
  expect(said).toHaveLength(1);
  rmSync(join(folder, "node_modules/crate"));
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(folder, "package-lock.json"), later, later);
  install();
  expect(existsSync(join(folder, "node_modules/crate/package.json"))).toBe(true);
  expect(said).toHaveLength(2);
});
