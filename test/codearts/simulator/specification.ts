import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { simulatorData } from "../../../generator/codearts/emit/simulatorData.js";
import { isObject, listOf, objectOf, textOf, type Json, type JsonObject } from "../../../generator/core/lib/json.js";
import { parsePointer, pointerOfReference, valueAt } from "../../../generator/core/lib/pointer.js";
import { bundle } from "../../../generator/core/load/bundle.js";
import { buildModel } from "../../../generator/core/model/build.js";
import { Simulator, type SimulatorOptions } from "../../../generator/codearts/simulator/index.js";

/** The specification as it stands, as one document. */
export const document = bundle("spec/openapi.yaml", ".").document;

const { model } = buildModel(document, { types: [], members: [] });

/** What the generator gives the simulator. */
export const data = simulatorData(model, document);

/** A simulator of the specification as it stands; users call `createSimulator`. */
export function newSimulator(options: SimulatorOptions = { clock: "manual" }): Simulator {
  return new Simulator(data, options);
}

const ajv = new Ajv2020({
  strict: false,
  formats: { int64: true, double: true, float: true, binary: true, password: true },
});
addFormats.default(ajv, ["date", "date-time"]);
// A response may refer to any component, and a component to others.
ajv.addSchema({ ...document, $id: "specification" });

const validators = new Map<string, ValidateFunction>();

function validatorAt(pointer: string): ValidateFunction {
  const known = validators.get(pointer) ?? ajv.compile({ $ref: `specification#${pointer}` });
  validators.set(pointer, known);
  return known;
}

const encoded = (token: string): string => encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Where the operations stand. */
export const pointers = new Map(
  Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item)).flatMap(([method, operation]): Array<[string, string]> => {
      const id = isObject(operation) ? textOf(operation.operationId) : undefined;
      return id === undefined ? [] : [[id, `/paths/${encoded(path)}/${method}`]];
    }),
  ),
);

function at(pointer: string): Json | undefined {
  return valueAt(document, parsePointer(decodeURIComponent(pointer)));
}

/** The statuses that the specification has of an operation. */
export function statusesOf(id: string): number[] {
  return Object.keys(objectOf(objectOf(at(pointers.get(id) ?? "")).responses)).map(Number);
}

/** The response of an operation that the specification has for a status, and where it stands. */
function responseOf(id: string, status: number): { pointer: string; response: JsonObject } | undefined {
  const pointer = `${pointers.get(id) ?? ""}/responses/${status}`;
  const own = at(pointer);
  if (!isObject(own)) return undefined;
  const reference = textOf(own.$ref);
  if (reference === undefined) return { pointer, response: own };
  return { pointer: pointerOfReference(reference), response: objectOf(at(pointerOfReference(reference))) };
}

/** What an answer has that the specification does not allow; empty when it is as described. */
export async function faultsOf(id: string, response: Response): Promise<string[]> {
  const { status, headers } = response;
  const found = responseOf(id, status);
  if (found === undefined) return [`status ${status} is not described`];
  const missing = Object.entries(objectOf(found.response.headers)).filter(
    ([name, header]) => objectOf(header).required === true && !headers.has(name),
  );
  const wrongHeaders = missing.map(([name]) => `header ${name} is missing`);
  const text = await response.text();
  const operation = objectOf(at(pointers.get(id) ?? ""));
  if (text === "" && operation["x-empty"] === true) return wrongHeaders;
  const type = headers.get("content-type") ?? "";
  if (type === "application/json" && status === 200) {
    const value = JSON.parse(text) as Json;
    // "It can also arrive with status 200."
    if (isObject(value) && textOf(value.error_code)) return errorsOf("/components/schemas/ServiceError", value);
  }
  const content = objectOf(found.response.content);
  if (!Object.hasOwn(content, type)) return [`content type ${type} is not described`];
  if (type !== "application/json") return wrongHeaders;
  const pointer = `${found.pointer}/content/${encoded(type)}/schema`;
  return [...wrongHeaders, ...errorsOf(pointer, JSON.parse(text) as Json)];
}

function errorsOf(pointer: string, value: Json): string[] {
  const validate = validatorAt(pointer);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every schema that requests are checked against, by where it stands. */
export function requestSchemas(): Array<{ pointer: string; schema: Json }> {
  return [...pointers.values()].flatMap((pointer) => {
    const operation = objectOf(at(pointer));
    const body = at(`${pointer}/requestBody/content/application~1json/schema`);
    const parameters = listOf(operation.parameters).map((_, i) => `${pointer}/parameters/${i}/schema`);
    return [
      ...parameters.map((one) => ({ pointer: one, schema: at(one) ?? {} })),
      ...(body === undefined
        ? []
        : [{ pointer: `${pointer}/requestBody/content/application~1json/schema`, schema: body }]),
    ];
  });
}
