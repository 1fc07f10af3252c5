import { behaviourRows } from "../core/emit/docs/behaviour.js";
import { printCurl } from "../core/emit/curl.js";
import { drawingOf } from "../core/emit/docs/drawings.js";
import { printSigned } from "../codearts/emit/signed.js";
import { publishedDocument, withoutExtensions } from "../core/emit/published.js";
import { printSample } from "../core/emit/sample.js";
import { objectOf, textOf, type Json, type JsonObject } from "../core/lib/json.js";
import type { Model, Operation, Successor } from "../core/model/types.js";
import type { PackageModel } from "../core/product.js";

/**
 * The document that Redoc shows: samples added, and in each description what its search and its pages otherwise lack (the
 * operationId, what the extensions declare, links to the plain pages). The extensions themselves only add weight.
 */
export function siteDocument(document: JsonObject, model: PackageModel): JsonObject {
  const plain = withoutExtensions(publishedDocument(document));
  const paths = Object.entries(objectOf(plain.paths)).map(([path, item]): [string, Json] => [
    path,
    Object.fromEntries(
      Object.entries(objectOf(item)).map(([key, value]) => {
        const operation = model.operations.find((each) => each.path === path && each.method === key.toUpperCase());
        return [key, operation === undefined ? value : shownOperation(objectOf(value), operation, model)];
      }),
    ),
  ]);
  const info = objectOf(plain.info);
  return {
    ...plain,
    info: { ...info, description: `${textOf(info.description) ?? ""}\n\n${pageLinks}` },
    paths: Object.fromEntries(paths),
  };
}

const pageLinks = [
  "- [Guides](docs/guides/index.html), from the first build to moving from the vendor's SDK",
  "- [Every operation as a plain page](docs/index.html), which needs no JavaScript",
  "- [Error codes](docs/errors.html): what each means and what to do",
  "- [Where the vendor's documents contradict each other](docs/conflicts.html), and what was decided",
  "- [Changes](docs/changes.html) and [runtimes](docs/runtimes.html)",
  "- [openapi.yaml](openapi.yaml), [llms.txt](llms.txt), [llms-full.txt](llms-full.txt)",
].join("\n");

function shownOperation(raw: JsonObject, operation: Operation, model: PackageModel): JsonObject {
  return { ...raw, description: description(operation, model), "x-codeSamples": codeSamples(operation, model) };
}

/** The samples of an operation, in the order in which the site offers them. */
export function codeSamples(
  operation: Operation,
  model: PackageModel,
): Array<{ readonly lang: string; readonly label: string; readonly source: string }> {
  const signed = printSigned(operation, model);
  return [
    { lang: "TypeScript", label: "TypeScript", source: printSample(operation, model) },
    { lang: "bash", label: "curl", source: printCurl(operation, model) },
    ...(signed === undefined ? [] : [{ lang: "javascript", label: "Signed by hand", source: signed }]),
  ];
}

function description(operation: Operation, model: PackageModel): string {
  const { id, page, instead } = operation;
  const picture = drawingOf(operation, model).replace(/\((?=[^()]*\.svg\)$)/, "(docs/");
  const behaviour = behaviourRows(operation, model)
    .filter(([name]) => name !== "Server" && name !== "Credentials")
    .map(([name = "", text = ""]) => `- **${name}:** ${text.replaceAll("<br>", "; ").replaceAll("\\|", "|")}`);
  return [
    `\`${id}\` · [plain page](docs/${page}.html) · [Markdown](docs/${page}.md)`,
    operation.description.trim(),
    ...(instead.length === 0 ? [] : [`**When not to use it:** ${instead.map(alternative(model)).join("; ")}.`]),
    ...(picture === "" ? [] : [picture]),
    behaviour.join("\n"),
  ].join("\n\n");
}

function alternative(model: Model): (entry: Operation["instead"][number]) => string {
  return ({ purpose, use }) => `to ${purpose} (use ${linkTo(use, model)})`;
}

function linkTo(use: Successor, model: Model): string {
  if (!("operation" in use)) return `\`${use.text}\``;
  const operation = model.operations.find(({ name }) => name === use.operation);
  return operation === undefined ? `\`${use.operation}\`` : `[${operation.id}](${addressOf(operation)})`;
}

/** The address at which Redoc shows an operation. */
export function addressOf({ id, tag }: Operation): string {
  return `#/${[...(tag === undefined ? [] : [tag]), id].map((part) => part.toLowerCase()).join("/")}`;
}
