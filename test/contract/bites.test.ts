import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { objectOf, type Json, type JsonObject } from "../../generator/core/lib/json.js";
import { parsePointer, valueAt } from "../../generator/core/lib/pointer.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { contractFaults } from "./faults.js";

const whole = bundle(join(projectFolder, "spec/openapi.yaml"), projectFolder).document;
/** Three operations are enough here, and much faster than all. */
const PATHS = ["/v3/jobs/build", "/v3/{project_id}/jobs", "/v3/jobs/{job_id}/disable"];
const document: JsonObject = {
  ...whole,
  paths: Object.fromEntries(Object.entries(objectOf(whole.paths)).filter(([path]) => PATHS.includes(path))),
};
const RUN_JOB = "/paths/~1v3~1jobs~1build/post";
const RUN_ANSWER = `${RUN_JOB}/responses/200/content/application~1json`;
const JOBS = "/paths/~1v3~1{project_id}~1jobs/get";

/** A copy of the specification in which the object at a pointer has other members; `undefined` takes one away. */
function changed(pointer: string, members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const copy = structuredClone(document);
  const target = valueAt(copy, parsePointer(pointer));
  if (typeof target !== "object" || target === null) throw new Error(`The specification has no ${pointer}`);
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) Reflect.deleteProperty(target, name);
    else Reflect.set(target, name, value);
  }
  return copy;
}

/** The catalogue with its first entry replaced by others. */
function catalogue(...first: JsonObject[]): JsonObject {
  const [, ...rest] = document["x-error-catalogue"] as JsonObject[];
  return { ...document, "x-error-catalogue": [...first, ...rest] };
}
const networkBusy = objectOf((document["x-error-catalogue"] as JsonObject[])[0]);

test.each<[title: string, document: JsonObject, fault: string]>([
  [
    "an unknown property in an example",
    changed(`${RUN_ANSWER}/examples/with-parameter/value`, { colour: "red" }),
    "runJob: 200 (with-parameter): additionalProperties colour",
  ],
  [
    "an example of another type",
    changed(`${RUN_ANSWER}/examples/with-parameter/value`, { actual_build_number: 20 }),
    "runJob: 200 (with-parameter)/actual_build_number: type",
  ],
  [
    "a parameter's example beyond its limit",
    changed(`${JOBS}/parameters/2/examples/one-task`, { value: 101 }),
    "showJobListByProjectId: page_size (one-task): maximum",
  ],
  [
    "a request without a mandatory parameter",
    changed(`${JOBS}/parameters/2/examples`, { "one-task": undefined }),
    "showJobListByProjectId: one-task: page_size: missing",
  ],
  [
    "a path value that does not survive its URL",
    changed(`${JOBS}/parameters/0/examples/one-task`, { value: ".." }),
    "showJobListByProjectId: one-task: /jobs does not match /v3/{project_id}/jobs",
  ],
  [
    "epoch milliseconds of 32 bits",
    changed("/components/schemas/Job/properties/last_build_time", { format: undefined }),
    "showJobListByProjectId: 200 (one-task)/jobs/0/last_build_time: not int64",
  ],
  [
    "a status too few",
    changed(`${RUN_JOB}/responses`, { "429": undefined }),
    "runJob: answers with 200 400 401 403 404 422 500, not 200 400 401 403 404 422 429 500",
  ],
  [
    "a POST that may come without a body",
    changed(`${RUN_JOB}/requestBody`, { required: false }),
    "runJob: a POST that says something requires its body",
  ],
  [
    "a body that is required although it says nothing",
    changed("/paths/~1v3~1jobs~1{job_id}~1disable/post/requestBody", { required: true }),
    "disableBuildJob: a POST that has nothing to say requires no body",
  ],
  [
    "an example without a source",
    changed(`${RUN_ANSWER}/examples/with-parameter`, { "x-from": undefined }),
    "runJob: 200: with-parameter names no source",
  ],
  [
    "an example from a document that does not describe the operation",
    changed(`${RUN_ANSWER}/examples/as-configured`, { "x-from": ["help-5"] }),
    "runJob: 200: as-configured is from help-5, which x-source does not name",
  ],
  [
    "an example that says nothing of what it shows",
    changed(`${RUN_ANSWER}/examples/with-parameter`, { summary: undefined }),
    "runJob: 200: with-parameter has no summary",
  ],
  [
    "an answer about another thing than was asked for",
    changed("/paths/~1v3~1jobs~1build/post/responses/200/content/application~1json/examples/with-parameter", {
      value: { actual_build_number: "20", job_id: "another" },
    }),
    "runJob: with-parameter: asks for job_id f9d6c8466d614a9788e9a0acf6c15f46, and is answered with job_id another",
  ],
  [
    "a page after the last item",
    changed(`${JOBS}/parameters/1/examples/one-task`, { value: 1 }),
    "showJobListByProjectId: one-task: page of 1 after 10, of 1 in all",
  ],
  [
    "a body without a name",
    changed(RUN_ANSWER, { schema: { type: "object" } }),
    "runJob: 200: the body is no component with its name as title",
  ],
  [
    "a body with another title",
    changed("/components/schemas/RunJobRequestBody", { title: "RunJob" }),
    "runJob: request: the body is no component with its name as title",
  ],
  [
    "a field that callers rely on",
    changed("/components/schemas/RunJobResponse", { required: undefined }),
    'runJob: essential fields are [], a caller relies on ["actual_build_number"]',
  ],
  [
    "a limit that got wider",
    changed("/components/schemas/ParameterItem/properties/name", { maxLength: 1280 }),
    'runJob: must be refused for "body/parameter/0/name: maxLength", found ""',
  ],
  [
    "pages larger than the parameter allows",
    changed(`${JOBS}/x-pagination`, { maximum: 1000 }),
    "showJobListByProjectId: pages of 1000 are not what page_size allows",
  ],
  [
    "an error example with a code of another status",
    changed("/components/responses/NotFound/content/application~1json/examples/no-such-route/value", {
      error_code: "CB.00060201",
    }),
    "runJob: 404 (no-such-route): the catalogue has no CB.00060201 for this status",
  ],
  ["a code twice in the catalogue", catalogue(networkBusy, networkBusy), "catalogue: CB.00060100 stands twice"],
  [
    "a code that a retry suddenly cannot help",
    catalogue({ ...networkBusy, retry: false }),
    "catalogue: CB.00060100 is [500,false,false], not [500,true,false]",
  ],
  ["a lost code", catalogue(), "catalogue: CB.00060100 is missing"],
  [
    "an unknown region",
    changed("/servers/1/variables/region", { enum: ["ap-southeast-3", "la-north-2", "mars-1"] }),
    'servers: [["https://cloudbuild-ext.{region}.myhuaweicloud.com",["ap-southeast-3","cn-east-2","cn-east-3","cn-north-1",' +
      '"cn-north-4","cn-south-1","cn-south-2","cn-southwest-2","la-north-2","la-south-2","sa-brazil-1","tr-west-1"],true],' +
      '["https://devcloud.{region}.myhuaweicloud.com",["ap-southeast-3","la-north-2","mars-1"],true]], not ' +
      '[["https://cloudbuild-ext.{region}.myhuaweicloud.com",["ap-southeast-3","cn-east-2","cn-east-3","cn-north-1",' +
      '"cn-north-4","cn-south-1","cn-south-2","cn-southwest-2","la-north-2","la-south-2","sa-brazil-1","tr-west-1"],true],' +
      '["https://devcloud.{region}.myhuaweicloud.com",["ap-southeast-3","la-north-2","sa-brazil-1"],true]]',
  ],
  ["a lost operation", changed("/paths", { "/v3/jobs/build": undefined }), "runJob: is missing"],
  [
    "a schema that the strict validator cannot read",
    changed("/components/schemas/RunJobResponse", { required: ["build_number"] }),
    'runJob: 200 (with-parameter): strict mode: required property "build_number" is not defined at "#" (strictRequired)',
  ],
])("the contract notices %s", (_, broken, fault) => {
  expect(contractFaults(broken)).toContain(fault);
});
