import { abilities } from "./abilities.js";
import { authTests } from "./auth.js";
import { contractTests } from "./contract.js";
import { deliveryTests } from "./delivery.js";
import { HostServer, type Test } from "./harness.js";
import { otherTests } from "./others.js";
import type { Failure, Report } from "./protocol.js";
import { secretTests } from "./secrets.js";
import { streamTests } from "./streams.js";

/** No test takes longer, on the slowest machine. */
const LONGEST = 30_000;

/** Runs all tests in this runtime, against the server at `url`, and reports to it. */
export async function runSuite(url: string): Promise<Report> {
  const host = new HostServer(url);
  const tests = [
    ...(await contractTests(host)),
    ...authTests,
    ...deliveryTests,
    ...streamTests,
    ...secretTests,
    ...otherTests,
  ];
  const failures: Failure[] = [];
  for (const one of tests) {
    const failure = await fails(one, host);
    if (failure) failures.push(failure);
  }
  const cannot: Record<string, string> = {};
  for (const { id, probe } of abilities) {
    const run = async (): Promise<void> => {
      const seen = await probe(host);
      if (seen !== undefined) cannot[id] = seen;
    };
    const failure = await fails({ name: `ability: ${id}`, run }, host);
    if (failure) failures.push(failure);
  }
  const report = { passed: tests.length + abilities.length - failures.length, failures, cannot };
  await host.report(report);
  return report;
}

/** What went wrong in a test, if anything did. */
async function fails({ name, run }: Test, host: HostServer): Promise<Failure | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end within ${LONGEST} ms.`)), LONGEST);
  });
  try {
    await Promise.race([run(host), late]);
    return undefined;
  } catch (error) {
    const { message, expected, actual } = error as Error & { expected?: unknown; actual?: unknown };
    const compared = expected !== undefined || actual !== undefined;
    return {
      test: name,
      message,
      ...(compared && {
        expected: shown(expected),
        actual: shown(actual),
      }),
    };
  } finally {
    clearTimeout(timer);
  }
}

function shown(value: unknown): string {
  return value === undefined ? "undefined" : JSON.stringify(value);
}
