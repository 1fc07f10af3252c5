import type { Drawing } from "../../core/emit/docs/drawing.js";
import { flowDrawing } from "./drawings/flow.js";
import { logDrawing } from "./drawings/log.js";
import { statesDrawing } from "./drawings/states.js";
import { conjuncts, finderOf, type FindSchema } from "../../core/model/resolve.js";
import type { Model, Operation } from "../../core/model/types.js";

/** The drawings of the reference, each with the operation whose page it belongs on. */
export function drawings(model: Model): Array<{ readonly operation: Operation; readonly drawing: Drawing }> {
  return model.operations.flatMap((operation) =>
    drawingsOf(operation, model).map((drawing) => ({ operation, drawing })),
  );
}

function drawingsOf(operation: Operation, model: Model): Drawing[] {
  const { wait, log } = operation.behaviour;
  return [
    ...(wait === undefined ? [] : [statesDrawing(wait)]),
    ...(log === undefined ? [] : [logDrawing(log)]),
    ...(answersWithGraph(operation, finderOf(model)) ? [flowDrawing()] : []),
  ];
}

/** True where the response holds vertices, and edges with both ends. */
function answersWithGraph({ answer }: Operation, find: FindSchema): boolean {
  if (answer.kind !== "json") return false;
  const fieldsOf = (name: string | undefined): Map<string, string | undefined> => {
    const fields = name === undefined ? [] : (find(name)?.properties ?? []);
    return new Map(fields.map(({ name: field, schema }) => [field, schema.items?.ref]));
  };
  return answer.schemas
    .flatMap((schema) => conjuncts(schema, find).flatMap(({ properties }) => properties))
    .some(({ schema }) => {
      const graph = fieldsOf(schema.ref);
      const edge = fieldsOf(graph.get("edges"));
      return graph.has("vertices") && edge.has("from") && edge.has("to");
    });
}
