import type { Operation } from "../../model/types.js";
import type { PackageModel } from "../../product.js";
import type { OutputFile } from "../file.js";
import { pageText } from "./drawing.js";

/** The drawings that the product has of its operations, as files below `docs/`. */
export function emitDrawings(model: PackageModel): OutputFile[] {
  const placed = model.product.reference?.drawings(model) ?? [];
  return placed.map(({ drawing }) => ({ path: `docs/${drawing.name}.svg`, text: pageText(drawing) }));
}

/** The drawing that belongs on an operation's page, with a text that says the same. */
export function drawingOf(operation: Operation, model: PackageModel): string {
  const placed = model.product.reference?.drawings(model) ?? [];
  const found = placed.find((each) => each.operation.id === operation.id)?.drawing;
  return found === undefined ? "" : `![${found.alt}](${found.name}.svg)`;
}
