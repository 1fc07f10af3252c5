import { defined, type JsonObject } from "../../core/lib/json.js";
import { byCodePoint } from "../../core/lib/order.js";
import { parsePointer, valueAt } from "../../core/lib/pointer.js";
import type { Argument, Model, Operation } from "../../core/model/types.js";
import type { SimulatorData, SimulatorOperation } from "../simulator/data.js";
import { checkedSchema, referencesIn } from "./simulatorSchema.js";

/** What the simulator needs to know: the operations of the model, and of the document the schemas that it checks. */
export function simulatorData(model: Model, document: JsonObject): SimulatorData {
  const schemaAt = (pointer: string): JsonObject => checkedSchema(valueAt(document, parsePointer(pointer)) ?? {});
  const operations = model.operations.map((operation) => operationData(operation, schemaAt));
  const pointers = new Map(model.schemas.map(({ component, schema }) => [component, schema.pointer]));
  const components = new Map<string, JsonObject>();
  const collect = (value: unknown): void => {
    for (const name of referencesIn(value)) {
      const pointer = pointers.get(name);
      if (components.has(name) || pointer === undefined) continue;
      const schema = schemaAt(pointer);
      components.set(name, schema);
      collect(schema);
    }
  };
  collect(operations);
  return {
    operations,
    schemas: Object.fromEntries([...components].sort(([a], [b]) => byCodePoint(a, b))),
    regions: regionsOf(model),
    servers: model.servers.map(({ name, url }) => ({ ...(name !== undefined && { name }), url })),
    errors: Object.fromEntries(model.errors.map(({ code, status, meaning }) => [code, { status, meaning }])),
  };
}

function operationData(operation: Operation, schemaAt: (pointer: string) => JsonObject): SimulatorOperation {
  const { id, method, path, server, credentials, body, responses, behaviour } = operation;
  const success = responses.find(({ status }) => status.startsWith("2"));
  const parameters = operation.arguments.filter((argument) => argument.in !== "body").map(parameterData);
  function parameterData({ name, in: place, required, schema }: Argument): object {
    return { name, in: place, ...(required && { required }), schema: schemaAt(schema.pointer) };
  }
  const { pagination, time } = behaviour;
  return defined({
    id,
    method,
    path,
    iam: server === "iam" ? true : undefined,
    anonymous: credentials.length === 0 ? true : undefined,
    parameters: parameters.length === 0 ? undefined : parameters,
    body: body && schemaAt(body.schema.pointer),
    bodyOptional: body && !body.required ? true : undefined,
    status: Number(success?.status ?? 200),
    mediaType: success?.mediaType ?? "application/json",
    time: time?.map(({ start, end, maximumDays }) => defined({ start, end, maximumDays })),
    pagination: pagination && defined({ page: pagination.page, size: pagination.size, first: pagination.first }),
  }) as SimulatorOperation;
}

/** The service's regions; the default comes first: it is the simulator's. */
function regionsOf(model: Model): string[] {
  const region = model.servers[0]?.variables.find(({ name }) => name === "region");
  return region === undefined ? [] : [...new Set([region.default, ...region.values])];
}
