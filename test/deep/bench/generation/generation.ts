import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cost, type Failure, measure } from "../measure.js";
import { benchDocuments, type BenchDocument } from "./documents.js";
import { generators } from "./generators.js";

/** What a generator cost for a document, run by run, or why there is no figure. */
export interface Result {
  readonly document: string;
  readonly operations: number;
  readonly generator: string;
  readonly makes: string;
  readonly result: { readonly runs: readonly Cost[] } | Failure;
}

/**
 * What our generator costs beside others on the same documents: our specification, and GitHub's description in growing
 * parts. The generators take turns, so that what else the machine does hits all of them.
 */
export async function measureGeneration(rounds: number, only?: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const document of benchDocuments()) {
    if (only === undefined || document.name === only) results.push(...(await compare(document, rounds)));
  }
  if (results.length > 0) return results;
  throw new Error(
    `There is no document ${String(only)}: ${benchDocuments()
      .map(({ name }) => name)
      .join(", ")}.`,
  );
}

async function compare(document: BenchDocument, rounds: number): Promise<Result[]> {
  const found = new Map(generators.map(({ name }): [string, Array<Cost | Failure>] => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    // A folder that nobody has used before.
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    try {
      writeFileSync(join(folder, "openapi.json"), JSON.stringify(document.document));
      for (const { name, command } of generators) {
        const before = found.get(name);
        // A second try would fail as well.
        if (before?.some((one) => "failure" in one)) continue;
        process.stderr.write(`${document.name}, round ${round} of ${rounds}: ${name}\n`);
        before?.push(await measure(command(document, folder)));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return generators.map(({ name, makes }): Result => {
    const costs = found.get(name) ?? [];
    const runs = costs.flatMap((one) => ("failure" in one ? [] : [one]));
    const failure = costs.find((one) => "failure" in one);
    const { name: shown, operations } = document;
    return { document: shown, operations, generator: name, makes, result: failure ?? { runs } };
  });
}
