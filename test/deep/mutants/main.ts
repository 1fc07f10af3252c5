import type { Terminal } from "../../../generator/shell/shell.js";
import { accepted } from "./accepted.js";
import { allMutants, chooseMutants } from "./choose.js";
import { runMutants, Unfit } from "./run.js";
import { readSpecification } from "./specification.js";
import { entryFor, failureOf, lineOf, needlessEntries, type Outcome } from "./verdict.js";

/** Another seed chooses other mutants; it is fixed, so that a red run can be repeated. */
const SEED = 2;
const NUMBERS = { perOperation: 5, perSharedKind: 1 };

/** Mutates the specification in a folder and tells which check catches each mutant: gives the exit code. */
export async function mutateSpecification(specification: string, { print, say }: Terminal): Promise<number> {
  const all = allMutants(readSpecification(specification));
  const outcomes: Outcome[] = [];
  try {
    await runMutants(specification, chooseMutants(all, SEED, NUMBERS), (outcome) => {
      outcomes.push(outcome);
      print(`${lineOf(accepted, outcome)}\n`);
    });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    say(`${error.message}\nThis is so before anything is changed: correct the specification first.`);
    return 1;
  }
  const failures = outcomes.flatMap((outcome) => failureOf(accepted, outcome) ?? []);
  const needless = needlessEntries(accepted, [...all.values()].flat());
  for (const failure of [...failures, ...needless]) print(`${failure}\n`);
  const caught = outcomes.filter(({ catcher }) => catcher !== undefined).length;
  const listed = outcomes.filter(({ catcher, mutant }) => catcher === undefined && entryFor(accepted, mutant)).length;
  print(`seed ${SEED}: ${outcomes.length} mutants, ${caught} caught, ${listed} on the list\n`);
  print(`${outcomes.length - failures.length} passed, ${failures.length + needless.length} failed\n`);
  return failures.length + needless.length === 0 ? 0 : 1;
}
