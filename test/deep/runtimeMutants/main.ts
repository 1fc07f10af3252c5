import { readFileSync } from "node:fs";
import type { Terminal } from "../../../generator/shell/shell.js";
import { access } from "./access.js";
import { answers } from "./answers.js";
import { files } from "./files.js";
import { helpers } from "./helpers.js";
import { type Mutant, mutate, source, Unfit } from "./mutant.js";
import { requests } from "./requests.js";
import { MutantRunner } from "./runner.js";
import { sending } from "./sending.js";

const mutants: readonly Mutant[] = [...requests, ...sending, ...access, ...answers, ...helpers, ...files];

/** Makes each fault in turn and tells which test notices it: gives the exit code. */
export async function mutateRuntime({ print, say }: Terminal): Promise<number> {
  try {
    for (const mutant of mutants) mutate(readFileSync(source(mutant), "utf8"), mutant);
    return await judge(mutants, print);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    say(error.message);
    return 1;
  }
}

async function judge(all: readonly Mutant[], print: Terminal["print"]): Promise<number> {
  const runner = await MutantRunner.start();
  try {
    await checkItself(runner);
    let failed = 0;
    for (const mutant of all) {
      const killer = await runner.failureOf(mutant.tests, mutant);
      if (killer === undefined) failed++;
      print(`${mutant.file}  ${mutant.breaks} → ${killer === undefined ? "SURVIVED" : `killed by ${killer}`}\n`);
    }
    // Whatever a fault left behind would have killed those after it for nothing.
    await checkItself(runner);
    print(`${all.length - failed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    await runner.close();
  }
}

async function checkItself(runner: MutantRunner): Promise<void> {
  const failure = await runner.failureOf([...new Set(mutants.flatMap(({ tests }) => tests))]);
  if (failure !== undefined) throw new Unfit(`With the runtime as it is this fails; correct it first: ${failure}`);
}
