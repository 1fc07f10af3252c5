import { hashOf } from "../lib/hash.js";
import type { JsonObject } from "../lib/json.js";
import type { PackageModel } from "../product.js";
import { emitClient } from "./client.js";
import { emitData, emitErrorCatalogue } from "./data.js";
import { emitChanges } from "./docs/changes.js";
import { emitConflicts } from "./docs/conflicts.js";
import { emitDrawings } from "./docs/drawings.js";
import { emitErrors } from "./docs/errors.js";
import { emitGuides } from "./docs/guides.js";
import { emitIndex } from "./docs/index.js";
import { emitLlms } from "./docs/llms.js";
import { emitOperationPage } from "./docs/operation.js";
import { emitRuntimes } from "./docs/runtimes.js";
import { emitEntries } from "./entries.js";
import type { OutputFile } from "./file.js";
import { emitHandWritten } from "./handWritten.js";
import { emitManifest } from "./manifest.js";
import { emitOperations } from "./operations.js";
import { emitPackage, emitReadme } from "./package.js";
import { emitSchema } from "./schema.js";
import { emitSpecification } from "./spec.js";
import { emitTypes } from "./types.js";

/** What the emitters need beside the model. */
export interface EmitInput {
  readonly model: PackageModel;
  readonly document: JsonObject;
  /** Version of the package. */
  readonly version: string;
  /** The text of the licence. */
  readonly license: string;
  /** The modules of the client's engine, by file name. */
  readonly engine: ReadonlyMap<string, string>;
  /** SHA-256 over the files of the specification. */
  readonly specification: string;
  readonly tools: Readonly<Record<string, string>>;
}

/** Makes all files of the package. */
export function emit(input: EmitInput): OutputFile[] {
  const files: OutputFile[] = [];
  const hashes = new Map<string, string>();
  // Hashed at once: that flattens a large text and frees the parts that it was made from.
  const add = (file: OutputFile): void => {
    hashes.set(file.path, hashOf(file.text));
    files.push(file);
  };
  for (const file of emitSources(input)) add(file);
  for (const file of emitPages(input, files)) add(file);
  return [...files, emitManifest(hashes, input.specification, input.tools)];
}

/** The sources of the package, its document, and what the product adds. */
export function* emitSources({ model, document, version, engine }: EmitInput): Generator<OutputFile> {
  // First, because it takes the most memory, and nothing else is in memory then.
  yield emitSchema(document, model);
  yield* emitSpecification(document);
  const generated = [
    emitTypes(model),
    emitOperations(model),
    emitErrorCatalogue(model),
    emitData(model, version),
    emitClient(model),
    ...emitEntries(model.product),
    ...(model.product.extras?.(model, document).files ?? []),
  ];
  yield* generated;
  yield* emitHandWritten(model.product, engine, generated);
}

/** The reference, and what the package says of itself. `files` are those that were made before: guides may link to them. */
function* emitPages(
  { model, document, version, license }: EmitInput,
  files: readonly OutputFile[],
): Generator<OutputFile> {
  const { product } = model;
  yield emitIndex(model);
  for (const operation of model.operations) yield emitOperationPage(operation, model);
  yield* [emitErrors(model), emitConflicts(model), ...emitDrawings(model)];
  yield* [emitPackage(product, version, product.extras?.(model, document)), emitReadme(model)];
  yield { path: "LICENSE", text: license };
  if (product.reference !== undefined) {
    yield* [emitChanges(product.reference.changelog), ...emitRuntimes(product.reference.runtimes)];
    yield* emitGuides(product.reference.guides, files);
  }
  yield* emitLlms(model, files);
}
