import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";
import { allMutants, chooseMutants } from "./choose.js";
import { operators } from "./operators/index.js";
import { readSpecification } from "./specification.js";
import { knownOperations } from "../../support/knownOperations.js";

const all = allMutants(readSpecification(join(projectFolder, "spec")));
const numbers = { perOperation: 4, perSharedKind: 1 };
const chosen = chooseMutants(all, 2, numbers);

describe("the chosen mutants", () => {
  test("are four of each operation, of four kinds", () => {
    const operations = [...all.keys()].filter((id) => id !== "shared");
    expect([...operations].sort()).toEqual(knownOperations());
    const kindsOf = (id: string): Set<string> =>
      new Set(chosen.filter(({ operationId }) => operationId === id).map(({ kind }) => kind));
    expect(operations.filter((id) => kindsOf(id).size !== 4)).toEqual([]);
  });

  test("are of every kind that there is", () => {
    const kinds = new Set(chosen.map(({ kind }) => kind));
    expect([...new Set(operators.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test("are the same each time, and others with another seed", () => {
    expect(chooseMutants(all, 2, numbers)).toEqual(chosen);
    expect(chooseMutants(all, 3, numbers)).not.toEqual(chosen);
  });

  test("are no two alike", () => {
    const names = chosen.map(({ file, edits }) => JSON.stringify([file, edits]));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
