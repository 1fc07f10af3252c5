/**
 * What a vendor document says about an operation, as data: names, types, limits, values and example data.
 * Never the vendor's sentences. One `OperationFacts` a file in `spec/sources/<operationId>.json`.
 */

/** Which kind of document a claim comes from; also the name of the examples it contributes to the specification. */
export type DocumentId = "page" | "pdf" | "walkthrough";

export interface OperationFacts {
  operationId: string;
  /** Newest first: where two describe the same thing differently, the first one wins. */
  documents: DocumentFacts[];
}

export interface DocumentFacts {
  document: DocumentId;
  /** Section of the PDF ("4.6"); absent for a help-center page. */
  section?: string;
  /** The operation's title, e.g. "Running a Build Task", without the "(Unavailable Soon)" mark. */
  title: string;
  /** The date the document gives for itself, YYYY-MM-DD. */
  date: string;
  unavailableSoon: boolean;
  method: string;
  /** Path template as printed, escapes removed: /v3/jobs/{job_id}/status */
  path: string;
  parameters: ParameterFacts[];
  /** Request body and response body tables, in the order of the document. */
  tables: TableFacts[];
  /** Statuses that the closing "Status Codes" table lists, ascending. */
  statuses: number[];
  examples: ExampleFacts[];
}

export interface FieldFacts {
  name: string;
  /** As printed, mark-up removed: "Array of Job objects", "Map<String,OutPutResult>", "Long". */
  type: string;
  /** Present where the table has a Mandatory column. */
  mandatory?: boolean;
  limits?: PrintedLimits;
  /** Listed values, e.g. ["INFO", "DEBUG"]. */
  values?: string[];
}

export interface ParameterFacts extends FieldFacts {
  in: "path" | "query" | "header";
  mandatory: boolean;
}

/** Limits in OpenAPI's terms, so that they compare with a schema as they are. */
export interface PrintedLimits {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  /** Character classes as a pattern, e.g. "^[0-9a-z]{32}$" */
  pattern?: string;
  /** "date" for YYYY-MM-DD, "date-time text" for yyyy-MM-dd HH:mm:ss */
  timeFormat?: "date" | "local-date-time";
  /** Longest window between a start and an end, in days. */
  maximumDays?: number;
  /** Names that a value may not have. */
  forbidden?: string[];
  default?: string | number | boolean;
}

export interface TableFacts {
  /** "request" or the status of the response that the table belongs to. */
  of: "request" | number;
  /** The printed name: "Request body parameters", "Response body parameters", "Job", "result" ... */
  name: string;
  fields: FieldFacts[];
}

export interface ExampleFacts {
  /** "request" or the status of the response. */
  of: "request" | number;
  /** Request line: present for requests. */
  method?: string;
  url?: string;
  /** The body, where it is well-formed JSON. */
  body?: unknown;
  /**
   * Where the printed body is broken (lost or doubled brackets): its keys and scalar values in reading order,
   * so that a repaired example can still be held to it.
   */
  broken?: { tokens: Array<[key: string, value: string | number | boolean | null]> };
}
