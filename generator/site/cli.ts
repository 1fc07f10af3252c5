import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { projectFolder } from "../inputs.js";
import { generate } from "../pipeline.js";
import { formatProblem } from "../problems.js";
import { readProject } from "../project.js";
import { makeSite, writeSite } from "./build.js";

const usage = `Usage: npm run docs [-- --out <folder>]

Makes the reference site in generated/site/ from the specification in spec/: open its index.html.

  --out <folder>  another folder than generated/site/
  --help          print this

Exit codes: 0 done, 1 problems, 2 misuse.
`;

/** The command line: returns the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  let folder = join(projectFolder, "generated", "site");
  try {
    const options = { out: { type: "string" }, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
    if (values.help === true) {
      process.stdout.write(usage);
      return 0;
    }
    folder = values.out ?? folder;
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const specification = join(projectFolder, "spec");
  const input = { specification, shownFrom: process.cwd(), project: readProject(), report: () => undefined };
  const made = await generate(input);
  if (made.problems !== undefined) {
    for (const problem of made.problems) say(formatProblem(problem));
    say("Nothing was written.");
    return 1;
  }
  const files = await makeSite(made);
  writeSite(folder, files);
  const page = files.find(({ path }) => path === "index.html")?.text ?? "";
  const size = Math.ceil(gzipSync(page).length / 1000);
  say(`${relative(process.cwd(), folder) || "."}: ${files.length} files; index.html is ${size} kB compressed`);
  return 0;
}
