import type { SimulatorOperation } from "./data.js";
import { decode } from "./received.js";

/** An operation, and the values in its path, decoded. */
export interface Route {
  readonly operation: SimulatorOperation;
  readonly values: Readonly<Record<string, string>>;
}

interface Entry {
  readonly operation: SimulatorOperation;
  readonly segments: readonly string[];
}

const isVariable = (segment: string): boolean => segment.startsWith("{");

/** Makes the function that finds the operation for a method and a path. */
export function router(operations: readonly SimulatorOperation[]): (method: string, path: string) => Route | undefined {
  const tables = new Map<string, Entry[]>();
  const keyOf = (method: string, segments: readonly string[]): string => `${method} ${segments.length}`;
  for (const operation of operations) {
    const segments = operation.path.split("/");
    const key = keyOf(operation.method, segments);
    tables.set(key, [...(tables.get(key) ?? []), { operation, segments }]);
  }
  // A literal wins over a variable, from left to right: /v3/jobs/notice/{job_id}/query over /v3/jobs/{job_id}/{x}/query.
  const rank = ({ segments }: Entry): string => segments.map((segment) => (isVariable(segment) ? "1" : "0")).join("");
  for (const entries of tables.values()) entries.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return (method, path) => {
    const given = path.split("/");
    const found = tables
      .get(keyOf(method, given))
      ?.find(({ segments }) => segments.every((segment, i) => isVariable(segment) || segment === given[i]));
    return found && { operation: found.operation, values: valuesOf(found, given) };
  };
}

function valuesOf({ segments }: Entry, given: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    if (isVariable(segment)) values[segment.slice(1, -1)] = decode(given[i] ?? "");
  }
  return values;
}
