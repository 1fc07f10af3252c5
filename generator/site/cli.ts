import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { projectFolder } from "../project/inputs.js";
import { refusal } from "../core/output/ownership.js";
import { generate } from "../core/pipeline.js";
import { formatProblem } from "../core/problems.js";
import { readProject } from "../project/project.js";
import { siteAddresses } from "./addresses.js";
import { makeSite, writeSite } from "./build.js";

const usage = `Usage: npm run docs [-- <options>]

Makes the reference site in generated/site/ from the specification in spec/: open its index.html.

  --out <folder>  another folder than generated/site/: a new one, an empty one, or one that this command made
  --addresses     print every address of the site instead; write nothing
  --help          print this

Exit codes: 0 done, 1 problems, 2 misuse.
`;

/** What the command line talks through: data on stdout, words for people on stderr. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
}

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
};

/** The command line: returns the exit code. */
export async function main(words: readonly string[], { print, say }: Terminal = terminal): Promise<number> {
  const options = readOptions(words);
  if (typeof options === "string") {
    say(`${options}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    print(usage);
    return 0;
  }
  const shown = relative(process.cwd(), options.out) || ".";
  const refused = options.addresses ? undefined : refusal(options.out, shown, "site");
  if (refused !== undefined) {
    say(`${refused} Nothing was written.`);
    return 1;
  }
  const specification = join(projectFolder, "spec");
  const input = { specification, shownFrom: process.cwd(), project: readProject(), report: () => undefined };
  const made = await generate(input);
  if (made.problems !== undefined) {
    for (const problem of made.problems) say(formatProblem(problem));
    say("Nothing was written.");
    return 1;
  }
  if (options.addresses) {
    print(`${siteAddresses(made.model, made.files).join("\n")}\n`);
    return 0;
  }
  const files = await makeSite(made);
  writeSite(options.out, files);
  const page = files.find(({ path }) => path === "index.html")?.text ?? "";
  say(`${shown}: ${files.length} files; index.html is ${Math.ceil(gzipSync(page).length / 1000)} kB compressed`);
  return 0;
}

/** The options, or what is wrong with them. */
function readOptions(
  words: readonly string[],
): { readonly out: string; readonly addresses: boolean; readonly help: boolean } | string {
  const options = { out: { type: "string" }, addresses: { type: "boolean" }, help: { type: "boolean" } } as const;
  try {
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
    const out = values.out ?? join(projectFolder, "generated", "site");
    return { out, addresses: values.addresses === true, help: values.help === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
