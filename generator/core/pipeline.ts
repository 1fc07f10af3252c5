import { relative, sep } from "node:path";
import { EmitError, type OutputFile } from "./emit/file.js";
import { sha256OfAll } from "./lib/hash.js";
import { entryOf, folderOfSpecification } from "./load/entry.js";
import { load, locateAll, mergeProblems, type Loaded } from "./load/load.js";
import { tidyProblems, type Finding, type Problem } from "./problems.js";
import { buildPackageModel } from "./packageModel.js";
import type { PackageModel, Product } from "./product.js";

/** Tells that a stage is over, and what it did; with `took`, in how many milliseconds beside the other stages. */
export type Report = (stage: string, outcome: string, took?: number) => void;

/** What a package is made of beside its document. */
export interface Ingredients {
  /** Version of the package. */
  readonly version: string;
  /** The text of the licence. */
  readonly license: string;
  /** Versions of the tools that decide the bytes of the output. */
  readonly tools: Readonly<Record<string, string>>;
  /** The modules of the client's engine, by file name. */
  readonly engine: ReadonlyMap<string, string>;
  /** Absent: a plain one, made from the document. */
  readonly product?: Product;
}

/** What generation is made from. */
export interface Input {
  /** The root file of the specification, or its folder. */
  readonly specification: string;
  /** Files and folders elsewhere that it may refer to. */
  readonly allowed?: readonly string[] | undefined;
  /** Files are named in problems as seen from here. */
  readonly shownFrom: string;
  readonly project: Ingredients;
  readonly report: Report;
}

/** The problems for which there is nothing else. */
interface Failed {
  readonly problems: readonly Problem[];
  readonly model?: never;
  readonly files?: never;
  readonly sources?: never;
}

/** Either the checked model, or its problems. */
export type Understood = Failed | { readonly problems?: never; readonly model: PackageModel };

/** Either the model, all files of the package and the files that they were made from, or the problems that prevent it. */
export type Generated =
  | Failed
  | {
      readonly problems?: never;
      readonly model: PackageModel;
      readonly files: readonly OutputFile[];
      readonly sources: readonly string[];
    };

/** Reads and checks a specification. */
export async function understand(input: Input): Promise<Understood> {
  const { model, problems } = await run(input, () => Promise.resolve([]));
  return problems.length > 0 || model === undefined ? { problems } : { model };
}

/** Makes the package of a specification, in memory. Nothing is written. */
export async function generate(input: Input): Promise<Generated> {
  const files: OutputFile[] = [];
  const read: string[] = [];
  const { problems, model: made } = await run(input, async (model, { bundle: { sources }, document }) => {
    // Loaded only when needed: a specification with problems, or a question about its model, does without.
    const { emit } = await import("./emit/emit.js");
    const folder = folderOfSpecification(input.specification);
    const texts = new Map(sources.map(({ file, text }) => [relative(folder, file).split(sep).join("/"), text]));
    try {
      files.push(...emit({ ...input.project, model, document, specification: sha256OfAll(texts) }));
    } catch (error) {
      if (error instanceof EmitError) return [{ pointer: "", message: error.message, fix: "simplify what it names" }];
      throw error;
    }
    read.push(...sources.map(({ file }) => file));
    input.report("emit", `${files.length} files`);
    return [];
  });
  return problems.length > 0 || made === undefined ? { problems } : { model: made, files, sources: read };
}

/** The linter runs beside everything else and is waited for last. */
async function run(
  { specification, allowed, shownFrom, project, report }: Input,
  use: (model: PackageModel, loaded: Loaded) => Promise<Finding[]>,
): Promise<{ readonly model?: PackageModel; readonly problems: readonly Problem[] }> {
  const entry = entryOf(specification);
  if (entry === undefined) throw new Error(`There is no OpenAPI document in ${specification}.`);
  const loaded = await load(entry, shownFrom, allowed);
  const { bundle, problems, linted } = loaded;
  report("load", `${bundle.sources.length} files`);
  const built = problems.length === 0 ? buildPackageModel(loaded.document, project) : undefined;
  const own = [...problems, ...locateAll(bundle, built?.findings ?? [])];
  if (built !== undefined) {
    report("model", `${built.model.operations.length} operations, ${built.model.schemas.length} schemas`);
    if (own.length === 0) own.push(...locateAll(bundle, await use(built.model, loaded)));
  }
  const complaints = await linted;
  const all = mergeProblems(own, complaints?.problems ?? []);
  // What both complain of counts once, as in the list of problems.
  const more = all.length - tidyProblems(own).length;
  if (complaints === undefined) report("lint", "skipped: no redocly.yaml");
  else report("lint", `${more} ${own.length > 0 ? "more " : ""}problems`, complaints.took);
  return built === undefined ? { problems: all } : { model: built.model, problems: all };
}
