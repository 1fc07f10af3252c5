import { isDeepStrictEqual } from "node:util";
import {
  isArray,
  isObject,
  listOf,
  objectOf,
  textOf,
  without,
  wordsOf,
  type Json,
  type JsonObject,
} from "../../generator/core/lib/json.js";
import { exampleSources } from "./examples.js";
import type { Contract, Operation } from "./contract.js";

/** What a status means is the same for every operation. */
const ERROR_RESPONSES: Readonly<Record<string, string>> = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "403": "Forbidden",
  "404": "NotFound",
  "422": "UnknownId",
  "429": "TooManyRequests",
  "500": "ServerError",
};

/** IAM has an error body of its own. */
const IAM_RESPONSES: Readonly<Record<string, string>> = {
  "400": "IamBadRequest",
  "401": "IamUnauthorized",
  "403": "IamForbidden",
  "404": "IamNotFound",
  "500": "IamServerError",
  "503": "IamUnavailable",
};

/** The code that the example of each bears, and where it was seen: `typical` where no document and no observation has one. */
const ERROR_EXAMPLES: JsonObject = {
  BadRequest: { pdf: "CB.00060201" },
  Unauthorized: { typical: "APIGW.0301" },
  Forbidden: { observed: "CB.00031059" },
  NotFound: { observed: "APIGW.0101" },
  UnknownId: { observed: "CB.00031006" },
  TooManyRequests: { typical: "APIGW.0308" },
  ServerError: { pdf: "CB.00060101" },
  IamBadRequest: { typical: 400 },
  IamUnauthorized: { typical: 401 },
  IamForbidden: { typical: 403 },
  IamNotFound: { typical: 404 },
  IamServerError: { typical: 500 },
  IamUnavailable: { typical: 503 },
};

/** How a request says who sends it; either will do. */
const SCHEMES = {
  token: { type: "apiKey", in: "header", name: "X-Auth-Token" },
  signature: { type: "apiKey", in: "header", name: "Authorization" },
};

/** The one operation that needs no credentials: it is where they come from. */
const OPEN = ["keystoneCreateUserTokenByPassword"];

/** How an answer with a status of success says that it is an error. */
const FAILURE = [
  { at: "/error_code" },
  { at: "/err_code" },
  { at: "/error" },
  { at: "/status", values: ["error", "fail", "failed"] },
  { at: "/success", values: [false] },
];

/** Headers of answers that callers read: what stands in them, and whether they are always there. */
const HEADERS: Readonly<Record<string, JsonObject>> = {
  "201": { "X-Subject-Token": true },
  "429": { "Retry-After": false },
};

/** The codes of the PDF's appendix; the others were seen. */
const APPENDIX = /^CB\.00060(10[01]|20[0-3]|21[1-4])$/;
/** What the vendor's list of its API gateway has; `APIGW.0101` was seen as well. */
const GATEWAY = "APIGW.03";

function sourceOf(code: string): string {
  if (APPENDIX.test(code)) return "pdf";
  return code.startsWith(GATEWAY) ? "gateway" : "observed";
}

/** The region that the PDF's examples are of. */
const DEFAULT_REGION = "ap-southeast-3";

/** The statuses of the PDF's appendix, 7.1: from and to. */
const STATUSES = [
  [100, 101],
  [201, 206],
  [300, 306],
  [400, 417],
  [422, 422],
  [429, 429],
  [500, 505],
] as const;

/** Statuses that the PDF's appendix (7.1) explains, and those that the client sends again although it is not advised there. */
function statusFaults(document: JsonObject): string[] {
  const entries = listOf(document["x-status-catalogue"]).map(objectOf);
  const wanted = STATUSES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, more) => first + more),
  );
  const otherwise = entries.filter(({ client }) => client !== undefined).map(({ status }) => status ?? null);
  return [
    ...differing(
      "statuses",
      entries.map(({ status }) => status ?? null),
      wanted,
    ),
    ...differing("statuses that the client treats otherwise", otherwise, [401, 500, 502, 503, 504]),
  ];
}

/** What is wrong with what holds for the service as a whole. */
export function serviceFaults(document: JsonObject): string[] {
  return [
    ...schemeFaults(objectOf(objectOf(document.components).securitySchemes)),
    ...differing("x-failure", document["x-failure"], FAILURE),
    ...differing("security", document.security, [{ token: [] }, { signature: [] }]),
    ...regionFaults(document),
    ...errorBodyFaults(document),
    ...statusFaults(document),
    ...listOf(document["x-error-catalogue"]).flatMap((entry) => sourceFaults(objectOf(entry))),
    ...errorExampleFaults(objectOf(objectOf(document.components).responses)),
    ...objectsIn(document, "").flatMap(([place, schema]) => [
      ...unlistedValues(place, schema),
      ...lostNames(place, schema),
      ...closedFaults(place, schema),
    ]),
  ];
}

/** What is wrong with an operation's credentials, and with the shared answers that it refers to. */
export function commonFaults(contract: Contract, { id, spec, pointer }: Operation): string[] {
  const responses = Object.entries(objectOf(spec.responses));
  return [
    ...differing("security", spec.security, OPEN.includes(id) ? [] : undefined),
    ...responses.flatMap(([status, response]) => {
      const name = (spec.tags as Json[]).includes("IAM") ? IAM_RESPONSES[status] : ERROR_RESPONSES[status];
      const shared = name === undefined ? undefined : `#/components/responses/${name}`;
      return differing(status, objectOf(response).$ref, shared);
    }),
    ...responses.flatMap(([status]) => {
      const { headers } = objectOf(contract.at(contract.follow(`${pointer}/responses/${status}`)));
      const found = Object.entries(objectOf(headers)).map(([name, header]) => [
        name,
        objectOf(header).required === true,
      ]);
      return differing(`headers of ${status}`, Object.fromEntries(found) as JsonObject, HEADERS[status] ?? {});
    }),
  ];
}

function schemeFaults(schemes: JsonObject): string[] {
  const expected = Object.entries(SCHEMES).flatMap(([name, scheme]) =>
    differing(`security scheme ${name}`, without(objectOf(schemes[name]), "description"), scheme),
  );
  const unknown = Object.keys(without(schemes, ...Object.keys(SCHEMES)));
  return [...expected, ...unknown.map((name) => `security scheme ${name}: is in no document`)];
}

function regionFaults(document: JsonObject): string[] {
  const items = Object.values(objectOf(document.paths)).map(objectOf);
  const operations = items.flatMap((item) => Object.values(item).map(objectOf));
  const servers = [document, ...operations].flatMap(({ servers: own }) => listOf(own)).map(objectOf);
  return servers.flatMap(({ url, variables }) => {
    const region = objectOf(objectOf(variables).region);
    return differing(`default region of ${wordsOf(url)}`, region.default, DEFAULT_REGION);
  });
}

/** Error bodies: no field of them is sure to be there. */
function errorBodyFaults(document: JsonObject): string[] {
  const schemas = objectOf(objectOf(document.components).schemas);
  const iam = objectOf(schemas.IamError);
  return [
    ...bodyDiffers("ServiceError", schemas.ServiceError, [
      ["error_code", "string"],
      ["error_msg", "string"],
    ]),
    ...bodyDiffers("IamError", iam, [["error", "object"]]),
    ...bodyDiffers("error of IamError", objectOf(iam.properties).error, [
      ["code", "integer"],
      ["message", "string"],
      ["title", "string"],
    ]),
  ];
}

function bodyDiffers(name: string, schema: Json | undefined, fields: Json): string[] {
  const { type, properties, required } = objectOf(schema);
  const found = Object.entries(objectOf(properties)).map(([field, inner]) => [field, objectOf(inner).type]);
  return [
    ...differing(`type of ${name}`, type, "object"),
    ...differing(`required of ${name}`, required, undefined),
    ...differing(`fields of ${name}`, found as Json, fields),
  ];
}

function sourceFaults({ code, source }: JsonObject): string[] {
  return differing(`source of ${wordsOf(code)}`, source, sourceOf(wordsOf(code)));
}

/** An error is JSON, whatever the operation answers with otherwise. */
function errorExampleFaults(responses: JsonObject): string[] {
  const found = Object.entries(responses).map(([name, response]) => {
    const { "application/json": json, ...others } = objectOf(objectOf(response).content);
    const examples = Object.values(objectOf(objectOf(json).examples)).map((example) => {
      const { error_code: code, error } = objectOf(objectOf(example).value);
      return [exampleSources(example).join(), code ?? objectOf(error).code ?? null] as const;
    });
    return [name, { ...Object.fromEntries(examples), ...others }] as const;
  });
  const names = new Set([...Object.keys(ERROR_EXAMPLES), ...Object.keys(responses)]);
  const byName = new Map(found);
  return [...names].flatMap((name) => differing(`examples of ${name}`, byName.get(name), ERROR_EXAMPLES[name]));
}

/** Every object of the document, a schema or not: what is looked for stands in schemas only. */
function objectsIn(value: Json, place: string): Array<readonly [place: string, schema: JsonObject]> {
  if (isArray(value)) return value.flatMap((item, index) => objectsIn(item, `${place}/${index}`));
  if (!isObject(value)) return [];
  return [[place, value], ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, `${place}/${key}`))];
}

/** The service may send new fields at any time. */
function closedFaults(place: string, { additionalProperties, unevaluatedProperties }: JsonObject): string[] {
  const closed = additionalProperties === false || unevaluatedProperties === false;
  return closed ? [`${place}: unknown fields are refused`] : [];
}

/** Where sources do not agree on the values of an open list, all that any of them names are known. */
function unlistedValues(place: string, schema: JsonObject): string[] {
  const known = Object.keys(objectOf(objectOf(schema["x-states"]).known));
  const claimed = claimsAbout(schema, "values").flatMap((claims) => Object.values(claims).flatMap(listOf));
  return claimed
    .map(wordsOf)
    .filter((value) => !known.includes(value))
    .map((value) => `${place}: a source names ${value}, the list of known values does not`);
}

/** Where sources do not agree on a name, the one that was seen on the wire is kept. */
function lostNames(place: string, schema: JsonObject): string[] {
  return claimsAbout(schema, "name")
    .flatMap(({ observed }) => observed ?? [])
    .filter((observed) => !place.endsWith(`/${wordsOf(observed)}`))
    .map((observed) => `${place}: the service says ${wordsOf(observed)}`);
}

function claimsAbout(schema: JsonObject, aspect: string): JsonObject[] {
  const entries = listOf(schema["x-conflicts"]).map(objectOf);
  return entries.filter(({ about }) => about === aspect).map(({ claims }) => objectOf(claims));
}

function differing(what: string, found: Json | undefined, wanted: Json | undefined): string[] {
  if (isDeepStrictEqual(found, wanted)) return [];
  return [`${what}: ${textOf(found) ?? JSON.stringify(found)}, not ${textOf(wanted) ?? JSON.stringify(wanted)}`];
}
