import type { Exchange, Model, Operation } from "../../model/types.js";
import { defaultRegion, regionsOf } from "../data.js";
import { printWire } from "../sample.js";

/** The sample of an operation for a shell: curl with a token, and the values of the first whole example. */
export function printCurl(operation: Operation, model: Model): string {
  const { address, body, mediaType } = wireOf(operation, model);
  const words = [
    "curl --fail-with-body",
    ...(answersInHeaders(operation) ? ["--include"] : []),
    ...(operation.method === "GET" ? [] : [`--request ${operation.method}`]),
    shellText(address),
    ...(operation.anonymous ? [] : ['--header "X-Auth-Token: $CODEARTS_TOKEN"']),
    ...(body === undefined ? [] : [`--header ${shellText(`Content-Type: ${mediaType}`)}`, `--data ${shellText(body)}`]),
    ...(operation.answer.kind === "binary" ? ["--output download"] : []),
  ];
  return `${words.join(" \\\n  ")}\n`;
}

/** True where a success says something in a header, beside the id that every response carries. */
function answersInHeaders({ responses }: Operation): boolean {
  const ofSuccess = responses.filter(({ status }) => status.startsWith("2")).flatMap(({ headers }) => headers);
  return ofSuccess.some(({ name }) => name.toLowerCase() !== "x-request-id");
}

/** A request of the first whole example, as every sample without the client sends it. */
export interface WireRequest {
  readonly address: string;
  /** The text of the body. */
  readonly body?: string;
  readonly mediaType: string;
}

/** The request that the samples without the client send. */
export function wireOf(operation: Operation, model: Model): WireRequest {
  const none: Exchange = { name: "", summary: "", arguments: [], callable: false, responses: [] };
  const { line, body } = printWire(operation, operation.examples.find(({ callable }) => callable) ?? none);
  const address = `${serverOf(operation, model)}${line.slice(operation.method.length + 1)}`;
  const mediaType = operation.body?.mediaType ?? "application/json";
  return body === undefined ? { address, mediaType } : { address, body: JSON.stringify(body), mediaType };
}

/** The address of an operation's server, in the region of the samples. */
function serverOf({ server }: Operation, model: Model): string {
  const found = server === undefined ? model.servers[0] : model.servers.find(({ name }) => name === server);
  const region = defaultRegion(model) ?? regionsOf(model)[0] ?? "region";
  const filled = (found?.variables ?? [])
    .filter(({ name }) => name !== "region")
    .reduce((url, variable) => url.replaceAll(`{${variable.name}}`, variable.default), found?.url ?? "");
  return filled.replaceAll("{region}", region).replace(/\/+$/, "");
}

/** A text as one word of a shell, whatever it holds. */
export function shellText(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
