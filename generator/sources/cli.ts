import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatProblem } from "../core/problems.js";
import { accept } from "./accept.js";
import { checkSources } from "./check/index.js";
import { Fetcher, type FetchSettings } from "./fetch/fetch.js";
import { gather } from "./gather.js";
import { recordFacts } from "./record.js";
import { historyOf } from "./report/history.js";
import { count } from "./report/markdown.js";
import { deliver } from "./report/deliver.js";
import { makeReport } from "./report/report.js";
import { pagesOf } from "./pages.js";
import { readAllRecorded } from "./write.js";

const FOLDER = fileURLToPath(new URL("../../spec/sources/", import.meta.url));

const USAGE = `Usage: npm run sources -- --facts <file>... | --check
       npm run sources -- <file or URL>... [--json] [--patch <file>] [--accept]
       npm run sources -- --fetch [<operationId>...] [--base-url <URL>] [--json] [--patch <file>] [--accept]
       npm run sources -- --history [<operationId>...] [--json]

  <file or URL>...    report what the vendor changed since the recorded facts
  --fetch             the same for the pages that x-source names, of all operations or of some
  --base-url <URL>    the folder that holds the pages: a mirror, or the pages in another language
  --json              the report as JSON instead of Markdown
  --patch <file>      write the proposed edits of the specification to a file, for \`git apply\`
  --accept            record the facts, once the specification agrees with them
  --history           report what the newest recorded document of an operation changed against the one before
  --facts <file>...   read the vendor's texts and record their facts in spec/sources/
  --check             compare the recorded facts with the specification

Exit codes of a report: 0 unchanged, 1 changed, 2 unreadable or misuse.
`;

const OPTIONS = {
  accept: { type: "boolean" },
  "base-url": { type: "string" },
  check: { type: "boolean" },
  facts: { type: "boolean" },
  fetch: { type: "boolean" },
  help: { type: "boolean" },
  history: { type: "boolean" },
  json: { type: "boolean" },
  patch: { type: "string" },
} as const;

interface Options {
  readonly accept?: boolean;
  readonly "base-url"?: string;
  readonly check?: boolean;
  readonly facts?: boolean;
  readonly fetch?: boolean;
  readonly help?: boolean;
  readonly history?: boolean;
  readonly json?: boolean;
  readonly patch?: string;
}

/** The command line of `npm run sources`; returns the exit code. */
export async function main(argv: string[], folder = FOLDER, settings: Partial<FetchSettings> = {}): Promise<number> {
  const parsed = readOptions(argv);
  if (typeof parsed === "string") return misuse(parsed);
  const { options, names } = parsed;
  if (options.help === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (options.facts === true) return names.length === 0 ? misuse("") : recordFacts(names, folder);
  if (options.check === true) return compareWithSpecification(folder);
  return report(options, names, folder, settings);
}

function misuse(problem: string): number {
  process.stderr.write(problem === "" ? USAGE : `${problem}\n${USAGE}`);
  return 2;
}

function readOptions(argv: string[]): { options: Options; names: string[] } | string {
  for (const word of argv) {
    const name = word.replace(/^--/, "").split("=", 1)[0] ?? "";
    if (word.startsWith("-") && !Object.hasOwn(OPTIONS, name)) return `Unknown argument "${word}".`;
  }
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    return conflict(values, positionals) ?? { options: values, names: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
}

/** What does not go together, in words; an empty text where nothing at all was asked for. */
function conflict(options: Options, names: readonly string[]): string | undefined {
  if (options.help === true) return undefined;
  const modes = (["facts", "check", "fetch", "history"] as const).filter((mode) => options[mode] === true);
  if (modes.length > 1) return `Give one of --${modes.join(" and --")}.`;
  const [mode] = modes;
  if (mode === undefined && names.length === 0) return argvIsEmpty(options) ? "" : "Give a file or a URL.";
  if (mode === "check" && names.length > 0) return `Unknown argument "${names[0] ?? ""}".`;
  if (options["base-url"] !== undefined && mode !== "fetch") return "--base-url goes with --fetch.";
  if (options["base-url"] !== undefined && !URL.canParse(options["base-url"])) return "--base-url needs a whole URL.";
  if (mode === "facts" || mode === "check") {
    const extra = (["json", "patch", "accept"] as const).find((name) => options[name] !== undefined);
    if (extra !== undefined) return `--${extra} does not go with --${mode}.`;
  }
  return mode === "history" && options.accept === true ? "--accept does not go with --history." : undefined;
}

function argvIsEmpty(options: Options): boolean {
  return Object.keys(options).length === 0;
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
  if (unknown !== undefined) return misuse(`There are no facts of an operation "${unknown}".`);
  if (options.history === true) {
    const chosen = [...recorded].filter(([name]) => names.length === 0 || names.includes(name));
    await deliver(historyOf(root, new Map(chosen)), options, "What the vendor changed, so far");
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
  const made = makeReport({ folder: root, ...gathered, recorded });
  await deliver(made, options);
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
