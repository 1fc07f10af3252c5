// Prism, a mock of another make, judges the requests of the contract suite: a second opinion on what may be sent. It is version
// 5.12, because later ones need Node 24.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/core/lib/json.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { Contract, type Operation, type Request } from "../contract/contract.js";
import { documentedRequests } from "../contract/examples.js";
import { REJECTS, requestOfReject, type Reject } from "../contract/rejects.js";
import { calls } from "../codearts/simulator/calls.js";
import { newSimulator } from "../codearts/simulator/specification.js";
import { prismOf } from "./prismClient.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const contract = new Contract(bundle(`${root}spec/openapi.yaml`, root).document);
const prism = await prismOf(`${root}generated/openapi.yaml`);
const headers = { "x-auth-token": "a-token", "content-type": "application/json" };

/** What Prism says of a request of the contract suite, written as a client would write it. */
async function judge(operation: Operation, { parameters, body }: Request, judgeOf = prism.judge): Promise<string[]> {
  const text = (name: string): string => {
    const value = parameters[name];
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  const known = contract.parametersOf(operation).filter(({ name }) => parameters[name] !== undefined);
  const query = new URLSearchParams(known.filter((one) => one.in === "query").map(({ name }) => [name, text(name)]));
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(text(name)));
  const url = query.size > 0 ? `${path}?${query.toString()}` : path;
  return judgeOf(url, { method: operation.method.toLowerCase(), headers, ...(body !== undefined && { body }) });
}

/**
 * Prism finds its operation by the path, so that nothing can be missing there; it is open to names that it does not know;
 * and it sees text: a number where a text is wanted, or `"0"` where 0 is, it cannot tell from what is right.
 */
function isSeenByPrism(operation: Operation, reject: Reject): boolean {
  if (/: no such parameter$|: additionalProperties /.test(reject.fault)) return false;
  if ("without" in reject) return !operation.path.includes(`{${reject.without}}`);
  if (!("with" in reject)) return true;
  const asText = ([name, value]: [string, Json]): [string, Json] =>
    typeof value === "string" && /^\d+$/.test(value) ? [name, Number(value)] : [name, String(value)];
  const { parameters, ...rest } = requestOfReject(contract, operation, reject);
  const read = Object.fromEntries(Object.entries(reject.with).map(asText));
  return contract.requestFaults(operation, { ...rest, parameters: { ...parameters, ...read } }).length > 0;
}

test("Prism knows every operation", () => {
  expect(prism.operations).toBe(contract.operations.length);
});

describe.each(contract.operations.map((operation) => [operation.id, operation] as const))("%s", (id, operation) => {
  test("the documented requests pass", async () => {
    const requests = [...documentedRequests(contract, operation)];
    expect(requests.length).toBeGreaterThan(0);
    for (const [name, request] of requests) expect([name, await judge(operation, request)]).toEqual([name, []]);
  });

  test("a call of the simulator's tests passes", async () => {
    const service = newSimulator();
    const ids = { job_id: "0".repeat(32), project_id: service.project_id, build_no: 1, record_id: "0".repeat(36) };
    const call = calls[id]?.({ service, ...ids, uuid: "0".repeat(32) });
    const [method = "", url = ""] = call?.line.split(" ", 2) ?? [];
    expect(
      await prism.judge(url, { method: method.toLowerCase(), headers, ...(call?.body && { body: call.body }) }),
    ).toEqual([]);
  });

  const cases = (REJECTS[id] ?? [])
    .filter((reject) => !("answer" in reject) && isSeenByPrism(operation, reject))
    .map((reject) => [reject.fault, reject] as const);
  test.runIf(cases.length > 0).each(cases)("refuses %s", async (_, reject) => {
    expect(await judge(operation, requestOfReject(contract, operation, reject))).not.toEqual([]);
  });
});

describe("the judge itself", () => {
  const run = contract.operations.find(({ id }) => id === "runJob");
  if (!run) throw new Error("there is no runJob");
  const wrong = { parameters: {}, body: { job_id: 7 } };

  test("says what is wrong", async () => {
    expect(await judge(run, { parameters: {}, body: {} })).toEqual(["body required"]);
    expect(await judge(run, wrong)).toEqual(["body.job_id type"]);
    expect(await prism.judge("/v3/48c66c6002964721be537cdc6ce0297b/jobs", { method: "get", headers })).toEqual([
      "query required",
    ]);
    expect(await prism.judge("/v3/projects", { method: "get", headers: {} })).toEqual(["401"]);
  });

  test("would pass every body, if the document named its dialect: it must not", async () => {
    const document = JSON.parse(readFileSync(`${root}generated/openapi.json`, "utf8")) as JsonObject;
    expect(document.jsonSchemaDialect).toBe(undefined);
    const dialect = "https://spec.openapis.org/oas/3.1/dialect/base";
    const blind = await prismOf({ ...document, jsonSchemaDialect: dialect });
    expect(await judge(run, wrong, blind.judge)).toEqual([]);
  });
});
