import { ApiError, CodeArtsBuild, token } from "codearts-build";
import { createRawClient } from "codearts-build/raw";
import { describe, expect, test } from "vitest";
import { isArray, isObject, type Json } from "../../generator/core/lib/json.js";
import { contractCases } from "../deep/runtimes/host/cases.js";
import type { ContractCase } from "../deep/runtimes/suite/protocol.js";

const cases = contractCases();
/** One call of every operation. */
const calls = [...new Map(cases.toReversed().map((one) => [one.operation, one])).values()].reverse();
const named = calls.map((one) => [one.operation, one] as const);

const baseUrl = "https://build.example.com";
const credentials = token("secret");

/** What the client makes of an answer. */
async function answerTo({ operation, request }: ContractCase, body: Json): Promise<unknown> {
  const fetch = (): Promise<Response> =>
    Promise.resolve(Response.json(body, { headers: { "x-subject-token": "t", "x-request-id": "req-1" } }));
  const client = new CodeArtsBuild({ baseUrl, iamUrl: baseUrl, fetch, credentials, retries: 0 });
  const methods = client as unknown as Readonly<Record<string, (request?: object) => Promise<unknown>>>;
  return methods[operation]?.(request);
}

describe("fault 1: an error inside a success is an ApiError with code and message, for every operation", () => {
  const reason = "The build has ended.";
  const code = "DEV.CB.032302";

  test.each(named)("%s", async (_, call) => {
    for (const body of [
      { error: { code, reason }, status: "error" },
      { error: JSON.stringify({ code, reason }), status: "failed" },
      { status: "fail", error_code: code, error_msg: reason },
      { success: false, err_code: code, message: reason },
    ]) {
      const error: unknown = await answerTo(call, body).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 200, code, serviceMessage: reason, requestId: "req-1" });
    }
  });

  test("the raw client says so, too", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(Response.json({ error: { code, reason }, status: "error" }));
    const client = createRawClient({ baseUrl, iamUrl: baseUrl, fetch, credentials });
    const { error } = await client.GET("/v3/jobs/{job_id}/status", { params: { path: { job_id: "1" } } });
    expect(error).toMatchObject({ error: { code, reason } });
  });
});

/** Puts the signs of an error into every object but the outermost. */
function spoilt(value: Json, depth = 0): Json {
  if (isArray(value)) return value.map((item) => spoilt(item, depth + 1));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, spoilt(field, depth + 1)]));
  return depth === 0 ? inner : { ...inner, status: "error", error: "It failed.", error_code: "E.1", success: false };
}

describe("fault 1: a build that failed is a successful answer", () => {
  const successes = cases.filter(({ answer, outcome }) => isObject(answer.json as Json) && "value" in outcome);

  test.each(successes.map((one) => [one.name, one] as const))("%s", async (_, call) => {
    const body = spoilt(call.answer.json as Json);
    expect(await answerTo(call, body)).toEqual(body);
  });

  test("there is such an answer for every operation with JSON", () => {
    const files = calls.filter(({ answer }) => "bytes" in answer).map(({ operation }) => operation);
    const seen = successes.map(({ operation }) => operation);
    expect(calls.map(({ operation }) => operation).filter((name) => !seen.includes(name))).toEqual(files);
  });
});
