import { pageText, type Drawing } from "./drawing.js";
import { flowDrawing } from "./drawings/flow.js";
import { logDrawing } from "./drawings/log.js";
import { statesDrawing } from "./drawings/states.js";
import { finderOf, type FindSchema } from "../../model/resolve.js";
import type { Model, Operation } from "../../model/types.js";
import type { OutputFile } from "../file.js";

/** The drawings that a specification has something to say with, as files below `docs/`. */
export function emitDiagrams(model: Model): OutputFile[] {
  return model.operations
    .flatMap((operation) => drawingsOf(operation, model))
    .map((drawing) => ({ path: `docs/${drawing.name}.svg`, text: pageText(drawing) }));
}

/** The drawing that belongs on an operation's page, with a text that says the same. */
export function diagramOf(operation: Operation, model: Model): string {
  const [found] = drawingsOf(operation, model);
  return found === undefined ? "" : `![${found.alt}](${found.name}.svg)`;
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
    .flatMap(({ properties }) => properties)
    .some(({ schema }) => {
      const graph = fieldsOf(schema.ref);
      const edge = fieldsOf(graph.get("edges"));
      return graph.has("vertices") && edge.has("from") && edge.has("to");
    });
}
