import { sha256 } from "../lib/hash.js";
import type { JsonObject } from "../lib/json.js";
import type { Model } from "../model/types.js";
import { emitClient } from "./client.js";
import { emitData, emitErrorCatalogue, needsWire } from "./data.js";
import { emitChanges } from "./docs/changes.js";
import { emitConflicts } from "./docs/conflicts.js";
import { emitDiagrams } from "./docs/diagrams.js";
import { emitErrors } from "./docs/errors.js";
import { emitGuides } from "./docs/guides.js";
import { emitIndex } from "./docs/index.js";
import { emitLlms } from "./docs/llms.js";
import { emitOperationPage } from "./docs/operation.js";
import { emitRuntimes, type RuntimeFacts } from "./docs/runtimes.js";
import { emitEntries } from "./entries.js";
import type { OutputFile } from "./file.js";
import { emitManifest } from "./manifest.js";
import { emitOperations } from "./operations.js";
import { emitPackage, emitReadme } from "./package.js";
import { emitSchema } from "./schema.js";
import { emitSimulator, isSimulated } from "./simulator.js";
import { emitSpecification } from "./spec.js";
import { emitTypes } from "./types.js";

/** What the emitters need beside the model. */
export interface EmitInput {
  readonly model: Model;
  readonly document: JsonObject;
  /** Version of the package. */
  readonly version: string;
  /** The text of the licence. */
  readonly license: string;
  /** The text of the changelog. */
  readonly changelog: string;
  /** The modules of the runtime, by file name. They are copied byte for byte. */
  readonly runtime: ReadonlyMap<string, string>;
  /** The modules of the simulator, likewise. */
  readonly simulator: ReadonlyMap<string, string>;
  /** The guides, by file name. */
  readonly guides: ReadonlyMap<string, string>;
  /** SHA-256 over the files of the specification. */
  readonly specification: string;
  readonly tools: Readonly<Record<string, string>>;
  /** Where the client was seen to run. */
  readonly runtimes: readonly RuntimeFacts[];
}

/** Makes all files of the package. */
export function emit(input: EmitInput): OutputFile[] {
  const { model, document } = input;
  const files: OutputFile[] = [];
  const hashes = new Map<string, string>();
  // Hashed at once: that makes one piece of a large text, and lets go of what it was put together from.
  const add = (...made: readonly OutputFile[]): void => {
    for (const file of made) hashes.set(file.path, sha256(file.text));
    files.push(...made);
  };
  // First, because it takes the most memory: nothing else is held then.
  add(emitSchema(document, model));
  add(...emitSpecification(document), emitTypes(model), emitOperations(model), emitErrorCatalogue(model));
  add(emitData(model, input.version), emitClient(model), ...emitEntries(), ...runtimeFiles(input));
  add(...emitSimulator(model, document, input.simulator));
  add(emitIndex(model, isSimulated(model)));
  for (const operation of model.operations) add(emitOperationPage(operation, model));
  add(emitErrors(model), emitConflicts(model), ...emitDiagrams(model));
  add(emitPackage(input.version, isSimulated(model)), emitReadme(model), { path: "LICENSE", text: input.license });
  // They are about this service and its client: another document has no use for them.
  if (isSimulated(model)) {
    add(emitChanges(input.changelog), ...emitRuntimes(input.runtimes));
    add(...emitGuides(input.guides, files));
  }
  add(...emitLlms(model, files));
  return [...files, emitManifest(hashes, input.specification, input.tools)];
}

/** The runtime, without what this document has no need of. */
function runtimeFiles({ model, runtime }: EmitInput): OutputFile[] {
  const names = [...runtime.keys()].filter((name) => name !== "serialize.ts" || needsWire(model));
  return names.map((name) => ({ path: `src/runtime/${name}`, text: runtime.get(name) ?? "" }));
}
