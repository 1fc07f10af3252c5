import type { DocumentFacts, ExampleFacts, OperationFacts } from "../facts.js";
import { compareBodies, type ContainerDifference } from "./exampleBody.js";
import { asList, exampleKey, sameMembers, type Ledger } from "./ledger.js";
import { at, child, childrenAt, followSpot, dataAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { parametersOf } from "./parameters.js";
import { printedLine, sameLine, specifiedLine } from "./requestLine.js";
import { layersOf } from "./schema.js";
import { schemaOfBody } from "./tables.js";

/** A named example of the specification. */
interface NamedExample {
  readonly name: string;
  readonly of: ExampleFacts["of"];
  readonly spot: Spot;
}

/** A printed example and the name that the specification has to give it. */
interface PrintedExample {
  readonly name: string;
  readonly document: DocumentFacts["document"];
  readonly facts: ExampleFacts;
}

/** Names that say that an example comes from a document. */
const FROM_DOCUMENT = /^(page|pdf|walkthrough)(-\d+)?$/;

/** Compares the examples of all documents with the named examples of the operation, in both directions. */
export function compareExamples(operation: DescribedOperation, facts: OperationFacts, ledger: Ledger): void {
  const printed = facts.documents.flatMap(namedExamples);
  const specified = examplesOf(operation);
  for (const example of printed) {
    if (example.facts.url !== undefined) compareLine(operation, example, example.facts.url, ledger);
    if (hasBody(example.facts)) compareBody(operation, example, ledger);
  }
  for (const example of specified) {
    const { name, of } = example;
    if (!FROM_DOCUMENT.test(name) || printed.some((one) => one.name === name && one.facts.of === of)) continue;
    ledger.find({
      operationId: operation.operationId,
      about: ["example"],
      spots: [example.spot, operation.spot],
      message: `${whereOf(of)}: the specification has an example ${name}, the document does not`,
      fix: "delete it, or name it after its source",
      claims: { [name]: [] },
      explainedBy: ({ claims }) => name in claims && asList(claims[name]).length === 0,
    });
  }
}

/** The examples of a document, with the names that the specification gives them: pdf, pdf-2, ... */
export function namedExamples({ document, examples }: DocumentFacts): PrintedExample[] {
  const counts = new Map<ExampleFacts["of"], number>();
  return examples.map((facts) => {
    const count = (counts.get(facts.of) ?? 0) + 1;
    counts.set(facts.of, count);
    return { name: count === 1 ? document : `${document}-${count}`, document, facts };
  });
}

/** The named example of a request or response body. */
export function bodyExample(operation: DescribedOperation, of: ExampleFacts["of"], name: string): Spot | undefined {
  const body = of === "request" ? at(operation.spot, "requestBody") : at(operation.spot, "responses", String(of));
  return contentExamples(of, body).find((example) => example.name === name)?.spot;
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
  return childrenAt(owner, "examples").map(([name, written]) => ({
    name,
    of,
    spot: followSpot(written) ?? written,
  }));
}

function compareLine(operation: DescribedOperation, example: PrintedExample, url: string, ledger: Ledger): void {
  const { name, document, facts } = example;
  const printed = printedLine(facts.method ?? operation.method, url);
  const specified = specifiedLine(operation, name);
  if (sameLine(printed, specified)) return;
  ledger.find({
    operationId: operation.operationId,
    about: ["example"],
    spots: [operation.spot],
    message: `request: ${document} shows ${printed}, the examples named ${name} make ${specified}`,
    fix: `correct the parameters' examples named ${name}`,
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
  const { name, document, facts } = example;
  const { operationId } = operation;
  const where = whereOf(facts.of);
  const spot = bodyExample(operation, facts.of, name);
  const value = dataAt(child(spot, "value"));
  if (!spot || value === undefined) {
    const message = `${where}: ${document} has an example body, the specification has none named ${name}`;
    ledger.find({ operationId, about: ["example"], spots: [operation.spot], message, fix: `add the example ${name}` });
    return;
  }
  const { containers, printed, specified } = compareBodies(facts, value, schemaOfBody(operation, facts.of));
  for (const container of containers) findContainer(operation, example, spot, container, ledger);
  if (printed.length === 0 && specified.length === 0) return;
  ledger.find({
    operationId,
    about: ["example"],
    spots: [spot],
    message: `${where}: example ${name} lacks ${JSON.stringify(printed)} of ${document} and adds ${JSON.stringify(specified)}`,
    fix: "correct the example",
    claims: { [document]: printed },
    decision: specified,
    explainedBy: ({ claims, decision }) =>
      document in claims && sameMembers(asList(claims[document]), printed) && sameMembers(asList(decision), specified),
  });
}

function findContainer(
  operation: DescribedOperation,
  { name, document, facts }: PrintedExample,
  example: Spot,
  { property, where, shown }: ContainerDifference,
  ledger: Ledger,
): void {
  const key = exampleKey(document);
  ledger.find({
    operationId: operation.operationId,
    about: ["container"],
    spots: property ? layersOf(property) : [example],
    message: `${whereOf(facts.of)}${where}: the example of ${document} shows an ${shown}, example ${name} does not`,
    fix: "correct the example",
    claims: { [key]: shown },
    explainedBy: ({ claims }) => claims[key] === shown,
  });
}

function whereOf(of: ExampleFacts["of"]): string {
  return of === "request" ? "request" : `response ${of}`;
}
