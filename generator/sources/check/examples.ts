import type { DocumentFacts, ExampleFacts, OperationFacts } from "../facts.js";
import { compareBodies, type ContainerDifference } from "./exampleBody.js";
import { asList, exampleKey, sameMembers, type Ledger } from "./ledger.js";
import { at, child, childrenAt, followSpot, dataAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { parametersOf } from "./parameters.js";
import { printedLine, sameLine, exampleSources, specifiedLine } from "./requestLine.js";
import { layersOf } from "./schema.js";
import { schemaOfBody } from "./tables.js";

/** An example of the specification. */
interface NamedExample {
  readonly name: string;
  /** The sources that show it, by its `x-from`. */
  readonly from: readonly string[];
  readonly of: ExampleFacts["of"];
  readonly spot: Spot;
}

/** A printed example and what the specification has to call it in `x-from`. */
interface PrintedExample {
  readonly source: string;
  readonly document: DocumentFacts["document"];
  readonly facts: ExampleFacts;
}

/** Sources whose examples are recorded. */
const FROM_DOCUMENT = /^(page|pdf|walkthrough)(-\d+)?$/;

/** Compares the examples of all documents with those of the operation, in both directions. */
export function compareExamples(operation: DescribedOperation, facts: OperationFacts, ledger: Ledger): void {
  const printed = facts.documents.flatMap(printedExamples);
  const specified = examplesOf(operation);
  for (const example of neededExamples(operation, facts)) {
    if (example.facts.url !== undefined) compareLine(operation, example, example.facts.url, ledger);
    if (hasBody(example.facts)) compareBody(operation, example, ledger);
  }
  for (const example of specified) findWithoutSource(operation, example, printed, ledger);
}

/** The printed examples that the specification has to have. */
export function neededExamples(
  operation: DescribedOperation,
  { documents }: Pick<OperationFacts, "documents">,
): PrintedExample[] {
  const printed = documents.flatMap(printedExamples);
  const specified = examplesOf(operation);
  return printed.filter((example) => !isRepeated(example, printed, specified));
}

/** What the PDF prints where a newer page has an example too: readers need one of the two. */
function isRepeated(
  { source, document, facts }: PrintedExample,
  printed: readonly PrintedExample[],
  specified: readonly NamedExample[],
): boolean {
  const ofPage = printed.some((one) => one.document === "page" && one.facts.of === facts.of);
  return document === "pdf" && ofPage && !specified.some(({ from, of }) => of === facts.of && from.includes(source));
}

/** Finds an example that names no source, or one that does not print it. */
function findWithoutSource(
  operation: DescribedOperation,
  { name, from, of, spot }: NamedExample,
  printed: readonly PrintedExample[],
  ledger: Ledger,
): void {
  const { operationId } = operation;
  const common = { operationId, about: ["example"] as const, spots: [spot, operation.spot] };
  if (from.length === 0) {
    const message = `${whereOf(of)}: nothing says where the example ${name} comes from`;
    ledger.find({ ...common, message, fix: "name the source in x-from; `typical` where no source shows it" });
  }
  for (const source of from) {
    if (!FROM_DOCUMENT.test(source) || printed.some((one) => one.source === source && one.facts.of === of)) continue;
    ledger.find({
      ...common,
      message: `${whereOf(of)}: the example ${name} is said to be from ${source}, which does not show it`,
      fix: "delete it, or name its source in x-from",
      claims: { [source]: [] },
      explainedBy: ({ claims }) => source in claims && asList(claims[source]).length === 0,
    });
  }
}

/** The examples of a document, with what the specification calls them in `x-from`: pdf, pdf-2, ... */
export function printedExamples({ document, examples }: DocumentFacts): PrintedExample[] {
  const counts = new Map<ExampleFacts["of"], number>();
  return examples.map((facts) => {
    const count = (counts.get(facts.of) ?? 0) + 1;
    counts.set(facts.of, count);
    return { source: count === 1 ? document : `${document}-${count}`, document, facts };
  });
}

/** The example of a request or response body that a source shows. */
export function bodyExample(operation: DescribedOperation, of: ExampleFacts["of"], source: string): Spot | undefined {
  const body = of === "request" ? at(operation.spot, "requestBody") : at(operation.spot, "responses", String(of));
  return contentExamples(of, body).find(({ from }) => from.includes(source))?.spot;
}

/** The named examples of an operation's parameters, request body and own responses. */
function examplesOf(operation: DescribedOperation): NamedExample[] {
  return [
    ...contentExamples("request", at(operation.spot, "requestBody")),
    ...parametersOf(operation).flatMap(({ spot }) => examplesAt("request", spot)),
    // A shared response holds examples of the service at large, not of this operation.
    ...childrenAt(operation.spot, "responses").flatMap(([status, response]) =>
      child(response, "$ref") ? [] : contentExamples(Number(status), response),
    ),
  ];
}

function contentExamples(of: ExampleFacts["of"], body: Spot | undefined): NamedExample[] {
  return childrenAt(body, "content").flatMap(([, media]) => examplesAt(of, media));
}

function examplesAt(of: ExampleFacts["of"], owner: Spot): NamedExample[] {
  return childrenAt(owner, "examples").map(([name, written]) => {
    const spot = followSpot(written) ?? written;
    return { name, from: exampleSources(spot), of, spot };
  });
}

function compareLine(operation: DescribedOperation, example: PrintedExample, url: string, ledger: Ledger): void {
  const { source, document, facts } = example;
  const printed = printedLine(facts.method ?? operation.method, url);
  const specified = specifiedLine(operation, source);
  if (sameLine(printed, specified)) return;
  ledger.find({
    operationId: operation.operationId,
    about: ["example"],
    spots: [operation.spot],
    message: `request: ${document} shows ${printed}, the examples from ${source} make ${specified}`,
    fix: `correct the parameters' examples from ${source}`,
    claims: { [document]: [printed] },
    decision: [specified],
    explainedBy: ({ claims, decision }) =>
      sameMembers(asList(claims[document]), [printed]) && sameMembers(asList(decision), [specified]),
  });
}

function hasBody({ body, broken }: ExampleFacts): boolean {
  return body !== undefined || broken !== undefined;
}

function compareBody(operation: DescribedOperation, example: PrintedExample, ledger: Ledger): void {
  const { source, document, facts } = example;
  const { operationId } = operation;
  const where = whereOf(facts.of);
  const spot = bodyExample(operation, facts.of, source);
  const value = dataAt(child(spot, "value"));
  if (!spot || value === undefined) {
    const message = `${where}: ${document} has an example body, the specification has none from ${source}`;
    ledger.find({ operationId, about: ["example"], spots: [operation.spot], message, fix: "add it" });
    return;
  }
  const { containers, printed, specified } = compareBodies(facts, value, schemaOfBody(operation, facts.of));
  for (const container of containers) findContainer(operation, example, spot, container, ledger);
  if (printed.length === 0 && specified.length === 0) return;
  ledger.find({
    operationId,
    about: ["example"],
    spots: [spot],
    message: `${where}: the example from ${source} lacks ${JSON.stringify(printed)} of ${document} and adds ${JSON.stringify(specified)}`,
    fix: "correct the example",
    claims: { [document]: printed },
    decision: specified,
    explainedBy: ({ claims, decision }) =>
      document in claims && sameMembers(asList(claims[document]), printed) && sameMembers(asList(decision), specified),
  });
}

function findContainer(
  operation: DescribedOperation,
  { source, document, facts }: PrintedExample,
  example: Spot,
  { property, where, shown }: ContainerDifference,
  ledger: Ledger,
): void {
  const key = exampleKey(document);
  ledger.find({
    operationId: operation.operationId,
    about: ["container"],
    spots: property ? layersOf(property) : [example],
    message: `${whereOf(facts.of)}${where}: the example of ${document} shows an ${shown}, the one from ${source} does not`,
    fix: "correct the example",
    claims: { [key]: shown },
    explainedBy: ({ claims }) => claims[key] === shown,
  });
}

function whereOf(of: ExampleFacts["of"]): string {
  return of === "request" ? "request" : `response ${of}`;
}
