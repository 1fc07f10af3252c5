import { join } from "node:path";
import { bundle } from "../../../generator/core/load/bundle.js";
import { generate } from "../../../generator/core/pipeline.js";
import { formatProblem } from "../../../generator/core/problems.js";
import { readProject } from "../../../generator/project/project.js";
import { checkSources } from "../../../generator/sources/check/index.js";
import { contractFaults } from "../../contract/faults.js";

/** A check of a project whose specification stands in `spec/`: what it finds wrong. */
interface Check {
  readonly name: string;
  readonly find: (root: string) => Promise<readonly string[]> | readonly string[];
}

/**
 * From the cheapest to the dearest; the linter comes after them. None compares with anything that was made from the
 * specification: such a check would catch every mutant and say nothing.
 */
export const checks: readonly Check[] = [
  { name: "facts", find: (root) => checkSources(root).map(formatProblem) },
  { name: "contract", find: (root) => contractFaults(bundle(join(root, "spec/openapi.yaml"), root).document) },
  { name: "generate", find: generateProblems },
];

const project = readProject();

/** Without redocly.yaml beside the specification the pipeline leaves the linter out, which is slow to start. */
async function generateProblems(root: string): Promise<string[]> {
  const input = { specification: join(root, "spec"), shownFrom: root, project, report: () => undefined };
  const { problems } = await generate(input);
  return (problems ?? []).map(formatProblem);
}

/** A check that breaks down on a specification has noticed something as well. */
export async function complaintsOf({ name, find }: Check, root: string): Promise<readonly string[]> {
  try {
    return await find(root);
  } catch (error) {
    return [`${name} broke down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}
