import type { DocumentId, FieldFacts, TableFacts } from "../facts.js";

/** What can happen to an operation's documentation. */
export type ChangeKind =
  | "operation added"
  | "operation gone"
  | "marked for removal"
  | "no longer marked for removal"
  | "document"
  | "title"
  | "method"
  | "path"
  | "status added"
  | "status removed"
  | "body added"
  | "body removed"
  | "parameter added"
  | "parameter removed"
  | "parameter renamed"
  | "parameter moved"
  | "field added"
  | "field removed"
  | "field renamed"
  | "type"
  | "mandatory"
  | "limits"
  | "values"
  | "example";

/** What a change is about, in the terms of the facts. */
export type Subject =
  | { readonly of: "operation" }
  | { readonly of: "status"; readonly status: number }
  | { readonly of: "example"; readonly example: "request" | number; readonly index: number }
  | { readonly of: "parameter"; readonly in: string; readonly name: string }
  | { readonly of: "body"; readonly body: TableFacts["of"] }
  | {
      readonly of: "field";
      readonly body: TableFacts["of"];
      /** The fields that lead to it, by their old names, and its own. */
      readonly path: readonly string[];
    };

/** A difference between two documents about one operation, before anybody looks at the specification. */
export interface FactChange {
  readonly kind: ChangeKind;
  readonly subject: Subject;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The row that appeared, or that has another name now. */
  readonly row?: FieldFacts;
  /** Why two names are taken for one thing. */
  readonly evidence?: readonly string[];
}

/** A document as a report names it: "page 2025-08-22", "pdf 4.5 2024-01-16". */
export interface DocumentName {
  readonly document: DocumentId;
  readonly section?: string;
  readonly date: string;
}

/** One thing that the vendor changed, and what it means for the specification. */
export interface PageChange {
  readonly kind: ChangeKind;
  readonly operationId: string;
  /** In words: "query parameter page_size", "response 200: jobs[].id"; the operation's own things by their names. */
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly evidence?: readonly string[];
  /** Where to edit. */
  readonly file: string;
  readonly line: number;
  /** What to do there, in words. */
  readonly advice: string;
  /** True when the specification says so already, or records why it does not. */
  readonly settled: boolean;
  /** A unified diff of the specification to start from; empty where only a person can write one. */
  readonly patch: string;
  /** Other operations that use the file to edit. */
  readonly alsoUsedBy: readonly string[];
}

/** What changed about one operation, from the recorded document to the one that was read. */
export interface OperationReport {
  readonly operationId: string;
  /** The file or address that was read. */
  readonly source: string;
  readonly document?: DocumentName;
  readonly comparedWith?: DocumentName;
  readonly changes: readonly PageChange[];
}

/** Everything that a run found: the one model of the JSON and the Markdown. */
export interface SourceReport {
  readonly operations: readonly OperationReport[];
  /** Operations whose documents say what is recorded. */
  readonly unchanged: readonly string[];
  /** What could not be read or fetched. */
  readonly problems: readonly string[];
  /** All patches as one. */
  readonly patch: string;
}
