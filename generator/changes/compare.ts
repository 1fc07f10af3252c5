import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emitSources } from "../core/emit/emit.js";
import { emitTypes } from "../core/emit/types.js";
import { projectFolder } from "../project/folder.js";
import type { JsonObject } from "../core/lib/json.js";
import type { Bundle } from "../core/load/bundle.js";
import type { Model } from "../core/model/types.js";
import type { Project } from "../project/project.js";
import { buildPackageModel } from "../core/packageModel.js";
import { attribute } from "./attribute.js";
import { directionsOf } from "./directions.js";
import { compareDocuments } from "./document.js";
import { judge, type Judged } from "./judge.js";
import { printPrograms, type NewNames } from "./programs.js";
import { compilePrograms, type OldProgram } from "./surface.js";
import type { Change } from "./types.js";
import { wireChanges } from "./wire.js";

/** A specification that was read. */
export type Side = Pick<Bundle, "document" | "origins">;

/** What is compared. */
export interface ComparisonInput {
  readonly old: Side;
  readonly new: Side;
  readonly project: Project;
  /** Programs of the old release, in addition to those that are made from its specification. */
  readonly oldPrograms: readonly OldProgram[];
}

/** All changes between two specifications with their effects, and what could not be compared. */
export async function compare(
  comparison: ComparisonInput,
): Promise<{ changes: readonly Judged[]; notes: readonly string[] }> {
  const { old, new: after, project, oldPrograms } = comparison;
  const same = JSON.stringify(old.document) === JSON.stringify(after.document);
  if (same && oldPrograms.length === 0) return { changes: [], notes: [] };
  const found = compareDocuments(old.document, after.document);
  // A child process: it runs while the compiler works.
  const judging = same ? Promise.resolve([]) : judgeWire(old.document, after.document);
  const understood = buildPackageModel(after.document, project);
  const notes: string[] = [];
  if (understood.findings.length > 0) {
    const [first] = understood.findings;
    throw new Error(`The specification has problems, the first: ${first?.message ?? ""}. Run: npm run generate`);
  }
  const former = same ? undefined : buildPackageModel(old.document, project);
  if (former !== undefined && former.findings.length > 0) {
    notes.push(
      `The old specification breaks ${former.findings.length} of today's rules: its types cannot be made, so that the effect on TypeScript is only estimated.`,
    );
  }
  const usable = former?.findings.length === 0 ? former.model : undefined;
  const { model } = understood;
  const files = [...emitSources({ ...project, model, document: after.document, specification: "" })];
  const program =
    usable === undefined
      ? undefined
      : printPrograms(usable, directionsOf(old.document), newNames(usable, understood.model, found));
  const types = usable === undefined ? "" : emitTypes(usable).text;
  const complaints = compilePrograms(projectFolder, files, types, program, oldPrograms);
  return { changes: attribute(judge(found, await judging), complaints), notes };
}

async function judgeWire(old: JsonObject, after: JsonObject): ReturnType<typeof wireChanges> {
  const folder = mkdtempSync(join(tmpdir(), "codearts-build-diff-"));
  try {
    return await wireChanges(old, after, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What operations and types that were renamed are called now. */
function newNames(old: Model, after: Model, changes: readonly Change[]): NewNames {
  const names = new Map<string, string>();
  const set = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined) names.set(from, to);
  };
  for (const { kind, before, after: now } of changes) {
    if (kind === "operation-renamed") {
      const [from, to] = [
        old.operations.find(({ id }) => id === before),
        after.operations.find(({ id }) => id === now),
      ];
      set(from?.name, to?.name);
      set(from?.requestType, to?.requestType);
      set(from?.responseType, to?.responseType);
    }
    if (kind === "schema-renamed") {
      set(
        old.schemas.find(({ component }) => component === before)?.name,
        after.schemas.find(({ component }) => component === now)?.name,
      );
    }
  }
  return (name) => names.get(name) ?? name;
}
