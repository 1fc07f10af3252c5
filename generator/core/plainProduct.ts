// The product of a document that brings none: named after the document's title, with credentials in a header.
import { isObject, listOf, objectOf, textOf, type JsonObject } from "./lib/json.js";
import { shellText } from "./emit/curl.js";
import type { Product, SampleCredentials } from "./product.js";

/** What is the same for every document. */
export const plainParts = {
  client: "ApiClient",
  error: "ClientError",
  modules: new Map<string, string>(),
  entries: { index: "runtime/plain", node: "runtime/node", noFiles: "runtime/noFiles" },
} as const;

/** Makes the product of a document. */
export function plainProduct(document: JsonObject): Product {
  const title = textOf(objectOf(document.info).title) ?? "";
  const credentials = sampleCredentials(document);
  return {
    ...plainParts,
    name: packageName(title),
    description: `Typed client for the ${title}`,
    keywords: ["openapi", "sdk"],
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** The title as npm allows it for a name. */
function packageName(title: string): string {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
  return name === "" ? "api-client" : name;
}

/** How a sample authenticates: by the first scheme that some operation asks for and a header can carry. */
function sampleCredentials(document: JsonObject): SampleCredentials | undefined {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const found = requiredSchemes(document).map((name) => credentialsFor(objectOf(schemes[name])));
  return found.find((one) => one !== undefined);
}

function credentialsFor({ type, scheme, name, in: place }: JsonObject): SampleCredentials | undefined {
  const kind = type === "http" ? (textOf(scheme) ?? "").toLowerCase() : type;
  if (kind === "basic") {
    return sample(
      "basic",
      'process.env.API_USER ?? "", process.env.API_PASSWORD ?? ""',
      '--user "$API_USER:$API_PASSWORD"',
    );
  }
  if (kind === "bearer" || kind === "oauth2" || kind === "openIdConnect") {
    return sample("bearer", 'process.env.API_TOKEN ?? ""', '--header "Authorization: Bearer $API_TOKEN"');
  }
  if (kind !== "apiKey" || place !== "header" || typeof name !== "string") return undefined;
  const header = JSON.stringify(name);
  return sample("apiKey", `${header}, process.env.API_KEY ?? ""`, `--header ${shellText(`${name}: `)}"$API_KEY"`);
}

function sample(name: string, given: string, curl: string): SampleCredentials {
  return { expression: `${name}(${given})`, names: [name], entry: "", curl: [curl] };
}

/** The names of the schemes that the document or one of its operations asks for. */
function requiredSchemes(document: JsonObject): string[] {
  const operations = Object.values(objectOf(document.paths)).flatMap((item) => Object.values(objectOf(item)));
  const holders = [document, ...operations.filter(isObject)];
  return holders.flatMap(({ security }) => listOf(security).flatMap((choice) => Object.keys(objectOf(choice))));
}
