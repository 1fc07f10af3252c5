import type { Exchange, Model, Operation } from "../model/types.js";
import { defaultRegion, regionsOf, serverAddress } from "./data.js";
import { fileNameOf, printWire, successOf } from "./sample.js";

/** The request of an example as a command for a POSIX shell. The token comes from the environment. */
export function printCurl(operation: Operation, example: Exchange, model: Model): string {
  const { line, body } = printWire(operation, example);
  const [method = "", target = ""] = line.split(" ", 2);
  const server = model.servers.find(({ name }) => name === operation.server);
  const region = defaultRegion(model) ?? regionsOf(model)[0] ?? "region";
  const url = serverAddress(server).replaceAll("{region}", region) + target;
  const headers = example.arguments.filter((argument) => argument.in === "header");
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const words = [
    `curl --fail-with-body ${method === "GET" ? "" : `--request ${method} `}${quoted(url)}`,
    // The shell puts the token in: the only word that is not quoted whole.
    ...(operation.anonymous ? [] : ['--header "X-Auth-Token: $CODEARTS_TOKEN"']),
    ...headers.map(({ name, value }) => `--header ${quoted(`${name}: ${text(value)}`)}`),
    ...(body === undefined
      ? []
      : [
          `--header ${quoted(`Content-Type: ${operation.body?.mediaType ?? "application/json"}`)}`,
          `--data ${quoted(JSON.stringify(body, null, 2))}`,
        ]),
    ...((successOf(operation)?.headers ?? []).length > 0 ? ["--include"] : []),
    ...(operation.answer.kind === "binary" ? [`--output ${quoted(fileNameOf(operation))}`] : []),
  ];
  return `${words.join(" \\\n  ")}\n`;
}

/** One word of a command, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
