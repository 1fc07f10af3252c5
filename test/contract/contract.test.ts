import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bundle } from "../../generator/core/load/bundle.js";
import { formatProblem } from "../../generator/core/problems.js";
import { checkSources } from "../../generator/sources/check/index.js";
import { catalogueFaults, serverFaults } from "./catalogue.js";
import { Contract } from "./contract.js";
import { missingOperations, OPERATION_CHECKS } from "./faults.js";
import { faultsOfReject, REJECTS } from "./rejects.js";
import { serviceFaults } from "./service.js";
import { knownOperations } from "../support/knownOperations.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { document } = bundle(`${root}spec/openapi.yaml`, root);
const contract = new Contract(document);
const operations = contract.operations.map((operation) => [operation.id, operation] as const);

describe.each(operations)("%s", (id, operation) => {
  test.each(OPERATION_CHECKS)(`${id}: %s`, (_, faults) => expect(faults(contract, operation)).toEqual([]));

  const rejects = (REJECTS[id] ?? []).map((reject) => [reject.fault, reject] as const);
  test.each(rejects)(`${id} refuses %s`, (fault, reject) => {
    expect(faultsOfReject(contract, operation, reject).join("; ")).toBe(fault);
  });
});

describe("the specification as a whole", () => {
  test("it has all operations whose facts are recorded, and IAM's, and no other", () => {
    expect(missingOperations(contract)).toEqual([]);
    expect(operations.map(([id]) => id).sort()).toEqual(knownOperations());
  });
  test("the error catalogue has each code once, and says what to do about it", () => {
    expect(catalogueFaults(document)).toEqual([]);
  });
  test("the servers are known, and so are their regions", () => {
    expect(serverFaults(document)).toEqual([]);
  });
  test("credentials, errors, regions and open objects are those of the service", () => {
    expect(serviceFaults(document)).toEqual([]);
  });
  test("it says what the facts say, and every x-conflicts entry is needed", () => {
    const start = performance.now();
    const problems = checkSources(root).map(formatProblem);
    console.log(`npm run sources -- --check: ${Math.round(performance.now() - start)} ms`);
    expect(problems).toEqual([]);
  });
});
