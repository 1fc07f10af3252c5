import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encode } from "../../../generator/runtime/request.js";
import { portableHmac, portableSha256 } from "../../../generator/codearts/runtime/sha256.js";
import { sign, signingDate } from "../../../generator/codearts/runtime/signing.js";
import { Access } from "../../../generator/codearts/simulator/auth.js";
import { MANUAL_START } from "../../../generator/codearts/simulator/clock.js";
import { type Received, receiveCall } from "../../../generator/codearts/simulator/received.js";
import { expectedRequest, parseAuthorization, stringToSign } from "../../../generator/codearts/simulator/signature.js";
import { outcome } from "./requests.js";
import { newSimulator } from "./specification.js";

interface Vector {
  name: string;
  ak: string;
  sk: string;
  date: string;
  method: string;
  host: string;
  path: string;
  query: Record<string, string | number>;
  headersToSign: Record<string, string>;
  body: string;
  canonicalRequest: string;
  stringToSign: string;
  authorization: string;
}

const file = new URL("../runtime/signing-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: Vector[] };

describe("the worked cases of the vendor's signer are accepted", () => {
  async function received(vector: Vector): Promise<Received> {
    const query = Object.entries(vector.query).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
    return receiveCall(`https://${vector.host}${vector.path}?${query.join("&")}`, {
      method: vector.method,
      headers: { ...vector.headersToSign, "X-Sdk-Date": vector.date, Authorization: vector.authorization },
      ...(vector.body && { body: vector.body }),
    });
  }

  test.each(vectors)("$name", async (vector) => {
    const request = await received(vector);
    const { signedHeaders = "" } = parseAuthorization(vector.authorization) ?? {};
    const canonical = expectedRequest(request, signedHeaders) ?? "";
    expect(canonical).toBe(vector.canonicalRequest);
    expect(stringToSign(canonical, vector.date)).toBe(vector.stringToSign);
    const access = new Access();
    access.addKey(vector.ak, vector.sk);
    const at = Date.UTC(2026, 0, 2, 3, 4, 5);
    access.check(request, at);
    expect(() => access.check({ ...request, method: "PATCH" }, at)).toThrow("the signature does not match");
  });
});

interface Signed {
  method: string;
  address: string;
  headers: Record<string, string>;
  body: string;
}

const service = newSimulator();
const { accessKeyId, secretAccessKey } = service.accessKey;

/** A request as the client signs it. */
function signed(
  method: string,
  address: string,
  body = "",
  { now = MANUAL_START, secret = secretAccessKey, id = accessKeyId } = {},
): Signed {
  const headers = { "content-type": "application/json" };
  const request = { method, url: new URL(address), headers, body: body || undefined };
  return {
    method,
    address,
    body,
    headers: {
      ...headers,
      ...sign(request, { accessKeyId: id, hmac: portableHmac(secret) }, signingDate(now)).headers,
    },
  };
}

function send({ method, address, headers, body }: Signed): Promise<Response> {
  return service.fetch(address, { method, headers, ...(body && { body }) });
}

async function verdict(request: Signed): Promise<string> {
  const answer = await send(request);
  const { status } = answer;
  const text = await answer.text();
  return status === 401 ? (JSON.parse(text) as { error_msg: string }).error_msg : String(status);
}

const url = "https://cloudbuild-ext.cn-north-4.myhuaweicloud.com";
const { job_id } = service.addJob();
const run = signed("POST", `${url}/v3/jobs/build`, JSON.stringify({ job_id }));
const list = signed("GET", `${url}/v3/templates/query?name=a%20b&page=1`);

describe("a signature is verified", () => {
  test("and accepted when nothing was changed", async () => {
    expect(await verdict(run)).toBe("200");
    expect(await verdict(list)).toBe("200");
  });

  const wrong = "Incorrect IAM authentication information: the signature does not match";
  test.each([
    ["the body", { ...run, body: run.body.replace("}", " }") }, wrong],
    ["the query", { ...list, address: list.address.replace("page=1", "page=2") }, wrong],
    ["the host", { ...list, address: list.address.replace("cn-north-4", "cn-north-1") }, wrong],
    ["the path", signed("GET", `${url}/v3/templates/querys`), "404"],
    [
      "a signed header",
      { ...run, headers: { ...run.headers, "content-type": "application/json;charset=utf-8" } },
      wrong,
    ],
    ["the date", { ...run, headers: { ...run.headers, "x-sdk-date": "20260105T010001Z" } }, wrong],
    ["the secret", signed("GET", `${url}/v3/templates/query`, "", { secret: "another" }), wrong],
    [
      "the access key",
      signed("GET", `${url}/v3/templates/query`, "", { id: "ANOTHER" }),
      "Incorrect IAM authentication information: the access key is not known",
    ],
  ])("and refused when %s was changed", async (_, request, expected) => {
    expect(await verdict(request)).toBe(expected);
  });

  test("and may reorder a query, since the canonical form sorts it", async () => {
    expect(await verdict({ ...list, address: `${url}/v3/templates/query?page=1&name=a%20b` })).toBe("200");
  });

  test.each([
    [15, "200"],
    [-15, "200"],
    [15.1, "401 APIGW.0301"],
    [-15.1, "401 APIGW.0301"],
  ])("at a date that is %d minutes off: %s", async (minutes, expected) => {
    const request = signed("GET", `${url}/v3/templates/query`, "", { now: MANUAL_START + minutes * 60_000 });
    expect(await outcome(send(request))).toBe(expected);
  });

  test.each([
    ["no credentials at all", {}, "neither X-Auth-Token nor Authorization is given"],
    ["an unknown token", { "x-auth-token": "MII" }, "the token is not known"],
    ["another scheme", { authorization: "Bearer x" }, "the Authorization header has no SDK-HMAC-SHA256 signature"],
    [
      "a signature that does not cover the host",
      { ...list.headers, authorization: (list.headers.authorization ?? "").replace("host;", "") },
      "host is not signed",
    ],
    [
      "a signature over a header that is not there",
      { ...list.headers, authorization: (list.headers.authorization ?? "").replace("host;", "accept;host;") },
      "a signed header is missing, or is not the hash of the body",
    ],
    [
      "a date of another form",
      { ...list.headers, "x-sdk-date": "2026-01-05T01:00:00Z" },
      /^X-Sdk-Date is more than 15 minutes/,
    ],
  ])("with %s: refused", async (_, headers, expected) => {
    const words = (await verdict({ ...list, headers })).replace("Incorrect IAM authentication information: ", "");
    expect(words).toMatch(expected);
  });

  const notSigned = "the signature does not match";
  const notTheHash = "a signed header is missing, or is not the hash of the body";

  /** Signs a run with a header that tells the body's hash, then sends another body. */
  function hashed(told: string, body = run.body): Signed {
    const headers = { "content-type": "application/json", "x-sdk-content-sha256": told };
    const request = { method: "POST", url: new URL(run.address), headers, body: run.body };
    const proof = sign(request, { accessKeyId, hmac: portableHmac(secretAccessKey) }, signingDate(MANUAL_START));
    expect(proof.headers.authorization).toContain("x-sdk-content-sha256");
    return { ...run, body, headers: { ...headers, ...proof.headers } };
  }

  const other = JSON.stringify({ job_id, parameter: [] });
  test.each<[title: string, request: () => Signed, expected: string]>([
    [
      "a body other than the signed one, with the signed one's hash in a header that is not signed",
      () => ({ ...run, body: other, headers: { ...run.headers, "x-sdk-content-sha256": portableSha256(run.body) } }),
      notSigned,
    ],
    [
      "the body that was signed, whatever a header says that is not signed",
      () => ({ ...run, headers: { ...run.headers, "x-sdk-content-sha256": "UNSIGNED-PAYLOAD" } }),
      "200",
    ],
    ["a signed hash of another body", () => hashed(portableSha256(other)), notTheHash],
    ["a body other than the one whose hash is signed", () => hashed(portableSha256(run.body), other), notTheHash],
    ["a body whose hash is signed", () => hashed(portableSha256(run.body)), "200"],
    ["any body, where that is what is signed", () => hashed("UNSIGNED-PAYLOAD", other), "200"],
  ])("fault 17: %s", async (_, request, expected) => {
    const words = (await verdict(request())).replace("Incorrect IAM authentication information: ", "");
    expect(words).toBe(expected);
  });

  test.each([
    ["a%20b", "a+b", "a b"],
    ["a+b", "a%20b", "a b"],
    ["a%2Bb", "a+b", "a+b"],
    ["a%2Bb", "a%2Bb", "a+b"],
    ["a%20b", "a%2Bb", undefined],
    ["a%2Bb", "a%20b", undefined],
  ])("fault 17: a query that is signed as %s and sent as %s means %j", async (signedAs, sentAs, name) => {
    const own = newSimulator();
    for (const name of ["a b", "a+b"]) own.addTemplate({ name });
    const request = {
      method: "GET",
      url: new URL(`${url}/v3/templates/query?name=${signedAs}`),
      headers: { "content-type": "application/json" },
      body: undefined,
    };
    // The client takes a plus sign for one; a signer that takes it for a space signs what it then sends.
    if (signedAs === "a+b") request.url.search = "?name=a%20b";
    const proof = sign(request, { accessKeyId, hmac: portableHmac(secretAccessKey) }, signingDate(MANUAL_START));
    const headers = { ...request.headers, ...proof.headers };
    const response = await own.fetch(`${url}/v3/templates/query?name=${sentAs}`, { headers });
    const answer = (await response.json()) as { result?: { items: Array<{ name: string }> } };
    expect(answer.result?.items.map((item) => item.name)).toEqual(name === undefined ? undefined : [name]);
  });
});

test("the client's signatures are accepted, whatever is in path and query", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((one) => !/^\.{1,2}$/.test(one));
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.tuple(text, text), { maxLength: 4 }), async (segment, pairs) => {
      const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
      const request = signed("DELETE", `${url}/v3/templates/${encode(segment)}/delete?${query}`);
      // No such template, or no id of one: either way, the signature was read first and held.
      expect(["422 CB.00031006", "400 CB.00060200"]).toContain(await outcome(send(request)));
    }),
    { numRuns: 200, seed: 4 },
  );
});

describe("a token", () => {
  test("is good for 24 hours", async () => {
    const own = newSimulator();
    const old = own.token;
    const ask = (token: string): Promise<string> =>
      outcome(own.fetch(`${own.url}/v3/projects`, { headers: { "X-Auth-Token": token } }));
    await own.clock.advance(24 * 3_600_000 - 1);
    expect(await ask(old)).toBe("200");
    await own.clock.advance(1);
    expect(await ask(old)).toBe("401 401");
    expect(own.token).not.toBe(old);
    expect(await ask(own.token)).toBe("200");
  });

  test("comes from IAM for a name and a password, and says when it ends", async () => {
    const own = newSimulator();
    own.addUser({ domain: "example", user: "jane", password: "secret" });
    const login = (password: string, project = "ap-southeast-3"): Promise<Response> => {
      const user = { name: "jane", password, domain: { name: "example" } };
      const auth = { identity: { methods: ["password"], password: { user } }, scope: { project: { name: project } } };
      return own.fetch(`${own.url}/v3/auth/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
    };
    const answer = await login("secret");
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ token: { expires_at: "2026-01-06T01:00:00.000000Z" } });
    const token = answer.headers.get("x-subject-token") ?? "";
    expect(await outcome(own.fetch(`${own.url}/v3/projects`, { headers: { "X-Auth-Token": token } }))).toBe("200");
    const refused = await login("wrong");
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual({
      error: {
        code: 401,
        message: "Incorrect IAM authentication information: the user name or the password is wrong",
        title: "Unauthorized",
      },
    });
    expect((await login("secret", "nowhere")).status).toBe(401);
  });
});
