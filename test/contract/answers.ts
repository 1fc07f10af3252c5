import { isDeepStrictEqual } from "node:util";
import {
  isObject,
  listOf,
  objectOf,
  textOf,
  wordsOf,
  type Json,
  type JsonObject,
} from "../../generator/core/lib/json.js";
import type { Contract, Operation } from "./contract.js";

/** Statuses that every operation can answer with when it fails: those that the pages list, 422 (observed) and 429 (PDF 7.1). */
const ERRORS = ["400", "401", "403", "404", "422", "429", "500"];

/** Statuses of IAM, whose errors have a body of their own. */
const IAM_ERRORS = ["400", "401", "403", "404", "500", "503"];
const isIam = ({ id }: Operation): boolean => id.startsWith("keystone");

/** Operations whose success is not 200. */
const SUCCESS: Readonly<Record<string, string>> = { keystoneCreateUserTokenByPassword: "201" };

/** Operations whose success is a file. */
const DOWNLOADS = ["downloadBuildLog", "downloadTaskLog", "downloadLogByRecordId", "downloadKeystore"];

/** What is wrong with the answers that an operation declares. */
export function answerFaults(contract: Contract, operation: Operation): string[] {
  const success = SUCCESS[operation.id] ?? "200";
  const statuses = contract.statusesOf(operation).sort();
  const errors = isIam(operation) ? IAM_ERRORS : ERRORS;
  const wanted = [success, ...errors].sort();
  const faults = isDeepStrictEqual(statuses, wanted)
    ? []
    : [`answers with ${statuses.join(" ")}, not ${wanted.join(" ")}`];
  const bodies = contract.bodiesOf(operation, success);
  const binary = DOWNLOADS.includes(operation.id);
  const type = binary ? "application/octet-stream" : "application/json";
  const [body, ...others] = bodies;
  if (body?.type !== type || others.length > 0)
    faults.push(`a success is ${bodies.map((one) => one.type).join()}, not ${type}`);
  const schema = objectOf(contract.at(contract.follow(body?.pointer ?? "")));
  const bytes = schema.type === "string" && schema.format === "binary";
  if (binary && !bytes) faults.push("a download is a string of format binary");
  if (!binary && Object.keys(body?.examples ?? {}).length === 0) faults.push("a success has no example");
  return [
    ...faults,
    ...errors.filter((status) => statuses.includes(status)).flatMap((one) => errorFaults(contract, operation, one)),
  ];
}

/** Every body is a named component whose title is that name: so every tool calls it the same. */
export function namedBodyFaults(contract: Contract, operation: Operation): string[] {
  return ["request", ...contract.statusesOf(operation)].flatMap((of) =>
    contract.bodiesOf(operation, of).flatMap(({ pointer, schema }) => {
      const name = textOf(objectOf(schema).$ref)?.replace("#/components/schemas/", "");
      const { title } = objectOf(contract.at(contract.follow(pointer)));
      return name !== undefined && title === name ? [] : [`${of}: the body is no component with its name as title`];
    }),
  );
}

/** An error has a code and a message; its examples bear codes that the catalogue knows for that status, or the gateway's own. */
function errorFaults(contract: Contract, operation: Operation, status: string): string[] {
  const [body, ...others] = contract.bodiesOf(operation, status);
  const schema = isIam(operation) ? "IamError" : "ServiceError";
  if (!isDeepStrictEqual(body?.schema, { $ref: `#/components/schemas/${schema}` }) || others.length > 0) {
    return [`${status} is not a ${schema}`];
  }
  if (isIam(operation)) return iamErrorFaults(body?.examples ?? {}, status);
  const codes = new Map(
    listOf(contract.document["x-error-catalogue"]).map((entry) => [objectOf(entry).code, objectOf(entry).status]),
  );
  return Object.entries(body?.examples ?? {}).flatMap(([name, example]) => {
    const { error_code: code, error_msg: message } = objectOf(objectOf(example).value);
    const known = codes.get(code) === Number(status) || (!codes.has(code) && /^APIGW\.\d{4}$/.test(textOf(code) ?? ""));
    return [
      ...(known ? [] : [`${status} (${name}): the catalogue has no ${String(textOf(code))} for this status`]),
      ...(textOf(message) ? [] : [`${status} (${name}): no error_msg`]),
    ];
  });
}

/** IAM repeats the status as its code. */
function iamErrorFaults(examples: JsonObject, status: string): string[] {
  return Object.values(examples).flatMap((example) => {
    const { code, message, title } = objectOf(objectOf(objectOf(example).value).error);
    const right = code === Number(status) && Boolean(textOf(message)) && Boolean(textOf(title));
    return right ? [] : [`${status}: an error of IAM has the status as its code, a message and a title`];
  });
}

/** Operations whose path says it all: `{}` is sent, and no body is right too. */
const NOTHING_TO_SAY = ["disableBuildJob", "enableBuildJob", "deleteBuildJob", "stopBuildJob", "disableNotice"];

/** Each POST has a body, which is required where it says something. Nothing else has one. */
export function bodyFaults({ id, method, spec }: Operation): string[] {
  const { requestBody } = spec;
  if (method !== "POST") return requestBody === undefined ? [] : [`a ${method} has no body`];
  if (requestBody === undefined) return ["a POST has a body"];
  const required = objectOf(requestBody).required === true;
  if (required !== NOTHING_TO_SAY.includes(id)) return [];
  return [
    required ? "a POST that has nothing to say requires no body" : "a POST that says something requires its body",
  ];
}

/** What is wrong with the paging that an operation declares, by the limits of its own parameters. */
export function pagingFaults(contract: Contract, operation: Operation): string[] {
  const paging = operation.spec["x-pagination"];
  if (!isObject(paging)) return [];
  const schemaOf = (name: Json | undefined): Json | undefined =>
    contract.parametersOf(operation).find((parameter) => parameter.name === name && parameter.in === "query")?.schema;
  const [page, size] = [schemaOf(paging.page), schemaOf(paging.size)].map(objectOf);
  const faults: string[] = [];
  if (page?.minimum !== undefined && page.minimum !== paging.first) faults.push("the first page is not the lowest one");
  const text = textOf(size?.pattern);
  const fits = text === undefined ? size?.maximum === paging.maximum : new RegExp(text).test(wordsOf(paging.maximum));
  if (!fits) faults.push(`pages of ${wordsOf(paging.maximum)} are not what ${String(textOf(paging.size))} allows`);
  return faults;
}
