import { join } from "node:path";
import { bundle } from "../../generator/load/bundle.js";
import { behaviourFaults } from "../contract/behaviour.js";
import { Contract } from "../contract/contract.js";
import { exampleFaults, requestExampleFaults } from "../contract/examples.js";

/** Everything that the contract tests find wrong with the specification of a project. */
export function contractFaults(root: string): string[] {
  const { document, broken, faults } = bundle(join(root, "spec/openapi.yaml"), root);
  if (broken.length + faults.length > 0) return [...broken, ...faults].map(({ message }) => message);
  const contract = new Contract(document);
  return contract.operations.flatMap((operation) => [
    ...behaviourFaults(operation),
    ...exampleFaults(contract, operation),
    ...requestExampleFaults(contract, operation),
  ]);
}
