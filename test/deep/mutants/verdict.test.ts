import { describe, expect, test } from "vitest";
import type { Mutant } from "./choose.js";
import { failureOf, lineOf, needlessEntries, type Accepted } from "./verdict.js";

const mutant: Mutant = {
  operationId: "runJob",
  kind: "drop a field",
  what: "response 200: daily_build_number",
  file: "paths/builds/runJob.yaml",
  path: ["post", "responses", "200"],
  edits: [{ drop: ["post", "responses", "200", "description"] }],
};
const entry: Accepted = { kind: "drop a field", why: "A test." };
const elsewhere: Accepted = { ...entry, where: /^runJob request/ };

describe.each<
  [title: string, list: Accepted[], catcher: string | undefined, line: string, failure: string | undefined]
>([
  [
    "a mutant that a check catches passes",
    [],
    "facts",
    "runJob  drop a field  response 200: daily_build_number → caught by facts",
    undefined,
  ],
  [
    "a survivor fails",
    [],
    undefined,
    "runJob  drop a field  response 200: daily_build_number → SURVIVED",
    "runJob: drop a field, response 200: daily_build_number (spec/paths/builds/runJob.yaml#/post/responses/200): " +
      "no check catches it; add one to test/contract, or an entry to test/deep/mutants/accepted.ts",
  ],
  [
    "a survivor on the list passes",
    [entry],
    undefined,
    "runJob  drop a field  response 200: daily_build_number → on the list",
    undefined,
  ],
  [
    "a survivor of another place than the list names fails",
    [elsewhere],
    undefined,
    "runJob  drop a field  response 200: daily_build_number → SURVIVED",
    "runJob: drop a field, response 200: daily_build_number (spec/paths/builds/runJob.yaml#/post/responses/200): " +
      "no check catches it; add one to test/contract, or an entry to test/deep/mutants/accepted.ts",
  ],
  [
    "a mutant on the list that a check catches after all fails",
    [entry],
    "lint",
    "runJob  drop a field  response 200: daily_build_number → caught by lint",
    "runJob: drop a field, response 200: daily_build_number (spec/paths/builds/runJob.yaml#/post/responses/200): " +
      "lint catches it; narrow its entry in test/deep/mutants/accepted.ts, or delete it",
  ],
])("%s", (_, list, catcher, line, failure) => {
  test("is told", () => {
    expect(lineOf(list, { mutant, catcher })).toBe(line);
  });
  test("is judged", () => {
    expect(failureOf(list, { mutant, catcher })).toBe(failure);
  });
});

test("an entry under which no mutant stands is needless", () => {
  expect(needlessEntries([entry], [mutant])).toEqual([]);
  expect(needlessEntries([elsewhere], [mutant])).toEqual([
    'test/deep/mutants/accepted.ts: no mutant "drop a field" stands under this entry; delete it',
  ]);
});
