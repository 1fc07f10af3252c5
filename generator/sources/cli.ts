import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatProblem } from "../core/problems.js";
import { Misuse, runCommand } from "../shell/shell.js";
import { accept } from "./accept.js";
import { listPending, recordCatalogue } from "./catalogue/record.js";
import { checkSources } from "./check/index.js";
import { Fetcher, type FetchSettings } from "./fetch/fetch.js";
import { gather } from "./gather.js";
import { recordFacts } from "./record.js";
import { changeHistory } from "./report/changeHistory.js";
import { historyOf } from "./report/history.js";
import { count } from "./report/markdown.js";
import { writeReport } from "./report/writeReport.js";
import { makePageReport } from "./report/report.js";
import { pagesOf } from "./pages.js";
import { readAllRecorded } from "./write.js";

const FOLDER = fileURLToPath(new URL("../../spec/sources/", import.meta.url));

const usage = `Usage: npm run sources -- --facts <file>... | --catalogue <file> | --check | --pending
       npm run sources -- <file or URL>... [--json] [--patch <file>] [--accept]
       npm run sources -- --fetch [<operationId>...] [--base-url <URL>] [--json] [--patch <file>] [--accept]
       npm run sources -- --history [<operationId>...] [--json]
`;

const means = [
  ["<file or URL>...", "report what the vendor changed since the recorded facts"],
  ["--fetch", "the same for the pages that x-source names, of all operations or of some"],
  ["--base-url <URL>", "the folder that holds the pages: a mirror, or the pages in another language"],
  ["--json", "the report as JSON instead of Markdown"],
  ["--patch <file>", `write the proposed edits of the specification to a file, for \`git apply\``],
  ["--accept", "record the facts, once the specification agrees with them"],
  ["--history", "report what the newest recorded document of an operation changed against the one before"],
  ["--facts <file>...", "read the vendor's texts and record their facts in spec/sources/"],
  ["--catalogue <file>", "read the facts of SDKs, API Explorer and clients and record them in spec/sources/"],
  ["--check", "compare the recorded facts with the specification"],
  ["--pending", "list the operations that are recorded, and that the specification does not have yet"],
] as const;

const codes = "0 done or unchanged, 1 problems or changes, 2 misuse, or a page that cannot be read";

const OPTIONS = {
  accept: { type: "boolean" },
  "base-url": { type: "string" },
  catalogue: { type: "string" },
  check: { type: "boolean" },
  facts: { type: "boolean" },
  fetch: { type: "boolean" },
  history: { type: "boolean" },
  json: { type: "boolean" },
  patch: { type: "string" },
  pending: { type: "boolean" },
} as const;

interface Options {
  readonly accept?: boolean;
  readonly "base-url"?: string;
  readonly catalogue?: string;
  readonly check?: boolean;
  readonly facts?: boolean;
  readonly fetch?: boolean;
  readonly history?: boolean;
  readonly json?: boolean;
  readonly patch?: string;
  readonly pending?: boolean;
}

/** The command line of `npm run sources`: gives the exit code. */
export function main(
  words: readonly string[],
  folder = FOLDER,
  settings: Partial<FetchSettings> = {},
): Promise<number> {
  const run = ({ options, words: names }: { options: Options; words: readonly string[] }) => {
    refuseConflicts(options, names);
    if (options.facts === true) return recordFacts([...names], folder);
    if (options.catalogue !== undefined) return recordCatalogue(options.catalogue, folder);
    if (options.pending === true) return listPending(folder);
    if (options.check === true) return compareWithSpecification(folder);
    return report(options, names, folder, settings);
  };
  return runCommand({ usage, means, codes, options: OPTIONS, takesWords: true, run }, words);
}

/** Refuses what does not go together, and a call that asks for nothing at all. */
function refuseConflicts(options: Options, names: readonly string[]): void {
  const problem = conflict(options, names);
  if (problem !== undefined) throw new Misuse(problem);
}

const MODES = ["facts", "catalogue", "check", "pending", "fetch", "history"] as const;

/** Modes that take no further arguments. */
const ALONE: ReadonlySet<string | undefined> = new Set(["catalogue", "check", "pending"]);

/** What does not go together, in words; an empty text where nothing at all was asked for. */
function conflict(options: Options, names: readonly string[]): string | undefined {
  const modes = MODES.filter((mode) => options[mode] !== undefined);
  if (modes.length > 1) return `Give one of --${modes.join(" and --")}.`;
  const [mode] = modes;
  if (mode === undefined && names.length === 0) return Object.keys(options).length === 0 ? "" : "Give a file or a URL.";
  if (mode === "facts" && names.length === 0) return "Give a file.";
  if (ALONE.has(mode) && names.length > 0) return `Unexpected argument '${names[0] ?? ""}'.`;
  if (options["base-url"] !== undefined && mode !== "fetch") return "--base-url goes with --fetch.";
  if (options["base-url"] !== undefined && !URL.canParse(options["base-url"])) return "--base-url needs a whole URL.";
  if (mode === "facts" || ALONE.has(mode)) {
    const extra = (["json", "patch", "accept"] as const).find((name) => options[name] !== undefined);
    if (extra !== undefined) return `--${extra} does not go with --${mode}.`;
  }
  return mode === "history" && options.accept === true ? "--accept does not go with --history." : undefined;
}

function compareWithSpecification(folder: string): number {
  const problems = checkSources(join(folder, "..", ".."));
  process.stdout.write(problems.map((problem) => `${formatProblem(problem)}\n`).join(""));
  process.stderr.write(
    problems.length === 0
      ? "Facts and specification say the same.\n"
      : `Facts and specification differ: ${count(problems.length, "problem")}.\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

async function report(
  options: Options,
  names: readonly string[],
  folder: string,
  settings: Partial<FetchSettings>,
): Promise<number> {
  const root = join(folder, "..", "..");
  const recorded = await readAllRecorded(folder);
  const operations = options.fetch === true || options.history === true ? names : [];
  const unknown = operations.find((name) => !recorded.has(name));
  if (unknown !== undefined) throw new Misuse(`There are no facts of an operation "${unknown}".`);
  if (options.history === true) {
    const chosen = [...recorded].filter(([name]) => names.length === 0 || names.includes(name));
    await writeReport(historyOf(root, new Map(chosen)), options, "What the vendor changed, so far");
    if (options.json !== true && names.length === 0) process.stdout.write(changeHistory(folder));
    return 0;
  }
  const isUrl = (name: string): boolean => /^https?:\/\//.test(name);
  const pages =
    options.fetch === true
      ? pagesOf(root, names.length === 0 ? [...recorded.keys()] : names, options["base-url"])
      : names.filter(isUrl).map((url) => ({ url }));
  const files = options.fetch === true ? [] : names.filter((name) => !isUrl(name));
  const gathered = await gather(files, pages, recorded, new Fetcher({ ...defaults(root), ...settings }));
  if (options.accept === true) return accept(folder, gathered, recorded);
  const made = makePageReport({ folder: root, ...gathered, recorded });
  await writeReport(made, options);
  return made.problems.length > 0 ? 2 : made.operations.length > 0 ? 1 : 0;
}

function defaults(root: string): FetchSettings {
  const { version } = JSON.parse(
    readFileSync(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8"),
  ) as { version: string };
  return {
    cacheFolder: join(root, ".cache", "sources"),
    userAgent: `codearts-build-sources/${version} (keeps an API specification true; one request at a time)`,
    pause: 2000,
    timeout: 30_000,
    attempts: 3,
    longestWait: 120_000,
    say: (text) => void process.stderr.write(`${text}\n`),
  };
}
