import { expect, test } from "vitest";
import { filesOf, modelOf, problemsOf, whole } from "../specification.js";

const done = '{ responses: { "204": { description: Done } } }';

async function idsOf(paths: string): Promise<Record<string, string>> {
  const { operations } = await modelOf(whole(paths));
  return Object.fromEntries(operations.map(({ id, method, path }) => [`${method} ${path}`, id]));
}

test("an operation without an operationId is named after its method and path", async () => {
  const params = "parameters: [{ name: id, in: path, required: true, schema: {} }]";
  const paths = `paths:
  /: { get: ${done} }
  /jobs: { get: ${done}, post: ${done} }
  /jobs/{id}: { ${params}, delete: ${done} }
  /jobs/{id}/log.txt: { ${params}, get: ${done} }
  /v1/{id}:cancel-all: { ${params}, post: ${done} }
`;
  expect(await idsOf(paths)).toEqual({
    "GET /": "getRoot",
    "GET /jobs": "getJobs",
    "POST /jobs": "postJobs",
    "DELETE /jobs/{id}": "deleteJobsById",
    "GET /jobs/{id}/log.txt": "getJobsByIdLogTxt",
    "POST /v1/{id}:cancel-all": "postV1ByIdCancelAll",
  });
});

test("it takes no name that another operation has, whichever comes first", async () => {
  const paths = `paths:
  /a-b: { get: ${done} }
  /a/b: { get: ${done} }
  /c: { get: { operationId: getAB, ${done.slice(1)} }
`;
  expect(await idsOf(paths)).toEqual({ "GET /a-b": "getAB2", "GET /a/b": "getAB3", "GET /c": "getAB" });
});

test("two paths with one path item have two operations", async () => {
  const paths = `paths:
  /a: { $ref: "#/components/pathItems/Both" }
  /b: { $ref: "#/components/pathItems/Both" }
components: { pathItems: { Both: { get: ${done} } } }
`;
  expect(await idsOf(paths)).toEqual({ "GET /a": "getA", "GET /b": "getB" });
});

test("the package says the name in its document, its types, its client and its pages", async () => {
  const files = await filesOf(whole(`paths: { /jobs: { get: ${done} } }\n`));
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
  expect(text("openapi.yaml")).toContain("operationId: getJobs");
  expect(text("src/schema.ts")).toContain('operations["getJobs"]');
  expect(text("src/client.ts")).toContain("getJobs(");
  expect(text("docs/getJobs.md")).toContain("# getJobs");
});

test("a problem in such an operation names its place", async () => {
  const text = 'paths:\n  /a:\n    get:\n      responses: { "200": { $ref: "#/components/responses/None" } }\n';
  expect(await problemsOf(whole(text))).toEqual([
    expect.stringMatching(/^openapi\.yaml:6:35: `\$ref: #\/components\/responses\/None` leads nowhere;/),
  ]);
});
