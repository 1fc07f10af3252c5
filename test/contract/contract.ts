import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {
  isArray,
  isObject,
  listOf,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from "../../generator/core/lib/json.js";
import { parsePointer, pointerOfReference, valueAt } from "../../generator/core/lib/pointer.js";

/** An operation of the bundled specification. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Where it stands, as the fragment of a reference. */
  readonly pointer: string;
  readonly spec: JsonObject;
  /** What it shares with the other operations of its path: servers, for one. */
  readonly item: JsonObject;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly examples: JsonObject;
}

/** A body of one media type. */
export interface Body {
  readonly type: string;
  readonly pointer: string;
  readonly schema: Json | undefined;
  readonly examples: JsonObject;
}

/** What a caller gives an operation. */
export interface Request {
  readonly parameters: JsonObject;
  readonly body?: Json;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The bundled specification, and an independent validator that holds values against it. */
export class Contract {
  readonly operations: readonly Operation[];
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction | string>();

  constructor(readonly document: JsonObject) {
    this.operations = Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
      Object.entries(objectOf(item))
        .filter(([method]) => METHODS.includes(method))
        .map(([method, spec]) => operationOf(path, objectOf(item), method, objectOf(spec))),
    );
    this.#ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addVocabulary(["x-conflicts", "x-states", "example"]);
    const components = objectOf(objectOf(document.components).schemas);
    this.#ajv.addSchema({ $id: "specification", $defs: closed(components) });
  }

  /** The value at a fragment; a reference there is followed. */
  at(pointer: string): Json | undefined {
    const value = valueAt(this.document, parsePointer(decodeURIComponent(pointer)));
    const reference = isObject(value) ? textOf(value.$ref) : undefined;
    return reference === undefined ? value : this.at(pointerOfReference(reference));
  }

  /** What the object at a fragment refers to, as a fragment. */
  follow(pointer: string): string {
    const reference = textOf(objectOf(valueAt(this.document, parsePointer(decodeURIComponent(pointer)))).$ref);
    return reference === undefined ? pointer : this.follow(pointerOfReference(reference));
  }

  parametersOf(operation: Operation): Parameter[] {
    return listOf(operation.spec.parameters).map((_, index) => {
      const pointer = this.follow(`${operation.pointer}/parameters/${index}`);
      const spec = objectOf(this.at(pointer));
      return {
        name: textOf(spec.name) ?? "",
        in: textOf(spec.in) ?? "",
        required: spec.required === true,
        pointer: `${pointer}/schema`,
        schema: objectOf(this.at(`${pointer}/schema`)),
        examples: objectOf(spec.examples),
      };
    });
  }

  /** The bodies of a request ("request") or of the response with a status. */
  bodiesOf(operation: Operation, of: string): Body[] {
    const pointer = this.follow(`${operation.pointer}/${of === "request" ? "requestBody" : `responses/${of}`}`);
    return Object.entries(objectOf(objectOf(this.at(pointer)).content)).map(([type, media]) => ({
      type,
      pointer: `${pointer}/content/${encoded(type)}/schema`,
      schema: objectOf(media).schema,
      examples: objectOf(objectOf(media).examples),
    }));
  }

  statusesOf(operation: Operation): string[] {
    return Object.keys(objectOf(operation.spec.responses));
  }

  /** What is wrong with a value for the schema at a fragment; unknown properties are wrong wherever some are known. */
  faultsAt(pointer: string, value: Json, where: string): string[] {
    const validate = this.#validators.get(pointer) ?? this.#compile(pointer);
    this.#validators.set(pointer, validate);
    if (typeof validate === "string") return [`${where}: ${validate}`];
    return validate(value) ? [] : (validate.errors ?? []).map((error) => faultOf(error, where));
  }

  /** A validator, or what the strict validator has against the schema itself. */
  #compile(pointer: string): ValidateFunction | string {
    try {
      return this.#ajv.compile(objectOf(closed(this.at(pointer) ?? {})));
    } catch (error) {
      if (error instanceof Error) return error.message;
      throw error;
    }
  }

  /** What is wrong with a request. */
  requestFaults(operation: Operation, { parameters, body }: Request): string[] {
    const known = this.parametersOf(operation);
    const unknown = Object.keys(parameters).filter((name) => !known.some((parameter) => parameter.name === name));
    return [
      ...unknown.map((name) => `${name}: no such parameter`),
      ...known.flatMap(({ name, required, pointer }) => {
        const value = parameters[name];
        if (value !== undefined) return this.faultsAt(pointer, value, name);
        return required ? [`${name}: missing`] : [];
      }),
      ...this.#bodyFaults(operation, body),
    ];
  }

  /** What is wrong with a JSON answer. */
  answerFaults(operation: Operation, status: string, value: Json): string[] {
    const json = this.bodiesOf(operation, status).find(({ type }) => type === "application/json");
    return json ? this.faultsAt(json.pointer, value, status) : [`${status}: no JSON`];
  }

  #bodyFaults(operation: Operation, body: Json | undefined): string[] {
    const [known] = this.bodiesOf(operation, "request");
    if (body === undefined) return objectOf(operation.spec.requestBody).required === true ? ["body: missing"] : [];
    return known ? this.faultsAt(known.pointer, body, "body") : ["body: not expected"];
  }
}

function operationOf(path: string, item: JsonObject, method: string, spec: JsonObject): Operation {
  const id = textOf(spec.operationId) ?? `${method} ${path}`;
  return { id, method: method.toUpperCase(), path, pointer: `/paths/${encoded(path)}/${method}`, spec, item };
}

function encoded(token: string): string {
  return encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** `body/scm: required url`: the place, the keyword, and what is missing or wrong. */
function faultOf({ instancePath, keyword, params }: ErrorObject, where: string): string {
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  const name = missingProperty ?? additionalProperty;
  return `${where}${instancePath}: ${keyword}${name === undefined ? "" : ` ${name}`}`;
}

/** A copy in which objects with known properties have no others, and references lead to the validator's definitions. */
function closed(value: Json): Json {
  if (isArray(value)) return value.map(closed);
  if (typeof value === "string") return value.replace(/^#\/components\/schemas\//, "specification#/$defs/");
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isData(key) ? inner : closed(inner)]),
  );
  const open = isObject(value.properties) && value.type !== undefined && value.additionalProperties === undefined;
  return open ? { ...copy, additionalProperties: false } : copy;
}

function isData(key: string): boolean {
  return key === "examples" || key === "example" || key === "default" || key.startsWith("x-");
}
