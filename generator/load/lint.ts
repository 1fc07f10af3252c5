import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parsePointer } from "../lib/pointer.js";
import type { Problem } from "../problems.js";
import type { Bundle } from "./bundle.js";
import { operationOfFile } from "./locate.js";

/** What `redocly lint --format=json` prints of a problem. */
interface LintProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly suggest?: readonly string[];
  readonly location: ReadonlyArray<{
    readonly source: { readonly ref: string };
    readonly pointer?: string;
    readonly start?: { readonly line: number; readonly col: number };
  }>;
}

/** The configuration that holds for a specification: in its own folder or in the one above. */
export function lintConfiguration(specification: string): string | undefined {
  return [specification, dirname(specification)].map((folder) => join(folder, "redocly.yaml")).find(existsSync);
}

/** Runs the linter on the specification as a child process; warnings count as much as errors. */
export async function lint(entry: string, configuration: string): Promise<LintProblem[]> {
  const folder = dirname(configuration);
  const program = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");
  const words = ["lint", entry, "--config", configuration, "--format=json", "--max-problems=10000"];
  const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const output = await new Promise<{ printed: string; said: string }>((done) => {
    const settings = { cwd: folder, env: environment, maxBuffer: 1 << 28 };
    execFile(process.execPath, [program, ...words], settings, (_, printed, said) => done({ printed, said }));
  });
  const start = output.printed.indexOf("{");
  try {
    const { problems } = JSON.parse(output.printed.slice(start)) as { problems: LintProblem[] };
    const absolute = (file: string): string => resolve(folder, file);
    return problems.map((problem) => ({
      ...problem,
      location: problem.location.map((spot) => ({ ...spot, source: { ref: absolute(spot.source.ref) } })),
    }));
  } catch {
    throw new Error(`redocly lint did not answer with JSON. It said:\n${output.said || output.printed}`);
  }
}

/** Gives the linter's problems the form of ours. */
export function lintProblems(found: readonly LintProblem[], bundle: Bundle, shownFrom: string): Problem[] {
  return found.map((problem) => {
    const spot = problem.location[0];
    const file = spot?.source.ref ?? "";
    const source = bundle.sources.find((candidate) => candidate.file === file);
    const tokens = parsePointer((spot?.pointer ?? "#/").replace(/^#\/?/, "/").replace(/^\/$/, ""));
    const suggestion = problem.suggest?.[0];
    return {
      file: relative(shownFrom, file).split(sep).join("/"),
      line: spot?.start?.line ?? 1,
      column: spot?.start?.col ?? 1,
      operationId: source === undefined ? undefined : operationOfFile(bundle, source, tokens),
      message: problem.message.replace(/\s+/g, " ").replace(/[.;]+$/, ""),
      fix:
        suggestion === undefined ? `rule ${problem.ruleId} says so` : `did you mean ${suggestion}? (${problem.ruleId})`,
    };
  });
}
