import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { setOwn, type Json, type JsonObject } from "../../generator/core/lib/json.js";
import { parsePointer, valueAt } from "../../generator/core/lib/pointer.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { Contract } from "./contract.js";
import { iamFaults } from "./iam.js";
import { commonFaults, serviceFaults } from "./service.js";

const { document } = bundle(join(projectFolder, "spec/openapi.yaml"), projectFolder);

/** A copy of the specification with another value at a pointer; `undefined` takes away what is there. */
function changed(pointer: string, value: Json | undefined): JsonObject {
  const copy = structuredClone(document);
  const keys = parsePointer(pointer);
  const owner = valueAt(copy, keys.slice(0, -1));
  if (typeof owner !== "object" || owner === null) throw new Error(`The specification has no ${pointer}`);
  if (value === undefined) Reflect.deleteProperty(owner, keys.at(-1) ?? "");
  else setOwn(owner, keys.at(-1) ?? "", value);
  return copy;
}

/** What is wrong with the service and with one operation. */
function faults(broken: JsonObject, id: string): string[] {
  const contract = new Contract(broken);
  const operations = contract.operations.filter((operation) => operation.id === id);
  const own = operations.flatMap((one) => [...commonFaults(contract, one), ...iamFaults(contract, one)]);
  return [...serviceFaults(broken), ...own];
}

const runJob = "/paths/~1v3~1jobs~1build/post";
const token = "/paths/~1v3~1auth~1tokens/post";
const job = "/components/schemas/Job/properties";

describe("the service must not have", () => {
  test.each<[title: string, broken: JsonObject, id: string, fault: string]>([
    [
      "another header for the token",
      changed("/components/securitySchemes/token/name", "Authorization"),
      "runJob",
      'security scheme token: {"type":"apiKey","in":"header","name":"Authorization"}, not ' +
        '{"type":"apiKey","in":"header","name":"X-Auth-Token"}',
    ],
    [
      "only one way to say who calls",
      changed("/security", [{ token: [] }]),
      "runJob",
      'security: [{"token":[]}], not [{"token":[]},{"signature":[]}]',
    ],
    [
      "another default region",
      changed("/servers/0/variables/region/default", "la-north-2"),
      "runJob",
      "default region of https://cloudbuild-ext.{region}.myhuaweicloud.com: la-north-2, not ap-southeast-3",
    ],
    [
      "an error body on whose fields one relies",
      changed("/components/schemas/ServiceError/required", ["error_code"]),
      "runJob",
      'required of ServiceError: ["error_code"], not undefined',
    ],
    [
      "a code of the appendix that is said to be seen",
      changed("/x-error-catalogue/0/source", "observed"),
      "runJob",
      "source of CB.00060100: observed, not pdf",
    ],
    [
      "an observed error whose example is said to be documented",
      changed("/components/responses/UnknownId/content/application~1json/examples", {
        "unknown-id": {
          "x-from": ["pdf"],
          value: { error_code: "CB.00031006", error_msg: "The task does not exist." },
        },
      }),
      "runJob",
      'examples of UnknownId: {"pdf":"CB.00031006"}, not {"observed":"CB.00031006"}',
    ],
    [
      "an error that is no JSON",
      changed("/components/responses/NotFound/content", { "text/plain": { schema: { type: "string" } } }),
      "runJob",
      'examples of NotFound: {"text/plain":{"schema":{"type":"string"}}}, not {"observed":"APIGW.0101"}',
    ],
    [
      "an object that refuses new fields",
      changed("/components/schemas/Job/additionalProperties", false),
      "runJob",
      "/components/schemas/Job: unknown fields are refused",
    ],
    [
      "a state that was seen and is not known",
      changed(`${job}/last_build_status/x-states/known/timeout`, undefined),
      "runJob",
      "/components/schemas/Job/properties/last_build_status: a source names timeout, the list of known values does not",
    ],
    [
      "a name that the service does not use",
      changed("/components/schemas/BuildInfoPage/properties/job_build_states/x-conflicts/0/claims/observed", "jobs"),
      "runJob",
      "/components/schemas/BuildInfoPage/properties/job_build_states: the service says jobs",
    ],
    ["an operation for everyone", changed(`${runJob}/security`, []), "runJob", "security: [], not undefined"],
    [
      "credentials for getting credentials",
      changed(`${token}/security`, undefined),
      "keystoneCreateUserTokenByPassword",
      "security: undefined, not []",
    ],
    [
      "a wrong meaning of a status",
      changed(`${runJob}/responses/404`, { $ref: "#/components/responses/UnknownId" }),
      "runJob",
      "404: #/components/responses/UnknownId, not #/components/responses/NotFound",
    ],
    [
      "a token nowhere",
      changed(`${token}/responses/201/headers`, undefined),
      "keystoneCreateUserTokenByPassword",
      'headers of 201: {}, not {"X-Subject-Token":true}',
    ],
    [
      "a throttled caller who does not know how long to wait",
      changed("/components/responses/TooManyRequests/headers", undefined),
      "runJob",
      'headers of 429: {}, not {"Retry-After":false}',
    ],
  ])("%s", (_, broken, id, fault) => {
    expect(faults(broken, id)).toEqual([fault]);
  });
});

describe("IAM must not have", () => {
  test.each<[title: string, broken: JsonObject, id: string, faults: string[]]>([
    [
      "a token without a scope",
      changed("/components/schemas/PasswordAuthentication/required", ["identity"]),
      "keystoneCreateUserTokenByPassword",
      ['request: the outline has no "auth/scope object"', 'request: the specification has no "auth/scope! object"'],
    ],
    [
      "several ways to prove who asks",
      changed("/components/schemas/PasswordIdentity/properties/methods/maxItems", 2),
      "keystoneCreateUserTokenByPassword",
      [
        'request: the outline has no "auth/identity/methods! array of 1 to 2"',
        'request: the specification has no "auth/identity/methods! array of 1"',
      ],
    ],
    [
      "a project whose id is a number",
      changed("/components/schemas/Project/properties/id/type", "integer"),
      "keystoneListProjects",
      ['200: the outline has no "projects/[]/id! integer"', '200: the specification has no "projects/[]/id! string"'],
    ],
    [
      "a limit that nobody states",
      changed("/components/schemas/TokenInfo/properties/methods/items/maxLength", 8),
      "keystoneCreateUserTokenByPassword",
      [
        '201: the outline has no "token/methods/[] string {"maxLength":8}"',
        '201: the specification has no "token/methods/[] string"',
      ],
    ],
    [
      "a last page that tells of another",
      changed("/components/schemas/ProjectLinks/properties/next/type", "string"),
      "keystoneListProjects",
      [
        '200: the outline has no "projects/[]/links/next string"',
        '200: the outline has no "links/next string"',
        '200: the specification has no "projects/[]/links/next string or null"',
        '200: the specification has no "links/next string or null"',
      ],
    ],
  ])("%s", (_, broken, id, wanted) => {
    expect(faults(broken, id)).toEqual(wanted);
  });

  test("another address", () => {
    const contract = new Contract(document);
    const [moved] = contract.operations
      .filter(({ id }) => id === "keystoneListProjects")
      .map((operation) => ({ ...operation, path: "/v3/auth/projects" }));
    if (moved === undefined) throw new Error("There is no keystoneListProjects");
    expect(iamFaults(contract, moved)).toEqual(["is GET /v3/auth/projects, not GET /v3/projects"]);
  });
});
