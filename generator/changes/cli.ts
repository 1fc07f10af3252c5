import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "../project/inputs.js";
import type { Terminal } from "../project/generate.js";
import { writeWhole } from "../core/output/write.js";
import { readProject } from "../project/project.js";
import { withChanges } from "./changelog.js";
import { History, HistoryError } from "./git.js";
import { handEdited } from "./handEdited.js";
import { printChanges, printReport } from "./markdown.js";
import { compareWithHistory } from "./sides.js";
import type { Report } from "./types.js";

const usage = `Usage: npm run changes [-- <options>]

Says what changed in the API since the last release, and the lowest version that the changes allow.

  --since <git ref>  compare with this commit; default: the last v* tag, else the first commit that has a specification
  --json             print the report as JSON (generator/changes/report.schema.json)
  --write            write the changes into CHANGELOG.md
  --check            fail if the version in package.json is too low, or a generated file was edited by hand
  --help             print this

Exit codes: 0 done, 1 problems, 2 misuse, or a history that is not there.
`;

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
};

interface Options {
  readonly since: string | undefined;
  readonly json: boolean;
  readonly write: boolean;
  readonly check: boolean;
}

/** The command line of `npm run changes`: returns the exit code. `root` is the project that is looked at. */
export async function main(words: readonly string[], root = projectFolder, out = terminal): Promise<number> {
  const options = readOptions(words);
  if (typeof options === "string") {
    if (options === "") out.print(usage);
    else out.say(`${options}\n\n${usage}`);
    return options === "" ? 0 : 2;
  }
  try {
    const project = { ...readProject(), version: versionOf(root) };
    const report = await compareWithHistory({ root, history: new History(root), project }, options.since);
    out.print(options.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
    const written = options.write ? write(root, report, options.since, out) : 0;
    return options.check ? check(root, report, out) : written;
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

function write(root: string, report: Report, since: string | undefined, { say }: Terminal): number {
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

function check(root: string, { version, base, effect }: Report, { say }: Terminal): number {
  const edited = handEdited(join(root, "generated"));
  for (const name of edited)
    say(`generated/${name} was edited by hand, or is not there; to mend that: npm run generate`);
  if (!version.sufficient) {
    say(
      `The version ${version.current} in package.json is too low: changes since ${base.reference} (${base.version}) are ${effect.largest}, ` +
        `which asks for ${version.required} or higher. Raise it: npm version ${version.required} --no-git-tag-version`,
    );
  } else if (edited.length === 0) say(`The version ${version.current} is high enough.`);
  return edited.length > 0 || !version.sufficient ? 1 : 0;
}

function readOptions(words: readonly string[]): Options | string {
  const options = {
    since: { type: "string" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    help: { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
    if (values.help === true) return "";
    if (values.since === "") return "--since needs a git reference.";
    return { since: values.since, json: values.json, write: values.write, check: values.check };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
