import { relative, sep } from "node:path";
import { EmitError, type OutputFile } from "./emit/file.js";
import { sha256OfAll } from "./lib/hash.js";
import type { Bundle } from "./load/bundle.js";
import { load, locateAll, mergeProblems } from "./load/load.js";
import { buildModel } from "./model/build.js";
import type { Model } from "./model/types.js";
import type { Finding, Problem } from "./problems.js";
import type { Project } from "./project.js";

/** Tells that a stage is over, and what it did. */
export type Report = (stage: string, outcome: string) => void;

/** What generation is made from. */
export interface Input {
  /** The folder of the specification. */
  readonly specification: string;
  /** Files are named in problems as seen from here. */
  readonly shownFrom: string;
  readonly project: Project;
  readonly report: Report;
}

/** The problems for which there is nothing else. */
interface Failed {
  readonly problems: readonly Problem[];
  readonly model?: never;
  readonly files?: never;
}

/** Either the checked model, or its problems. */
export type Understood = Failed | { readonly problems?: never; readonly model: Model };

/** Either all files of the package, or the problems for which there are none. */
export type Generated = Failed | { readonly problems?: never; readonly files: readonly OutputFile[] };

/** Reads and checks a specification. */
export async function understand(input: Input): Promise<Understood> {
  const { model, problems } = await run(input, () => Promise.resolve([]));
  return problems.length > 0 || model === undefined ? { problems } : { model };
}

/** Makes the package of a specification, in memory. Nothing is written. */
export async function generate(input: Input): Promise<Generated> {
  const files: OutputFile[] = [];
  const { problems } = await run(input, async (model, { document, sources }) => {
    // Loaded only when needed: a specification with problems, or a question about its model, does without.
    const { emit } = await import("./emit/emit.js");
    const texts = new Map(
      sources.map(({ file, text }) => [relative(input.specification, file).split(sep).join("/"), text]),
    );
    try {
      files.push(...(await emit({ ...input.project, model, document, specification: sha256OfAll(texts) })));
    } catch (error) {
      if (error instanceof EmitError) return [{ pointer: "", message: error.message, fix: "simplify what it names" }];
      throw error;
    }
    input.report("emit", `${files.length} files`);
    return [];
  });
  return problems.length > 0 ? { problems } : { files };
}

/** The linter runs beside everything else and is waited for last. */
async function run(
  { specification, shownFrom, project, report }: Input,
  use: (model: Model, bundle: Bundle) => Promise<Finding[]>,
): Promise<{ readonly model?: Model; readonly problems: readonly Problem[] }> {
  const { bundle, problems, linted } = load(specification, shownFrom);
  report("load", `${bundle.sources.length} files`);
  const built = problems.length === 0 ? buildModel(bundle.document, project.taken) : undefined;
  const own = [...problems, ...locateAll(bundle, built?.findings ?? [])];
  if (built !== undefined) {
    report("model", `${built.model.operations.length} operations, ${built.model.schemas.length} schemas`);
    if (own.length === 0) own.push(...locateAll(bundle, await use(built.model, bundle)));
  }
  const complaints = await linted;
  report("lint", complaints === undefined ? "skipped: no redocly.yaml" : `${complaints.length} problems`);
  const all = mergeProblems(own, complaints ?? []);
  return built === undefined ? { problems: all } : { model: built.model, problems: all };
}
