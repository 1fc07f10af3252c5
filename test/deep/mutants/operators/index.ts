import { behaviourOperators } from "./behaviour.js";
import { exampleOperators } from "./example.js";
import { meaningOperators } from "./meaning.js";
import { objectOperators } from "./object.js";
import { operationOperators } from "./operation.js";
import type { Operator } from "./operator.js";
import { valueOperators } from "./schema.js";
import { sharedOperators } from "./shared.js";

/** Every way in which a specification is made wrong. */
export const operators: readonly Operator[] = [
  ...operationOperators,
  ...objectOperators,
  ...valueOperators,
  ...meaningOperators,
  ...exampleOperators,
  ...behaviourOperators,
  ...sharedOperators,
];
