import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
export const fixture = join(root, "test/fixtures/lint");

/** A change of one file of the fixture: its first `from` becomes `to`. */
export interface Change {
  file: string;
  from: string | RegExp;
  to: string;
}

/** What the linter must reject: a change of the fixture, and all that is then said of it. */
export interface Case extends Change {
  title: string;
  /** Each as "file:line:column rule". */
  wanted: string[];
}

interface Report {
  totals: { ignored: number };
  problems: Array<{
    ruleId: string;
    location: Array<{ source: { ref: string }; start: { line: number; col: number } }>;
  }>;
}

/** Lints documents with the project's redocly.yaml, in one run; a report for each, in their order. */
export async function lint(documents: readonly string[], cwd = root): Promise<Report[]> {
  const words = ["lint", "--config", join(root, "redocly.yaml"), "--format=json", "--max-problems=1000", ...documents];
  const program = join(root, "node_modules/@redocly/cli/bin/cli.js");
  const printed = await new Promise<string>((done, fail) => {
    execFile(process.execPath, [program, ...words], { cwd, maxBuffer: 1 << 28 }, (_, output, said) => {
      if (output.startsWith("{")) done(output);
      else fail(new Error(said));
    });
  });
  // The reports stand one after the other, with nothing between them.
  return printed.split(/(?<=^\})(?=\{)/m).map((report) => JSON.parse(report) as Report);
}

/** Each problem as "file:line:column rule", the files as seen from the document's folder, in alphabetical order. */
export function lines(report: Report, folder = ""): string[] {
  return report.problems
    .map(({ ruleId, location: [spot] }) => {
      if (spot === undefined) throw new Error(`${ruleId} reports a problem without a place.`);
      return `${spot.source.ref.slice(folder.length)}:${spot.start.line}:${spot.start.col} ${ruleId}`;
    })
    .sort();
}

/** Lints the fixture once per change, each on a copy of its own. */
export async function lintChanged(changes: ReadonlyArray<Change | undefined>): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    changes.forEach((change, index) => {
      cpSync(fixture, join(folder, String(index)), { recursive: true });
      if (change === undefined) return;
      const file = join(folder, String(index), change.file);
      const before = readFileSync(file, "utf8");
      const after = before.replace(change.from, () => change.to);
      if (after === before) throw new Error(`${change.file} of the fixture holds no ${String(change.from)}`);
      writeFileSync(file, after);
    });
    const reports = await lint(
      changes.map((_, index) => `${index}/openapi.yaml`),
      folder,
    );
    return reports.map((report, index) => lines(report, `${index}/`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
