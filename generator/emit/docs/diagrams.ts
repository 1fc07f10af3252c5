import { pageText, type Drawing } from "./drawing.js";
import { flowDrawing } from "./drawings/flow.js";
import { logDrawing } from "./drawings/log.js";
import { statesDrawing } from "./drawings/states.js";
import type { Model, Operation } from "../../model/types.js";
import type { OutputFile } from "../file.js";

/** The drawings that a specification has something to say with, as files below `docs/`. */
export function emitDiagrams(model: Model): OutputFile[] {
  return drawings(model).map(({ drawing }) => ({ path: `docs/${drawing.name}.svg`, text: pageText(drawing) }));
}

/** The drawing that belongs on an operation's page, with a text that says the same. */
export function diagramOf(operation: Operation, model: Model): string {
  const found = drawings(model).find(({ on }) => on === operation.id)?.drawing;
  return found === undefined ? "" : `![${found.alt}](${found.name}.svg)`;
}

function drawings(model: Model): Array<{ readonly on: string; readonly drawing: Drawing }> {
  return model.operations.flatMap((operation) => {
    const { wait, log } = operation.behaviour;
    const made = [
      wait === undefined ? undefined : statesDrawing(wait),
      log === undefined ? undefined : logDrawing(log),
      answersWithGraph(operation, model) ? flowDrawing() : undefined,
    ];
    return made.flatMap((drawing) => (drawing === undefined ? [] : [{ on: operation.id, drawing }]));
  });
}

/** True where the response holds vertices, and edges with both ends. */
function answersWithGraph({ answer }: Operation, model: Model): boolean {
  if (answer.kind !== "json") return false;
  const fieldsOf = (name: string | undefined): Map<string, string | undefined> =>
    new Map(
      model.schemas
        .find((schema) => schema.name === name)
        ?.schema.properties.map(({ name: field, schema }) => [field, schema.items?.ref]),
    );
  return answer.schemas
    .flatMap(({ properties }) => properties)
    .some(({ schema }) => {
      const graph = fieldsOf(schema.ref);
      const edge = fieldsOf(graph.get("edges"));
      return graph.has("vertices") && edge.has("from") && edge.has("to");
    });
}
