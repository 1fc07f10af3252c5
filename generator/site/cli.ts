import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { projectFolder } from "../project/folder.js";
import { refusal } from "../core/output/ownership.js";
import { generate } from "../core/pipeline.js";
import { formatProblem } from "../core/problems.js";
import { readProject } from "../project/project.js";
import { processTerminal, runCommand, type Terminal } from "../shell/shell.js";
import { siteAddresses } from "./addresses.js";
import { makeSite, writeSite } from "./build.js";

const usage = `Usage: npm run docs [-- <options>]

Makes the reference site in generated/site/ from the specification in spec/: open its index.html.
`;

const means = [
  ["--out <folder>", "another folder than generated/site/: a new one, an empty one, or one that this command made"],
  ["--addresses", "print every address of the site instead; write nothing"],
] as const;

const options = { out: { type: "string" }, addresses: { type: "boolean", default: false } } as const;

/** The command line of `npm run docs`: gives the exit code. */
export function main(words: readonly string[], terminal = processTerminal): Promise<number> {
  const run = (asked: { out?: string; addresses: boolean }, out: Terminal): Promise<number> =>
    makeDocs(asked.out ?? join(projectFolder, "generated", "site"), asked.addresses, out);
  return runCommand({ usage, means, options, run: (asked, out) => run(asked.options, out) }, words, terminal);
}

async function makeDocs(folder: string, addresses: boolean, { print, say }: Terminal): Promise<number> {
  const shown = relative(process.cwd(), folder) || ".";
  const refused = addresses ? undefined : refusal(folder, shown, "site");
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
  if (addresses) {
    print(`${siteAddresses(made.model, made.files).join("\n")}\n`);
    return 0;
  }
  const files = await makeSite(made);
  writeSite(folder, files);
  const page = files.find(({ path }) => path === "index.html")?.text ?? "";
  say(`${shown}: ${files.length} files; index.html is ${Math.ceil(gzipSync(page).length / 1000)} kB compressed`);
  return 0;
}
