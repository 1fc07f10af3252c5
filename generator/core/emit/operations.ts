import type { Descriptor } from "../../runtime/descriptor.js";
import type { Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { importNames, printConstant, printModule } from "../lib/source.js";
import { sentPath } from "../lib/text.js";
import type { Model, Operation } from "../model/types.js";
import { notice, type OutputFile } from "./file.js";
import { headersOf, wireOf } from "./wire.js";

/**
 * `src/operations.ts`: what the engine needs to know of each operation, one constant each. They are plain objects: written more
 * tersely they take fewer bytes, and compressed as many.
 */
export function emitOperations(model: Model): OutputFile {
  const imports = [importNames("./runtime/descriptor.js", ["Descriptor"], true)];
  return {
    path: "src/operations.ts",
    text: printModule(`// ${notice}`, imports, model.operations.map(printDescriptor)),
  };
}

/** The constant of one operation. */
export function printDescriptor(operation: Operation): string {
  const value = literal(descriptorOf(operation) as unknown as Json, operation.name.length + 50);
  return printConstant(operation.name, `${value} as const satisfies Descriptor`);
}

/** What a descriptor calls JSON of a shape. */
const jsonAnswers = { object: undefined, array: "list", any: "value" } as const;

/** The descriptor of an operation: what is usual is left out. */
export function descriptorOf(operation: Operation): Descriptor {
  const { behaviour, answer, body } = operation;
  const names = (place: string): string[] =>
    operation.arguments.filter((argument) => argument.in === place).map(({ name }) => name);
  const descriptor = {
    id: operation.id,
    method: operation.method,
    path: sentPath(operation.path),
    query: nonEmpty(names("query")),
    header: nonEmpty(names("header")),
    body: body?.kind,
    wire: wireOf(operation),
    headers: headersOf(operation),
    grouped: operation.grouped ? true : undefined,
    answer: answer.kind === "json" ? jsonAnswers[answer.shape] : answer.kind,
    mayBeEmpty: "mayBeEmpty" in answer && answer.mayBeEmpty ? true : undefined,
    emptyOk: behaviour.empty,
    server: operation.server,
    anonymous: operation.anonymous ? true : undefined,
    retry: behaviour.retry === "safe" ? "safe" : undefined,
    pagination: behaviour.pagination,
    failure: behaviour.failure,
    time: behaviour.time,
    wait: behaviour.wait,
    log: behaviour.log,
    steps: behaviour.steps,
  };
  const present = Object.entries(descriptor).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as Descriptor;
}

function nonEmpty(names: string[]): string[] | undefined {
  return names.length === 0 ? undefined : names;
}
