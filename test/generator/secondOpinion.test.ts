import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emitSchema } from "../../generator/emit/schema.js";
import { emitTypes } from "../../generator/emit/types.js";
import type { JsonObject } from "../../generator/lib/json.js";
import { bundle } from "../../generator/load/bundle.js";
import { buildModel } from "../../generator/model/build.js";
import type { Model, Operation } from "../../generator/model/types.js";
import { projectFolder } from "../../generator/inputs.js";
import { readProject } from "../../generator/project.js";
import { cases, documentOfCases } from "./hostile/schemaCases.js";
import { errorsOf } from "./typeCheck.js";

/** A type that is an error unless each of the two can stand for the other. */
const same =
  "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { missing: B; in: A }) : { not: A; in: B };\n";

function comparisons(model: Model): string {
  const lines = [
    'import type * as named from "./types.js";',
    'import type { components, operations } from "./schema.js";',
    same,
    ...model.schemas.map(
      ({ name, component }) =>
        `export const schema_${name}: Same<named.${name}, components["schemas"][${JSON.stringify(component)}]> = true;`,
    ),
    ...model.operations.flatMap(compareOperation),
  ];
  return lines.join("\n");
}

function compareOperation({
  name,
  id,
  answer,
  responseType,
  responses,
  body,
  requestType,
  arguments: all,
  grouped,
}: Operation): string[] {
  const raw = `operations[${JSON.stringify(id)}]`;
  const success = responses.find(({ status, schema }) => status.startsWith("2") && schema !== undefined);
  const lines: string[] = [];
  if (answer.kind === "json" && success?.mediaType !== undefined && responseType !== undefined) {
    const wire = `${raw}["responses"][${success.status}]["content"]["${success.mediaType}"]`;
    lines.push(`export const response_${name}: Same<named.${responseType}, ${wire}> = true;`);
  }
  if (body?.kind === "json" && requestType !== undefined && !grouped) {
    const fields = all.filter((argument) => argument.in === "body").map((argument) => JSON.stringify(argument.name));
    const picked = fields.length === 0 ? "{}" : `Pick<named.${requestType}, ${fields.join(" | ")}>`;
    lines.push(
      `export const body_${name}: Same<${picked}, NonNullable<${raw}["requestBody"]>["content"]["${body.mediaType}"]> = true;`,
    );
  }
  return lines;
}

/** Where the two derivations of the types of a document differ. */
function differences(document: JsonObject): { compared: string; found: string[] } {
  const { model, findings } = buildModel(document, readProject().taken);
  expect(findings).toEqual([]);
  const compared = comparisons(model);
  const sources = new Map<string, string>([["/check.ts", compared]]);
  for (const { path, text } of [emitTypes(model), emitSchema(document, model)]) {
    sources.set(path.replace("src", ""), text);
  }
  return { compared, found: errorsOf(sources).map(({ line, message }) => `${message} | ${line}`) };
}

/** Where openapi-typescript's types are wider than the schema, or narrower. */
const unseen = [
  "$ref siblings: a narrower type",
  "$ref siblings: beside a reference into a schema",
  "$ref siblings: both hold",
  "allOf: a field that only `required` names, of a map",
  "allOf: a field that only `required` names, of alternatives",
  "allOf: fields that only `required` of another part names",
  "anyOf: which of two fields is required",
  "const: null",
  "enum: values that are not of the type",
  "oneOf: with siblings",
  "prefixItems",
];

describe("our types and openapi-typescript's say the same", () => {
  test("of our specification", () => {
    const { document } = bundle(join(projectFolder, "spec", "openapi.yaml"), projectFolder);
    const { compared, found } = differences(document);
    expect(compared.match(/^export const response_/gm)?.length).toBeGreaterThan(25);
    expect(found).toEqual([]);
  });

  test("of everything that a schema can be, but for what the library does not see", () => {
    const { found } = differences(JSON.parse(documentOfCases()) as JsonObject);
    const titles = Object.keys(cases);
    const differing = found.map((text) => titles[Number(/ schema_S(\d+):/.exec(text)?.[1])] ?? text);
    // That ours are the right ones is shown by `hostile/meaning.test.ts`, with a validator.
    expect(differing.sort()).toEqual(unseen);
  });
});
