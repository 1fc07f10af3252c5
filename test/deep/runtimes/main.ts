import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RuntimeFacts } from "../../../generator/core/emit/docs/runtimes.js";
import { format } from "prettier";
import { projectFolder } from "../../../generator/project/folder.js";
import { type Asked, Misuse, processTerminal, runCommand, type Terminal } from "../../../generator/shell/shell.js";
import { installPackage } from "../../support/installPackage.js";
import { bundleSuite } from "./bundle.js";
import { contractCases } from "./host/cases.js";
import { runIn, versionOf } from "./run.js";
import { programOf, type Runtime, runtimes } from "./runtimes.js";
import type { ContractCase, Failure, Report } from "./suite/protocol.js";
import { differences, factsOf, updated } from "./table.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const tableFile = join(projectFolder, "generator/codearts/guides/runtimes.json");

const usage = `Usage: npx tsx scripts/runtimes.ts [--write] [<runtime>...]

Runs the package that is built in other runtimes: ${runtimes.map(({ id }) => id).join(", ")}.
`;

const means = [
  ["<runtime>", "only these"],
  ["--write", "write what was seen into the table of the reference"],
] as const;

const options = { write: { type: "boolean", default: false } } as const;

/** The command line: runs the suite in the runtimes, and gives the exit code. */
export function main(words: readonly string[], terminal = processTerminal): Promise<number> {
  const run = (asked: Asked<typeof options>, out: Terminal): Promise<number> =>
    tryAll(asked.words, asked.options.write, out);
  return runCommand({ usage, means, options, takesWords: true, run }, words, terminal);
}

async function tryAll(names: readonly string[], write: boolean, terminal: Terminal): Promise<number> {
  const unknown = names.filter((name) => !runtimes.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Misuse(`There is no runtime ${unknown.join(", ")}.`);
  const chosen = names.length === 0 ? runtimes : runtimes.filter(({ id }) => names.includes(id));
  const { say } = terminal;
  if (!existsSync(join(projectFolder, "generated/dist/index.js"))) {
    say("The package is not built: run `npm run generate` first.");
    return 1;
  }
  if (chosen.some(({ pinned }) => pinned)) {
    // Not `npm ci`: it refuses a lock file without the platforms whose binaries a registry does not hold.
    installPackage(folder, "the runtimes", say, ["install", "--no-save"]);
  }
  await bundleSuite();
  const cases = contractCases();
  const seen: Array<{ facts: RuntimeFacts; pinned: boolean }> = [];
  let failed = false;
  for (const runtime of chosen) {
    const facts = await tryRuntime(runtime, cases, terminal);
    if (facts) seen.push({ facts, pinned: runtime.pinned });
    else failed = true;
  }
  const holds = await holdTable(seen, write, say);
  return holds && !failed ? 0 : 1;
}

/** Runs the suite in a runtime, loaded in each way; undefined when anything fails. */
async function tryRuntime(
  runtime: Runtime,
  cases: readonly ContractCase[],
  { print, say }: Terminal,
): Promise<RuntimeFacts | undefined> {
  const program = programOf(runtime);
  if (program === undefined) {
    say(`${runtime.id}: it cannot be had on this machine (there is no ${runtime.programs.join(" or ")}).`);
    return undefined;
  }
  const version = versionOf(program);
  const reports: Report[] = [];
  for (const load of runtime.loads) {
    const began = performance.now();
    const report = await runIn(runtime, program, load, cases);
    const { passed, failures } = report;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    print(`${runtime.id} ${version} ${load}: ${passed} passed, ${failures.length} failed (${seconds} s)\n`);
    for (const failure of failures) say(describe(runtime.id, failure));
    reports.push(report);
  }
  return reports.some(({ failures }) => failures.length > 0) ? undefined : factsOf(runtime, version, reports);
}

function describe(id: string, { test, message, expected, actual }: Failure): string {
  const compared = expected === undefined ? [] : [`    expected ${expected}`, `    came     ${actual ?? ""}`];
  return [`  ${id}: ${test}`, `    ${message}`, ...compared].join("\n");
}

/** Writes the table, or says in what it is out of date. */
async function holdTable(
  seen: ReadonlyArray<{ readonly facts: RuntimeFacts; readonly pinned: boolean }>,
  write: boolean,
  say: Terminal["say"],
): Promise<boolean> {
  const known = existsSync(tableFile) ? (JSON.parse(readFileSync(tableFile, "utf8")) as RuntimeFacts[]) : [];
  const wrong = differences(known, seen);
  if (wrong.length === 0) return true;
  if (!write) {
    for (const line of wrong) say(line);
    say("The reference is out of date: run `npx tsx scripts/runtimes.ts --write`, then `npm run generate`.");
    return false;
  }
  const order = runtimes.map(({ id }) => id);
  const facts = updated(
    known,
    seen.map((one) => one.facts),
    order,
  );
  writeFileSync(tableFile, await format(JSON.stringify(facts, null, 2), { parser: "json", printWidth: 120 }));
  say("Written to generator/codearts/guides/runtimes.json: run `npm run generate` for the page.");
  return true;
}
