import type { Pagination, TimeRule } from "../../runtime/descriptor.js";

/**
 * What the simulator needs to know of the specification. The generator makes it from the same document as the client;
 * what no document can say, how the service behaves, is written in this folder.
 */
export interface SimulatorData {
  readonly operations: readonly SimulatorOperation[];
  /** The component schemas that the operations refer to, by name. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** The error catalogue, by code. */
  readonly errors: Readonly<Record<string, { readonly status?: number; readonly meaning?: string }>>;
  readonly regions: readonly string[];
  /** Addresses of the servers, with `{region}` in them. Those without a name are the service itself. */
  readonly servers: ReadonlyArray<{ readonly name?: string; readonly url: string }>;
}

export interface SimulatorOperation {
  /** The operationId. */
  readonly id: string;
  readonly method: string;
  /** Path template: "/v3/jobs/{job_id}/status". */
  readonly path: string;
  /** True for the operations of IAM, which has a host of its own. */
  readonly iam?: true;
  /** True where no credentials are asked for. */
  readonly anonymous?: true;
  readonly parameters?: readonly SimulatorParameter[];
  /** The JSON body. */
  readonly body?: JsonSchema;
  /** True where the body may be left out: it then stands for `{}`. */
  readonly bodyOptional?: true;
  /** Of the success. */
  readonly status: number;
  readonly mediaType: string;
  readonly time?: readonly SimulatorTimeRule[];
  readonly pagination?: SimulatorPagination;
}

export interface SimulatorParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: true;
  readonly schema: JsonSchema;
}

/** From `x-time`: two query parameters that enclose a period. */
export type SimulatorTimeRule = Pick<TimeRule, "start" | "end" | "maximumDays">;

/** From `x-pagination`: the query parameters for the number of the page and its size. */
export type SimulatorPagination = Pick<Pagination, "page" | "first"> & { readonly size: string };

/** The keywords that `validate` knows. A reference holds the name of a component schema. */
export interface JsonSchema {
  /** For people, and for editors. */
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly maxProperties?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
}

export type SchemaType = "string" | "number" | "integer" | "boolean" | "null" | "array" | "object";
