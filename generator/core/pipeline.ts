import { relative, sep } from "node:path";
import { EmitError, type OutputFile } from "./emit/file.js";
import { hashOfAll } from "./lib/hash.js";
import { entryOf, folderOfSpecification } from "./load/entry.js";
import { load, locateAll, mergeProblems, type Loaded } from "./load/load.js";
import { tidyProblems, type Problem } from "./problems.js";
import { buildPackageModel } from "./packageModel.js";
import type { PackageModel, Product } from "./product.js";

/** Is told when a stage has ended, and what it did. `took` is its time in milliseconds where it ran beside other stages. */
export type TellStage = (stage: string, outcome: string, took?: number) => void;

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
  readonly report: TellStage;
}

/** A result that consists of problems only. */
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
  const loaded = loadInput(input);
  const { model, problems: own } = modelOf(loaded, input);
  const problems = await withLinter(loaded, own, input);
  return problems.length > 0 || model === undefined ? { problems } : { model };
}

/** Makes the package of a specification, in memory. Nothing is written. */
export async function generate(input: Input): Promise<Generated> {
  const loaded = loadInput(input);
  const { model, problems: own } = modelOf(loaded, input);
  const emitted = model !== undefined && own.length === 0 ? await filesOf(model, loaded, input) : undefined;
  const problems = await withLinter(loaded, [...own, ...(emitted?.problems ?? [])], input);
  if (problems.length > 0 || model === undefined || emitted === undefined) return { problems };
  return { model, files: emitted.files, sources: loaded.bundle.sources.map(({ file }) => file) };
}

/** Loads the document. The linter starts beside everything else: its result is waited for last. */
function loadInput({ specification, allowed, shownFrom, report }: Input): Loaded {
  const entry = entryOf(specification);
  if (entry === undefined) throw new Error(`There is no OpenAPI document in ${specification}.`);
  const loaded = load(entry, shownFrom, allowed);
  report("load", `${loaded.bundle.sources.length} files`);
  return loaded;
}

/** Makes the model, unless the document has problems already. */
function modelOf(
  { bundle, document, problems }: Loaded,
  { project, report }: Input,
): { readonly model?: PackageModel; readonly problems: readonly Problem[] } {
  if (problems.length > 0) return { problems };
  const { model, findings } = buildPackageModel(document, project);
  report("model", `${model.operations.length} operations, ${model.schemas.length} schemas`);
  return { model, problems: locateAll(bundle, findings) };
}

/** Makes the files of the package. */
async function filesOf(
  model: PackageModel,
  { bundle, document }: Loaded,
  { specification, project, report }: Input,
): Promise<{ readonly files: readonly OutputFile[]; readonly problems: readonly Problem[] }> {
  // Loaded only when needed: a specification with problems, or a question about its model, does without.
  const { emit } = await import("./emit/emit.js");
  const folder = folderOfSpecification(specification);
  const texts = new Map(bundle.sources.map(({ file, text }) => [relative(folder, file).split(sep).join("/"), text]));
  try {
    const files = emit({ ...project, model, document, specification: hashOfAll(texts) });
    report("emit", `${files.length} files`);
    return { files, problems: [] };
  } catch (error) {
    if (!(error instanceof EmitError)) throw error;
    const finding = { pointer: "", message: error.message, fix: "simplify what it names" };
    return { files: [], problems: locateAll(bundle, [finding]) };
  }
}

/** The problems of the stages, and those that the linter found meanwhile. What both found counts once. */
async function withLinter({ linted }: Loaded, own: readonly Problem[], { report }: Input): Promise<Problem[]> {
  const complaints = await linted;
  const all = mergeProblems(own, complaints?.problems ?? []);
  const more = all.length - tidyProblems(own).length;
  if (complaints === undefined) report("lint", "skipped: no redocly.yaml");
  else report("lint", `${more} ${own.length > 0 ? "more " : ""}problems`, complaints.took);
  return all;
}
