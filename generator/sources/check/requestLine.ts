import { child, at, dataAt } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";
import { parametersOf, type Parameter } from "./parameters.js";

/** The request line of a printed example: method, path and readable query, without the server. */
export function printedLine(method: string, url: string): string {
  const rest = url.trim().replace(/^https?:\/\/[^/]+/, "");
  const [path = "", query] = rest.split("?");
  return `${method} ${path}${query === undefined ? "" : `?${readable(query)}`}`;
}

/** The request line that the parameters' examples of one name make; a path parameter without one stays in braces. */
export function specifiedLine(operation: DescribedOperation, name: string): string {
  const given = parametersOf(operation).filter((parameter) => exampleOf(parameter, name) !== undefined);
  const path = given
    .filter((parameter) => parameter.in === "path")
    .reduce((text, parameter) => text.replaceAll(`{${parameter.name}}`, valueText(parameter, name)), operation.path);
  const query = given
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => `${parameter.name}=${valueText(parameter, name)}`);
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

function exampleOf(parameter: Parameter, name: string): unknown {
  return dataAt(child(at(parameter.spot, "examples", name), "value"));
}

function valueText(parameter: Parameter, name: string): string {
  const value = exampleOf(parameter, name);
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
