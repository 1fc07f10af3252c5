import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Conflicts } from "../sources/check/conflicts.js";
import { bodyExample, neededExamples, printedExamples } from "../sources/check/examples.js";
import { at, child, childrenAt, dataAt, SpecFiles, textAt } from "../core/load/spots.js";
import { documentsOf, operationsOf, type DescribedOperation } from "../sources/check/operation.js";
import { parametersOf } from "../sources/check/parameters.js";
import { exampleFrom } from "../sources/check/requestLine.js";
import type { OperationFacts } from "../sources/facts.js";
import { fieldItems } from "./fields.js";
import { countItems, stateOf, type Coverage, type Described, type Item } from "./items.js";

/** How much of what the documents describe stands in the specification below `root`. */
export function coverage(root: string): Coverage[] {
  const files = new SpecFiles(root);
  const spec = files.read("spec/openapi.yaml");
  const operations = spec ? operationsOf(spec) : [];
  for (const file of filesBelow(root, "spec", ".yaml")) files.read(file);
  const conflicts = new Conflicts(files.all());
  // What is pending is not missed: the specification does not have it yet.
  const recorded = filesBelow(root, "spec/sources", ".json").filter((file) => !file.includes("/pending/"));
  const items = recorded.flatMap((file) => {
    const facts = JSON.parse(readFileSync(join(root, file), "utf8")) as OperationFacts;
    const id = facts.operationId;
    const operation = operations.find(({ operationId }) => operationId === id);
    const own: Item = { kind: "operations", name: id, state: operation ? "specified" : "missing" };
    const items = documentsOf(facts).flatMap((document) => itemsOf({ id, facts: document, operation, conflicts }));
    return [own, ...items, ...exampleItems(id, facts, operation)];
  });
  return countItems(items);
}

function filesBelow(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function itemsOf(described: Described): Item[] {
  return [...parameterItems(described), ...fieldItems(described), ...statusItems(described)];
}

function parameterItems(described: Described): Item[] {
  const { id, facts, operation } = described;
  const parameters = operation ? parametersOf(operation) : [];
  const spots = operation ? [operation.spot, ...parameters.map(({ spot }) => spot)] : [];
  const headers = operation ? credentialHeaders(operation) : [];
  return facts.parameters.map((printed) => {
    const present =
      parameters.some((one) => one.in === printed.in && one.name === printed.name) || headers.includes(printed.name);
    const state = stateOf(present, described, spots, ["parameter"], printed.name);
    return { kind: "parameters", name: `${id} ${printed.in} ${printed.name}`, state };
  });
}

/** Headers that are a security scheme of the operation instead of a parameter. */
function credentialHeaders({ spot, root }: DescribedOperation): string[] {
  const requirements = dataAt(child(spot, "security") ?? child(root, "security"));
  const schemes = Array.isArray(requirements) ? requirements.flatMap((one) => Object.keys(Object(one) as object)) : [];
  return schemes.flatMap((name) => textAt(at(root, "components", "securitySchemes", name), "name") ?? []);
}

function statusItems(described: Described): Item[] {
  const { id, facts, operation } = described;
  const specified = operation ? childrenAt(operation.spot, "responses").map(([status]) => status) : [];
  const spots = operation ? [operation.spot] : [];
  return facts.statuses.map((status) => {
    const state = stateOf(specified.includes(String(status)), described, spots, ["statuses"], status);
    return { kind: "statuses", name: `${id} ${status}`, state };
  });
}

function exampleItems(id: string, facts: OperationFacts, operation: DescribedOperation | undefined): Item[] {
  const documents = documentsOf(facts);
  const needed = operation ? neededExamples(operation, { documents }) : documents.flatMap(printedExamples);
  return needed.map(({ source, facts: { of, body, broken } }) => {
    const shown = `${id} ${of} example of ${source}`;
    if (!operation) return { kind: "examples", name: shown, state: "missing" };
    // A request is shown by the examples of its parameters and of its body, as far as it has any.
    const parameters = of === "request" ? parametersOf(operation) : [];
    const hasBody = body !== undefined || broken !== undefined;
    const present =
      (!hasBody || bodyExample(operation, of, source) !== undefined) &&
      (parameters.length === 0 || parameters.some((parameter) => exampleFrom(parameter, source) !== undefined));
    return { kind: "examples", name: shown, state: present ? "specified" : "missing" };
  });
}
