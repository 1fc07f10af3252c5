import { isDeepStrictEqual } from "node:util";
import { listOf, objectOf, textOf, wordsOf, type Json, type JsonObject } from "../../generator/core/lib/json.js";

/** What a caller does about an error code: its status, whether a retry can help, whether it was refused before it took effect. */
export const CODES: Readonly<
  Record<string, readonly [status: number, retry: boolean, refused: boolean, alternativeStatus?: number]>
> = {
  // The PDF's appendix, 7.2.
  "CB.00060100": [500, true, false],
  "CB.00060101": [500, true, false],
  "CB.00060200": [400, false, true],
  "CB.00060201": [400, false, true],
  "CB.00060202": [400, false, true],
  "CB.00060203": [400, false, true],
  "CB.00060211": [500, true, true],
  "CB.00060212": [400, false, true],
  "CB.00060213": [400, false, true],
  "CB.00060214": [404, false, true],
  // The vendor's list for its API gateway.
  "APIGW.0301": [401, false, true],
  "APIGW.0308": [429, true, true],
  // Seen from the live service.
  "CB.00030004": [500, false, true],
  "CB.00031006": [422, false, true],
  "DEVCB.00031006": [422, false, true],
  "DEVCB.00030000": [422, false, false],
  "CB.00031059": [403, false, true],
  "CB.00031105": [400, false, true],
  "DEV.CB.032011": [200, false, true, 400],
  "DEV.CB.032302": [200, false, true, 400],
  "DEV.CB.0520002": [422, false, true],
  "APIGW.0101": [404, false, true],
  PARSE_REQUEST_DATA_EXCEPTION: [400, false, true],
};

/** Regions that the vendor's own SDKs know. */
const REGIONS = [
  "ap-southeast-3",
  "cn-east-2",
  "cn-east-3",
  "cn-north-1",
  "cn-north-4",
  "cn-south-1",
  "cn-south-2",
  "cn-southwest-2",
  "la-north-2",
  "la-south-2",
  "sa-brazil-1",
  "tr-west-1",
];

/** The servers, the default one first, and the regions of each. */
const SERVERS: Readonly<Record<string, readonly string[]>> = {
  "https://cloudbuild-ext.{region}.myhuaweicloud.com": REGIONS,
  // The three regions of the PDF's endpoint table.
  "https://devcloud.{region}.myhuaweicloud.com": ["ap-southeast-3", "la-north-2", "sa-brazil-1"],
};
const IAM_SERVERS = { "https://iam.{region}.myhuaweicloud.com": REGIONS };
const IAM = ["/v3/auth/tokens", "/v3/projects"];

/** What is wrong with the error catalogue. */
export function catalogueFaults(document: JsonObject): string[] {
  const entries = listOf(document["x-error-catalogue"]).map(objectOf);
  const codes = entries.map(({ code }) => wordsOf(code));
  const missing = Object.keys(CODES).filter((code) => !codes.includes(code));
  return [
    ...missing.map((code) => `catalogue: ${code} is missing`),
    ...codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => `catalogue: ${code} stands twice`),
    ...entries.flatMap(entryFaults),
  ];
}

function entryFaults({
  code,
  status,
  alternativeStatus,
  source,
  meaning,
  advice,
  retry,
  refused,
  ...others
}: JsonObject): string[] {
  const name = `catalogue: ${wordsOf(code)}`;
  const wanted = CODES[wordsOf(code)];
  if (!wanted) return [`${name} is not in test/contract/catalogue.ts`];
  const found = [status, retry, refused, ...(alternativeStatus === undefined ? [] : [alternativeStatus])];
  const sentence = (text: Json | undefined): boolean => /^[A-Z].*\.$/s.test(textOf(text) ?? "");
  return [
    ...(isDeepStrictEqual(found, [...wanted])
      ? []
      : [`${name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`]),
    ...(["pdf", "gateway", "observed"].includes(textOf(source) ?? "")
      ? []
      : [`${name} does not say where it comes from`]),
    ...(sentence(meaning) && sentence(advice) ? [] : [`${name} lacks a sentence on what it means or what to do`]),
    ...Object.keys(others).map((key) => `${name} has an unknown key ${key}`),
  ];
}

/** What is wrong with the servers and their regions. */
export function serverFaults(document: JsonObject): string[] {
  const paths = Object.entries(objectOf(document.paths));
  return [
    ...serversDiffer("servers", document.servers, SERVERS),
    ...paths.flatMap(([path, item]) => {
      const holders = [objectOf(item), ...Object.values(objectOf(item)).map(objectOf)];
      const servers = holders.flatMap((holder) => ("servers" in holder ? [holder.servers] : []));
      if (IAM.includes(path)) return serversDiffer(path, servers[0], IAM_SERVERS);
      return servers.length === 0 ? [] : [`${path}: has servers of its own`];
    }),
  ];
}

function serversDiffer(
  where: string,
  servers: Json | undefined,
  wanted: Readonly<Record<string, readonly string[]>>,
): string[] {
  const found = listOf(servers).map((server) => {
    const region = objectOf(objectOf(objectOf(server).variables).region);
    return [wordsOf(objectOf(server).url), region.enum, listOf(region.enum).includes(region.default ?? null)];
  });
  const expected = Object.entries(wanted).map(([url, regions]) => [url, regions, true]);
  return isDeepStrictEqual(found, expected)
    ? []
    : [`${where}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
}
