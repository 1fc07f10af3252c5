import { fork, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./choose.js";
import type { Outcome } from "./verdict.js";
import type { Answer, Order } from "./worker.js";
import { Workshop } from "./workshop.js";

/** The specification has to pass all checks: what they find before anything was changed would be found in every mutant. */
export class Unfit extends Error {}

/**
 * Holds every mutant against the checks, on all processors, and tells of each once it is decided: those that only the
 * linter can catch come last.
 */
export async function runMutants(
  specification: string,
  mutants: readonly Mutant[],
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...mutants];
  const left: Mutant[] = [];
  const work = async (): Promise<void> => {
    const worker = new Worker();
    try {
      const answer = await worker.ask({ specification });
      if ("itself" in answer && answer.itself.length > 0) throw new Unfit(answer.itself.join("\n"));
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const reply = await worker.ask({ mutant });
        const catcher = "catcher" in reply ? reply.catcher : undefined;
        if (catcher === undefined) left.push(mutant);
        else tell({ mutant, catcher });
      }
    } finally {
      worker.stop();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  await lintRest(specification, left, tell);
}

async function lintRest(
  specification: string,
  left: readonly Mutant[],
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const workshop = new Workshop(specification);
  try {
    const { itself, caught } = await workshop.lint(left);
    if (itself > 0) throw new Unfit(`redocly lint has ${itself} problems; npm run generate tells them`);
    for (const mutant of left) tell({ mutant, catcher: caught.includes(mutant) ? "lint" : undefined });
  } finally {
    workshop.close();
  }
}

/** A process of its own that does one order at a time. */
class Worker {
  readonly #process: ChildProcess = fork(fileURLToPath(new URL("worker.ts", import.meta.url)));

  ask(order: Order): Promise<Answer> {
    return new Promise((answer, fail) => {
      const stopped = (code: number | null): void =>
        fail(new Error(`A worker stopped with exit code ${String(code)}.`));
      this.#process.once("exit", stopped);
      this.#process.once("message", (message) => {
        this.#process.off("exit", stopped);
        answer(message as Answer);
      });
      this.#process.send(order);
    });
  }

  stop(): void {
    this.#process.disconnect();
  }
}
