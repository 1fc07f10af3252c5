// The format of a catalogue: facts of the vendor's SDKs, its API Explorer and public clients. spec/sources/README.md describes it.
import { Ajv2020 } from "ajv/dist/2020.js";
import type { DisputeFacts, PrintedLimits } from "../facts.js";

/** A catalogue as a file holds it; what is not named here may be there as well and is not read. */
export interface Catalogue {
  /** `made` is the date of the catalogue, YYYY-MM-DD. */
  readonly meta: { readonly made: string; readonly snapshots: Snapshots };
  readonly operations: readonly CatalogueOperation[];
  readonly operationsBeyondTheSdks?: readonly CatalogueOperation[];
  readonly schemas: Readonly<Record<string, Readonly<Record<string, CatalogueField>>>>;
}

/** By source: version and date, as `3.1.212, 2026-08-20, 23eb13d`. */
type Snapshots = Readonly<Record<string, string>>;

/** One operation of a catalogue. */
export interface CatalogueOperation {
  readonly operationId: string;
  readonly vendorName: string;
  readonly method: string;
  readonly path: string;
  readonly vendorGroup?: string;
  readonly purpose?: string;
  readonly parameters: readonly CatalogueParameter[];
  readonly request?: CatalogueBody & { readonly required?: boolean };
  readonly response?: CatalogueBody & { readonly kind?: "json" | "file" };
  readonly statuses?: Readonly<Record<string, string>>;
  readonly source: { readonly sdks: number; readonly explorer: boolean; readonly pages: readonly CataloguePage[] };
  readonly clients?: readonly string[] | null;
  readonly successor?: { readonly operationId: string; readonly confidence: "high" | "medium" | "low" };
  readonly deprecated?: { readonly marks: ReadonlyArray<{ readonly mark: string; readonly source: string }> };
  readonly conflicts?: readonly DisputeFacts[];
}

interface CataloguePage {
  readonly url: string;
  readonly date: string | null;
  readonly section: string | null;
}

interface CatalogueBody {
  readonly schema?: CatalogueType;
  /** The body's fields, where it has no schema of its own. */
  readonly fields?: Readonly<Record<string, CatalogueField>>;
}

/** A type: a scalar, `any`, an array of `items`, an object of values or of fields, or the name of a schema. */
export interface CatalogueType {
  readonly type?: string;
  readonly format?: string;
  readonly items?: CatalogueType;
  readonly additionalProperties?: CatalogueType;
  readonly ref?: string;
  readonly fields?: Readonly<Record<string, CatalogueField>>;
}

/** A field of a schema. */
export interface CatalogueField extends CatalogueType {
  readonly required?: boolean;
  readonly limits?: CatalogueLimits;
  readonly enum?: ReadonlyArray<string | number>;
  readonly default?: string | number | boolean;
}

/** A parameter of an operation. */
export interface CatalogueParameter extends CatalogueField {
  readonly name: string;
  readonly in: "path" | "query" | "header";
}

/** Limits: `length` is an exact number of characters, `timeFormat` a pattern of letters such as `yyyy-MM-dd`. */
export interface CatalogueLimits extends Omit<PrintedLimits, "timeFormat" | "default"> {
  readonly length?: number;
  readonly timeFormat?: string;
}

const text = { type: "string", minLength: 1 };
const type = {
  type: "object",
  properties: { type: text, format: text, ref: text, items: { $ref: "#/$defs/type" } },
};
const field = {
  allOf: [{ $ref: "#/$defs/type" }],
  properties: { required: { type: "boolean" }, limits: { type: "object" }, enum: { type: "array", minItems: 1 } },
};
const fields = { type: "object", additionalProperties: { $ref: "#/$defs/field" } };
const body = { type: "object", properties: { schema: { $ref: "#/$defs/type" }, fields } };

const SCHEMA = {
  type: "object",
  required: ["meta", "operations", "schemas"],
  properties: {
    meta: {
      type: "object",
      required: ["made", "snapshots"],
      properties: {
        made: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        snapshots: { type: "object", additionalProperties: text },
      },
    },
    operations: { type: "array", minItems: 1, items: { $ref: "#/$defs/operation" } },
    operationsBeyondTheSdks: { type: "array", items: { $ref: "#/$defs/operation" } },
    schemas: { type: "object", additionalProperties: fields },
  },
  $defs: {
    type,
    field,
    operation: {
      type: "object",
      required: ["operationId", "vendorName", "method", "path", "parameters", "source"],
      properties: {
        operationId: { type: "string", pattern: "^[a-z][A-Za-z0-9]*$" },
        vendorName: text,
        method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
        path: { type: "string", pattern: "^/" },
        parameters: {
          type: "array",
          items: {
            allOf: [{ $ref: "#/$defs/field" }],
            required: ["name", "in", "type"],
            properties: { name: text, in: { enum: ["path", "query", "header"] } },
          },
        },
        request: body,
        response: body,
        source: {
          type: "object",
          required: ["sdks", "explorer", "pages"],
          properties: {
            sdks: { type: "integer", minimum: 0 },
            explorer: { type: "boolean" },
            pages: { type: "array" },
          },
        },
        conflicts: { type: "array", items: { type: "object", required: ["at", "about", "claims"] } },
      },
    },
  },
};

/** Reads a catalogue, or says what is wrong with it: the place inside it, and what was expected there. */
export function readCatalogue(text: string): Catalogue | { readonly problems: readonly string[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problems: [`it is not JSON (${error.message})`] };
  }
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile<Catalogue>(SCHEMA);
  if (validate(data)) return data;
  const errors = validate.errors ?? [];
  return { problems: errors.map(({ instancePath, message = "" }) => `${instancePath || "/"}: ${message}`) };
}
