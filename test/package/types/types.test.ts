import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { problemsOf } from "./compile.js";

const file = fileURLToPath(new URL("usage.ts", import.meta.url));
const usage = readFileSync(file, "utf8");

test("what a user types compiles, and each misuse is an error", () => {
  expect(problemsOf([file])).toEqual([]);
}, 180_000);

test("the errors that a user sees name what is wrong", () => {
  const shown = problemsOf([file], usage.replaceAll("@ts-expect-error", "expected"));
  expect(shown).toHaveLength(usage.split("@ts-expect-error").length - 1);
  for (const words of [
    /Property 'job_id' is missing/,
    /'branch' does not exist in type 'RunJobRequest'/,
    /"TRACE"/,
    /'startJob' does not exist/,
  ]) {
    expect(shown.join("\n")).toMatch(words);
  }
}, 180_000);
