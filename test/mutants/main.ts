import { formatPointer } from "../../generator/lib/pointer.js";
import { accepted, acceptedFor } from "./accepted.js";
import { allMutants, chooseMutants, type Mutant } from "./choose.js";
import { runMutants, Unfit, type Outcome } from "./run.js";
import { readSpecification } from "./specification.js";

/** Another seed chooses other mutants; it is fixed, so that a red run can be repeated. */
const SEED = 2;
const NUMBERS = { perOperation: 4, perSharedKind: 1 };

/** Mutates the specification in a folder and tells which check catches each mutant: returns the exit code. */
export async function main(specification: string, print: (line: string) => void): Promise<number> {
  const mutants = chooseMutants(allMutants(readSpecification(specification)), SEED, NUMBERS);
  const outcomes: Outcome[] = [];
  try {
    await runMutants(specification, mutants, (outcome) => {
      outcomes.push(outcome);
      print(lineOf(outcome));
    });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    process.stderr.write(
      `${error.message}\nThe specification has problems before anything is changed; mend them first.\n`,
    );
    return 1;
  }
  const failures = [...outcomes.flatMap(failureOf), ...needlessEntries(mutants)];
  for (const failure of failures) print(failure);
  const listed = outcomes.filter(({ catcher, mutant }) => catcher === undefined && acceptedFor(mutant) !== undefined);
  const caught = outcomes.filter(({ catcher }) => catcher !== undefined);
  print(`seed ${SEED}: ${outcomes.length} mutants, ${caught.length} caught, ${listed.length} on the list`);
  print(`${outcomes.length - outcomes.flatMap(failureOf).length} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

function lineOf({ mutant, catcher }: Outcome): string {
  const verdict =
    catcher !== undefined ? `caught by ${catcher}` : acceptedFor(mutant) === undefined ? "SURVIVED" : "on the list";
  return `${mutant.operationId}  ${mutant.kind}  ${mutant.what} → ${verdict}`;
}

/** A survivor that the list does not explain, or one that the list explains in vain. */
function failureOf({ mutant, catcher }: Outcome): string[] {
  const entry = acceptedFor(mutant);
  if ((catcher === undefined) === (entry !== undefined)) return [];
  const place = `spec/${mutant.file}#${formatPointer(mutant.path.map(String))}`;
  const name = `${mutant.operationId}: ${mutant.kind}, ${mutant.what} (${place})`;
  return entry === undefined
    ? [`${name}: no check catches it; add one to test/contract, or an entry to test/mutants/accepted.ts`]
    : [`${name}: ${catcher ?? ""} catches it; take its entry out of test/mutants/accepted.ts, or narrow it`];
}

function needlessEntries(mutants: readonly Mutant[]): string[] {
  const used = new Set(mutants.map(acceptedFor));
  const needless = accepted.filter((entry) => !used.has(entry));
  return needless.map(({ kind }) => `accepted.ts: no mutant of the kind "${kind}" stands under this entry; delete it`);
}
