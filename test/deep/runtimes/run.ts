import { execFileSync } from "node:child_process";
import { built } from "./bundle.js";
import { Host } from "./host/host.js";
import type { Load, Runtime } from "./runtimes.js";
import type { ContractCase, Report } from "./suite/protocol.js";

/** No run of the suite takes longer, on the slowest machine. */
const LONGEST = 10 * 60_000;

/** Runs the suite in a runtime, and returns its report. A runtime that ends without one has failed. */
export async function runIn(
  runtime: Runtime,
  program: string,
  load: Load,
  cases: readonly ContractCase[],
): Promise<Report> {
  const host = new Host(cases, { script: built.page });
  const started = runtime.start(program, load, await host.listen());
  const failed = (message: string): Report => ({ passed: 0, failures: [{ test: "the suite", message }], cannot: {} });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      host.report,
      started.ended.then((words) => failed(`It ended without a report: ${words}`)),
      new Promise<Report>((resolve) => {
        timer = setTimeout(() => resolve(failed(`It did not end within ${LONGEST / 60_000} minutes.`)), LONGEST);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    await started.stop();
    host.close();
  }
}

/** The version that the program says it has: `20.20.2`, `2026-11-17`. */
export function versionOf(program: string): string {
  const text = execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return /\d+(?:[.-]\d+)+/.exec(text)?.[0] ?? text.trim();
}
