import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project/folder.js";
import { processTerminal, runCommand, type Terminal } from "../shell/shell.js";
import { writeWhole } from "../core/output/write.js";
import { readProject } from "../project/project.js";
import { readChangelog, withDate } from "../changes/changelog.js";
import { versionOf } from "../changes/cli.js";
import { History } from "../changes/git.js";
import { handEdited } from "../changes/handEdited.js";
import { compareWithHistory } from "../changes/sides.js";
import type { ChangeReport } from "../changes/types.js";

const usage = `Usage: npm run release [-- --dry-run]

Checks everything that a release needs, then commits the changelog's date and tags the commit. Publishing is left to the
workflow that the pushed tag starts.
`;

const means = [
  ["--dry-run", "check, and show what would be published; nothing is written, committed or tagged"],
] as const;

/** What is known before the slow checks run. */
export interface Situation {
  readonly version: string;
  readonly changelog: string;
  readonly report: ChangeReport;
  /** What git calls not committed. */
  readonly uncommitted: readonly string[];
  readonly handEdited: readonly string[];
  /** True if the tag of the version is there already. */
  readonly tagged: boolean;
}

/** Everything that prevents a release. */
export function obstacles(situation: Situation): readonly string[] {
  const { version, report, uncommitted, tagged } = situation;
  const section = readChangelog(situation.changelog).find((each) => each.version === version);
  const found = [
    ...uncommitted.map((line) => `not committed: ${line.trim()}; commit or stash it`),
    ...situation.handEdited.map((name) => `generated/${name} was edited by hand, or is missing; run: npm run generate`),
  ];
  if (tagged) found.push(`the tag v${version} is there already; raise the version in package.json`);
  if (!report.version.sufficient) {
    found.push(
      `the version ${version} is too low for what changed since ${report.base.reference}; it must be at least ${report.version.required}`,
    );
  }
  if (section === undefined || section.date !== undefined) {
    found.push(`CHANGELOG.md has no "## ${version} (unreleased)"; run: npm run changes -- --write`);
  } else if (section.body === "")
    found.push(`CHANGELOG.md says nothing of ${version}; run: npm run changes -- --write`);
  return found;
}

/** One file of the package that would be published. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** What `npm pack --json` says. */
export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly PackedFile[];
}

/** What would be published, for people: sizes by folder, then every file. */
export function printPacked({ filename, size, unpackedSize, files }: Packed): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const lines = files.map((file) => `${kilobytes(file.size).padStart(11)}  ${file.path}`);
  const total = `${filename}: ${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`;
  return `${[total, ...lines].join("\n")}\n`;
}

/** The checks of the working tree. No option skips them. */
const proofs = [["run", "generate", "--", "--check"], ["run", "sources", "--", "--check"], ["run", "lint"], ["test"]];

/** The command line of `npm run release`: gives the exit code. */
export function main(words: readonly string[], root = projectFolder, terminal = processTerminal): Promise<number> {
  const options = { "dry-run": { type: "boolean", default: false } } as const;
  const run = async (dryRun: boolean, out: Terminal): Promise<number> => {
    try {
      return await release(root, dryRun, out);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      out.say(error.message);
      return 1;
    }
  };
  return runCommand(
    { usage, means, options, run: (asked, out) => run(asked.options["dry-run"], out) },
    words,
    terminal,
  );
}

async function release(root: string, dryRun: boolean, { print, say }: Terminal): Promise<number> {
  const version = versionOf(root);
  const history = new History(root);
  const report = await compareWithHistory({ root, history, project: { ...readProject(), version } }, undefined);
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const situation = {
    version,
    changelog,
    report,
    uncommitted: history.uncommitted(),
    tagged: history.hasTag(`v${version}`),
  };
  say(`Version ${version}; since ${report.base.reference} it must be at least ${report.version.required}.`);
  const found = obstacles({ ...situation, handEdited: handEdited(join(root, "generated")) });
  for (const line of found) say(line);
  // A dry run goes on: it shows all that there is to say.
  if (found.length > 0 && !dryRun) return refused(found.length, say);
  const failed = proofs.filter((proof) => !npm(root, proof));
  for (const proof of failed) say(`npm ${proof.join(" ")} failed; its output is above`);
  const problems = found.length + failed.length;
  if (problems > 0 && !dryRun) return refused(problems, say);
  // `generate` without `--check` builds dist, which is packed but not committed.
  if (failed.length === 0 && !npm(root, ["run", "generate"])) return refused(1, say);
  print(`${notes(changelog, version)}\n\n${printPacked(pack(root))}`);
  if (problems > 0) return refused(problems, say);
  if (dryRun) say(`Nothing stands against releasing ${version}. To do it: npm run release`);
  else tag(root, version, changelog, say);
  return 0;
}

function refused(problems: number, say: (text: string) => void): number {
  say(`${problems} problem${problems === 1 ? "" : "s"}. Nothing was released.`);
  return 1;
}

function notes(changelog: string, version: string): string {
  return readChangelog(changelog).find((section) => section.version === version)?.body ?? "";
}

/** Commits the day of the release and what is generated from it, and tags the commit. Nothing leaves this machine. */
function tag(root: string, version: string, changelog: string, say: (text: string) => void): void {
  writeWhole(join(root, "CHANGELOG.md"), withDate(changelog, version, new Date().toISOString().slice(0, 10)));
  if (!npm(root, ["run", "generate"]))
    throw new Error(
      "npm run generate failed after CHANGELOG.md got its date: correct what it says, and commit by hand.",
    );
  for (const words of [
    ["add", "CHANGELOG.md", "generated"],
    ["commit", "-m", `Release ${version}`],
    ["tag", "-a", `v${version}`, "-m", `codearts-build ${version}`],
  ]) {
    if (run("git", words, root).status !== 0) throw new Error(`git ${words[0] ?? ""} failed; its output is above.`);
  }
  say(`Committed and tagged v${version}. To publish: git push --follow-tags`);
}

function npm(root: string, words: readonly string[]): boolean {
  return run("npm", words, root).status === 0;
}

/** The output of the programs goes to stderr: stdout is for what would be published. */
function run(program: string, words: readonly string[], root: string): ReturnType<typeof spawnSync> {
  return spawnSync(program, words, { cwd: root, stdio: ["ignore", 2, 2] });
}

function pack(root: string): Packed {
  const settings = { cwd: join(root, "generated"), encoding: "utf8" as const, maxBuffer: 1 << 26 };
  const { stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], settings);
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as Packed[];
  if (packed === undefined) throw new Error(`npm pack said nothing of the package:\n${stderr}`);
  return packed;
}
