import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { problemsOf } from "./compile.js";

const file = fileURLToPath(new URL("simulatorUsage.ts", import.meta.url));
const usage = readFileSync(file, "utf8");

test("a user's test with the simulator compiles, and each misuse is an error", () => {
  expect(problemsOf([file])).toEqual([]);
});

test("the errors that a user sees name what is wrong", () => {
  const shown = problemsOf([file], usage.replaceAll("@ts-expect-error", "expected"));
  expect(shown).toHaveLength(usage.split("@ts-expect-error").length - 1);
  for (const words of [
    /"fake"/,
    /"startJob"/,
    /'delay' does not exist in type 'Fault'/,
    /"broken"/,
    /Cannot assign to 'length'/,
  ]) {
    expect(shown.join("\n")).toMatch(words);
  }
});
