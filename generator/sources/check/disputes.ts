// Holds the specification to an answer where a catalogue says that sources disagree.
import type { Problem } from "../../core/problems.js";
import { at, child, placeOf, type Spot } from "../../core/load/spots.js";
import type { DisputeFacts, OperationFacts } from "../facts.js";
import type { Conflicts } from "./conflicts.js";
import type { DescribedOperation } from "./operation.js";
import { parametersOf } from "./parameters.js";
import { bodySchema, itemsOf, layersOf, propertyOf, valuesOf } from "./schema.js";

/** Finds disputes of an operation to which no `x-conflicts` entry is the answer, and places that do not exist. */
export function findUnanswered(operation: DescribedOperation, facts: OperationFacts, conflicts: Conflicts): Problem[] {
  return (facts.catalogue?.disputes ?? []).flatMap((dispute) =>
    namesIn(dispute.at).flatMap((name) => {
      const where = { ...placeOf(operation.spot), operationId: operation.operationId };
      const spots = spotsOf(operation, name);
      if (!spots) {
        const message = `the catalogue disputes ${name}, which the operation does not have`;
        return [{ ...where, message, fix: "add it, or record under which name the specification has it" }];
      }
      const answer = spots.flatMap((spot) => conflicts.at(spot)).find(({ about }) => sameAspect(about, dispute));
      if (answer) {
        answer.used = true;
        return [];
      }
      const message = `${name}: sources disagree about ${dispute.about}: ${JSON.stringify(dispute.claims)}`;
      return [{ ...where, message, fix: "record an x-conflicts entry there that decides it" }];
    }),
  );
}

/** `result.has_more_data, offset` disputes two fields of one object. */
function namesIn(text: string): string[] {
  const [first = "", ...more] = text.split(", ");
  const parent = first.includes(".") ? first.slice(0, first.lastIndexOf(".") + 1) : "";
  return [first, ...more.map((name) => parent + name)];
}

const KIN: Readonly<Record<string, string>> = { parameter: "name", presence: "name", container: "type" };

/** A name is a matter of presence as well, and a container of type. */
function sameAspect(about: string, dispute: DisputeFacts): boolean {
  return (KIN[about] ?? about) === (KIN[dispute.about] ?? dispute.about);
}

/** Where an answer may stand: the thing itself, what it is made of, and what lists it. */
function spotsOf(operation: DescribedOperation, name: string): Spot[] | undefined {
  if (name === "operation") return [operation.spot];
  const bare = name.replace(/^(path|query|header) /, "");
  const parameter = parametersOf(operation).find((one) => one.name === bare);
  if (parameter) {
    return [operation.spot, parameter.spot, ...(parameter.schema ? layersOf(parameter.schema) : [])];
  }
  const inResponse = /^(response|result)\b/.test(bare);
  const body = inResponse ? at(operation.spot, "responses", "200") : child(operation.spot, "requestBody");
  return spotsBelow(bodySchema(body), bare.replace(/^(request|response)\./, "").split("."));
}

/** What a path of fields leads through, the last first. */
function spotsBelow(body: Spot | undefined, path: readonly string[]): Spot[] | undefined {
  let schema = body;
  const spots: Spot[] = [];
  for (const step of path) {
    const property = schema && propertyOf(schema, step.replace(/(\[\])+$/, ""));
    if (!schema || !property) return undefined;
    spots.unshift(...layersOf(property), ...layersOf(schema));
    schema = step.endsWith("[]") ? itemsOf(property) : (valuesOf(property) ?? property);
  }
  return spots;
}
