import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project/folder.js";
import { writeWhole } from "../core/output/write.js";
import { readProject } from "../project/project.js";
import { Misuse, processTerminal, runCommand, type Terminal } from "../shell/shell.js";
import { withChanges } from "./changelog.js";
import { History, HistoryError } from "./git.js";
import { handEdited } from "./handEdited.js";
import { printChanges, printReport } from "./markdown.js";
import { compareWithHistory } from "./sides.js";
import type { ChangeReport } from "./types.js";

const usage = `Usage: npm run changes [-- <options>]

Says what changed in the API since the last release, and the lowest version that the changes allow.
`;

const means = [
  [
    "--since <git ref>",
    "compare with this commit; default: the last v* tag, else the first commit that has a specification",
  ],
  ["--json", "print the report as JSON (generator/changes/report.schema.json)"],
  ["--write", "write the changes into CHANGELOG.md"],
  ["--check", "fail if the version in package.json is too low, or a generated file was edited by hand"],
] as const;

const codes = "0 done, 1 problems, 2 misuse, or a history that is not there";

const options = {
  since: { type: "string" },
  json: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
  check: { type: "boolean", default: false },
} as const;

/** The command line of `npm run changes`: gives the exit code. `root` is the project that is looked at. */
export function main(words: readonly string[], root = projectFolder, terminal = processTerminal): Promise<number> {
  return runCommand(
    { usage, means, codes, options, run: (asked, out) => tellChanges(asked.options, root, out) },
    words,
    terminal,
  );
}

interface Options {
  readonly since?: string;
  readonly json: boolean;
  readonly write: boolean;
  readonly check: boolean;
}

async function tellChanges(asked: Options, root: string, out: Terminal): Promise<number> {
  if (asked.since === "") throw new Misuse("--since needs a git reference.");
  try {
    const project = { ...readProject(), version: versionOf(root) };
    const report = await compareWithHistory({ root, history: new History(root), project }, asked.since);
    out.print(asked.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
    const written = asked.write ? write(root, report, asked.since, out) : 0;
    return asked.check ? check(root, report, out) : written;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    out.say(error.message);
    return error instanceof HistoryError ? 2 : 1;
  }
}

/** The version in the root package.json of a project. */
export function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
}

function write(root: string, report: ChangeReport, since: string | undefined, { say }: Terminal): number {
  if (!report.base.released && since === undefined) {
    say(
      "Nothing was written: before the first release there is no version to list changes against. Give --since to do so.",
    );
    return 2;
  }
  const path = join(root, "CHANGELOG.md");
  const text = readFileSync(path, "utf8");
  const changed = withChanges(text, report.version.required, printChanges(report));
  if (changed !== text) writeWhole(path, changed);
  say(changed === text ? "CHANGELOG.md is as it should be." : "CHANGELOG.md is written. Next: npm run generate");
  return 0;
}

function check(root: string, { version, base, effect }: ChangeReport, { say }: Terminal): number {
  const edited = handEdited(join(root, "generated"));
  for (const name of edited)
    say(`generated/${name} was edited by hand, or is missing. To correct that: npm run generate`);
  if (!version.sufficient) {
    say(
      `The version ${version.current} in package.json is too low: changes since ${base.reference} (${base.version}) are ${effect.largest}, ` +
        `which asks for ${version.required} or higher. Raise it: npm version ${version.required} --no-git-tag-version`,
    );
  } else if (edited.length === 0) say(`The version ${version.current} is high enough.`);
  return edited.length > 0 || !version.sufficient ? 1 : 0;
}
