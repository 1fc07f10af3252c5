import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { placeOf } from "../../core/load/spots.js";
import { TABLES } from "../check/ledger.js";
import { documentsOf, newestOf } from "../check/operation.js";
import type { DocumentFacts, OperationFacts } from "../facts.js";
import { compareFacts } from "./compare.js";
import { applyEdit, EditError, type Edit } from "./draft.js";
import type { PageChange, DocumentName, FactChange, OperationReport, SourceReport, Subject } from "./model.js";
import type { Context, Proposal } from "./proposal.js";
import { propose } from "./propose.js";
import { proposeOperation } from "./skeleton.js";
import { Specification } from "./specification.js";

/** A document that was read, and from where. */
export interface ReadDocument {
  readonly source: string;
  readonly operationId: string;
  readonly facts: DocumentFacts;
}

/** Everything that a report is made of. */
export interface PageReportInput {
  /** The folder that holds `spec/`. */
  readonly folder: string;
  readonly read: readonly ReadDocument[];
  readonly recorded: ReadonlyMap<string, OperationFacts>;
  /** Operations that their source says are not there any more, and which source. */
  readonly gone?: ReadonlyArray<{ readonly operationId: string; readonly source: string }>;
  readonly problems?: readonly string[];
}

/** A change with the edits that follow it, before they are written as patches. */
interface Draft extends Omit<PageChange, "patch" | "settled"> {
  readonly edits: readonly Edit[];
}

/** Compares what was read with what is recorded, and says what to edit in the specification. */
export function makePageReport({ folder, read, recorded, gone = [], problems = [] }: PageReportInput): SourceReport {
  const specification = new Specification(folder);
  const texts = new Texts(folder);
  const reports = read.map((document) => reportOn(specification, document, recorded.get(document.operationId), texts));
  const departed = gone.map((one) => goneReport(specification, one, recorded.get(one.operationId), texts));
  const operations = [...reports, ...departed].map(({ report }) => report);
  return {
    operations: operations.filter(({ changes }) => changes.length > 0),
    unchanged: unchangedOf(operations),
    problems,
    patch: texts.patchOf([...reports, ...departed].flatMap(({ edits }) => edits)),
  };
}

/** Operations that no document changed. */
function unchangedOf(operations: readonly OperationReport[]): string[] {
  const changed = new Set(operations.flatMap(({ operationId, changes }) => (changes.length > 0 ? [operationId] : [])));
  return [...new Set(operations.map(({ operationId }) => operationId))].filter((id) => !changed.has(id)).sort();
}

interface Drafted {
  readonly report: OperationReport;
  readonly edits: readonly Edit[];
}

function reportOn(
  specification: Specification,
  { source, operationId, facts }: ReadDocument,
  recorded: OperationFacts | undefined,
  texts: Texts,
): Drafted {
  const baseline = recorded && baselineOf(facts, recorded);
  const head = { operationId, source, document: documentName(facts) };
  if (!baseline) return newOperation(specification, operationId, facts, head, texts);
  const operation = specification.operation(operationId);
  const others =
    facts.document === "walkthrough"
      ? []
      : documentsOf(recorded).filter(({ document }) => document !== facts.document && TABLES.includes(document));
  const wins = others.every((other) => older(other, facts));
  const drafts = compareFacts(baseline, facts).map((change): Draft => {
    if (!operation) return draft(specification, operationId, change, { ...NOWHERE, spot: specification.root });
    const context: Context = { specification, operation, fresh: facts, others, wins };
    return draft(specification, operationId, change, propose(context, change, baseline));
  });
  return finish({ ...head, comparedWith: documentName(baseline) }, drafts, texts);
}

const NOWHERE = { advice: "the specification does not have this operation: add it first", edits: [] };

/** Newer than another document; a page is newer than a PDF of its day, and outweighs SDKs, which outweigh the PDF. */
function older(other: DocumentFacts, facts: DocumentFacts): boolean {
  if (other.document === "sdk") return facts.document === "page";
  return other.date === facts.date ? facts.document === "page" : other.date < facts.date;
}

/** What a document is compared with: the same one as it was, else the newest that has tables. */
function baselineOf(facts: DocumentFacts, recorded: OperationFacts): DocumentFacts | undefined {
  const same = recorded.documents.find(
    ({ document, section }) => document === facts.document && (document !== "walkthrough" || section === facts.section),
  );
  return same ?? (facts.document === "walkthrough" ? undefined : newestOf(recorded));
}

function newOperation(
  specification: Specification,
  operationId: string,
  facts: DocumentFacts,
  head: Omit<OperationReport, "changes">,
  texts: Texts,
): Drafted {
  const change: FactChange = {
    kind: "operation added",
    subject: { of: "operation" },
    after: `${facts.method} ${facts.path}`,
  };
  return finish(
    head,
    [draft(specification, operationId, change, proposeOperation(specification, operationId, facts))],
    texts,
  );
}

function goneReport(
  specification: Specification,
  { operationId, source }: { operationId: string; source: string },
  recorded: OperationFacts | undefined,
  texts: Texts,
): Drafted {
  const operation = specification.operation(operationId);
  const newest = recorded && newestOf(recorded);
  const change: FactChange = {
    kind: "operation gone",
    subject: { of: "operation" },
    before: newest ? `${newest.method} ${newest.path}` : undefined,
  };
  const advice =
    "ask whether the service still answers: if so, set deprecated; if not, delete its files and its line in spec/openapi.yaml";
  const proposal = { spot: operation?.spot, advice, edits: [] };
  const head = { operationId, source, ...(newest ? { comparedWith: documentName(newest) } : {}) };
  return finish(head, [draft(specification, operationId, change, proposal)], texts);
}

function draft(specification: Specification, operationId: string, change: FactChange, proposal: Proposal): Draft {
  const { kind, subject, before, after, evidence } = change;
  const place = proposal.spot ? placeOf(proposal.spot) : { file: "spec/openapi.yaml", line: 1 };
  return {
    kind,
    operationId,
    field: fieldOfChange(subject),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(evidence === undefined ? {} : { evidence }),
    file: place.file,
    line: place.line,
    advice: proposal.advice,
    alsoUsedBy: specification.otherUsers(place.file, operationId),
    edits: proposal.edits,
  };
}

function finish(head: Omit<OperationReport, "changes">, drafts: readonly Draft[], texts: Texts): Drafted {
  const changes = drafts.map(({ edits, ...change }): PageChange => {
    const patch = texts.patchOf(edits);
    return { ...change, settled: patch === "" && change.kind !== "operation gone", patch };
  });
  // What renames comes last: the other edits speak of the old names.
  const order = (change: Draft): number => (/renamed|moved/.test(change.kind) ? 1 : 0);
  const edits = [...drafts].sort((one, other) => order(one) - order(other)).flatMap((one) => one.edits);
  return { report: { ...head, changes }, edits };
}

function documentName({ document, section, date }: DocumentFacts): DocumentName {
  return { document, ...(section === undefined ? {} : { section }), date };
}

/** A subject in words. */
export function fieldOfChange(subject: Subject): string {
  if (subject.of === "operation") return "operation";
  if (subject.of === "status") return `status ${subject.status}`;
  if (subject.of === "parameter") return `${subject.in} parameter ${subject.name}`;
  if (subject.of === "body") return bodyName(subject.body);
  if (subject.of === "field") return `${bodyName(subject.body)}: ${subject.path.join(".")}`;
  const number = subject.index === 0 ? "" : ` ${subject.index + 1}`;
  return `example${number} of the ${bodyName(subject.example)}`;
}

function bodyName(body: "request" | number): string {
  return body === "request" ? "request" : `response ${body}`;
}

/** The specification's files as they are, and what edits would make of them. */
class Texts {
  readonly #known = new Map<string, string>();

  constructor(private readonly folder: string) {}

  /** A unified diff of what the edits change; an edit whose place an earlier one took away is left out. */
  patchOf(edits: readonly Edit[]): string {
    const edited = new Map<string, string>();
    for (const edit of edits) {
      const text = edited.get(edit.file) ?? this.#text(edit.file);
      try {
        edited.set(edit.file, applyEdit(text, edit));
      } catch (error) {
        if (!(error instanceof EditError)) throw error;
      }
    }
    return [...edited]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, text]) => this.#diff(file, text))
      .join("");
  }

  #diff(file: string, text: string): string {
    const before = this.#text(file);
    if (before === text) return "";
    const name = before === "" ? "/dev/null" : `a/${file}`;
    return createTwoFilesPatch(name, `b/${file}`, before, text, "", "", {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
  }

  #text(file: string): string {
    let text = this.#known.get(file);
    if (text === undefined) {
      const path = join(this.folder, file);
      text = existsSync(path) ? readFileSync(path, "utf8") : "";
      this.#known.set(file, text);
    }
    return text;
  }
}
