/**
 * What a vendor document says about an operation, as data: names, types, limits, values and example data.
 * Never the vendor's sentences. One `OperationFacts` a file in `spec/sources/<operationId>.json`.
 */

/**
 * Which kind of document a claim comes from: the vendor's texts (page, pdf, and the walkthroughs of the pdf), the vendor's
 * SDKs and API Explorer, which are made from one master, and public clients of the service.
 */
export type DocumentId = "page" | "pdf" | "walkthrough" | "sdk" | "explorer" | "client";

export interface OperationFacts {
  operationId: string;
  /** The vendor's texts, newest first: where two describe the same thing differently, the first one wins. */
  documents: DocumentFacts[];
  /** What a catalogue says of the operation. */
  catalogue?: CatalogueFacts;
}

/** What a catalogue says of an operation. */
export interface CatalogueFacts {
  /** What the vendor's API Explorer and SDKs say, and which public clients call it. */
  documents: DocumentFacts[];
  /** Pages of which only the beginning was read, newest first; those without a date last. */
  pages: SeenPage[];
  /** Marks of the operation, each with its source: `old group in API Explorer`. */
  marks: string[];
  /** The operation that takes its place, with its route. */
  successor?: { operationId: string; method: string; path: string; confidence: "high" | "medium" | "low" };
  /** Where sources disagree, as far as the documents above do not show it themselves. */
  disputes: DisputeFacts[];
}

/** A page that was seen, not read: its address, its date, and what marks it ("Out-of-date group"). */
export interface SeenPage {
  url: string;
  date?: string;
  mark?: string;
}

/** What sources say differently about one thing. */
export interface DisputeFacts {
  /** `operation`, a parameter's name, or a path of fields below `request` or `response`: `scms[].end_point_id`. */
  at: string;
  about: string;
  /** Source: what it says. */
  claims: Record<string, unknown>;
}

export interface DocumentFacts {
  document: DocumentId;
  /** Section of the PDF ("4.6"). */
  section?: string;
  /** What the source is called by itself: a version, a revision, the clients' names. */
  version?: string;
  /** The operation's title ("Running a Build Task") without the "(Unavailable Soon)" mark, or its name in the source. */
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
  /** Statuses that the document lists, ascending; SDKs and clients list none. */
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
