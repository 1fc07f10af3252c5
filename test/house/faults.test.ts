import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";

/** The kinds of faults that a second look found. A test that holds one off begins its title, or its group's, with its number. */
const faults = [
  "errors inside a success",
  "hostile answers",
  "the fetch functions of others",
  "saved files that are truncated or mixed",
  "where saveTo writes",
  "credentials that hang",
  "the project of another region",
  "secrets in other forms",
  "options and headers that cannot be used",
  "many calls with one signal",
  "requests that were never sent",
  "statuses after which Node sends again",
  "builds that have not begun, or never do",
  "build numbers as text and as numbers",
  "what the simulator teaches about stopping and parameters",
  "absent bodies in the simulator",
  "signatures in the simulator",
  "ranges in the simulator",
  "the simulator's memory, pipes and first page",
  "a simulator on a port that can be furnished",
  "what the generator deletes and overwrites",
  "references that leave the specification",
  "documents that are too deep or broken",
  "names, null and inheritance in documents of others",
  "Jest",
];

/** The numbers in the titles of the tests that `npm test` runs. */
function testedNumbers(): Set<number> {
  const elsewhere = /(^|\/)(browser|deep|third-party|node_modules|fixtures)\//;
  const files = listTree(join(projectFolder, "test")).filter(
    (path) => path.endsWith(".test.ts") && !elsewhere.test(path),
  );
  const numbers = files.flatMap((path) => {
    const text = readFileSync(join(projectFolder, "test", path), "utf8");
    return [...text.matchAll(/\(\s*["'`]fault (\d+): /g)].map(([, number]) => Number(number));
  });
  return new Set(numbers);
}

test.each(faults.map((name, index) => [index + 1, name] as const))("fault %i has a test: %s", (number) => {
  expect(testedNumbers()).toContain(number);
});

test("no test names a fault that is not in the list", () => {
  expect([...testedNumbers()].filter((number) => number < 1 || number > faults.length)).toEqual([]);
});
