import { isArray, listOf, objectOf, type Json } from "../lib/json.js";
import type { Operation } from "../model/types.js";
import type { PackageModel } from "../product.js";
import { defaultRegion, regionsOf, serverAddress } from "./data.js";
import { bytes, fileNameOf, printWire, sampleExchange, successOf, withBytes } from "./sample.js";

/** The request of a sample as it goes out, for the samples that do without the client. */
export interface SampleRequest {
  readonly address: string;
  readonly mediaType: string;
  readonly body?: Json;
}

/** The request that all samples of an operation send. */
export function sampleRequest(operation: Operation, model: PackageModel): SampleRequest {
  const { line, body } = printWire(operation, sampleExchange(operation));
  const server = model.servers.find(({ name }) => name === operation.server);
  const region = defaultRegion(model) ?? regionsOf(model)[0] ?? "region";
  const address = serverAddress(server).replaceAll("{region}", region) + line.slice(operation.method.length + 1);
  const mediaType = operation.body?.mediaType ?? "application/json";
  return body === undefined ? { address, mediaType } : { address, mediaType, body };
}

/** The sample of an operation as a command for a POSIX shell. The token comes from the environment. */
export function printCurl(operation: Operation, model: PackageModel): string {
  const { address, mediaType, body } = sampleRequest(operation, model);
  const { method } = operation;
  const headers = sampleExchange(operation).arguments.filter((argument) => argument.in === "header");
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const words = [
    `curl --fail-with-body ${method === "GET" ? "" : `--request ${method} `}${shellText(address)}`,
    ...(operation.anonymous ? [] : (model.product.credentials?.curl ?? [])),
    ...headers.map(({ name, value }) => `--header ${shellText(`${name}: ${text(value)}`)}`),
    ...(body === undefined ? [] : bodyWords(operation, model, mediaType, body)),
    ...((successOf(operation)?.headers ?? []).length > 0 ? ["--include"] : []),
    ...(operation.answer.kind === "binary" ? [`--output ${shellText(fileNameOf(operation))}`] : []),
  ];
  return `${words.join(" \\\n  ")}\n`;
}

/** What sends the body: JSON as it is, forms field by field, bytes from a file. */
function bodyWords(operation: Operation, model: PackageModel, mediaType: string, body: Json): string[] {
  const encoding = operation.body?.encoding ?? "json";
  const header = `--header ${shellText(`Content-Type: ${mediaType}`)}`;
  if (encoding === "json") return [header, `--data ${shellText(JSON.stringify(body, null, 2))}`];
  if (encoding === "binary") return [header, "--data-binary @file.bin"];
  const text = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
  const sent = printWire(operation, withBytes(operation, sampleExchange(operation), model)).body ?? body;
  if (encoding === "text") return [header, `--data-binary ${shellText(text(sent))}`];
  const fields = Object.entries(objectOf(sent)).flatMap(([name, value]) =>
    listOf(isArray(value) ? value : [value]).map((one): [string, Json] => [name, one]),
  );
  if (encoding === "form")
    return fields.map(([name, value]) => `--data-urlencode ${shellText(`${name}=${text(value)}`)}`);
  return fields.map(([name, value]) =>
    value === bytes
      ? `--form ${shellText(`${name}=@file.bin`)}`
      : `--form-string ${shellText(`${name}=${text(value)}`)}`,
  );
}

/** A text as one word of a shell, whatever it holds. */
export function shellText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
