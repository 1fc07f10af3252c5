// The facts of a catalogue, operation by operation.
import type { CatalogueFacts, DocumentFacts, OperationFacts, ParameterFacts, TableFacts } from "../facts.js";
import type { Catalogue, CatalogueOperation } from "./format.js";
import { printedField, tablesOf } from "./types.js";

/** What the catalogue says of every operation. */
export function factsOf(catalogue: Catalogue): OperationFacts[] {
  const all = operationsIn(catalogue);
  const byId = new Map(all.map((operation) => [operation.operationId, operation]));
  return all.map((operation) => ({
    operationId: operation.operationId,
    documents: [],
    catalogue: { documents: documentsOf(operation, catalogue), ...additionsOf(operation, byId) },
  }));
}

/** What is wrong inside a catalogue whose shape is right: operations that stand twice, successors that are none. */
export function problemsOf(catalogue: Catalogue): string[] {
  const all = operationsIn(catalogue);
  const ids = all.map(({ operationId }) => operationId);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const gone = all.filter(({ successor }) => successor && !ids.includes(successor.operationId));
  return [
    ...twice.map((id) => `${id} stands twice; keep one`),
    ...gone.map(
      ({ operationId, successor }) => `${operationId}: there is no ${successor?.operationId ?? ""}, its successor`,
    ),
  ];
}

/** Schemas that are referred to and that the catalogue does not describe: objects whose fields nobody knows. */
export function unknownSchemas(catalogue: Catalogue): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { ref, fields } = value as { ref?: unknown; fields?: unknown };
    if (typeof ref === "string" && fields === undefined && !(ref in catalogue.schemas)) names.add(ref);
    Object.values(value).forEach(visit);
  };
  visit([operationsIn(catalogue), catalogue.schemas]);
  return [...names];
}

function operationsIn({ operations, operationsBeyondTheSdks = [] }: Catalogue): CatalogueOperation[] {
  return [...operations, ...operationsBeyondTheSdks];
}

function documentsOf(operation: CatalogueOperation, { meta, schemas }: Catalogue): DocumentFacts[] {
  const { vendorName: title, method, path, source, vendorGroup, clients } = operation;
  const empty = { title, unavailableSoon: false, method, path, parameters: [], tables: [], statuses: [], examples: [] };
  const statuses = Object.keys(operation.statuses ?? {}).map(Number);
  const documents: DocumentFacts[] = [];
  if (source.explorer) {
    const unavailableSoon = vendorGroup === "to be taken offline";
    documents.push({
      document: "explorer",
      ...snapshotOf(meta.snapshots, ["explorer"]),
      ...empty,
      unavailableSoon,
      statuses,
    });
  }
  if (source.sdks > 0) {
    const parameters = operation.parameters.map(parameterOf);
    const tables = bodiesOf(operation, schemas, statuses);
    documents.push({ document: "sdk", ...snapshotOf(meta.snapshots, SDKS), ...empty, parameters, tables });
  }
  const names = (clients ?? []).map((client) => client.replace(/ .*/, ""));
  if (names.length > 0) {
    // Of a client without a date of its own, it is known that it did so when the catalogue was made.
    const date = snapshotOf(meta.snapshots, names).date || meta.made;
    documents.push({ document: "client", version: clients?.join(", ") ?? "", date, ...empty });
  }
  return documents;
}

/** The languages of the vendor's SDKs. */
const SDKS = ["nodejs", "python", "java", "net", "php", "go"];

/** The newest of some snapshots: its version or revision, and its date. */
function snapshotOf(
  snapshots: Catalogue["meta"]["snapshots"],
  names: readonly string[],
): { version: string; date: string } {
  const found = names.flatMap((name) => {
    const text = snapshots[name] ?? "";
    const date = /\d{4}-\d\d-\d\d/.exec(text)?.[0];
    const version = /\d+\.\d+\.\d+|\b[0-9a-f]{7}\b/.exec(text)?.[0] ?? "";
    return date === undefined ? [] : [{ version: `${name} ${version}`.trim(), date }];
  });
  const order = ({ version, date }: { version: string; date: string }): string =>
    `${date} ${version.split(" ").at(-1) ?? ""}`;
  return found.sort((one, other) => (order(one) < order(other) ? 1 : -1))[0] ?? { version: "", date: "" };
}

function parameterOf(parameter: CatalogueOperation["parameters"][number]): ParameterFacts {
  const { name, in: place, required } = parameter;
  return { ...printedField(name, parameter, "", false), mandatory: required === true, in: place };
}

function bodiesOf(
  { request, response }: CatalogueOperation,
  schemas: Catalogue["schemas"],
  statuses: number[],
): TableFacts[] {
  const success = statuses.find((status) => status >= 200 && status < 300) ?? 200;
  return [
    { of: "request" as const, body: request },
    { of: success, body: response },
  ].flatMap(({ of, body }) => {
    const fields = body?.fields ?? schemas[body?.schema?.ref ?? ""];
    return fields ? tablesOf(of, fields, schemas) : [];
  });
}

function additionsOf(
  operation: CatalogueOperation,
  byId: ReadonlyMap<string, CatalogueOperation>,
): Omit<CatalogueFacts, "documents"> {
  const { source, successor, deprecated, conflicts = [] } = operation;
  const heir = successor && byId.get(successor.operationId);
  const pages = source.pages
    .map(({ url, date, section }) => ({
      url,
      ...(date === null ? {} : { date }),
      ...(section === null ? {} : { mark: section }),
    }))
    .sort((one, other) => ((one.date ?? "") < (other.date ?? "") ? 1 : -1));
  return {
    pages,
    marks: (deprecated?.marks ?? []).map(({ mark }) => mark),
    ...(successor && heir ? { successor: { ...successorOf(heir), confidence: successor.confidence } } : {}),
    disputes: conflicts.map(({ at, about, claims }) => ({ at, about, claims })),
  };
}

function successorOf({ operationId, method, path }: CatalogueOperation): {
  operationId: string;
  method: string;
  path: string;
} {
  return { operationId, method, path };
}
