import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { objectOf, type Json, type JsonObject } from "../../generator/core/lib/json.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { projectFolder } from "../../generator/project/folder.js";
import { BEHAVIOUR, behaviourFaults } from "./behaviour.js";
import { Contract, type Operation } from "./contract.js";

const { document } = bundle(join(projectFolder, "spec/openapi.yaml"), projectFolder);
const { operations } = new Contract(document);

test("the table of behaviour has no operation that the specification lacks", () => {
  const ids = operations.map(({ id }) => id);
  expect(Object.keys(BEHAVIOUR).filter((id) => !ids.includes(id))).toEqual([]);
});

describe("the table of behaviour notices", () => {
  const changed = (id: string, change: (spec: JsonObject) => JsonObject): Operation => {
    const operation = operations.find((one) => one.id === id);
    if (operation === undefined) throw new Error(`There is no operation ${id}`);
    return { ...operation, spec: change(operation.spec) };
  };
  const without = (spec: JsonObject, ...names: string[]): JsonObject =>
    Object.fromEntries(Object.entries(spec).filter(([name]) => !names.includes(name)));
  const within = (spec: JsonObject, name: string, value: Json): JsonObject => {
    return { ...spec, "x-pagination": { ...objectOf(spec["x-pagination"]), [name]: value } };
  };

  const cases: ReadonlyArray<[title: string, operation: Operation, fault: string]> = [
    [
      "a build that may be started twice",
      changed("runJob", (spec) => ({ ...spec, "x-retry": "safe" })),
      'x-retry is "safe", not "never"',
    ],
    [
      "a deprecation that got lost",
      changed("stopJob", (spec) => without(spec, "deprecated")),
      "deprecated is undefined, not true",
    ],
    [
      "pages that begin at 1",
      changed("showListHistory", (spec) => within(spec, "first", 1)),
      'x-pagination is {"page":"offset","first":1,"size":"limit","maximum":100,"items":"/history_records",' +
        '"total":"/total"}, not {"page":"offset","first":0,"size":"limit","maximum":100,"items":"/history_records","total":"/total"}',
    ],
    [
      "an operation that the table lacks",
      { ...changed("runJob", (spec) => spec), id: "runJobs" },
      "is not in the table of behaviour; say there how it behaves",
    ],
  ];
  test.each(cases)("%s", (_, operation, fault) => {
    expect(behaviourFaults(operation)).toEqual([fault]);
  });
});
