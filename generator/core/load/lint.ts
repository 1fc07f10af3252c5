import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { parse } from "yaml";
import { objectOf, textOf, type Json } from "../lib/json.js";
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

/**
 * The configuration that holds for a specification: the one beside it, or the one in the folder above, where that names
 * it among its `apis`. A document from elsewhere is not held to our rules.
 */
export function lintConfiguration(entry: string): string | undefined {
  const beside = join(dirname(entry), "redocly.yaml");
  if (existsSync(beside)) return beside;
  const above = join(dirname(dirname(entry)), "redocly.yaml");
  if (!existsSync(above)) return undefined;
  const { apis } = objectOf(parse(readFileSync(above, "utf8")) as Json);
  const roots = Object.values(objectOf(apis)).map((api) => textOf(objectOf(api).root) ?? "");
  return roots.some((root) => resolve(dirname(above), root) === entry) ? above : undefined;
}

/** What the linter finds, or what it says when it fails itself. */
export type Linted = readonly LintProblem[] | { readonly said: string };

/** Runs the linter on the specification as a child process; warnings count as much as errors. */
export async function lint(entry: string, configuration: string): Promise<Linted> {
  const folder = dirname(configuration);
  const program = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");
  const words = ["lint", entry, "--config", configuration, "--format=json", "--max-problems=10000"];
  const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  // The linter would ask for whatever a reference names; the generator refuses such references.
  const apart = ["--import", "data:text/javascript,globalThis.fetch=async()=>{throw new Error('no network')}"];
  const output = await new Promise<{ printed: string; said: string }>((done) => {
    const settings = { cwd: folder, env: environment, maxBuffer: 1 << 28 };
    execFile(process.execPath, [...apart, program, ...words], settings, (_, printed, said) => done({ printed, said }));
  });
  const problems = problemsIn(output.printed);
  if (problems === undefined) return { said: plainWords(output.said || output.printed) };
  const absolute = (file: string): string => resolve(folder, file);
  return problems.map((problem) => ({
    ...problem,
    location: problem.location.map((spot) => ({ ...spot, source: { ref: absolute(spot.source.ref) } })),
  }));
}

function problemsIn(printed: string): readonly LintProblem[] | undefined {
  try {
    return (JSON.parse(printed.slice(printed.indexOf("{"))) as { problems?: readonly LintProblem[] }).problems;
  } catch {
    // It did not print a report: what it printed is shown as it is.
    return undefined;
  }
}

/** Without colours and on one line. */
function plainWords(text: string): string {
  const words = stripVTControlCharacters(text).replace(/\s+/g, " ").trim();
  return words === "" ? "nothing" : words.replace(/[.;]+$/, "");
}

/** Converts the linter's problems to ours. */
export function lintProblems(found: Linted, bundle: Bundle, entry: string, shownFrom: string): Problem[] {
  const shown = (file: string): string => relative(shownFrom, file).split(sep).join("/");
  if ("said" in found) {
    const message = `redocly lint failed and said: ${found.said}`;
    return [{ file: shown(entry), line: 1, column: 1, message, fix: "correct what it names" }];
  }
  return found.map((problem) => {
    const spot = problem.location[0];
    const file = spot?.source.ref ?? "";
    const source = bundle.sources.find((candidate) => candidate.file === file);
    const tokens = parsePointer((spot?.pointer ?? "#/").replace(/^#\/?/, "/").replace(/^\/$/, ""));
    const suggestion = problem.suggest?.[0];
    return {
      file: shown(file),
      line: spot?.start?.line ?? 1,
      column: spot?.start?.col ?? 1,
      operationId: source === undefined ? undefined : operationOfFile(bundle, source, tokens),
      message: problem.message.replace(/\s+/g, " ").replace(/[.;]+$/, ""),
      fix:
        suggestion === undefined ? `rule ${problem.ruleId} says so` : `did you mean ${suggestion}? (${problem.ruleId})`,
    };
  });
}
