import type { DocumentId, FieldFacts } from "../facts.js";
import type { Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";

/** A printed parameter or field beside the part of the specification that stands for it. */
export interface FieldPair {
  readonly operation: DescribedOperation;
  readonly document: DocumentId;
  readonly printed: FieldFacts;
  /** The parameter or property, and where else entries about it may stand. */
  readonly spots: readonly Spot[];
  readonly schema: Spot | undefined;
  readonly required: boolean;
  /** In words: "query parameter limit". */
  readonly where: string;
}
