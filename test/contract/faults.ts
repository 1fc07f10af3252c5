import type { JsonObject } from "../../generator/core/lib/json.js";
import { answerFaults, bodyFaults, namedBodyFaults, pagingFaults } from "./answers.js";
import { behaviourFaults } from "./behaviour.js";
import { catalogueFaults, serverFaults } from "./catalogue.js";
import { Contract, type Operation } from "./contract.js";
import { ESSENTIAL, essentialFaults } from "./essential.js";
import { exampleFaults, requestExampleFaults } from "./examples.js";
import { exchangeFaults } from "./exchanges.js";
import { iamFaults } from "./iam.js";
import { rejectFaults } from "./rejects.js";
import { commonFaults, serviceFaults } from "./service.js";

/** The checks that every operation has to pass, by what they find out. */
export const OPERATION_CHECKS: ReadonlyArray<
  readonly [promise: string, faults: (contract: Contract, operation: Operation) => string[]]
> = [
  ["its named examples are valid", exampleFaults],
  ["the examples of a document make a complete request", requestExampleFaults],
  ["its examples say what they show, and answer the request beside them", exchangeFaults],
  ["it answers with the documented statuses and media types", answerFaults],
  ["its bodies are named components", namedBodyFaults],
  ["it has a body if it is a POST", (_, operation) => bodyFaults(operation)],
  ["its paging fits its parameters", pagingFaults],
  ["a caller may rely on the essential fields", essentialFaults],
  ["it behaves as the table says", (_, operation) => behaviourFaults(operation)],
  ["it has the credentials, errors and headers that all have", commonFaults],
  ["it is as the PDF tells of it if it is IAM's", iamFaults],
  ["it refuses what is wrong", rejectFaults],
];

/** Operations that the tables know and the specification does not. */
export function missingOperations(contract: Contract): string[] {
  const known = contract.operations.map(({ id }) => id);
  return Object.keys(ESSENTIAL)
    .filter((id) => !known.includes(id))
    .map((id) => `${id}: is missing`);
}

/** Everything that is wrong with a bundled specification. */
export function contractFaults(document: JsonObject): string[] {
  const contract = new Contract(document);
  return [
    ...missingOperations(contract),
    ...catalogueFaults(document),
    ...serverFaults(document),
    ...serviceFaults(document),
    ...contract.operations.flatMap((operation) =>
      OPERATION_CHECKS.flatMap(([, faults]) => faults(contract, operation)).map((fault) => `${operation.id}: ${fault}`),
    ),
  ];
}
