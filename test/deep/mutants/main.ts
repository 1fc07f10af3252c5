import { accepted } from "./accepted.js";
import { allMutants, chooseMutants } from "./choose.js";
import { runMutants, Unfit } from "./run.js";
import { readSpecification } from "./specification.js";
import { entryFor, failureOf, lineOf, needlessEntries, type Outcome } from "./verdict.js";

/** Another seed chooses other mutants; it is fixed, so that a red run can be repeated. */
const SEED = 2;
const NUMBERS = { perOperation: 4, perSharedKind: 1 };

/** Mutates the specification in a folder and tells which check catches each mutant: returns the exit code. */
export async function main(specification: string, print: (line: string) => void): Promise<number> {
  const all = allMutants(readSpecification(specification));
  const outcomes: Outcome[] = [];
  try {
    await runMutants(specification, chooseMutants(all, SEED, NUMBERS), (outcome) => {
      outcomes.push(outcome);
      print(lineOf(accepted, outcome));
    });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    process.stderr.write(`${error.message}\nThis is so before anything is changed; mend the specification first.\n`);
    return 1;
  }
  const failures = outcomes.flatMap((outcome) => failureOf(accepted, outcome) ?? []);
  const needless = needlessEntries(accepted, [...all.values()].flat());
  for (const failure of [...failures, ...needless]) print(failure);
  const caught = outcomes.filter(({ catcher }) => catcher !== undefined).length;
  const listed = outcomes.filter(({ catcher, mutant }) => catcher === undefined && entryFor(accepted, mutant)).length;
  print(`seed ${SEED}: ${outcomes.length} mutants, ${caught} caught, ${listed} on the list`);
  print(`${outcomes.length - failures.length} passed, ${failures.length + needless.length} failed`);
  return failures.length + needless.length === 0 ? 0 : 1;
}
