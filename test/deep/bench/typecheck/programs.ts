import { printCall, requestOf } from "../../../../generator/core/emit/sample.js";
import { literal } from "../../../../generator/core/lib/literal.js";
import { isObject, setOwn, type Json } from "../../../../generator/core/lib/json.js";
import { bundle } from "../../../../generator/core/load/bundle.js";
import { buildPackageModel } from "../../../../generator/core/packageModel.js";
import type { Operation } from "../../../../generator/core/model/types.js";
import { readProject } from "../../../../generator/project/project.js";

const { model } = buildPackageModel(bundle("spec/openapi.yaml", ".").document, readProject());
/** What the vendor's package has, too: IAM is not in it. */
const operations = model.operations.filter(({ server }) => server !== "iam");
const five = ["showJobListByProjectId", "runJob", "showRecordDetail", "listRecords", "downloadBuildLog"];

/** The operations of a program: five that most automation needs, or all. */
export function chosen(howMany: "five" | "all"): Operation[] {
  return operations.filter(({ id }) => howMany === "all" || five.includes(id));
}

/** Programs that call the same operations with the same values, by the package that they use. */
export const programs: Readonly<Record<string, (operations: readonly Operation[]) => string>> = {
  "codearts-build": (chosen) =>
    [
      'import { CodeArtsBuild, token } from "codearts-build";',
      'import { saveTo } from "codearts-build/node";',
      'const client = new CodeArtsBuild({ region: "ap-southeast-3", credentials: token("a-token") });',
      ...chosen.map((operation) => `{\n${printCall(operation, model)}\n}`),
    ].join("\n"),
  "openapi-fetch": (chosen) =>
    [
      'import createClient from "openapi-fetch";',
      'import type { paths } from "./schema.js";',
      'const client = createClient<paths>({ baseUrl: "https://build.example.com" });',
      ...chosen.map((operation) => `{\n${rawCall(operation)}\n}`),
    ].join("\n"),
  // The vendor's package for this service adds to these types; its core alone is the least that a consumer compiles.
  "vendor's core": (chosen) =>
    [
      'import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";',
      "declare const client: HcClient;",
      ...chosen.map(({ method, path }) => {
        const request = `{ method: "${method}", url: "${path}", contentType: "application/json", queryParams: {}, pathParams: {}, headers: {} }`;
        return `console.log(await client.sendRequest(${request}));`;
      }),
    ].join("\n"),
};

function rawCall(operation: Operation): string {
  const example = operation.examples.find(({ callable }) => callable);
  const all = example === undefined ? {} : requestOf(operation, example);
  const places: Record<string, Record<string, Json>> = {};
  for (const { name, in: place } of operation.arguments) {
    const value = isObject(all) ? all[name] : undefined;
    if (value !== undefined) setOwn((places[place] ??= {}), name, value);
  }
  const { body, ...params } = places;
  // A body without fields is one, too.
  const sent = operation.body?.kind === "value" ? body?.body : (body ?? (operation.body && {}));
  const init = { params, ...(sent !== undefined && { body: sent }) };
  const call = `client.${operation.method}(${JSON.stringify(operation.path)}, ${literal(init, 40)})`;
  return `const { data, error } = await ${call};\nconsole.log(data, error);`;
}
