/**
 * The shapes of the x- extensions (spec/README.md), as Redocly types: its rule `struct` then checks them like the rest of
 * the document, and `spec/extension-known` knows where each may stand.
 */

const text = { type: "string" };
const whole = { type: "integer" };
const pointer = text;

const object = (properties, required = Object.keys(properties)) => ({ properties, required });
const list = (items) => ({ properties: {}, items });
const map = (value) => ({ properties: {}, additionalProperties: value });

const shapes = {
  Source: object({ url: text, documents: "SourceDocuments" }),
  SourceDocuments: list("SourceDocument"),
  SourceDocument: {
    properties: { document: { enum: ["page", "pdf", "walkthrough"] }, section: text, date: text },
    // A help-center page is a document of its own; the PDF holds them all.
    required: (entry) => (entry?.document === "page" ? ["document", "date"] : ["document", "section", "date"]),
  },
  ExampleSources: list(text),
  Pagination: object({ page: text, first: whole, size: text, maximum: whole, items: pointer, total: pointer }, [
    "page",
    "first",
    "items",
  ]),
  TimeRules: list("TimeRule"),
  TimeRule: object(
    { start: text, end: text, format: { enum: ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"] }, maximumDays: whole },
    ["start", "end", "format"],
  ),
  Wait: object({ state: pointer, outcomes: "WaitOutcomes" }),
  WaitOutcomes: map({ enum: ["success", "failure", "aborted", "never-scheduled"] }),
  Log: object({ offset: text, next: pointer, text: pointer, more: pointer }),
  Steps: object({ list: pointer }),
  FailureMarks: list("FailureMark"),
  FailureMark: object({ at: pointer, values: { type: "array" }, message: pointer, code: pointer }, ["at"]),
  Alternatives: list("Alternative"),
  Alternative: object({ to: text, use: text }),
  States: object({ known: "StateMeanings" }),
  StateMeanings: map(text),
  ErrorCatalogue: list("ErrorEntry"),
  ErrorEntry: object(
    {
      code: text,
      status: whole,
      alternativeStatus: whole,
      source: { enum: ["pdf", "gateway", "observed"] },
      meaning: text,
      advice: text,
      retry: { type: "boolean" },
      refused: { type: "boolean" },
    },
    ["code", "status", "source", "meaning", "advice", "retry", "refused"],
  ),
  StatusCatalogue: list("StatusEntry"),
  StatusEntry: object({ status: whole, name: text, meaning: text, advice: text, client: text }, [
    "status",
    "name",
    "meaning",
    "advice",
  ]),
};

/** Which extension may stand on which type. `null`: another rule checks its shape. */
const places = {
  Root: {
    "x-error-catalogue": "ErrorCatalogue",
    "x-status-catalogue": "StatusCatalogue",
    "x-empty-body": { type: "boolean" },
    "x-failure": "FailureMarks",
  },
  Operation: {
    "x-source": "Source",
    "x-effect": { enum: ["reads", "runs", "changes", "destroys"] },
    "x-secret-answer": { type: "boolean" },
    "x-retry": { enum: ["safe", "never"] },
    "x-successor": text,
    "x-nearest": text,
    "x-instead": "Alternatives",
    "x-empty": { type: "boolean" },
    "x-pagination": "Pagination",
    "x-time": "TimeRules",
    "x-wait": "Wait",
    "x-log": "Log",
    "x-steps": "Steps",
    "x-failure": "FailureMarks",
    "x-conflicts": null,
  },
  Parameter: { "x-conflicts": null },
  Server: { "x-conflicts": null },
  Schema: { "x-conflicts": null, "x-states": "States" },
  Example: { "x-conflicts": null, "x-from": "ExampleSources" },
};

/** Redocly's types with the extensions added. */
export function withExtensions(types) {
  const extended = { ...types, ...shapes };
  for (const [name, extensions] of Object.entries(places)) {
    extended[name] = { ...types[name], properties: { ...types[name].properties, ...extensions } };
  }
  return extended;
}
