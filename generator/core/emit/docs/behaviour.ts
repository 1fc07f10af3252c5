import { cell, cellCode, escaped } from "../../lib/markdown.js";
import type { FailureMark, Operation, TimeRule } from "../../model/types.js";
import type { PackageModel } from "../../product.js";
import { returnType } from "../client.js";

/** What a reader needs to know about an operation beside its parameters and fields, as rows of a table. */
export function behaviourRows(operation: Operation, model: PackageModel): string[][] {
  const { behaviour } = operation;
  const server = model.servers.find(({ name }) => name === operation.server);
  const rows: Array<[string, string]> = [
    ["Method of the client", cellCode(`client.${operation.name}(): ${returnType(operation)}`)],
    ["Server", server === undefined ? "" : cellCode(server.url)],
    ["Credentials", operation.anonymous ? "none" : operation.credentials.map(escaped).join(" or ")],
    ["Effect", behaviour.effect === undefined ? "" : effectWords[behaviour.effect]],
    ["Secret", behaviour.secretAnswer === true ? "what it responds with is a secret: keep it out of logs" : ""],
    ["Retries", behaviour.retry === undefined ? "" : retryWords[behaviour.retry]],
    ["Pages", paginationWords(operation)],
    ["Times", (behaviour.time ?? []).map(timeWords).join("<br>")],
    ["Signs of an error in a success", failureMarks(operation, model).map(failureWords).join("<br>")],
    ["States", waitWords(operation)],
    ["Success without a body", behaviour.empty === true ? "possible" : ""],
    ["Sources", sourceWords(operation, model)],
  ];
  return rows.filter(([, text]) => text !== "");
}

const effectWords = {
  reads: "reads: everything stays as it is",
  runs: "runs: it starts something",
  changes: "changes: it creates or changes something",
  destroys: "destroys: it deletes something",
} as const;

const retryWords = {
  safe: "yes: it may be sent twice",
  never: "only if it was certainly refused before it took effect: it starts or changes something",
} as const;

function paginationWords({ behaviour: { pagination } }: Operation): string {
  if (pagination === undefined) return "";
  const { page, first, size, maximum, items, total } = pagination;
  const most = maximum === undefined ? "" : `, at most ${maximum}`;
  return [
    `${cellCode(page)} counts from ${first}`,
    size === undefined ? "" : `${cellCode(size)} items a page${most}`,
    `items in ${cellCode(items)}`,
    total === undefined ? "" : `their number in ${cellCode(total)}`,
  ]
    .filter((text) => text !== "")
    .join("; ");
}

function timeWords({ start, end, format, maximumDays }: TimeRule): string {
  const window = maximumDays === undefined ? "" : `; at most ${maximumDays} days apart`;
  return `${cellCode(start)} and ${cellCode(end)} as ${cellCode(format)}${window}`;
}

/** The signs of an error in an answer that is JSON: the document's, and those of the operation, which come first. */
function failureMarks({ behaviour: { failure = [] } }: Operation, model: PackageModel): FailureMark[] {
  return [...failure, ...model.failure.filter(({ at }) => !failure.some((own) => own.at === at))];
}

function failureWords({ at, values }: FailureMark): string {
  if (values === undefined) return `${cellCode(at)} is not empty`;
  return `${cellCode(at)} is ${values.map((value) => cellCode(String(value))).join(" or ")}`;
}

function waitWords({ behaviour: { wait } }: Operation): string {
  if (wait === undefined) return "";
  const states = Object.entries(wait.outcomes).map(([state, outcome]) => `${cellCode(state)} (${cell(outcome)})`);
  return `in ${cellCode(wait.state)}; final are ${states.join(", ")}`;
}

function sourceWords({ source }: Operation, { product }: PackageModel): string {
  if (source === undefined) return "";
  const dated = source.documents.map(({ document, section, date }) => {
    const part = section === undefined ? "" : ` ${section}`;
    return cell(`${product.sources?.documents[document] ?? document}${part}, ${date}`);
  });
  const link = source.url === undefined ? [] : [`[the vendor's page](${encodeURI(source.url)})`];
  return [...link, ...dated].join("<br>");
}
