import { child, childrenAt, dataAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { parametersOf, type Parameter } from "./parameters.js";

/** The request line of a printed example: method, path and readable query, without the server. */
export function printedLine(method: string, url: string): string {
  const rest = url.trim().replace(/^https?:\/\/[^/]+/, "");
  const [path = "", query] = rest.split("?");
  return `${method} ${path}${query === undefined ? "" : `?${readable(query)}`}`;
}

/** The request line that the parameters' examples from one source make; a path parameter without one stays in braces. */
export function specifiedLine(operation: DescribedOperation, source: string): string {
  const given = parametersOf(operation).filter((parameter) => exampleFrom(parameter, source) !== undefined);
  const path = given
    .filter((parameter) => parameter.in === "path")
    .reduce((text, parameter) => text.replaceAll(`{${parameter.name}}`, valueText(parameter, source)), operation.path);
  const query = given
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => `${parameter.name}=${valueText(parameter, source)}`);
  return `${operation.method} ${path}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** Whether two request lines ask the same: the order of the query does not count. */
export function sameLine(left: string, right: string): boolean {
  return sorted(left) === sorted(right);
}

function sorted(line: string): string {
  const [path = "", query = ""] = line.split("?");
  return `${path}?${query.split("&").sort().join("&")}`;
}

/** The value of a parameter in the example from one source. */
export function exampleFrom(parameter: Parameter, source: string): unknown {
  const examples = childrenAt(parameter.spot, "examples").map(([, example]) => example);
  return dataAt(
    child(
      examples.find((example) => exampleSources(example).includes(source)),
      "value",
    ),
  );
}

/** The sources that an example is from. */
export function exampleSources(example: Spot): readonly string[] {
  const from = dataAt(child(example, "x-from"));
  return Array.isArray(from) ? from.map(String) : [];
}

function valueText(parameter: Parameter, source: string): string {
  const value = exampleFrom(parameter, source);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readable(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll("+", " "));
  } catch {
    // A stray percent sign: the text stands for itself.
    return query;
  }
}
